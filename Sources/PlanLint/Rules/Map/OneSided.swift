import PlanModel
import PlanSource

/// The mutual action plan is a list of what we do.
struct OneSided: PlanRule {
  static let about = RuleInfo(
    name: "map/one-sided", level: .warning,
    summary: "Fewer than half of the open tasks name a contact of theirs.",
    why:
      "a plan in which only we have something to do is a wish list that the customer never agreed to",
    mend: "Agree with somebody of theirs who does what, and write their name into the task.",
    examples: [
      .bad(
        plan
          + """
          - [ ] Sign (@maya.chen, Ann Lee, due 2026-12-10)
          - [ ] ↓Price the offer (@maya.chen, due 2026-12-01)
          - [ ] Write the offer (@maya.chen, due 2026-12-02)
          - [x] Meet (@maya.chen, Ann Lee, due 2026-11-02)
          """),
      .bad(plan + "- [ ] ↓Sign\n"),
      .good(
        plan
          + """
          - [ ] Sign (@maya.chen, Ann Lee, due 2026-12-10)
          - [ ] Price the offer (@maya.chen, due 2026-12-01)
          """),
      .good(
        plan
          + """
          - [ ] Security review (@maya.chen, due 2026-12-10)
            - [ ] Questions answered (@maya.chen, Ann Lee)
          - [x] Price the offer (@maya.chen, due 2026-11-01)
          """),
      .good(plan + "- [x] Price the offer (@maya.chen, due 2026-11-01)\n"),
    ])
  static let reads: [Topic] = [
    .section(.actionPlan), .column(.committee, "Name"), .column(.opportunities, "Opportunity"),
    .column(.opportunities, "Stage"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let tasks = plan.openTasks
    let count = tasks.count { namesTheirs($0) }
    guard count * 2 < tasks.count, let first = tasks.first(where: { !namesTheirs($0) }) else {
      return []
    }
    return [
      finding(
        at: first.text.span,
        tasks.count == 1
          ? "the only open task names no contact of theirs"
          : "\(count == 0 ? "none" : "\(count)") of \(tasks.count) open tasks "
            + "\(count > 1 ? "name" : "names") a contact of theirs",
        help: help(first, plan, context.today))
    ]
  }

  private func help(_ task: ActionTask, _ plan: Plan, _ today: Day) -> String {
    let ours = (task.people.first?.value ?? plan.oneOfOurs).map { "@\($0)" }
    let due = "due \(task.due?.value ?? today + 14)"
    guard let name = plan.oneOfTheirs else {
      return
        "agree who of theirs does it with us, add them to Buying committee, and write the name "
        + (ours.map { "behind `\($0)`" } ?? "into the parenthesis behind the task")
    }
    let who = [ours, name, due].compactMap { $0 }.joined(separator: ", ")
    return "agree who of theirs does it with us, and write the name: `(\(who))`"
  }

  /// Whether somebody of theirs has a part in it, if only in a step.
  private func namesTheirs(_ task: ActionTask) -> Bool {
    !task.contacts.isEmpty || task.steps.contains(where: namesTheirs)
  }

  /// A plan up to its first task.
  private static let plan = """
    ---
    account: Northwind
    tier: 3
    ---
    ## Buying committee

    | Name | Role |
    | --- | --- |
    | Ann Lee | champion |

    ## Mutual action plan


    """
}
