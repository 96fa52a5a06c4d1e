import PlanMetrics
import PlanModel

/// The touches of an account by contact, counted once for all of its pictures and sentences.
struct Touches: Sendable {
  /// What happened between us and one contact.
  struct Line: Sendable {
    /// Indexes in `measures.touches`, oldest first, without what is planned for today.
    var all: [Int] = []
    /// Indexes in the plan's plays of those to come, the next first.
    var planned: [Int] = []
    /// Touches in the engagement window that were answered.
    var answered = 0
    /// All touches in the engagement window.
    var tried = 0
  }

  /// Beside `plan.contacts`.
  let lines: [Line]
  /// In the engagement window, all that were answered, whoever they name.
  let answered: Int
  /// In the engagement window, all.
  let tried: Int
  private let positions: [String: Int]

  init(_ plan: Plan, _ measures: PlanMeasures) {
    var positions: [String: Int] = [:]
    for (position, contact) in plan.contacts.enumerated() where positions[contact.key] == nil {
      positions[contact.key] = position
    }
    var lines = [Line](repeating: Line(), count: plan.contacts.count)
    var (answered, tried) = (0, 0)
    for (number, touch) in measures.touches.enumerated() where !touch.isPlanned {
      if touch.isInWindow {
        tried += 1
        if touch.isAnswered { answered += 1 }
      }
      for (place, key) in touch.contacts.enumerated() {
        guard let position = positions[key], !touch.contacts[..<place].contains(key) else {
          continue
        }
        lines[position].all.append(number)
        guard touch.isInWindow else { continue }
        lines[position].tried += 1
        if touch.isAnswered { lines[position].answered += 1 }
      }
    }
    let plays = plan.plays?.items ?? []
    let planned = plays.indices.filter { plays[$0].isPlanned(on: measures.today) }
      .sorted { (plays[$0].date.value, $0) < (plays[$1].date.value, $1) }
    for index in planned {
      for contact in plays[index].contacts {
        guard let position = positions[ContactName.key(contact.value)],
          lines[position].planned.last != index
        else { continue }
        lines[position].planned.append(index)
      }
    }
    self.lines = lines
    self.answered = answered
    self.tried = tried
    self.positions = positions
  }

  /// The place in the committee of a name's key; of two contacts of one name the first.
  func position(of key: String) -> Int? { positions[key] }

  /// What happened with a contact of the committee.
  subscript(_ contact: Contact) -> Line { position(of: contact.key).map { lines[$0] } ?? Line() }
}
