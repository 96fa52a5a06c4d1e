import PlanReport

/// Counts of findings as tables.
enum FindingTable {
  /// Heads with their counts, the errors drawn.
  ///
  /// - Parameter link: The head as the table names it.
  static func heads(
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

  /// A rule's name that a narrow column breaks behind the slash.
  private static func name(ofRule rule: String) -> HTML {
    let group = rule.prefix { $0 != "/" }
    guard group.utf8.count < rule.utf8.count else { return "\(rule)" }
    return "\(String(group))/<wbr>\(String(rule.dropFirst(group.count + 1)))"
  }

  /// Rules and counts as a table.
  static func rules(
    _ counts: [FindingCount], _ model: SiteModel, root: String, limit: Int = Int.max,
    withNames: Bool = false
  ) -> DataTable {
    var columns: [DataTable.Column] = [.text("What is found")]
    if withNames { columns.append(.text("Rule")) }
    columns += [.number("Errors"), .number("Warnings"), .number("Advice")]
    var table = DataTable("Findings by rule", columns)
    table.data = DataLinks(.findings, root: root)
    for count in counts.prefix(limit) {
      let page = model.paths.rules[count.name]
      let name: HTML = "<span class=\"src\">\(name(ofRule: count.name))</span>"
      let summary = CodeSpans.html(model.summary(of: count.name))
      let link = page.map { page -> HTML in "<a href=\"\(root)\(page)\">\(summary)</a>" } ?? summary
      table.rows.append(
        (withNames ? [link, name] : [link])
          + [count.errors, count.warnings, count.advice].map { $0 == 0 ? "–" : "\($0)" })
    }
    return table
  }
}
