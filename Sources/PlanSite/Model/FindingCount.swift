import PlanReport
import PlanSource

/// Findings of today under one head: a group of rules, an owner.
struct FindingCount: Sendable {
  /// Of the group or of `people:`; empty for findings of no account, or of one that nobody owns.
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

  /// The group of a rule: what stands before the slash.
  static func group(of rule: String) -> String {
    String(rule.prefix { $0 != "/" })
  }

  /// Heads with their counts, the errors drawn.
  ///
  /// - Parameter link: The head as the table names it.
  static func table(
    _ label: String, head: String, _ counts: [FindingCount], limit: Int = Int.max,
    link: (FindingCount) -> HTML
  ) -> DataTable {
    var table = DataTable(
      label,
      [
        .text(head), .number("Plans"), .number("Errors"), .text("Drawn"), .number("Warnings"),
        .number("Advice"),
      ])
    table.data = DataLinks(.findings, root: "")
    let most = counts.map { $0.errors + $0.warnings }.max() ?? 0
    for count in counts.prefix(limit) {
      let share = { (part: Int) in Double(part) / Double(max(most, 1)) }
      table.rows.append(
        [link(count)]
          + [
            "\(Wording.grouped(count.files))", Self.number(count.errors),
            Micro.stacked([(share(count.errors), "i"), (share(count.warnings), "fh")]),
            Self.number(count.warnings), Self.number(count.advice),
          ])
    }
    return table
  }

  private static func number(_ count: Int) -> HTML {
    count == 0 ? "–" : "\(Wording.grouped(count))"
  }
}
