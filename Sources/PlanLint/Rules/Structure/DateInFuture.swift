import PlanModel
import PlanSource

/// A day on which something is said to have happened, and that has not come.
struct DateInFuture: PlanRule {
  static let about = RuleInfo(
    name: "structure/date-in-future", level: .warning,
    summary:
      "A last engaged, reviewed, listed, stage-since, created, signal, review or done day after "
      + "today.",
    why: "a day that has not come counts for nothing: the contact looks quiet and the review "
      + "overdue",
    mend: "Write the day on which it happened; what is planned belongs in Plays.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        reviewed: ↓2027-11-12
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | ↓2026-11-21 |
        | Raj Iyer | influencer | 2026-11-20 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [x] Terms agreed (@maya.chen, done ↓2026-12-01)
          - [x] Draft sent (done ↓2026-11-30)

        ## Signals

        | Date | Kind | Signal |
        | --- | --- | --- |
        | ↓2027-01-04 | usage | Three new teams |

        ## Reviews

        - ↓2027-02-01: go on
          - [x] Price list sent (@maya.chen, done ↓2027-02-02)
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        listed: ↓2027-05-05
        stage-since: ↓2027-01-01
        ---
        ## Opportunities

        | Opportunity | Stage | Created |
        | --- | --- | --- |
        | Core rollout | Proposal | ↓2027-10-01 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        reviewed: 2026-11-20
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-12-01 | Planned: a plant tour | meeting |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Mutual action plan

        - [ ] Terms agreed (@maya.chen, due 2026-12-01)
        - [x] Draft sent (@maya.chen, done 2026-11-20)
        """),
    ])
  static let reads: [Topic] = []

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    var findings: [Finding] = []
    func look(
      _ day: Located<Day>?, _ name: @autoclosure () -> String, _ key: @autoclosure () -> String,
      row: Span? = nil, isLog: Bool = true
    ) {
      guard let day, day.value > context.today else { return }
      let days = Wording.count(day.value - context.today, "day")
      findings.append(
        finding(
          at: day.span, "\(name()) is \(day.value), \(days) after today",
          help: help(day.value, context.today, isLog: isLog), key: key(), row: row))
    }
    func look(_ tasks: [ActionTask]) {
      for task in tasks {
        let text = task.text.value
        look(task.done, "the done day of `\(Wording.short(text))`", "done \(text)")
        look(task.steps)
      }
    }

    look(plan.reviewed, "`reviewed`", "reviewed")
    look(plan.listed, "`listed`", "listed", isLog: false)
    look(plan.stageSince, "`stage-since`", "stage-since", isLog: false)
    for deal in plan.opportunities?.items ?? [] {
      look(
        deal.created, "Created of \(deal.quoted)", "created \(deal.key)", row: deal.row,
        isLog: false)
    }
    for contact in plan.contacts {
      let name = contact.name.value
      look(
        contact.lastEngaged, "Last engaged of \(name)", "engaged \(contact.key)", row: contact.row)
    }
    for signal in plan.signals?.items ?? [] {
      let text = signal.signal.value
      look(
        signal.date, "the day of the signal `\(Wording.short(text))`", "signal \(text)",
        row: signal.row)
    }
    look(plan.actionPlan?.items ?? [])
    for review in plan.reviews?.items ?? [] {
      look(review.day, "the day of the review", "review \(review.day.value)")
      look(review.promises)
    }
    return findings
  }

  private func help(_ day: Day, _ today: Day, isLog: Bool) -> String {
    let (_, month, dayOfMonth) = day.parts
    if let meant = Day(year: today.parts.year, month: month, day: dayOfMonth), meant <= today {
      return "write `\(meant)` if only the year is wrong, else the day on which it happened"
    }
    return "write the day on which it happened"
      + (isLog ? "; what is planned belongs in Plays, where its day may lie ahead" : "")
  }
}
