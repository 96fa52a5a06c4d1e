import PlanModel
import PlanSource

/// A heading one or two edits away from one section of the format.
enum MisnamedSection: ReadingRule {
  static let about = RuleInfo(
    name: "structure/misnamed-section", level: .info,
    summary: "A heading that is nearly the name of a known section.",
    why: "one letter decides whether the section is read at all",
    mend: "Write the heading as the format has it.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Buying comittee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Rsiks
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Playbook
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Action plan

        - [ ] Sign (@maya.chen, due 2026-12-01)
        """),
    ])

  static func finding(_ heading: String, at span: Span, meant: String) -> Finding {
    Finding(
      about, at: span, "`\(heading)` is read as the section \(meant)",
      help: "write `## \(meant)`, or choose a heading that is less like it", key: heading)
  }
}
