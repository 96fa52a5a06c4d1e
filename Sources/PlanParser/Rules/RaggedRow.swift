import PlanModel
import PlanSource

/// A row that Markdown reads otherwise than it was meant.
enum RaggedRow: ReadingRule {
  static let about = RuleInfo(
    name: "structure/ragged-row", level: .warning,
    summary: "A row with more cells than headings, or a line of text that became a row.",
    why: "Markdown drops what is too much in silence: it is in the file and in no report",
    mend:
      "Delete the surplus `|`, or write `\\|` for a pipe in a text. Move a line of text above or below the whole "
      + "table, an empty line between.",
    fix: "Deletes a surplus cell in which nothing is written.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Severity |
        | --- | --- |
        | Budget freeze | high | ↓until March |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Severity |
        | --- | --- |
        | New CFO | high |
        ↓We heard this from Ann.
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Severity |
        | --- | --- |
        | New CFO | high |
        ↓New since May:
        | Budget freeze | high |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Severity |
        | --- | --- |
        | Budget freeze | high | ↓|
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
        | Budget freeze \\| March | high |
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
        | New CFO |

        We heard this from Ann.
        """),
    ])

  static func surplus(
    _ count: Int, of columns: Int, at span: Span, text: String, fix: Fix?
  ) -> Finding {
    Finding(
      about, at: span,
      "the row has \(count) cells and the table \(columns) columns; the rest is dropped",
      help: "delete a `|`, or write `\\|` where the text itself holds one", key: text, fix: fix)
  }

  /// - Parameter isLast: Whether no row of the table stands below it.
  static func stray(at span: Span, text: String, isLast: Bool) -> Finding {
    let help =
      if text.trimmingSpaces.isEmpty {
        "delete this line: the space in it only looks as if nothing were there"
      } else if isLast {
        "put an empty line between the table and the text"
      } else {
        "move this line above the whole table, or below it with an empty line between"
      }
    return Finding(
      about, at: span, "this line of text became a row of the table above it", help: help,
      key: text)
  }
}
