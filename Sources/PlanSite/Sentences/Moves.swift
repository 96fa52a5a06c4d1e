import PlanMetrics
import PlanModel

/// The next moves of an account: what the plan itself says is due, missing or quiet.
///
/// They are ranked by money at stake and days left: a move weighs the money that it is about, times the share of it that
/// the move decides, over the days left for it. The money is the account's pipeline, or the deal's or the cell's own;
/// where nobody wrote any, days and shares alone decide. What is late has one day left; what is lacking, the days to the
/// close, or a quarter where there is no close.
enum Moves {
  static let limit = 3

  static func next(_ facts: AccountFacts) -> [MoveBlock] {
    facts.account.isActive ? remarks.said(of: facts, limit: limit) : []
  }

  /// Whether there is money to rank by.
  static func isRanked(_ facts: AccountFacts) -> Bool {
    facts.account.pipeline > .zero || facts.account.toSell > .zero
  }

  static let remarks: [Remark<AccountFacts, MoveBlock>] =
    [
      // Without somebody who owns it, no other move is anybody's.
      Remark("no owner", .infinity, noOwner),
      Remark("late task") { facts in
        facts.overdue.first.flatMap { task in
          overdue(task, facts).map { (facts.weight(deal(task, facts), 0.25, days: 1), $0) }
        }
      },
      Remark("deal past its close day") { facts in
        pastDeal(facts).map { (facts.weight($0.amount, 0.3, days: 1), $0.move) }
      },
      Remark("no sponsor") { facts in sponsor(facts).map { (facts.weight(nil, 0.9), $0) } },
      Remark("quiet decider") { facts in quietDecider(facts).map { (facts.weight(nil, 1), $0) } },
      Remark("missing role") { facts in missingRole(facts).map { (facts.weight(nil, 0.7), $0) } },
      Remark("next task") { upcoming($0, 0) }, Remark("task after that") { upcoming($0, 1) },
      Remark("few engaged") { facts in threads(facts).map { (facts.weight(nil, 0.5), $0) } },
      Remark("one thread") { facts in oneThread(facts).map { (facts.weight(nil, 0.5), $0) } },
      Remark("signal without an action") { facts in
        signal(facts).map { (facts.weight(nil, 0.4), $0) }
      },
      Remark("late review") { facts in review(facts).map { (facts.weight(nil, 0.01, days: 1), $0) }
      },
      Remark("next play") { facts in
        guard let play = facts.nextPlay, !isInActionPlan(play, facts) else { return nil }
        return (
          facts.weight(nil, 0.02, days: play.date.value - facts.today), Moves.play(play, facts)
        )
      },
      Remark("square without a step") { facts in
        let cells = facts.plan.whitespace?.items ?? []
        let open = cells.filter { $0.isUnsold && $0.nextStep == nil }
        let most = open.compactMap { $0.potential?.value }.max()
        guard let cell = open.first(where: { $0.potential?.value == most }) else { return nil }
        // What nobody has begun comes behind what somebody is at.
        return (facts.weight(most ?? .zero, 0.01), step(cell, facts))
      },
    ] + written

  /// Whether one of the tasks that are moves is the same meeting: on that day, with one of the same of theirs, in some of
  /// its words.
  private static func isInActionPlan(_ play: Play, _ facts: AccountFacts) -> Bool {
    facts.upcoming.prefix(2).contains { task in
      let theirs = Set(task.contacts.map { ContactName.key($0.value) })
      return task.due?.value == play.date.value && sharesWord(task.text.value, play.play.value)
        && play.contacts.contains { theirs.contains(ContactName.key($0.value)) }
    }
  }

  /// The amount of the deal that a task names; nil for the account's pipeline.
  private static func deal(_ task: ActionTask, _ facts: AccountFacts) -> Money? {
    guard let name = task.opportunity?.value else { return nil }
    let key = ContactName.key(name)
    return facts.measures.deals.first { ContactName.key($0.name.value) == key }?.amount?.value
  }

  static func people(_ task: ActionTask, _ facts: AccountFacts) -> String {
    let ours = task.people.compactMap { facts.model.name($0.value) }
    let theirs = facts.theirs(task)
    if ours.isEmpty, theirs.isEmpty { return "nobody named" }
    if theirs.isEmpty { return Wording.list(ours, limit: 2) + ", nobody of theirs" }
    if ours.isEmpty { return Wording.list(theirs, limit: 2) + ", nobody of ours" }
    return Wording.list(ours, limit: 2) + " with " + Wording.list(theirs, limit: 2)
  }

  private static func owner(_ facts: AccountFacts) -> String {
    facts.model.name(facts.account.owner) ?? "nobody owns the account"
  }

