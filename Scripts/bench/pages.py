#!/usr/bin/env python3
"""Measures in Chromium how long a reader of large generated programs waits, and prints a table.

    .build/tools/bin/python Scripts/bench/pages.py --planc PATH [--runs 5] [--output table.md] [--work DIR]

Pages are opened from the disk, without a window. An answer is counted from the event to the end of the layout, and to
the frame that shows it, which comes 60 times a second; a first paint from where a link to the page is followed, once
in a tab that has shown a few pages of the site, once in one that has shown a single page. Every figure is the median of runs in a fresh tab, after one
warm-up; of several answers of one kind the slowest is shown. `Scripts/setup.sh test` installs what this needs.
Exit status: 0 when measured, 2 when planc is missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import ROOT, build_job, generate

sys.path.append(str(ROOT / "Tests/Browser"))

from browser import chromium, opened  # noqa: E402

ROWS, ACCOUNTS = 2_000, 10_000

# What act() takes until its effect is laid out, and until the frame with it was drawn.
_ANSWER = """
  const frame = () => new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done();
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });
  const answer = async (act, box) => {
    await frame();
    const start = performance.now();
    act();
    box.offsetHeight;
    const layout = performance.now() - start;
    await frame();
    return [layout, performance.now() - start];
  };
  const type = (field, text) => () => {
    field.value = text;
    field.dispatchEvent(new Event('input', {bubbles: true}));
  };
