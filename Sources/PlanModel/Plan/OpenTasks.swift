import PlanSource

extension ActionTask {
  /// Whether it is still to be done. A day behind `done` says as much as a ticked box.
  public var isOpen: Bool { !isDone && done == nil }

  /// Whether it is still to be done, and its day has passed.
  public func isLate(on today: Day) -> Bool { isOpen && due.map { $0.value < today } ?? false }

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
  /// The top-level tasks of the mutual action plan, done or not, without those of a deal that is lost.
  public var runningTasks: [ActionTask] {
    let tasks = actionPlan?.items ?? []
    let all = opportunities?.items ?? []
    guard !tasks.isEmpty, all.contains(where: { $0.outcome == .lost }) else { return tasks }
    let running = Set(all.filter { $0.outcome != .lost }.map { ContactName.key($0.name.value) })
    return tasks.filter { task in
      task.opportunity.map { running.contains(ContactName.key($0.value)) } ?? !running.isEmpty
    }
  }

  /// Those that are still to be done.
  public var openTasks: [ActionTask] { runningTasks.filter(\.isOpen) }

  /// What of them is late, steps that say themselves who or when too; the oldest first.
  public func lateTasks(on today: Day) -> [ActionTask] {
    openTasks.flatMap(\.duties).filter { $0.isLate(on: today) }.enumerated().sorted {
      ($0.element.due?.value ?? today, $0.offset) < ($1.element.due?.value ?? today, $1.offset)
    }.map(\.element)
  }

  /// All that is still to be done: of the action plan, of what reviews promised and of the whitespace.
  public var duties: [ActionTask] {
    (openTasks + openPromises).flatMap(\.duties) + nextSteps
  }

  /// What reviews promised and nobody has kept yet.
  public var openPromises: [ActionTask] {
    (reviews?.items ?? []).flatMap { $0.promises.filter(\.isOpen) }
  }

  /// The next step of each whitespace cell that is pursued, unless it is in a deal whose steps are in the action plan: a
  /// task of whoever the cell is with, else of the account's owner.
  public var nextSteps: [ActionTask] {
    (whitespace?.items ?? []).compactMap { cell in
      guard cell.status?.value == .pursuing, !cell.isWon, !isInActionPlan(cell),
        let step = cell.nextStep
      else { return nil }
      return ActionTask(
        text: step, row: cell.row, isDone: false,
        milestone: Located("\(cell.offering.value), \(cell.buyingCenter.value)", at: cell.row),
        opportunity: cell.isInDeal ? cell.opportunity : nil,
        people: [cell.owner ?? owner].compactMap { $0 },
        contacts: [], due: cell.by, done: nil, steps: [])
    }
  }

  /// Whether a cell is in a deal of which the action plan still has something to do.
  private func isInActionPlan(_ cell: WhitespaceCell) -> Bool {
    guard cell.isInDeal, let deal = cell.opportunity else { return false }
    let key = ContactName.key(deal.value)
    return openTasks.contains { task in
      task.opportunity.map { ContactName.key($0.value) == key } ?? true
    }
  }
}
