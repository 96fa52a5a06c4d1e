#!/usr/bin/env python3
"""Measures planc on a generated program beside cat, cp, rumdl and Hugo on the same files, and prints a table.

    bench.py --planc PATH [--plans 10000] [--runs 5] [--scaling] [--output table.md] [--work DIR]

Every figure is the median of fresh processes, taken in turns after one warm-up turn, without any cache of the tool's
own and with the files in the page cache. Peak memory is the kernel's ru_maxrss of that process and its children.
Exit status: 0 when measured, 2 when planc is missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import peers
import report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SIZES = [1_000, 5_000, 10_000, 20_000]


@dataclass
class Job:
    """One command line, and what its runs took."""

    label: str
    command: list[str]
    clear: list[Path] = field(default_factory=list)
    """What is removed before each run, outside the measurement."""
    accepted: tuple[int, ...] = (0,)
    repeats: int = 1
    walls: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    failure: str = ""

    @property
    def wall(self) -> float | None:
        """Seconds, median."""
        return median(self.walls) if self.walls and not self.failure else None

    @property
    def peak(self) -> int | None:
        """Bytes, median."""
        return int(median(self.peaks)) if self.peaks and not self.failure else None

    @property
    def spread(self) -> str:
        return f"{report.seconds(min(self.walls))} to {report.seconds(max(self.walls))}" if self.walls else "nothing"

    def run(self, log: Path, warm_up: bool) -> None:
        for _ in range(1 if warm_up else self.repeats):
            for path in self.clear:
                shutil.rmtree(path, ignore_errors=True)
            if self.clear:
                os.sync()
            wall, peak, status = spawn(self.command, log)
            if status not in self.accepted:
                lines = log.read_text(errors="replace").strip().splitlines()
                self.failure = f"exit {status}: {lines[-1] if lines else 'no message'}"
                print(f"bench: {self.label}: {self.failure}", file=sys.stderr)
                return
            if not warm_up:
                self.walls.append(wall)
                self.peaks.append(peak)


def spawn(command: list[str], log: Path) -> tuple[float, int, int]:
    """Runs a command to its end: seconds, peak bytes, exit status (negative for a signal)."""
    create = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, str(log), create, 0o644)]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    return wall, usage.ru_maxrss * report.MAXRSS_UNIT, os.waitstatus_to_exitcode(status)


def in_turns(jobs: list[Job], runs: int, log: Path) -> None:
    """One warm-up turn, then the measured ones; a job that fails is not tried again."""
    for turn in range(runs + 1):
        for job in jobs:
            if not job.failure:
                job.run(log, warm_up=turn == 0)
        print(f"bench: {'warm-up' if turn == 0 else f'turn {turn} of {runs}'} done", file=sys.stderr)


def generate(count: int, folder: Path, seed: str) -> Path:
    """In a process of its own, whose memory this one's children then do not inherit."""
    subprocess.run([sys.executable, HERE / "generate.py", str(count), folder, "--seed", seed], check=True,
                   stdout=sys.stderr)
    return folder


def lint_job(planc: str, program: Path) -> Job:
    return Job("`planc lint`", [planc, "lint", "-C", str(program), "--as-of", "2026-11-20", "--fail-on", "never",
                                "--output-format", "concise", "--no-cache"])


def build_job(planc: str, program: Path, site: Path) -> Job:
    return Job("`planc build`", [planc, "build", "-C", str(program), "--as-of", "2026-11-20", "-o", str(site),
                                 "--force"], [program / ".planc-cache", site])


