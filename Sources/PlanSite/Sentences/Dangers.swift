import PlanMetrics
import PlanModel

/// How we could lose the account.
///
/// Who stops a deal weighs most, then what it rests on; who leaves weighs by the share of the engagement that goes along.
enum Dangers {
  static let limit = 4

  static func all(_ facts: AccountFacts) -> [MoveBlock] {
    facts.account.isActive ? remarks.said(of: facts, limit: limit) : []
  }

  static let remarks: [Remark<AccountFacts, MoveBlock>] = [
    Remark("opponent", 90, opponent), Remark("one thread", 85, oneThread),
    Remark("paper", 80, paper), Remark("empty chair", 75, leaver), Remark("buyer", 70, buyer),
    Remark("leaver", carried), Remark("unproven", 45, unproven),
    Remark("written risk", 78, risk), Remark("competitor", 40, competitor),
  ]

  private static func danger(_ title: String, _ detail: HTML) -> MoveBlock {
    MoveBlock(when: "", title: title, detail: detail, isLate: false)
  }

  @Sendable private static func opponent(_ facts: AccountFacts) -> MoveBlock? {
    guard let contact = facts.unhandledOpponents.first else { return nil }
    let title = contact.title.map { ", \($0.value)," } ?? ""
    return danger(
      "\(contact.name.value)\(title) stops it",
      "\(contact.stance?.value == .opponent ? "Opponent" : "Blocker"); no risk, objective or planned play names them."
    )
  }

  @Sendable private static func oneThread(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.isSingleThreaded else { return nil }
    let engaged = facts.present.first(where: \.measure.isEngaged)
    let window = facts.inWindow
    guard let engaged else {
      return danger(
        "Nobody there is working for it", "A deal is open and nobody answered \(window).")
    }
    return danger(
      "\(engaged.contact.name.value) changes jobs",
      "Nobody else answered \(window); the deal rests on one person.")
  }

  /// The deal that closes next of those whose paper is not known in its last quarter.
  @Sendable private static func paper(_ facts: AccountFacts) -> MoveBlock? {
    let late = QualifiedDeal.all(facts).compactMap {
      deal -> (name: String?, days: Int, score: Int)? in
      guard let close = deal.close, (0...90).contains(close - facts.today),
        let score = deal.answers.first(where: { $0.element == .paperProcess })?.score, score <= 1
      else { return nil }
      return (deal.name, close - facts.today, score)
    }
    guard let deal = late.min(by: { $0.days < $1.days }) else { return nil }
    let name = facts.measures.deals.count > 1 ? deal.name ?? "the deal" : "the deal"
    return danger(
      "The paper starts too late",
      "Paper process stands at \(deal.score) of 3, and \(name) closes in \(Wording.count(deal.days, "day"))."
    )
  }

  @Sendable private static func leaver(_ facts: AccountFacts) -> MoveBlock? {
    let held = Set(facts.present.flatMap { $0.contact.roles.map(\.value) })
    for gone in facts.plan.contacts where gone.hasLeft {
      let empty = gone.roles.map(\.value).filter { $0.decides && !held.contains($0) }
      guard !empty.isEmpty else { continue }
      return danger(
        "\(gone.name.value)’s chair stays empty",
        "They were \(Wording.list(empty.map(\.spoken))) and have left; nobody holds the "
          + "\(empty.count == 1 ? "role" : "roles") now.")
    }
    return nil
  }

  @Sendable private static func buyer(_ facts: AccountFacts) -> MoveBlock? {
    let against = facts.present.first { pair in
      pair.contact.holds(.economicBuyer)
        && (pair.contact.stance?.value == .sceptic || !pair.measure.isEngaged)
    }
    guard let against else { return nil }
    let known = against.contact.stance.flatMap { $0.value == .unknown ? nil : $0.value.rawValue }
    let stance = known ?? "stance unknown"
    let heard = facts.heard(against.contact, against.measure)
    let isSceptic = against.contact.stance?.value == .sceptic
    let name = against.contact.name.value
    return danger(
      isSceptic ? "\(name) says no" : "\(name) decides without hearing us",
      "Economic buyer, \(stance), \(heard).")
  }

  /// Whoever takes most of the engagement along: a third of it at least, and two answers.
  @Sendable private static func carried(
    _ facts: AccountFacts
  ) -> (weight: Double, words: MoveBlock)? {
    let engagement = facts.measures.engagement
    guard engagement.score > 0, !facts.account.isSingleThreaded else { return nil }
    let left = facts.plan.contacts.indices.map { engagement.score(without: $0) }
    guard let least = left.min(), let index = left.firstIndex(of: least),
      (engagement.score - least) * 3 >= engagement.score, facts.touches.lines[index].answered >= 2,
      !facts.plan.contacts[index].isAgainst
    else { return nil }
    let (own, all) = (facts.touches.lines[index].answered, facts.touches.answered)
    let share = Double(engagement.score - least) / Double(engagement.score)
    return (
      50 + 50 * share,
      danger(
        "\(facts.plan.contacts[index].name.value) leaves",
        """
        \(own == all ? "All \(all) of our" : "\(own) of our \(all)") answered touches are with them: \
        engagement falls from \(engagement.score) to \(least).
        """)
    )
  }

  @Sendable private static func competitor(_ facts: AccountFacts) -> MoveBlock? {
    let held = (facts.plan.whitespace?.items ?? []).filter { $0.status?.value == .competitor }
    guard
      let cell = held.max(by: { ($0.potential?.value ?? .zero) < ($1.potential?.value ?? .zero) })
    else { return nil }
    let name = cell.incumbent?.value ?? "A competitor"
    let money = cell.potential.map { ", \(facts.figures.money($0.value))" } ?? ""
    let until =
      cell.until.map { until in
        let day = facts.figures.day(until.value)
        return until.value < facts.today ? "; its contract was to end on \(day)" : ", until \(day)"
      } ?? ""
    return danger(
      "\(name) widens its hold",
      "It holds \(cell.offering.value) in \(cell.buyingCenter.value)\(money)\(until).")
  }

  /// What the plan itself says could go wrong.
  @Sendable private static func risk(_ facts: AccountFacts) -> MoveBlock? {
    let severe = (facts.plan.risks?.items ?? []).filter { $0.severity?.value == .high }
    guard let risk = severe.first(where: { $0.mitigation == nil }) ?? severe.first else {
      return nil
    }
    let owner = facts.model.name(risk.owner?.value).map { " \($0)." } ?? ""
    let answer =
      risk.mitigation.map { "Our answer: \(FindingBlock.sentence($0.value))" }
      ?? "No answer is written."
    return danger(risk.risk.value, "\(answer)\(owner)")
  }

  @Sendable private static func unproven(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.deals > 0 else { return nil }
    let deals = QualifiedDeal.all(facts)
    guard !deals.isEmpty else {
      return danger("The deal is a hope", "Nothing is written of it in MEDDPICC.")
    }
    // The paper process has a danger of its own.
    let isSaid = paper(facts) != nil
    let open = deals.lazy.map { deal in
      (
        name: deal.name,
        elements: deal.answers.filter { $0.score == 0 && (!isSaid || $0.element != .paperProcess) }
          .map(\.element.spoken)
      )
    }.max { $0.elements.count < $1.elements.count }
    guard let open, !open.elements.isEmpty else { return nil }
    let which = facts.account.deals > 1 ? open.name.map { " in \($0)" } ?? "" : ""
    return danger(
      "We do not know enough",
      "MEDDPICC stands at 0 for \(Wording.list(open.elements, limit: 3))\(which).")
  }
}
