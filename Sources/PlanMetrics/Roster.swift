import PlanModel
import PlanSource

/// The cards of all plans, in the order of their paths.
public struct Roster: Sendable {
  public let program: Program
  public let today: Day
  /// By path; of several for one account the first.
  public let plans: [Card]
  /// The plans for accounts that an earlier one is about, in the order of their paths.
  public let duplicates: [Duplicate]
  /// The paths of those that count for nothing.
  public let leftOut: Set<String>
  /// What git knows of the program; nil where it knows nothing, or nobody asked.
  public var history: ProgramHistory?
  /// The plans that a change is compared with; nil where there is none.
  public var before: [Card]?
  private var byID: [String: Int] = [:]
  private var activeByTier: [Tier: [Int]] = [:]

  public init(
    program: Program, today: Day, cards: [Card], leavesOut: (Card) -> Bool = { _ in true }
  ) {
    self.program = program
    self.today = today
    let cards = cards.sorted(byBytesOf: { $0.path })
    duplicates = Duplicate.all(in: cards)
    let leftOut = Set(duplicates.lazy.map(\.plan).filter(leavesOut).map(\.path))
    self.leftOut = leftOut
    plans = leftOut.isEmpty ? cards : cards.filter { !leftOut.contains($0.path) }
    byID.reserveCapacity(plans.count)
    for index in plans.indices {
      if byID[plans[index].id] == nil { byID[plans[index].id] = index }
      if plans[index].isActive { activeByTier[plans[index].tier.value, default: []].append(index) }
    }
  }

  /// The active accounts of a tier, in the order of their paths.
  public func active(in tier: Tier) -> LazyMapSequence<[Int], Card> {
    (activeByTier[tier] ?? []).lazy.map { plans[$0] }
  }

  /// The ids that plans had in an earlier roster, where a file was renamed since: the account's name tells.
  public func earlierIDs(_ earlier: Roster) -> [String: String] {
    let gone = earlier.plans.filter { plan(id: $0.id) == nil }
    guard !gone.isEmpty else { return [:] }
    let byName = Dictionary(
      gone.map { (ContactName.key($0.account.value), $0.id) },
      uniquingKeysWith: { first, _ in first })
    var ids: [String: String] = [:]
    for plan in plans where earlier.plan(id: plan.id) == nil {
      ids[plan.id] = byName[ContactName.key(plan.account.value)]
    }
    return ids
  }

  /// The plan with an id; the first by path where two have it.
  public func plan(id: String) -> Card? { byID[id].map { plans[$0] } }
}
