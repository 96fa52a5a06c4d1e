import PlanModel
import PlanSource

/// A deal is open, and we do not know how somebody who decides stands to it.
struct UnknownStance: PlanRule {
  static let about = RuleInfo(
    name: "committee/unknown-stance", level: .info,
    summary: "An open opportunity, and a decider whose stance is unknown.",
    why: "a forecast that does not know how the decider stands is a guess",
    mend: "Ask, then write advocate, supporter, neutral, sceptic or opponent into Stance.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Stance |
        | --- | --- | --- |
        | Ann Lee | champion | ↓unknown |
        | ↓Raj Iyer | economic buyer | |
        | Mia Ott | legal | unknown |

        ## Opportunities

        | Opportunity | Amount | Stage |
        | --- | --- | --- |
        | Core rollout | 120k | Business case |
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
        | ↓Zoë Ek | executive sponsor |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | won |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Stance | Status |
        | --- | --- | --- | --- |
        | Ann Lee | champion | neutral | |
        | Raj Iyer | economic buyer | unknown | left |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Business case |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Stance |
        | --- | --- | --- |
        | Ann Lee | champion | unknown |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Closed lost |
        """),
    ])
  static let reads: [Topic] = [
    .column(.committee, "Name"), .column(.committee, "Role"), .column(.committee, "Stance"),
    .column(.committee, "Status"), .column(.opportunities, "Stage"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let deal = context.measures.deals.first else { return [] }
    return plan.contacts.filter { !$0.hasLeft && $0.decides }.compactMap { contact in
      guard contact.stance?.value ?? .unknown == .unknown,
        let role = contact.roles.first(where: { $0.value.decides })
      else { return nil }
      let name = contact.name.value
      return finding(
        at: contact.stance?.span ?? contact.name.span,
        "the deal `\(Wording.short(deal.name.value))` is open, and nobody knows how \(name), the "
          + "\(role.value.spoken), stands to it",
        help: "ask \(name) or somebody near, then write advocate, supporter, neutral, sceptic or "
          + "opponent into Stance",
        key: contact.key, row: contact.row)
    }
  }
}
