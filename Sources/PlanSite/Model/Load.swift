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

/// Whitespace of one offering over all active accounts.
struct OfferingSum: Sendable {
  let offering: String
  var owned = Money.zero
  var pursuing = Money.zero
  var open = Money.zero
  var competitor = Money.zero

  var toSell: Money { pursuing + open }
  var all: Money { owned + pursuing + open + competitor }

  /// In the order of the settings, else by money to sell. Cells that are part of a deal are left out.
  ///
  /// - Parameter accounts: Those to add up; all active ones when nil.
  static func all(_ model: SiteModel, of accounts: [Account]? = nil) -> [OfferingSum] {
    var sums: [String: OfferingSum] = [:]
    for account in accounts ?? model.active {
      for cell in model.plan(of: account).whitespace?.items ?? []
      where !cell.isInDeal && !cell.isWon {
        let money = cell.potential?.value ?? .zero
        var sum = sums[cell.offering.value] ?? OfferingSum(offering: cell.offering.value)
        switch cell.status?.value {
        case .owned: sum.owned = sum.owned + money
        case .pursuing: sum.pursuing = sum.pursuing + money
        case .open: sum.open = sum.open + money
        case .competitor: sum.competitor = sum.competitor + money
        case .blocked, nil: break
        }
        sums[cell.offering.value] = sum
      }
    }
    let order = Dictionary(
      (model.program.offerings ?? []).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    return sums.values.filter { $0.all > .zero }.sorted { left, right in
      let (first, second) = (order[left.offering] ?? Int.max, order[right.offering] ?? Int.max)
      if first != second { return first < second }
      if left.toSell != right.toSell { return left.toSell > right.toSell }
      return left.offering < right.offering
    }
  }
}
