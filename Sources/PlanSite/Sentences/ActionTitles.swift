import PlanModel

/// How a mutual action plan stands: what is late, one-sided or without a day.
struct ActionState: Sendable {
  /// Open and past their day, steps that say themselves who or when too.
  let late: Int
  /// Of the open tasks: those that name nobody of theirs who is still there.
  let withoutTheirs: Int
  let withoutOurs: Int
  let withoutDay: Int
  let afterClose: Int
  let open: Int
  let all: Int
  /// Whether any task, done or not, names somebody of theirs.
  let namesTheirs: Bool
  /// `27 Nov`, the next day that an open task is due.
  let next: String?

  init(_ facts: AccountFacts) {
    let today = facts.today
    let tasks = facts.plan.runningTasks
    let open = tasks.filter(\.isOpen)
    let deals = facts.measures.pipelineDeals
    func close(of task: ActionTask) -> Day? {
      guard let name = task.opportunity?.value else {
        return deals.count == 1 ? deals[0].close?.value : nil
      }
      let key = ContactName.key(name)
      return deals.first { ContactName.key($0.name.value) == key }?.close?.value
    }
    all = tasks.count
    self.open = open.count
    late = facts.overdue.count
    withoutTheirs = open.count { !facts.hasTheirs($0) }
    namesTheirs = tasks.contains { !$0.contacts.isEmpty }
    withoutOurs = open.count(where: \.people.isEmpty)
    withoutDay = open.count { $0.due == nil }
    afterClose = open.count { task in
      guard let due = task.due?.value, let close = close(of: task) else { return false }
      return due > close
    }
    next = open.compactMap { $0.due?.value }.filter { $0 >= today }.min().map(facts.figures.day)
  }
}

/// What the time line of the action plan shows.
enum ActionTitles {
  static func title(_ facts: AccountFacts) -> String {
    remarks.said(of: ActionState(facts), limit: 1).first ?? "Mutual action plan"
  }

  static let remarks: [Remark<ActionState, String>] = [
    Remark("late", 90) { plan in
      guard plan.late > 0 else { return nil }
      let late = tasks(plan.late, "is late", "are late")
      guard plan.withoutTheirs > 0 else { return late }
      return late + ", and \(Wording.spelled(plan.withoutTheirs)) "
        + "\(Wording.verb(plan.withoutTheirs, "has", "have")) nobody on their side"
    },
    Remark("nobody of theirs", 85) { plan in
      plan.open > 1 && plan.withoutTheirs == plan.open && !plan.namesTheirs
        ? "Nobody on their side has signed up to a task" : nil
    },
    Remark("without theirs", 80) { plan in
      plan.withoutTheirs == 0
        ? nil
        : tasks(plan.withoutTheirs, "has nobody on their side", "have nobody on their side")
    },
    Remark("after the close", 78) { plan in
      plan.afterClose == 0
        ? nil
        : tasks(plan.afterClose, "is due after the deal closes", "are due after the deal closes")
    },
    Remark("without ours", 75) { plan in
      plan.withoutOurs == 0
        ? nil : tasks(plan.withoutOurs, "has nobody of ours", "have nobody of ours")
    },
    Remark("without a day", 70) { plan in
      plan.withoutDay == 0 ? nil : tasks(plan.withoutDay, "has no day", "have no day")
    },
    Remark("done", 60) { plan in
      guard plan.open == 0, plan.all > 0 else { return nil }
      return plan.all == 1
        ? "The one task is done"
        : "\(Wording.capital(Wording.all(plan.all))) tasks are done"
    },
    Remark("on time", 10) { plan in
      guard plan.late == 0, let next = plan.next else { return nil }
      return "Nothing is late; the next task is due on \(next)"
    },
  ]

  /// `One task is late`.
  private static func tasks(_ count: Int, _ one: String, _ many: String) -> String {
    "\(Wording.capital(Wording.spelled(count, "task"))) \(Wording.verb(count, one, many))"
  }
}
