import PlanModel
import PlanSource

/// Active accounts by who works them and by what they share: one pass over the plans.
///
/// Accounts are places in `SiteModel.active`, in its order.
struct Groups: Sendable {
  /// What one of ours has to do with, over all active accounts.
  struct Person: Sendable {
    var owned: [Int] = []
    var sponsored: [Int] = []
    /// With a part in the pod, an open task, a planned play or a contact of theirs.
    var working: [Int] = []
    /// Tasks and promises that are to be done.
    var open = 0
    /// Of these, with a day behind today.
    var late = 0

    fileprivate mutating func works(on account: Int) {
      if working.last != account { working.append(account) }
    }
  }

  /// By id.
  let people: [String: Person]
  /// By `ContactName.key` of the segment's name.
  let segments: [String: [Int]]

  init(_ active: [Account], _ plans: [Plan], on today: Day) {
    var people: [String: Person] = [:]
    var segments: [String: [Int]] = [:]
    for (place, account) in active.enumerated() {
      let plan = plans[account.index]
      if let owner = plan.owner?.value { people[owner, default: Person()].owned.append(place) }
      if let sponsor = plan.sponsor?.value {
        people[sponsor, default: Person()].sponsored.append(place)
      }
      if let name = plan.segment?.value {
        segments[ContactName.key(name), default: []].append(place)
      }
      for member in plan.pod?.members ?? [] {
        people[member.person.value, default: Person()].works(on: place)
      }
      for task in plan.duties {
        let isLate = task.isLate(on: today)
        for id in Set(task.people.map(\.value)) {
          people[id, default: Person()].works(on: place)
          people[id]?.open += 1
          if isLate { people[id]?.late += 1 }
        }
      }
      for play in plan.plays?.items ?? [] where play.isPlanned(on: today) {
        for id in play.by { people[id.value, default: Person()].works(on: place) }
      }
      for contact in plan.contacts {
        if let owner = contact.owner?.value { people[owner, default: Person()].works(on: place) }
      }
    }
    self.people = people
    self.segments = segments
  }

  subscript(person: String) -> Person { people[person] ?? Person() }
}
