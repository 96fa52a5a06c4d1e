import PlanModel
import PlanSource

/// A waiver that nobody will look at again.
struct TooFar: PlanRule {
  static let about = RuleInfo(
    name: "waiver/too-far", level: .warning,
    summary: "A waiver that ends more than 180 days after today.",
    why: "a waiver for years is a rule switched off in one plan, and nobody will remember why",
    mend: "Choose a day within half a year, or set the rule's level in `planc.yml`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: ↓2027-12-31
            reason: starts in January
            by: maya.chen
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: ↓2027-05-20
            reason: starts in January
            by: maya.chen
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: 2027-05-19
            reason: starts in January
            by: maya.chen
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        sponsor: vera.holm
        ---
        """),
    ])
  static let reads: [Topic] = [.key("waivers")]
  private static let farthest = 180

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    plan.waivers.compactMap { waiver in
      let days = waiver.until.value - context.today
      // One whose day cannot be read has none.
      guard days > Self.farthest, waiver.until.value != .last else { return nil }
      return finding(
        at: waiver.until.span,
        "the waiver of `\(waiver.rule.value)` ends in \(days) days; \(Self.farthest) are the most",
        help:
          "write \(context.today + Self.farthest) or an earlier day; what is right for good belongs "
          + "into `rules` or `overrides` of planc.yml",
        key: waiver.rule.value)
    }
  }
}
