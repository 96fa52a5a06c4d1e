import PlanModel
import PlanSource

/// The last account review is older than the tier's cadence.
struct ReviewOverdue: PlanRule {
  static let about = RuleInfo(
    name: "freshness/review-overdue", level: .error, calendar: true, settings: ["review-every"],
    summary: "The last review is older than the tier's cadence.",
    why: "a plan that nobody looked at says what was true then, and the deal moved on",
    mend: "Review the plan with the pod, then write the day into `reviewed`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: unaware
        reviewed: ↓2026-08-01
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Reviews

        - ↓2026-01-12: keep, no budget this year
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: unaware
        reviewed: 2026-11-02
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: unaware
        reviewed: 2026-08-01
        ---
        ## Reviews

        - 2026-10-16: keep in tier 1
        """),
    ])
  static let reads: [Topic] = [.key("stage"), .key("reviewed"), .section(.reviews)]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let last = context.measures.lastReview, context.measures.isReviewLate,
      let days = context.measures.daysSinceReview, let every = context.measures.reviewEvery
    else { return [] }
    return [
      finding(
        at: last.span,
        "last reviewed \(Wording.count(days, "day")) ago; tier \(plan.tier.value.rawValue) asks for a review "
          + Wording.every(every),
        label: "due \(last.value + every)",
        help: "review the plan with the pod, then write `reviewed: \(context.today)`")
    ]
  }
}
