import PlanMetrics
import PlanModel

/// What the account's sentences and moves are chosen by, read from plan and measures once.
final class AccountFacts: Sendable {
  let model: SiteModel
  let account: Account
  let plan: Plan
  let measures: PlanMeasures
  let touches: Touches
  let bridge: Bridge
  /// Nil while the settings have no `icp`.
  let score: AccountScore?
  /// The open deals as MEDDPICC knows them.
  let qualified: [QualifiedDeal]
  /// Who is still there, with their engagement.
  let present: [(contact: Contact, measure: PlanMeasures.ContactMeasure)]
  let missing: [Role]
  /// What of the action plan is late, the oldest first.
  let overdue: [ActionTask]
  /// Open tasks that are due today or later, the next first.
  let upcoming: [ActionTask]
  /// The next planned play.
  let nextPlay: Play?

  init(_ model: SiteModel, _ account: Account) {
    self.model = model
    self.account = account
    let plan = model.plan(of: account)
    let measures = model.measures(of: account)
    self.plan = plan
    self.measures = measures
    touches = Touches(plan, measures)
    bridge = Bridge(plan, measures, touches)
    score = account.score
    qualified = QualifiedDeal.all(plan, measures)
    present = zip(plan.contacts, measures.contacts).filter { !$0.0.hasLeft }
      .map { (contact: $0.0, measure: $0.1) }
    missing = CommitteeMap.missingRoles(plan, measures, model.program)
    let today = model.today
    overdue = plan.lateTasks(on: today)
    upcoming = plan.openTasks.flatMap(\.duties)
      .filter { ($0.due?.value).map { $0 >= today } ?? false }
      .stably { ($0.due?.value ?? today) < ($1.due?.value ?? today) }
    nextPlay = (plan.plays?.items ?? []).filter { $0.isPlanned(on: today) }
      .min { $0.date.value < $1.date.value }
  }

  var nextTask: ActionTask? { upcoming.first }
  var figures: Figures { model.figures }
  var today: Day { model.today }

  /// Who decides and has not answered in the window, by how much they decide.
  var quietDeciders: [(contact: Contact, measure: PlanMeasures.ContactMeasure)] {
    let order: [Role] = [.economicBuyer, .executiveSponsor, .champion]
    return order.flatMap { role in
      present.filter { pair in
        !pair.measure.isEngaged && pair.contact.holds(role)
          && order.first(where: pair.contact.holds) == role
      }
    }
  }

  /// The first of their roles that decides, spoken.
  static func deciding(_ contact: Contact) -> String {
    let order: [Role] = [.economicBuyer, .executiveSponsor, .champion]
    return order.first(where: contact.holds)?.spoken ?? contact.roles.first?.value.spoken
      ?? "contact"
  }

  /// `The economic buyer`; the name where several hold the role, or none.
  func called(_ contact: Contact) -> String {
    let role = Self.deciding(contact)
    let holders = present.count { Self.deciding($0.contact) == role }
    return holders == 1 && !contact.roles.isEmpty ? "The \(role)" : contact.name.value
  }

  /// The same within a sentence.
  func calledWithin(_ contact: Contact) -> String {
    let name = called(contact)
    return name == contact.name.value ? name : "the " + name.dropFirst(4)
  }

  /// Strong signals of the last thirty days that no action is written beside, the latest first.
  var withoutAction: [Signal] {
    (plan.signals?.items ?? []).filter { signal in
      signal.strength?.value == .high && signal.action == nil
        && (0...Ask.near).contains(today - signal.date.value)
    }.stably { $0.date.value > $1.date.value }
  }

  /// What was not done about a signal: `no action is written`, `nobody talked to them since, and no action is written`.
  func lack(_ signal: Signal) -> String {
    let isFollowed = measures.lastTalk.map { $0 >= signal.date.value } ?? false
    return (isFollowed || !isLogWhole ? "" : "nobody talked to them since, and ")
      + "no action is written"
  }

  /// Whether a task names somebody of theirs who is still there.
  func hasTheirs(_ task: ActionTask) -> Bool { !task.contacts.allSatisfy(hasLeft) }

