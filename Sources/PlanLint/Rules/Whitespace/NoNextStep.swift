import PlanModel
import PlanSource

/// A pursued cell of which nobody can say who does what until when.
struct NoNextStep: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/no-next-step", level: .warning,
    summary: "A pursued cell without owner, next step or day.",
    why: "what has no name, no step and no day is a wish, and it will be one next quarter",
    mend: "Fill in Owner, Next step and By, or set the Status back to `open`.",
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
        | Core | EMEA | ↓pursuing | maya.chen | | 2026-12-01 |
        | Core | APAC | ↓pursuing | | Plant tour | 2026-12-01 |
        | Core | Americas | ↓pursuing | maya.chen | Plant tour | - |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        owner: maya.chen
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | ↓pursuing |
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
        | Core | EMEA | pursuing | maya.chen | Plant tour | 2026-12-01 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | open |
        | Core | APAC | competitor |
        """),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Owner"),
    .column(.whitespace, "Next step"), .column(.whitespace, "By"),
  ]

  /// Whether the rule reports a cell, its day included.
  static func reports(_ cell: WhitespaceCell, of plan: Plan, in context: PlanContext) -> Bool {
    cell.status?.value == .pursuing && isIncomplete(cell)
      && isHeard(of: plan, in: context)
  }

  private static func isIncomplete(_ cell: WhitespaceCell) -> Bool {
    cell.owner == nil || cell.nextStep == nil || cell.by == nil
  }

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let owner = plan.owner.map { "`\($0.value)`" } ?? "the id of one of ours"
    return (plan.whitespace?.items ?? []).compactMap { cell in
      guard let status = cell.status, status.value == .pursuing else { return nil }
      // A day that has passed is `overdue`'s, unless more is missing: one mistake, one finding.
      guard Self.isIncomplete(cell), !EndedDeal.reports(cell, of: plan, in: context) else {
        return nil
      }
      let isPast = cell.by.map { $0.value < context.today } ?? false
      let missing = [
        ("an owner", "Owner", owner, cell.owner == nil),
        ("a next step", "Next step", "what happens next", cell.nextStep == nil),
        (
          isPast ? "a day that lies ahead" : "a day", "By", "`\(context.today + 14)`",
          isPast || cell.by == nil
        ),
      ].filter(\.3)
      return finding(
        at: status.span, "\(cell.spoken) is pursued without \(Wording.list(missing.map(\.0)))",
        help: "fill in " + Wording.list(missing.map { "\($0.1) (\($0.2))" })
          + ", or write `open` until somebody does",
        key: cell.key, row: cell.row)
    }
  }
}
