import PlanMetrics
import PlanModel
import PlanSource

/// The account hears from us in too few ways.
struct SingleChannel: PlanRule {
  static let about = RuleInfo(
    name: "plays/single-channel", level: .warning,
    settings: ["minimum-channels", "engagement-window"],
    summary: "Fewer channels in the window than the tier asks for.",
    why: "who does not read mail will not read the fifth one either",
    mend: "Plan a play by another channel.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ↓## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-02 | First mail | email |
        | 2026-11-12 | Second mail | email |
        | 2026-08-21 | First call | call |
        | 2026-12-01 | Plant tour | meeting |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-02 | First mail | email |
        | 2026-11-12 | First call | call |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-08-22 | First mail | email |
        | 2026-11-12 | First call | call |
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
        | 2026-02-02 | First mail | email |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-02 | First mail | email |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.plays, "Date"), .column(.plays, "Channel"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.minimumChannels
    let touches = context.measures.touches.filter(\.isInWindow)
    // Without any touch the account is quiet, and that is another finding.
    guard let heading = plan.plays?.heading, !touches.isEmpty,
      let needed = setting.value(at: context.stage)
    else { return [] }
    let used = Set(touches.compactMap(\.channel))
    let unknown = touches.count { $0.channel == nil }
    guard used.count + unknown < needed else { return [] }
    let words = Channel.allCases.filter(used.contains).map(\.spoken)
    let days = context.measures.window.map { "in the last \($0) days" } ?? "so far"
    return [
      finding(
        at: heading,
        "\(Wording.count(touches.count, "touch", "touches")) \(days), all by \(Wording.list(words)); "
          + Wording.demand(
            plan.tier.value, setting, at: context.stage, Wording.count(needed, "channel")),
        help: help(plan, used, context.today))
    ]
  }

  private func help(_ plan: Plan, _ used: Set<Channel>, _ today: Day) -> String {
    let free =
      [Channel.call, .meeting, .event, .directMail].first { !used.contains($0) } ?? .social
    let present = plan.contacts.filter { !$0.hasLeft }
    let name = (present.first(where: \.decides) ?? present.first)?.name.value
    let row = ExampleRow.play(on: today + 7, by: free, with: name, in: plan)
    return "plan a play by another channel, and hold it: `\(row)`"
  }
}
