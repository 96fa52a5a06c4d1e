import PlanModel

/// How many accounts an owner works.
struct Load: Sendable {
  /// Of `people:`.
  let owner: String
  /// By tier.
  let accounts: [Tier: Int]
  let pipeline: Money
  /// The first tier in which the owner holds more than the settings allow.
  let over: (tier: Tier, count: Int, limit: Int)?

  /// The loads of all owners, the fullest first.
  static func all(_ accounts: [Account], in program: Program) -> [Load] {
    Dictionary(grouping: accounts.filter { $0.owner != nil }) { $0.owner ?? "" }
      .map { owner, group in
        let counts = Dictionary(grouping: group, by: \.tier).mapValues(\.count)
        let over = Tier.allCases.lazy.compactMap { tier -> (Tier, Int, Int)? in
          guard let limit = program[tier].maximumAccountsPerOwner, let count = counts[tier],
            count > limit
          else { return nil }
          return (tier, count, limit)
        }.first
        return Load(
          owner: owner, accounts: counts, pipeline: group.map(\.pipeline).total, over: over)
      }
      .sorted { left, right in
        for tier in Tier.allCases where left[tier] != right[tier] {
          return left[tier] > right[tier]
        }
        if left.pipeline != right.pipeline { return left.pipeline > right.pipeline }
        return left.owner < right.owner
      }
  }

  subscript(tier: Tier) -> Int { accounts[tier] ?? 0 }
}
