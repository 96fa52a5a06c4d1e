import PlanModel

/// The program metrics of some active accounts that plans alone give.
public struct Metrics: Sendable {
  public private(set) var summary = Summary()
  public private(set) var deals = DealMetrics()
  /// Accounts with an open opportunity and at least three engaged contacts.
  private var multiThreadedDeals = 0
  /// Accounts with an answered meeting in the last four quarters.
  private var met = 0
  /// Accounts where somebody engaged holds the role, in the order of the vocabulary.
  private var roles = [Int](repeating: 0, count: Role.allCases.count)
  /// Accounts that meet `minimum-contacts` and `required-roles`, of those of which either is asked.
  public private(set) var staffed = Share()
  /// Filled fields, of those that the tiers ask for.
  public private(set) var completeness = Share()
  /// Days since the last review of each account that ever had one.
  private var reviewAges: [Int] = []
  /// Accounts whose first clock nobody can tell: no `listed`, or a tier without `clock`.
  private var clockless = 0
  /// The first day on which a clock runs out.
  private var clockEnds: Day?

  /// Over no account.
  public init() {}

  /// Over one account.
  public init(of plan: Plan, _ measures: PlanMeasures, in program: Program) {
    guard plan.isActive else { return }
    let (today, stage) = (measures.today, measures.stage)
    let settings = program[plan.tier.value]
    summary = Summary(of: plan, measures, in: program)
    deals = DealMetrics(of: plan, on: today, in: program)
    if summary.penetrated > 0, summary.multiThreaded > 0 { multiThreadedDeals = 1 }
    let isMet = measures.touches.contains { touch in
      touch.isAnswered && touch.channel == .meeting
        && today - touch.day < DealMetrics.fourQuarters
    }
    if isMet { met = 1 }
    for (contact, measure) in zip(plan.contacts, measures.contacts) where measure.isEngaged {
      for role in contact.roles {
        if let index = Role.allCases.firstIndex(of: role.value) { roles[index] = 1 }
      }
    }
    let asked = settings.requiredRoles.all(at: stage)
    let least = settings.minimumContacts.value(at: stage) ?? 0
    if least > 0 || !asked.isEmpty {
      let present = plan.contacts.filter { !$0.hasLeft }
      let isStaffed =
        present.count >= least && asked.allSatisfy { role in present.contains { $0.holds(role) } }
      staffed = Share(isStaffed ? 1 : 0, of: 1)
    }
    completeness = .fields(of: plan, measures, in: program)
    reviewAges = measures.daysSinceReview.map { [$0] } ?? []
    if let listed = plan.listed?.value, let clock = settings.clock.value(at: .opportunity) {
      clockEnds = listed + clock
    } else {
      clockless = 1
    }
  }

  public static func += (left: inout Metrics, right: Metrics) {
    left.summary += right.summary
    left.deals += right.deals
    left.multiThreadedDeals += right.multiThreadedDeals
    left.met += right.met
    for index in left.roles.indices { left.roles[index] += right.roles[index] }
    left.staffed += right.staffed
    left.completeness += right.completeness
    left.reviewAges += right.reviewAges
    left.clockless += right.clockless
    left.clockEnds = [left.clockEnds, right.clockEnds].compactMap { $0 }.min()
  }

  // MARK: Figures

  private var accounts: Int { summary.accounts }
  /// Accounts with an open opportunity / accounts.
  public var penetration: Share { Share(summary.penetrated, of: accounts) }
  /// Accounts with at least one engaged contact / accounts.
  public var reach: Share { Share(summary.reached, of: accounts) }
  /// Engaged contacts / contacts.
  public var contactReach: Share { Share(summary.engagedContacts, of: summary.contacts) }
  /// Accounts with at least three engaged contacts / accounts.
  public var multiThreaded: Share { Share(summary.multiThreaded, of: accounts) }
  /// The same among accounts with an open opportunity.
  public var multiThreadedWithDeal: Share { Share(multiThreadedDeals, of: summary.penetrated) }
  /// Accounts where somebody engaged holds the role / accounts.
  public func coverage(of role: Role) -> Share {
    Share(Role.allCases.firstIndex(of: role).map { roles[$0] } ?? 0, of: accounts)
  }
  /// Accounts with a sponsor, a counterpart and a touch in the window / accounts that must have a sponsor.
  public var executiveCoverage: Share { Share(summary.sponsorCovered, of: summary.sponsorRequired) }
  /// Accounts with at least one answered meeting in the last four quarters / accounts.
  public var meetingRate: Share { Share(met, of: accounts) }
  /// Accounts reviewed within their cadence / accounts.
  public var freshness: Share { Share(summary.fresh, of: accounts) }
  /// The median days since the last review, of the accounts that had one.
  public var medianSinceReview: Int? { Median.of(reviewAges) }
  /// Contacts for each account.
  public var contactsPerAccount: Double? {
    accounts == 0 ? nil : Double(summary.contacts) / Double(accounts)
  }
  /// The first day on which what deals came to means something: the clock of an account's tier has run out since it was
  /// listed. Nil where that is so today, or where an account does not say since when it is listed.
  public func speaks(from today: Day) -> Day? {
    guard clockless == 0, let clockEnds, clockEnds > today else { return nil }
    return clockEnds
  }
}