def jobs_for(planc: str, program: Path, work: Path, venv: Path) -> dict[str, Job]:
    """All that is measured, in the order of the turns (cp follows the build whose site it copies)."""
    plans, site, copy, public = program / "plans", work / "site", work / "copy", work / "public"
    one = str(sorted(plans.rglob("*.md"))[0])
    lint = lint_job(planc, program)
    jobs = {
        "lint": lint, "build": build_job(planc, program, site),
        "lint warm": Job("`planc lint`, warm", [*lint.command[:-1], "--cache-dir", str(work / "planc-cache")],
                         repeats=3),
        "lint one": Job("`planc lint`, one file", [*lint.command, one], repeats=5),
        "cat": Job("`cat` of the plans", ["find", str(plans), "-name", "*.md", "-exec", "cat", "{}", "+"], repeats=3),
        "cp": Job("`cp -r` of planc's site", ["cp", "-r", str(site), str(copy)], [copy])}
    if rumdl := peers.find("rumdl", venv):
        check = [str(rumdl), "check", "--no-cache", "--no-config", "--respect-gitignore=false", "--output-format",
                 "concise"]
        label = f"rumdl {report.version([str(rumdl), '--version'])} check"
        jobs["rumdl"] = Job(f"{label}, no cache", [*check, str(plans)], accepted=(0, 1))
        warm = [word for word in check if word != "--no-cache"] + ["--cache-dir", str(work / "rumdl-cache")]
        jobs["rumdl warm"] = Job(f"{label}, warm", [*warm, str(plans)], accepted=(0, 1), repeats=3)
        jobs["rumdl one"] = Job(f"{label}, one file", [*check, one], accepted=(0, 1), repeats=5)
    if hugo := peers.find("hugo", venv):
        source = peers.hugo_site(work / "hugo", plans)
        jobs["hugo"] = Job(f"Hugo {report.version([str(hugo), 'version'])} build",
                           [str(hugo), "build", "--quiet", "--noBuildLock", "--source", str(source), "--destination",
                            str(public), "--cacheDir", str(work / "hugo-cache")], [public, work / "hugo-cache"])
    return jobs


def measure(planc: str, options: argparse.Namespace, work: Path) -> str:
    """The table of all tools on one program."""
    program = generate(options.plans, work / "program", options.seed)
    jobs = jobs_for(planc, program, work, options.work / "venv")
    print(f"bench: load of the machine before the first turn: {os.getloadavg()[0]:.2f}", file=sys.stderr)
    in_turns(list(jobs.values()), options.runs, work / "stderr.log")
    for job in jobs.values():
        print(f"bench: {job.label}: {job.spread}", file=sys.stderr)
    count, size = report.tree(program / "plans")
    if jobs["cp"].wall is not None:
        pages, bytes_ = report.tree(work / "site")
        jobs["cp"].label += f" ({pages:,} files, {report.megabytes(bytes_)})"
    left_out = [name for name in ("rumdl", "hugo") if name not in jobs]
    return "\n".join([report.heading(count, size, options.runs), "", *report.comparison(jobs), "",
                      *(f"Left out, not installed and not to be had from PyPI: {name}." for name in left_out)])


def scale(planc: str, options: argparse.Namespace, work: Path) -> str:
    """The table of lint and build over growing programs."""
    rows: list[tuple[int, Job, Job]] = []
    for size in SIZES:
        program = generate(size, work / f"program-{size}", options.seed)
        rows.append((size, lint_job(planc, program), build_job(planc, program, work / f"site-{size}")))
    in_turns([job for _, *both in rows for job in both], min(options.runs, 3), work / "stderr.log")
    return "\n".join(report.growth(rows))


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--planc", default=str(ROOT / ".build/release/planc"), help="the binary to measure")
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5, help="measured turns after the warm-up")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--scaling", action="store_true", help="also lint and build over 1,000 to 20,000 plans")
    parser.add_argument("--output", type=Path, help="write the tables there as well")
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench", help="holds the temporary files and a venv")
    return parser.parse_args()


def main() -> int:
    options = parse_options()
    planc = shutil.which(options.planc)
    if planc is None:
        print(f"bench: there is no planc at {options.planc}; build it first (swift build -c release)", file=sys.stderr)
        return 2
    options.work = options.work.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    tables = []
    for part in [measure, *([scale] if options.scaling else [])]:
        with tempfile.TemporaryDirectory(prefix="run-", dir=options.work) as work:
            tables.append(part(str(Path(planc).resolve()), options, Path(work)))
    text = "\n".join(tables).rstrip() + "\n"
    print(text, end="")
    if options.output:
        options.output.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
