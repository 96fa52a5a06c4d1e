import PlanMetrics
import PlanModel

/// How settings and formulas are put into words.
enum DefinitionWords {
  /// `50%`, `33.3%`.
  static func percent(_ share: Double) -> String { number(share * 100) + "%" }

  /// At most two digits behind the point, none that say nothing: `10`, `0.15`, `1.5`.
  static func number(_ number: Double) -> String {
    let hundredths = Int((min(max(number, -1e9), 1e9) * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return sign + Wording.grouped(whole) }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(Wording.grouped(whole)).\(digits)"
  }

  /// `in the last 90 days`; `in the last 90 days, in tier 3 in the last 180`.
  static func windows(_ program: Program) -> String {
    func text(_ days: Int?) -> String {
      days.map { "in the last \(Wording.count($0, "day"))" } ?? "at any time"
    }
    let first = program[.one].engagementWindow
    var parts = [text(first)]
    for tier in [Tier.two, .three] {
      let window = program[tier].engagementWindow
      if window != first { parts.append("in tier \(tier.rawValue) \(text(window))") }
    }
    return parts.joined(separator: ", ")
  }

  /// `An account is engaged when somebody there answered in the last 90 days; 40 points make it an mqa.`
  static func lead(_ program: Program) -> HTML {
    let words = program.definitions.count
    let own: HTML =
      words == 0
      ? ""
      : "; <a href=\"#own\">\(Wording.count(words, "word"))</a> \(Wording.verb(words, "is", "are")) our own"
    return """
      The pages call an account engaged when somebody there answered \(windows(program)); \
      <a href="#engagement">\(Wording.count(program.engagement.mqa, "point"))</a> make it an mqa\(own).
      """
  }

  /// What the pages count, in words, with the numbers of the settings.
  static func terms(_ program: Program) -> [(word: String, meaning: HTML)] {
    let unanswered = program.engagement.unanswered.prefix(12).joined(separator: ", ")
    return [
      ("Touch", "A row of Plays whose day is not after today."),
      (
        "Answered",
        "A touch by another channel than ads whose Outcome is neither empty nor begins with: \(unanswered)."
      ),
      (
        "Engaged contact",
        "Somebody of theirs who answered \(windows(program)), and has not left."
      ),
      (
        "Reached account", "One with at least one engaged contact; multi-threaded from three on."
      ),
      (
        "Rests on one person",
        "An account with an open deal and one engaged contact, or none."
      ),
      (
        "Pipeline",
        "The amounts of open deals whose close day is not behind today; what is behind has slipped."
      ),
      (
        "Win rate",
        "Deals won, of those that ended in the last four quarters of \(Day.quarter) days. An open deal counts as lost more than \(DealMetrics.patience) days after its close day, and a deal created before its account was listed counts nowhere."
      ),
      (
        "Whitespace",
        "What is open or pursued, by offering and buying center; what is part of a deal counts as pipeline instead."
      ),
      (
        "Fresh", "Reviewed within <code>review-every</code> days; late after that."
      ),
      (
        "Executive coverage",
        "Our sponsor, their counterpart, and a touch by the sponsor or by channel executive in the engagement window."
      ),
      (
        "Late", "A task, a promise or a review whose day lies behind today."
      ),
    ]
  }

  /// What makes a stage when a plan does not write its own.
  static func stages(_ program: Program) -> [(stage: Stage, meaning: String)] {
    [
      (.closedWon, "a deal was won"), (.opportunity, "a deal is open"),
      (.mqa, "the engagement score is \(Wording.grouped(program.engagement.mqa)) or more"),
      (.engaged, "at least one contact is engaged"), (.aware, "there was a touch"),
      (.unaware, "none of these"),
    ]
  }

  /// `A meeting counts 10 points, and half of that 30 days later`.
  static func decay(_ settings: EngagementSettings) -> String {
    let best = settings.weights.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    let channel = settings.weights[.meeting, default: 0] > 0 ? Channel.meeting : best?.key
    guard let channel, let weight = settings.weights[channel], weight > 0 else {
      return "No touch counts any points"
    }
    let later =
      settings.halfLife == 1 ? "a day later" : "\(Wording.grouped(settings.halfLife)) days later"
    return
      "\(Wording.capital(Wording.article(channel.spoken))) counts \(number(weight)) \(weight == 1 ? "point" : "points"), and half of that \(later)"
  }
}
