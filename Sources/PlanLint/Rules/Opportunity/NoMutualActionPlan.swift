import PlanModel
import PlanSource

/// A large deal, and nothing agreed with the customer about the way to it.
struct NoMutualActionPlan: PlanRule {
  static let about = RuleInfo(
    name: "opportunity/no-mutual-action-plan", level: .error,
    settings: ["mutual-action-plan-from"],
    summary: "An open opportunity over the tier's amount without a mutual action plan.",
    why: "a close day that the customer never saw as a list of steps is ours alone",
    mend: "Agree the steps with the champion and write them into Mutual action plan.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        ---
        ## Opportunities

        | Opportunity | Amount | Stage |
        | --- | --- | --- |
        | Core rollout | 100k | Proposal |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Opportunities

        | Opportunity | Amount | Stage |
        | --- | --- | --- |
        | Core rollout | 300k | Proposal |
        | Core support | 400k | Proposal |

        ↓## Mutual action plan

        ### Core support
        - [ ] Sign (@maya.chen, due 2026-12-10)
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Opportunities

        | Opportunity | Amount | Stage |
        | --- | --- | --- |
        | Core rollout | 300k | Proposal |

        ## Mutual action plan

        ### Paper
        - [ ] Sign (@maya.chen, due 2026-12-10)
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Opportunities

        | Opportunity | Amount | Stage |
        | --- | --- | --- |
        | Core pilot | 300k | won |
        | Core rollout | 99k | Proposal |
        | Core support | | Proposal |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.opportunities, "Opportunity"), .column(.opportunities, "Amount"),
    .column(.opportunities, "Stage"), .section(.actionPlan),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let from = context.settings.mutualActionPlanFrom.value(at: context.stage) else {
      return []
    }
    let tasks = plan.actionPlan?.items ?? []
    // Tasks that stand under no deal's heading may belong to any.
    if tasks.contains(where: { $0.opportunity == nil }) { return [] }
    let planned = Set(tasks.compactMap { $0.opportunity.map { ContactName.key($0.value) } })
    return context.measures.deals.compactMap { deal in
      guard let amount = deal.amount?.value, amount >= from, !planned.contains(deal.key) else {
        return nil
      }
      return finding(
        at: plan.actionPlan?.heading ?? plan.opening,
        "\(deal.quoted) is worth \(amount.plain) and has no mutual action plan; tier "
          + "\(plan.tier.value.rawValue) asks for one from \(from.plain) on",
        help: help(plan, deal, context.today), key: deal.key)
    }
  }

  private func help(_ plan: Plan, _ deal: Opportunity, _ today: Day) -> String {
    let due = deal.close.flatMap { $0.value >= today ? $0.value : nil } ?? today + 30
    let theirs = plan.oneOfTheirs
    let who = [plan.oneOfOurs.map { "@\($0)" }, theirs, "due \(due)"].compactMap { $0 }
      .joined(separator: ", ")
    return
      (plan.actionPlan == nil
      ? "add a section `## Mutual action plan`"
      : "add a heading `### \(deal.name.value)` to Mutual action plan")
      + " with the steps agreed, such as `- [ ] Signed (\(who))`"
      + (theirs == nil ? ", each with the name of a contact of theirs" : "")
  }
}
