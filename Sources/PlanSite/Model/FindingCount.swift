import PlanReport
import PlanSource

/// Findings of today under one head: a rule, a group of rules, an owner.
struct FindingCount: Sendable {
  /// Of the rule, of the group or of `people:`; empty for findings of no account, or of one that nobody owns.
  let name: String
  var errors = 0
  var warnings = 0
  var advice = 0
  /// Files that carry them.
  var files = 0

  var all: Int { errors + warnings + advice }

  /// Counts by head, by errors, then warnings, then advice, then name.
  ///
  /// - Parameters:
  ///   - findings: In the order of their files.
  ///   - head: What a finding is counted under; nil: nothing.
  static func all(
    _ findings: some Sequence<PlacedFinding>, by head: (Finding) -> String?
  ) -> [FindingCount] {
    var counts: [String: FindingCount] = [:]
    var last: [String: String] = [:]
    for placed in findings {
      let finding = placed.finding
      guard let name = head(finding) else { continue }
      var count = counts[name] ?? FindingCount(name: name)
      switch finding.level {
      case .error: count.errors += 1
      case .warning: count.warnings += 1
      case .info, .off: count.advice += 1
      }
      if last[name] != finding.path {
        count.files += 1
        last[name] = finding.path
      }
      counts[name] = count
    }
    return counts.values.sorted { left, right in
      if left.errors != right.errors { return left.errors > right.errors }
      if left.warnings != right.warnings { return left.warnings > right.warnings }
      if left.advice != right.advice { return left.advice > right.advice }
      return left.name < right.name
    }
  }

  /// Counts by rule.
  static func byRule(_ findings: some Sequence<PlacedFinding>) -> [FindingCount] {
    all(findings) { $0.rule }
  }

  /// The group of a rule: what stands before the slash.
  static func group(of rule: String) -> String {
    String(rule.prefix { $0 != "/" })
  }
}
