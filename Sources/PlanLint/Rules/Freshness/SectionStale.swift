import PlanModel
import PlanSource

/// A section of a live deal that nobody changed for two cadences.
///
/// What ages is asked: who decides, what is open, what is agreed. A brief holds longer, and plays, signals and reviews
/// are logs, of which other rules say when they are late.
struct SectionStale: PlanRule {
  static let about = RuleInfo(
    name: "freshness/section-stale", level: .info, history: .needed, settings: ["review-every"],
    summary: "Sections of a live deal that nobody changed for two review cadences.",
    why:
      "people, risks and next steps of a live deal change from week to week: what nobody touched "
      + "is no longer true",
    mend:
      "Read them with the pod, and mend what changed. One finding a plan, at the oldest. Live is an open deal, or stage mqa "
      + "and later.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: mqa
        ---
        ↓## Risks

        | Risk |
        | ---- |
        | Budget freeze |
        """,
        history: [
          .init(
            "2026-09-10", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nstage: engaged\n---\n## Risks\n\n"
              + "| Risk |\n| - |\n| Budget freeze |\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Opportunities

        | Opportunity | Stage | Amount |
        | --- | --- | --- |
        | Core rollout | Proposal | 320k |
        """,
        history: [
          .init(
            "2026-09-10", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\n---\n## Deals\n\n| Amount | Opportunity | Stage |\n"
              + "| -: | - | - |\n| 320,000 | Core rollout | Proposal |\n"),
          .init("2026-11-02", by: "maya@example.com"),
        ]),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: mqa
        ---
        ## Objectives

        | Objective |
        | ---- |
        | Three plants by May |

        ↓## Risks

        | Risk |
        | ---- |
        | Budget freeze |
        """,
        history: [
          .init(
            "2026-08-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nstage: mqa\n---\n## Risks\n\n"
              + "| Risk |\n| - |\n| Budget freeze |\n"),
          .init("2026-09-01", by: "maya@example.com"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: mqa
        ---
        ## Risks

        | Risk |
        | ---- |
        | Budget freeze |
        """,
        history: [.init("2026-09-11", by: "maya@example.com")]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        ---
        ## Risks

        | Risk |
        | ---- |
        | Budget freeze |
        """,
        history: [.init("2026-03-10", by: "maya@example.com")]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: mqa
        ---
        ## Risks

        | Risk |
        | ---- |
        | Budget freeze |
        | Their new CFO |
        """,
        history: [
          .init(
            "2026-03-10", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 1\nstage: mqa\n---\n## Risks\n\n"
              + "| Risk |\n| - |\n| Budget freeze |\n")
        ]),
    ])
  static let reads: [Topic] = [.key("stage"), .column(.opportunities, "Stage")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let history = context.history, let every = context.measures.reviewEvery,
      context.stage >= .mqa || !context.measures.deals.isEmpty
    else { return [] }
    let stale = aging(plan, isSelling: !context.measures.deals.isEmpty)
      .compactMap { section in history[.section(section.kind)].map { (section, last: $0) } }
      .filter { context.today - $0.last > 2 * every }
      .sorted { ($0.last, $0.0.heading.start) < ($1.last, $1.0.heading.start) }
    guard let (oldest, last) = stale.first else { return [] }
    let others = stale.dropFirst()
    let more =
      others.isEmpty
      ? "" : ", and \(Wording.count(others.count, "other section")) for over \(2 * every)"
    let names = others.map { "\($0.0.kind.title) since \($0.last)" }
    return [
      finding(
        at: oldest.heading,
        "nobody changed \(oldest.kind.title) since \(last), for \(context.today - last) days\(more); "
          + "tier \(plan.tier.value.rawValue) asks for a review \(Wording.every(every))",
        notes: others.isEmpty ? [] : [Note("others", Wording.list(names, limit: names.count))],
        help:
          "read \(others.isEmpty ? "the section" : "them") with the pod and mend what changed, by "
          + "\(context.today + every) at the latest")
    ]
  }

  /// The sections that hold something and age.
  private func aging(_ plan: Plan, isSelling: Bool) -> [(kind: SectionKind, heading: Span)] {
    func part<Item>(
      _ kind: SectionKind, _ section: Section<Item>?, if holds: (Item) -> Bool
    ) -> (kind: SectionKind, heading: Span)? {
      section.flatMap { $0.items.contains(where: holds) ? (kind, $0.heading) : nil }
    }
    let always = [
      part(.objectives, plan.objectives) { _ in true },
      part(.committee, plan.committee) { !$0.hasLeft },
      part(.whitespace, plan.whitespace) { _ in true }, part(.risks, plan.risks) { _ in true },
    ]
    let selling = [
      part(.opportunities, plan.opportunities) { $0.outcome == .open },
      part(.meddpicc, plan.meddpicc) { _ in true },
      part(.actionPlan, plan.actionPlan) { $0.isOpen },
    ]
    return (always + (isSelling ? selling : [])).compactMap { $0 }
  }
}
