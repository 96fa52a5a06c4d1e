import PlanModel

/// Something an edition shows of a row: what it is, and beside it what the edition names.
struct EditionEntry {
  let title: String
  /// By column; nil where the row says nothing.
  let facts: [(label: String, value: String?)]

  private func html(_ labels: Set<String>) -> HTML {
    var html: HTML = "<li><h3>\(title)</h3>"
    let facts = facts.filter { labels.contains($0.label) }
    if !facts.isEmpty {
      html += "<dl>"
      for (label, value) in facts {
        html += "<div><dt>\(label)</dt><dd>\(value ?? "–")</dd></div>"
      }
      html += "</dl>"
    }
    return html + "</li>"
  }

  /// The rows of a section as a list, each with the same columns: those that any row fills.
  static func list(
    _ part: Edition.Part, _ plan: Plan, today: Day, _ discretion: Discretion
  ) -> HTML {
    let entries = all(part, plan, today: today, discretion)
    guard !entries.isEmpty else { return HTML() }
    let labels = entries.flatMap(\.facts).compactMap { $0.value == nil ? nil : $0.label }
    return "<ul class=\"ent\">\(entries.map { $0.html(Set(labels)) }.joined())</ul>"
  }

  /// The rows of a section that is a table. What a column's name does not lead to here is not shown.
  private static func all(
    _ part: Edition.Part, _ plan: Plan, today: Day, _ discretion: Discretion
  ) -> [EditionEntry] {
    func entry(_ title: Located<String>, _ value: (String) -> String?) -> EditionEntry {
      EditionEntry(
        title: discretion.text(title.value),
        facts: part.columns.filter { $0 != Self.title(of: part.kind) }
          .map { ($0, value($0).map(discretion.text)) })
    }
    switch part.kind {
    case .objectives:
      return (plan.objectives?.items ?? []).map { row in
        entry(row.text) { value($0, of: row, discretion) }
      }
    case .committee:
      return plan.contacts.filter { !$0.hasLeft }.map { row in
        entry(row.name) { value($0, of: row, discretion) }
      }
    case .plays:
      return plan.plays(until: today).map { row in
        entry(row.play) { value($0, of: row, discretion) }
      }
    case .risks:
      return (plan.risks?.items ?? []).map { row in entry(row.risk) { value($0, of: row) } }
    case .brief, .actionPlan, .whitespace, .opportunities, .meddpicc, .signals, .reviews:
      return []
    }
  }

  /// The column that names a row.
  private static func title(of kind: SectionKind) -> String? {
    switch kind {
    case .objectives: "Objective"
    case .committee: "Name"
    case .plays: "Play"
    case .risks: "Risk"
    default: nil
    }
  }

  private static func value(
    _ column: String, of row: Objective, _ discretion: Discretion
  ) -> String? {
    switch column {
    case "Measure": row.measure?.value
    case "Target": row.target?.value
    case "Current": row.current?.value
    case "By": row.by.map { Figures.short($0.value) }
    case "Contact": discretion.staying([row.contact]).first
    default: nil
    }
  }

  private static func value(
    _ column: String, of row: Contact, _ discretion: Discretion
  ) -> String? {
    switch column {
    case "Title": row.title?.value
    case "Function": row.function?.value
    case "Reports to": discretion.staying([row.reportsTo]).first
    default: nil
    }
  }

  private static func value(
    _ column: String, of row: Play, _ discretion: Discretion
  ) -> String? {
    switch column {
    case "Date": return Figures.short(row.date.value)
    case "Channel": return row.channel?.value.spoken
    case "Contact":
      let contacts = discretion.staying(row.contacts)
      return contacts.isEmpty ? nil : Wording.list(contacts)
    default: return nil
    }
  }

  private static func value(_ column: String, of row: Risk) -> String? {
    switch column {
    case "Severity": row.severity?.value.spoken
    case "Mitigation": row.mitigation?.value
    default: nil
    }
  }
}

extension Plan {
  /// What has been done and sent by a day; what is planned, for that day too, is ours to know.
  func plays(until today: Day) -> [Play] {
    (plays?.items ?? []).filter { !$0.isPlanned(on: today) }
  }
}
