#!/usr/bin/env python3
"""Writes a program that carries attack strings in every field, heading, cell, link and file name.

    hostile.py DIR
"""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path

CALL = "__planc_pwned(1)"
MARKS = ("\u0301", "\u20e3")
ATTACKS = [
    f"<img src=x onerror={CALL} id=pwned>",
    f"<svg onload={CALL} data-pwned>",
    f'"><script>{CALL}</script>',
    f"'><script>{CALL}</script>",
    f"</title><script>{CALL}</script>",
    f'" onmouseover="{CALL}" x="',
    f"' autofocus onfocus='{CALL}",
    *(f"a{sign}{mark} onload={CALL}" for sign in "\"'<>&" for mark in MARKS),
    f"]]><script>{CALL}</script>",
    f"--><script>{CALL}</script>",
    f"</style></desc></svg><script>{CALL}</script>",
    "${{ github.token }} ::error::pwned",
    "{{{pwned}}} {{#root}}x{{/root}} {{>head}}",
    "=cmd() +1 @SUM(1)",
    "\u202e\u2066reversed\u2069 \u2028 \u200b",
    "&lt;script&gt; &amp;#x3c; &#0;",
]
URLS = [
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f"java&#9;script:{CALL}",
    f"&#106;avascript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f"vbscript:{CALL}",
    f"//pwned.example/{CALL}",
    f"\\\\pwned.example\\{CALL}",
    f"https://example.com/\"onclick=\"{CALL}",
    f"mailto:a@example.com?subject=<script>{CALL}</script>",
    f"northwind.md?\"><script>{CALL}</script>",
]
SECTIONS = {
    "Objectives": ["Objective", "Measure", "Target", "Current", "By", "Owner", "Contact"],
    "Buying committee": [
        "Name", "Title", "Role", "Function", "Stance", "Influence", "Authority", "Reports to", "Owner",
        "Last engaged", "Pain", "Success metric", "Objection", "Message", "Known by", "Status",
    ],
    "Whitespace": [
        "Offering", "Buying center", "Status", "Potential", "Owner", "Next step", "By", "Incumbent",
        "Until", "Opportunity", "Reason",
    ],
    "Opportunities": [
        "Opportunity", "CRM id", "Amount", "Stage", "Close", "Created", "Forecast", "Source", "Contacts",
    ],
    "MEDDPICC": ["Element", "Score", "Evidence"],
    "Plays": ["Date", "Play", "Channel", "Contact", "By", "Outcome", "Content", "Stage"],
    "Signals": ["Date", "Kind", "Signal", "Strength", "Source", "Action"],
    "Risks": ["Risk", "Severity", "Mitigation", "Owner"],
}
# What makes a row readable, so that its other cells reach every picture and table.
VALID = {
    "Date": "2026-11-02", "By": "2026-12-04", "Until": "2027-01-15", "Close": "2026-12-18",
    "Created": "2026-05-01", "Last engaged": "2026-11-10", "Potential": "120k", "Amount": "300k",
    "Channel": "meeting", "Kind": "first-party", "Element": "metrics", "Score": "1", "Role": "champion",
    "Severity": "high", "Strength": "high", "Forecast": "commit", "Influence": "high",
    "Authority": "high",
}
KEYS = [
    "owner", "sponsor", "domain", "crm-id", "segment", "stage", "status", "motion", "reviewed", "stage-since",
]
# All that an edition may name.
EDITIONS = """editions: { customer: {
  sections: [brief, objectives, buying-committee, mutual-action-plan, plays, risks],
  columns: { brief: [priorities, point-of-view], objectives: [measure, target, current, by, contact],
    buying-committee: [title, function, reports-to], mutual-action-plan: [contact], plays: [contact],
    risks: [severity, mitigation] },
  fields: [account, domain, segment, reviewed, links, tags] } }"""
NAMES = ['"><script>__planc_pwned()<!--.md', "'onload='__planc_pwned().md", "b&c<d>\"\u0301.md", "{{name}} ::error::.md"]


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def code(text: str) -> str:
    """The text so that Markdown passes it on as it is: raw HTML would be one thing, a cell's text another."""
    return "`` " + text.replace("``", "` `") + " ``"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\u2028", "\\u2028")
    return f'"{escaped}"'


