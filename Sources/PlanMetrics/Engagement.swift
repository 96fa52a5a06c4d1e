import PlanModel

import func Glibc.exp2

/// How much an account's people take part, by what they answered.
///
/// Over the answered touches t of each contact c who has not left, inside the engagement window of the tier:
/// `points(c) = min(cap, sum of weight(channel(t)) * 0.5 ^ (age(t) / half-life))` and
/// `score = (sum of points(c)) * (1 + breadth * max(0, n - 1))`, with n the contacts of at least one point from touches
/// other than web, ads and bare `Last engaged` cells. Web adds at most five to an account.
public struct Engagement: Sendable {
  /// Rounded half up to a whole number.
  public let score: Int
  /// The contacts that add breadth.
  public let people: Int
  /// Beside `plan.contacts`, in the same order.
  private let parts: [Part]
  private let breadth: Double

  /// What one contact adds; nothing when they have left.
  private struct Part {
    /// From all but web, the cap kept.
    var plain = 0.0
    /// What web adds below the cap.
    var web = 0.0
    /// Whether they add breadth.
    var isBroad = false
  }

  /// Points beside `plan.contacts`, in the same order.
  public var points: [Double] { parts.map { $0.plain + $0.web } }

  /// Points of a `Last engaged` without a touch of that day.
  public static let bareCell = 2.0
  /// Points that visits of the web add to an account at most.
  public static let webLimit = 5.0

  init(
    of plan: Plan, _ touches: [PlanMeasures.Touch], _ settings: EngagementSettings, on today: Day,
    isInWindow: (Day) -> Bool
  ) {
    var sums: [String: (plain: Double, web: Double, days: Set<Day>)] = [:]
    func decay(_ day: Day) -> Double {
      exp2(-Double(max(0, today - day)) / Double(max(1, settings.halfLife)))
    }
    for touch in touches where touch.isAnswered && touch.isInWindow {
      let worth = (touch.channel.flatMap { settings.weights[$0] } ?? 0) * decay(touch.day)
      for contact in Set(touch.contacts) {
        var sum = sums[contact] ?? (0, 0, [])
        if touch.channel == .web { sum.web += worth } else { sum.plain += worth }
        sum.days.insert(touch.day)
        sums[contact] = sum
      }
    }
    parts = plan.contacts.map { contact in
      guard !contact.hasLeft else { return Part() }
      let sum = sums[contact.key] ?? (0, 0, [])
      var plain = sum.plain
      let isBroad = plain >= 1
      if let day = contact.lastEngaged?.value, day <= today, isInWindow(day),
        !sum.days.contains(day)
      {
        plain += Self.bareCell * decay(day)
      }
      let capped = min(settings.cap, plain)
      return Part(
        plain: capped, web: min(settings.cap, plain + sum.web) - capped, isBroad: isBroad)
    }
    breadth = settings.breadth
    (score, people) = Self.sum(parts, breadth)
  }

  /// The score that is left when a contact leaves.
  ///
  /// - Parameter contact: An index of `plan.contacts`.
  public func score(without contact: Int) -> Int {
    Self.sum(parts, breadth, without: contact).score
  }

  private static func sum(
    _ parts: [Part], _ breadth: Double, without left: Int? = nil
  ) -> (score: Int, people: Int) {
    var (total, web, people) = (0.0, 0.0, 0)
    for (index, part) in parts.enumerated() where index != left {
      total += part.plain
      web += part.web
      if part.isBroad { people += 1 }
    }
    total += min(webLimit, web)
    let factor = 1 + breadth * Double(max(0, people - 1))
    return (Int((total * factor + 0.5).rounded(.down)), people)
  }
}
