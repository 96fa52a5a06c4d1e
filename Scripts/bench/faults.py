"""Faults as people make them, each named by the rule that is to find it, put into plans that are in order."""

from __future__ import annotations

import random
import re
from typing import Callable

from plan import ENGAGED_IN, Plan, day

Fault = Callable[[Plan, random.Random], bool]
"""Spoils a plan and says so; false, with nothing touched, where the plan cannot have this fault."""

HOW_MANY = [0, 1, 2, 3], [36, 38, 19, 7]


def review_overdue(plan: Plan, rng: random.Random) -> bool:
    ago = {1: 35, 2: 100, 3: 190}[plan.tier] + rng.randint(1, 90)
    plan.front["reviewed"] = day(ago)
    plan.reviews[0] = re.sub(r"\d{4}-\d\d-\d\d", day(ago), plan.reviews[0], count=1)
    older = iter(range(ago + 30, ago + 900, 60))
    plan.reviews[2:] = [re.sub(r"\d{4}-\d\d-\d\d", day(next(older)), line, count=1) for line in plan.reviews[2:]]
    return True


def too_few_engaged(plan: Plan, rng: random.Random) -> bool:
    if plan.stage not in ({1: ENGAGED_IN, 2: ENGAGED_IN[1:], 3: ENGAGED_IN[2:]}[plan.tier]):
        return False
    for row in plan.tables["Plays"]:
        if row["Date"] <= day(0):
            row["Outcome"] = rng.choice(["no reply", "voicemail"])
    return True


def sponsor_missing(plan: Plan, _: random.Random) -> bool:
    return plan.front.pop("sponsor", None) is not None


def pod_incomplete(plan: Plan, _: random.Random) -> bool:
    if plan.tier > 1:
        return False
    plan.front["pod"] = re.sub(r"sdr: [^,]+, ", "", plan.front["pod"])
    return True


def missing_role(plan: Plan, rng: random.Random) -> bool:
    needed = {1: [0, 1, 2], 2: [0, 1], 3: []}[plan.tier]
    if not needed or plan.stage not in ENGAGED_IN:
        return False
    plan.tables["Buying committee"][rng.choice(needed)]["Role"] = "influencer"
    return True


def missing_part(plan: Plan, rng: random.Random) -> bool:
    return plan.tier < 3 and plan.brief.pop(rng.choice(["Priorities", "Point of view"]), None) is not None


def no_pain(plan: Plan, _: random.Random) -> bool:
    if plan.tier > 1:
        return False
    plan.tables["Buying committee"][1]["Pain"] = ""
    return True


def unhandled_blocker(plan: Plan, rng: random.Random) -> bool:
    row = plan.tables["Buying committee"][-1]
    planned = [play for play in plan.tables["Plays"] if play["Date"] > day(0)]
    if any(row["Name"] in other["Contact"] for other in plan.tables["Objectives"] + planned):
        return False
    row["Stance"] = rng.choice(["opponent", "Opponent"])
    return True


def unknown_stance(plan: Plan, _: random.Random) -> bool:
    if plan.stage != "opportunity":
        return False
    plan.tables["Buying committee"][0]["Stance"] = "unknown"
    return True


def whitespace(status: str, column: str, value: Callable[[random.Random], str]) -> Fault:
    """Gives the first cell of a status another value in one column."""
    def spoil_cell(plan: Plan, rng: random.Random) -> bool:
        row = next((row for row in plan.tables["Whitespace"] if row["Status"] == status), None)
        if row is not None:
            row[column] = value(rng)
        return row is not None
    return spoil_cell


def unmapped(plan: Plan, _: random.Random) -> bool:
    if plan.tier == 1:
        return False
    rows = plan.tables["Whitespace"]
    rows[0]["Offering"] = rows[1]["Offering"]
    return True


def front(key: str, value: str) -> Fault:
    def spoil_key(plan: Plan, _: random.Random) -> bool:
        plan.front[key] = value
        return True
    return spoil_key


def no_owner(plan: Plan, _: random.Random) -> bool:
    return plan.front.pop("owner", None) is not None


def cell(section: str, column: str, *values: str) -> Fault:
    """Gives the last row of a section another value in one column."""
    def spoil_cell(plan: Plan, rng: random.Random) -> bool:
        row = plan.tables[section][-1]
        fits = column in row
        if fits:
            row[column] = rng.choice(values)
        return fits
    return spoil_cell


def misnamed(plan: Plan, rng: random.Random) -> bool:
    plan.misnamed |= rng.choice([{"Whitespace": "Whitespce"}, {"Signals": "Signal"}, {"Objectives": "Objectivs"}])
    return True


def ragged(plan: Plan, _: random.Random) -> bool:
    plan.tables["Risks"][-1]["Owner"] += " | see the call notes"
    return True


def placeholder(plan: Plan, _: random.Random) -> bool:
    plan.brief["Current solutions"] = "TODO: ask the service desk lead what they run today, and until when."
    return True


FAULTS: dict[str, tuple[int, Fault]] = {
    "freshness/review-overdue": (16, review_overdue),
    "committee/too-few-engaged": (14, too_few_engaged),
    "committee/missing-role": (8, missing_role),
    "committee/no-pain": (4, no_pain),
    "committee/unhandled-blocker": (8, unhandled_blocker),
    "committee/unknown-stance": (8, unknown_stance),
    "sponsor/missing": (4, sponsor_missing),
    "pod/incomplete": (4, pod_incomplete),
    "brief/missing-part": (6, missing_part),
    "list/no-owner": (3, no_owner),
    "whitespace/no-potential": (8, whitespace("open", "Potential", lambda _: "")),
    "whitespace/no-next-step": (8, whitespace("pursuing", "Next step", lambda _: "")),
    "whitespace/overdue": (9, whitespace("pursuing", "By", lambda rng: day(rng.randint(1, 60)))),
    "whitespace/window-opening": (6, whitespace("competitor", "Until", lambda rng: day(-rng.randint(20, 170)))),
    "whitespace/blocked-without-reason": (6, whitespace("blocked", "Reason", lambda _: "")),
    "whitespace/unmapped": (6, unmapped),
    "structure/unknown-key": (4, front("territory", "west")),
    "structure/invalid-value": (8, cell("Buying committee", "Stance", "suporter", "friendly", "7")),
    "structure/unknown-person": (5, cell("Risks", "Owner", "sam.gone", "the team")),
    "structure/unknown-contact": (6, cell("Plays", "Contact", "Somebody Else", "Pat Unlisted")),
    "structure/empty-cell": (3, cell("Plays", "Play", "")),
    "structure/date-in-future": (4, cell("Signals", "Date", "2026-12-24", "2027-02-01")),
    "structure/misnamed-section": (4, misnamed),
    "structure/ragged-row": (3, ragged),
    "structure/placeholder": (4, placeholder),
}


def spoil(plan: Plan, rng: random.Random) -> list[str]:
    """Puts no, one or a few different faults into a plan; their names."""
    done: list[str] = []
    wanted = rng.choices(*HOW_MANY)[0]
    names, weights = list(FAULTS), [weight for weight, _ in FAULTS.values()]
    while len(done) < wanted:
        name = rng.choices(names, weights)[0]
        if name not in done and FAULTS[name][1](plan, rng):
            done.append(name)
    return done
