import PlanMetrics
import PlanModel
import PlanSource

/// An owner with more accounts of a tier than one person works.
struct OwnerOverloaded: PortfolioRule {
  static let about = RuleInfo(
    name: "list/owner-overloaded", level: .warning, settings: ["maximum-accounts-per-owner"],
    summary: "An owner with more accounts of the tier than one person works.",
    why: "who owns too many works the easy ones, and the rest go stale without anybody deciding so",
    mend: "Hand some accounts over, move them to the next tier, pause or retire them, or raise "
      + "`maximum-accounts-per-owner`.",
    examples: [
      .bad(
        files: [
          ("planc.yml", "tiers:\n  1:\n    maximum-accounts-per-owner: ↓1\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nowner: maya.chen\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 1\nowner: maya.chen\n---\n"),
        ]),
      .bad(
        files: [
          (
            "planc.yml",
            "tiers: { 1: { name: 1:1 }, 3: { maximum-accounts-per-owner: ↓1 } }\n"
          ),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 3\nowner: maya.chen\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 3\nowner: maya.chen\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "tiers:\n  1:\n    maximum-accounts-per-owner: 1\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nowner: maya.chen\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 1\nowner: tom.fox\n---\n"),
          ("plans/zephyr.md", "---\naccount: Zephyr\ntier: 1\n---\n"),
          ("plans/zonda.md", "---\naccount: Zonda\ntier: 1\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "tiers:\n  1:\n    maximum-accounts-per-owner: 1\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nowner: maya.chen\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 2\nowner: maya.chen\n---\n"),
          (
            "plans/zephyr.md",
            "---\naccount: Zephyr\ntier: 1\nstatus: paused\nowner: maya.chen\n---\n"
          ),
        ]),
    ])
  static let reads: [Topic] = []

  func check(_ roster: Roster) -> [Finding] {
    Tier.allCases.flatMap { tier -> [Finding] in
      guard let limit = roster.program[tier].maximumAccountsPerOwner else { return [] }
      let plans = roster.active(in: tier).filter { $0.owner != nil }
      return Dictionary(grouping: plans) { $0.owner?.value ?? "" }
        .filter { $0.value.count > limit }
        .sorted { $0.key.precedes($1.key) }
        .map { report($0.key, $0.value, tier, limit, roster.program) }
    }
  }

  private func report(
    _ owner: String, _ plans: [Card], _ tier: Tier, _ limit: Int, _ program: Program
  ) -> Finding {
    let surplus = plans.count - limit
    let away =
      tier.next.map { " or `tier: \($0.rawValue)`" }
      ?? ", or take \(surplus == 1 ? "it" : "them") \(Wording.prune)"
    return finding(
      about: tier, setting: .maximumAccountsPerOwner, in: program,
      "\(program.name(of: owner)) owns \(plans.count) accounts of tier \(tier.rawValue); "
        + "one person may own \(limit)",
      notes: [Note("accounts", Wording.list(plans.map(\.account.value)))],
      help: "give \(Wording.some(surplus)) another `owner`\(away), or raise "
        + "`maximum-accounts-per-owner` of tier \(tier.rawValue)",
      key: "tier-\(tier.rawValue) \(owner)")
  }
}
