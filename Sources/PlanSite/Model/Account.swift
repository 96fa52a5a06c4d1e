import PlanMetrics
import PlanModel
import PlanReport
import PlanSource

/// What the site says of one account, measured once. It is passed to every page that names the account, so it is shared
/// and not copied.
final class Account: Sendable {
  /// In `portfolio.plans`.
  let index: Int
  let name: String
  let path: String
  /// From the site's root; nil for a draft.
  let page: String?
  let tier: Tier
  let stage: Stage
  let status: Status
  /// Of `people:`.
  let owner: String?
  let sponsor: String?
  /// Contacts who have not left.
  let known: Int
  let engaged: Int
  /// What the tier asks for at this stage.
  let minimumEngaged: Int?
  let pipeline: Money
  /// The part that closes in this fiscal year.
  let pipelineThisYear: Money
  /// Deals that are open, those too whose close day has passed.
  let deals: Int
  /// The next close day that is not behind today.
  let close: Day?
  let toSell: Money
  /// Nil without an `icp` in the settings.
  let score: AccountScore?
  /// Days since the last review.
  let sinceReview: Int?
  let reviewEvery: Int?
  /// When the next review falls due by the cadence; today where nobody ever reviewed the plan.
  let reviewDue: Day?
  let isLate: Bool
  let needsSponsor: Bool
  let counterpart: String?
  let lastExecutiveTouch: Day?
  /// Whether that touch was with the counterpart.
  let isCounterpartMet: Bool
  let isCovered: Bool
  let errors: Int
  let warnings: Int
  let advice: Int

  var isActive: Bool { status == .active }
  /// A deal that rests on one person, or on nobody.
  var isSingleThreaded: Bool { deals > 0 && engaged <= 1 }
  var findings: Int { errors + warnings + advice }

  /// By tier, then pipeline, then name, then path.
  static func isOrdered(_ left: Account, _ right: Account) -> Bool {
    if left.tier != right.tier { return left.tier < right.tier }
    if left.pipeline != right.pipeline { return left.pipeline > right.pipeline }
    if left.name != right.name { return left.name < right.name }
    return left.index < right.index
  }

  init(
    _ index: Int, _ plan: Plan, _ measures: PlanMeasures, in program: Program, page: String?,
    yearEnds: Day, findings: ArraySlice<PlacedFinding>
  ) {
    let settings = program[plan.tier.value]
    let cover = ExecutiveCover(of: plan, measures)
    let deals = measures.pipelineDeals
    self.index = index
    name = plan.account.value
    path = plan.path
    self.page = page
    tier = plan.tier.value
    stage = measures.stage
    status = plan.effectiveStatus
    owner = plan.owner?.value
    sponsor = cover.sponsor
    known = plan.contacts.count { !$0.hasLeft }
    engaged = measures.engagedCount
    minimumEngaged = settings.minimumEngaged.value(at: measures.stage)
    pipeline = deals.compactMap { $0.amount?.value }.total
    pipelineThisYear =
      deals.filter { ($0.close?.value ?? yearEnds) < yearEnds }
      .compactMap { $0.amount?.value }.total
    self.deals = measures.deals.count
    close = deals.compactMap { $0.close?.value }.min()
    toSell = WhitespaceTotals(of: plan.whitespace?.items ?? []).toSell
    score = AccountScore(of: plan, in: program, on: measures.today)
    sinceReview = measures.daysSinceReview
    reviewEvery = measures.reviewEvery
    reviewDue = measures.reviewEvery.map { every in
      measures.lastReview.map { $0.value + every } ?? measures.today
    }
    isLate = plan.isActive && measures.isReviewLate
    needsSponsor = settings.sponsor.value(at: measures.stage) == .required
    counterpart = cover.counterpart?.name.value
    lastExecutiveTouch = cover.lastTouch
    isCounterpartMet = cover.isWithCounterpart
    isCovered = cover.isCovered
    errors = findings.count { $0.finding.level == .error }
    warnings = findings.count { $0.finding.level == .warning }
    advice = findings.count { $0.finding.level == .info }
  }
}
