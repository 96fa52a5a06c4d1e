import PlanModel

/// One thing that moved since the last review.
struct Moved: Equatable, Sendable {
  /// In the middle of a sentence: `two tasks of the action plan were done`.
  let clause: String
  /// What exactly: names, days, money.
  let detail: String

  /// An item of a list.
  var html: HTML {
    let text = FindingBlock.sentence(detail)
    let detail: HTML = text.isEmpty ? "" : " <span class=\"muted\">\(text)</span>"
    return "<li><b>\(Wording.capital(clause)).</b>\(detail)</li>"
  }
}

extension Moved {
  /// What can be said of one account, from what changes its worth to what keeps it going.
  static let remarks: [Remark<ReviewFacts, Moved>] = [
    Remark("won", 100) { ended($0, $0.movement.won, "won") },
    Remark("lost", 98) { ended($0, $0.movement.lost, "lost") },
    Remark("slipped", 90, slipped),
    Remark("created", 86, created),
    Remark("answered") { review in
      answered(review).map {
        (review.movement.answered.contains { $0.contact.decides } ? 84 : 60, $0)
      }
    },
    Remark("silent") { review in
      silent(review).map { (review.movement.silent.contains { $0.contact.decides } ? 82 : 56, $0) }
    },
    Remark("stage", 78, stage),
    Remark("late", 70, late),
    Remark("signals") { review in
      let isStrong = review.movement.signals.contains { $0.strength?.value == .high }
      return signals(review).map { (isStrong ? 58 : 40, $0) }
    },
    Remark("renewals", 54, renewals),
    Remark("no touch", 52, noTouch),
    Remark("done", 50, done),
    Remark("steps", 44, steps),
    Remark("touches", 20, touches),
  ]

  /// Names at the end of a sentence.
  private static let named = 3

  private static func money(_ deals: [Opportunity], _ figures: Figures) -> String? {
    let sum = deals.compactMap { $0.amount?.value }.total
    return sum > .zero ? figures.money(sum) : nil
  }

  private static func ended(
    _ review: ReviewFacts, _ deals: [Opportunity], _ verb: String
  ) -> Moved? {
    guard let first = deals.first else { return nil }
    let sum = money(deals, review.figures)
    if deals.count == 1 {
      let close = first.close.map { "closed on \(review.figures.day($0.value))" }
      let detail = [sum, close].compactMap(\.self).joined(separator: ", ")
      return Moved(clause: "\(first.name.value) was \(verb)", detail: detail)
    }
    let names = Wording.list(deals.map(\.name.value), limit: named)
    return Moved(
      clause: "\(Wording.spelled(deals.count)) deals were \(verb)",
      detail: "\(names)\(sum.map { ", \($0) together" } ?? "")")
  }

  private static func slipped(_ review: ReviewFacts) -> Moved? {
    let deals = review.movement.slipped
    guard let first = deals.first, let close = first.close?.value else { return nil }
    let sum = money(deals, review.figures)
    if deals.count == 1 {
      return Moved(
        clause: "\(first.name.value) passed its close day",
        detail: "\(sum.map { "\($0) was" } ?? "It was") to close on \(review.figures.day(close))")
    }
    return Moved(
      clause: "\(Wording.spelled(deals.count)) open deals passed their close days",
      detail:
        "\(Wording.list(deals.map(\.name.value), limit: named))\(sum.map { ", \($0) together" } ?? "")"
    )
  }

  private static func created(_ review: ReviewFacts) -> Moved? {
    let deals = review.movement.created
    guard let first = deals.first else { return nil }
    let sum = money(deals, review.figures)
    if deals.count == 1 {
      let close = first.close.map { "to close on \(review.figures.day($0.value))" }
      let detail = [sum ?? "no amount", close].compactMap(\.self).joined(separator: ", ")
      return Moved(clause: "the deal \(first.name.value) came up", detail: detail)
    }
    return Moved(
      clause: "\(Wording.spelled(deals.count)) deals came up",
      detail:
        "\(Wording.list(deals.map(\.name.value), limit: named))\(sum.map { ", \($0) together" } ?? "")"
    )
  }

  private static func roles(_ contacts: [Contact]) -> String {
    Wording.list(
      contacts.map { contact in
        let role = contact.decides || !contact.roles.isEmpty ? AccountFacts.deciding(contact) : ""
        return role.isEmpty ? contact.name.value : "\(contact.name.value) (\(role))"
      }, limit: named)
  }

