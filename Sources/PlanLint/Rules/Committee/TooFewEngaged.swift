import PlanMetrics
import PlanModel
import PlanSource

/// Too few people of the buying committee have answered us lately.
struct TooFewEngaged: PlanRule {
  static let about = RuleInfo(
    name: "committee/too-few-engaged", level: .error, calendar: true,
    settings: ["minimum-engaged", "engagement-window"],
    summary: "Fewer engaged contacts than the tier asks for.",
    why: "a deal that rests on one or two people stops when they change jobs or their mind",
    mend: "Plan a play with somebody who went quiet, or log the last answer in Plays.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: mqa
        ---
        ↓## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-03-02 | First call | call | Ann Lee | wants a demo |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: opportunity
        ---
        ↓## Buying committee

        | Name | Role | Last engaged | Status |
        | --- | --- | --- | --- |
        | Ann Lee | champion | 2026-11-18 | left |
        | Raj Iyer | economic buyer | 2026-05-23 | |
        | Mia Ott | legal | | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: mqa
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-11-02 | First call | call | Ann Lee | wants a demo |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: opportunity
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-18 |
        | Raj Iyer | economic buyer | 2026-11-03 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: opportunity
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-05-24 |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.committee, "Name"), .column(.committee, "Last engaged"),
    .column(.committee, "Status"), .column(.plays, "Date"), .column(.plays, "Channel"),
    .column(.plays, "Contact"), .column(.plays, "Outcome"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let needed = context.settings.minimumEngaged.value(at: context.stage),
      context.measures.engagedCount < needed
    else { return [] }
    let pairs = zip(plan.contacts, context.measures.contacts).filter { !$0.0.hasLeft }
    let engaged = pairs.filter { $0.1.isEngaged }
    // Everybody we know has answered: the mistake is to know too few, and that has its own finding.
    if engaged.count == pairs.count, TooFewContacts.reports(plan, in: context) { return [] }
    let quiet = QuietContacts(of: plan, context.measures)
    let asked = Wording.demand(
      plan.tier.value, context.settings.minimumEngaged, at: context.stage, "\(needed)")
    return [
      finding(
        at: plan.committee?.heading ?? plan.opening,
        "\(share(engaged.count, of: pairs.count)); \(asked)",
        label: engaged.isEmpty
          ? "" : "engaged: " + Wording.list(engaged.map { line($0.0, $0.1, context.today) }),
        notes: quiet.notes, help: help(quiet))
    ]
  }

  private func share(_ engaged: Int, of all: Int) -> String {
    switch (engaged, all) {
    case (0, 0): "no contact is engaged"
    case (0, 1): "the only contact is not engaged"
    case (0, _): "none of \(all) contacts is engaged"
    default: "\(engaged) of \(Wording.count(all, "contact")) \(engaged == 1 ? "is" : "are") engaged"
    }
  }

  private func line(
    _ contact: Contact, _ measure: PlanMeasures.ContactMeasure, _ today: Day
  ) -> String {
    let days = measure.lastEngaged.map { today - $0 } ?? 0
    return "\(contact.name.value) (\(days == 0 ? "today" : Wording.count(days, "day") + " ago"))"
  }

  private func help(_ quiet: QuietContacts) -> String {
    guard let next = quiet.next?.name.value else {
      return "add the people who decide to Buying committee, then plan a play with one of them"
    }
    return "plan a play with \(next), or log the last answer in Plays"
  }
}
