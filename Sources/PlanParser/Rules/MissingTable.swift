import PlanModel
import PlanSource

/// A section of the format without what is read from it.
enum MissingTable: ReadingRule {
  static let about = RuleInfo(
    name: "structure/missing-table", level: .warning,
    summary: "A known section that has prose and no table or list.",
    why: "prose is read by people only: no contact, deal or task in it counts",
    mend: "Write the section as a table or list, as the format has it.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Buying committee

        Ann Lee is our champion.
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Mutual action plan

        We agreed to sign in March.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        Only prose here.
        """),
    ])

  static func finding(_ kind: SectionKind, at span: Span) -> Finding {
    Finding(
      about, at: span, "the section \(kind.title) holds text but no \(thing(kind))",
      help: "write \(form(kind))", key: kind.rawValue)
  }

  private static func thing(_ kind: SectionKind) -> String {
    switch kind {
    case .actionPlan: "task list"
    case .reviews: "list"
    default: "table"
    }
  }

  private static func form(_ kind: SectionKind) -> String {
    switch kind {
    case .actionPlan: "each task as `- [ ] What is done (@ours, Theirs, due 2026-12-10)`"
    case .reviews: "each review as `- 2026-11-20: what was decided`"
    default:
      "a table that begins with `| "
        + kind.columns.filter(\.isRequired).map(\.name).joined(separator: " | ") + " |`"
    }
  }
}
