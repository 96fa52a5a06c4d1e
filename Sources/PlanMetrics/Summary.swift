import PlanModel

/// Counts over some accounts, each with what it is a share of. Paused, retired and draft
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
  public private(set) var whitespace = WhitespaceTotals()

  /// Over no account.
  public init() {}

  public init(of pairs: some Sequence<(Plan, PlanMeasures)>, in program: Program) {
    for (plan, measures) in pairs { self += Summary(of: plan, measures, in: program) }
  }

  /// Over one account.
  public init(of plan: Plan, _ measures: PlanMeasures, in program: Program) {
    guard plan.isActive else { return }
    let engaged = measures.engagedCount
    accounts = 1
    contacts = plan.contacts.count { !$0.hasLeft }
    engagedContacts = engaged
    if engaged > 0 { reached = 1 }
    if engaged >= 3 { multiThreaded = 1 }
    if !measures.deals.isEmpty {
      penetrated = 1
      if engaged <= 1 { singleThreadedDeals = 1 }
    }
    if program[plan.tier.value].sponsor.value(at: measures.stage) == .required {
      let cover = ExecutiveCover(of: plan, measures)
      sponsorRequired = 1
      if cover.isCovered { sponsorCovered = 1 }
      if cover.sponsor == nil { sponsorMissing = 1 }
    }
    if measures.lastReview == nil {
      neverReviewed = 1
    } else if measures.isReviewLate {
      late = 1
    } else {
      fresh = 1
    }
    pipeline = measures.pipeline
    stages = [measures.stage: 1]
    whitespace = WhitespaceTotals(of: plan.whitespace?.items ?? [])
  }

  /// The counts of both.
  public static func += (left: inout Summary, right: Summary) {
    left.accounts += right.accounts
    left.penetrated += right.penetrated
    left.reached += right.reached
    left.contacts += right.contacts
    left.engagedContacts += right.engagedContacts
    left.multiThreaded += right.multiThreaded
    left.singleThreadedDeals += right.singleThreadedDeals
    left.sponsorRequired += right.sponsorRequired
    left.sponsorCovered += right.sponsorCovered
    left.sponsorMissing += right.sponsorMissing
    left.fresh += right.fresh
    left.late += right.late
    left.neverReviewed += right.neverReviewed
    left.pipeline = left.pipeline + right.pipeline
    for (stage, count) in right.stages { left.stages[stage, default: 0] += count }
    left.whitespace += right.whitespace
  }
}
