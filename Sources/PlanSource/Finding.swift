/// How loud a rule is.
public enum Level: String, CaseIterable, Comparable, Sendable {
  /// Not reported.
  case off
  /// Advice.
  case info
  /// Shown, blocks nothing.
  case warning
  /// Blocks a merge.
  case error

  private var rank: Int {
    switch self {
    case .off: 0
    case .info: 1
    case .warning: 2
    case .error: 3
    }
  }

  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// A line under a finding that says more, and may point elsewhere.
public struct Note: Hashable, Sendable {
  /// What the line begins with: `note`, `quiet`, `first`.
  public let label: String
  public let text: String
  /// Another place the note is about.
  public let place: Place?

  public init(_ label: String = "note", _ text: String, at place: Place? = nil) {
    self.label = label
    self.text = text
    self.place = place
  }
}

/// One fault in what somebody wrote.
///
/// A finding is collected, never thrown. It holds bytes; a report turns them into lines and columns.
public struct Finding: Sendable {
  /// The rule's name, `group/what-is-wrong`.
  public let rule: String
  /// As the catalogue has it until the linter settles it by the settings.
  public var level: Level
  /// Relative to the program's root.
  public var path: String
  /// Where it begins and ends; nil for the file as a whole (line 1, no excerpt).
  public let span: Span?
  /// The fault, in one sentence without a full stop.
  public let message: String
  /// A few words beside the carets; may be empty.
  public let label: String
  public let notes: [Note]
  /// What it costs the deal or the build.
  public var why: String
  /// What to type instead.
  public let help: String
  /// What tells this finding from others of the same rule in the same account; survives an edit above it.
  public let key: String
  /// The row, list item or key that the finding is about, if it is about one: a value beside it that cannot be read
  /// does not withhold it.
  public let row: Span?
  /// How it can be mended without asking anybody; nil where only a person knows.
  public var fix: Fix?
  /// Whether the text that it points to must not be repeated.
  public let isPrivate: Bool
  /// The id of the account, where there is one.
  public var account: String?
  /// The tier of the account (1 to 3), where there is one.
  public var tier: Int?
  /// Whether it hangs on a value that could not be read: it is not reported before that can be read.
  public var isWithheld = false
  /// Stable over edits elsewhere in the file; unique in one run.
  public var fingerprint = ""

  public init(
    _ rule: RuleInfo, path: String = "", at span: Span?, _ message: String, label: String = "",
    notes: [Note] = [], why: String? = nil, help: String? = nil, key: String = "", row: Span? = nil,
    fix: Fix? = nil
  ) {
    self.rule = rule.name
    self.level = rule.level
    self.isPrivate = rule.isPrivate
    self.path = path
    self.span = span
    self.message = message.withShortQuotes
    self.label = label
    self.notes = notes
    self.why = why ?? rule.why
    self.help = (help ?? rule.mend).withShortQuotes
    self.key = key.utf8.count > 400 ? String(key.prefix(100)) : key
    self.row = row
    self.fix = fix
  }

  /// A finding as an earlier run found it; nothing is cut or filled in.
  public init(
    restoring rule: RuleInfo, level: Level, path: String, span: Span?, message: String,
    label: String, notes: [Note], why: String, help: String, key: String, row: Span?
  ) {
    self.rule = rule.name
    self.level = level
    self.isPrivate = rule.isPrivate
    self.path = path
    self.span = span
    self.message = message
    self.label = label
    self.notes = notes
    self.why = why
    self.help = help
    self.key = key
    self.row = row
  }

  /// By path, place, rule, then text: one total order, so that output never depends on timing.
  public static func isOrdered(_ left: Finding, _ right: Finding) -> Bool {
    if left.path != right.path { return left.path.precedes(right.path) }
    let (leftStart, rightStart) = (left.span?.start ?? 0, right.span?.start ?? 0)
    if leftStart != rightStart { return leftStart < rightStart }
    if left.rule != right.rule { return left.rule.precedes(right.rule) }
    if left.message != right.message {
      return left.message.precedes(right.message)
    }
    return left.key.precedes(right.key)
  }
}

extension String {
  /// With what stands in backticks cut where it is too long to read: a value may be as long as its file.
  fileprivate var withShortQuotes: String {
    guard utf8.count > 400 else { return self }
    let parts = utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index % 2 == 1 && part.count > 200
        ? Substring(part).prefix(100) + "…" : String(Substring(part))
    }.joined(separator: "`")
  }
}
