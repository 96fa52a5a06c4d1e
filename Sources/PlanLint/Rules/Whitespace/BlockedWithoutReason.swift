import PlanModel
import PlanSource

/// A blocked cell that does not say what blocks it.
struct BlockedWithoutReason: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/blocked-without-reason", level: .warning,
    summary: "A blocked cell that does not say why.",
    why: "nobody can tell when to look again, so what was blocked for a year is lost for ever",
    mend: "Write what blocks it, and until when, into Reason.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Reason |
        | --- | --- | --- | --- |
        | Core | EMEA | ↓blocked | |
        | Core | APAC | blocked | frozen until the merger closes |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | ↓blocked |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Reason |
        | --- | --- | --- | --- |
        | Core | APAC | blocked | frozen until the merger closes |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | open |
        """),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Reason"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let cells = plan.whitespace?.items ?? []
    let column = cells.contains { $0.reason != nil } ? "" : " (add the column if there is none)"
    return cells.compactMap { cell in
      guard let status = cell.status, status.value == .blocked, cell.reason == nil else {
        return nil
      }
      return finding(
        at: status.span, "\(cell.spoken) is blocked, and the plan does not say why",
        help: "write what blocks it, and until when, into Reason\(column); or write `open`",
        key: cell.key, row: cell.row)
    }
  }
}
