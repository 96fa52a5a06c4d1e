import PlanModel
import PlanSource

/// A tier-2 account that shares plays with nobody.
struct NoSegment: PlanRule {
  static let about = RuleInfo(
    name: "list/no-segment", level: .warning,
    summary: "A tier-2 account without a segment to share plays with.",
    why:
      "tier 2 is worked in clusters: an account outside of all gets no play, or one made for it alone",
    mend: "Write the cluster it belongs to into `segment`.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 2
        ---
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 2
        segment:
        owner: maya.chen
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        segment: Regional banks
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        """),
    ])
  static let reads: [Topic] = [.key("tier"), .key("segment")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.tier.value == .two, plan.segment == nil else { return [] }
    return [
      finding(
        at: plan.opening, "\(plan.account.value) is of tier 2 and in no segment",
        help:
          "add `segment: …`, the vertical, persona or use case whose plays it shares; an account "
          + "that shares with nobody is of tier 1 or 3")
    ]
  }
}
