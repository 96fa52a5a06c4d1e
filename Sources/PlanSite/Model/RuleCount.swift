import PlanReport
import PlanSource

/// How often a rule found something today.
struct RuleCount: Sendable {
  let rule: String
  var errors = 0
  var warnings = 0
  var advice = 0

  var all: Int { errors + warnings + advice }

  /// The rules that found something, by errors, then warnings, then name.
  static func all(_ findings: some Sequence<PlacedFinding>) -> [RuleCount] {
    var counts: [String: RuleCount] = [:]
    for placed in findings {
      let rule = placed.finding.rule
      switch placed.finding.level {
      case .error: counts[rule, default: RuleCount(rule: rule)].errors += 1
      case .warning: counts[rule, default: RuleCount(rule: rule)].warnings += 1
      case .info, .off: counts[rule, default: RuleCount(rule: rule)].advice += 1
      }
    }
    return counts.values.sorted { left, right in
      if left.errors != right.errors { return left.errors > right.errors }
      if left.warnings != right.warnings { return left.warnings > right.warnings }
      if left.advice != right.advice { return left.advice > right.advice }
      return left.rule < right.rule
    }
  }

  /// A rule's name that a narrow column breaks behind the slash.
  private static func name(of rule: String) -> HTML {
    let group = rule.prefix { $0 != "/" }
    guard group.utf8.count < rule.utf8.count else { return "\(rule)" }
    return "\(String(group))/<wbr>\(String(rule.dropFirst(group.count + 1)))"
  }

  /// Rules and counts as a table.
  static func table(
    _ counts: [RuleCount], _ model: SiteModel, root: String, limit: Int = Int.max,
    withNames: Bool = false
  ) -> DataTable {
    var columns: [DataTable.Column] = [.text("What is found")]
    if withNames { columns.append(.text("Rule")) }
    columns += [.number("Errors"), .number("Warnings"), .number("Advice")]
    var table = DataTable("Findings by rule", columns)
    table.data = DataLinks(.findings, root: root)
    for count in counts.prefix(limit) {
      let page = model.paths.rules[count.rule]
      let name: HTML = "<span class=\"src\">\(name(of: count.rule))</span>"
      let summary = CodeSpans.html(model.summary(of: count.rule))
      let link = page.map { page -> HTML in "<a href=\"\(root)\(page)\">\(summary)</a>" } ?? summary
      table.rows.append(
        (withNames ? [link, name] : [link])
          + [count.errors, count.warnings, count.advice].map { $0 == 0 ? "–" : "\($0)" })
    }
    return table
  }
}
