import PlanModel
import PlanSource

/// A pursued cell whose day has passed.
struct WhitespaceOverdue: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/overdue", level: .warning,
    summary: "A pursued cell whose day has passed.",
    why: "a step that was promised and not taken tells the customer how much we want it",
    mend: "Take the step and write the next one with its day, or set the Status back to `open`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Owner | Next step | By |
        | --- | --- | --- | --- | --- | --- |
        | Core | EMEA | pursuing | maya.chen | Plant tour | ↓2026-11-19 |
        | Core | APAC | pursuing | maya.chen | Plant tour | 2026-11-20 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Whitespace

        | Offering | Buying center | Status | Owner | Next step | By |
        | --- | --- | --- | --- | --- | --- |
        | Core | EMEA | pursuing | maya.chen | Plant tour | ↓2026-09-01 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Owner | Next step | By |
        | --- | --- | --- | --- | --- | --- |
        | Core | EMEA | pursuing | maya.chen | Plant tour | 2026-11-20 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | By |
        | --- | --- | --- | --- |
        | Core | EMEA | pursuing | 2026-09-01 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | By |
        | --- | --- | --- | --- |
        | Core | EMEA | open | 2026-09-01 |
        """),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Owner"),
    .column(.whitespace, "Next step"), .column(.whitespace, "By"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    (plan.whitespace?.items ?? []).compactMap { cell in
      guard cell.status?.value == .pursuing, let by = cell.by, by.value < context.today,
        // A cell of which more is wrong is said with all of it.
        !NoNextStep.reports(cell, of: plan, in: context),
        !EndedDeal.reports(cell, of: plan, in: context)
      else { return nil }
      let step = cell.nextStep.map { " (`\(Wording.short($0.value))`)" } ?? ""
      let who = cell.owner.map { context.program.name(of: $0.value) + ": " } ?? ""
      return finding(
        at: by.span,
        "the next step for \(cell.spoken)\(step) is "
          + "\(Wording.count(context.today - by.value, "day")) overdue",
        help: who + "take the step, then write the next one and its day; or write `open` as Status",
        key: cell.key, row: cell.row)
    }
  }
}
