import PlanMetrics
import PlanModel
import PlanSource

/// Our executive sponsor has nobody of theirs to call.
struct NoCounterpart: PlanRule {
  static let about = RuleInfo(
    name: "sponsor/no-counterpart", level: .warning,
    summary: "No executive sponsor or economic buyer of theirs for our sponsor to call.",
    why:
      "a sponsor without a counterpart is a name in a file: the call that saves a deal goes to nobody",
    mend:
      "Find their executive sponsor or economic buyer, and give them a row in Buying committee.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        sponsor: ↓vera.holm
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: opportunity
        sponsor: ↓vera.holm
        ---
        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | economic-buyer | left |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        sponsor: vera.holm
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | executive-sponsor |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        sponsor: vera.holm
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: unaware
        sponsor: vera.holm
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .key("sponsor"), .column(.committee, "Name"), .column(.committee, "Role"),
    .column(.committee, "Status"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let sponsor = plan.sponsor, context.stage >= .aware,
      ExecutiveCover(of: plan, context.measures).counterpart == nil,
      // `committee/missing-role` says so already.
      !context.settings.requiredRoles.all(at: context.stage).contains(.economicBuyer)
    else { return [] }
    let name = context.program.name(of: sponsor.value)
    return [
      finding(
        at: sponsor.span,
        "\(name) has nobody to call: the buying committee holds no executive sponsor and no economic "
          + "buyer of theirs",
        help: "find out who signs, and add a row to Buying committee with role `economic-buyer` or "
          + "`executive-sponsor`")
    ]
  }
}
