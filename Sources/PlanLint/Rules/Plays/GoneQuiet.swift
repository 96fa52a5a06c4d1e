import PlanMetrics
import PlanModel
import PlanSource

/// Nobody of ours has reached out for longer than the tier allows.
struct GoneQuiet: PlanRule {
  static let about = RuleInfo(
    name: "plays/gone-quiet", level: .warning, settings: ["quiet-after"],
    summary: "No touch, answered or not, for longer than the tier allows.",
    why: "an account that hears nothing from us hears from somebody else",
    mend: "Plan a play, or log the touches that are missing in Plays.",
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
    .key("stage"), .key("stage-since"), .column(.plays, "Date"),
    .column(.committee, "Last engaged"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    // Of an account that nobody works at all, that is said.
    guard let limit = context.settings.quietAfter.value(at: context.stage),
      !DeadAccount.speaks(of: plan, in: context)
    else { return [] }
    let allowed =
      "tier \(plan.tier.value.rawValue) allows \(Wording.count(limit, "day")) without one"
    guard let last = lastTouch(plan, context) else {
      // Before the first touch nothing has gone quiet, and a stage that is new has its days too.
      let isNew = plan.stageSince.map { context.today - $0.value <= limit } ?? false
      guard context.stage > .unaware, !isNew else { return [] }
      return [
        finding(
          at: plan.plays?.heading ?? plan.opening,
          "no touch of \(plan.account.value) is written down; \(allowed)",
          help: help(plan, context))
      ]
    }
    let days = context.today - last.value
    guard days > limit else { return [] }
    return [
      finding(
        at: last.span, "the last touch was \(Wording.count(days, "day")) ago; \(allowed)",
        help: help(plan, context))
    ]
  }

  /// The latest play that has happened, or the latest day on which somebody is said to have answered.
  private func lastTouch(_ plan: Plan, _ context: PlanContext) -> Located<Day>? {
    let cells = plan.contacts.compactMap(\.lastEngaged).filter { $0.value <= context.today }
    let plays = (plan.plays?.items ?? []).map(\.date).filter { $0.value <= context.today }
    // Of one day, the play's own.
    return (cells + plays).max { $0.value < $1.value }
  }

  private func help(_ plan: Plan, _ context: PlanContext) -> String {
    let next = (plan.plays?.items ?? []).filter { $0.date.value > context.today }
      .min { $0.date.value < $1.date.value }
    if let next, next.date.value - context.today <= 7 {
      return "hold `\(Wording.short(next.play.value))` "
        + "\(Wording.ahead(next.date.value, from: context.today)), or log in Plays what is missing"
    }
    let row = ExampleRow.text(
      in: .plays, plan.plays?.header,
      [
        "Date": "\(context.today + (8 - context.today.weekday))", "Play": "<what we do>",
        "Channel": "call",
      ])
    return plan.plays == nil
      ? "add a section `## Plays` with a table `| Date | Play | Channel |` and what we did, or reach "
        + "out and add the play, such as `\(row)`"
      : "log in Plays what is missing, or reach out and add the play, such as `\(row)`"
  }
}
