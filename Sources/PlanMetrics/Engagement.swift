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
  /// Points beside `plan.contacts`, in the same order.
  public let points: [Double]

  /// A `Last engaged` without a touch of that day.
  private static let bareCell = 2.0
  private static let webLimit = 5.0

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
    var (points, total, web, people): ([Double], Double, Double, Int) = ([], 0, 0, 0)
    for contact in plan.contacts {
      guard !contact.hasLeft else {
        points.append(0)
        continue
      }
      let sum = sums[contact.key] ?? (0, 0, [])
      var plain = sum.plain
      if plain >= 1 { people += 1 }
      if let day = contact.lastEngaged?.value, day <= today, isInWindow(day),
        !sum.days.contains(day)
      {
        plain += Self.bareCell * decay(day)
      }
      let capped = min(settings.cap, plain)
      let more = min(settings.cap, plain + sum.web) - capped
      points.append(capped + more)
      total += capped
      web += more
    }
    total += min(Self.webLimit, web)
    let breadth = 1 + settings.breadth * Double(max(0, people - 1))
    self.score = Int((total * breadth + 0.5).rounded(.down))
    self.people = people
    self.points = points
  }
}
