import PlanMetrics
import PlanModel

/// The metrics of a program that are shares, as pages name them.
enum ShareMetric: CaseIterable {
  case penetration, reach, contactReach, multiThreaded, multiThreadedWithDeal, staffed
  case executiveCoverage, meetingRate, freshness, completeness, winRate

  /// Those that groups of accounts are compared by.
  static let compared: [ShareMetric] = [
    .penetration, .reach, .multiThreaded, .staffed, .executiveCoverage, .meetingRate, .freshness,
    .completeness,
  ]

  var title: String {
    switch self {
    case .penetration: "Penetration"
    case .reach: "Reach"
    case .contactReach: "Engaged contacts"
    case .multiThreaded: "Multi-threaded"
    case .multiThreadedWithDeal: "Multi-threaded deals"
    case .staffed: "Committee coverage"
    case .executiveCoverage: "Executive coverage"
    case .meetingRate: "Meeting rate"
    case .freshness: "Freshness"
    case .completeness: "Completeness"
    case .winRate: "Win rate"
    }
  }

  /// What is counted, of what.
  var meaning: String {
    switch self {
    case .penetration: "accounts with an open opportunity, of all"
    case .reach: "accounts with at least one engaged contact, of all"
    case .contactReach: "contacts engaged, of those known"
    case .multiThreaded: "accounts with three engaged contacts or more, of all"
    case .multiThreadedWithDeal: "the same, of the accounts with an open opportunity"
    case .staffed: "accounts with the contacts and roles that their tier asks for"
    case .executiveCoverage:
      "accounts with sponsor, counterpart and touch, of those that must have a sponsor"
    case .meetingRate: "accounts with an answered meeting in the last four quarters, of all"
    case .freshness: "accounts reviewed within their cadence, of all"
    case .completeness: "fields filled, of those that the tier asks for"
    case .winRate: "deals won, of those that ended in the last four quarters"
    }
  }

  func share(of metrics: Metrics) -> Share {
    switch self {
    case .penetration: metrics.penetration
    case .reach: metrics.reach
    case .contactReach: metrics.contactReach
    case .multiThreaded: metrics.multiThreaded
    case .multiThreadedWithDeal: metrics.multiThreadedWithDeal
    case .staffed: metrics.staffed
    case .executiveCoverage: metrics.executiveCoverage
    case .meetingRate: metrics.meetingRate
    case .freshness: metrics.freshness
    case .completeness: metrics.completeness
    case .winRate: metrics.deals.winRate
    }
  }
}

extension Share {
  /// `12 of 40`; `–` where there is nothing to be a part of.
  var text: String {
    whole == 0 ? "–" : "\(Wording.grouped(part)) of \(Wording.grouped(whole))"
  }
}
