import PlanMetrics
import PlanModel

/// What moved in an account since its last review, or another day, as far as the plan itself dates it: nothing here needs to know how
/// the plan looked before.
struct Movement: Sendable {
  /// What happened after this day counts.
  let since: Day
  /// Whether it is the day of a review before today; else none is written, and it is a quarter ago.
  let isReview: Bool
  /// Deals by what became of them since: ended with a close day, created and open, open past their close day.
  private(set) var won: [Opportunity] = []
  private(set) var lost: [Opportunity] = []
  private(set) var created: [Opportunity] = []
  private(set) var slipped: [Opportunity] = []
  /// The day on which the written stage began.
  private(set) var stage: Day?
  /// Whose first answer in the log is from after that day; the day of it.
  private(set) var answered: [(contact: Contact, day: Day)] = []
  /// Who was engaged and has not answered in the window; the day of the last answer.
  private(set) var silent: [(contact: Contact, day: Day)] = []
  /// Tasks and steps of the action plan.
  private(set) var done: [ActionTask] = []
  private(set) var late: [ActionTask] = []
  private(set) var signals: [Signal] = []
  /// Whitespace whose renewal passed.
  private(set) var renewals: [WhitespaceCell] = []
  /// Next steps of the whitespace that passed their day.
  private(set) var steps: [ActionTask] = []
  /// Touches made, and how many of them were answered.
  private(set) var touches = 0
  private(set) var answers = 0

  /// - Parameter start: The day to look back to; nil for the last review.
  init(_ plan: Plan, _ measures: PlanMeasures, since start: Day? = nil) {
    let today = measures.today
    let reviews =
      [plan.reviewed?.value].compactMap(\.self) + (plan.reviews?.items ?? []).map(\.day.value)
    let last = reviews.filter { $0 < today }.max()
    let since = start ?? last ?? today - Day.quarter
    self.since = since
    isReview = start == nil && last != nil
    func isNew(_ day: Day?) -> Bool { day.map { $0 > since && $0 <= today } ?? false }
    /// It was still to come when the last review was held, or is of its day.
    func hasPassed(_ day: Day?) -> Bool { day.map { $0 >= since && $0 < today } ?? false }

    for deal in plan.opportunities?.items ?? [] {
      switch deal.outcome {
      case .won: if isNew(deal.close?.value) { won.append(deal) }
      case .lost: if isNew(deal.close?.value) { lost.append(deal) }
      case .open:
        if isNew(deal.created?.value) { created.append(deal) }
        if hasPassed(deal.close?.value) { slipped.append(deal) }
      }
    }
    if plan.stage != nil, let day = plan.stageSince?.value, isNew(day) { stage = day }
    for (task, parent) in plan.runningTasks.flatMap({ $0.flattened() }) {
      if isNew(task.done?.value), task.done?.span != parent?.done?.span { done.append(task) }
    }
    late = plan.lateTasks(on: today).filter { hasPassed($0.due?.value) }
    signals = (plan.signals?.items ?? []).filter { isNew($0.date.value) }
    renewals = (plan.whitespace?.items ?? []).filter { hasPassed($0.until?.value) }
    steps = plan.nextSteps.filter { hasPassed($0.due?.value) }
    for touch in measures.touches where touch.day > since && !touch.isPlanned {
      touches += 1
      if touch.isAnswered { answers += 1 }
    }
    look(at: plan.contacts, measures)
  }

  private mutating func look(at contacts: [Contact], _ measures: PlanMeasures) {
    // Who answered up to the review did not begin to after it.
    var before: Set<String> = []
    var first: [String: Day] = [:]
    for touch in measures.touches where touch.isAnswered {
      if touch.day <= since {
        before.formUnion(touch.contacts)
      } else {
        for contact in touch.contacts where first[contact] == nil { first[contact] = touch.day }
      }
    }
    for (contact, measure) in zip(contacts, measures.contacts) where !contact.hasLeft {
      guard let last = measure.lastEngaged else { continue }
      if last > since {
        // A cell holds the last answer and says nothing of the first: that takes a touch in the log.
        guard let day = first[contact.key], !before.contains(contact.key),
          (contact.lastEngaged?.value).map({ $0 > since }) ?? true
        else { continue }
        answered.append((contact, min(contact.lastEngaged?.value ?? day, day)))
      } else if let window = measures.window, !measure.isEngaged, since - last <= window {
        silent.append((contact, last))
      }
    }
  }

  /// Whether the plan dates nothing at all since then.
  var isEmpty: Bool {
    won.isEmpty && lost.isEmpty && created.isEmpty && slipped.isEmpty && stage == nil
      && answered.isEmpty && silent.isEmpty && done.isEmpty && late.isEmpty && signals.isEmpty
      && renewals.isEmpty && steps.isEmpty && touches == 0
  }
}
