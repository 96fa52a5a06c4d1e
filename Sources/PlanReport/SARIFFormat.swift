import PlanSource

/// The findings as SARIF 2.1.0, for code scanning: a contract.
enum SARIFFormat {
  /// GitHub refuses a file with more results.
  static let maximum = 25_000

  static func write(_ report: Report) -> String {
    JSONFormat.encode(
      Log(report), [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
  }

  /// What is said when findings were left out; nil when all fit.
  static func notice(_ report: Report) -> String? {
    let count = report.findings.count
    if count <= maximum { return nil }
    return "the worst \(maximum) of \(count) findings are in the SARIF report, for GitHub refuses "
      + "more; `--output-format json` has them all"
  }

  /// In their order; the mildest are left out when there are too many.
  private static func results(_ report: Report) -> [PlacedFinding] {
    if report.findings.count <= maximum { return report.findings }
    var room: [Level: Int] = [:]
    var left = maximum
    for level in [Level.error, .warning, .info] {
      room[level] = min(left, report.count(level))
      left -= room[level, default: 0]
    }
    return report.findings.filter { placed in
      room[placed.finding.level, default: 0] -= 1
      return room[placed.finding.level, default: 0] >= 0
    }
  }

  fileprivate static func level(_ level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    case .off: "none"
    }
  }

  /// A relative reference: all but what a URI may hold, by its bytes.
  fileprivate static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }

  // MARK: The objects of the standard

  private struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }

    init(_ report: Report) { runs = [Run(report)] }
  }

  private struct Run: Encodable {
    let tool: Tool
    let invocations: [Invocation]
    let columnKind = "utf16CodeUnits"
    let results: [Result]

    init(_ report: Report) {
      let found = SARIFFormat.results(report)
      let names = Set(found.map(\.finding.rule)).sorted {
        $0.precedes($1)
      }
      let known = Dictionary(report.rules.map { ($0.name, $0) }) { first, _ in first }
      let indices = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
      tool = Tool(
        driver: Driver(
          version: report.version, rules: names.map { Rule(name: $0, info: known[$0]) }))
      invocations = [
        Invocation(
          toolExecutionNotifications: SARIFFormat.notice(report).map { text in
            [Notification(level: "warning", message: Message(text: text))]
          })
      ]
      results = found.map { Result($0, indices[$0.finding.rule] ?? -1, report) }
    }
  }

  private struct Tool: Encodable {
    let driver: Driver
  }

  private struct Driver: Encodable {
    let name = "planc"
    let version: String
    let rules: [Rule]
  }

  private struct Rule: Encodable {
    let id: String
    let shortDescription: Message?
    let fullDescription: Message?
    let help: Message?
    let defaultConfiguration: Configuration?

    init(name: String, info: RuleInfo?) {
      id = name
      shortDescription = info.map { Message(text: $0.summary) }
      fullDescription = info.map { Message(text: $0.why) }
      help = info.map { Message(text: $0.mend) }
      defaultConfiguration = info.map { Configuration(level: SARIFFormat.level($0.level)) }
    }
  }

  private struct Configuration: Encodable {
    let level: String
  }

  private struct Invocation: Encodable {
    let executionSuccessful = true
    let toolExecutionNotifications: [Notification]?
  }

  private struct Notification: Encodable {
    let level: String
    let message: Message
  }

  private struct Message: Encodable {
    let text: String

    /// What a plan says is no link, and no placeholder (3.11.5: braces are doubled).
    init(text: String) {
      let braces = text.replacing("{", with: "{{").replacing("}", with: "}}")
      self.text = String(
        braces.unicodeScalars.replacing("](".unicodeScalars, with: "\\](".unicodeScalars))
    }
  }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let partialFingerprints: [String: String]
    let fixes: [Fix]?

    init(_ placed: PlacedFinding, _ index: Int, _ report: Report) {
      let finding = placed.finding
      ruleId = finding.rule
      ruleIndex = index
      level = SARIFFormat.level(finding.level)
      let lines = [finding.message] + placed.notes + ["help: \(finding.help)"]
      message = Message(text: lines.joined(separator: "\n"))
      locations = [
        Location(
          physicalLocation: Physical(
            artifactLocation: Artifact(uri: SARIFFormat.uri(report.prefix + finding.path)),
            region: Region(placed)))
      ]
      partialFingerprints = ["planc/v1": finding.fingerprint]
      fixes = finding.fix.map { [Fix($0, placed.edits, report.prefix + finding.path)] }
    }
  }

  private struct Fix: Encodable {
    let description: Message
    let artifactChanges: [Change]

    init(_ fix: PlanSource.Fix, _ edits: [PlacedEdit], _ path: String) {
      description = Message(text: fix.title + (fix.isSafe ? "" : " (not safe)"))
      artifactChanges = [
        Change(
          artifactLocation: Artifact(uri: SARIFFormat.uri(path)),
          replacements: edits.map(Replacement.init))
      ]
    }
  }

  private struct Change: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  private struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Content

    init(_ edit: PlacedEdit) {
      deletedRegion = Region(edit.start, edit.end)
      insertedContent = Content(text: edit.text)
    }
  }

  private struct Content: Encodable {
    let text: String
  }

  private struct Location: Encodable {
    let physicalLocation: Physical
  }

  private struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }

  private struct Artifact: Encodable {
    let uri: String
  }

  /// Columns in UTF-16 code units; a file as a whole is its first line.
  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
    let endLine: Int?
    let endColumn: Int?

    init(_ placed: PlacedFinding) {
      let hasPlace = placed.excerpt != nil
      startLine = placed.start.line
      startColumn = hasPlace ? placed.start.utf16Column : nil
      endLine = hasPlace ? placed.end.line : nil
      endColumn = hasPlace ? placed.end.utf16Column : nil
    }

    init(_ start: Position, _ end: Position) {
      (startLine, startColumn) = (start.line, start.utf16Column)
      (endLine, endColumn) = (end.line, end.utf16Column)
    }
  }
}
