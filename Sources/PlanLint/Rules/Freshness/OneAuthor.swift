import PlanModel
import PlanSource

/// A plan of the first tier that only one person ever changed.
///
/// Three changes over a quarter make a habit; a plan that is new, and a program in which nobody else commits, do not.
struct OneAuthor: PlanRule {
  private static let edits = 3

  static let about = RuleInfo(
    name: "freshness/one-author", level: .info, history: .needed,
    summary: "A tier-1 plan that only one person has ever changed.",
    why:
      "what sdr, marketing and solutions know of the account is not in it, and it leaves with the "
      + "one who wrote it",
    mend: "Let the others of the pod write what they know themselves.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        stage: aware
        ---
        """,
        history: [
          .init(
            "2026-06-01", by: "tom@example.com", "---\naccount: Contoso\ntier: 3\n---\n",
            path: "plans/contoso.md"),
          .init("2026-06-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 2\n---\n"),
          .init("2026-08-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 1\n---\n"),
          .init("2026-09-01", by: "Maya@Example.com"),
        ]),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        stage: aware
        ---
        """,
        history: [
          .init(
            "2026-06-01", by: "tom@example.com", "---\naccount: Contoso\ntier: 3\n---\n",
            path: "plans/contoso.md"),
          .init("2026-06-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 2\n---\n"),
          .init("2026-08-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 1\n---\n"),
          .init("2026-08-15", by: "tom@example.com", "---\naccount:  'Northwind'\ntier: 1\n---\n"),
          .init("2026-09-01", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        ---
        """,
        history: [
          .init("2026-06-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 2\n---\n"),
          .init("2026-08-01", by: "tom@example.com", "---\naccount: Northwind\ntier: 1\n---\n"),
          .init("2026-09-01", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        ---
        """,
        history: [
          .init("2026-06-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 2\n---\n"),
          .init("2026-08-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 1\n---\n"),
          .init("2026-09-01", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        """,
        history: [
          .init(
            "2026-06-01", by: "tom@example.com", "---\naccount: Contoso\ntier: 3\n---\n",
            path: "plans/contoso.md"),
          .init("2026-11-19", by: "maya@example.com"),
        ]),
    ])
  static let reads: [Topic] = [.key("tier")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.tier.value == .one, let history = context.history, history.othersCommit,
      history.authors.count == 1, history.edits >= Self.edits,
      context.today - history.first >= Day.quarter
    else { return [] }
    return [
      finding(
        at: plan.opening,
        "one person made all \(history.edits) changes to the plan of \(plan.account.value) since "
          + "\(history.first)",
        help: "let \(help(plan, context.program)) write what they know themselves")
    ]
  }

  private func help(_ plan: Plan, _ program: Program) -> String {
    let pod = (plan.pod?.members ?? []).map { program.name(of: $0.person.value) }
    return pod.isEmpty ? "somebody of sdr and marketing" : Wording.list(Array(Set(pod)).sorted())
  }
}
