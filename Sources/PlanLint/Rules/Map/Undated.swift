import PlanModel
import PlanSource

/// A task that nobody can be late with.
struct Undated: PlanRule {
  static let about = RuleInfo(
    name: "map/undated", level: .warning,
    summary: "An open task of the mutual action plan without a due day.",
    why: "what has no day is done after everything that has one, and the close day moves with it",
    mend: "Agree a day with the customer and write `due` and the day into the parenthesis.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [ ] ↓Sign (@maya.chen)
          - [ ] Price the offer
        - [ ] ↓Security review
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | lost |
        | Core rollout | Proposal |

        ## Mutual action plan

        ### Core pilot
        - [ ] Sign

        ### Core rollout
        - [ ] ↓Sign
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [ ] Sign (@maya.chen, due 2026-12-10)
          - [ ] Price the offer
        - [x] Security review
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | lost |

        ## Mutual action plan

        - [ ] Sign
        """),
    ])
  static let reads: [Topic] = [
    .task(of: .actionPlan), .column(.opportunities, "Opportunity"),
    .column(.opportunities, "Stage"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    // A step without a day has its parent's, or shares the parent's fault.
    let hasRows = plan.knowsItsDeals
    return plan.openTasks.filter { $0.due == nil }.map { task in
      let last = task.steps.compactMap { $0.due?.value }.max()
      let names =
        task.people.prefix(1).map { "@\($0.value)" } + task.contacts.prefix(1).map(\.value)
      let who = names.isEmpty ? ["@\(plan.owner?.value ?? "ours")", "Theirs"] : names
      let day = max(last ?? context.today + 14, context.today)
      return finding(
        at: task.text.span, "\(task.quoted) is open and has no day",
        help: "agree a day with them, and end the task with it: "
          + "`(\((who + ["due \(day)"]).joined(separator: ", ")))`",
        key: task.key, row: hasRows ? task.row : nil)
    }
  }
}
