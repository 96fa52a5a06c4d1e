import PlanMetrics
import PlanModel
import PlanSource

/// A tier holds more active accounts than it may.
struct OverCapacity: PortfolioRule {
  static let about = RuleInfo(
    name: "list/over-capacity", level: .error, settings: ["maximum-accounts"],
    summary: "More active accounts in a tier than it may hold.",
    why: "a tier that holds everybody treats nobody as a market of one",
    mend: "Move accounts to the next tier, pause or retire some, or raise `maximum-accounts`.",
    examples: [
      .bad(
        files: [
          ("planc.yml", "tiers:\n  1:\n    maximum-accounts: ↓1\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 1\n---\n"),
        ]),
      .bad(
        files: [
          ("planc.yml", "tiers: { 1: { name: 1:1 }, 2: { maximum-accounts: ↓0 } }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 2\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "tiers:\n  1:\n    maximum-accounts: 1\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 1\nstatus: paused\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "tiers:\n  3:\n    maximum-accounts: none\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n"),
        ]),
    ])
  static let reads: [Topic] = []

  func check(_ roster: Roster) -> [Finding] {
    Tier.allCases.compactMap { tier in
      let plans = roster.active(in: tier)
      let count = plans.count
      guard let limit = roster.program[tier].maximumAccounts, count > limit else { return nil }
      return finding(
        about: tier, setting: .maximumAccounts, in: roster.program,
        "tier \(tier.rawValue) holds \(Wording.count(count, "active account")); it may hold \(limit)",
        notes: lowest(Array(plans), count - limit),
        help: leave(tier, count - limit) + ", or raise `maximum-accounts` of tier \(tier.rawValue)",
        key: "tier-\(tier.rawValue)")
    }
  }

  private func leave(_ tier: Tier, _ surplus: Int) -> String {
    let accounts = Wording.count(surplus, "account")
    guard let next = tier.next else { return "take \(accounts) \(Wording.prune)" }
    return "move \(accounts) to tier \(next.rawValue), or pause \(surplus == 1 ? "it" : "them") "
      + "(`status: paused`)"
  }

  /// The accounts that would go first; none where they have no score.
  private func lowest(
    _ plans: [Card], _ count: Int
  ) -> [Note] {
    let scored = plans.compactMap { plan in plan.score.map { (plan, $0) } }
    guard !scored.isEmpty else { return [] }
    // Of two with one score the larger ceiling stays, then the first id.
    let sorted = scored.sorted { left, right in
      if left.1 != right.1 { return left.1 < right.1 }
      let (ceiling, other) = (left.0.ceiling, right.0.ceiling)
      if ceiling != other { return (ceiling ?? .zero) < (other ?? .zero) }
      return right.0.id.precedes(left.0.id)
    }
    let names = sorted.prefix(count).map { "\($0.account.value) (\(CutLine.rounded($1)))" }
    return [Note("lowest score", Wording.list(names))]
  }
}