  /// The same where a text begins; a name keeps the letters that it has.
  private static func ownerFirst(_ facts: AccountFacts) -> String {
    facts.model.name(facts.account.owner) ?? "Nobody owns the account"
  }

  private static func overdue(_ task: ActionTask, _ facts: AccountFacts) -> MoveBlock? {
    guard let due = task.due?.value else { return nil }
    let more = facts.overdue.count - 1
    let others =
      more > 0
      ? "; \(Wording.spelled(more, "other task")) \(Wording.verb(more, "is", "are")) late too" : ""
    return MoveBlock(
      when: "Due since \(facts.figures.weekday(due)), \(people(task, facts))",
      title: "Finish: \(task.text.value)",
      detail: "\(Wording.count(facts.today - due, "day")) late in the action plan\(others).",
      isLate: true)
  }

  /// The largest of the open deals that should have closed, the first of equal ones.
  private static func pastDeal(_ facts: AccountFacts) -> (amount: Money?, move: MoveBlock)? {
    let past = facts.measures.deals.filter { ($0.close?.value ?? facts.today) < facts.today }
    let most = past.compactMap { $0.amount?.value }.max()
    guard let deal = past.first(where: { $0.amount?.value == most }), let close = deal.close?.value
    else { return nil }
    let more = past.count - 1
    let others =
      more > 0
      ? "; \(Wording.spelled(more, "other deal")) \(Wording.verb(more, "is", "are")) past \(more == 1 ? "its" : "their") day too"
      : ""
    let money = deal.amount.map { "\(facts.figures.money($0.value)) counts" } ?? "It counts"
    return (
      deal.amount?.value,
      MoveBlock(
        when: "Was to close on \(facts.figures.weekday(close)), \(owner(facts))",
        title: "Give \(deal.name.value) a new close day, or end it",
        detail: "\(money) in no pipeline until then\(others).", isLate: true)
    )
  }

  /// - Parameter place: Which of the tasks to come, from 0.
  private static func upcoming(
    _ facts: AccountFacts, _ place: Int
  ) -> (weight: Double, words: MoveBlock)? {
    guard facts.upcoming.indices.contains(place) else { return nil }
    let task = facts.upcoming[place]
    guard let due = task.due?.value, due - facts.today <= 21 else { return nil }
    return (
      facts.weight(deal(task, facts), 0.1, days: due - facts.today),
      next(task, due, place == 0 ? "Next" : "Then", facts)
    )
  }

  private static func next(
    _ task: ActionTask, _ due: Day, _ order: String, _ facts: AccountFacts
  ) -> MoveBlock {
    let milestone = task.milestone.map { " Milestone: \($0.value)." } ?? ""
    return MoveBlock(
      when: "By \(facts.figures.weekday(due)), \(people(task, facts))", title: task.text.value,
      detail: "\(order) in the action plan.\(milestone)", isLate: false)
  }

  @Sendable private static func noOwner(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.owner == nil else { return nil }
    let who = facts.model.whoNames
    return MoveBlock(
      when: who.isEmpty ? "Whoever leads the program" : who, title: "Name an owner",
      detail: "Nobody of ours answers for the account.", isLate: false)
  }

  private static func signal(_ facts: AccountFacts) -> MoveBlock? {
    guard let signal = facts.withoutAction.first else { return nil }
    let more = facts.withoutAction.count - 1
    let others = more > 0 ? "; \(Wording.spelled(more, "other")) like it" : ""
    return MoveBlock(
      when: ownerFirst(facts), title: "Answer the signal: \(signal.signal.value)",
      detail:
        "Strong, seen \(facts.figures.ago(signal.date.value)); \(facts.lack(signal))\(others).",
      isLate: false)
  }

  private static func sponsor(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.needsSponsor, facts.account.sponsor == nil else { return nil }
    let their = facts.account.counterpart.map { " Their side would be \($0)." } ?? ""
    let leaders = facts.model.whoNames
    return MoveBlock(
      when: leaders.isEmpty ? ownerFirst(facts) : leaders, title: "Name our executive sponsor",
      detail:
        "Tier \(facts.account.tier.rawValue) asks for one at stage \(facts.account.stage.rawValue).\(their)",
      isLate: false)
  }

