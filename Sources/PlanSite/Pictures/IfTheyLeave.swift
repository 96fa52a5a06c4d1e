import PlanMetrics
import PlanModel

/// The account without each of its key contacts: who decides, and who answers most.
struct IfTheyLeave {
  /// What goes when one contact goes.
  struct Loss {
    /// In `plan.contacts`.
    let contact: Int
    /// The engagement score that is left.
    let score: Int
    /// Whom we know only through them: neighbours in the reporting line who never answered themselves, and who have no
    /// other neighbour that does. In `plan.contacts`.
    let onlyThroughThem: [Int]
  }

  /// Contacts shown.
  static let limit = 5

  private let facts: AccountFacts
  private let hasLines: Bool
  /// The largest first.
  let losses: [Loss]

  init(_ facts: AccountFacts) {
    self.facts = facts
    let contacts = facts.plan.contacts
    let keys = contacts.indices.filter { index in
      !contacts[index].hasLeft
        && (contacts[index].decides || facts.touches.lines[index].answered > 0)
    }
    func rank(_ index: Int) -> Int {
      (contacts[index].decides ? 10_000 : 0) + facts.touches.lines[index].answered
    }
    let parents = CommitteeLayout.parents(of: contacts)
    hasLines = parents.contains { $0 != nil }
    losses = keys.sorted { (rank($1), $0) < (rank($0), $1) }.prefix(Self.limit)
      .map { index in
        Loss(
          contact: index, score: facts.measures.engagement.score(without: index),
          onlyThroughThem: Self.onlyThrough(index, parents, facts))
      }
      .sorted { ($0.score, $0.contact) < ($1.score, $1.contact) }
  }

  private static func onlyThrough(_ leaver: Int, _ parents: [Int?], _ facts: AccountFacts) -> [Int]
  {
    let (contacts, measures) = (facts.plan.contacts, facts.measures.contacts)
    guard measures[leaver].isEngaged else { return [] }
    func areNeighbours(_ one: Int, _ other: Int) -> Bool {
      parents[one] == other || parents[other] == one
    }
    return contacts.indices.filter { index in
      !contacts[index].hasLeft && measures[index].lastEngaged == nil && areNeighbours(index, leaver)
        && !contacts.indices.contains {
          $0 != leaver && measures[$0].isEngaged && areNeighbours(index, $0)
        }
    }
  }

  /// Nil when there is nobody to lose.
  func table(_ citations: Citations) -> DataTable? {
    guard !losses.isEmpty else { return nil }
    var columns: [DataTable.Column] = [.text("If they leave"), .text("We lose")]
    if hasLines { columns.append(.text("Known only through them")) }
    var table = DataTable("If they leave", columns + [.number("Engagement")])
    table.data = DataLinks(.contacts, root: "../")
    for loss in losses {
      let contact = facts.plan.contacts[loss.contact]
      var row = [citations.cite("\(contact.name.value)", contact.row), "\(roles(of: contact))"]
      if hasLines {
        let names = loss.onlyThroughThem.map { facts.plan.contacts[$0].name.value }
        row.append(names.isEmpty ? "nobody" : "\(Wording.list(names, limit: 3))")
      }
      let before: HTML = "<span class=\"muted\">\(facts.measures.engagement.score) →</span>"
      table.rows.append(row + ["<span class=\"nb\">\(before) <b>\(loss.score)</b></span>"])
    }
    return table
  }

  /// `champion, the only one; end user, one of two`.
  private func roles(of contact: Contact) -> String {
    guard !contact.roles.isEmpty else { return "no role written" }
    return contact.roles.map { role in
      let holders = facts.present.count { $0.contact.holds(role.value) }
      let share = holders < 2 ? "the only one" : "one of \(Wording.spelled(holders))"
      return "\(role.value.spoken), \(share)"
    }.joined(separator: "; ")
  }
}
