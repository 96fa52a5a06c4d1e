import PlanModel
import PlanSource

/// `reviewed` moves on from month to month, and the plan stays what it was.
struct RubberStamped: PlanRule {
  /// How often running.
  private static let times = 3

  static let about = RuleInfo(
    name: "freshness/rubber-stamped", level: .warning, history: .needed,
    summary: "`reviewed` moved forward three times running with nothing else changed.",
    why:
      "no account stands still for three reviews: either nobody looked, or what was seen was not "
      + "written down",
    mend: "Write into Reviews what was decided, and mend what is no longer true.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        reviewed: ↓2026-11-02
        ---
        """,
        history: [
          .init(
            "2026-07-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-07-01\n---\n"),
          .init(
            "2026-09-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-09-01\n---\n"),
          .init(
            "2026-10-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-10-01\n---\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        reviewed: ↓2026-11-02
        ---
        ## Risks

        | Risk |
        | ---- |
        | Budget freeze |
        """,
        history: [
          .init(
            "2026-03-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 2\nreviewed: 2026-03-01\n---\n## Risks\n\n"
              + "| Risk |\n| - |\n| Budget freeze |\n"),
          .init(
            "2026-05-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 2\nreviewed: 2026-05-01\n---\n## Risks\n\n"
              + "| Risk |\n| - |\n| **Budget** freeze |\n"),
          .init(
            "2026-08-01", by: "tom@example.com",
            "---\nreviewed: '2026-08-01'\naccount: Northwind\ntier: 2\n---\n## Risks\n\n"
              + "|Risk|\n|-|\n|Budget freeze|\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        reviewed: 2026-11-02
        ---
        ## Reviews

        - 2026-11-02: keep; the budget comes in January
        """,
        history: [
          .init(
            "2026-07-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-07-01\n---\n"),
          .init(
            "2026-09-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-09-01\n---\n"),
          .init(
            "2026-10-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-10-01\n---\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        reviewed: 2026-11-02
        ---
        """,
        history: [
          .init(
            "2026-09-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-09-01\n---\n"),
          .init(
            "2026-10-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nreviewed: 2026-10-01\n---\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
    ])
  static let reads: [Topic] = [.key("reviewed")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let reviewed = plan.reviewed,
      let days = context.history?.trailingStamps, days.count >= Self.times
    else { return [] }
    return [
      finding(
        at: reviewed.span,
        "`reviewed` moved on \(Wording.list(days.suffix(Self.times).map(\.description))), and nothing "
          + "else in the plan changed",
        help:
          "add to Reviews what was decided (`- \(context.today): …`), and mend what is no longer "
          + "true")
    ]
  }
}