  private static func quietDecider(_ facts: AccountFacts) -> MoveBlock? {
    guard let (contact, measure) = facts.quietDeciders.first else { return nil }
    let tries = facts.triesSince(contact, measure.lastEngaged)
    let heard = facts.heard(contact, measure)
    let tried = Wording.spelled(tries, "try", "tries") + " unanswered"
    let silence =
      tries == 0 ? heard : measure.lastEngaged == nil ? tried : "\(heard), \(tried) since"
    let stance =
      contact.stance.map { $0.value == .unknown ? ", stance unknown" : ", \($0.value.rawValue)" }
      ?? ""
    let plays = facts.plan.plays?.items ?? []
    let planned = facts.touches[contact].planned.first.map { plays[$0] }
    let by = facts.model.name(facts.meets(contact))
    return MoveBlock(
      when: planned.map { "By \(facts.figures.weekday($0.date.value)): \($0.play.value)" }
        ?? by.map { "\($0), no play planned" } ?? "No play planned",
      title: "Reach \(contact.name.value)",
      detail: "\(Wording.capital(AccountFacts.deciding(contact)))\(stance); \(silence).",
      isLate: false)
  }

  private static func missingRole(_ facts: AccountFacts) -> MoveBlock? {
    guard let role = facts.missing.first else { return nil }
    let rest = facts.missing.dropFirst().map(\.spoken)
    let also = rest.isEmpty ? "" : " Also missing: \(Wording.list(rest))."
    return MoveBlock(
      when: ownerFirst(facts), title: "Find out \(Wording.whoIs(role))",
      detail:
        "Tier \(facts.account.tier.rawValue) asks for one at stage \(facts.account.stage.rawValue).\(also)",
      isLate: false)
  }

  private static func threads(_ facts: AccountFacts) -> MoveBlock? {
    guard let asked = facts.account.minimumEngaged, facts.account.engaged < asked else {
      return nil
    }
    let quiet = facts.present.filter { !$0.measure.isEngaged }
    let lack = asked - facts.account.engaged
    let nearest = quiet.filter { $0.measure.lastEngaged != nil }
      .max { ($0.measure.lastEngaged?.number ?? 0) < ($1.measure.lastEngaged?.number ?? 0) }
    let hint =
      nearest.flatMap { pair in
        pair.measure.lastEngaged.map {
          " Nearest is \(pair.contact.name.value), who last answered \(Wording.count(facts.today - $0, "day")) ago."
        }
      } ?? ""
    guard facts.account.known > 0 else {
      let people = Wording.count(asked, "person", "people")
      let answer = Wording.verb(asked, "answers", "answer")
      return MoveBlock(
        when: ownerFirst(facts), title: "Find somebody to talk to",
        detail: "Nobody there is known; the tier asks for \(people) who \(answer).", isLate: false)
    }
    let more = facts.account.engaged == 0 ? "" : "more "
    return MoveBlock(
      when: ownerFirst(facts),
      title: "Engage \(Wording.spelled(lack)) \(more)\(lack == 1 ? "person" : "people")",
      detail:
        "\(facts.account.engaged) of \(facts.account.known) answer; the tier asks for \(asked).\(hint)",
      isLate: false)
  }

  /// Where the tier asks for no more people than one.
  private static func oneThread(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.isSingleThreaded, threads(facts) == nil,
      let only = facts.present.first(where: \.measure.isEngaged)?.contact.name.value
    else { return nil }
    let what = facts.account.deals == 1 ? "The deal rests" : "The deals rest"
    return MoveBlock(
      when: ownerFirst(facts), title: "Open a second door", detail: "\(what) on \(only) alone.",
      isLate: false)
  }

  private static func review(_ facts: AccountFacts) -> MoveBlock? {
    guard facts.account.isLate, let since = facts.account.sinceReview,
      let every = facts.account.reviewEvery
    else { return nil }
    let due = facts.today - since + every
    return MoveBlock(
      when: "Due since \(facts.figures.weekday(due)), \(owner(facts))",
      title: "Review the plan with the pod",
      detail:
        "Last reviewed \(since) days ago; tier \(facts.account.tier.rawValue) asks for every \(every).",
      isLate: true)
  }

  private static func play(_ play: Play, _ facts: AccountFacts) -> MoveBlock {
    let ours = play.by.compactMap { facts.model.name($0.value) }
    let with = play.contacts.map(\.value)
    return MoveBlock(
      when: "On \(facts.figures.weekday(play.date.value))"
        + (ours.isEmpty ? "" : ", \(Wording.list(ours, limit: 2))"),
      title: play.play.value,
      detail:
        "\(Wording.capital(play.channel?.value.spoken ?? "play"))\(with.isEmpty ? "" : " with \(Wording.list(with, limit: 3))").",
      isLate: false)
  }

  private static func step(_ cell: WhitespaceCell, _ facts: AccountFacts) -> MoveBlock {
    let money = cell.potential.map { ", \(facts.figures.money($0.value))" } ?? ""
    return MoveBlock(
      when: ownerFirst(facts),
      title: "Decide a next step for \(cell.offering.value) in \(cell.buyingCenter.value)",
      detail:
        "\(Wording.capital(cell.status?.value.rawValue ?? "open"))\(money); the row names no step.",
      isLate: false)
  }
}
