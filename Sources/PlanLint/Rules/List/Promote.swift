import PlanMetrics
import PlanModel
import PlanSource

/// An account whose score is above the cut line of its tier, and stays there.
struct Promote: PlanRule {
  static let about = RuleInfo(
    name: "list/promote", level: .info, history: .used,
    summary: "A score more than five points above a cut line for thirty days.",
    why: "an account that fits better than what the tier above works gets a tenth of its attention",
    mend: "Move the account to the tier of its score, if sales and marketing agree.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: ↓2
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 250k }
        ---
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .bad(
        """
        ---
        account: Northwind
        tier: ↓3
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 25k }
        ---
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 100k }
        ---
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 250k }
        ---
        """),
    ])
  static let reads: [Topic] = [.key("tier"), .key("fit"), .key("potential"), .section(.signals)]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let (score, tier) = CutLine.crossed(by: plan, in: context, margin: CutLine.margin),
      tier < plan.tier.value
    else { return [] }
    let line = tier == .one ? context.program.score.first : context.program.score.second
    return [
      finding(
        at: plan.tier.span,
        "\(plan.account.value) scores \(CutLine.rounded(score.total)), above the cut line "
          + "\(CutLine.rounded(line)) of tier \(tier.rawValue) for \(CutLine.days) days",
        notes: [CutLine.parts(score, context.program)],
        help: "agree with marketing, then write `tier: \(tier.rawValue)`")
    ]
  }
}

/// When a score counts as past a cut line.
enum CutLine {
  /// Points beyond it, so that an account does not move to and fro.
  static let margin = 5.0
  /// For so long.
  static let days = 30

  /// The score, and the tier on the far side of the cut lines, today and `days` ago, by at least `margin`. Where git
  /// knows the plan as it stood then, that one is scored.
  ///
  /// - Parameter margin: Positive to look upwards, negative to look downwards.
  static func crossed(
    by plan: Plan, in context: PlanContext, margin: Double
  ) -> (AccountScore, Tier)? {
    guard let now = AccountScore(of: plan, in: context.program, on: context.today),
      let then = AccountScore(
        of: context.earlier ?? plan, in: context.program, on: context.today - days)
    else { return nil }
    func tier(_ score: AccountScore) -> Tier {
      let settings = context.program.score
      func isPast(_ line: Double) -> Bool {
        margin > 0 ? score.total > line + margin : score.total >= line + margin
      }
      return isPast(settings.first) ? .one : isPast(settings.second) ? .two : .three
    }
    // The one that moves the account less far.
    let tiers = [tier(now), tier(then)]
    return (now, (margin > 0 ? tiers.max() : tiers.min()) ?? plan.tier.value)
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
