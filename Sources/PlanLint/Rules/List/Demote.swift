import PlanMetrics
import PlanModel
import PlanSource

/// An account whose score is below the cut line of its tier, or that nobody was in touch with for two quarters.
struct Demote: PlanRule {
  static let about = RuleInfo(
    name: "list/demote", level: .info, history: .used,
    summary:
      "A score more than five points below a cut line for thirty days, or quiet for two quarters.",
    why: "an account that does not fit takes a place that another one should have",
    mend:
      "Move the account to the tier of its score, or work it. Silent without `icp`. Git says how the plan "
      + "stood thirty days ago; without git what was listed or logged by then is scored as it stands, with "
      + "the signals of that day.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: ↓1
        listed: 2026-10-21
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
        listed: 2026-10-22
        fit: { industry: retail }
        ---
        """,
        settings:
          "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        listed: 2026-01-10
        fit: { industry: retail }
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("tier"), .key("fit"), .key("potential"), .key("listed"), .section(.signals),
    .column(.plays, "Date"), .column(.committee, "Last engaged"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let tier = plan.tier.value
    if let (score, fallen) = CutLine.crossed(by: plan, in: context, .below) {
      let line = tier == .one ? context.program.score.first : context.program.score.second
      let isKnown = score.known == score.criteria
      return [
        finding(
          at: plan.tier.span,
          "\(plan.account.value) scores \(CutLine.rounded(score.total)), below the cut line "
            + "\(CutLine.rounded(line)) of tier \(tier.rawValue) for \(CutLine.days) days",
          notes: [CutLine.parts(score, context.program)],
          help: CutLine.move(to: fallen, on: context.today)
            + (isKnown ? "" : "; or add the facts of `fit` that are missing"))
      ]
    }
    return quiet(plan, context)
  }

  /// An account that nobody reached, nor answered, for two quarters in its tier.
  private func quiet(_ plan: Plan, _ context: PlanContext) -> [Finding] {
    guard context.program.icp != nil, let next = plan.tier.value.next,
      let last = plan.lastTouch(by: context.today)?.value,
      context.today - max(last, plan.listed?.value ?? last) > 2 * Day.quarter,
      !DeadAccount.speaks(of: plan, in: context),
      let score = AccountScore(of: plan, in: context.program, on: context.today)
    else { return [] }
    return [
      finding(
        at: plan.tier.span,
        "nobody was in touch with \(plan.account.value) since \(last), for two quarters",
        notes: [CutLine.parts(score, context.program)],
        help: CutLine.move(to: next, on: context.today)
          + "; or reach out and add the play to Plays, dated \(context.today)")
    ]
  }
}
