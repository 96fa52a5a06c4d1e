import FoundationEssentials
import PlanSource

/// The findings as JSON, version 1: a contract for scripts.
enum JSONFormat {
  static func write(_ report: Report) -> String {
    let whole = Whole(
      tool: Tool(name: "planc", version: report.version), asOf: report.asOf,
      summary: Summary(
        plans: report.plans, errors: report.count(.error), warnings: report.count(.warning),
        infos: report.count(.info), waived: report.waived),
      findings: report.findings.map(Entry.init))
    return encode(whole, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
  }

  static func lines(_ report: Report) -> String {
    report.findings.map { encode(Entry($0), [.sortedKeys, .withoutEscapingSlashes]) }.joined()
  }

  /// A rule with a description per tier, for `planc explain`.
  static func encode(_ value: some Encodable, _ options: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = options
    // Strings, numbers and lists always encode.
    guard let data = try? encoder.encode(value) else { return "" }
    return TerminalText.escapeInJSON(String(decoding: data, as: UTF8.self)) + "\n"
  }

  private struct Whole: Encodable {
    let version = 1
    let tool: Tool
    let asOf: String
    let summary: Summary
    let findings: [Entry]
  }

  private struct Tool: Encodable {
    let name: String
    let version: String
  }

  private struct Summary: Encodable {
    let plans: Int
    let errors: Int
    let warnings: Int
    let infos: Int
    let waived: Int
  }

  private struct PlacedFix: Encodable {
    let title: String
    let safe: Bool
    let edits: [Edit]

    init?(_ placed: PlacedFinding) {
      guard let fix = placed.finding.fix else { return nil }
      title = fix.title
      safe = fix.isSafe
      edits = placed.edits.map(Edit.init)
    }
  }

  private struct Edit: Encodable {
    let text: String
    let line: Int
    let column: Int
    let endLine: Int
    let endColumn: Int

    init(_ edit: PlacedEdit) {
      text = edit.text
      (line, column) = (edit.start.line, edit.start.column)
      (endLine, endColumn) = (edit.end.line, edit.end.column)
    }
  }

  private struct Entry: Encodable {
    let placed: PlacedFinding

    init(_ placed: PlacedFinding) { self.placed = placed }

    private enum Key: String, CodingKey {
      case rule, level, message, path, line, column, endLine, endColumn, account, tier, notes
      case help, fix, fingerprint
    }

    func encode(to encoder: any Encoder) throws {
      let finding = placed.finding
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(finding.rule, forKey: .rule)
      try values.encode(finding.level.rawValue, forKey: .level)
      try values.encode(finding.message, forKey: .message)
      try values.encode(finding.path, forKey: .path)
      try values.encode(placed.start.line, forKey: .line)
      try values.encode(placed.start.column, forKey: .column)
      try values.encode(placed.end.line, forKey: .endLine)
      try values.encode(placed.end.column, forKey: .endColumn)
      try values.encode(finding.account, forKey: .account)
      try values.encode(finding.tier, forKey: .tier)
      try values.encode(placed.notes, forKey: .notes)
      try values.encode(finding.help, forKey: .help)
      try values.encode(PlacedFix(placed), forKey: .fix)
      try values.encode(finding.fingerprint, forKey: .fingerprint)
    }
  }
}
