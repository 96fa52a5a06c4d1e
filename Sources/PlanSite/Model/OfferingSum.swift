import PlanMetrics
import PlanModel

/// Whitespace of one offering over some accounts.
struct OfferingSum: Sendable {
  let offering: String
  let totals: WhitespaceTotals

  var owned: Money { totals[.owned].money }
  var pursuing: Money { totals[.pursuing].money }
  var open: Money { totals[.open].money }
  var competitor: Money { totals[.competitor].money }
  var toSell: Money { totals.toSell }
  var all: Money { owned + toSell + competitor }

  /// Those with a sum, in the order of the settings, else by money to sell.
  static func all(_ model: SiteModel, of accounts: [Account]) -> [OfferingSum] {
    let cells = accounts.lazy.flatMap { model.plan(of: $0).whitespace?.items ?? [] }
    let order = Dictionary(
      (model.program.offerings ?? []).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    return WhitespaceBreakdown(of: cells, by: \.offering.value).parts
      .map { OfferingSum(offering: $0.name, totals: $0.totals) }
      .filter { $0.all > .zero }
      .stably { order[$0.offering] ?? Int.max < order[$1.offering] ?? Int.max }
  }
}
