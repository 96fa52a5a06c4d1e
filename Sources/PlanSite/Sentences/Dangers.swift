import PlanMetrics
import PlanModel

/// How we could lose the account.
///
/// Who stops a deal weighs most, then on whom it rests, then the severe risks that the plan writes; who leaves weighs by
/// the share of the engagement that goes along.
enum Dangers {
  static let limit = 4

  static func all(_ facts: AccountFacts) -> [MoveBlock] {
    facts.account.isActive ? remarks.said(of: facts, limit: limit) : []
  }

  static let remarks: [Remark<AccountFacts, MoveBlock>] = [
    Remark("opponent", 90, opponent), Remark("one thread", 85, oneThread),
    Remark("written risk") { risk($0, 0) }, Remark("paper", 80, paper),
    Remark("empty chair", 75, leaver), Remark("second risk") { risk($0, 1) },
    Remark("buyer", 70, buyer), Remark("leaver", carried), Remark("unproven", 45, unproven),
    Remark("competitor", 40, competitor),
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
    let others = facts.isLogWhole ? "Nobody else answered" : "No other answer can be read"
    guard let engaged else {
      guard facts.isLogWhole else { return nil }
      return danger(
        "Nobody there is working for it", "A deal is open and nobody answered \(window).")
    }
    return danger(
      "\(engaged.contact.name.value) changes jobs",
      "\(others) \(window); the deal rests on one person.")
  }

  /// The deal that closes next of those whose paper is not known in its last quarter.
  @Sendable private static func paper(_ facts: AccountFacts) -> MoveBlock? {
    let late = facts.qualified.compactMap {
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
    guard engagement.score > 0, !facts.account.isSingleThreaded, facts.isLogWhole else {
      return nil
    }
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
        \(own == all ? "\(Wording.capital(Wording.all(all))) of our" : "\(own) of our \(all)") answered touches are with them: \
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
    let parts = [
      cell.potential.map { facts.figures.money($0.value) },
      cell.until.map { until in
        let day = facts.figures.day(until.value)
        return until.value < facts.today ? "its contract was to end on \(day)" : "until \(day)"
      },
    ].compactMap(\.self)
    return danger(
      "\(name) holds \(cell.offering.value) in \(cell.buyingCenter.value)",
      parts.isEmpty
        ? "No sum and no day is written."
        : "\(Wording.capital(parts.joined(separator: ", "))).")
  }

  /// What the plan itself says could go wrong: severe risks first, of these the ones without an answer.
  ///
  /// - Parameter place: Which of them, from 0.
  private static func risk(
    _ facts: AccountFacts, _ place: Int
  ) -> (weight: Double, words: MoveBlock)? {
    let all = facts.plan.risks?.items ?? []
    func of(_ level: Grade) -> [Risk] {
      let risks = all.filter { $0.severity?.value == level }
      return risks.filter { $0.mitigation == nil } + risks.filter { $0.mitigation != nil }
    }
    let severe = of(.high)
    let risks = severe + of(.medium)
    guard risks.indices.contains(place) else { return nil }
    let risk = risks[place]
    let owner = facts.model.name(risk.owner?.value).map { " \($0)." } ?? ""
    let answer =
      risk.mitigation.map { "Our answer: \(FindingBlock.sentence($0.value))" }
      ?? "No answer is written."
    let weight = place < severe.count ? 82 - 10 * Double(place) : 50 - Double(place)
    return (weight, danger(risk.risk.value, "\(answer)\(owner)"))
  }

  @Sendable private static func unproven(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.deals > 0 else { return nil }
    let deals = facts.qualified
    guard !deals.isEmpty else {
      return danger("What the deal rests on is not written", "Nothing is said of it in MEDDPICC.")
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
