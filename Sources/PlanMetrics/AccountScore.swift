import PlanModel
import PlanSource

import func Glibc.exp2

/// What an account is worth working, 0 to 100: fit, potential and intent, each 0 to 100, by their weights.
public struct AccountScore: Sendable {
  public let fit: Double
  public let potential: Double
  public let intent: Double
  public let total: Double
  /// Criteria whose fact is known, and all.
  public let known: Int
  public let criteria: Int

  /// Days after which a signal counts half.
  public static let intentHalfLife = 45.0
  private static let thirdPartyLimit = 40.0

  /// Nil without an `icp` in the settings.
  public init?(of plan: Plan, in program: Program, on day: Day) {
    guard let icp = program.icp else { return nil }
    (fit, known) = Self.fit(of: plan, icp)
    criteria = icp.count
    potential = Self.potential(of: plan, in: program)
    intent = Self.intent(of: plan, on: day)
    let score = program.score
    total = score.fit * fit + score.potential * potential + score.intent * intent
  }

  /// The tier that the score alone would give, by the cut lines.
  public func tier(in program: Program) -> Tier {
    total >= program.score.first ? .one : total >= program.score.second ? .two : .three
  }

  /// The weight of the criteria met over the weight of all, times 100. A missing fact is not met.
  private static func fit(of plan: Plan, _ icp: [Criterion]) -> (fit: Double, known: Int) {
    var (met, all, known) = (0.0, 0.0, 0)
    for criterion in icp {
      all += criterion.weight
      guard let fact = criterion.fact(of: plan) else { continue }
      known += 1
      if criterion.isMet(by: fact) { met += criterion.weight }
    }
    return (all > 0 ? met / all * 100 : 0, known)
  }

  /// The facts of `icp` that a plan does not know, each once, in the order of the settings.
  public static func missingFacts(of plan: Plan, in program: Program) -> [String] {
    var missing: [String] = []
    for criterion in program.icp ?? [] where criterion.fact(of: plan) == nil {
      if !missing.contains(criterion.fact) { missing.append(criterion.fact) }
    }
    return missing
  }

  /// `100 * min(1, acv / lower edge of tier 1's band)`, plus 10 for strategic weight high, 5 for medium; at most 100.
  private static func potential(of plan: Plan, in program: Program) -> Double {
    var potential = 0.0
    if let acv = plan.potential.acv?.value, let edge = program[.one].acv?.from, edge > .zero {
      potential = 100 * min(1, acv.units / edge.units)
    }
    switch plan.potential.strategic?.value {
    case .high: potential += 10
    case .medium: potential += 5
    case .low, nil: break
    }
    return min(100, potential)
  }

  /// Points of a signal on its day.
  public static func worth(_ strength: Grade) -> Double {
    switch strength {
    case .high: 30
    case .medium: 15
    case .low: 5
    }
  }

  /// The worth of each, times 0.5 ^ (age / 45 days), at most 100; a signal without Source counts
  /// nothing, third-party ones together at most 40.
  private static func intent(of plan: Plan, on day: Day) -> Double {
    var (own, third) = (0.0, 0.0)
    for signal in plan.signals?.items ?? [] where signal.source != nil {
      let age = day - signal.date.value
      guard age >= 0, let strength = signal.strength?.value else { continue }
      let worth = worth(strength) * exp2(-Double(age) / intentHalfLife)
      if signal.kind?.value == .thirdParty { third += worth } else { own += worth }
    }
    return min(100, own + min(thirdPartyLimit, third))
  }
}

extension Criterion {
  /// What the plan says of it; nil where it says nothing, or no number where one is asked for.
  fileprivate func fact(of plan: Plan) -> String? {
    let folded = Nearest.fold(fact)
    guard let known = plan.fit.first(where: { Nearest.fold($0.name.value) == folded }) else {
      return nil
    }
    if case .atLeast = test, Self.number(known.value.value) == nil { return nil }
    return known.value.value
  }

  /// Whether a fact, one text or several with commas between, is what the profile asks for.
  func isMet(by fact: String) -> Bool {
    switch test {
    case .one(let words), .any(let words):
      let items = fact.split(separator: ",").map { Nearest.fold(String($0)) }
      let isOne = if case .one = test { true } else { false }
      let found = items.filter { item in words.contains { Nearest.fold($0) == item } }
      return isOne ? !found.isEmpty && found.count == items.count : !found.isEmpty
    case .atLeast(let least):
      return Self.number(fact).map { $0 >= least } ?? false
    }
  }
}
