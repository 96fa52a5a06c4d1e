import PlanModel
import PlanSource

/// Nobody of our executives stands behind an account whose tier asks for one.
struct SponsorMissing: PlanRule {
  static let about = RuleInfo(
    name: "sponsor/missing", level: .error, settings: ["sponsor"],
    summary: "No executive sponsor where the tier asks for one.",
    why: "when the deal needs a call from executive to executive, there is nobody to make it",
    mend: "Write the id of one of our executives into `sponsor`.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        stage: aware
        owner: maya.chen
        ---
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3
        stage: opportunity
        sponsor:
        ---
        """,
        settings: "tiers: { 3: { sponsor: { opportunity: required } } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        sponsor: vera.holm
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: unaware
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: closed-won
        ---
        """),
    ])
  static let reads: [Topic] = [.key("stage"), .key("sponsor")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.sponsor
    guard plan.sponsor == nil, setting.value(at: context.stage) == .required else { return [] }
    let ids = context.program.people(in: .executive)
    return [
      finding(
        at: plan.opening,
        "\(plan.account.value) has no executive sponsor of ours; "
          + Wording.demand(plan.tier.value, setting, at: context.stage, "one"),
        help:
          "add \(Wording.choice("sponsor", of: ids)), the id of the executive who will call theirs")
    ]
  }
}
