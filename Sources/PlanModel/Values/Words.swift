import PlanSource

/// 1 (one to one), 2 (one to few) or 3 (one to many).
public enum Tier: Int, CaseIterable, Comparable, Sendable {
  case one = 1
  case two = 2
  case three = 3

  public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}

/// Where an account is on its journey.
public enum Stage: String, Vocabulary, Comparable {
  case unaware, aware, engaged, mqa, opportunity
  case closedWon = "closed-won"
  public static let noun = "stage"

  public static func help(for text: String) -> String? {
    guard ["lost", "closedlost"].contains(where: { Nearest.isSame($0, text) }) else { return nil }
    return "a deal is lost, not an account: write `lost` as its Stage in Opportunities; instead of "
      + "this line write `status: retired` if nobody works the account any more, else its stage now"
  }

  /// 0 for unaware to 5 for closed-won.
  public var order: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
  public static func < (left: Stage, right: Stage) -> Bool { left.order < right.order }
}

/// Whether an account is worked.
public enum Status: String, Vocabulary {
  case active, draft, paused, retired
  public static let noun = "status"
}

/// How an account is sold to.
public enum Motion: String, Vocabulary {
  case landAndExpand = "land-and-expand"
  case cluster, programmatic, expansion
  public static let noun = "motion"
}

/// Low, medium or high: influence, authority, severity, strength, strategic weight.
public enum Grade: String, Vocabulary, Comparable {
  case low, medium, high
  public static let noun = "word"

  /// 1 for low to 3 for high.
  public var order: Int { self == .low ? 1 : self == .medium ? 2 : 3 }
  public static func < (left: Grade, right: Grade) -> Bool { left.order < right.order }
}

/// What a contact is in the buying committee.
public enum Role: String, Vocabulary {
  case economicBuyer = "economic-buyer"
  case champion
  case technicalEvaluator = "technical-evaluator"
  case endUser = "end-user"
  case influencer, legal, procurement, blocker
  case executiveSponsor = "executive-sponsor"
  case coach
  public static let noun = "role"

  /// An economic buyer, a champion or an executive sponsor.
  public var decides: Bool {
    self == .economicBuyer || self == .champion || self == .executiveSponsor
  }
}

/// How a contact stands to us.
public enum Stance: String, Vocabulary {
  case advocate, supporter, neutral, sceptic, opponent, unknown
  public static let noun = "stance"
  public static let synonyms: [String: Stance] = ["skeptic": .sceptic]
}

/// Whether a contact is still there.
public enum ContactStatus: String, Vocabulary {
  case active, left
  public static let noun = "contact status"
}

/// What stands in a cell of offering by buying center.
public enum WhitespaceStatus: String, Vocabulary {
  case owned, open, pursuing, competitor, blocked
  public static let noun = "whitespace status"
}

/// How a touch reached somebody.
public enum Channel: String, Vocabulary {
  case email, call, social, meeting, event, executive
  case directMail = "direct-mail"
  case referral, ads, web, video
  public static let noun = "channel"
}

/// Where a signal comes from.
public enum SignalKind: String, Vocabulary {
  case firstParty = "first-party"
  case thirdParty = "third-party"
  case technographic, organizational, usage
  public static let noun = "signal kind"
}

/// What MEDDPICC asks of a deal, in the order of its letters.
public enum Element: String, Vocabulary {
  case metrics
  case economicBuyer = "economic-buyer"
  case decisionCriteria = "decision-criteria"
  case decisionProcess = "decision-process"
  case paperProcess = "paper-process"
  case identifiedPain = "identified-pain"
  case champion, competition
  public static let noun = "MEDDPICC element"

  /// The tenths of the way from a deal's Created to its Close after which it is due.
  public var due: Int {
    switch self {
    case .identifiedPain: 1
    case .metrics, .champion: 3
    case .economicBuyer: 4
    case .decisionCriteria, .competition: 5
    case .decisionProcess: 6
    case .paperProcess: 7
    }
  }

  /// In the order in which they are due.
  public static let byDue: [Element] = [
    .identifiedPain, .metrics, .champion, .economicBuyer, .decisionCriteria, .competition,
    .decisionProcess, .paperProcess,
  ]
}

/// How sure the owner is of a deal.
public enum Forecast: String, Vocabulary {
  case commit
  case bestCase = "best-case"
  case pipeline, omitted
  public static let noun = "forecast"
}

/// Who brought a deal in.
public enum Origin: String, Vocabulary {
  case sales, marketing, partner, customer
  public static let noun = "source"
}

/// Where a reader of some content is in the purchase.
public enum BuyingStage: String, Vocabulary {
  case awareness, consideration, decision
  case postSale = "post-sale"
  public static let noun = "buying stage"
}

/// What one of our people does.
public enum Job: String, Vocabulary {
  case ae, sdr, marketing, executive, solutions
  case customerSuccess = "customer-success"
  case partner, other
  public static let noun = "role"
}

/// A part of the brief.
public enum BriefPart: String, Vocabulary {
  case priorities
  case painPoints = "pain-points"
  case currentSolutions = "current-solutions"
  case pointOfView = "point-of-view"
  public static let noun = "part of the brief"

  /// The H3 that begins the part.
  public var heading: String {
    let words = spoken
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What belongs below the heading: what a new plan holds there, in `<…>`.
  public var hint: String {
    switch self {
    case .priorities: "what their board wants to reach this year, with numbers"
    case .painPoints: "what stands in the way, who feels it, what it costs them"
    case .currentSolutions: "what they use today, until when, and who stands behind it"
    case .pointOfView: "what we see that they do not, and why now"
    }
  }
}
