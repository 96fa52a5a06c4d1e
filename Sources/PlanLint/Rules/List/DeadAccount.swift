import PlanMetrics
import PlanModel
import PlanSource

/// An active account of which nothing was heard or written for two quarters.
struct DeadAccount: PlanRule {
  static let about = RuleInfo(
    name: "list/dead-account", level: .warning, history: .needed,
    summary: "An active account with no touch, signal or edit for two quarters.",
    why:
      "it counts as a target, takes a place on the list and lowers every share, and nobody works it",
    mend: "Prune it (`status: paused` or `retired`), or work it: plan a play.",
    examples: [
      .bad(
        """
        ---
        account: ↓Northwind
        tier: 3
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-05-02 | Letter | direct-mail |
        """,
        history: [.init("2026-05-19", by: "maya@example.com")]),
      .bad(
        """
        ---
        account: ↓Northwind
        tier: 3
        ---
        """,
        history: [
          .init("2026-01-10", by: "maya@example.com", "---\naccount: Northwind\ntier: 3\n---\n"),
          .init("2026-10-01", by: "tom@example.com", "---\ntier: 3\naccount: 'Northwind'\n---\n"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """,
        history: [.init("2026-05-20", by: "maya@example.com")]),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Signals

        | Date | Kind | Signal |
        | --- | --- | --- |
        | 2026-09-02 | usage | Three new teams |
        """,
        history: [
          .init(
            "2026-01-10", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 3\n---\n## Signals\n\n| Date | Kind | Signal |\n"
              + "| - | - | - |\n| 2026-09-02 | usage | Three new teams |\n")
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        status: paused
        ---
        """,
        history: [.init("2026-01-10", by: "maya@example.com")]),
    ])
  static let reads: [Topic] = [
    .key("status"), .column(.plays, "Date"), .column(.signals, "Date"),
    .column(.committee, "Last engaged"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.isActive, let history = context.history else { return [] }
    // A play that is planned, and an answer that is logged, are work too.
    let facts =
      (plan.plays?.items ?? []).map(\.date.value) + (plan.signals?.items ?? []).map(\.date.value)
      + plan.contacts.compactMap { $0.lastEngaged?.value }
    let last = ([history.last] + facts).max() ?? history.last
    guard context.today - last > 2 * Day.quarter else { return [] }
    return [
      finding(
        at: plan.account.span,
        "no touch, no signal and no edit of \(plan.account.value) since \(last), for "
          + "\(context.today - last) days",
        help: "prune it: `status: paused` or `status: retired`; or work it: plan a play in Plays")
    ]
  }
}
