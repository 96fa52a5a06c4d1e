import PlanModel
import PlanSource

/// An account whose score is above the cut line of its tier, and stays there.
struct Promote: PlanRule {
  static let about = RuleInfo(
    name: "list/promote", level: .info, history: .used,
    summary: "A score more than five points above a cut line for thirty days.",
    why: "an account that fits better than what the tier above works gets a tenth of its attention",
    mend:
      "Move the account to the tier of its score, if sales and marketing agree and its value reaches the "
      + "tier's band. Git says how the plan stood thirty days ago; without git what was listed or logged by "
      + "then is scored as it stands, with the signals of that day.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: ↓2
        listed: 2026-10-21
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
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-10-02 | Call | call |
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        listed: 2026-01-10
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
        listed: 2026-10-22
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 250k }
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
        listed: 2026-01-10
        fit: { industry: manufacturing, region: EMEA }
        potential: { acv: 240k, ceiling: 245k }
        ---
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
    ])
  static let reads: [Topic] = [
    .key("tier"), .key("fit"), .key("potential"), .key("listed"), .section(.signals),
    .column(.plays, "Date"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let (score, best) = CutLine.crossed(by: plan, in: context, .above),
      // What the tier's band would send back at once stays.
      let tier = Tier.allCases.first(where: {
        $0 >= best && $0 < plan.tier.value
          && !OutsideAcvBand.isBelow(plan.potential, context.program[$0])
      })
    else { return [] }
    let line = tier == .one ? context.program.score.first : context.program.score.second
    return [
      finding(
        at: plan.tier.span,
        "\(plan.account.value) scores \(CutLine.rounded(score.total)), above the cut line "
          + "\(CutLine.rounded(line)) of tier \(tier.rawValue) for \(CutLine.days) days",
        notes: [CutLine.parts(score, context.program)],
        help: CutLine.move(to: tier, on: context.today))
    ]
  }
}
