/// What is known about a rule without running it: its documentation, which is at once its tests.
public struct RuleInfo: Sendable {
  /// `group/what-is-wrong`; stable.
  public let name: String
  /// The level while no setting says otherwise.
  public let level: Level
  /// One sentence.
  public let summary: String
  /// What it costs the deal or the build; printed with every finding.
  public let why: String
  /// How to mend it, for the rule's page; a finding may say it more exactly.
  public let mend: String
  /// What `--fix` does about it, in one sentence; nil when nothing can be mended without asking.
  public let fix: String?
  /// Whether the calendar alone can bring it about: then it is a warning during `limits.grace`.
  public let calendar: Bool
  /// The tier settings it reads, by their names in `planc.yml`.
  public let settings: [String]
  /// Those of `limits:` that it reads, by their names there.
  public let limits: [String]
  /// Whether what it finds must not be repeated: no report shows the text.
  public let isPrivate: Bool
  /// What it asks of git.
  public let history: HistoryUse
  public let examples: [Example]

  /// Whether a rule reads what git knows of the plans.
  public enum HistoryUse: String, Sendable {
    case none
    /// It says more with it, and something without it.
    case used
    /// Without it, it is left out.
    case needed
  }

  public init(
    name: String, level: Level, calendar: Bool = false, history: HistoryUse = .none,
    isPrivate: Bool = false, settings: [String] = [], limits: [String] = [], summary: String,
    why: String, mend: String, fix: String? = nil,
    examples: [Example]
  ) {
    self.name = name
    self.level = level
    self.calendar = calendar
    self.settings = settings
    self.limits = limits
    self.isPrivate = isPrivate
    self.summary = summary
    self.why = why
    self.mend = mend
    self.fix = fix
    self.history = history
    self.examples = examples
  }

  /// Whether an example is about the name of its file: then all of them are shown with it.
  public var hangsOnPath: Bool {
    examples.contains { $0.files.count == 1 && $0.files[0].path != Example.path }
  }

  /// The part before the slash.
  public var group: String { String(name.prefix { $0 != "/" }) }
}

/// A small program that shows a rule at work, or at rest.
public struct Example: Sendable {
  /// Marks the place where the finding begins; it is taken out before the text is read.
  public static let marker: Character = "↓"
  /// Where an example's plan lies, unless it says otherwise.
  public static let path = "plans/northwind.md"
  /// The day on which every example is read.
  public static let today = "2026-11-20"

  /// Whether the rule finds something.
  public let triggers: Bool
  /// Paths and texts; the first is what the example is about.
  public let files: [(path: String, text: String)]
  /// The text of `planc.yml`; empty for none.
  public let settings: String

  /// What was committed before the day on which the example is read, oldest first. The last commit is the one that a
  /// change is compared with. Without any there is no history.
  public let history: [Commit]

  /// A version of one plan that somebody committed.
  public struct Commit: Sendable {
    public let day: String
    public let author: String
    public let path: String
    /// Nil: as the example has it.
    public let text: String?

    public init(
      _ day: String, by author: String, _ text: String? = nil, path: String = Example.path
    ) {
      self.day = day
      self.author = author
      self.path = path
      self.text = text
    }
  }

  private init(
    _ triggers: Bool, _ files: [(path: String, text: String)], _ settings: String,
    _ history: [Commit]
  ) {
    self.triggers = triggers
    self.files = files
    self.settings = settings
    self.history = history
  }

  /// A plan in which the rule finds nothing.
  public static func good(
    _ plan: String, settings: String = "", history: [Commit] = []
  ) -> Example {
    Example(false, [(path, plan)], settings, history)
  }

  /// A plan in which the rule finds something, at each `↓`.
  public static func bad(
    _ plan: String, settings: String = "", history: [Commit] = []
  ) -> Example {
    Example(true, [(path, plan)], settings, history)
  }

  /// A program of several files in which the rule finds nothing.
  public static func good(
    files: [(path: String, text: String)], settings: String = "", history: [Commit] = []
  ) -> Example {
    Example(false, files, settings, history)
  }

  /// A program of several files in which the rule finds something, at each `↓`.
  public static func bad(
    files: [(path: String, text: String)], settings: String = "", history: [Commit] = []
  ) -> Example {
    Example(true, files, settings, history)
  }
}
