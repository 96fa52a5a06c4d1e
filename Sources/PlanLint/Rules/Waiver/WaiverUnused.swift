import PlanMetrics
import PlanModel
import PlanSource

/// A waiver that silences nothing. It is asked when all other rules have been.
struct WaiverUnused: Rule {
  static let about = RuleInfo(
    name: "waiver/unused", level: .warning,
    summary: "A waiver that silences nothing.",
    why: "what is mended would be silenced when it comes back, and nobody would hear of it",
    mend: "Delete the waiver.",
    fix: "Deletes the waiver, and the key `waivers` with its last one.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: ↓sponsor/missing
            until: 2026-12-31
            reason: starts in January
            by: maya.chen
        sponsor: vera.holm
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: ↓whitespace/overdue
            until: 2026-12-31
            reason: starts in January
            by: maya.chen
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: 2026-12-31
            reason: starts in January
            by: maya.chen
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: 2026-10-01
            reason: starts in January
            by: maya.chen
        sponsor: vera.holm
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: 2026-12-31
            reason: starts in January
            by: maya.chen
        sponsor: vera.holm
        status: paused
        ---
        """),
    ])
  static let reads: [Topic] = [.key("waivers")]

  func finding(_ waiver: Waiver, in plan: Card) -> Finding {
    var finding = Finding(
      Self.about, path: plan.path, at: waiver.rule.span,
      "the waiver of `\(waiver.rule.value)` silences nothing: the rule finds nothing in this plan",
      help: "delete the waiver", key: waiver.rule.value, fix: waiver.removal)
    finding.account = plan.id
    finding.tier = plan.isTierKnown ? plan.tier.value.rawValue : nil
    return finding
  }
}
