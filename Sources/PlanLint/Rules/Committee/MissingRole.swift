import PlanModel
import PlanSource

/// Nobody in the committee holds a role that the tier asks for.
struct MissingRole: PlanRule {
  static let about = RuleInfo(
    name: "committee/missing-role", level: .error, settings: ["required-roles"],
    summary: "A role that the tier asks for and nobody holds.",
    why: "who is not on the map is met for the first time when they say no",
    mend: "Add the person with that role to Buying committee.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        ---
        ↓## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        ---
        ↓## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | |
        | Raj Iyer | economic buyer | left |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | Raj Iyer | economic buyer, procurement |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.committee, "Name"), .column(.committee, "Role"),
    .column(.committee, "Status"),
  ]

  /// `is an economic buyer`, `speaks for procurement`.
  private static func holding(_ role: Role) -> String {
    switch role {
    case .legal, .procurement: "speaks for \(role.spoken)"
    default: "is \(Wording.article(role.spoken))"
    }
  }

  private func row(_ role: Role, _ plan: Plan) -> String {
    ExampleRow.text(
      in: .committee, plan.committee?.header,
      ["Name": ExampleRow.theirName, "Role": role.rawValue])
  }

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.requiredRoles
    let missing = setting.all(at: context.stage).filter { role in
      !plan.contacts.contains { !$0.hasLeft && $0.holds(role) }
    }
    return missing.map { role in
      let asked = Wording.demand(plan.tier.value, setting, for: role, at: context.stage, "one")
      let gone = plan.contacts.filter { $0.hasLeft && $0.holds(role) }.map(\.name.value)
      return finding(
        at: plan.committee?.heading ?? plan.opening,
        "nobody in the buying committee \(Self.holding(role)); \(asked)",
        notes: gone.isEmpty ? [] : [Note("left", Wording.list(gone) + " held the role")],
        help: "add a row to Buying committee with the role `\(role.rawValue)`: "
          + "`\(row(role, plan))`",
        key: role.rawValue)
    }
  }
}
