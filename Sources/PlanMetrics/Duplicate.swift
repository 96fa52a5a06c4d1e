import PlanModel
import PlanSource

/// A plan for an account that an earlier one, by path, is about already.
public struct Duplicate: Sendable {
  public let plan: Card
  /// What both are known by, as the plan has it.
  public let mark: Mark
  public let first: Card
  /// Where the first has it.
  public let firstSpan: Span

  /// What an account is known by.
  public struct Mark: Sendable {
    public enum Kind: Int, CaseIterable, Sendable { case id, domain, crmID, account }
    public let kind: Kind
    public let value: String
    public let span: Span
  }

  /// - Parameter cards: By path.
  static func all(in cards: [Card]) -> [Duplicate] {
    var first = [[String: Int]](repeating: [:], count: Mark.Kind.allCases.count)
    for kind in first.indices { first[kind].reserveCapacity(cards.count) }
    var duplicates: [Duplicate] = []
    for index in cards.indices {
      // One mistake, one finding: a plan that is copied is the same in several of these.
      var known: Set<Int> = []
      for mark in marks(of: cards[index]) {
        let key = mark.kind == .id ? mark.value : ContactName.key(mark.value)
        guard let other = first[mark.kind.rawValue][key] else {
          first[mark.kind.rawValue][key] = index
          continue
        }
        guard known.insert(other).inserted else { continue }
        let span = marks(of: cards[other]).first { $0.kind == mark.kind }?.span
        duplicates.append(
          Duplicate(
            plan: cards[index], mark: mark, first: cards[other],
            firstSpan: span ?? cards[other].opening))
      }
    }
    return duplicates
  }

  private static func marks(of plan: Card) -> [Mark] {
    var marks = [Mark(kind: .id, value: plan.id, span: plan.opening)]
    if let domain = plan.domain {
      marks.append(Mark(kind: .domain, value: domain.value, span: domain.span))
    }
    if let id = plan.crmID { marks.append(Mark(kind: .crmID, value: id.value, span: id.span)) }
    // Without an `account` the id stands in for it, and is no second mark.
    if plan.account.span != plan.opening {
      marks.append(Mark(kind: .account, value: plan.account.value, span: plan.account.span))
    }
    return marks
  }
}
