import PlanMetrics
import PlanModel

/// How we could lose the account: what the plan does not answer.
enum Dangers {
  static let limit = 3

  static func all(_ facts: AccountFacts) -> [MoveBlock] {
    guard facts.account.isActive else { return [] }
    let candidates: [() -> MoveBlock?] = [
      { opponent(facts) }, { oneThread(facts) }, { paper(facts) }, { leaver(facts) },
      { buyer(facts) }, { carried(facts) }, { competitor(facts) }, { unproven(facts) },
    ]
    var found: [MoveBlock] = []
    for candidate in candidates where found.count < limit {
      if let move = candidate() { found.append(move) }
    }
    return found
  }

  private static func danger(_ title: String, _ detail: HTML) -> MoveBlock {
    MoveBlock(when: "", title: title, detail: detail, isLate: false)
  }

  private static func opponent(_ facts: AccountFacts) -> MoveBlock? {
    guard let contact = facts.opponents.first(where: { !facts.handles($0) }) else { return nil }
    let title = contact.title.map { ", \($0.value)," } ?? ""
    return danger(
      "\(contact.name.value)\(title) stops it",
      "\(contact.stance?.value == .opponent ? "Opponent" : "Blocker"); no risk, objective or planned play names them."
    )
  }

  private static func oneThread(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.isSingleThreaded else { return nil }
    let engaged = facts.present.first(where: \.measure.isEngaged)
    let window = facts.measures.window.map { "in \($0) days" } ?? "ever"
    guard let engaged else {
      return danger(
        "Nobody there is working for it", "A deal is open and nobody answered \(window).")
    }
    return danger(
      "\(engaged.contact.name.value) changes jobs",
      "Nobody else answered \(window); the deal rests on one person.")
  }

  private static func paper(_ facts: AccountFacts) -> MoveBlock? {
    guard let close = facts.account.close, close - facts.today <= 90 else { return nil }
    let answers = (facts.plan.meddpicc?.items ?? []).flatMap(\.elements)
    guard let paper = answers.first(where: { $0.element.value == .paperProcess })?.score?.value,
      paper <= 1
    else { return nil }
    return danger(
      "The paper starts too late",
      "Paper process stands at \(paper) of 3, and the deal closes in \(Wording.count(close - facts.today, "day"))."
    )
  }

  private static func leaver(_ facts: AccountFacts) -> MoveBlock? {
    guard let gone = facts.plan.contacts.first(where: { $0.hasLeft && $0.decides }) else {
      return nil
    }
    let roles = gone.roles.filter(\.value.decides).map(\.value)
    let replaced = roles.allSatisfy { role in facts.present.contains { $0.contact.holds(role) } }
    guard !replaced else { return nil }
    return danger(
      "\(gone.name.value)’s chair stays empty",
      "They were \(Wording.list(roles.map(\.spoken))) and have left; nobody holds the role now.")
  }

  private static func buyer(_ facts: AccountFacts) -> MoveBlock? {
    let against = facts.present.first { pair in
      pair.contact.holds(.economicBuyer)
        && (pair.contact.stance?.value == .sceptic || !pair.measure.isEngaged)
    }
    guard let against else { return nil }
    let stance = against.contact.stance.map { "\($0.value.rawValue)" } ?? "stance unknown"
    let heard =
      against.measure.lastEngaged.map { "last answered \(facts.figures.ago($0))" }
      ?? "never answered"
    return danger(
      "\(against.contact.name.value) says no", "Economic buyer, \(stance), \(heard).")
  }

  private static func carried(_ facts: AccountFacts) -> MoveBlock? {
    let all = facts.touches.answered
    guard all >= 4,
      let contact = facts.present.max(by: {
        facts.touches[$0.contact].answered < facts.touches[$1.contact].answered
      })
    else { return nil }
    let top = facts.touches[contact.contact].answered
    guard top * 2 > all else { return nil }
    return danger(
      "\(contact.contact.name.value) leaves",
      "\(top) of our \(all) answered touches were with them.")
  }

  private static func competitor(_ facts: AccountFacts) -> MoveBlock? {
    let held = (facts.plan.whitespace?.items ?? []).filter { $0.status?.value == .competitor }
    guard
      let cell = held.max(by: { ($0.potential?.value ?? .zero) < ($1.potential?.value ?? .zero) })
    else { return nil }
    let name = cell.incumbent?.value ?? "A competitor"
    let money = cell.potential.map { ", \(facts.figures.money($0.value))," } ?? ""
    let until = cell.until.map { " until \(facts.figures.day($0.value))" } ?? ""
    return danger(
      "\(name) widens its hold",
      "It holds \(cell.offering.value) in \(cell.buyingCenter.value)\(money)\(until).")
  }

  private static func unproven(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.deals > 0 else { return nil }
    let answers = (facts.plan.meddpicc?.items ?? []).flatMap(\.elements)
    guard !answers.isEmpty else {
      return danger("The deal is a hope", "Nothing is written in MEDDPICC.")
    }
    let open = answers.filter { $0.score?.value == 0 }.map(\.element.value.spoken)
    guard !open.isEmpty else { return nil }
    return danger(
      "We do not know enough", "MEDDPICC stands at 0 for \(Wording.list(open, limit: 3)).")
  }
}
