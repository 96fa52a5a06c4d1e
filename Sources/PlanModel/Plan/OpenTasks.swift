import PlanSource

extension ActionTask {
  /// Whether it is still to be done. A day behind `done` says as much as a ticked box.
  public var isOpen: Bool { !isDone && done == nil }

  /// The task, and those of its open steps that say themselves who or when; nothing when it is done.
  public var duties: [ActionTask] { isOpen ? [self] + ownSteps : [] }

  private var ownSteps: [ActionTask] {
    steps.filter(\.isOpen).flatMap { step in
      let isSame =
        step.due?.span == due?.span && step.people.map(\.span) == people.map(\.span)
      return (isSame ? [] : [step]) + step.ownSteps
    }
  }
}

extension Plan {
  /// The top-level tasks of the mutual action plan that are still to be done. What belongs to a lost deal is not.
  public var openTasks: [ActionTask] {
    let tasks = (actionPlan?.items ?? []).filter(\.isOpen)
    let all = opportunities?.items ?? []
    guard !tasks.isEmpty, all.contains(where: { $0.outcome == .lost }) else { return tasks }
    let running = Set(all.filter { $0.outcome != .lost }.map { ContactName.key($0.name.value) })
    return tasks.filter { task in
      task.opportunity.map { running.contains(ContactName.key($0.value)) } ?? !running.isEmpty
    }
  }

  /// What reviews promised and nobody has kept yet.
  public var openPromises: [ActionTask] {
    (reviews?.items ?? []).flatMap { $0.promises.filter(\.isOpen) }
  }
}
