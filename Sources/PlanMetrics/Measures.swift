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

/// Who of the executives stands behind an account (metrics.md, executive coverage).
public struct ExecutiveCover: Sendable {
  /// Our sponsor's id.
  public let sponsor: String?
  /// Their executive sponsor or economic buyer who has not left; the executive sponsor first.
  public let counterpart: Contact?
  /// The last touch by channel `executive` or by the sponsor.
  public let lastTouch: Day?
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
    isCovered = sponsor != nil && counterpart != nil && touch?.isInWindow == true
  }
}

/// Whitespace of one status: how many cells, and what they are worth together.
public struct WhitespaceSum: Sendable {
  public var cells = 0
  public var money = Money.zero

  public init() {}
}

/// Whitespace by status; cells that are part of a deal are left out, for their money counts as pipeline.
public struct WhitespaceTotals: Sendable {
  public private(set) var sums: [WhitespaceStatus: WhitespaceSum] = [:]

  public init(of cells: some Sequence<WhitespaceCell>) {
    for cell in cells where cell.opportunity == nil {
      guard let status = cell.status?.value else { continue }
      sums[status, default: WhitespaceSum()].cells += 1
      let money = sums[status]?.money ?? .zero
      sums[status]?.money = money + (cell.potential?.value ?? .zero)
    }
  }

  public subscript(status: WhitespaceStatus) -> WhitespaceSum { sums[status] ?? WhitespaceSum() }
  /// Open and pursued money.
  public var toSell: Money { self[.open].money + self[.pursuing].money }
}

/// Counts over some accounts, each with what it is a share of (metrics.md, program metrics). Paused, retired and draft
/// accounts are left out.
public struct Summary: Sendable {
  public private(set) var accounts = 0
  /// With an open opportunity.
  public private(set) var penetrated = 0
  /// With at least one engaged contact.
  public private(set) var reached = 0
  public private(set) var contacts = 0
  public private(set) var engagedContacts = 0
  /// With at least three engaged contacts.
  public private(set) var multiThreaded = 0
  /// With an open opportunity and exactly one engaged contact, or none.
  public private(set) var singleThreadedDeals = 0
  /// That must have an executive sponsor, at their tier and stage.
  public private(set) var sponsorRequired = 0
  /// Of these, with sponsor, counterpart and a touch in the window.
  public private(set) var sponsorCovered = 0
  /// Of these, without a sponsor.
  public private(set) var sponsorMissing = 0
  /// Reviewed within their cadence.
  public private(set) var fresh = 0
  /// Reviewed, but longer ago than their cadence.
  public private(set) var late = 0
  public private(set) var neverReviewed = 0
  /// Open amount whose close day is not behind today.
  public private(set) var pipeline = Money.zero
  /// Accounts by stage.
  public private(set) var stages: [Stage: Int] = [:]
  public private(set) var whitespace: WhitespaceTotals

  public init(of pairs: some Sequence<(Plan, PlanMeasures)>, in program: Program) {
    var cells: [WhitespaceCell] = []
    for (plan, measures) in pairs where plan.isActive {
      let engaged = measures.engagedCount
      accounts += 1
      contacts += plan.contacts.count { !$0.hasLeft }
      engagedContacts += engaged
      if engaged > 0 { reached += 1 }
      if engaged >= 3 { multiThreaded += 1 }
      if !measures.deals.isEmpty {
        penetrated += 1
        if engaged <= 1 { singleThreadedDeals += 1 }
      }
      if program[plan.tier.value].sponsor.value(at: measures.stage) == .required {
        let cover = ExecutiveCover(of: plan, measures)
        sponsorRequired += 1
        if cover.isCovered { sponsorCovered += 1 }
        if cover.sponsor == nil { sponsorMissing += 1 }
      }
      if measures.lastReview == nil {
        neverReviewed += 1
      } else if measures.isReviewLate {
        late += 1
      } else {
        fresh += 1
      }
      pipeline = pipeline + measures.pipeline
      stages[measures.stage, default: 0] += 1
      cells += plan.whitespace?.items ?? []
    }
    whitespace = WhitespaceTotals(of: cells)
  }
}
