import PlanReport
import PlanSource

/// Findings in one small file, ready to be written.
struct Sample {
  static let rule = RuleInfo(
    name: "group/fault", level: .error, summary: "A fault.", why: "it costs the deal",
    mend: "Mend it.", examples: [])

  /// A finding at a text of the file's.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - found: What the finding is at; its first place counts.
  static func place(
    _ text: String, at found: String?, message: String = "a fault", label: String = "",
    notes: [Note] = [], path: String = "plans/a.md", level: Level = .error
  ) -> PlacedFinding {
    place(
      finding(
        text, at: found, message: message, label: label, notes: notes, path: path, level: level),
      in: text)
  }

  static func place(_ finding: Finding, in text: String) -> PlacedFinding {
    let source = SourceFile(path: finding.path, bytes: Array(text.utf8))
    var placer = Placer(sources: [finding.path: source])
    return placer.place(finding)
  }

  /// The same before it has lines and columns.
  static func finding(
    _ text: String, at found: String?, message: String = "a fault", label: String = "",
    notes: [Note] = [], path: String = "plans/a.md", level: Level = .error
  ) -> Finding {
    var finding = Finding(
      rule, path: path, at: found.flatMap { span(of: $0, in: Array(text.utf8)) }, message,
      label: label, notes: notes)
    finding.level = level
    return finding
  }

  static func span(of found: String, in bytes: [UInt8]) -> Span? {
    let needle = Array(found.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: needle) }
      .map { Span($0, $0 + needle.count) }
  }

  static func report(_ findings: [PlacedFinding]) -> Report {
    Report(version: "1.2.3", asOf: "2026-11-20", plans: 2, findings: findings)
  }

  /// What a format writes of these.
  static func write(
    _ format: OutputFormat, _ findings: PlacedFinding..., palette: Palette = .plain
  ) -> String {
    format.write(report(findings), palette: palette)
  }

  static func write(_ format: OutputFormat, _ findings: [PlacedFinding]) -> String {
    format.write(report(findings))
  }
}
