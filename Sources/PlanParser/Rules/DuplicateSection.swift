import PlanModel
import PlanSource

/// A section of the format that stands twice.
enum DuplicateSection: ReadingRule {
  static let about = RuleInfo(
    name: "structure/duplicate-section", level: .error,
    summary: "A known section twice.",
    why: "only the first is read: contacts, deals and tasks of the second count for nothing",
    mend: "Move what is below the second heading under the first.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk |
        | --- |
        | Budget freeze |

        ↓## Risks

        | Risk |
        | --- |
        | New CFO |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ↓## Stakeholders
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        One.

        ## Notes

        Two.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        ## Signals
        """),
    ])

  static func finding(_ kind: SectionKind, at span: Span, first: Place) -> Finding {
    Finding(
      about, at: span, "the section \(kind.title) stands here a second time; the first is read",
      notes: [Note("first", kind.title, at: first)],
      help: "move what is below this heading under the first, and delete the heading",
      key: kind.rawValue)
  }
}
