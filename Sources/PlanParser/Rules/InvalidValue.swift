import PlanModel
import PlanSource

/// A value that cannot be read as what it should be.
enum InvalidValue: ReadingRule {
  static let about = RuleInfo(
    name: "structure/invalid-value", level: .error,
    summary: "A value that is not of its type or vocabulary.",
    why: "a value that cannot be read counts for nothing: the contact, the date, the money is "
      + "missing from every figure",
    mend: "Write the value as the format has it; the message names the nearest.",
    fix:
      "Writes the word as which it is read, a day or an amount that can only mean one, commas between names, the "
      + "space that a colon in braces lacks; with `--unsafe-fixes` also what is likely meant: a deal or an offering that is "
      + "nearly one, a year of two digits.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: ↓4
        ---
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
        | ↓12/11/2026 | First call | call |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Stance |
        | --- | --- | --- |
        | Ann Lee | champion | ↓suporter |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        potential: { acv: ↓320,000 }
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [ ] Terms agreed (@maya.chen, ↓due: 2026-12-01)
        - [ ] Draft sent (↓@maya.chen by 2026-12-01)
        - [x] Draft read (@maya.chen, ↓done)
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
        | Ann Lee | Economic buyer, champion | Skeptic |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        reviewed: 2026-11-02
        potential: { acv: "320,000", ceiling: $1.2M }
        ---
        """),
    ])

  /// - Parameters:
  ///   - field: What the value is of: a column's name, or a key in backticks.
  ///   - expected: What it should be: `no day`, `no stance`.
  ///   - why: What it costs, when it is something else than the rule says.
  static func finding(
    _ text: String, of field: String, isNo expected: String, at span: Span,
    notes: [Note] = [], why: String? = nil, help: String, row: Span? = nil,
    fix: Fix? = nil
  ) -> Finding {
    Finding(
      about, at: span, "`\(text)` in \(field) is \(expected)", notes: notes, why: why, help: help,
      key: "\(field) \(text)", row: row, fix: fix)
  }
}
