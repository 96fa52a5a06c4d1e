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
    withSummary: Bool = false
  ) -> DataTable {
    var columns: [DataTable.Column] = [.text("Rule")]
    if withSummary { columns.append(.text("What it finds")) }
    columns += [.number("Errors"), .number("Warnings"), .number("Advice")]
    var table = DataTable("Findings by rule", columns)
    table.data = DataLinks(.findings, root: root)
    let summaries = Dictionary(
      model.input.rules.map { ($0.name, $0.summary) }, uniquingKeysWith: { first, _ in first })
    for count in counts.prefix(limit) {
      let page = model.paths.rules[count.rule]
      let text = name(of: count.rule)
      let name: HTML =
        page.map { "<a class=\"src\" href=\"\(root)\($0)\">\(text)</a>" }
        ?? "<span class=\"src\">\(text)</span>"
      let summary = withSummary ? [CodeSpans.html(summaries[count.rule] ?? "")] : []
      table.rows.append(
        [name] + summary
          + [count.errors, count.warnings, count.advice].map { $0 == 0 ? "–" : "\($0)" })
    }
    return table
  }
}
