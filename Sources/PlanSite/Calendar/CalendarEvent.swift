import PlanModel
import PlanSource

/// Something that a plan ties to a day and that is still ahead, or late.
struct CalendarEvent: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// An account review falls due by the tier's cadence.
    case review
    /// A task of an action plan, a promise of a review or a next step in the whitespace.
    case task
    /// A planned play.
    case play
    /// A deal closes.
    case close
    /// What they buy, from us or from others, is renewed.
    case renewal
    /// What they want to have reached, or we.
    case objective

    /// As a lane or a column is headed.
    var title: String {
      switch self {
      case .review: "Reviews"
      case .task: "Tasks"
      case .play: "Plays"
      case .close: "Closes"
      case .renewal: "Renewals"
      case .objective: "Objectives"
      }
    }

    /// Among others in a sentence.
    func count(_ number: Int) -> String { Wording.count(number, rawValue) }
  }

  let kind: Kind
  let day: Day
  /// In `SiteModel.accounts`.
  let account: Int
  let text: String
  /// Ours, by id.
  let people: [String]
  /// Theirs, by name.
  let contacts: [String]
  let amount: Money?
  /// Where the plan says so; nil for a review of a plan that was never reviewed.
  let span: Span?
  /// From 1.
  let line: Int?
  /// Whether the day has passed.
  let isLate: Bool
  /// Tells it from others of its kind and text in one plan: how many of them stand before it.
  fileprivate(set) var ordinal = 0

  /// What names it in its account, whatever its day and line become.
  var slug: String {
    kind == .review ? kind.rawValue : "\(kind.rawValue)-\(Slugs.slug(text, fallback: "x"))"
  }
}

/// All that lies ahead or is late, over the active accounts, in the order of days.
struct Calendar: Sendable {
  let today: Day
  /// By day, kind and account.
  let events: [CalendarEvent]
  /// Places in `events`, by the id of one of ours.
  private let byPerson: [String: [Int]]

  /// - Parameters:
  ///   - accounts: Beside the plans.
  ///   - lines: Where the lines of each plan begin, by its path.
  init(_ input: SiteInput, _ accounts: [Account], _ lines: [String: LineIndex]) {
    let today = input.measures.today
    var events: [CalendarEvent] = []
    for account in accounts where account.isActive {
      events += Self.events(of: account, input, lines, on: today)
    }
    events.sort { left, right in
      if left.day != right.day { return left.day < right.day }
      let (first, second) = (left.kind.order, right.kind.order)
      return first != second
        ? first < second : (left.account, left.line ?? 0) < (right.account, right.line ?? 0)
    }
    var byPerson: [String: [Int]] = [:]
    for (index, event) in events.enumerated() {
      for person in Set(event.people) { byPerson[person, default: []].append(index) }
    }
    self.today = today
    self.events = events
    self.byPerson = byPerson
  }

  /// What one of ours has to do with.
  func events(of person: String) -> [CalendarEvent] {
    (byPerson[person] ?? []).map { events[$0] }
  }

  /// Whether one of ours has to do with any.
  func has(_ person: String) -> Bool { byPerson[person] != nil }

  // MARK: One plan

  private static func events(
    of account: Account, _ input: SiteInput, _ lines: [String: LineIndex], on today: Day
  ) -> [CalendarEvent] {
    let plan = input.portfolio.plans[account.index]
    var found = Found(account: account, today: today, lines: lines[plan.path])
    found.addReview(input.measures.plans[account.index].lastReview?.span)
    for task in plan.duties {
      guard let due = task.due?.value else { continue }
      found.add(
        .task, due, task.text.value, task.people, task.contacts, at: task.row,
        isLate: task.isLate(on: today))
    }
    for play in plan.plays?.items ?? [] where play.isPlanned(on: today) {
      found.add(.play, play.date.value, play.play.value, play.by, play.contacts, at: play.row)
    }
    for deal in plan.opportunities?.items ?? [] where deal.outcome == .open {
      guard let close = deal.close?.value else { continue }
      found.add(
        .close, close, deal.name.value, [plan.owner].compactMap { $0 }, deal.contacts, at: deal.row,
        isLate: close < today, amount: deal.amount?.value)
    }
    for cell in plan.whitespace?.items ?? [] {
      guard let until = cell.until?.value, until >= today else { continue }
      let whose = cell.incumbent.map { ", now \($0.value)" } ?? ""
      found.add(
        .renewal, until, "\(cell.offering.value), \(cell.buyingCenter.value)\(whose)",
        [cell.owner ?? plan.owner].compactMap { $0 }, [], at: cell.row,
        amount: cell.potential?.value)
    }
    for objective in plan.objectives?.items ?? [] {
      guard let by = objective.by?.value, Progress(of: objective)?.isMet != true else { continue }
      found.add(
        .objective, by, objective.text.value, [objective.owner ?? plan.owner].compactMap { $0 },
        [objective.contact].compactMap { $0 }, at: objective.row, isLate: by < today)
    }
    return found.events
  }

  /// The events of one plan while they are gathered.
  private struct Found {
    let account: Account
    let today: Day
    let lines: LineIndex?
    var events: [CalendarEvent] = []
    private var seen: [String: Int] = [:]

    init(account: Account, today: Day, lines: LineIndex?) {
      (self.account, self.today, self.lines) = (account, today, lines)
    }

    /// The next by the cadence; today for a plan that nobody has reviewed yet.
    mutating func addReview(_ last: Span?) {
      guard let due = account.reviewDue else { return }
      let text = last == nil ? "First review of the plan" : "Review of the plan"
      add(
        .review, due, text, ids: [account.owner].compactMap { $0 }, [], at: last,
        isLate: account.isLate)
    }

    mutating func add(
      _ kind: CalendarEvent.Kind, _ day: Day, _ text: String, _ people: [Located<String>],
      _ contacts: [Located<String>], at span: Span?, isLate: Bool = false, amount: Money? = nil
    ) {
      add(
        kind, day, text, ids: people.map(\.value), contacts.map(\.value), at: span, isLate: isLate,
        amount: amount)
    }

    private mutating func add(
      _ kind: CalendarEvent.Kind, _ day: Day, _ text: String, ids people: [String],
      _ contacts: [String], at span: Span?, isLate: Bool, amount: Money? = nil
    ) {
      let line = span.flatMap { span in lines?.line(at: span.start) }
      var event = CalendarEvent(
        kind: kind, day: day, account: account.index, text: text, people: people,
        contacts: contacts, amount: amount, span: span, line: line, isLate: isLate)
      event.ordinal = seen[event.slug, default: 0]
      seen[event.slug, default: 0] += 1
      events.append(event)
    }
  }
}

extension CalendarEvent.Kind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
