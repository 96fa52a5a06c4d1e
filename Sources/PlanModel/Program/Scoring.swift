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

  /// The number that a fact says, where it says one: `1200`, `1,200`, `1'200`, `1.5k`, `$80 million`, `80M EUR`, also
  /// with a plus or a remark in parentheses. `1.200` is 1200 to some and 1.2 to others, so it is none.
  public static func number(_ text: String) -> Double? {
    var plain = text[...]
    if plain.last == ")", let open = plain.firstIndex(of: "(") { plain = plain[..<open] }
    let words = plain.split(whereSeparator: \.isWhitespace).filter { !Currency.isCode($0) }
    var number = words.joined(separator: " ").lowercased().filter { !"+$€£".contains($0) }
    let unit = units.first { number.hasSuffix($0.word) }
    number = String(number.dropLast(unit?.word.count ?? 0))
    if number.last == " " { number.removeLast() }
    if number.first == " " { number.removeFirst() }
    let halves = number.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first, let digits = ungrouped(whole) else {
      return nil
    }
    guard halves.count == 2 else { return Double(digits).map { $0 * (unit?.scale ?? 1) } }
    let isUnclear = unit == nil && halves[1].count == 3 && whole.count <= 3
    guard !isUnclear, isDigits(halves[1]) else { return nil }
    return Double("\(digits).\(halves[1])").map { $0 * (unit?.scale ?? 1) }
  }

  private static let units: [(word: String, scale: Double)] = [
    ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("mio", 1e6), ("mn", 1e6), ("bn", 1e9),
    ("k", 1e3), ("m", 1e6), ("b", 1e9),
  ]

  /// `1200` for `1,200`: behind what divides three digits, or, in lakh and crore, two.
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(omittingEmptySubsequences: false) { ",'’ ".contains($0) }
    guard groups.allSatisfy(isDigits) else { return nil }
    guard groups.count > 1 else { return String(text) }
    let isGrouped =
      groups[0].count <= 3 && groups.last?.count == 3
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 2 || $0.count == 3 }
    return isGrouped ? groups.joined() : nil
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// How the account score is put together, and where the tiers are cut.
public struct ScoreSettings: Sendable {
  /// Shares of fit, potential and intent.
  public var fit = 0.5
  public var potential = 0.3
  public var intent = 0.2
  /// Points past a cut line from which an account is to change its tier, so that it does not move to and fro.
  public static let margin = 5.0
  /// Days for which its score must be past it.
  public static let days = 30

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
