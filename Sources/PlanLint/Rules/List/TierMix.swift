import PlanMetrics
import PlanModel
import PlanSource

/// Tiers that are not what they are called: the narrow one is wide, or the middle one is forgotten.
struct TierMix: PortfolioRule {
  static let about = RuleInfo(
    name: "list/tier-mix", level: .info,
    summary: "Tier 1 holds more accounts than tier 2, or tier 2 gets less than its share of plays.",
    why:
      "a list with most accounts at the top has no top, and the middle is where next year's tier 1 "
      + "grows",
    mend:
      "Move accounts between the tiers, or plan plays for tier 2. Said from ten accounts, and of "
      + "ten plays in a quarter, on.",
    examples: [
      .bad(
        files: [("planc.yml", "tiers:\n  ↓1:\n    maximum-accounts: 30\n")]
          + plans(tier: 1, 6) + plans(tier: 2, 5)),
      .bad(
        files: [("planc.yml", "tiers: { ↓2: { maximum-accounts: 30 } }\n")]
          + plans(tier: 1, 4, plays: 3) + plans(tier: 2, 6)),
      .good(
        files: [("planc.yml", "tiers: { 1: { maximum-accounts: 30 } }\n")]
          + plans(tier: 1, 5) + plans(tier: 2, 5)),
      .good(
        files: [("planc.yml", "tiers: { 1: { maximum-accounts: 30 } }\n")]
          + plans(tier: 1, 4, plays: 3) + plans(tier: 2, 6, plays: 3)),
      .good(
        files: [("planc.yml", "tiers: { 1: { maximum-accounts: 30 } }\n")] + plans(tier: 1, 9)),
    ])
  static let reads: [Topic] = []
  /// Below these, a share is chance.
  private static let fewest = 10

  func check(_ roster: Roster) -> [Finding] {
    var accounts: [Tier: Int] = [:]
    var plays: [Tier: Int] = [:]
    for tier in Tier.allCases {
      accounts[tier] = roster.active(in: tier).count
      plays[tier] = roster.active(in: tier).reduce(0) { $0 + $1.recentTouches }
    }
    let all = accounts.values.reduce(0, +)
    guard all >= Self.fewest else { return [] }
    let (first, second) = (accounts[.one] ?? 0, accounts[.two] ?? 0)
    var findings: [Finding] = []
    if first > second {
      findings.append(
        finding(
          about: "tiers.1", in: roster.program,
          "tier 1 holds \(Wording.count(first, "account")) and tier 2 \(second)",
          help: "move accounts whose ceiling is in tier 2's band to `tier: 2`", key: "accounts"))
    }
    let allPlays = plays.values.reduce(0, +)
    let secondPlays = plays[.two] ?? 0
    if second > 0, allPlays >= Self.fewest, secondPlays * all < second * allPlays {
      findings.append(
        finding(
          about: "tiers.2", in: roster.program,
          "tier 2 is \(second) of \(all) accounts and got \(secondPlays) of \(allPlays) plays in the "
            + "last \(Day.quarter) days",
          help: "plan plays that a cluster of tier 2 shares, or move accounts that nobody works to "
            + "`tier: 3`", key: "plays"))
    }
    return findings
  }

  /// Plans for the examples, each with so many plays.
  private static func plans(
    tier: Int, _ count: Int, plays: Int = 0
  ) -> [(path: String, text: String)] {
    let table = "## Plays\n\n| Date | Play | Channel |\n| --- | --- | --- |\n"
    let rows = String(repeating: "| 2026-11-02 | Call | call |\n", count: plays)
    return (0..<count).map { number in
      (
        "plans/t\(tier)-\(number).md",
        "---\naccount: T\(tier) \(number)\ntier: \(tier)\n---\n" + (plays > 0 ? table + rows : "")
      )
    }
  }
}
