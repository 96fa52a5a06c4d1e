import PlanModel
import PlanSource

/// A required column that the header row does not have.
enum MissingColumn: ReadingRule {
  static let about = RuleInfo(
    name: "structure/missing-column", level: .error,
    summary: "A table without a required column.",
    why: "without it no row of the table can be read: the whole section counts for nothing",
    mend: "Add the column to the header row.",
    fix: "Writes the name of the column over the heading that is read as it.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        ↓| Name | Title |
        | --- | --- |
        | Ann Lee | VP Operations |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Plays

        ↓| Date | Channel |
        | --- | --- |
        | 2026-11-02 | call |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Objectives

        ↓| Objectve | By |
        | --- | --- |
        | Fewer late trucks | 2027-03-31 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | role | NAME | Shoe size |
        | --- | --- | --- |
        | champion | Ann Lee | 38 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Product | Region | Status |
        | --- | --- | --- |
        | Core | EMEA | open |
        """),
    ])

  /// - Parameters:
  ///   - sure: The heading that is read as the column.
  ///   - near: A heading that is near enough to be named.
  static func finding(
    _ column: Column, of section: SectionKind, at span: Span, readAs sure: String?,
    near: String? = nil, fix: Fix?
  ) -> Finding {
    let names = ([column.name] + column.aliases).joined(separator: " or ")
    return Finding(
      about, at: span,
      "the table of \(section.title) has no column \(column.name)"
        + (sure.map { "; `\($0)` is read as it" } ?? ""),
      help: (sure ?? near).map { "rename the column `\($0)` to `\(column.name)`" }
        ?? "add a column headed \(names)", key: "\(section.rawValue) \(column.name)",
      fix: fix)
  }
}
