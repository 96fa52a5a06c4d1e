import PlanModel
import PlanSource

/// A task that both sides agreed to, and that is late.
struct MapOverdue: PlanRule {
  static let about = RuleInfo(
    name: "map/overdue", level: .error, calendar: true,
    summary: "An open task of the mutual action plan past its day.",
    why: "each day that a step is late moves the close day, whether the forecast says so or not",
    mend: "Tick the task and write `done` and the day, or agree a new `due` with the customer.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [ ] Sign (@maya.chen, due ↓2026-11-19)
          - [ ] Price the offer
        - [ ] Security review (@maya.chen, due 2026-11-20)
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Mutual action plan

        - [ ] Sign (@maya.chen, due 2026-12-19)
          - [ ] Price the offer (due ↓2026-09-01)
          - [x] Write the offer (due 2026-09-01)
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [ ] Sign (@maya.chen, due 2026-11-20)
        - [x] Security review (@maya.chen, due 2026-09-01)
          - [ ] Logs priced (due 2026-09-01)
        - [ ] Price the offer (@maya.chen, due 2026-09-01, done 2026-09-02)
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

        - [ ] Sign (@maya.chen, due 2026-09-01)
        """),
    ])
  static let reads: [Topic] = [
    .task(of: .actionPlan), .column(.opportunities, "Opportunity"),
    .column(.opportunities, "Stage"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let hasRows = plan.knowsItsDeals
    return plan.openTasks.flatMap {
      report($0, hasRow: hasRows, under: nil, key: $0.key, context)
    }
  }

  /// The task and the open steps that have a late day of their own.
  private func report(
    _ task: ActionTask, hasRow: Bool, under parent: ActionTask?, key: String,
    _ context: PlanContext
  ) -> [Finding] {
    var findings: [Finding] = []
    if let due = task.due, due.value < context.today, due.span != parent?.due?.span {
      findings.append(
        finding(
          at: due.span,
          "\(task.quoted) is \(Wording.count(context.today - due.value, "day")) overdue"
            + holders(of: task, context.program),
          help: "tick it and write `done \(context.today)`, or agree a new day with them: "
            + "`due \(context.today + 7)`",
          key: key, row: hasRow ? task.row : nil))
    }
    for step in task.steps where step.isOpen {
      findings += report(
        step, hasRow: hasRow, under: task, key: "\(key) / \(ContactName.key(step.text.value))",
        context)
    }
    return findings
  }

  private func holders(of task: ActionTask, _ program: Program) -> String {
    let names = task.people.map { program.name(of: $0.value) } + task.contacts.map(\.value)
    return names.isEmpty ? "" : "; it is with \(Wording.list(names))"
  }
}
