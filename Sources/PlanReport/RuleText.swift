import PlanSource

/// What is known about a rule, for reading in a terminal or by a script.
public struct RuleText: Sendable {
  /// A tier setting that the rule reads.
  public struct Setting: Sendable, Encodable {
    public let name: String
    public let meaning: String
    /// For tier 1, 2 and 3, as `planc.yml` writes them.
    public let defaults: [String]

    public init(name: String, meaning: String, defaults: [String]) {
      self.name = name
      self.meaning = meaning
      self.defaults = defaults
    }
  }

  /// One of `limits:` that the rule reads.
  public struct Limit: Sendable, Encodable {
    public let name: String
    public let meaning: String
    /// As `planc.yml` writes it.
    public let standard: String

    public init(name: String, meaning: String, standard: String) {
      self.name = name
      self.meaning = meaning
      self.standard = standard
    }

    private enum CodingKeys: String, CodingKey {
      case name, meaning
      case standard = "default"
    }
  }

  let rule: RuleInfo
  let settings: [Setting]
  let limits: [Limit]

  public init(rule: RuleInfo, settings: [Setting], limits: [Limit] = []) {
    self.rule = rule
    self.settings = settings
    self.limits = limits
  }

  /// The rule's page as text.
  public var page: String {
    var text = "\(rule.name) (\(rule.level.rawValue))\n\n\(rule.summary)\n\n"
    text += "Why it matters\n  \(rule.why.prefix(1).uppercased() + rule.why.dropFirst()).\n\n"
    text += "How to mend it\n  \(rule.mend)\n"
    if let fix = rule.fix { text += "\nWhat --fix does\n  \(fix)\n" }
    if rule.calendar {
      text +=
        "\nThe calendar alone can bring it about: it is a warning during `limits.grace` (14 days "
        + "by default), then an error.\n"
    }
    if let git = rule.history.sentence { text += "\n\(git)\n" }
    if !settings.isEmpty { text += "\nSettings, under `tiers:` in planc.yml\n" }
    for setting in settings {
      text +=
        "  \(setting.name): \(setting.meaning.prefix(1).lowercased() + setting.meaning.dropFirst())\n"
      for (index, value) in setting.defaults.enumerated() {
        text += "    tier \(index + 1): \(value)\n"
      }
    }
    if !limits.isEmpty { text += "\nSettings, under `limits:` in planc.yml\n" }
    for limit in limits {
      text +=
        "  \(limit.name): \(limit.meaning.prefix(1).lowercased() + limit.meaning.dropFirst()); "
        + "\(limit.standard) by default\n"
    }
    text += "\nThe level is set under `rules:` in planc.yml: `\(rule.name): warning`.\n"
    for example in rule.examples {
      text += example.triggers ? "\nFound (at the ↓)\n" : "\nIn order\n"
      for file in example.files {
        if example.files.count > 1 || rule.hangsOnPath { text += "  \(file.path)\n" }
        text += indented(file.text)
      }
      if !example.settings.isEmpty { text += "  with planc.yml\n" + indented(example.settings) }
      for commit in example.history {
        text += "  \(commit.line(in: example))\n" + (commit.text.map(indented) ?? "")
      }
    }
    return TerminalText.escapeLines(text)
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// A line a rule: name, level, summary.
  public static func list(_ rules: [RuleText]) -> String {
    let width = rules.map(\.rule.name.utf8.count).max() ?? 0
    return rules.map { text in
      let gap = String(repeating: " ", count: width - text.rule.name.utf8.count + 2)
      let level = text.rule.level.rawValue
      let levelGap = String(repeating: " ", count: 9 - level.utf8.count)
      return text.rule.name + gap + level + levelGap + text.rule.summary + "\n"
    }.joined()
  }

  /// One rule as an object, or several as a list.
  public static func json(_ rules: [RuleText], asList: Bool) -> String {
    let entries = rules.map(Entry.init)
    if !asList, let only = entries.first {
      return JSONFormat.encode(only, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    }
    return JSONFormat.encode(entries, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
  }

  private struct Entry: Encodable {
    let name: String
    let level: String
    let summary: String
    let why: String
    let mend: String
    let fix: String?
    let calendar: Bool
    let history: String
    let settings: [Setting]
    let limits: [Limit]
    let examples: [Sample]

    init(_ text: RuleText) {
      name = text.rule.name
      level = text.rule.level.rawValue
      summary = text.rule.summary
      why = text.rule.why
      mend = text.rule.mend
      fix = text.rule.fix
      calendar = text.rule.calendar
      history = text.rule.history.rawValue
      settings = text.settings
      limits = text.limits
      examples = text.rule.examples.map(Sample.init)
    }
  }

  private struct Sample: Encodable {
    let triggers: Bool
    let settings: String
    let files: [File]
    let history: [Commit]

    init(_ example: Example) {
      triggers = example.triggers
      settings = example.settings
      files = example.files.map { File(path: $0.path, text: $0.text) }
      history = example.history.map {
        Commit(day: $0.day, author: $0.author, path: $0.path, text: $0.text)
      }
    }
  }

  private struct Commit: Encodable {
    let day: String
    let author: String
    let path: String
    let text: String?
  }

  private struct File: Encodable {
    let path: String
    let text: String
  }
}

extension TerminalText {
  /// The same for text of several lines.
  public static func escapeLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escape(String($0)) }
      .joined(separator: "\n")
  }
}

extension OutputFormat {
  /// Findings counted by rule, most first: a table, or JSON where that was asked for.
  public func statistics(_ report: Report) -> String {
    var counts: [String: [Level: Int]] = [:]
    for placed in report.findings {
      counts[placed.finding.rule, default: [:]][placed.finding.level, default: 0] += 1
    }
    let rows = counts.map { rule, levels in
      RuleCount(
        rule: rule, count: levels.values.reduce(0, +), errors: levels[.error] ?? 0,
        warnings: levels[.warning] ?? 0, infos: levels[.info] ?? 0)
    }.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
    switch self {
    case .full, .concise, .sarif, .junit, .github, .gitlab, .markdown:
      let width = rows.map { String($0.count).utf8.count }.max() ?? 0
      return rows.map { row in
        let gap = String(repeating: " ", count: width - String(row.count).utf8.count)
        return "\(gap)\(row.count)  \(row.rule)\n"
      }.joined()
    case .json:
      return JSONFormat.encode(rows, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    case .jsonLines:
      return rows.map { JSONFormat.encode($0, [.sortedKeys, .withoutEscapingSlashes]) }.joined()
    }
  }

  private struct RuleCount: Encodable {
    let rule: String
    let count: Int
    let errors: Int
    let warnings: Int
    let infos: Int
  }
}
