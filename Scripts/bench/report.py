"""The benchmark's figures as Markdown, and what it says about the machine."""

from __future__ import annotations

import os
import platform
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench import Job

PEERS = {"lint": ["rumdl", "cat"], "build": ["hugo", "cp"], "lint warm": ["rumdl warm"], "lint one": ["rumdl one"]}
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
NAMES = {"rumdl": "rumdl", "rumdl one": "rumdl", "rumdl warm": "rumdl warm", "cat": "cat", "hugo": "Hugo", "cp": "cp -r"}


def version(command: list[str]) -> str:
    """The first version number that a tool says of itself."""
    done = subprocess.run(command, capture_output=True, text=True)
    match = re.search(r"\d+\.\d+(\.\d+)?", done.stdout + done.stderr)
    return match.group() if match else ""


def tree(folder: Path) -> tuple[int, int]:
    """Number and total bytes of the files below a folder."""
    sizes = [os.lstat(os.path.join(place, name)).st_size for place, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def megabytes(count: int) -> str:
    return f"{count / 1e6:,.{0 if count >= 1e7 else 1}f} MB"


def seconds(wall: float) -> str:
    return f"{wall * 1000:.1f} ms" if wall < 0.1 else f"{wall:.2f} s"


def field_of(path: str, pattern: str) -> str | None:
    """What a line of a system file says, if there is such a file and line."""
    try:
        match = re.search(pattern, Path(path).read_text(), re.MULTILINE)
    except OSError:
        return None
    return match.group(1) if match else None


def heading(count: int, size: int, runs: int) -> str:
    today = subprocess.run(["date", "+%Y-%m-%d"], capture_output=True, text=True, check=True).stdout.strip()
    processor = field_of("/proc/cpuinfo", r"^model name\s*:\s*(.+)$") or platform.processor() or platform.machine()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = field_of("/etc/os-release", r'^PRETTY_NAME="?([^"\n]+)') or platform.platform()
    return (f"{today}, {processor}, {cores} cores, {system}; {count:,} plans, {megabytes(size)}; medians of {runs} "
            "turns, each a fresh process without a cache of its own, the files in the page cache.")


def ratio(mine: float | None, theirs: float | None, name: str) -> list[str]:
    return [f"{mine / theirs:.2f} × {name}"] if mine and theirs else []


def floor() -> int:
    """This process's own peak in bytes: the kernel counts it towards each child, so less cannot be seen."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


def memory(key: str, jobs: dict[str, Job]) -> str:
    peak = jobs[key].peak or 0
    if peak <= floor():
        return f"under {megabytes(floor())}"
    peers = {"lint": ["rumdl", "hugo"], "build": ["hugo"]}.get(key, [])
    return ", ".join([megabytes(peak), *(text for peer in peers if peer in jobs
                                         for text in ratio(peak, jobs[peer].peak, NAMES[peer]))])


def comparison(jobs: dict[str, Job]) -> list[str]:
    lines = ["| what | wall (median) | ratio to peer | peak memory |", "| --- | ---: | --- | --- |"]
    for key, job in jobs.items():
        if job.wall is None:
            lines.append(f"| {job.label} | not measured | | |")
            continue
        ratios = [text for peer in PEERS.get(key, []) if peer in jobs
                  for text in ratio(job.wall, jobs[peer].wall, NAMES[peer])]
        lines.append(f"| {job.label} | {seconds(job.wall)} | {', '.join(ratios)} | {memory(key, jobs)} |")
    return lines


def growth(rows: list[tuple[int, Job, Job]]) -> list[str]:
    lines = ["| plans | lint | a plan | build | a plan |", "| ---: | ---: | ---: | ---: | ---: |"]
    for size, *jobs in rows:
        cells = [cell for job in jobs for cell in (
            (seconds(job.wall), f"{job.wall / size * 1e6:.0f} µs") if job.wall else ("not measured", ""))]
        lines.append(f"| {size:,} | {' | '.join(cells)} |")
    return lines
