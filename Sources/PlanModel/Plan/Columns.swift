import PlanSource

/// A column of a section's table.
public struct Column: Sendable {
  /// As planc writes it; read without regard to case.
  public let name: String
  /// Other headings that are read as this column.
  public let aliases: [String]
  /// Whether a table without it cannot be read.
  public let isRequired: Bool

  /// The name and the aliases, folded as headings are compared.
  private let forms: [[UInt8]]

  /// Whether a heading is the column's name or one of its aliases.
  public func isNamed(_ heading: String) -> Bool { isNamed(folded: Nearest.fold(heading)) }

  /// The same for a heading that is folded by `Nearest.fold`.
  public func isNamed(folded heading: [UInt8]) -> Bool { forms.contains(heading) }

  private init(_ name: String, _ aliases: [String], _ isRequired: Bool) {
    self.name = name
    self.aliases = aliases
    self.isRequired = isRequired
    forms = ([name] + aliases).map(Nearest.fold)
  }

  static func required(_ name: String, or aliases: String...) -> Column {
    Column(name, aliases, true)
  }
  static func optional(_ name: String, or aliases: String...) -> Column {
    Column(name, aliases, false)
  }
}

extension SectionKind {
  /// The columns of the section's table; empty for sections that are read from headings or lists.
  public var columns: [Column] { Self.tables[self] ?? [] }

  private static let tables = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.format) })

  private var format: [Column] {
    switch self {
    case .brief, .actionPlan, .reviews: []
    case .objectives:
      [
        .required("Objective"), .optional("Measure"), .optional("Target"), .optional("Current"),
        .optional("By"), .optional("Owner"), .optional("Contact"),
      ]
    case .committee:
      [
        .required("Name"), .optional("Title"), .required("Role"), .optional("Function"),
        .optional("Stance"), .optional("Influence"), .optional("Authority"),
        .optional("Reports to"),
        .optional("Owner"), .optional("Last engaged"), .optional("Pain", or: "Cares about"),
        .optional("Success metric"), .optional("Objection"), .optional("Message"),
        .optional("Known by"), .optional("Status"),
      ]
    case .whitespace:
      [
        .required("Offering", or: "Product"),
        .required("Buying center", or: "Business unit", "Region"), .required("Status"),
        .optional("Potential"), .optional("Owner"), .optional("Next step"), .optional("By"),
        .optional("Incumbent"), .optional("Until"), .optional("Opportunity"), .optional("Reason"),
      ]
    case .opportunities:
      [
        .required("Opportunity"), .optional("CRM id"), .optional("Amount"), .optional("Stage"),
        .optional("Close"), .optional("Created"), .optional("Forecast"), .optional("Source"),
        .optional("Contacts"),
      ]
    case .meddpicc: [.required("Element"), .required("Score"), .optional("Evidence")]
    case .plays:
      [
        .required("Date"), .required("Play"), .required("Channel"), .optional("Contact"),
        .optional("By"), .optional("Outcome"), .optional("Content"), .optional("Stage"),
      ]
    case .signals:
      [
        .required("Date"), .required("Kind"), .required("Signal"), .optional("Strength"),
        .optional("Source"), .optional("Action"),
      ]
    case .risks:
      [.required("Risk"), .optional("Severity"), .optional("Mitigation"), .optional("Owner")]
    }
  }
}
