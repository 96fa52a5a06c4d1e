import PlanModel

/// The measures of a whole portfolio on one day.
public struct Measures: Sendable {
  public let today: Day
  /// Beside `portfolio.plans`, in the same order.
  public let plans: [PlanMeasures]

  public init(today: Day, plans: [PlanMeasures]) {
    self.today = today
    self.plans = plans
  }
}

/// Who of the executives stands behind an account.
public struct ExecutiveCover: Sendable {
  /// Our sponsor's id.
  public let sponsor: String?
  /// Their executive sponsor or economic buyer who has not left; the executive sponsor first.
  public let counterpart: Contact?
  /// The last touch by channel `executive` or by the sponsor.
  public let lastTouch: Day?
  /// Whether that touch names the counterpart.
  public let isWithCounterpart: Bool
  /// A sponsor, a counterpart, and such a touch in the window.
  public let isCovered: Bool

  public init(of plan: Plan, _ measures: PlanMeasures) {
    let present = plan.contacts.filter { !$0.hasLeft }
    let sponsor = plan.sponsor?.value
    let counterpart =
      present.first { $0.holds(.executiveSponsor) } ?? present.first { $0.holds(.economicBuyer) }
    let plays = plan.plays?.items ?? []
    let touch = measures.touches.last { touch in
      touch.channel == .executive
        || (sponsor != nil && plays[touch.index].by.contains { $0.value == sponsor })
    }
    self.sponsor = sponsor
    self.counterpart = counterpart
    lastTouch = touch?.day
    isWithCounterpart = counterpart.map { touch?.contacts.contains($0.key) ?? false } ?? false
    isCovered = sponsor != nil && counterpart != nil && touch?.isInWindow == true
  }
}

/// Whitespace of one status: how many cells, and what they are worth together.
public struct WhitespaceSum: Sendable {
  public var cells = 0
  public var money = Money.zero

  public init() {}
}

/// Whitespace by status. Left out are cells in an open deal, whose money is pipeline, and those whose deal was won, which
/// are `owned` as soon as somebody writes it.
public struct WhitespaceTotals: Sendable {
  public private(set) var sums: [WhitespaceStatus: WhitespaceSum] = [:]

  public init() {}

  public init(of cells: some Sequence<WhitespaceCell>) {
    for cell in cells { add(cell) }
  }

  public mutating func add(_ cell: WhitespaceCell) {
    guard !cell.isInDeal, !cell.isWon, let status = cell.status?.value else { return }
    sums[status, default: WhitespaceSum()].cells += 1
    let money = sums[status]?.money ?? .zero
    sums[status]?.money = money + (cell.potential?.value ?? .zero)
  }

  public static func += (left: inout WhitespaceTotals, right: WhitespaceTotals) {
    for (status, sum) in right.sums {
      var total = left[status]
      total.cells += sum.cells
      total.money = total.money + sum.money
      left.sums[status] = total
    }
  }

  public subscript(status: WhitespaceStatus) -> WhitespaceSum { sums[status] ?? WhitespaceSum() }
  /// Open and pursued money.
  public var toSell: Money { self[.open].money + self[.pursuing].money }
}
