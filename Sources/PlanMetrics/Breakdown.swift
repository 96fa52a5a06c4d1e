import PlanModel

/// The program metrics by tier, segment and owner, and in total: one pass over the plans.
public struct Breakdown: Sendable {
  public private(set) var total = Metrics()
  public private(set) var tiers: [Tier: Metrics] = [:]
  /// By `ContactName.key` of the segment's name.
  public private(set) var segments: [String: Metrics] = [:]
  /// By id.
  public private(set) var owners: [String: Metrics] = [:]

  public init(of pairs: some Sequence<(Plan, PlanMeasures)>, in program: Program) {
    for (plan, measures) in pairs where plan.isActive {
      let metrics = Metrics(of: plan, measures, in: program)
      total += metrics
      tiers[plan.tier.value, default: Metrics()] += metrics
      if let segment = plan.segment?.value {
        segments[ContactName.key(segment), default: Metrics()] += metrics
      }
      if let owner = plan.owner?.value { owners[owner, default: Metrics()] += metrics }
    }
  }
}

/// Whitespace over some accounts by one of its sides: offering or buying center.
public struct WhitespaceBreakdown: Sendable {
  /// With what each adds up to; by money to sell, then name.
  public let parts: [(name: String, totals: WhitespaceTotals)]

  /// - Parameter side: What a cell is counted under.
  public init(of cells: some Sequence<WhitespaceCell>, by side: (WhitespaceCell) -> String) {
    var totals: [String: WhitespaceTotals] = [:]
    for cell in cells where !cell.isInDeal && !cell.isWon {
      totals[side(cell), default: WhitespaceTotals()].add(cell)
    }
    parts = totals.map { (name: $0.key, totals: $0.value) }.sorted { left, right in
      let (first, second) = (left.totals.toSell, right.totals.toSell)
      return first != second ? first > second : left.name < right.name
    }
  }
}
