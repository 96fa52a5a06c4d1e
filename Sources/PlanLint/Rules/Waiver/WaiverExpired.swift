import PlanMetrics
import PlanModel
import PlanSource

/// A waiver past its day. It is asked when all other rules have been.
struct WaiverExpired: Rule {
  static let about = RuleInfo(
    name: "waiver/expired", level: .error, calendar: true,
    summary: "A waiver past its day.",
    why: "somebody promised that this would be settled by a day, and the day is gone",
    mend: "Mend what the waiver silenced and delete it, or agree on a new day. What it silenced is "
      + "reported again: during `limits.grace` as a warning at most, then as what it is.",
    fix:
      "Deletes a waiver that silences nothing any more, and the key `waivers` with its last one.",
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
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        sponsor: vera.holm
        waivers:
          - rule: sponsor/missing
            until: ↓2026-10-01
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

  /// What a waiver that has ended silenced.
  enum Behind {
    /// It is reported again, until a day as a warning where it is an error.
    case finding(warningUntil: Day?)
    /// The rule finds nothing.
    case nothing
    /// A later waiver of the same rule silences it.
    case another(until: Day)
    /// The rule was not asked.
    case unknown
  }

  func finding(
    _ waiver: Waiver, _ behind: Behind, in plan: Card, _ program: Program, on today: Day
  ) -> Finding {
    let end: String
    let isEmpty: Bool
    switch behind {
    case .finding(let day):
      end =
        "; what it silenced is reported again" + (day.map { ", as a warning until \($0)" } ?? "")
      isEmpty = false
    case .nothing:
      (end, isEmpty) = (" and silences nothing: the rule finds nothing in this plan", true)
    case .another(let day):
      (end, isEmpty) = (" and silences nothing: another one is in force until \(day)", true)
    case .unknown: (end, isEmpty) = ("", false)
    }
    var finding = Finding(
      Self.about, path: plan.path, at: waiver.until.span,
      "the waiver of `\(waiver.rule.value)` ended "
        + "\(Wording.count(today - waiver.until.value, "day")) ago" + end,
      why: isEmpty ? "what is done with hides the promises that somebody still has to keep" : nil,
      help: isEmpty
        ? "delete the waiver"
        : "mend what it silenced and delete the waiver, or ask \(program.name(of: waiver.by.value)) "
          + "for a new `until`",
      key: waiver.rule.value, fix: isEmpty ? waiver.removal : nil)
    finding.account = plan.id
    finding.tier = plan.isTierKnown ? plan.tier.value.rawValue : nil
    return finding
  }
}
