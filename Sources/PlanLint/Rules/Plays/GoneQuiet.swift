import PlanMetrics
import PlanModel
import PlanSource

/// Nobody of ours has reached out for longer than the tier allows.
struct GoneQuiet: PlanRule {
  static let about = RuleInfo(
    name: "plays/gone-quiet", level: .warning, history: .used, settings: ["quiet-after"],
    summary: "No touch, answered or not, for longer than the tier allows.",
    why: "an account that hears nothing from us hears from somebody else",
    mend:
      "Reach out, or log the touches that are missing in Plays. The days count from `listed` or "
      + "`stage-since` where those are later, and without any touch from the plan's first commit.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        ---
        ## Plays

        | Date | Play | Channel | Outcome |
        | --- | --- | --- | --- |
        | ↓2026-10-29 | First call | call | no answer |
        | 2026-10-02 | Letter | direct-mail | |
        | 2026-12-01 | Plant tour | meeting | |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | ↓2026-06-02 |
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 2
        stage: aware
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        ---
        ## Plays

        | Date | Play | Channel | Outcome |
        | --- | --- | --- | --- |
        | 2026-10-30 | First call | call | no answer |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: unaware
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        listed: 2026-11-20
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: aware
        ---
        """,
        history: [.init("2026-11-02", by: "maya@example.com")]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        stage-since: 2026-11-12
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-12 |

        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-06-29 | First call | call |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .key("stage-since"), .key("listed"), .column(.plays, "Date"),
    .column(.committee, "Last engaged"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    // Of an account that nobody works at all, that is said.
    guard let limit = context.settings.quietAfter.value(at: context.stage),
      !DeadAccount.speaks(of: plan, in: context)
    else { return [] }
    let allowed =
      "tier \(plan.tier.value.rawValue) allows \(Wording.count(limit, "day")) without one"
    // Whoever came on the list, or to this stage, has the days from then on.
    let start = [plan.listed, plan.stageSince].compactMap { $0?.value }
      .filter { $0 <= context.today }.max()
    func days(since day: Day) -> Int { context.today - max(day, start ?? day) }
    guard let last = plan.lastTouch(by: context.today) else {
      // Before the first touch nothing has gone quiet, and a plan that is new has its days too.
      let known = [start, context.history?.first].compactMap { $0 }.filter { $0 <= context.today }
      guard context.stage > .unaware, known.allSatisfy({ context.today - $0 > limit }) else {
        return []
      }
      return [
        finding(
          at: plan.plays?.heading ?? plan.opening,
          "no touch of \(plan.account.value) is written down; \(allowed)",
          help: help(plan, context))
      ]
    }
    guard days(since: last.value) > limit else { return [] }
    return [
      finding(
        at: last.span,
        "the last touch was \(Wording.count(context.today - last.value, "day")) ago; \(allowed)",
        help: help(plan, context))
    ]
  }

  private func help(_ plan: Plan, _ context: PlanContext) -> String {
    let next = (plan.plays?.items ?? []).filter { $0.date.value > context.today }
      .min { $0.date.value < $1.date.value }
    if let next, next.date.value - context.today <= 7 {
      return "hold `\(Wording.short(next.play.value))` "
        + "\(Wording.ahead(next.date.value, from: context.today)), or log in Plays what is missing"
    }
    guard let plays = plan.plays else {
      return "reach out, and " + Wording.newPlays(on: context.today)
    }
    let row = ExampleRow.text(
      in: .plays, plays.header,
      ["Date": "\(context.today)", "Play": "<what we do>", "Channel": "call"])
    return "log in Plays what is missing, or reach out and add the play, such as `\(row)`"
  }
}
