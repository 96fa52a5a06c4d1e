import PlanModel
import PlanSource

/// A required cell that holds nothing.
enum EmptyCell: ReadingRule {
  static let about = RuleInfo(
    name: "structure/empty-cell", level: .error,
    summary: "A required cell left empty.",
    why: "a row without it says nothing: a contact without a name, a touch without a day",
    mend: "Fill the cell, or delete the row.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | ↓|
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | ↓- | First call | call |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Stance |
        | --- | --- | --- |
        | Ann Lee | champion | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Severity |
        | --- | --- |
        | New CFO | n/a |
        """),
    ])

  static func finding(_ column: String, at span: Span, row: Span, subject: String) -> Finding {
    Finding(
      about, at: span, "the cell \(column) is empty; every row needs one",
      help: "fill in \(column), or delete the row", key: "\(column) \(subject)", row: row)
  }
}
