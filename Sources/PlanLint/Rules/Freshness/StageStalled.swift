import PlanModel
import PlanSource

/// An account that has been at one stage for longer than its tier gives it.
struct StageStalled: PlanRule {
  static let about = RuleInfo(
    name: "freshness/stage-stalled", level: .warning, settings: ["clock"],
    summary: "A stage, other than closed-won, that is older than the tier's clock.",
    why: "an account that does not move takes the place of one that would",
    mend: "Decide what would move it, and plan that; or move it to the next tier.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        stage-since: ↓2026-05-23
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: aware
        stage-since: ↓2026-01-10
        ---
        """,
        settings: "tiers: { 3: { clock: { aware: 300, opportunity: none } } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        stage-since: 2026-05-24
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: closed-won
        stage-since: 2024-05-24
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: aware
        stage-since: 2020-01-10
        ---
        """),
    ])
  static let reads: [Topic] = [.key("stage"), .key("stage-since")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let since = plan.stageSince, context.stage != .closedWon,
      let clock = context.settings.clock.value(at: context.stage),
      context.today - since.value > clock
    else { return [] }
    return [
      finding(
        at: since.span,
        "\(plan.account.value) has been at stage \(context.stage.rawValue) for "
          + "\(context.today - since.value) days; tier \(plan.tier.value.rawValue) gives it \(clock)",
        help: "plan what would move it, or move it to the next tier; if it moved, write the new "
          + "`stage` and `stage-since: \(context.today)`")
    ]
  }
}
