import PlanSource

/// Rules and their groups in words, for readers who do not know them by name.
enum RuleWords {
  /// What the rules of a group are about: `buying committees`; the group's name where there are no words for it.
  static func topic(of group: String) -> String {
    switch group {
    case "structure": "how plans are written"
    case "list": "the target list"
    case "sponsor": "executive sponsors"
    case "pod": "pods"
    case "committee": "buying committees"
    case "brief": "briefs"
    case "whitespace": "whitespace"
    case "objectives": "objectives"
    case "plays": "plays"
    case "signals": "signals"
    case "opportunity": "deals"
    case "map": "mutual action plans"
    case "freshness": "reviews and freshness"
    case "privacy": "private data and secrets"
    case "waiver": "waivers"
    default: group
    }
  }

  /// A rule's summary within a sentence: `a role that the tier asks for and nobody holds`.
  static func phrase(_ summary: String) -> String {
    let text = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    let second = text.dropFirst().first
    guard let first = text.first, second == " " || second?.isLowercase ?? false,
      !text.hasPrefix("Tier")
    else { return text }
    return first.lowercased() + text.dropFirst()
  }
}
