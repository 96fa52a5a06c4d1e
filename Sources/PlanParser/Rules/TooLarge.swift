import PlanModel
import PlanSource

/// Size, marks, cells or nesting beyond what is read.
enum TooLarge: ReadingRule {
  static let about = RuleInfo(
    name: "structure/too-large", level: .error,
    summary: "A plan too large to be read.",
    why: "one file of this size would make every build of every team wait",
    mend: "Split the plan; move attachments out of it.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> deep
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---

        >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> deep enough
        """),
    ])

  static func finding(
    _ message: String, at span: Span,
    help: String = "split the plan, and move attachments out of it"
  ) -> Finding {
    Finding(about, at: span, message, help: help)
  }
}
