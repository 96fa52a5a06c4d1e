#!/usr/bin/env python3
"""Writes programs at the ends of what there can be, each in a folder of its own.

    extremes.py DIR

`none` has settings and no plan, `bare` no settings and an account of which nothing is known, beside files that are no
plan; `full` every section at a hundred rows, with names of two hundred characters, in Chinese and from right to left.
`hosted` is a smaller one, with a logo, whose lines and plans are links to the host of its repository.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2026, 11, 20)
ROWS = 100

SETTINGS = """\
program: {long}
currency: EUR
fiscal-year-start: 2
program-sponsors: [p000]
goals: {{ pipeline: 900M, revenue: 300M }}
definitions: {{ engaged: {long}, sales-ready: {words} }}
cadence: {{ pod: weekly, program: quarterly }}
icp:
  - {{ fit: industry, in: [food], weight: 30 }}
  - {{ fit: employees, at-least: 1000, weight: 25 }}
people:
{people}
"""

HOST = """\
site:
  title: A title beside the logo
  repository: https://github.com/example/plans
  logo: images/logo.svg
"""
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><path fill="#1F5FA8" d="M0 0h200v40H0z"/></svg>
"""

ROLES = ["economic-buyer", "champion", "technical-evaluator", "end-user", "influencer", "legal", "procurement",
         "blocker", "executive-sponsor", "coach"]
STANCES = ["advocate", "supporter", "neutral", "sceptic", "opponent", "unknown"]
GRADES = ["low", "medium", "high"]
CHANNELS = ["email", "call", "social", "meeting", "event", "executive", "direct-mail", "referral", "ads", "web", "video"]
KINDS = ["first-party", "third-party", "technographic", "organizational", "usage"]
STATUSES = ["owned", "open", "pursuing", "competitor", "blocked"]
ELEMENTS = ["Metrics", "Economic buyer", "Decision criteria", "Decision process", "Paper process", "Identified pain",
            "Champion", "Competition"]


def name(index: int) -> str:
    """A name of one of five kinds, each its own."""
    kind = index % 5
    if kind == 0:
        return ("Wolfeschlegelsteinhausenbergerdorff" * 6)[:196] + f" {index:03}"
    if kind == 1:
        return ("Maria de los Ángeles Concepción " * 7)[:195].strip() + f" {index:03}"
    if kind == 2:
        return "株式会社" + "東京製作所" * 8 + f"{index:03}"
    if kind == 3:
        return "محمد بن عبد الله " * 4 + f"{index:03}"
    return f"Ann {index:03}"


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


