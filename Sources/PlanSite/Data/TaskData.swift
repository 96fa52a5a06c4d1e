import PlanModel
import PlanSource

extension DataFile {
  static let tasks = DataFile(
    "tasks",
    "a task of a mutual action plan with its steps, a promise that was made in a review, or the next step of "
      + "pursued whitespace that no action plan has.",
    rows: { source in
      let (plan, today) = (source.plan, source.model.today)
      let late = Set(plan.duties.filter { $0.isLate(on: today) }.map(\.row))
      var rows: [TaskRow] = []
      TaskRow.add(plan.actionPlan?.items ?? [], kind: "action-plan", late, to: &rows)
      for review in plan.reviews?.items ?? [] {
        TaskRow.add(review.promises, kind: "review", promised: review.day.value, late, to: &rows)
      }
      TaskRow.add(plan.nextSteps, kind: "whitespace", late, to: &rows)
      return rows
    }, at: \.task.row, TaskRow.columns)

  static let reviews = DataFile(
    "reviews", "an account review, with what became of its promises.",
    rows: { $0.plan.reviews?.items ?? [] }, at: \.day.span,
    [
      .day("date", "The day of the review") { $0.day.value },
      .text("decided", "What was decided") { $0.decided.value },
      .number("promises", "Tasks that it set") { $0.promises.count },
      .number("promises_kept", "Of these, done") { $0.promises.count { !$0.isOpen } },
    ])
}

/// A task, or a step of one.
private struct TaskRow {
  let task: ActionTask
  let kind: String
  /// The task that it is a step of.
  let parent: String?
  /// The day of the review.
  let promised: Day?
  let isLate: Bool

  /// Steps come behind their task.
  ///
  /// - Parameter late: The rows of what is late.
  static func add(
    _ tasks: [ActionTask], kind: String, parent: String? = nil, promised: Day? = nil,
    _ late: Set<Span>, to rows: inout [TaskRow]
  ) {
    for task in tasks {
      rows.append(
        TaskRow(
          task: task, kind: kind, parent: parent, promised: promised,
          isLate: late.contains(task.row)))
      add(
        task.steps, kind: kind, parent: task.text.value, promised: promised, late, to: &rows)
    }
  }

  static let columns: [DataColumn<TaskRow>] = [
    .text("task", "What is to be done") { $0.task.text.value },
    .text("kind", "action-plan, review for a promise, or whitespace for a next step") { $0.kind },
    .day("promised", "The review that it was promised in") { $0.promised },
    .text("step_of", "The task that it is a step of") { $0.parent },
    .text("milestone", "The heading above it, or the cell of the whitespace") {
      $0.task.milestone?.value
    },
    .text("opportunity", "The deal, where the plan has several") {
      $0.task.opportunity?.value
    },
    .list("ours", "Who of ours: ids") { $0.task.people.map(\.value) },
    .list("theirs", "Who of theirs, by name") { $0.task.contacts.map(\.value) },
    .day("due", "Until when") { $0.task.due?.value },
    .flag("done", "Whether it is done") { !$0.task.isOpen },
    .day("done_on", "Since when") { $0.task.done?.value },
    .flag(
      "late",
      "Whether it is open and due before today; no task of a lost deal, no step that only inherits"
    ) { $0.isLate },
  ]
}
