import PlanModel
import PlanSource

/// Nobody ever wrote down that the account was reviewed.
///
/// A day that is written and lies ahead is another mistake, and `structure/date-in-future` says so.
struct NeverReviewed: PlanRule {
  static let about = RuleInfo(
    name: "freshness/never-reviewed", level: .error, settings: ["review-every"],
    summary: "An active account with neither `reviewed` nor a dated review.",
    why: "nobody can tell whether what the plan says was ever agreed on, or is only what one of us "
      + "hoped",
    mend: "Review the plan with the pod, then write the day into `reviewed`.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Reviews
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Reviews

        - 2025-01-12: keep
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        reviewed: 2027-11-12
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """,
        settings: "tiers: { 3: { review-every: none } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        status: draft
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .key("status"), .key("reviewed"), .section(.reviews),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.isActive, plan.reviewed == nil, plan.reviews?.items.isEmpty ?? true,
      let every = context.measures.reviewEvery
    else { return [] }
    return [
      finding(
        at: plan.reviews?.heading ?? plan.opening,
        "\(plan.account.value) was never reviewed; tier \(plan.tier.value.rawValue) asks for a review "
          + Wording.every(every),
        help: "review the plan with the pod, then add `reviewed: \(context.today)`")
    ]
  }
}
