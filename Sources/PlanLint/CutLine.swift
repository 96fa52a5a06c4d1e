import PlanMetrics
import PlanModel
import PlanSource

/// When a score counts as past a cut line.
enum CutLine {
  enum Side { case above, below }

  static let margin = ScoreSettings.margin
  static let days = ScoreSettings.days

  /// The score, and the tier on the far side of a cut line, today and `days` ago; nil when the plan is in that tier.
  static func crossed(
    by plan: Plan, in context: PlanContext, _ side: Side
  ) -> (AccountScore, Tier)? {
    let program = context.program
    guard let now = AccountScore(of: plan, in: program, on: context.today),
      isMove(plan, to: tier(of: now, side, in: program), side),
      let earlier = earlier(plan, context),
      let then = AccountScore(of: earlier, in: program, on: context.today - days)
    else { return nil }
    // The one that moves the account less far.
    let tiers = [tier(of: now, side, in: program), tier(of: then, side, in: program)]
    guard let tier = side == .above ? tiers.max() : tiers.min(), isMove(plan, to: tier, side)
    else { return nil }
    return (now, tier)
  }

  /// Whether the plan's score is past a cut line today, so that it matters how it stood before.
  static func isCrossed(by plan: Plan, in program: Program, on today: Day) -> Bool {
    guard let score = AccountScore(of: plan, in: program, on: today) else { return false }
    return isMove(plan, to: tier(of: score, .above, in: program), .above)
      || isMove(plan, to: tier(of: score, .below, in: program), .below)
  }

  private static func isMove(_ plan: Plan, to tier: Tier, _ side: Side) -> Bool {
    side == .above ? tier < plan.tier.value : tier > plan.tier.value
  }

  /// The tier that a score gives with `margin` points to spare.
  private static func tier(of score: AccountScore, _ side: Side, in program: Program) -> Tier {
    func isPast(_ line: Double) -> Bool {
      side == .above ? score.total > line + margin : score.total >= line - margin
    }
    return isPast(program.score.first) ? .one : isPast(program.score.second) ? .two : .three
  }

  /// The plan as it stood `days` ago; nil where nobody knew it then. What git does not know is taken as it stands, if it
  /// was listed by then, or has a play or a signal that is as old.
  private static func earlier(_ plan: Plan, _ context: PlanContext) -> Plan? {
    if context.history != nil { return context.earlier }
    let logged =
      (plan.plays?.items ?? []).map(\.date.value) + (plan.signals?.items ?? []).map(\.date.value)
    guard let known = plan.listed?.value ?? logged.min(), context.today - known >= days else {
      return nil
    }
    return plan
  }

  /// What to write for another tier, with what `list/changed-alone` asks of the change.
  static func move(to tier: Tier, on today: Day) -> String {
    "agree on it with sales and marketing, then write `tier: \(tier.rawValue)`, `listed: \(today)` "
      + "and who agreed into `listed-by`"
  }

  /// Each part of a score with its weight.
  static func parts(_ score: AccountScore, _ program: Program) -> Note {
    let weights = program.score
    let text =
      "fit \(rounded(score.fit)) x \(weights.fit), potential \(rounded(score.potential)) x "
      + "\(weights.potential), intent \(rounded(score.intent)) x \(weights.intent); "
      + "\(score.known) of \(score.criteria) criteria known"
    return Note("score", text)
  }

  static func rounded(_ number: Double) -> Int { Int((number + 0.5).rounded(.down)) }
}
