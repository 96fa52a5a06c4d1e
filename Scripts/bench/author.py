"""Writes one plan that is in order: no rule of planc has anything to say about it."""

from __future__ import annotations

import random
from dataclasses import dataclass

import words as w
from plan import ENGAGED_IN, Plan, Row, day, kebab, money

ACV = {1: (250, 1200), 2: (75, 250), 3: (25, 75)}
CONTACTS = {1: (6, 8), 2: (4, 6), 3: (2, 3)}
ENGAGED = {1: (5, 5), 2: (3, 4), 3: (1, 2)}
WINDOW = {1: 80, 2: 80, 3: 150}
QUIET = {1: 18, 2: 40, 3: 100}
REVIEW = {1: 30, 2: 90, 3: 170}
STAGES = ["aware"] * 2 + ["engaged"] * 5 + ["mqa"] * 4 + ["opportunity"] * 5 + ["closed-won"] * 4


@dataclass(frozen=True)
class Staff:
    """Our people's ids by role, and their names by id."""

    by_role: dict[str, list[str]]
    names: dict[str, str]


class Author:
    """Writes one plan that is in order."""

    def __init__(self, seed: str, number: int, name: str, industry: str, staff: Staff) -> None:
        self.rng = random.Random(f"{seed}/{number}")
        self.number, self.name, self.industry, self.staff = number, name, industry, staff
        self.tier = 1 if number * 37 % 100 < 2 else 2 if number * 37 % 100 < 20 else 3
        self.stage = self.rng.choice(STAGES)
        self.owner = self.ours("ae")
        size = self.rng.randint(*CONTACTS[self.tier])
        self.contacts = [f"{f} {l}" for f, l in zip(self.rng.sample(w.FIRST, size), self.rng.sample(w.LAST, size))]
        self.deal = f"{name.split()[0]} {self.rng.choice(w.DEALS)}"
        self.centers = self.rng.sample(w.OWN_CENTERS, 2) if self.rng.random() < 0.3 else w.BUYING_CENTERS
        self.acv = self.rng.randint(*ACV[self.tier])
        self.last_review = self.rng.randint(1, REVIEW[self.tier])
        self.answered = self.rng.randint(*ENGAGED[self.tier]) if self.stage in ENGAGED_IN else 0

    def ours(self, role: str) -> str:
        members = self.staff.by_role[role]
        return members[(self.number // 50 if role == "executive" else self.number) % len(members)]

    def say(self, pattern: str) -> str:
        """A pattern with its places filled."""
        pick = self.rng.choice
        return pattern.format(
            account=self.name, contact=pick(self.contacts), goal=pick(w.GOALS), aim=pick(w.AIMS), pain=pick(w.PAINS),
            event=pick(w.EVENTS), unit=pick(w.UNITS), system=pick(w.SYSTEMS), competitor=pick(w.COMPETITORS),
            offering=pick(w.OFFERINGS), pct=self.rng.randint(4, 38), weeks=self.rng.randint(3, 52),
            money=money(self.rng, self.rng.randint(40, 900)), year=pick([2027, 2028, 2029]))

    def plan(self) -> Plan:
        sections: dict[str, list[Row]] = {
            "Objectives": self.objectives(), "Buying committee": self.committee(), "Whitespace": self.whitespace(),
            "Opportunities": self.opportunities(), "MEDDPICC": self.meddpicc(), "Plays": self.plays(),
            "Signals": self.signals(), "Risks": self.risks()}
        brief = {}
        for part, patterns in (w.SHORT_BRIEF if self.tier == 3 else w.BRIEF).items():
            sentence = self.say(self.rng.choice(patterns))
            brief[part] = sentence[0].upper() + sentence[1:]
        return Plan(self.tier, self.stage, self.front(), brief, sections, self.tasks(), self.reviews())

    def front(self) -> dict[str, str]:
        rng, slug, acv = self.rng, kebab(self.name), self.acv
        front = {"account": self.name, "tier": str(self.tier), "stage": self.stage,
                 "stage-since": day(rng.randint(5, 170)), "status": "active", "owner": self.owner,
                 "domain": f"{slug}.example", "crm-id": f"001Hp{self.number:07d}AAQ",
                 "segment": f"{self.industry}-{rng.choice(['growth', 'core', 'north'])}",
                 "motion": rng.choice(["land-and-expand", "cluster", "programmatic", "expansion"]),
                 "fit": f"{{ industry: {self.industry}, employees: {rng.randint(2, 90) * 100}, "
                        f"region: {rng.choice(w.REGIONS)} }}",
                 "potential": f"{{ acv: {acv}k, ceiling: {acv * rng.randint(2, 4)}k, strategic: medium }}",
                 "reviewed": day(self.last_review)}
        if self.stage in ("opportunity", "closed-won") and rng.random() < 0.2:
            del front["stage"]  # derived from the opportunity
        for key in ("stage-since", "status", "motion") if self.tier == 3 else ():
            if rng.random() < 0.7:
                del front[key]
        return front | self.team() | self.extras()

    def team(self) -> dict[str, str]:
        pod = {"sdr": self.ours("sdr"), "marketing": self.ours("marketing")} if self.tier < 3 else {}
        if self.stage == "closed-won":
            pod["customer-success"] = self.ours("customer-success")
        team = {"pod": "{ " + ", ".join(f"{role}: {who}" for role, who in pod.items()) + " }"} if pod else {}
        return team | ({"sponsor": self.ours("executive")} if self.tier == 1 else {})

    def extras(self) -> dict[str, str]:
        rng, extras = self.rng, {}
        if self.centers is not w.BUYING_CENTERS:
            extras["buying-centers"] = f"[{', '.join(self.centers)}]"
        if rng.random() < 0.3:
            extras["tags"] = f"[{', '.join(rng.sample(['fy27', 'renewal', 'lighthouse', 'multi-region'], 2))}]"
        if rng.random() < 0.2:
            extras["links"] = f'{{ crm: "https://crm.example/accounts/{self.number:07d}" }}'
        return extras

    def objectives(self) -> list[Row]:
        rng, rows = self.rng, []
        for _ in range(2 if self.tier == 1 else 1):
            row = {"Objective": rng.choice(w.GOALS).capitalize(), "Measure": rng.choice(w.MEASURES),
                   "Target": f"{rng.randint(12, 40)}%", "By": day(-rng.randint(60, 360))}
            if self.tier < 3:
                row |= {"Current": f"{rng.randint(1, 11)}%", "Owner": self.owner}
            rows.append(row | {"Contact": rng.choice(self.contacts)})
        return rows

    def committee(self) -> list[Row]:
        rng, rows = self.rng, []
        roles = ["economic-buyer", "champion", "technical-evaluator", "end-user", "influencer", "legal", "procurement"]
        functions = rng.sample(list(w.FUNCTIONS), len(w.FUNCTIONS))
        for number, name in enumerate(self.contacts):
            function = functions[number % len(functions)]
            row = {"Name": name, "Title": rng.choice(w.FUNCTIONS[function]), "Role": roles[min(number, 6)],
                   "Stance": rng.choice(w.STANCES) if number > 1 else "supporter",
                   "Reports to": rng.choice(self.contacts[:number]) if number and rng.random() < 0.5 else "",
                   "Pain": rng.choice(w.PAINS) if number < 2 and self.tier < 3 or rng.random() < 0.3 else ""}
            if self.tier < 3:
                row |= {"Function": function, "Influence": rng.choice(["high", "medium", "low"]),
                        "Authority": rng.choice(["high", "medium", "low"]),
                        "Known by": self.owner if number < 3 else "",
                        "Objection": rng.choice(w.OBJECTIONS) if rng.random() < 0.3 else ""}
            rows.append(row)
        return rows

    def whitespace(self) -> list[Row]:
        """Rows that name each offering and each buying center at least once."""
        rng, rows = self.rng, []
        centers = rng.sample(self.centers, len(self.centers))
        offerings = rng.sample(w.OFFERINGS, len(w.OFFERINGS))
        statuses = ["open", "pursuing", rng.choice(["owned", "competitor", "blocked", "open"]), "open", "pursuing"]
        for number, offering in enumerate(offerings + offerings[:2 if self.tier == 1 else 0]):
            status = statuses[number]
            center = centers[(number + number // len(w.OFFERINGS)) % len(centers)]
            row = dict.fromkeys(["Offering", "Buying center", "Status", "Potential", "Owner", "Next step", "By",
                                 "Incumbent", "Until", "Reason"], "")
            row |= {"Offering": offering, "Buying center": center, "Status": status}
            if status in ("open", "pursuing"):
                row["Potential"] = money(rng, rng.randint(20, 40 + self.acv // 2))
            if status == "pursuing":
                row |= {"Owner": self.owner, "Next step": rng.choice(w.NEXT_STEPS), "By": day(-rng.randint(3, 90))}
            if status == "competitor":
                row |= {"Incumbent": rng.choice(w.COMPETITORS), "Until": day(-rng.randint(200, 700))}
            if status == "blocked":
                row["Reason"] = rng.choice(w.REASONS)
            rows.append(row)
        return rows

    def opportunities(self) -> list[Row]:
        """An open deal at stage opportunity, a won one after it, a lost one before."""
        rng, stage, close = self.rng, "Closed lost", self.rng.randint(5, 35)
        if self.stage == "closed-won":
            stage = "Closed won"
        if self.stage == "opportunity":
            stage, close = rng.choice(["Discovery", "Proposal", "Negotiation"]), -rng.randint(20, 160)
        row = {"Opportunity": self.deal, "Amount": money(rng, self.acv), "Stage": stage, "Close": day(close),
               "Created": day(rng.randint(40, 150))}
        if self.tier < 3:
            row |= {"CRM id": f"006Hp{self.number:07d}AAQ", "Source": rng.choice(["sales", "marketing", "partner"]),
                    "Forecast": rng.choice(["commit", "best-case", "pipeline"]) if close < 0 else "omitted"}
        return [row | {"Contacts": ", ".join(self.contacts[:2])}]

    def meddpicc(self) -> list[Row]:
        """All eight elements; a tier-3 account without a deal has the four that matter first."""
        rng, rows = self.rng, []
        for element, pattern in w.EVIDENCE.items():
            if self.tier == 3 and self.stage != "opportunity" and element not in w.FIRST_ELEMENTS:
                continue
            evidence = rng.choice(w.HEARD) if self.tier == 3 and rng.random() < 0.6 else self.say(pattern)
            rows.append({"Element": element, "Score": str(rng.randint(1, 3)), "Evidence": evidence})
        return rows

    def plays(self) -> list[Row]:
        rng, rows = self.rng, []
        channels = rng.sample([channel for channel in w.PLAYS if channel != "ads"], 6)
        if rng.random() < 0.2:
            channels[self.answered] = "ads"
        agos = [rng.randint(1, QUIET[self.tier])] + [rng.randint(2, WINDOW[self.tier]) for _ in range(5)]
        for number in range(max(self.answered, 1) + 1):
            outcome = rng.choice(w.ANSWERS) if number < self.answered else rng.choice(w.UNANSWERED)
            channel = channels[number]
            rows.append({"Date": day(agos[number]), "Play": rng.choice(w.PLAYS[channel]), "Channel": channel,
                         "Contact": self.contacts[number % len(self.contacts)], "By": self.owner, "Outcome": outcome})
        if self.tier == 1 or rng.random() < 0.3:
            rows.append({"Date": day(-rng.randint(2, 28)), "Play": "Steering meeting", "Channel": "meeting",
                         "Contact": ", ".join(self.contacts[:2]), "By": self.owner, "Outcome": ""})
        for row in rows if self.tier < 3 else []:
            row |= {"Content": rng.choice(w.CONTENT), "Stage": rng.choice(["awareness", "consideration", "decision"])}
        return sorted(rows, key=lambda row: row["Date"])

    def signals(self) -> list[Row]:
        rng, rows = self.rng, []
        for _ in range(4 - self.tier):
            kind = rng.choice(list(w.SIGNALS))
            rows.append({"Date": day(rng.randint(1, 90)), "Kind": kind, "Signal": rng.choice(w.SIGNALS[kind]),
                         "Strength": rng.choice(["low", "medium"]), "Source": rng.choice(w.SOURCES)})
        return rows

    def risks(self) -> list[Row]:
        rng = self.rng
        return [{"Risk": risk, "Severity": rng.choice(["low", "medium", "high"]),
                 "Mitigation": rng.choice(w.MITIGATIONS), "Owner": self.owner}
                for risk in rng.sample(w.RISKS, 2 if self.tier == 1 else 1)]

    def tasks(self) -> list[str]:
        rng, lines = self.rng, []
        if self.tier == 3:
            lines.append("")
        for number, text in enumerate(rng.sample(w.TASKS, {1: 6, 2: 4, 3: 2}[self.tier])):
            if number % 2 == 0 and self.tier < 3:
                lines += ["", f"### {w.MILESTONES[number // 2]}", ""]
            who, done = f"@{self.owner}, {rng.choice(self.contacts)}", rng.randint(5, 60)
            if number == 0:
                lines.append(f"- [x] {text} ({who}, due {day(done - rng.randint(-4, 9))}, done {day(done)})")
            else:
                lines.append(f"- [ ] {text} ({who}, due {day(-rng.randint(4, 120))})")
        return lines

    def reviews(self) -> list[str]:
        """The latest first, its one promise under it."""
        rng, lines = self.rng, []
        for number in range(4 - self.tier):
            when = day(self.last_review + number * REVIEW[self.tier])
            why = "" if self.tier == 3 else self.say("; {contact} wants to {goal} {aim}")
            lines.append(f"- {when}: decided to {rng.choice(w.DECISIONS)}{why}.")
        due, theirs = day(-rng.randint(5, 40)), rng.choice(self.contacts)
        lines.insert(1, f"  - [ ] {rng.choice(w.NEXT_STEPS).capitalize()} (@{self.owner}, {theirs}, due {due})")
        return lines
