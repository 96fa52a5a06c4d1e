import PlanModel
import PlanSource

/// A brief of more than a page.
struct TooLong: PlanRule {
  static let about = RuleInfo(
    name: "brief/too-long", level: .info, limits: ["brief-words"],
    summary: "A brief of more than a page.",
    why: "what nobody reads on the way to the meeting does not help in it",
    mend: "Cut it to what a caller needs, and move the rest below a heading of its own.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Brief

        Northwind makes pumps.

        ### Priorities

        - Two plants **in one**
        - by 2027
        """, settings: "limits: { brief-words: 8 }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Brief

        ### Priorities

        | What | When |
        | --- | --- |
        | Plants | 2027 |
        """, settings: "limits: { brief-words: 3 }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        ### Priorities

        Two plants in one – by 2027.

        ## Notes

        The pumps are made in Lund.
        """, settings: "limits: { brief-words: 6 }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """, settings: "limits: { brief-words: 1 }\n"),
    ])
  static let reads: [Topic] = []

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let limit = context.program.limits.briefWords
    guard let brief = plan.brief, case let words = BriefWords.count(in: brief.text), words > limit
    else { return [] }
    return [
      finding(
        at: brief.heading,
        "the brief has \(Wording.count(words, "word")); a page holds \(limit)",
        help: "cut \(Wording.count(words - limit, "word")), or move what is not needed for a "
          + "call below a heading of its own, such as `## Notes`"
      )
    ]
  }
}
