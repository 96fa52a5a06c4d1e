import PlanMetrics
import PlanModel

/// Deals that are open although their close day has passed.
struct PastDeals {
  /// Rows.
  static let limit = 8

  private struct Row {
    let account: Account
    let deal: Opportunity
    let close: Day
  }

  private let model: SiteModel
  /// The largest first.
  private let rows: [Row]

  init(_ model: SiteModel) {
    self.model = model
    rows = model.active.flatMap { account in
      model.measures(of: account).deals.compactMap { deal in
        guard let close = deal.close?.value, close < model.today else { return nil }
        return Row(account: account, deal: deal, close: close)
      }
    }.enumerated().sorted { left, right in
      let (a, b) = (left.element.deal.amount?.value, right.element.deal.amount?.value)
      return a != b ? a ?? .zero > b ?? .zero : left.offset < right.offset
    }.map(\.element)
  }

  /// Nil when every open deal has its day ahead.
  var block: SectionBlock? {
    guard !rows.isEmpty else { return nil }
    let rest = rows.count - Self.limit
    var table = DataTable(
      "Deals past their close day",
      [.text("Account"), .text("Deal"), .number("Amount"), .number("Was to close")])
    table.data = DataLinks(.opportunities, root: "")
    for row in rows.prefix(Self.limit) {
      let citations = Citations(model, model.plan(of: row.account), root: "")
      let amount: HTML = row.deal.amount.map { "\(model.figures.money($0.value))" } ?? "–"
      table.rows.append([
        model.link(row.account, root: ""), "\(row.deal.name.value)",
        citations.cite(amount, row.deal.amount?.span ?? row.deal.row),
        citations.cite(
          "<span class=\"late nb\">\(model.figures.day(row.close))</span>", row.deal.close?.span),
      ])
    }
    return SectionBlock(
      id: "past", title: Self.title(rows.count, rows.compactMap(\.deal.amount?.value).total, model),
      note: "They count in no pipeline until they have a new day, or an end"
        + (rest > 0 ? "; \(Wording.count(rest, "smaller deal")) not listed" : ""),
      style: "c5", body: "<div class=\"fig\">" + table.html + "</div>")
  }

  /// `Two open deals, €300k, should have closed`.
  private static func title(_ count: Int, _ sum: Money, _ model: SiteModel) -> String {
    let money = sum > .zero ? ", \(model.figures.money(sum))," : ""
    return "\(Wording.capital(Wording.spelled(count, "open deal")))\(money) should have closed"
  }
}
