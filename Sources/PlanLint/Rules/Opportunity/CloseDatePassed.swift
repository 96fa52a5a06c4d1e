import PlanModel
import PlanSource

/// A deal should have closed by now, and is still open.
struct CloseDatePassed: PlanRule {
  static let about = RuleInfo(
    name: "opportunity/close-date-passed", level: .error, calendar: true,
    summary: "An open opportunity whose close day lies behind today.",
    why: "a forecast with days that have passed is believed by nobody, the true days included",
    mend: "Ask the customer for the day and write it into Close, or end the deal in Stage.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Opportunities

        | Opportunity | Stage | Close |
        | --- | --- | --- |
        | Core rollout | Proposal | ↓2026-11-19 |
        | Core support | Proposal | 2026-11-20 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: closed-won
        ---
        ## Opportunities

        | Opportunity | Stage | Close |
        | --- | --- | --- |
        | Core pilot | won | 2026-02-01 |
        | Core rollout | Proposal | ↓2026-06-30 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Opportunities

        | Opportunity | Stage | Close |
        | --- | --- | --- |
        | Core rollout | Proposal | 2026-11-20 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Opportunities

        | Opportunity | Stage | Close |
        | --- | --- | --- |
        | Core pilot | closed lost | 2026-02-01 |
        | Core rollout | Proposal | |
        """),
    ])
  static let reads: [Topic] = [
    .column(.opportunities, "Opportunity"), .column(.opportunities, "Stage"),
    .column(.opportunities, "Close"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    context.measures.deals.compactMap { deal in
      guard let close = deal.close, close.value < context.today else { return nil }
      return finding(
        at: close.span,
        "\(deal.quoted) should have closed "
          + "\(Wording.count(context.today - close.value, "day")) ago and is still open",
        help: "write the day that the customer names now, or `won` or `lost` as Stage",
        key: deal.key, row: deal.row)
    }
  }
}
