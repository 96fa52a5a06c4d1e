import PlanModel
import PlanSource

/// TODO, TBD, `<…>`, lorem ipsum.
enum Placeholder: ReadingRule {
  static let about = RuleInfo(
    name: "structure/placeholder", level: .warning,
    summary: "Text of the template left in.",
    why: "a plan that still asks its author questions has no answer for the customer",
    mend: "Write what is true, or delete the line.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        ### Priorities

        ↓<what the board talks about this year>
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Mitigation |
        | --- | --- |
        | New CFO | ↓TBD |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        Some text. ↓TODO ask Ann.
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        owner: ↓TBD
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        Line one<br>line two, <https://example.com>, a < b > c.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        Se hizo todo lo posible; the TBDX unit is theirs. `TODO` is code.
        """),
    ])

  static func finding(_ text: String, at span: Span) -> Finding {
    Finding(
      about, at: span, "`\(text)` is left of the template",
      help: "write what is true here, or delete the line", key: text)
  }

  /// A person, a word or a day that is still to be written: without it the plan cannot be read, so it is an error.
  static func value(_ written: Written) -> Finding {
    var finding = Finding(
      about, at: written.span,
      "`\(written.text)` in \(written.field.name) is left of the template",
      help: "write what is true here", key: "\(written.field.name) \(written.text)",
      row: written.field.row)
    finding.level = .error
    return finding
  }
}
