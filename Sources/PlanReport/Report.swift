import PlanSource

/// What a run found, ready to be written in any format.
public struct Report: Sendable {
  /// planc's version.
  public let version: String
  /// The day the plans were read on, `2026-11-20`.
  public let asOf: String
  /// Plan files read.
  public let plans: Int
  /// Findings that plans waive.
  public let waived: Int
  /// In their total order.
  public let findings: [PlacedFinding]
  /// The program's folder below the root of its repository, with a `/` behind it; empty when they are the same.
  public var prefix = ""
  /// What is known about the rules, for formats that carry it.
  public var rules: [RuleInfo] = []
  /// The paths of all files that were read, in any order.
  public var files: [String] = []
  /// The names of the accounts by their ids.
  public var accounts: [String: String] = [:]
  /// The paths of the files that the change under review touches; empty where there is none.
  public var changed: Set<String> = []
  private let counts: [Level: Int]

  public init(version: String, asOf: String, plans: Int, waived: Int = 0, findings: [PlacedFinding])
  {
    self.version = version
    self.asOf = asOf
    self.plans = plans
    self.waived = waived
    self.findings = findings
    var counts: [Level: Int] = [:]
    for index in findings.indices { counts[findings[index].finding.level, default: 0] += 1 }
    self.counts = counts
  }

  /// The number of findings of a level.
  public func count(_ level: Level) -> Int { counts[level] ?? 0 }

  /// The number of findings that `--fix` would mend, and of those that it would mend with `--unsafe-fixes` only.
  public var fixable: (safe: Int, unsafe: Int) {
    let fixes = findings.compactMap(\.finding.fix)
    let safe = fixes.count(where: \.isSafe)
    return (safe, fixes.count - safe)
  }

  /// `7 can be mended with --fix, 2 more with --unsafe-fixes`; nil when none can.
  public var advice: String? {
    let (safe, unsafe) = fixable
    if safe == 0, unsafe == 0 { return nil }
    if safe == 0 { return "\(unsafe) can be mended with --fix --unsafe-fixes" }
    return "\(safe) can be mended with --fix"
      + (unsafe == 0 ? "" : ", \(unsafe) more with --unsafe-fixes")
  }

  /// The report as Markdown, for the summary of a run.
  ///
  /// - Parameter limit: Bytes that it must not exceed; findings that do not fit are counted in its last line.
  public func markdown(below limit: Int) -> String { MarkdownFormat.write(self, below: limit) }

  /// `24 plans: 3 errors, 1 warning, 0 infos; 2 waived`.
  public var summary: String {
    let counts = [Level.error, .warning, .info].map { level in
      let number = count(level)
      return "\(number) \(level.rawValue)\(number == 1 ? "" : "s")"
    }
    return "\(plans) plan\(plans == 1 ? "" : "s"): " + counts.joined(separator: ", ")
      + (waived == 0 ? "" : "; \(waived) waived")
  }
}

/// How findings are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For people: the line, the reason, the help.
  case full
  /// A line a finding.
  case concise
  /// One object.
  case json
  /// An object a line.
  case jsonLines = "json-lines"
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// For test reports: a suite a file.
  case junit
  /// Annotations of GitHub Actions.
  case github
  /// Code quality of GitLab.
  case gitlab
  /// A comment for people.
  case markdown

  /// The report's text; it ends with a line end unless it is empty.
  public func write(_ report: Report, palette: Palette = .plain) -> String {
    switch self {
    case .full: report.findings.map { FullFormat.write($0, palette) }.joined(separator: "\n")
    case .concise: report.findings.reduce(into: "") { ConciseFormat.write($1, palette, to: &$0) }
    case .json: JSONFormat.write(report)
    case .jsonLines: JSONFormat.lines(report)
    case .sarif: SARIFFormat.write(report)
    case .junit: JUnitFormat.write(report)
    case .github: GitHubFormat.write(report)
    case .gitlab: GitLabFormat.write(report)
    case .markdown: MarkdownFormat.write(report)
    }
  }

  /// What a person should know about what was written; nil when there is nothing to say.
  public func notice(_ report: Report) -> String? {
    self == .sarif ? SARIFFormat.notice(report) : nil
  }

  /// Whether findings can be counted in it.
  public var countsFindings: Bool {
    switch self {
    case .full, .concise, .json, .jsonLines: true
    case .sarif, .junit, .github, .gitlab, .markdown: false
    }
  }
}
