import PlanModel
import PlanSource

/// What is asked of somebody in the review: by name, with a day, and with its reason.
struct Ask: Sendable {
  let title: String
  let reason: String
  let who: String
  let when: String
  /// Whether its day has passed.
  var isLate = false
  /// Where the plan says so; nil where it says nothing, which is what is asked about.
  var source: Span?

  /// `Saskia Peeters, by 17 Dec`.
  var whoWhen: HTML {
    let late: HTML = isLate ? " class=\"late\"" : ""
    return "\(who), <span\(late)>\(when)</span>"
  }
}

extension Ask {
  /// Asks on the first screen, and all that are read out at the end.
  static let first = 3
  static let limit = 6
  /// Days ahead in which a task of the action plan is near.
  static let near = 30
  /// What is on its way anyway, and nothing to decide over several accounts.
  static let routine: Set<String> = ["next task", "next step", "their side"]

  static let remarks: [Remark<ReviewFacts, Ask>] = [
    Remark("owner", 100, owner), Remark("close day", 94, closeDay), Remark("sponsor", 90, sponsor),
    Remark("late task", 85, lateTask), Remark("late step", 82, lateStep),
    Remark("promise", 80, promise),
    Remark("decider", 76, decider), Remark("opponent", 72, opponent), Remark("role", 68, role),
    Remark("one thread", 64, oneThread), Remark("signal", 58, signal), Remark("risk", 54, risk),
    Remark("our side", 50, ourSide), Remark("their side", 46, theirSide),
    Remark("next task", 20, nextTask), Remark("next step", 16, nextStep),
  ]

  /// With a full stop, where the plan's own words have none.
  private static func sentence(_ text: String) -> String { FindingBlock.sentence(text) }

  private static func owner(_ review: ReviewFacts) -> Ask? {
    guard review.account.owner == nil else { return nil }
    return Ask(
      title: "Name an owner.",
      reason: "Nobody of ours answers for the account.",
      who: review.leaders ?? review.facts.model.name(review.account.sponsor)
        ?? "whoever leads the program",
      when: review.byNextReview)
  }

  private static func closeDay(_ review: ReviewFacts) -> Ask? {
    let past = review.facts.measures.deals.filter { deal in
      deal.close.map { $0.value < review.today } ?? false
    }
    let first = past.min { ($0.close?.value.number ?? 0) < ($1.close?.value.number ?? 0) }
    guard let deal = first, let close = deal.close else { return nil }
    let money = deal.amount.map { "\(review.figures.money($0.value)) was" } ?? "It was"
    let others = past.count - 1
    let verb = "\(Wording.verb(others, "is", "are")) past \(others == 1 ? "its" : "their") day too"
    let more = others > 0 ? "; \(Wording.spelled(others, "other deal")) \(verb)" : ""
    return Ask(
      title: "Agree a new close day for \(deal.name.value), or end it.",
      reason: "\(money) to close \(review.figures.ago(close.value))\(more).",
      who: review.asked(nil), when: "in this review", source: close.span)
  }

  private static func sponsor(_ review: ReviewFacts) -> Ask? {
    let account = review.account
    guard account.needsSponsor, account.sponsor == nil else { return nil }
    let their = account.counterpart.map { " Their side would be \($0)." } ?? ""
    return Ask(
      title: "Name an executive sponsor.",
      reason:
        "Tier \(account.tier.rawValue) asks for one at stage \(account.stage.rawValue).\(their)",
      who: review.leaders ?? review.asked(nil), when: review.byNextReview)
  }

  private static func lateTask(_ review: ReviewFacts) -> Ask? {
    late(review.facts.overdue, ("Finish", "task", "action plan"), review)
  }

  private static func lateStep(_ review: ReviewFacts) -> Ask? {
    let late = review.plan.nextSteps.filter { $0.isLate(on: review.today) }
      .stably { ($0.due?.value.number ?? 0) < ($1.due?.value.number ?? 0) }
    return Self.late(late, ("Take the step", "step", "whitespace"), review)
  }

  /// - Parameters:
  ///   - tasks: What is late, the oldest first.
  ///   - words: What to do, what one of them is called, and where they stand.
  private static func late(
    _ tasks: [ActionTask], _ words: (act: String, one: String, place: String), _ review: ReviewFacts
  ) -> Ask? {
    guard let task = tasks.first, let due = task.due?.value else { return nil }
    let others = tasks.count - 1
    let verb = "\(Wording.verb(others, "is", "are")) late too"
    let more = others > 0 ? "; \(Wording.spelled(others, "other \(words.one)")) \(verb)" : ""
    return Ask(
      title: sentence("\(words.act), or agree a new day: \(task.text.value)"),
      reason: "\(Wording.count(review.today - due, "day")) late in the \(words.place)\(more).",
      who: review.asked(task.people.first?.value), when: "due \(review.figures.day(due))",
      isLate: true, source: task.row)
  }

  private static func promise(_ review: ReviewFacts) -> Ask? {
    let broken = review.promises.filter { if case .broken = $0.outcome { true } else { false } }
    let oldest = broken.min {
      ($0.task.due?.value.number ?? 0) < ($1.task.due?.value.number ?? 0)
    }
    guard let promise = oldest, let due = promise.task.due?.value else { return nil }
    return Ask(
      title: sentence("Keep the promise or take it back: \(promise.task.text.value)"),
      reason: "Promised on \(review.figures.day(promise.made)).",
      who: review.asked(promise.task.people.first?.value),
      when: "due \(review.figures.day(due))", isLate: true, source: promise.task.row)
  }

