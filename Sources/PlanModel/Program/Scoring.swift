import PlanSource

/// How touches add up to the engagement of an account.
public struct EngagementSettings: Sendable {
  /// Days after which a touch counts half.
  public var halfLife = 30
  /// Points that one contact adds at most.
  public var cap = 20.0
  /// What each further person adds, as a share of the sum.
  public var breadth = 0.15
  /// Points of a touch by its channel.
  public var weights: [Channel: Double] = [
    .meeting: 10, .executive: 12, .event: 6, .call: 5, .referral: 5, .directMail: 3, .video: 3,
    .email: 2, .social: 2, .web: 1, .ads: 0,
  ]
  /// The score from which marketing hands an account to sales.
  public var mqa = 40
  /// Words with which the Outcome of a play begins that nobody answered; case, hyphens and the width of spaces do not
  /// matter.
  public var unanswered = [
    "none", "no reply", "no answer", "no show", "no-show", "voicemail", "left message", "bounced",
    "out of office", "declined",
  ]
  {
    didSet { unansweredPhrases = unanswered.map(Nearest.phrase) }
  }
  /// The same as they are compared.
  public private(set) var unansweredPhrases: [[UInt8]] = []

  public init() { unansweredPhrases = unanswered.map(Nearest.phrase) }
}

/// One thing that the ideal customer profile asks of an account's `fit`.
public struct Criterion: Sendable {
  public enum Test: Sendable {
    /// The fact is one of these.
    case one([String])
    /// One of the fact's items is one of these.
    case any([String])
    /// The fact is a number that is not less.
    case atLeast(Double)
  }

  /// The key of `fit`.
  public let fact: String
  public let test: Test
  public let weight: Double

  public init(fact: String, test: Test, weight: Double) {
    self.fact = fact
    self.test = test
    self.weight = weight
  }

  /// The number that a fact says, where it says one: `1200`, `1,200`, `1'200`, `1.5k`, `80M`, also with a plus, a
  /// currency's sign or a remark in parentheses. `1.200` is 1200 to some and 1.2 to others, so it is none.
  public static func number(_ text: String) -> Double? {
    var plain = text.lowercased()[...]
    if plain.last == ")", let open = plain.firstIndex(of: "(") { plain = plain[..<open] }
    plain = plain.filter { !"+$€£".contains($0) }[...]
    while plain.first?.isWhitespace == true { plain = plain.dropFirst() }
    while plain.last?.isWhitespace == true { plain = plain.dropLast() }
    let units: [Character: Double] = ["k": 1e3, "m": 1e6, "b": 1e9]
    let unit = plain.last.flatMap { units[$0] }
    if unit != nil { plain = plain.dropLast() }
    while plain.last?.isWhitespace == true { plain = plain.dropLast() }
    let halves = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first else { return nil }
    let groups = whole.split(omittingEmptySubsequences: false) {
      ",'’".contains($0) || $0.isWhitespace
    }
    let isDigits = (groups + halves.dropFirst()).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isDigits, groups.count == 1 || groups[0].count <= 3,
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 2 || $0.count == 3 }),
      groups.count == 1 || groups.last?.count == 3
    else { return nil }
    if halves.count == 2, unit == nil, halves[1].count == 3, whole.count <= 3 { return nil }
    return Double(groups.joined() + (halves.count == 2 ? "." + halves[1] : "")).map {
      $0 * (unit ?? 1)
    }
  }
}

/// How the account score is put together, and where the tiers are cut.
public struct ScoreSettings: Sendable {
  /// Shares of fit, potential and intent.
  public var fit = 0.5
  public var potential = 0.3
  public var intent = 0.2
  /// The lowest score of tier 1.
  public var first = 70.0
  /// The lowest score of tier 2.
  public var second = 45.0

  public init() {}
}

/// Accounts that nobody is to work.
public struct Exclusions: Sendable {
  public var domains: [String] = []
  public var fits: [Fit] = []

  public init() {}

  /// A fact of `fit` that rules an account out, and why.
  public struct Fit: Sendable {
    public let fact: String
    public let value: String
    public let reason: String

    public init(fact: String, value: String, reason: String) {
      self.fact = fact
      self.value = value
      self.reason = reason
    }
  }
}

/// What serves which buying stage in which tier.
public struct ContentMatrix: Sendable {
  public var words: [BuyingStage: [Tier: [String]]] = [:]

  public init() {}

  /// Every word, in the order of stages and tiers.
  public var all: [String] {
    BuyingStage.allCases.flatMap { stage in
      Tier.allCases.flatMap { words[stage]?[$0] ?? [] }
    }
  }

  /// The buying stages that a content serves in a tier.
  public func stages(of content: String, in tier: Tier) -> [BuyingStage] {
    let folded = Nearest.fold(content)
    return BuyingStage.allCases.filter { stage in
      (words[stage]?[tier] ?? []).contains { Nearest.fold($0) == folded }
    }
  }
}
