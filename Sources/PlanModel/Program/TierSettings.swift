/// Whether something must be there.
public enum Requirement: String, Vocabulary {
  case required, optional
  public static let noun = "requirement"
}

/// The yearly contract values that a tier is for.
public struct ValueBand: Sendable {
  /// Its lower edge, which belongs to it; nil: none.
  public var from: Money?
  /// Its upper edge, which does not; nil: none.
  public var below: Money?

  public init(from: Money?, below: Money?) {
    self.from = from
    self.below = below
  }
}

/// What a tier asks of its accounts.
public struct TierSettings: Sendable {
  public var name: String
  /// Nil: no limit.
  public var maximumAccounts: Int?
  /// Nil: no limit.
  public var maximumAccountsPerOwner: Int?
  /// Nil: accounts of any value.
  public var acv: ValueBand?
  public var minimumContacts: ByStage<Int>
  public var minimumEngaged: ByStage<Int>
  public var minimumFunctions: ByStage<Int>
  public var requiredRoles: ByStage<[Role]>
  public var sponsor: ByStage<Requirement>
  public var requiredPod: ByStage<[String]>
  /// Cells open or pursuing, with a potential.
  public var minimumWhitespace: ByStage<Int>
  public var requiredBrief: ByStage<[BriefPart]>
  /// Days; nil before the first step: no cadence.
  public var reviewEvery: ByStage<Int>
  /// Days; nil: an answer counts for ever.
  public var engagementWindow: Int?
  /// Days without any touch.
  public var quietAfter: ByStage<Int>
  /// Different channels of touches in the engagement window.
  public var minimumChannels: ByStage<Int>
  /// Days that a stage may take.
  public var clock: ByStage<Int>
  /// Engaged contacts that a deal should have.
  public var thinCoverage: ByStage<Int>
  /// The amount from which a deal needs a mutual action plan.
  public var mutualActionPlanFrom: ByStage<Money>
  /// A year, for all accounts of the tier.
  public var budget: Money?
  /// What sustained touches of one account cost a year.
  public var costPerAccount: Money?

  /// The settings of a tier in a program without `planc.yml`.
  public static func standard(_ tier: Tier) -> TierSettings {
    switch tier {
    case .one:
      TierSettings(
        name: "1:1", maximumAccounts: 25, maximumAccountsPerOwner: 10,
        acv: ValueBand(from: .thousands(250), below: nil),
        minimumContacts: ByStage([(.aware, 3), (.engaged, 6)]),
        minimumEngaged: ByStage([(.engaged, 1), (.mqa, 2), (.opportunity, 3)]),
        minimumFunctions: ByStage([(.engaged, 3)]),
        requiredRoles: ByStage([
          (.aware, [.economicBuyer]), (.engaged, [.champion, .technicalEvaluator]),
        ]),
        sponsor: ByStage([(.aware, .required)]), requiredPod: .always(["sdr", "marketing"]),
        minimumWhitespace: ByStage([(.opportunity, 3)]),
        requiredBrief: ByStage([(.aware, BriefPart.allCases)]), reviewEvery: .always(35),
        engagementWindow: 90, quietAfter: .always(21), minimumChannels: .always(3),
        clock: .always(365), thinCoverage: .always(5),
        mutualActionPlanFrom: .always(.thousands(100)))
    case .two:
      TierSettings(
        name: "1:few", maximumAccounts: 200, maximumAccountsPerOwner: 15,
        acv: ValueBand(from: .thousands(75), below: .thousands(250)),
        minimumContacts: ByStage([(.aware, 2), (.engaged, 4)]),
        minimumEngaged: ByStage([(.mqa, 1), (.opportunity, 2)]),
        minimumFunctions: ByStage([(.opportunity, 2)]),
        requiredRoles: ByStage([(.engaged, [.economicBuyer, .champion])]),
        sponsor: .always(.optional), requiredPod: .none,
        minimumWhitespace: ByStage([(.closedWon, 1)]),
        requiredBrief: ByStage([(.aware, [.priorities, .pointOfView])]),
        reviewEvery: .always(100), engagementWindow: 90, quietAfter: .always(45),
        minimumChannels: .always(2),
        clock: .always(180), thinCoverage: .always(3),
        mutualActionPlanFrom: .always(.thousands(250)))
    case .three:
      TierSettings(
        name: "1:many", maximumAccounts: 2000, maximumAccountsPerOwner: nil,
        acv: ValueBand(from: .thousands(25), below: .thousands(75)),
        minimumContacts: ByStage([(.engaged, 1)]),
        minimumEngaged: ByStage([(.opportunity, 1)]), minimumFunctions: .none,
        requiredRoles: .none, sponsor: .always(.optional), requiredPod: .none,
        minimumWhitespace: .none, requiredBrief: .none, reviewEvery: .always(190),
        engagementWindow: 180, quietAfter: .always(120), minimumChannels: .always(1),
        clock: .none, thinCoverage: .always(1), mutualActionPlanFrom: .none)
    }
  }
}

