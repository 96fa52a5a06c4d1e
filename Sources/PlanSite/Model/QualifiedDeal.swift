import PlanMetrics
import PlanModel
import PlanSource

/// What MEDDPICC says of one deal, against how far the deal has come.
struct QualifiedDeal: Sendable {
  /// One element: what is known, and who told us.
  struct Answer: Sendable {
    let element: Element
    /// 0 to 3; nil when it is not written.
    let score: Int?
    let evidence: String?
    let row: Span?
    /// Whether the deal has come as far as the element is due.
    let isDue: Bool

    /// Due, and no more than assumed, or without a word of evidence.
    var isGap: Bool { isDue && (score ?? 0 <= 1 || evidence == nil) }
  }

  /// The days from the deal's beginning to its close.
  struct Way: Sendable {
    /// More than `all` when the close day is behind today.
    let gone: Int
    let all: Int

    init?(from start: Day?, to close: Day?, on today: Day) {
      guard let start, let close, close > start else { return nil }
      all = close - start
      gone = max(today - start, 0)
    }

    var percent: Int { min(gone, all) * 100 / all }
    func isPast(tenths: Int) -> Bool { gone * 10 > tenths * all }
  }

  /// Of the deal, or of the heading in MEDDPICC; nil when neither has one.
  let name: String?
  /// All eight, in the order in which a deal must know them.
  let answers: [Answer]
  /// How far it has come; nil without two days.
  let way: Way?
  /// The day on which it is to close.
  let close: Day?
  /// Where the way begins: `created`, or the account's stage.
  let start: String

  var gaps: [Answer] { answers.filter(\.isGap) }
  /// How many elements are due.
  var due: Int { answers.count(where: \.isDue) }

  /// Deals shown.
  static let limit = 3

  /// Those of the open deals; of an account without a deal each table that is written.
  static func all(_ plan: Plan, _ measures: PlanMeasures) -> [QualifiedDeal] {
    let tables = plan.meddpicc?.items ?? []
    guard !tables.isEmpty else { return [] }
    if plan.opportunities?.items.isEmpty ?? true {
      return tables.prefix(limit).map { QualifiedDeal($0, of: nil, plan, measures) }
    }
    // A table under no heading is drawn once, with that of its deals which closes first.
    let shared = measures.deals.filter { plan.qualification(of: $0)?.opportunity == nil }
    let first = shared.min { ($0.close?.value ?? Day.last) < ($1.close?.value ?? Day.last) }
    return measures.deals.compactMap { deal -> QualifiedDeal? in
      guard let table = plan.qualification(of: deal),
        table.opportunity != nil || deal.row == first?.row
      else { return nil }
      return QualifiedDeal(table, of: deal, plan, measures)
    }.prefix(limit).map(\.self)
  }

  private init(
    _ table: Qualification, of deal: Opportunity?, _ plan: Plan, _ measures: PlanMeasures
  ) {
    name = deal?.name.value ?? table.opportunity?.value
    let since = measures.deals.count == 1 ? plan.stageSince?.value : nil
    let created = deal?.created?.value
    start = created == nil ? "the stage’s beginning" : "created"
    let way = Way(from: created ?? since, to: deal?.close?.value, on: measures.today)
    self.way = way
    close = deal?.close?.value
    answers = Element.byDue.map { element in
      let answer = table.elements.first { $0.element.value == element }
      return Answer(
        element: element, score: answer?.score?.value, evidence: answer?.evidence?.value,
        row: answer?.row, isDue: way?.isPast(tenths: element.due) ?? false)
    }
  }
}
