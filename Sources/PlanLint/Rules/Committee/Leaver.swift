import PlanModel
import PlanSource

/// Work that hangs on somebody who left. A required role that only a leaver holds is `committee/missing-role`'s, which
/// names the leaver.
struct Leaver: PlanRule {
  static let about = RuleInfo(
    name: "committee/leaver", level: .error,
    summary: "An open task or objective that hangs on somebody who left.",
    why: "nobody at the account has the promise any more, and each day counts as if somebody had",
    mend: "Name who took it over, or drop it; a required role needs a new person too.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | left |

        ## Objectives

        | Objective | Contact |
        | --- | --- |
        | Two shifts on one line | ↓ann lee |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | left |
        | Raj Iyer | legal | |

        ## Mutual action plan

        - [ ] Security review (@maya.chen, ↓Ann Lee, due 2026-12-10)
          - [ ] Send the questions
        - [x] Kick-off (@maya.chen, Ann Lee, due 2026-10-10)
          - [ ] Minutes (@maya.chen, ↓Ann Lee, due 2026-12-01)
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | left |

        ## Reviews

        - 2026-11-10: go on
          - [ ] Plant tour (@maya.chen, ↓Ann Lee, due 2026-12-10)
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | left |
        | Raj Iyer | legal | |

        ## Mutual action plan

        - [x] Security review (@maya.chen, Ann Lee, due 2026-10-10, done 2026-10-09)
        - [ ] Terms (@maya.chen, Ann Lee, Raj Iyer, due 2026-12-10)
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        ---
        ## Objectives

        | Objective | Target | Current | Contact |
        | --- | --- | --- | --- |
        | Fewer late trucks | 5 a week | 5 a week | Ann Lee |

        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | left |
        """),
    ])
  static let reads: [Topic] = [
    .column(.committee, "Name"), .column(.committee, "Status"),
    .column(.objectives, "Objective"), .column(.objectives, "Contact"),
    .section(.actionPlan), .section(.reviews),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.contacts.contains(where: \.hasLeft) else { return [] }
    let here = Set(plan.contacts.filter { !$0.hasLeft }.map(\.key))
    // A name twice in the committee may be two people.
    let gone = Set(plan.contacts.filter(\.hasLeft).map(\.key)).subtracting(here)
    let objectives = (plan.objectives?.items ?? []).compactMap { objective -> Finding? in
      guard let contact = objective.contact, gone.contains(ContactName.key(contact.value)),
        objective.target == nil || objective.target?.value != objective.current?.value
      else { return nil }
      return report("objective", objective.text.value, contact, row: objective.row)
    }
    var tasks: [Finding] = []
    let promises = (plan.reviews?.items ?? []).flatMap(\.promises)
    for task in (plan.actionPlan?.items ?? []) + promises {
      collect(task, gone, reported: [], into: &tasks)
    }
    return objectives + tasks
  }

  /// - Parameter reported: Where the parents name somebody: what a step inherits was said of them.
  private func collect(
    _ task: ActionTask, _ gone: Set<String>, reported: Set<Int>, into findings: inout [Finding]
  ) {
    var reported = reported
    if task.isOpen, let contact = task.contacts.first, !reported.contains(contact.span.start),
      task.contacts.allSatisfy({ gone.contains(ContactName.key($0.value)) })
    {
      reported.insert(contact.span.start)
      findings.append(report("open task", task.text.value, contact, row: nil))
    }
    for step in task.steps { collect(step, gone, reported: reported, into: &findings) }
  }

  private func report(
    _ what: String, _ text: String, _ contact: Located<String>, row: Span?
  ) -> Finding {
    finding(
      at: contact.span,
      "the \(what) `\(Wording.short(text))` hangs on \(contact.value), who left",
      help: "write the name of who took it over instead of `\(contact.value)`, and give them a row "
        + "in Buying committee; where nobody did, delete the line",
      key: "\(what) \(ContactName.key(text))", row: row)
  }
}
