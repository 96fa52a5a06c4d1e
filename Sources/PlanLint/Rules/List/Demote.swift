import PlanModel
import PlanSource

/// An account whose score is below the cut line of its tier, or that nobody was in touch with for two quarters.
struct Demote: PlanRule {
  static let about = RuleInfo(
    name: "list/demote", level: .info, history: .used,
    summary:
      "A score more than five points below a cut line for thirty days, or quiet for two quarters.",
    why: "an account that does not fit takes a place that another one should have",
    mend: "Move the account to the tier of its score, or work it. Silent without `icp`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: ↓1
        fit: { industry: retail, region: EMEA }
        potential: { acv: 100k }
        ---
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .bad(
        """
        ---
        account: Northwind
        tier: ↓2
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 100k }
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-05-19 | Call | call |
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 250k }
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-05-20 | Call | call |
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        fit: { industry: retail }
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("tier"), .key("fit"), .key("potential"), .section(.signals), .column(.plays, "Date"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let tier = plan.tier.value
    guard let (score, fallen) = CutLine.crossed(by: plan, in: context, margin: -CutLine.margin),
      tier != .three
    else { return [] }
    if fallen > tier {
      let line = tier == .one ? context.program.score.first : context.program.score.second
      return [
        finding(
          at: plan.tier.span,
          "\(plan.account.value) scores \(CutLine.rounded(score.total)), below the cut line "
            + "\(CutLine.rounded(line)) of tier \(tier.rawValue) for \(CutLine.days) days",
          notes: [CutLine.parts(score, context.program)],
          help: "write `tier: \(fallen.rawValue)`, or add the facts of `fit` that are missing")
      ]
    }
    guard let last = context.measures.touches.last?.day,
      context.today - last > 2 * Day.quarter, !DeadAccount.speaks(of: plan, in: context)
    else { return [] }
    return [
      finding(
        at: plan.tier.span,
        "nobody was in touch with \(plan.account.value) since \(last), for two quarters",
        notes: [CutLine.parts(score, context.program)],
        help: "write `tier: \(tier.rawValue + 1)`, or plan a play")
    ]
  }
}
