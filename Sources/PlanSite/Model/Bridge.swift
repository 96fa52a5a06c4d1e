import PlanMetrics
import PlanModel

/// Who of ours met whom of theirs in the engagement window. Who has left is left out.
struct Bridge: Sendable {
  /// One of ours.
  struct Person: Sendable {
    /// Nil for the touches that name nobody of ours.
    let id: String?
    /// `sponsor`, `owner`, the word of the pod; empty for somebody else.
    let role: String
    /// Our sponsor or the owner.
    var leads = false
    /// Touches with somebody of the committee, each counted once.
    var tried = 0
    var answered = 0
  }

  /// The touches of one of ours with one contact.
  struct Pair: Sendable {
    /// In `ours`.
    let person: Int
    /// In `plan.contacts`.
    let contact: Int
    var tried = 0
    var answered = 0
  }

  /// Sponsor and owner, the pod's members with a touch, others with a touch, and who is not named.
  let ours: [Person]
  /// By person, then by contact; each with a touch.
  let pairs: [Pair]
  /// Touches that name nobody who is on the committee now.
  let elsewhere: Int

  init(_ plan: Plan, _ measures: PlanMeasures, _ touches: Touches) {
    var roster = Roster(plan)
    let plays = plan.plays?.items ?? []
    var elsewhere = 0
    for touch in measures.touches where touch.isInWindow && !touch.isPlanned {
      var contacts: [Int] = []
      for key in touch.contacts {
        guard let contact = touches.position(of: key), !contacts.contains(contact),
          !plan.contacts[contact].hasLeft
        else { continue }
        contacts.append(contact)
      }
      if contacts.isEmpty { elsewhere += 1 }
      let by = plays[touch.index].by
      for (place, person) in by.enumerated()
      where !by[..<place].contains(where: { $0.value == person.value }) {
        roster.add(contacts, with: person.value, isAnswered: touch.isAnswered)
      }
      if by.isEmpty { roster.add(contacts, with: nil, isAnswered: touch.isAnswered) }
    }
    self.elsewhere = elsewhere
    (ours, pairs) = roster.result
  }

  /// Those of ours whom a contact answered, by `ours`.
  func answered(by contact: Int) -> [Int] {
    pairs.filter { $0.contact == contact && $0.answered > 0 }.map(\.person)
  }

  /// The list of ours while touches are counted.
  private struct Roster {
    private var people: [Person] = []
    private var pairs: [[Pair]] = []

    init(_ plan: Plan) {
      let (sponsor, owner) = (plan.sponsor?.value, plan.owner?.value)
      if let sponsor {
        people.append(
          Person(
            id: sponsor, role: sponsor == owner ? "sponsor, owner" : "sponsor", leads: true))
      }
      if let owner, owner != sponsor {
        people.append(Person(id: owner, role: "owner", leads: true))
      }
      for member in plan.pod?.members ?? [] {
        guard !people.contains(where: { $0.id == member.person.value }) else { continue }
        people.append(Person(id: member.person.value, role: member.role.value))
      }
      pairs = people.map { _ in [] }
    }

    mutating func add(_ contacts: [Int], with id: String?, isAnswered: Bool) {
      guard !contacts.isEmpty else { return }
      let person = people.firstIndex { $0.id == id } ?? people.count
      if person == people.count {
        people.append(Person(id: id, role: ""))
        pairs.append([])
      }
      people[person].tried += 1
      if isAnswered { people[person].answered += 1 }
      for contact in contacts {
        let known = pairs[person].firstIndex { $0.contact == contact } ?? pairs[person].count
        if known == pairs[person].count {
          pairs[person].append(Pair(person: person, contact: contact))
        }
        pairs[person][known].tried += 1
        if isAnswered { pairs[person][known].answered += 1 }
      }
    }

    var result: (ours: [Person], pairs: [Pair]) {
      let named = people.indices.filter {
        people[$0].id != nil && (people[$0].leads || people[$0].tried > 0)
      }
      let kept = named + people.indices.filter { people[$0].id == nil }
      let sorted = kept.enumerated().flatMap { place, person in
        pairs[person].sorted { $0.contact < $1.contact }.map { pair in
          Pair(
            person: place, contact: pair.contact, tried: pair.tried, answered: pair.answered)
        }
      }
      return (kept.map { people[$0] }, sorted)
    }
  }
}
