import PlanModel
import PlanSource

/// We do not know what hurts somebody on whom a tier-1 deal hangs.
struct NoPain: PlanRule {
  static let about = RuleInfo(
    name: "committee/no-pain", level: .warning,
    summary: "Tier 1: an economic buyer or champion whose pain nobody wrote down.",
    why: "nobody signs for a benefit in general; they sign to be rid of something of their own",
    mend:
      "Write what hurts the person into Pain, or as `- Pain: …` under a heading with their name.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role | Pain |
        | --- | --- | --- |
        | ↓Ann Lee | end user, champion | |
        | Raj Iyer | economic buyer | late trucks cost 40k a week |
        | Mia Ott | legal | |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | ↓Raj Iyer | economic buyer |

        ### Raj Iyer

        - Message: pay by line
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role | Status | Cares about |
        | --- | --- | --- | --- |
        | Ann Lee | champion | | late trucks |
        | Raj Iyer | economic buyer | left | |
        | Mia Ott | economic buyer | | |

        ### Mia Ott

        - Pain: two audits in one year
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """),
    ])
  static let reads: [Topic] = [
    .key("tier"), .column(.committee, "Name"), .column(.committee, "Role"),
    .column(.committee, "Pain"),
    .column(.committee, "Status"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.tier.value == .one else { return [] }
    return plan.contacts.filter { !$0.hasLeft && $0.pain == nil }.compactMap { contact in
      let role = contact.roles.first { $0.value == .economicBuyer || $0.value == .champion }
      guard let role else { return nil }
      return finding(
        at: contact.name.span,
        "nobody wrote down what hurts \(contact.name.value), the \(role.value.spoken)",
        help:
          "write it into the column Pain, or below the table as `### \(contact.name.value)` and "
          + "`- Pain: what it costs them, in their words`",
        key: contact.key, row: contact.row)
    }
  }
}
