"""A plan as data, its Markdown, and the few values (days, money, ids) that all of it is written with."""

from __future__ import annotations

import datetime
import random
import re
from dataclasses import dataclass, field

Row = dict[str, str]

TODAY = datetime.date(2026, 11, 20)
ENGAGED_IN = ("engaged", "mqa", "opportunity", "closed-won")
ORDER = ["Objectives", "Buying committee", "Whitespace", "Opportunities", "MEDDPICC", "Mutual action plan", "Plays",
         "Signals", "Risks", "Reviews"]


def day(ago: int) -> str:
    """The day so many days before today; after it, if negative."""
    return (TODAY - datetime.timedelta(days=ago)).isoformat()


def money(rng: random.Random, thousands: int) -> str:
    """An amount in one of the spellings that people use."""
    forms = [f"{thousands}k", f"{thousands}k", f"${thousands}k", f"{thousands * 1000}", f"{thousands * 1000:,}"]
    return rng.choice(forms + [f"{thousands / 1000:.1f}M USD"] * (thousands % 100 == 0))


def kebab(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


@dataclass
class Plan:
    """One account: `tables` by section name, `tasks` and `reviews` as lines of Markdown."""

    tier: int
    stage: str
    front: dict[str, str]
    brief: dict[str, str]
    tables: dict[str, list[Row]]
    tasks: list[str]
    reviews: list[str]
    misnamed: dict[str, str] = field(default_factory=dict)

    def markdown(self) -> str:
        lines = ["---", *(f"{key}: {value}" for key, value in self.front.items()), "---", "", "## Brief"]
        for part, text in self.brief.items():
            lines += ["", f"### {part}", "", text]
        for section in ORDER:
            lines += ["", f"## {self.misnamed.get(section, section)}"]
            match section:
                case "Mutual action plan":
                    lines += self.tasks
                case "Reviews":
                    lines += ["", *self.reviews]
                case _:
                    lines += ["", *table(self.tables[section])]
        return "\n".join(lines) + "\n"


def table(rows: list[Row]) -> list[str]:
    """The rows as a table of the columns that anybody fills."""
    columns = [column for column in rows[0] if any(row[column] for row in rows)]
    lines = ["| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
    return lines + ["| " + " | ".join(row[column] for column in columns) + " |" for row in rows]