"""

_FILTER = """async words => {""" + _ANSWER + """
  const table = document.querySelector('.dense'), found = [];
  const field = document.querySelector('.tools [name=q]');
  for (const word of [...words, ''])
    found.push([`“${word}” typed`, ...await answer(type(field, word), table)]);
  for (const box of document.querySelectorAll('.tools [type=checkbox]'))
    for (const state of ['changed', 'changed back'])
      found.push([`${box.name} ${box.value} ${state}`, ...await answer(() => box.click(), table)]);
  return found;
}"""

_SORT = """async () => {""" + _ANSWER + """
  const table = document.querySelector('.dense'), found = [];
  for (const head of table.querySelectorAll('th[data-sort]'))
    for (const way of ['once', 'twice'])
      found.push([`${head.dataset.sort} ${way}`, ...await answer(() => head.querySelector('button').click(), table)]);
  return found;
}"""

_LOAD = """() => new Promise(done => {
  const start = performance.now(), field = document.querySelector('form[role=search] input');
  const watch = setInterval(() => {
    if (!window.plancIndex.isRead) return;
    clearInterval(watch);
    done([['the field is used', window.plancIndex.isRead - start, window.plancIndex.isRead - start]]);
  }, 1);
  const index = window.plancIndex;
  window.plancIndex = kinds => { index(kinds); window.plancIndex.isRead = performance.now(); };
  field.focus();
})"""

_SEARCH = """async words => {""" + _ANSWER + """
  const field = document.querySelector('form[role=search] input'), box = document.querySelector('.found');
  const found = [];
  for (const word of words) found.push([`“${word}”`, ...await answer(type(field, word), box)]);
  return found;
}"""

# A page that is painted late reports its paint late.
_PAINT = """() => new Promise(done => new PerformanceObserver((list, observer) => {
  for (const {name, startTime} of list.getEntries()) if (name === 'first-contentful-paint') {
    observer.disconnect();
    done([['from the start of the navigation', startTime, startTime]]);
  }
}).observe({type: 'paint', buffered: true}))"""


@dataclass
class Question:
    """One kind of wait: a page, what is done there, and how long that took each time."""

    label: str
    page: Path
    script: str
    budget: int | None
    """Milliseconds."""
    words: list[str] | None = None
    before: str | None = None
    """What must have been done first."""
    after: list[Path] = field(default_factory=list)
    """The pages that the tab has shown before, the last of them the one from which one comes."""
    times: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))

    def ask(self, browser, is_warm_up: bool) -> None:
        with opened(browser) as tab:
            for page in self.after:
                tab.goto(page.as_uri())
            tab.goto(self.page.as_uri(), timeout=60_000)
            if self.before:
                tab.evaluate(self.before)
            for act, layout, shown in tab.evaluate(self.script, self.words):
                if not is_warm_up:
                    self.times[act].append((layout, shown))

    def row(self) -> str:
        medians = {act: [median(part) for part in zip(*times)] for act, times in self.times.items()}
        act, (layout, shown) = max(medians.items(), key=lambda item: item[1])
        slowest = f"{act}" if len(medians) == 1 else f"{act}, the slowest of {len(medians)}"
        budget = f"{self.budget} ms" if self.budget else ""
        return f"| {self.label} | {slowest} | {layout:.1f} ms | {shown:.1f} ms | {budget} |"


def site_of(planc: str, count: int, work: Path, seed: str) -> Path:
    program, site = generate(count, work / f"program-{count}", seed), work / f"site-{count}"
    subprocess.run([*build_job(planc, program, site).command, "--quiet"], check=True, stdout=sys.stderr)
    return site


def largest(folder: Path) -> Path:
    return max(folder.glob("*.html"), key=lambda path: (path.stat().st_size, path.name))


def questions(rows: Path, accounts: Path) -> list[Question]:
    """`rows` and `accounts` are sites of as many accounts."""
    name = sorted(path.stem for path in (rows / "accounts").glob("*.html"))[0].replace("-", " ")
    words = [name[0], name[:2], name, f"{name.split()[-1]} tier", "no such thing"]
    account = largest(rows / "accounts")
    start = rows / "definitions.html"
    return [
        Question(f"Filter of {ROWS:,} accounts", rows / "accounts.html", _FILTER, 100, words),
        Question(f"Sort of {ROWS:,} accounts", rows / "accounts.html", _SORT, 100),
        Question(f"Index of {ACCOUNTS:,} accounts", accounts / "index.html", _LOAD, None),
        Question(f"Search over {ACCOUNTS:,} accounts", accounts / "index.html", _SEARCH, 50, words, before=_LOAD),
    ] + [
        Question(f"First paint of {label}{where}", page, _PAINT, budget, after=after + [start])
        for where, budget, after in [
            (", in a tab in use", 100, [account, rows / "qbr" / account.name] * 2), (", in a new tab", None, [])]
        for label, page in [
            ("a page with little on it", rows / "404.html"),
            (f"the largest account ({account.stat().st_size / 1000:.0f} kB)", account),
            ("its review", rows / "qbr" / account.name),
            (f"the home of {ROWS:,} accounts", rows / "index.html"),
            (f"the list of {ROWS:,} accounts", rows / "accounts.html"),
        ]
    ]


def measure(planc: str, options: argparse.Namespace, work: Path) -> str:
    asked = questions(*(site_of(planc, count, work, options.seed) for count in (ROWS, ACCOUNTS)))
    print(f"pages: load of the machine before the first turn: {os.getloadavg()[0]:.2f}", file=sys.stderr)
    with chromium() as browser:
        heading = f"Chromium {browser.version}, without a window; medians of {options.runs} runs, each in a fresh tab."
        for turn in range(options.runs + 1):
            for question in asked:
                question.ask(browser, is_warm_up=turn == 0)
    return "\n".join([heading, "", "| what | when | laid out | shown | at most |", "| --- | --- | ---: | ---: | ---: |",
                      *(question.row() for question in asked), ""])


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--planc", default=str(ROOT / ".build/release/planc"), help="the binary that builds the sites")
    parser.add_argument("--runs", type=int, default=5, help="measured turns after the warm-up")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--output", type=Path, help="write the table there as well")
    parser.add_argument("--work", type=Path, default=ROOT / ".build/bench", help="holds the temporary files")
    return parser.parse_args()


def main() -> int:
    options = parse_options()
    planc = shutil.which(options.planc)
    if planc is None:
        print(f"pages: there is no planc at {options.planc}; build it first (swift build -c release)", file=sys.stderr)
        return 2
    options.work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pages-", dir=options.work.resolve()) as work:
        text = measure(str(Path(planc).resolve()), options, Path(work))
    print(text, end="")
    if options.output:
        options.output.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
