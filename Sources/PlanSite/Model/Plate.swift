import PlanMetrics
import PlanModel
import PlanSource

/// A task, a promise or a next step in the whitespace that is still to be done.
struct Duty: Sendable {
  let account: Account
  let task: ActionTask
  /// The review that promised it; nil for the mutual action plan and the whitespace.
  let review: Day?

  /// Nil while nobody agreed on one.
  var due: Day? { task.due?.value }

  /// By day, those without one last; then in the order of accounts and plans.
  static func isOrdered(_ left: Duty, _ right: Duty) -> Bool {
    (left.due ?? Day.last) < (right.due ?? Day.last)
  }

  /// What an account's plan leaves to do, in its order.
  static func all(of account: Account, _ plan: Plan) -> [Duty] {
    let tasks = plan.openTasks.flatMap(\.duties).map {
      Duty(account: account, task: $0, review: nil)
    }
    let promises = (plan.reviews?.items ?? []).flatMap { review in
      review.promises.flatMap(\.duties).map {
        Duty(account: account, task: $0, review: review.day.value)
      }
    }
    return tasks + promises
      + plan.nextSteps.map { Duty(account: account, task: $0, review: nil) }
  }
}

/// What is on the plate of one of ours.
struct Plate: Sendable {
  /// A play that is to come.
  struct Planned: Sendable {
    let account: Account
    let play: Play
  }

  /// Somebody of theirs who answered once, and not in the window.
  struct Quiet: Sendable {
    let account: Account
    let contact: Contact
    let last: Day
  }

  let id: String
  let name: String
  let today: Day
  let owned: [Account]
  let sponsored: [Account]
  /// Of whose pods they are a part, by the owner's id, with the number of accounts.
  let pods: [(owner: String, accounts: Int)]
  /// By day.
  let duties: [Duty]
  /// By day.
  let plays: [Planned]
  /// Who decides first, then who has been quiet for longest.
  let quiet: [Quiet]
  /// What the calendar holds of theirs.
  let dates: Int
  /// Of the accounts they own.
  let findings: [FindingCount]

  init(_ model: SiteModel, _ id: String) {
    let group = model.groups[id]
    let today = model.today
    self.id = id
    name = model.program.name(of: id)
    self.today = today
    owned = group.owned.map { model.active[$0] }
    sponsored = group.sponsored.map { model.active[$0] }
    var (duties, plays, quiet): ([Duty], [Planned], [Quiet]) = ([], [], [])
    var pods: [String: Int] = [:]
    for place in Set(group.owned + group.working).sorted() {
      let account = model.active[place]
      let plan = model.plan(of: account)
      duties += Duty.all(of: account, plan).filter { duty in
        duty.task.people.contains { $0.value == id }
      }
      for play in plan.plays?.items ?? []
      where play.isPlanned(on: today) && play.by.contains(where: { $0.value == id }) {
        plays.append(Planned(account: account, play: play))
      }
      for (contact, measure) in zip(plan.contacts, model.measures(of: account).contacts)
      where (contact.owner ?? plan.owner)?.value == id && !contact.hasLeft && !measure.isEngaged {
        if let last = measure.lastEngaged {
          quiet.append(Quiet(account: account, contact: contact, last: last))
        }
      }
      if let owner = plan.owner?.value, owner != id,
        plan.pod?.members.contains(where: { $0.person.value == id }) ?? false
      {
        pods[owner, default: 0] += 1
      }
    }
    self.duties = duties.stably(by: Duty.isOrdered)
    self.plays = plays.stably { $0.play.date.value < $1.play.date.value }
    self.quiet = quiet.stably { left, right in
      left.contact.decides != right.contact.decides
        ? left.contact.decides : left.last < right.last
    }
    self.pods = pods.map { (owner: $0.key, accounts: $0.value) }
      .sorted { ($1.accounts, $0.owner) < ($0.accounts, $1.owner) }
    dates = model.calendar.events(of: id).count
    findings = FindingCount.byRule(owned.lazy.flatMap { model.findings(in: $0.path) })
  }

  var late: [Duty] { duties.filter { $0.task.isLate(on: today) } }
  /// Due today or in the next seven days.
  var thisWeek: [Duty] {
    duties.filter { $0.due.map { OwnerWeek.holds($0, from: today) } ?? false }
  }
  /// How many of the owned accounts are to be reviewed in that time.
  var reviewsThisWeek: Int {
    owned.count { $0.reviewDue.map { OwnerWeek.holds($0, from: today) } ?? false }
  }
  var isEmpty: Bool {
    owned.isEmpty && sponsored.isEmpty && duties.isEmpty && plays.isEmpty && quiet.isEmpty
  }
}

extension Array {
  /// Sorted, with what is equal left in its order.
  func stably(by isOrdered: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if isOrdered(left.element, right.element) { return true }
      return isOrdered(right.element, left.element) ? false : left.offset < right.offset
    }.map(\.element)
  }
}
