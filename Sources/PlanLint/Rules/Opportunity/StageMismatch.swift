import PlanModel
import PlanSource

/// The account's stage and its deals contradict each other.
struct StageMismatch: PlanRule {
  static let about = RuleInfo(
    name: "opportunity/stage-mismatch", level: .error,
    summary: "Stage `opportunity` without an open one, or an open one at an earlier stage.",
    why: "pipeline and plan tell two stories, and the tier asks for what the wrong one needs",
    mend: "Correct `stage`, or the row in Opportunities.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: ↓opportunity
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: ↓opportunity
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | won |
        | Core rollout | closed lost |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: ↓mqa
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: opportunity
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: closed-won
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | won |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: engaged
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | lost |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.opportunities, "Opportunity"), .column(.opportunities, "Stage"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let stage = plan.stage else { return [] }
    if stage.value < .opportunity, let deal = context.measures.deals.first {
      return [
        finding(
          at: stage.span, "the stage is \(stage.value.spoken), and \(deal.quoted) is open",
          help: "write `stage: opportunity`, or end the row in Opportunities with `lost` as Stage")
      ]
    }
    guard stage.value == .opportunity, context.measures.deals.isEmpty else { return [] }
    let ended = plan.opportunities?.items ?? []
    return [
      finding(
        at: stage.span,
        "the stage is opportunity, and no opportunity is "
          + (ended.isEmpty ? "written down" : "open; \(Wording.count(ended.count, "row")) ended"),
        help: help(plan, back: context.measures.derivedStage))
    ]
  }

  /// - Parameter back: The stage that the plan shows.
  private func help(_ plan: Plan, back: Stage) -> String {
    let ended = plan.opportunities?.items ?? []
    if ended.contains(where: { $0.outcome == .won }) {
      return "write `stage: closed-won`, or add the open deal to Opportunities"
    }
    let goBack = "go back to `stage: \(back.rawValue)`"
    guard let section = plan.opportunities else {
      return
        "add a section `## Opportunities` with a table `| Opportunity | Amount | Stage | Close |` "
        + "and the deal, or \(goBack)"
    }
    guard ended.isEmpty else { return "\(goBack), or add the open deal to Opportunities" }
    let row = ExampleRow.text(
      in: .opportunities, section.header, ["Opportunity": "<the deal>", "Stage": "<its stage>"])
    return section.header == nil
      ? "add a table `| Opportunity | Amount | Stage | Close |` with the deal to Opportunities, or "
        + goBack
      : "write the deal into Opportunities, as `\(row)`, or \(goBack)"
  }
}
