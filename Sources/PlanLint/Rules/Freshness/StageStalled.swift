import PlanModel
import PlanSource

/// An account that has been at one stage for longer than its tier gives it.
struct StageStalled: PlanRule {
  static let about = RuleInfo(
    name: "freshness/stage-stalled", level: .warning, history: .used, settings: ["clock"],
    summary: "A stage, other than closed-won, that is older than the tier's clock.",
    why: "an account that does not move takes the place of one that would",
    mend:
      "Decide what would move it, and plan that; or move it to a tier whose clock gives it more time, or take "
      + "it off the list (`status: paused` or `retired`). Without `stage-since` "
      + "git is asked since when the plan says its `stage`.",
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
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: ↓engaged
        ---
        """,
        history: [
          .init(
            "2026-01-10", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 2\nstage: aware\n---\n"),
          .init(
            "2026-05-23", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 2\nstage: engaged\nowner: maya.chen\n---\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        ---
        """,
        history: [
          .init(
            "2026-01-10", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 2\nstage: aware\n---\n"),
          .init("2026-05-24", by: "maya@example.com"),
        ]),
    ])
  static let reads: [Topic] = [.key("stage"), .key("stage-since")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let (since, span) = Self.since(plan, context), context.stage != .closedWon,
      let clock = context.settings.clock.value(at: context.stage), context.today - since > clock
    else { return [] }
    return [
      finding(
        at: span,
        "\(plan.account.value) has been at stage \(context.stage.rawValue) for "
          + "\(context.today - since) days; tier \(plan.tier.value.rawValue) gives it \(clock)",
        notes: plan.stageSince == nil ? [Note("git", "the plan says so since \(since)")] : [],
        help:
          "if it moved, write the new `stage` and `stage-since: \(context.today)`; if nothing will "
          + "move it, " + leave(plan, context.today - since, context))
    ]
  }

  /// The next tier that gives the stage so many days, else off the list.
  private func leave(_ plan: Plan, _ days: Int, _ context: PlanContext) -> String {
    let patient = Tier.allCases.first { tier in
      tier > plan.tier.value
        && (context.program[tier].clock.value(at: context.stage).map { days <= $0 } ?? true)
    }
    return patient.map { "move it to tier \($0.rawValue)" } ?? "take it \(Wording.prune)"
  }

  /// As written, else since the plan says its stage. Of a stage that is derived git does not know since when.
  private static func since(_ plan: Plan, _ context: PlanContext) -> (Day, Span)? {
    if let since = plan.stageSince { return (since.value, since.span) }
    guard let stage = plan.stage, let history = context.history else { return nil }
    return (history.stageSince, stage.span)
  }
}
