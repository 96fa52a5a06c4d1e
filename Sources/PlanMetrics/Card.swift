import PlanModel
import PlanSource

/// What one plan is to the others: all that a rule over the portfolio may know of it. A card can be kept while its plan
/// stays as it is, so such a rule costs no reading.
public struct Card: Sendable {
  public let id: String
  /// Relative to the program's root.
  public let path: String
  /// The opening `---` of the front matter.
  public let opening: Span
  public var account: Located<String>
  public var tier: Located<Tier>
  public var isTierKnown = true
  /// Active when the plan does not say.
  public var writtenStatus = Status.active
  public var owner: Located<String>?
  public var sponsor: Located<String>?
  public var domain: Located<String>?
  public var crmID: Located<String>?
  /// What the account could be worth a year at most.
  public var ceiling: Money?
  public var brief: Brief?
  /// When it entered the target list or last changed tier, and who of ours agreed to that.
  public var listed: Located<Day>?
  public var listedBy: [Located<String>] = []
  public var waivers: [Waiver] = []
  public var doubts: [Doubt] = []
  /// The account score, 0 to 100; nil while the settings have no `icp:`.
  public var score: Double?
  /// Touches in the last quarter.
  public var recentTouches = 0

  /// The brief's heading and text.
  public struct Brief: Sendable {
    public let heading: Span
    public let text: String

    public init(heading: Span, text: String) {
      self.heading = heading
      self.text = text
    }
  }

  public init(
    id: String, path: String, opening: Span, account: Located<String>, tier: Located<Tier>
  ) {
    self.id = id
    self.path = path
    self.opening = opening
    self.account = account
    self.tier = tier
  }

  public init(of plan: Plan, _ measures: PlanMeasures, in program: Program) {
    self.init(
      id: plan.id, path: plan.path, opening: plan.opening, account: plan.account, tier: plan.tier)
    isTierKnown = plan.isTierKnown
    writtenStatus = plan.writtenStatus
    owner = plan.owner
    sponsor = plan.sponsor
    domain = plan.domain
    crmID = plan.crmID
    ceiling = plan.potential.ceiling?.value
    brief = plan.brief.map { Brief(heading: $0.heading, text: $0.text) }
    listed = plan.listed
    listedBy = plan.listedBy
    waivers = plan.waivers
    doubts = plan.doubts
    score = AccountScore(of: plan, in: program, on: measures.today)?.total
    recentTouches = measures.touches.count { measures.today - $0.day <= Day.quarter }
  }

  /// Only active accounts count; one whose tier cannot be read counts nowhere, like a draft.
  public var isActive: Bool { isTierKnown && writtenStatus == .active }
}
