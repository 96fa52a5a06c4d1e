import PlanModel
import PlanSource

/// An account of the first tier for which nothing is planned.
struct NothingPlanned: PlanRule {
  static let about = RuleInfo(
    name: "plays/nothing-planned", level: .warning,
    summary: "Tier 1 without a planned play in the next 30 days.",
    why: "an account that gets a plan of its own and no next play is a name on a list",
    mend: "Add the next play to Plays, with a day in the next 30.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-19 | First mail | email |
        | 2026-12-21 | Plant tour | meeting |
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-12-20 | Plant tour | meeting |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        """),
    ])
  static let reads: [Topic] = [.key("tier"), .column(.plays, "Date")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.tier.value == .one else { return [] }
    let ahead = (plan.plays?.items ?? []).filter { $0.isPlanned(on: context.today) }
    let next = ahead.min { $0.date.value < $1.date.value }
    if let next, next.date.value - context.today <= 30 { return [] }
    let later = next.map { play in
      "; the next play, `\(Wording.short(play.play.value))`, is "
        + Wording.ahead(play.date.value, from: context.today)
    }
    let row = ExampleRow.play(
      on: context.today + 14, by: .meeting, with: plan.contacts.first { !$0.hasLeft }?.name.value,
      in: plan)
    return [
      finding(
        at: plan.plays?.heading ?? plan.opening,
        "no play is planned in the next 30 days" + (later ?? ""),
        help: (plan.plays == nil
          ? "add a section `## Plays` with a table `| Date | Play | Channel | Contact |` and the "
            + "next play, " : "add the next play to Plays, ")
          + "such as `\(row)`")
    ]
  }
}
