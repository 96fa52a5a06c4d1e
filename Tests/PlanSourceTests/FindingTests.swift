import PlanSource
import Testing

/// What a finding takes from its rule, and the one order of all findings.
struct FindingTests {
  private let rule = RuleInfo(
    name: "group/fault", level: .warning, summary: "A fault.", why: "it costs", mend: "Mend it.",
    examples: [])

  @Test func takesLevelReasonAndHelpFromItsRule() {
    let finding = Finding(rule, at: Span(1, 2), "fault")
    #expect(finding.rule == "group/fault")
    #expect(finding.level == .warning)
    #expect(finding.why == "it costs")
    #expect(finding.help == "Mend it.")
    #expect(Finding(rule, at: nil, "fault", help: "type this").help == "type this")
    #expect(rule.group == "group")
  }

  @Test func levelsAreOrdered() {
    #expect(Level.allCases.sorted() == [.off, .info, .warning, .error])
  }

  /// By path, place, rule, message, key: whatever order they come in, they leave in one.
  @Test func hasOneTotalOrder() {
    let other = RuleInfo(
      name: "group/another", level: .error, summary: "", why: "", mend: "", examples: [])
    let findings = [
      Finding(other, path: "a.md", at: nil, "m"),
      Finding(other, path: "a.md", at: Span(4, 5), "m"),
      Finding(rule, path: "a.md", at: Span(4, 5), "a"),
      Finding(rule, path: "a.md", at: Span(4, 5), "b", key: "1"),
      Finding(rule, path: "a.md", at: Span(4, 5), "b", key: "2"),
      Finding(rule, path: "b.md", at: nil, "m"),
      Finding(rule, path: "\u{E9}.md", at: nil, "m"),
    ]
    let texts = findings.map(describe)
    for shift in findings.indices {
      let turned = Array(findings[shift...] + findings[..<shift])
      #expect(turned.reversed().sorted(by: Finding.isOrdered).map(describe) == texts)
    }
  }

  private func describe(_ finding: Finding) -> String {
    "\(finding.path) \(finding.span?.start ?? -1) \(finding.rule) \(finding.message) \(finding.key)"
  }
}