/// The names of the tier settings in `planc.yml`.
public enum TierSetting: String, Vocabulary {
  case name
  case maximumAccounts = "maximum-accounts"
  case maximumAccountsPerOwner = "maximum-accounts-per-owner"
  case minimumContacts = "minimum-contacts"
  case minimumEngaged = "minimum-engaged"
  case minimumFunctions = "minimum-functions"
  case requiredRoles = "required-roles"
  case sponsor
  case requiredPod = "required-pod"
  case minimumWhitespace = "minimum-whitespace"
  case requiredBrief = "required-brief"
  case reviewEvery = "review-every"
  case engagementWindow = "engagement-window"
  case acv
  case quietAfter = "quiet-after"
  case minimumChannels = "minimum-channels"
  case clock
  case thinCoverage = "thin-coverage"
  case mutualActionPlanFrom = "mutual-action-plan-from"
  case budget
  case costPerAccount = "cost-per-account"
  public static let noun = "tier setting"

  /// What the setting means, for the docs.
  public var summary: String {
    switch self {
    case .name: "What the tier is called"
    case .maximumAccounts: "Active accounts the tier may hold"
    case .maximumAccountsPerOwner: "Accounts of the tier that one owner works"
    case .minimumContacts: "Contacts in the buying committee"
    case .minimumEngaged: "Contacts engaged in the engagement window"
    case .minimumFunctions: "Different functions among the contacts"
    case .requiredRoles: "Roles that somebody must hold"
    case .sponsor: "Whether an executive sponsor of ours is required"
    case .requiredPod: "Pod roles that somebody must fill"
    case .minimumWhitespace: "Whitespace cells open or pursuing, with a potential"
    case .requiredBrief: "Parts of the brief that must be written"
    case .reviewEvery: "Days from one account review to the next"
    case .engagementWindow: "Days an answer counts as engagement"
    case .acv: "The yearly contract values it is for"
    case .quietAfter: "Days that may pass without any touch"
    case .minimumChannels: "Different channels in the engagement window"
    case .clock: "Days that a stage may take before it counts as stalled"
    case .thinCoverage: "Engaged contacts that an open opportunity should have"
    case .mutualActionPlanFrom: "Amount from which an open opportunity needs a mutual action plan"
    case .budget: "Money a year for all accounts of the tier"
    case .costPerAccount: "Money a year that sustained touches of one account cost"
    }
  }
}

extension TierSettings {
  /// A setting's value as `planc.yml` writes it: `aware: 3, engaged: 6`, `none`, `90`.
  public func written(_ setting: TierSetting) -> String {
    switch setting {
    case .name: name
    case .maximumAccounts: maximumAccounts.map(String.init) ?? "none"
    case .maximumAccountsPerOwner: maximumAccountsPerOwner.map(String.init) ?? "none"
    case .minimumContacts: write(minimumContacts) { "\($0)" }
    case .minimumEngaged: write(minimumEngaged) { "\($0)" }
    case .minimumFunctions: write(minimumFunctions) { "\($0)" }
    case .requiredRoles: write(requiredRoles) { "[\($0.map(\.rawValue).joined(separator: ", "))]" }
    case .sponsor: write(sponsor) { $0.rawValue }
    case .requiredPod: write(requiredPod) { "[\($0.joined(separator: ", "))]" }
    case .minimumWhitespace: write(minimumWhitespace) { "\($0)" }
    case .requiredBrief: write(requiredBrief) { "[\($0.map(\.rawValue).joined(separator: ", "))]" }
    case .reviewEvery: write(reviewEvery) { "\($0)" }
    case .engagementWindow: engagementWindow.map(String.init) ?? "none"
    case .acv: acv.map(write) ?? "none"
    case .quietAfter: write(quietAfter) { "\($0)" }
    case .minimumChannels: write(minimumChannels) { "\($0)" }
    case .clock: write(clock) { "\($0)" }
    case .thinCoverage: write(thinCoverage) { "\($0)" }
    case .mutualActionPlanFrom: write(mutualActionPlanFrom) { $0.plain }
    case .budget: budget?.plain ?? "none"
    case .costPerAccount: costPerAccount?.plain ?? "none"
    }
  }

  private func write(_ band: ValueBand) -> String {
    [("from", band.from), ("below", band.below)]
      .compactMap { word, money in money.map { "\(word): \($0.plain)" } }.joined(separator: ", ")
  }

  private func write<Value>(_ demand: ByStage<Value>, _ word: (Value) -> String) -> String {
    if demand.steps.isEmpty { return "none" }
    if demand.steps.count == 1, demand.steps[0].from == .unaware {
      return demand.steps[0].value.map(word) ?? "none"
    }
    return demand.steps.map { "\($0.from.rawValue): \($0.value.map(word) ?? "none")" }
      .joined(separator: ", ")
  }
}
