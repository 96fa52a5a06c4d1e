import PlanModel
import PlanSource

/// Content that was made for another buying stage than its reader's.
struct WrongStage: PlanRule {
  static let about = RuleInfo(
    name: "plays/wrong-stage", level: .info,
    summary: "Content that the content matrix means for another buying stage.",
    why:
      "a business case for somebody who has no problem yet, or a briefing for somebody who decides "
      + "this week, is not read",
    mend:
      "Choose content of the reader's stage, or correct Stage. The matrix is `content` in planc.yml.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Plays

        | Date | Play | Channel | Content | Stage |
        | --- | --- | --- | --- | --- |
        | 2026-11-02 | Mail the case | email | ↓business-case | awareness |
        """,
        settings:
          "content: { awareness: { 2: [industry-briefing] }, decision: { 2: [business-case, reference-call] } }\n"
      ),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Plays

        | Date | Play | Channel | Content |
        | --- | --- | --- | --- |
        | 2026-12-02 | Mail the briefing | email | ↓industry-briefing |
        """,
        settings:
          "content: { awareness: { 2: [industry-briefing] }, decision: { 2: [business-case, reference-call] } }\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Plays

        | Date | Play | Channel | Content | Stage |
        | --- | --- | --- | --- | --- |
        | 2026-11-02 | Mail the briefing | email | industry-briefing | awareness |
        | 2026-01-02 | Mail the briefing | email | industry-briefing | |
        | 2026-12-02 | Call a reference | call | reference-call | |
        """,
        settings:
          "content: { awareness: { 2: [industry-briefing] }, decision: { 2: [business-case, reference-call] } }\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Plays

        | Date | Play | Channel | Content | Stage |
        | --- | --- | --- | --- | --- |
        | 2026-11-02 | Mail the case | email | business-case | awareness |
        """),
    ])
  static let reads: [Topic] = [
    .key("tier"), .key("stage"), .column(.plays, "Date"), .column(.plays, "Content"),
    .column(.plays, "Stage"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let matrix = context.program.content else { return [] }
    return (plan.plays?.items ?? []).compactMap { play in
      guard let content = play.content else { return nil }
      // At which stage the account was on a past day is not written.
      let isPlanned = play.isPlanned(on: context.today)
      guard let stage = play.stage?.value ?? (isPlanned ? context.stage.buying : nil) else {
        return nil
      }
      let meant = matrix.stages(of: content.value, in: plan.tier.value)
      guard !meant.isEmpty, !meant.contains(stage) else { return nil }
      let right =
        play.stage != nil
        ? "correct Stage"
        : "write where this reader is into Stage: `\(meant[0].rawValue)` (add the column if there is "
          + "none)"
      let better = matrix.words[stage]?[plan.tier.value] ?? []
      return finding(
        at: content.span,
        "`\(content.value)` serves \(Wording.list(meant.map(\.spoken))); the reader is at \(stage.spoken)",
        help: better.isEmpty
          ? "\(right), or add content for \(stage.spoken) to `content` in planc.yml"
          : "send \(Wording.list(better.map { "`\($0)`" })), or \(right)",
        key: "\(play.date.value) \(content.value)", row: play.row)
    }
  }
}

extension Stage {
  /// Where its people are in the purchase.
  fileprivate var buying: BuyingStage {
    switch self {
    case .unaware, .aware: .awareness
    case .engaged, .mqa: .consideration
    case .opportunity: .decision
    case .closedWon: .postSale
    }
  }
}
