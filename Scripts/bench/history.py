#!/usr/bin/env python3
"""Writes a git repository of a program with a long history, for measuring.

history.py [--plans 2000] [--commits 5000] DIR
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from generate import generate

FIRST = datetime(2024, 11, 20, 9, tzinfo=timezone.utc)
LAST = datetime(2026, 11, 19, 17, tzinfo=timezone.utc)
AUTHORS = [f"person-{number}@example.com" for number in range(24)]


def edit(text: str, rng: random.Random, day: date) -> str:
    """One change as people make them: a play, a review, a note, a day, a table in a new form."""
    kind = rng.randrange(5)
    if kind == 0 and "reviewed:" in text:
        return re.sub(r"reviewed: \S+", f"reviewed: {day}", text, count=1)
    if kind == 1 and "\n## Risks" in text:
        return text.replace("\n## Risks", f"\nSeen on {day}.\n\n## Risks", 1)
    if kind == 2 and "## Reviews\n\n" in text:
        return text.replace("## Reviews\n\n", f"## Reviews\n\n- {day}: decided to go on.\n", 1)
    if kind == 3:
        return text.replace(" | ", "  | ", rng.randint(1, 40))
    return text + f"\nNote of {day}.\n"


def stream(folder: Path, commits: int, seed: str):
    """What `git fast-import` reads: all plans at once, then one to three in each commit."""
    rng = random.Random(f"{seed}/history")
    files = {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}
    plans = [path for path in files if path.endswith(".md")]
    for number in range(commits):
        when = FIRST + (LAST - FIRST) * number / max(1, commits - 1)
        changed = list(files) if number == 0 else rng.sample(plans, rng.randint(1, 3))
        yield f"commit refs/heads/main\ncommitter P <{rng.choice(AUTHORS)}> {int(when.timestamp())} +0000\ndata 1\nx\n"
        for path in changed:
            if number:
                files[path] = edit(files[path], rng, when.date())
            data = files[path].encode()
            yield f"M 100644 inline {path}\ndata {len(data)}\n"
            yield data
            yield "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--commits", type=int, default=5000)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        print(f"history: {options.folder} is not empty", file=sys.stderr)
        return 2
    options.folder.mkdir(parents=True, exist_ok=True)

    def git(*words: str, **more):
        return subprocess.run(["git", "-C", options.folder, *words], check=True, **more)

    git("init", "-q", "-b", "main")
    with tempfile.TemporaryDirectory() as source:
        generate(options.plans, Path(source), options.seed)
        importer = subprocess.Popen(["git", "-C", options.folder, "fast-import", "--quiet"], stdin=subprocess.PIPE)
        for part in stream(Path(source), options.commits, options.seed):
            importer.stdin.write(part if isinstance(part, bytes) else part.encode())
        importer.stdin.close()
        if importer.wait():
            return 1
    # As a server packs it.
    git("repack", "-adfq")
    git("checkout", "-q", "main")
    print(f"{options.plans:,} plans, {options.commits:,} commits in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
