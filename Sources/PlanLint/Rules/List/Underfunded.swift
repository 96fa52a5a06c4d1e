import PlanMetrics
import PlanModel
import PlanSource

/// A tier with more accounts than its budget pays for.
struct Underfunded: PortfolioRule {
  static let about = RuleInfo(
    name: "list/underfunded", level: .warning, settings: ["budget", "cost-per-account"],
    summary: "A tier whose budget, divided by its accounts, does not pay for sustained touches.",
    why: "a budget spread over too many accounts buys each of them a touch or two, and none a deal",
    mend: "Raise `budget`, or move accounts to the next tier, or pause or retire some.",
    examples: [
      .bad(
        files: [
          ("planc.yml", "tiers: { 1: { budget: ↓30k, cost-per-account: 20k } }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 1\n---\n"),
        ]),
      .bad(
        files: [
          ("planc.yml", "tiers:\n  3:\n    cost-per-account: 500\n    budget: ↓0\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "tiers: { 1: { budget: 40k, cost-per-account: 20k } }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 1\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "tiers: { 1: { budget: 10k } }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\n---\n"),
        ]),
    ])
  static let reads: [Topic] = []

  func check(_ roster: Roster) -> [Finding] {
    Tier.allCases.compactMap { tier in
      let settings = roster.program[tier]
      let count = roster.active(in: tier).count
      guard count > 0, let budget = settings.budget, let cost = settings.costPerAccount else {
        return nil
      }
      let each = Money(hundredths: budget.hundredths / count)
      guard each < cost else { return nil }
      let paid = budget.hundredths / max(cost.hundredths, 1)
      return finding(
        about: "tiers.\(tier.rawValue).budget", in: roster.program,
        "the budget of tier \(tier.rawValue), \(budget.plain), is \(each.plain) for each of "
          + "\(Wording.count(count, "account")); one costs \(cost.plain)",
        help: help(tier, pays: paid, of: count),
        key: "tier-\(tier.rawValue)")
    }
  }

  private func help(_ tier: Tier, pays paid: Int, of count: Int) -> String {
    func move(_ accounts: String) -> String {
      tier.next.map { "move \(accounts) to tier \($0.rawValue)" }
        ?? "take \(accounts) \(Wording.prune)"
    }
    guard paid > 0 else {
      return "it pays for none: raise `budget`, or " + move(count == 1 ? "it" : "all \(count)")
    }
    return "it pays for \(Wording.count(paid, "account")): "
      + move(Wording.count(count - paid, "account")) + ", or raise `budget`"
  }
}
