import Foundation
import PlanReport
import PlanSource
import Testing

/// SARIF 2.1.0: a contract. `Tests/Reports/check.py` holds the files that planc writes against the standard.
struct SARIFFormatTests {
  private struct Log: Decodable {
    let version: String
    let runs: [Run]
  }

  private struct Run: Decodable {
    let tool: Tool
    let columnKind: String
    let invocations: [Invocation]
    let results: [Result]
  }

  private struct Tool: Decodable { let driver: Driver }
  private struct Invocation: Decodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]?
  }
  private struct Notification: Decodable { let message: Message }
  private struct Message: Decodable { let text: String }

  private struct Driver: Decodable {
    let name, version: String
    let rules: [Rule]
  }

  private struct Rule: Decodable {
    let id: String
    let shortDescription, fullDescription, help: Message?
    let helpUri: String?
  }

  private struct Result: Decodable {
    let ruleId, level: String
    let ruleIndex: Int
    let message: Message
    let locations: [Location]
    let partialFingerprints: [String: String]
  }

  private struct Location: Decodable { let physicalLocation: Physical }
  private struct Artifact: Decodable { let uri: String }

  private struct Physical: Decodable {
    let artifactLocation: Artifact
    let region: [String: Int]
  }

  private func run(_ report: Report) throws -> Run {
    let text = OutputFormat.sarif.write(report)
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0")
    #expect(log.runs.count == 1)
    return try #require(log.runs.first)
  }

  @Test func resultsNameTheirRules() throws {
    let other = RuleInfo(
      name: "group/another", level: .info, summary: "", why: "", mend: "", examples: [])
    var placer = Placer(sources: [:])
    var report = Sample.report([
      Sample.place("a", at: "a", notes: [Note("first", "x")]),
      placer.place(Finding(other, path: "b.md", at: nil, "o")),
      Sample.place("a", at: "a", level: .warning),
    ])
    report.rules = [Sample.rule]
    let run = try run(report)
    #expect([run.tool.driver.name, run.tool.driver.version] == ["planc", "1.2.3"])
    let rules = run.tool.driver.rules
    #expect(rules.map(\.id) == ["group/another", "group/fault"])
    #expect(rules[1].shortDescription?.text == "A fault.")
    #expect(rules[1].fullDescription?.text == "it costs the deal")
    #expect(rules[1].help?.text == "Mend it.")
    #expect(rules[1].helpUri == nil)
    #expect(run.results.map(\.ruleIndex) == [1, 0, 1])
    #expect(run.results.map(\.level) == ["error", "note", "warning"])
    #expect(run.results[0].message.text == "a fault\nfirst: x\nhelp: Mend it.")
    #expect(run.results[1].locations[0].physicalLocation.region == ["startLine": 1])
    #expect(try self.run(Sample.report([])).results.isEmpty)
  }

  /// A character beyond U+FFFF is two.
  @Test func columnsAreUTF16() throws {
    for (line, found, start, end) in [
      ("żx yz", "yz", 4, 6), ("🐢x yz", "yz", 5, 7), ("x 🐢🐢 y", "🐢🐢", 3, 7),
      ("\u{FEFF}🐢 yz", "yz", 4, 6), ("e\u{301}𝄞x", "x", 5, 6),
    ] {
      let report = Sample.report([Sample.place("\(line)\n", at: found)])
      let region = try run(report).results[0].locations[0].physicalLocation.region
      #expect(
        region == ["startLine": 1, "startColumn": start, "endLine": 1, "endColumn": end],
        "\(line)")
    }
  }

  @Test(arguments: [
    ("plans/a.md", "plans/a.md"), ("plans/a b%.md", "plans/a%20b%25.md"),
    ("plans/żó:[x]?#.md", "plans/%C5%BC%C3%B3%3A%5Bx%5D%3F%23.md"), ("a\n.md", "a%0A.md"),
    ("a~b_c-d.md", "a~b_c-d.md"),
  ])
  func pathsAreRelativeReferences(_ path: String, _ uri: String) throws {
    var report = Sample.report([Sample.place("a", at: "a", path: path)])
    #expect(try run(report).results[0].locations[0].physicalLocation.artifactLocation.uri == uri)
    report.prefix = "sales plans/"
    #expect(
      try run(report).results[0].locations[0].physicalLocation.artifactLocation.uri
        == "sales%20plans/" + uri)
  }

  @Test func whatAPlanSaysIsNoLink() throws {
    for (text, shown) in [
      ("{0} {x}", "{{0}} {{x}}"), ("[x](1)", "[x\\](1)"), ("[x](\u{301}y)", "[x\\](\u{301}y)"),
    ] {
      let report = Sample.report([Sample.place("a", at: "a", message: text)])
      #expect(try run(report).results[0].message.text == shown + "\nhelp: Mend it.")
    }
  }

  @Test func fingerprintsAreThoseOfJSON() throws {
    var finding = Sample.finding("a", at: "a")
    finding.fingerprint = "group/fault a key"
    let report = Sample.report([Sample.place(finding, in: "a")])
    #expect(
      try run(report).results[0].partialFingerprints == ["planc/v1": "group/fault a key"])
  }

  /// GitHub refuses more than 25,000: the mildest are left out, and a notice says so.
  @Test func theWorstFit() throws {
    let mild = Sample.place("a", at: "a", level: .info)
    let middle = Sample.place("a", at: "a", level: .warning)
    let bad = Sample.place("a", at: "a")
    let found = Array(repeating: [mild, middle, bad], count: 12_000).flatMap(\.self)
    let report = Sample.report(found)
    let run = try run(report)
    #expect(run.results.count == 25_000)
    #expect(run.results.count { $0.level == "error" } == 12_000)
    #expect(run.results.count { $0.level == "note" } == 1_000)
    #expect(run.results.prefix(3).map(\.level) == ["note", "warning", "error"])
    let notice = try #require(OutputFormat.sarif.notice(report))
    #expect(notice.hasPrefix("the worst 25000 of 36000 findings are in the SARIF report"))
    #expect(run.invocations[0].toolExecutionNotifications?.map(\.message.text) == [notice])
    let all = Sample.report(Array(found.prefix(25_000)))
    #expect(OutputFormat.sarif.notice(all) == nil)
    #expect(try self.run(all).invocations[0].toolExecutionNotifications == nil)
    #expect(OutputFormat.json.notice(report) == nil)
  }
}