  private static func decider(_ review: ReviewFacts) -> Ask? {
    guard let (contact, measure) = review.facts.quietDeciders.first else { return nil }
    let stance = contact.stance.map {
      $0.value == .unknown ? ", stance unknown" : ", \($0.value.rawValue)"
    }
    let last = review.facts.heard(contact, measure)
    let role = AccountFacts.deciding(contact)
    return Ask(
      title: "Reach \(contact.name.value).",
      reason: "\(Wording.capital(role))\(stance ?? ""); \(last).",
      who: review.asked(review.facts.meets(contact)), when: review.byNextReview,
      source: contact.row)
  }

  private static func opponent(_ review: ReviewFacts) -> Ask? {
    let facts = review.facts
    guard let contact = facts.unhandledOpponents.first else { return nil }
    let kind = contact.stance?.value == .opponent ? "Opponent" : "Blocker"
    return Ask(
      title: "Decide what we do about \(contact.name.value).",
      reason: "\(kind); no risk, objective or planned play names them.",
      who: review.asked(contact.owner?.value), when: review.byNextReview, source: contact.row)
  }

  private static func role(_ review: ReviewFacts) -> Ask? {
    guard let role = review.facts.missing.first else { return nil }
    let rest = review.facts.missing.dropFirst().map(\.spoken)
    let also = rest.isEmpty ? "" : " Also missing: \(Wording.list(rest, limit: 3))."
    let account = review.account
    return Ask(
      title: "Put a name to the role: \(role.spoken).",
      reason:
        "Tier \(account.tier.rawValue) asks for it at stage \(account.stage.rawValue).\(also)",
      who: review.asked(nil), when: review.byNextReview)
  }

  private static func oneThread(_ review: ReviewFacts) -> Ask? {
    guard review.account.isSingleThreaded else { return nil }
    let money = review.account.pipeline
    let what = money > .zero ? review.figures.money(money) : "The deal"
    let on = review.facts.present.first(where: \.measure.isEngaged)?.contact.name.value
    return Ask(
      title: "Open a second door.",
      reason: "\(what) rests on \(on.map { "\($0) alone" } ?? "nobody who answers").",
      who: review.asked(nil), when: review.byNextReview)
  }

  private static func signal(_ review: ReviewFacts) -> Ask? {
    guard let signal = review.facts.withoutAction.first else { return nil }
    return Ask(
      title: sentence("Answer the signal: \(signal.signal.value)"),
      reason:
        "Strong, seen \(review.figures.ago(signal.date.value)); \(review.facts.lack(signal)).",
      who: review.asked(nil), when: review.byNextReview, source: signal.row)
  }

  private static func risk(_ review: ReviewFacts) -> Ask? {
    let risks = review.plan.risks?.items ?? []
    guard let risk = risks.first(where: { $0.severity?.value == .high && $0.mitigation == nil })
    else { return nil }
    return Ask(
      title: sentence("Decide what answers the risk: \(risk.risk.value)"),
      reason: "Severity high, and no mitigation is written.",
      who: review.asked(risk.owner?.value), when: review.byNextReview, source: risk.row)
  }

  /// Tasks that are owed and due soon, the first first.
  private static func soon(_ review: ReviewFacts) -> [ActionTask] {
    let tasks = review.plan.runningTasks.filter { task in
      task.isOpen && (task.due.map { (0...near).contains($0.value - review.today) } ?? false)
    }
    return tasks.enumerated().sorted { left, right in
      (left.element.due?.value ?? review.today, left.offset)
        < (right.element.due?.value ?? review.today, right.offset)
    }.map(\.element)
  }

  private static func due(_ task: ActionTask, _ review: ReviewFacts) -> String {
    task.due.map { "by \(review.figures.day($0.value))" } ?? review.byNextReview
  }

  private static func ourSide(_ review: ReviewFacts) -> Ask? {
    guard let task = soon(review).first(where: \.people.isEmpty) else { return nil }
    return Ask(
      title: sentence("Say who of ours does it: \(task.text.value)"),
      reason: "The task is near and names nobody of ours.", who: review.asked(nil),
      when: due(task, review), source: task.row)
  }

  private static func theirSide(_ review: ReviewFacts) -> Ask? {
    let open = soon(review).first { $0.contacts.isEmpty && !$0.people.isEmpty }
    guard let task = open else { return nil }
    return Ask(
      title: sentence("Find somebody on their side for: \(task.text.value)"),
      reason: "The task is near and names nobody of theirs.",
      who: review.asked(task.people.first?.value), when: due(task, review), source: task.row)
  }

  private static func nextStep(_ review: ReviewFacts) -> Ask? {
    let open = (review.plan.whitespace?.items ?? []).filter {
      $0.isUnsold && $0.nextStep == nil
    }
    let most = open.compactMap { $0.potential?.value }.max() ?? .zero
    guard most > .zero, let cell = open.first(where: { $0.potential?.value == most }) else {
      return nil
    }
    return Ask(
      title: "Decide the next step for \(cell.offering.value) in \(cell.buyingCenter.value).",
      reason:
        "\(review.figures.money(most)) \(cell.status?.value.rawValue ?? "open"), and the row names no step.",
      who: review.asked(cell.owner?.value), when: review.byNextReview, source: cell.row)
  }

  private static func nextTask(_ review: ReviewFacts) -> Ask? {
    let next = soon(review).first { !$0.people.isEmpty && review.facts.hasTheirs($0) }
    guard let task = next else { return nil }
    return Ask(
      title: sentence("Hold the day: \(task.text.value)"),
      reason:
        "Next in the action plan, with \(Wording.list(review.facts.theirs(task), limit: 2)).",
      who: review.asked(task.people.first?.value), when: due(task, review), source: task.row)
  }
}
