import PlanModel
import PlanSource

/// We know fewer people of the buying committee than the tier asks for.
struct TooFewContacts: PlanRule {
  static let about = RuleInfo(
    name: "committee/too-few-contacts", level: .error, settings: ["minimum-contacts"],
    summary: "Fewer contacts than the tier asks for.",
    why: "many people decide on a purchase; those we do not know decide without having heard us",
    mend: "Add the people who take part in the decision to Buying committee.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        ---
        ↓## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | |
        | Raj Iyer | economic buyer | left |
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3
        stage: engaged
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | Raj Iyer | economic buyer |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: unaware
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.committee, "Name"), .column(.committee, "Status"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.minimumContacts
    let present = plan.contacts.count { !$0.hasLeft }
    guard let needed = setting.value(at: context.stage), present < needed else { return [] }
    let gone = plan.contacts.filter(\.hasLeft).map(\.name.value)
    let more = needed - present
    return [
      finding(
        at: plan.committee?.heading ?? plan.opening,
        (present == 0
          ? "the buying committee has nobody; "
          : "the buying committee has \(Wording.count(present, "contact")); ")
          + Wording.demand(plan.tier.value, setting, at: context.stage, "\(needed)"),
        notes: gone.isEmpty ? [] : [Note("left", Wording.list(gone) + " (not counted)")],
        help: plan.committee == nil
          ? "add a section `## Buying committee` with a table `| Name | Role |`, one row a person"
          : "add \(more == 1 ? "a row" : "\(more) rows") such as `\(row(plan))` to Buying committee"
      )
    ]
  }

  private func row(_ plan: Plan) -> String {
    ExampleRow.text(
      in: .committee, plan.committee?.header,
      ["Name": ExampleRow.theirName, "Role": "<their role>"])
  }

  /// Whether this rule reports the plan. Rules that would only say again that somebody is missing leave it then: one
  /// mistake, one finding.
  static func reports(_ plan: Plan, in context: PlanContext) -> Bool {
    let present = plan.contacts.count { !$0.hasLeft }
    guard let needed = context.settings.minimumContacts.value(at: context.stage) else {
      return false
    }
    return present < needed
      && isHeard(of: plan, in: context)
  }
}
