import PlanMetrics
import PlanModel
import PlanSource

/// A table that the site hands out for spreadsheets and other tools: `data/<name>.csv` and `data/<name>.json`.
struct DataFile: Sendable {
  /// Of the file, without its ending.
  let name: String
  /// What a row is, as a sentence.
  let meaning: String
  let columns: [Field]
  private let fill: @Sendable (SiteModel, inout DataWriter) -> Void

  /// A column, as the file's explanation needs it.
  struct Field: Sendable {
    let name: String
    let kind: DataKind
    let meaning: String
  }

  /// In the order in which they are explained.
  static let all: [DataFile] = [
    .accounts, .contacts, .whitespace, .opportunities, .meddpicc, .tasks, .plays, .signals,
    .objectives, .risks, .reviews, .findings, .people, .segments, .tiers, .metrics, .calendar,
  ]

  func path(_ format: DataFormat) -> String { "data/\(name).\(format.rawValue)" }

  /// The whole file; rows go into it plan by plan.
  func bytes(_ model: SiteModel, _ format: DataFormat) -> [UInt8] {
    var writer = DataWriter(format, self, asOf: model.today)
    fill(model, &writer)
    return writer.end()
  }
}

/// A plan whose rows are written.
struct DataPlan {
  let model: SiteModel
  let account: Account
  let plan: Plan
  let measures: PlanMeasures
}

extension DataFile {
  /// A file with rows out of plans: each begins with the account, its name and tier, and ends with path and line.
  ///
  /// - Parameters:
  ///   - isWhole: Whether paused and retired accounts have rows too.
  ///   - span: The place in the plan that a row comes from.
  init<Row>(
    _ name: String, _ meaning: String, isWhole: Bool = false,
    rows: @escaping @Sendable (DataPlan) -> [Row], at span: @escaping @Sendable (Row) -> Span,
    _ columns: [DataColumn<Row>]
  ) {
    self.name = name
    self.meaning = meaning
    let hasMoney = columns.contains { $0.kind == .money }
    self.columns =
      Self.account + columns.map { Field(name: $0.name, kind: $0.kind, meaning: $0.meaning) }
      + (hasMoney ? [Self.currency] : []) + Self.place
    fill = { model, writer in
      let currency = DataValue.text(model.program.currency)
      for account in model.accounts where account.isActive || (isWhole && account.page != nil) {
        let plan = model.plan(of: account)
        let rows = rows(
          DataPlan(
            model: model, account: account, plan: plan, measures: model.measures(of: account)))
        guard !rows.isEmpty else { continue }
        let citations = Citations(model, plan, root: "")
        for row in rows {
          writer.row()
          writer.cell(.text(plan.id))
          writer.cell(.text(account.name))
          writer.cell(.number(account.tier.rawValue))
          for column in columns { writer.cell(column.value(row)) }
          if hasMoney { writer.cell(currency) }
          writer.cell(.text(plan.path))
          writer.cell(citations.line(of: span(row)).map(DataValue.number) ?? .none)
          writer.endRow()
        }
      }
    }
  }

  /// A file about something else than plans. What a row comes from is a column of its own, where there is a place.
  init<Row>(
    _ name: String, _ meaning: String, rows: @escaping @Sendable (SiteModel) -> [Row],
    _ columns: [DataColumn<Row>]
  ) {
    self.name = name
    self.meaning = meaning
    let hasMoney = columns.contains { $0.kind == .money }
    self.columns =
      columns.map { Field(name: $0.name, kind: $0.kind, meaning: $0.meaning) }
      + (hasMoney ? [Self.currency] : [])
    fill = { model, writer in
      for row in rows(model) {
        writer.row()
        for column in columns { writer.cell(column.value(row)) }
        if hasMoney { writer.cell(.text(model.program.currency)) }
        writer.endRow()
      }
    }
  }

  private static let account = [
    Field(name: "account", kind: .text, meaning: "The account’s id: its plan’s file without .md"),
    Field(name: "name", kind: .text, meaning: "What the account is called"),
    Field(name: "tier", kind: .number, meaning: "1, 2 or 3"),
  ]
  private static let currency = Field(
    name: "currency", kind: .text, meaning: "Of the amounts in the row: the program’s own")
  private static let place = [
    Field(name: "path", kind: .text, meaning: "The file that the row comes from"),
    Field(name: "line", kind: .number, meaning: "The line in that file, from 1"),
  ]
}