  private static func answered(_ review: ReviewFacts) -> Moved? {
    let contacts = review.movement.answered.map(\.contact)
    guard !contacts.isEmpty else { return nil }
    return Moved(
      clause: contacts.count == 1
        ? "one person is on record with a first answer"
        : "\(Wording.spelled(contacts.count)) people are on record with a first answer",
      detail: roles(contacts))
  }

  private static func silent(_ review: ReviewFacts) -> Moved? {
    let contacts = review.movement.silent.map(\.contact)
    guard !contacts.isEmpty, let window = review.facts.measures.window else { return nil }
    return Moved(
      clause: contacts.count == 1
        ? "one person fell silent" : "\(Wording.spelled(contacts.count)) people fell silent",
      detail: "\(roles(contacts)): no answer for more than \(Wording.count(window, "day"))")
  }

  private static func stage(_ review: ReviewFacts) -> Moved? {
    guard let day = review.movement.stage else { return nil }
    return Moved(
      clause: "the stage changed to \(review.account.stage.rawValue)",
      detail: "since \(review.figures.day(day))")
  }

  private static func texts(_ tasks: [ActionTask], _ day: (ActionTask) -> String?) -> String {
    Wording.list(
      tasks.map { task in task.text.value + (day(task).map { " (\($0))" } ?? "") }, limit: named)
  }

  private static func late(_ review: ReviewFacts) -> Moved? {
    let tasks = review.movement.late
    guard !tasks.isEmpty else { return nil }
    return Moved(
      clause: tasks.count == 1
        ? "one task of the action plan passed its day"
        : "\(Wording.spelled(tasks.count)) tasks of the action plan passed their days",
      detail:
        texts(tasks) { $0.due.map { "due \(review.figures.day($0.value))" } })
  }

  private static func done(_ review: ReviewFacts) -> Moved? {
    let tasks = review.movement.done
    guard !tasks.isEmpty else { return nil }
    return Moved(
      clause: tasks.count == 1
        ? "one task of the action plan was done"
        : "\(Wording.spelled(tasks.count)) tasks of the action plan were done",
      detail: texts(tasks) { $0.done.map { review.figures.day($0.value) } })
  }

  private static func signals(_ review: ReviewFacts) -> Moved? {
    let signals = review.movement.signals
    let strong = signals.filter { $0.strength?.value == .high }
    let told = strong.isEmpty ? signals : strong
    guard !told.isEmpty else { return nil }
    let word = strong.isEmpty ? "signal" : "strong signal"
    return Moved(
      clause: "\(Wording.spelled(told.count, word)) came in",
      detail: Wording.list(told.map(\.signal.value), limit: named))
  }

  private static func places(_ cells: [WhitespaceCell]) -> String {
    Wording.list(
      cells.map { "\($0.offering.value) in \($0.buyingCenter.value)" }, limit: named)
  }

  private static func renewals(_ review: ReviewFacts) -> Moved? {
    let cells = review.movement.renewals
    guard !cells.isEmpty else { return nil }
    return Moved(
      clause: cells.count == 1
        ? "one renewal day passed" : "\(Wording.spelled(cells.count)) renewal days passed",
      detail: places(cells))
  }

  private static func steps(_ review: ReviewFacts) -> Moved? {
    let steps = review.movement.steps
    guard !steps.isEmpty else { return nil }
    return Moved(
      clause: steps.count == 1
        ? "one next step in the whitespace passed its day"
        : "\(Wording.spelled(steps.count)) next steps in the whitespace passed their days",
      detail: Wording.list(steps.map(\.text.value), limit: named))
  }

  private static func touches(_ review: ReviewFacts) -> Moved? {
    let (touches, answers) = (review.movement.touches, review.movement.answers)
    guard touches > 0 else { return nil }
    let answered =
      answers == 0
      ? "not answered"
      : answers == touches
        ? "answered" : "\(Wording.spelled(answers)) of them answered"
    return Moved(
      clause:
        "\(Wording.spelled(touches, "touch", "touches")) \(touches == 1 ? "was" : "were") made",
      detail: touches > 1 && answers == touches ? "all answered" : answered)
  }

  /// Days without a touch after which that is worth saying.
  static let quiet = 14

  private static func noTouch(_ review: ReviewFacts) -> Moved? {
    let days = review.today - review.movement.since
    let since = review.movement.since
    guard review.movement.touches == 0, days >= quiet, review.facts.isLogWhole,
      review.facts.measures.lastTalk.map({ $0 <= since }) ?? true
    else { return nil }
    return Moved(
      clause: "no touch was logged", detail: "\(Wording.count(days, "day")) without one")
  }
}
