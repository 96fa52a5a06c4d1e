import PlanMetrics
import PlanModel
import PlanSource

/// Our executive sponsor stands in the plan, and did not talk to them.
struct SponsorInactive: PlanRule {
  static let about = RuleInfo(
    name: "sponsor/inactive", level: .warning, settings: ["engagement-window"],
    summary: "No touch by channel `executive` or by the sponsor in the engagement window.",
    why: "the first call of a sponsor whom nobody there knows is an escalation, not a relationship",
    mend: "Plan a call of the sponsor, or name a sponsor who will make one.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        sponsor: ↓vera.holm
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact | By | Outcome |
        | --- | --- | --- | --- | --- | --- |
        | 2026-05-02 | Dinner | executive | Ann Lee | vera.holm | wants numbers |
        | 2026-11-02 | Call | call | Ann Lee | maya.chen | wants numbers |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        sponsor: ↓vera.holm
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-02 | Call | call |
        | 2026-12-02 | Dinner | executive |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        sponsor: vera.holm
        ---
        ## Plays

        | Date | Play | Channel | By |
        | --- | --- | --- | --- |
        | 2026-11-02 | Plant tour | meeting | maya.chen, vera.holm |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        sponsor: vera.holm
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-02 | Call | call |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .key("sponsor"), .column(.plays, "Date"), .column(.plays, "Channel"),
    .column(.plays, "By"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let measures = context.measures
    // Before somebody answers there is nobody to call, and where nobody is in touch `plays/gone-quiet` says so.
    guard let sponsor = plan.sponsor, context.stage >= .engaged, let window = measures.window,
      measures.touches.contains(where: \.isInWindow)
    else { return [] }
    let cover = ExecutiveCover(of: plan, measures)
    if let last = cover.lastTouch, context.today - last <= window { return [] }
    let since = cover.lastTouch.map { "since \($0)" } ?? "yet"
    let whom = cover.counterpart.map { " with \($0.name.value)" } ?? ""
    return [
      finding(
        at: sponsor.span,
        "no touch of \(context.program.name(of: sponsor.value)) or any executive \(since); "
          + "the last \(window) days count",
        help:
          "plan a call\(whom): a row in Plays with channel `executive` and By `\(sponsor.value)`")
    ]
  }
}