def table(*heads: str, rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def full_plan(index: int, tier: int, stage: str, rows: int = ROWS) -> str:
    contacts = [name(i) for i in range(rows)]
    ours = [f"p{i:03}" for i in range(12)]
    parts = [
        f"---\naccount: {name(index)}\ntier: {tier}\nstage: {stage}\nstage-since: {day(-94)}\nowner: p000\nsponsor: p001\n"
        f"pod: {{ sdr: p002, marketing: p003, solutions: p004 }}\nsegment: {name(index + 2)}\nreviewed: {day(-60)}\n"
        f"domain: a{index}.example\nfit: {{ industry: food, employees: 12000 }}\n"
        "potential: { acv: 400k, ceiling: 2M, strategic: high }\n---\n",
        "## Brief\n\n### Priorities\n" + ("Colder mornings. " * 200) + "\n\n### Pain points\n" + "x" * 3000 + "\n",
        "## Objectives\n" + table("Objective", "Measure", "Target", "Current", "By", "Owner", "Contact", rows=[
            [f"Objective {i} {name(i)}", "share", str(i), str(i // 2), day(i - 30), ours[i % 12], contacts[i]]
            for i in range(rows)]),
        "## Buying committee\n" + table("Name", "Title", "Role", "Function", "Stance", "Influence", "Authority",
                                        "Reports to", "Owner", rows=[
            [c, name(i + 1), ROLES[i % 10], f"Function {i % 9}", STANCES[i % 6], GRADES[i % 3], GRADES[i // 3 % 3],
             contacts[i // 3] if i else "", ours[i % 12]] for i, c in enumerate(contacts)]),
        "## Whitespace\n" + table("Offering", "Buying center", "Status", "Potential", "Owner", "Next step", "By", "Reason",
                                  rows=[
            [f"Offering {i // 10} {name(i // 10)}", f"Center {i % 10} {name(i % 10)}", STATUSES[i % 5], f"{i + 1}k",
             ours[i % 12], name(i), day(i), "law" if i % 5 == 4 else ""] for i in range(rows)]),
        "## Opportunities\n" + table("Opportunity", "Amount", "Stage", "Close", "Created", "Forecast", "Source", "Contacts",
                                     rows=[
            [f"Deal {i} {name(i)}", f"{i + 1}0k", ["Proposal", "won", "lost"][i % 3], day(i * 3 - 150), day(-300),
             "commit", "sales", contacts[i]] for i in range(rows)]),
        "## MEDDPICC\n" + "\n".join(
            f"### Deal {i * 3} {name(i * 3)}\n\n" + table("Element", "Score", "Evidence", rows=[
                [e, str((i + j) % 4), name(i + j)] for j, e in enumerate(ELEMENTS)]) for i in range(min(12, (rows + 2) // 3))),
        "## Mutual action plan\n\n" + "\n".join(
            (f"\n### Milestone {i // 10} {name(i // 10)}\n\n" if i % 10 == 0 else "")
            + f"- [{'x' if i % 4 == 0 else ' '}] Task {i} {name(i)} (@{ours[i % 12]}, {contacts[i]}, due {day(i - 40)}"
            + (f", done {day(i - 41)}" if i % 4 == 0 else "") + ")" for i in range(rows)) + "\n",
        "## Plays\n" + table("Date", "Play", "Channel", "Contact", "By", "Outcome", rows=[
            [day(20 - i), f"Play {i} {name(i)}", CHANNELS[i % 11], contacts[i % min(40, rows)], ours[i % 12],
             "No reply" if i % 3 == 0 else "" if i < 20 else name(i)] for i in range(rows)]),
        "## Signals\n" + table("Date", "Kind", "Signal", "Strength", "Source", "Action", rows=[
            [day(-i), KINDS[i % 5], name(i), GRADES[i % 3], "web", "" if i % 2 else name(i)] for i in range(rows)]),
        "## Risks\n" + table("Risk", "Severity", "Mitigation", "Owner", rows=[
            [name(i), GRADES[i % 3], name(i + 1), ours[i % 12]] for i in range(rows)]),
        "## Reviews\n\n" + "\n".join(
            f"- {day(-7 * i)}: {name(i)}\n  - [{'x' if i % 2 else ' '}] Promise {i} (@{ours[i % 12]}, {contacts[i]}, due "
            f"{day(3 - 7 * i)}{', done ' + day(2 - 7 * i) if i % 2 else ''})" for i in range(rows)) + "\n",
        f"## {name(0)}\n\nA section of their own.\n",
    ]
    return "\n".join(parts)


def main(root: Path) -> None:
    def write(path: str, text: str) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    people = "\n".join(f'  p{i:03}: {{ name: "{name(i)}", role: {"executive" if i < 2 else "ae"} }}' for i in range(12))
    settings = SETTINGS.format(long=name(0), words=name(1), people=people)
    write("none/planc.yml", settings)
    (root / "none/plans").mkdir(exist_ok=True)
    write("bare/plans/nothing.md", "---\naccount: A\ntier: 1\n---\n")
    write("bare/plans/empty.md", "")
    write("bare/plans/no-front-matter.md", "# Northwind\n")
    write("full/planc.yml", settings)
    for index, (tier, stage) in enumerate([(1, "opportunity"), (1, "closed-won"), (2, "engaged"), (3, "aware")]):
        write(f"full/plans/full-{index}.md", full_plan(index, tier, stage))
    write("hosted/planc.yml", settings + HOST)
    write("hosted/images/logo.svg", LOGO)
    for index, (tier, stage) in enumerate([(1, "opportunity"), (2, "engaged")]):
        write(f"hosted/plans/a & b/hosted #{index}.md", full_plan(index, tier, stage, rows=12))
    write(f"full/segments/s.md", f"---\nsegment: {name(4)}\nowner: p000\n---\n\n## Brief\n\n### Priorities\nShared.\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
