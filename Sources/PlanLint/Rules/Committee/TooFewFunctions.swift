import PlanModel
import PlanSource

/// The people we know sit in fewer parts of the company than the tier asks for.
struct TooFewFunctions: PlanRule {
  static let about = RuleInfo(
    name: "committee/too-few-functions", level: .warning, settings: ["minimum-functions"],
    summary: "Fewer functions than the tier asks for.",
    why: "a department that nobody asked has a veto and no reason to say yes",
    mend:
      "Write the Function of each contact, and add somebody from a department that is not there.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ↓## Buying committee

        | Name | Role | Function |
        | --- | --- | --- |
        | Ann Lee | champion | Operations |
        | Raj Iyer | economic buyer | operations |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ↓## Buying committee

        | Name | Role | Function | Status |
        | --- | --- | --- | --- |
        | Ann Lee | champion | Operations | |
        | Raj Iyer | economic buyer | Finance | left |
        | Mia Ott | legal | | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Buying committee

        | Name | Role | Function |
        | --- | --- | --- |
        | Ann Lee | champion | Operations |
        | Raj Iyer | economic buyer | Finance |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.committee, "Name"), .column(.committee, "Function"),
    .column(.committee, "Status"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.minimumFunctions
    guard let needed = setting.value(at: context.stage) else { return [] }
    let present = plan.contacts.filter { !$0.hasLeft }
    let functions = distinct(present.compactMap { $0.function?.value })
    guard functions.count < needed else { return [] }
    // Everybody has a function of their own: the mistake is to know too few people, and that has its own finding.
    if functions.count == present.count, TooFewContacts.reports(plan, in: context) { return [] }
    let without = present.filter { $0.function == nil }.map(\.name.value)
    return [
      finding(
        at: plan.committee?.heading ?? plan.opening,
        (functions.isEmpty
          ? "no contact has a function; "
          : "the contacts come from \(Wording.count(functions.count, "function")); ")
          + Wording.demand(plan.tier.value, setting, at: context.stage, "\(needed)"),
        label: Wording.list(functions),
        notes: without.isEmpty ? [] : [Note("without", Wording.list(without))],
        help: help(functions, without))
    ]
  }

  private func help(_ functions: [String], _ without: [String]) -> String {
    if functions.isEmpty {
      return
        "write a Function for each contact: Operations, Finance, IT (add the column if there is "
        + "none)"
    }
    let add = "add somebody from outside \(Wording.list(functions)) to Buying committee"
    return without.isEmpty ? add : "write the Function of \(Wording.list(without)), or \(add)"
  }

  /// Each function once, in its first spelling.
  private func distinct(_ functions: [String]) -> [String] {
    var seen: Set<String> = []
    return functions.filter { seen.insert(ContactName.key($0)).inserted }
  }
}