def front(account: str, attacks, invalid: bool) -> str:
    lines = [f"account: {quoted(account)}", "tier: 1"]
    for key in KEYS:
        if invalid or key in ("owner", "sponsor", "domain", "crm-id", "segment"):
            lines.append(f"{key}: {quoted(next(attacks))}")
    if not invalid:
        lines += ["stage: opportunity", "reviewed: 2026-09-02"]
    lines += [
        f"pod: {{ {quoted(next(attacks))}: {quoted(next(attacks))}, sdr: {quoted(next(attacks))} }}",
        f"fit: {{ {quoted(next(attacks))}: {quoted(next(attacks))}, tech: [{quoted(next(attacks))}] }}",
        f"tags: [{quoted(next(attacks))}, {quoted(next(attacks))}]",
        f"buying-centers: [{quoted(next(attacks))}, {quoted(next(attacks))}]",
        "links:",
        *(f"  {quoted(next(attacks))}: {quoted(url)}" for url in URLS),
        f"{quoted(next(attacks))}: 1",
    ]
    return "---\n" + "\n".join(lines) + "\n---\n"


def table(columns: list[str], attacks, rows: int, invalid: bool, shape) -> str:
    text = "| " + " | ".join(columns) + f" | {cell(next(attacks))} |\n" + "| --- " * (len(columns) + 1) + "|\n"
    for _ in range(rows):
        cells = [
            VALID[column] if column in VALID and not invalid else cell(shape(next(attacks)))
            for column in columns
        ]
        text += "| " + " | ".join(cells) + f" | {cell(shape(next(attacks)))} |\n"
    return text


def plan(account: str, invalid: bool, shape, attacks) -> str:
    text = front(account, attacks, invalid) + f"\n# {shape(next(attacks))}\n\n{shape(next(attacks))}\n"
    text += "\n## Brief\n\n" + "".join(
        f"### {part}\n\n{shape(next(attacks))} *{next(attacks)}*\n\n> {next(attacks)}\n\n"
        for part in ("Priorities", "Point of view", shape(next(attacks)))
    )
    for title, columns in SECTIONS.items():
        rows = 14 if title == "Buying committee" and not invalid else 3
        text += f"\n## {title}\n\n{table(columns, attacks, rows, invalid, shape)}"
        text += f"\n### {shape(next(attacks))}\n\n- Pain: {shape(next(attacks))}\n"
    text += f"\n## Mutual action plan\n\n### {shape(next(attacks))}\n\n"
    text += "".join(
        f"- [ ] {shape(next(attacks))} (@{next(attacks).replace(',', '')}, {next(attacks)}, due 2026-12-01)\n"
        for _ in range(4)
    )
    text += f"\n## Reviews\n\n- 2026-10-01: {shape(next(attacks))}\n- {next(attacks)}\n"
    text += f"\n## {shape(next(attacks))}\n\n" + "".join(
        f"[{next(attacks)}](<{url}> {quoted(next(attacks))}) ![{next(attacks)}](<{url}>) <{url}>\n\n" for url in URLS
    )
    text += f"```{next(attacks)}\n" + "\n".join(ATTACKS) + "\n```\n\n" + "\n\n".join(ATTACKS) + "\n"
    return text


def person_id(attack: str) -> str:
    """An id holds none of these; the rest of the attack stays."""
    return re.sub(r"[\s,;()@]+", ".", attack)


def settings(attacks) -> str:
    people = "".join(
        f"  {quoted(person_id(next(attacks)))}: {{ name: {quoted(next(attacks))}, team: {quoted(next(attacks))}, "
        f"email: {quoted(next(attacks))} }}\n"
        for _ in range(6)
    )
    return (
        f"program: {quoted(next(attacks))}\npeople:\n  ok: {{ name: Ok }}\n{people}"
        f"offerings: [{', '.join(quoted(attack) for attack in ATTACKS[:8])}]\n"
        f"buying-centers: [{', '.join(quoted(attack) for attack in ATTACKS[8:12])}]\n"
        f"tiers: {{ 1: {{ name: {quoted(next(attacks))}, required-pod: [{quoted(next(attacks))}] }} }}\n"
        f"site: {{ title: {quoted(next(attacks))}, {EDITIONS} }}\n"
    )


def main() -> None:
    root = Path(sys.argv[1])
    folder = root / "plans" / "we<s>t&\"'"
    folder.mkdir(parents=True)
    attacks = itertools.cycle(ATTACKS)
    people = dict.fromkeys(ATTACKS)
    (root / "planc.yml").write_text(settings(itertools.cycle(people)), encoding="utf-8")
    (root / "plans" / "northwind.md").write_text("---\naccount: Northwind\ntier: 2\n---\n", encoding="utf-8")
    shapes = [lambda text: text, code]
    for name, (invalid, shape) in zip(NAMES, itertools.product((False, True), shapes)):
        (folder / name).write_text(plan(next(attacks), invalid, shape, attacks), encoding="utf-8")
    for index, attack in enumerate(ATTACKS):
        text = f"---\naccount: {quoted(attack)}\ntier: {index % 3 + 1}\nowner: ok\nsegment: {quoted(attack)}\n---\n"
        (folder / f"account-{index}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
