import PlanModel

/// What a review promised, and what became of it.
struct Promise: Sendable {
  /// What the plan says of it on one day; days are counted from the promised one.
  enum Outcome: Equatable, Sendable {
    /// Done, and no day says that it was late.
    case kept
    case keptLate(days: Int)
    /// Not done, and its day has passed.
    case broken(days: Int)
    /// Not done, and its day is still to come, or none was named.
    case open
  }

  let task: ActionTask
  /// The day of the review that made it.
  let made: Day
  let outcome: Outcome

  init(_ task: ActionTask, made: Day, on today: Day) {
    self.task = task
    self.made = made
    let due = task.due?.value
    if !task.isOpen {
      let late = due.flatMap { due in task.done.map { $0.value - due } } ?? 0
      outcome = late > 0 ? .keptLate(days: late) : .kept
    } else if let due, due < today {
      outcome = .broken(days: today - due)
    } else {
      outcome = .open
    }
  }

  /// What a review looks back on: the promises of the last review that made any, those of the last quarter, and older
  /// ones that are still owed; the newest review first. Today's own promises are for the next one.
  static func all(in plan: Plan, on today: Day) -> [Promise] {
    guard let reviews = plan.reviews?.items, !reviews.isEmpty else { return [] }
    let held = reviews.filter { $0.day.value < today && !$0.promises.isEmpty }
    guard let last = held.map(\.day.value).max() else { return [] }
    return held.enumerated().sorted {
      ($1.element.day.value, $0.offset) < ($0.element.day.value, $1.offset)
    }.flatMap { _, review in
      let isRecent = review.day.value == last || today - review.day.value <= Day.quarter
      return review.promises.filter { isRecent || $0.isOpen }
        .map { Promise($0, made: review.day.value, on: today) }
    }
  }
}

/// How many promises came to what.
struct PromiseCount: Equatable, Sendable {
  private(set) var kept = 0
  private(set) var keptLate = 0
  private(set) var broken = 0
  private(set) var open = 0

  init(_ promises: some Sequence<Promise>) {
    for promise in promises {
      switch promise.outcome {
      case .kept: kept += 1
      case .keptLate: keptLate += 1
      case .broken: broken += 1
      case .open: open += 1
      }
    }
  }

  var all: Int { kept + keptLate + broken + open }
  /// Done, whenever.
  var done: Int { kept + keptLate }
}

extension ActionTask {
  /// The task and its steps, each with the one above it.
  func flattened(under parent: ActionTask? = nil) -> [(task: ActionTask, parent: ActionTask?)] {
    guard !steps.isEmpty else { return [(self, parent)] }
    return [(self, parent)] + steps.flatMap { $0.flattened(under: self) }
  }
}
