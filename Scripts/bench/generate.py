#!/usr/bin/env python3
"""Writes a whole planc program of N plans from a seed, the same byte for byte each time.

    generate.py N DIR [--seed S] [--faults]

Tiers stand 2:18:80. A plan is written in order (author.py), then gets no, one or a few faults (faults.py), about one
a plan, so that the linter has findings to print and most of the text is sound. Today is 2026-11-20.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

import words as w
from author import Author, Staff
from faults import spoil
from plan import kebab

FOLDER_SIZE = 200
PLANS_PER_PERSON = 25


def make_staff(rng: random.Random, count: int) -> Staff:
    """Our people, each with a role, in the proportions of words.py."""
    first = [name for name in w.FIRST if name.isascii()]
    last = [name for name in w.LAST if name.isascii() and name.isalpha()]
    pairs = rng.sample([(f, l) for f in first for l in last], count)
    roles = [role for role, share in w.PEOPLE_ROLES.items() for _ in range(share)]
    by_role: dict[str, list[str]] = {role: [] for role in w.PEOPLE_ROLES}
    for number, (f, l) in enumerate(pairs):
        by_role[roles[number * 37 % len(roles)]].append(f"{f}.{l}".lower())
    return Staff(by_role, {f"{f}.{l}".lower(): f"{f} {l}" for f, l in pairs})


def make_accounts(rng: random.Random, count: int) -> list[tuple[str, str]]:
    """Unique account names, each with its industry."""
    kinds = [(noun, industry) for industry, nouns in w.INDUSTRIES.items() for noun in nouns]
    stems = list(dict.fromkeys(a + b[:2] + c for a in w.ONSETS for b in w.CODAS for c in w.CODAS))
    accounts = []
    for number in rng.sample(range(len(stems) * len(kinds)), count):
        noun, industry = kinds[number % len(kinds)]
        accounts.append((f"{stems[number // len(kinds)]} {noun}", industry))
    return accounts


def settings(count: int, staff: Staff) -> str:
    """The text of planc.yml, with capacities that the generated portfolio does not exceed."""
    lines = ["program: Bench field program", "currency: USD", "people:"]
    for role, members in staff.by_role.items():
        lines += [f"  {who}: {{ name: {staff.names[who]}, role: {role}, team: team-{number % 12:02d} }}"
                  for number, who in enumerate(members)]
    lines += [f"offerings: [{', '.join(w.OFFERINGS)}]", f"buying-centers: [{', '.join(w.BUYING_CENTERS)}]", "tiers:"]
    lines += [f"  {tier}: {{ maximum-accounts: {count}, maximum-accounts-per-owner: none }}" for tier in (1, 2, 3)]
    return "\n".join(lines + ["site:", "  title: Bench account plans", ""])


def write(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    path.write_bytes(data)
    return len(data)


def generate(count: int, folder: Path, seed: str) -> tuple[int, Counter[str]]:
    """Writes the program; the size of its plans in bytes, and the faults put into them."""
    rng = random.Random(f"{seed}/program")
    staff = make_staff(rng, min(max(60, count // PLANS_PER_PERSON), 1000))
    write(folder / "planc.yml", settings(count, staff))
    size, faults = 0, Counter[str]()
    for number, (name, industry) in enumerate(make_accounts(rng, count)):
        author = Author(seed, number, name, industry, staff)
        plan = author.plan()
        faults.update(spoil(plan, author.rng))
        team = number // FOLDER_SIZE
        place = folder / "plans" / w.REGIONS[team % len(w.REGIONS)] / f"team-{team:03d}"
        size += write(place / f"{kebab(name)}.md", plan.markdown())
    return size, faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, metavar="N", help="how many plans")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--faults", action="store_true", help="list the faults put in, by the rule that finds them")
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        print(f"generate: {options.folder} is not empty", file=sys.stderr)
        return 2
    size, faults = generate(options.count, options.folder, options.seed)
    print(f"{options.count:,} plans, {size:,} bytes, {size / max(options.count, 1):,.0f} a plan; "
          f"{faults.total():,} faults put in")
    for rule, times in sorted(faults.items()) if options.faults else []:
        print(f"{times:6} {rule}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
