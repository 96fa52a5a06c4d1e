import PlanMetrics
import PlanModel
import PlanSource

/// A target list that has stayed the same for longer than a quarter.
struct NotRefreshed: PortfolioRule {
  static let about = RuleInfo(
    name: "list/not-refreshed", level: .warning, history: .needed,
    summary:
      "No account entered the list, left it or moved to another tier for longer than a quarter.",
    why:
      "markets move: a list that nobody touches keeps accounts that will not buy, and misses those "
      + "that would",
    mend: "Go through the list with marketing: who comes in, who leaves, who moves.",
    examples: [
      .bad(
        files: [("plans/northwind.md", "---\naccount: Northwind\ntier: 3\nstage: aware\n---\n")],
        settings: "↓tiers: { 3: { budget: 400k } }\n",
        history: [
          .init("2026-08-19", by: "maya@example.com", "---\naccount: Northwind\ntier: 3\n---\n"),
          .init("2026-10-01", by: "maya@example.com"),
        ]),
      .bad(
        files: [("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n")],
        settings: "↓tiers: { 3: { budget: 400k } }\n",
        history: [
          .init("2026-01-10", by: "maya@example.com", "---\naccount: Northwind\ntier: 2\n---\n"),
          .init("2026-06-01", by: "maya@example.com"),
          .init(
            "2026-09-01", by: "maya@example.com",
            "---\naccount: Contoso\ntier: 3\nstatus: draft\n---\n", path: "plans/contoso.md"),
        ]),
      .good(
        files: [("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n")],
        settings: "tiers: { 3: { budget: 400k } }\n",
        history: [.init("2026-08-20", by: "maya@example.com")]),
      .good(
        files: [("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n")],
        settings: "tiers: { 3: { budget: 400k } }\n",
        history: [
          .init("2026-01-10", by: "maya@example.com", "---\naccount: Northwind\ntier: 3\n---\n"),
          .init(
            "2026-03-01", by: "maya@example.com", "---\naccount: Contoso\ntier: 3\n---\n",
            path: "plans/contoso.md"),
          .init(
            "2026-09-01", by: "maya@example.com",
            "---\naccount: Contoso\ntier: 3\nstatus: retired\n---\n", path: "plans/contoso.md"),
        ]),
      .good(
        files: [
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n"),
          ("plans/contoso.md", "---\naccount: Contoso\ntier: 3\n---\n"),
        ],
        settings: "tiers: { 3: { budget: 400k } }\n",
        history: [.init("2026-01-10", by: "maya@example.com")]),
    ])
  static let reads: [Topic] = []

  func check(_ roster: Roster) -> [Finding] {
    let active = roster.plans.filter(\.isActive)
    guard let history = roster.history, let begins = history.begins,
      let last = history.listChanged, roster.today - begins > Day.quarter,
      roster.today - last > Day.quarter, !active.isEmpty
    else { return [] }
    // What is not committed yet is done today.
    let moves = active.contains { plan in
      guard let known = history.plans[plan.path]?.head else { return true }
      return !known.isListed || plan.isTierKnown && known.tier != plan.tier.value
    }
    let known = Set(active.map(\.path))
    let left = roster.plans.contains { plan in
      !known.contains(plan.path) && history.plans[plan.path]?.head.isListed == true
    }
    guard !moves, !left else { return [] }
    return [
      finding(
        about: "tiers", in: roster.program,
        "no account entered the list, left it or moved to another tier since \(last), for "
          + "\(roster.today - last) days",
        help:
          "go through the list with marketing: `status: retired` for who leaves, `tier:` for who "
          + "moves, `planc new` for who comes in", key: "list")
    ]
  }
}
