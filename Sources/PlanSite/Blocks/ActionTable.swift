import PlanModel

/// The mutual action plan as a table, by milestone.
extension ReviewSections {
  /// Rows of the table; what is done goes first where there are more.
  private static let taskLimit = 24

  func actionPlan(_ notes: inout Footnotes) -> SectionBlock {
    let tasks = plan.runningTasks
    let title = ReviewSentences.actionPlan(review)
    guard !tasks.isEmpty else {
      return SectionBlock(
        id: "plan", title: title,
        body: HTML(), lacks: "an action plan")
    }
    let shown = tasks.count > Self.taskLimit ? tasks.filter(\.isOpen) : tasks
    var table = DataTable(
      "Action plan",
      [.text("Step"), .text("Ours"), .text("Theirs"), .number("Due"), .number("State")])
    table.data = DataLinks(.tasks, root: "../")
    var heading: String?
    for task in shown.prefix(Self.taskLimit) {
      let above = [task.opportunity?.value, task.milestone?.value].compactMap(\.self)
        .joined(separator: ", ")
      if above != heading {
        heading = above
        if !above.isEmpty { table.rows.append(["<b>\(above)</b>"]) }
      }
      table.rows.append(row(task, &notes))
      for step in task.duties.dropFirst() where step.isLate(on: review.today) {
        table.rows.append(row(step, &notes))
      }
    }
    let deals = review.facts.measures.deals
    let deal = deals.count == 1 ? " of \(deals[0].name.value)" : ""
    return SectionBlock(
      id: "plan", title: title, note: "Mutual action plan\(deal)",
      body: Self.table(table, tasks.count, min(shown.count, Self.taskLimit), "step", in: "the plan")
    )
  }

  private func row(_ task: ActionTask, _ notes: inout Footnotes) -> [HTML] {
    let ours = task.people.compactMap { review.facts.model.name($0.value) }
    let theirs = review.facts.theirs(task)
    let done = task.steps.count { !$0.isOpen }
    let steps: HTML =
      task.isOpen && !task.steps.isEmpty
      ? "<br><span class=\"muted\">\(done) of \(Wording.count(task.steps.count, "step")) done</span>"
      : ""
    let nobody: HTML = task.isOpen ? "<b>nobody</b>" : "–"
    return [
      "\(task.text.value)" + notes.mark(task.row, in: plan) + steps,
      ours.isEmpty ? nobody : "\(Wording.list(ours, limit: 3))",
      theirs.isEmpty ? nobody : "\(Wording.list(theirs, limit: 3))",
      task.due.map { "\(figures.day($0.value))" } ?? "–", state(task),
    ]
  }

  private func state(_ task: ActionTask) -> HTML {
    guard task.isOpen else {
      return task.done.map { "done, \(figures.day($0.value))" } ?? "done"
    }
    guard let due = task.due?.value else { return "no day" }
    let days = due - review.today
    switch days {
    case ..<0: return "<span class=\"late\">\(Wording.count(-days, "day")) late</span>"
    case 0: return "today"
    default: return "in \(Wording.count(days, "day"))"
    }
  }
}
