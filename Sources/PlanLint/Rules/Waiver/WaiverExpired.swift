import PlanModel
import PlanSource

/// A waiver past its day.
struct WaiverExpired: PlanRule {
  static let about = RuleInfo(
    name: "waiver/expired", level: .error, calendar: true,
    summary: "A waiver past its day: what it silenced is reported again.",
    why: "somebody promised that this would be settled by a day, and the day is gone",
    mend: "Mend what the waiver silenced and delete it, or agree on a new day.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers:
          - rule: sponsor/missing
            until: ↓2026-10-01
            reason: starts in January
            by: maya.chen
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        waivers: [{ rule: brief/missing-part, until: ↓2026-11-19, reason: new owner, by: maya.chen }]
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
            until: 2026-11-20
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
        sponsor: vera.holm
        ---
        """),
    ])
  static let reads: [Topic] = [.key("waivers")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    plan.waivers.compactMap { waiver in
      let days = context.today - waiver.until.value
      guard days > 0 else { return nil }
      return finding(
        at: waiver.until.span,
        "the waiver of `\(waiver.rule.value)` ended \(Wording.count(days, "day")) ago; what it silenced "
          + "is reported again",
        help: "mend what it silenced and delete the waiver, or ask "
          + "\(context.program.name(of: waiver.by.value)) for a new `until`",
        key: waiver.rule.value)
    }
  }
}
