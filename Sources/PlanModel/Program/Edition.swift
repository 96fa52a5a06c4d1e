/// A set of pages for readers outside, such as a customer. It shows what it names and nothing else.
public struct Edition: Sendable {
  /// Kebab-case.
  public let name: String
  /// In the order of the settings.
  public let parts: [Part]
  /// In the order of the settings.
  public let fields: [Field]

  public init(name: String, parts: [Part], fields: [Field]) {
    self.name = name
    self.parts = parts
    self.fields = fields
  }

  /// A section, with the columns that are shown of it.
  public struct Part: Sendable {
    public let kind: SectionKind
    /// The format's names, without doubles: the section's own first, unless the settings put them elsewhere.
    public let columns: [String]

    public init(kind: SectionKind, columns: [String]) {
      self.kind = kind
      self.columns = columns
    }
  }

  /// A key of the front matter that an edition may show.
  public enum Field: String, Vocabulary {
    case account, domain, segment, reviewed, links, tags
    public static let noun = "field"
  }
}

/// What readers outside may see at all, whatever the settings say. What is not listed here stays in the house.
extension Edition {
  /// The columns that come with a section, and those that are there when they are named.
  public static func columns(of kind: SectionKind) -> (always: [String], named: [String]) {
    switch kind {
    case .brief: ([], BriefPart.allCases.map(\.heading))
    case .objectives: (["Objective"], ["Measure", "Target", "Current", "By", "Contact"])
    case .committee: (["Name"], ["Title", "Function", "Reports to"])
    case .actionPlan: (["Milestone", "Task", "Done", "Due"], ["Contact"])
    case .plays: (["Date", "Play", "Channel"], ["Contact"])
    case .risks: (["Risk"], ["Severity", "Mitigation"])
    case .whitespace, .opportunities, .meddpicc, .signals, .reviews: ([], [])
    }
  }

  /// Why no edition shows a section; nil when one may.
  public static func refusal(of kind: SectionKind) -> String? {
    switch kind {
    case .whitespace: "it says what we mean to sell and who stands in our way"
    case .opportunities: "it is our forecast"
    case .meddpicc: "it scores the deal"
    case .signals: "it says what we watch"
    case .reviews: "it is what we settled among ourselves"
    case .brief, .objectives, .committee, .actionPlan, .plays, .risks: nil
    }
  }

  /// Why no edition shows a column of the format; nil when one may, or when there is no such column.
  public static func refusal(of column: String, in kind: SectionKind) -> String? {
    let (always, named) = columns(of: kind)
    guard !(always + named).contains(column), kind.columns.contains(where: { $0.name == column })
    else { return nil }
    return switch column {
    case "Owner", "By", "Known by": "it names people of ours"
    case "Pain", "Success metric", "Objection", "Message": "it is our own note on a person"
    case "Outcome", "Content", "Stage": "it is our own record of the sale"
    default: "it says how we see a person"
    }
  }

  /// Why no edition shows a key of the front matter that is no `Field`.
  public static func refusal(ofField key: String) -> String {
    switch key {
    case "owner", "sponsor", "pod", "listed-by": "it names people of ours"
    case "tier", "stage", "stage-since", "status", "motion", "fit", "potential":
      "it says how we see the account"
    default: "it is bookkeeping of ours"
    }
  }
}
