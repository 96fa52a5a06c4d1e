/// The sections of the format.
public enum SectionKind: String, Vocabulary {
  case brief, objectives
  case committee = "buying-committee"
  case whitespace, opportunities, meddpicc
  case actionPlan = "mutual-action-plan"
  case plays, signals, risks, reviews
  public static let noun = "section"
  public static let synonyms: [String: SectionKind] = [
    "Account brief": .brief, "Research": .brief, "Goals": .objectives, "Stakeholders": .committee,
    "Contacts": .committee, "White space": .whitespace, "Deals": .opportunities,
    "Action plan": .actionPlan, "MAP": .actionPlan, "Touches": .plays, "Activity": .plays,
    "Intent": .signals, "QBRs": .reviews,
  ]

  /// The heading as planc writes it.
  public var title: String {
    switch self {
    case .meddpicc: "MEDDPICC"
    default: spoken.prefix(1).uppercased() + spoken.dropFirst()
    }
  }

  /// All headings that are read as a section of the format, aliases too.
  public static let headings: [String] =
    allCases.map(\.title) + synonyms.keys.sorted()
}
