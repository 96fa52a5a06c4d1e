import PlanModel
import PlanSource

/// One dated fact of a plan, as a row of what moved.
struct MovementEvent {
  /// Rows of the table.
  static let limit = 12

  let what: String
  let text: HTML
  let day: Day
  let source: Span
  /// Whether something was to be done by the day, and was not.
  var isLate = false

  /// The newest first.
  static func all(_ review: ReviewFacts) -> [MovementEvent] {
    (deals(review) + people(review) + tasks(review) + whitespace(review)).enumerated()
      .sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
  }

  private static func deals(_ review: ReviewFacts) -> [MovementEvent] {
    let (moved, figures) = (review.movement, review.figures)
    func events(
      _ deals: [Opportunity], _ what: String, _ day: (Opportunity) -> Day?, isLate: Bool = false
    ) -> [MovementEvent] {
      deals.compactMap { deal in
        let money = deal.amount.map { ", \(figures.money($0.value))" } ?? ""
        return day(deal).map {
          MovementEvent(
            what: what, text: "\(deal.name.value)\(money)", day: $0, source: deal.row,
            isLate: isLate)
        }
      }
    }
    let stage = moved.stage.flatMap { day in
      review.plan.stageSince.map {
        MovementEvent(
          what: "Stage", text: "\(review.account.stage.rawValue)", day: day, source: $0.span)
      }
    }
    return events(moved.won, "Deal won") { $0.close?.value }
      + events(moved.lost, "Deal lost") { $0.close?.value }
      + events(moved.created, "New deal") { $0.created?.value }
      + events(moved.slipped, "Close day passed", { $0.close?.value }, isLate: true)
      + [stage].compactMap(\.self)
  }

  private static func people(_ review: ReviewFacts) -> [MovementEvent] {
    let (moved, figures) = (review.movement, review.figures)
    func name(_ contact: Contact) -> HTML {
      let role: HTML = contact.roles.isEmpty ? "" : ", \(AccountFacts.deciding(contact))"
      return "\(contact.name.value)\(role)"
    }
    let answered = moved.answered.map {
      MovementEvent(
        what: "First answer", text: name($0.contact), day: $0.day, source: $0.contact.row)
    }
    let window = review.facts.measures.window ?? 0
    let silent = moved.silent.map {
      MovementEvent(
        what: "Fell silent",
        text: name($0.contact) + ", last answered on \(figures.day($0.day))",
        day: $0.day + window, source: $0.contact.row)
    }
    let signals = moved.signals.map { signal in
      let strength = signal.strength?.value == .high ? ", strong" : ""
      return MovementEvent(
        what: "Signal", text: "\(signal.signal.value)<span class=\"muted\">\(strength)</span>",
        day: signal.date.value, source: signal.row)
    }
    return answered + silent + signals
  }

  private static func tasks(_ review: ReviewFacts) -> [MovementEvent] {
    let done = review.movement.done.compactMap { task in
      task.done.map {
        MovementEvent(
          what: "Task done", text: "\(task.text.value)", day: $0.value, source: task.row)
      }
    }
    let late = review.movement.late.compactMap { task in
      task.due.map {
        MovementEvent(
          what: "Task due", text: "\(task.text.value)", day: $0.value, source: task.row,
          isLate: true)
      }
    }
    return done + late
  }

  private static func whitespace(_ review: ReviewFacts) -> [MovementEvent] {
    func text(_ cell: WhitespaceCell) -> HTML {
      let holder = cell.incumbent.map { ", \($0.value)" } ?? ""
      return "\(cell.offering.value) in \(cell.buyingCenter.value)\(holder)"
    }
    let renewals = review.movement.renewals.compactMap { cell in
      cell.until.map {
        MovementEvent(what: "Renewal day", text: text(cell), day: $0.value, source: cell.row)
      }
    }
    let steps = review.movement.steps.compactMap { task in
      task.due.map { due in
        let place: HTML = task.milestone.map { ", \($0.value)" } ?? ""
        return MovementEvent(
          what: "Next step due", text: "\(task.text.value)" + place, day: due.value,
          source: task.row, isLate: true)
      }
    }
    return renewals + steps
  }
}