  /// Who of theirs a task names: `Ann Lee`, `Raj Iyer (left)`.
  func theirs(_ task: ActionTask) -> [String] {
    task.contacts.map { hasLeft($0) ? "\($0.value) (left)" : $0.value }
  }

  private func hasLeft(_ name: Located<String>) -> Bool {
    plan.contact(named: name.value)?.hasLeft ?? false
  }

  /// Whether day and contacts of every touch can be read, so that something can be said of all of them.
  var isLogWhole: Bool {
    !plan.doubts.contains { doubt in
      ["Date", "Play", "Contact"].contains { doubt.topic == .column(.plays, $0) }
        || doubt.topic == .section(.plays)
    }
  }

  /// Who of ours is to meet a contact: whoever the committee says, for who decides about money our sponsor, else the
  /// account's owner.
  func meets(_ contact: Contact) -> String? {
    let isHigh = contact.holds(.economicBuyer) || contact.holds(.executiveSponsor)
    return contact.owner?.value ?? (isHigh ? account.sponsor : nil) ?? account.owner
  }

  /// Opponents and blockers who are still there.
  var opponents: [Contact] {
    present.map(\.contact).filter(\.isAgainst)
  }

  /// Those of them whom no risk, objective or planned play names.
  var unhandledOpponents: [Contact] { plan.unhandledOpponents(on: today) }

  /// What we sent without an answer since somebody last answered; an advertisement asks for none.
  func triesSince(_ contact: Contact, _ last: Day?) -> Int {
    touches[contact].all.count { number in
      let touch = measures.touches[number]
      return touch.isTalk && !touch.isAnswered && last.map { touch.day > $0 } ?? true
    }
  }

  /// What we know of a silence, as a clause: `the economic buyer has been silent for 128 days`, `the champion has not
  /// answered three tries`, `nobody of ours has approached the economic buyer`.
  func silence(_ contact: Contact, _ measure: PlanMeasures.ContactMeasure) -> String {
    let who = calledWithin(contact)
    if let last = measure.lastEngaged {
      return "\(who) has been silent for \(Wording.count(today - last, "day"))"
    }
    let tries = triesSince(contact, nil)
    if tries > 0 { return "\(who) has not answered \(Wording.spelled(tries, "try", "tries"))" }
    return isLogWhole
      ? "nobody of ours has approached \(who)" : "no touch that can be read names \(who)"
  }

  /// When a contact answered last, as a part of a line: `last answered 12 days ago`, `never answered`, `never
  /// approached`.
  func heard(_ contact: Contact, _ measure: PlanMeasures.ContactMeasure) -> String {
    if let last = measure.lastEngaged { return "last answered \(figures.ago(last))" }
    if triesSince(contact, nil) > 0 { return "never answered" }
    return isLogWhole ? "never approached" : "in no touch that can be read"
  }

  /// The day in a contact's `Last engaged` cell where it is the only sign of an answer that day.
  func cellAlone(_ index: Int) -> Day? {
    guard let day = plan.contacts[index].lastEngaged?.value, day <= today,
      !touches.lines[index].all.contains(where: {
        measures.touches[$0].day == day && measures.touches[$0].isAnswered
      })
    else { return nil }
    return day
  }

  /// What a move weighs: money, times the share of it that the move decides, over the days left.
  ///
  /// - Parameters:
  ///   - money: Nil for the account's pipeline, or what is left to sell where that is none.
  ///   - days: One at least; nil for the days to the close, or a quarter.
  func weight(_ money: Money?, _ share: Double, days: Int? = nil) -> Double {
    let own = account.pipeline > .zero ? account.pipeline : account.toSell
    let stake = max((money ?? own).units, 1)
    let left = days ?? account.close.map { $0 - today } ?? Day.quarter
    return stake * share / Double(max(left, 1))
  }

  /// `in 90 days`; `so far` where an answer counts for ever.
  var inWindow: String { measures.window.map { "in \(Wording.count($0, "day"))" } ?? "so far" }
}
