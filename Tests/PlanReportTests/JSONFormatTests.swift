import Foundation
import PlanReport
import PlanSource
import Testing

/// Findings for scripts: a contract.
struct JSONFormatTests {
  private struct Whole: Decodable {
    let version: Int
    let tool: [String: String]
    let asOf: String
    let summary: [String: Int]
    let findings: [Entry]
  }

  private struct Entry: Decodable {
    let rule, level, message, path, help, fingerprint: String
    let line, column, endLine, endColumn: Int
    let account: String?
    let tier: Int?
    let notes: [String]
  }

  private func decode<Value: Decodable>(_ text: some StringProtocol, as: Value.Type) throws -> Value
  {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  @Test func holdsAllThatTheContractNames() throws {
    let findings = [
      Sample.place("a\nżb cd\n", at: "b cd", notes: [Note("first", "x")]),
      Sample.place("a", at: nil, level: .warning), Sample.place("a", at: "a", level: .info),
    ]
    let text = OutputFormat.json.write(Sample.report(findings))
    let whole = try decode(text, as: Whole.self)
    #expect(whole.version == 1)
    #expect(whole.tool == ["name": "planc", "version": "1.2.3"])
    #expect(whole.asOf == "2026-11-20")
    #expect(
      whole.summary == ["plans": 2, "errors": 1, "warnings": 1, "infos": 1, "waived": 0])
    let first = try #require(whole.findings.first)
    #expect([first.rule, first.level, first.path] == ["group/fault", "error", "plans/a.md"])
    let places: [Int] = [first.line, first.column, first.endLine, first.endColumn]
    #expect(places == [2, 2, 2, 6])
    #expect(first.notes == ["first: x"])
    #expect(first.help == "Mend it.")
    #expect(text.hasSuffix("}\n"))
  }

  /// Every key is there, null where there is nothing.
  @Test func keysAreNeverLeftOut() throws {
    let line = OutputFormat.jsonLines.write(Sample.report([Sample.place("a", at: nil)]))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "account", "column", "endColumn", "endLine", "fingerprint", "fix", "help", "level", "line",
        "message", "notes", "path", "rule", "tier",
      ])
    for key in ["account", "fix", "tier"] { #expect(object[key] is NSNull) }
  }

  @Test func oneLineEach() throws {
    let findings = [
      Sample.place("a", at: "a", message: "line\nend\u{2028}"), Sample.place("a", at: nil),
    ]
    let lines = OutputFormat.jsonLines.write(Sample.report(findings)).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(try decode(lines[0], as: Entry.self).message == "line\nend\u{2028}")
    #expect(OutputFormat.jsonLines.write(Sample.report([])) == "")
    #expect(try decode(OutputFormat.json.write(Sample.report([])), as: Whole.self).findings.isEmpty)
  }

  /// What is in a plan comes back from JSON as it was, quotes with combining marks among it.
  @Test(arguments: [
    "\"\u{301}", "\\\u{20E3}", "\u{0}\u{1B}\u{7F}", "</script>]]>", "\u{202E}\r\n\t", "🐢",
    "\u{9B}31m\u{85}", "\u{2028}\u{2066}\u{FEFF}\u{E0041}", "中文 Zoë",
  ])
  func textComesBackAsItWas(_ text: String) throws {
    let line = OutputFormat.jsonLines.write(
      Sample.report([Sample.place("a", at: "a", message: text, path: text)]))
    let entry = try decode(line, as: Entry.self)
    #expect(Array(entry.message.unicodeScalars) == Array(text.unicodeScalars))
    #expect(Array(entry.path.unicodeScalars) == Array(text.unicodeScalars))
    #expect(!line.dropLast().utf8.contains { $0 < 0x20 })
    // Nor does a terminal that shows the report obey it.
    let shown = Set(line.unicodeScalars.map(\.properties.generalCategory))
    #expect(shown.isDisjoint(with: [.format, .lineSeparator]))
    #expect(!line.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
  }
}

/// Counts and summaries.
struct StatisticsTests {
  private func findings() -> [PlacedFinding] {
    let other = RuleInfo(
      name: "group/other", level: .info, summary: "", why: "", mend: "", examples: [])
    var placer = Placer(sources: [:])
    return [Sample.place("a", at: "a"), placer.place(Finding(other, at: nil, "o"))]
      + (0..<11).map { _ in Sample.place("a", at: "a", level: .warning) }
  }

  @Test func countsByRuleMostFirst() throws {
    let report = Sample.report(findings())
    #expect(OutputFormat.full.statistics(report) == "12  group/fault\n 1  group/other\n")
    let json = OutputFormat.json.statistics(report)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["rule"] as? String } == ["group/fault", "group/other"])
    #expect(rows.map { $0["warnings"] as? Int } == [11, 0])
    #expect(OutputFormat.jsonLines.statistics(report).split(separator: "\n").count == 2)
    #expect(OutputFormat.full.statistics(Sample.report([])) == "")
  }

  @Test func summarises() {
    #expect(Sample.report([]).summary == "2 plans: 0 errors, 0 warnings, 0 infos")
    let one = Report(version: "", asOf: "", plans: 1, findings: [Sample.place("a", at: "a")])
    #expect(one.summary == "1 plan: 1 error, 0 warnings, 0 infos")
    #expect(Sample.report(findings()).count(.warning) == 11)
  }
}
