import PlanMetrics
import PlanModel
import PlanSource

/// Somebody is against us, and the plan does nothing about it.
struct UnhandledBlocker: PlanRule {
  static let about = RuleInfo(
    name: "committee/unhandled-blocker", level: .warning,
    summary: "A blocker or opponent whom no risk, objective or planned play names.",
    why: "who is against us speaks in the meetings that we are not in",
    mend:
      "Name the person in a risk, in an objective, or in a play that lies ahead. A family name of at least "
      + "three letters will do where only one contact has it.",
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
        | Ann Lee | legal, ↓blocker | |
        | Raj Iyer | economic buyer | ↓opponent |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-02 | Lunch | meeting | Ann Lee |

        ## Risks

        | Risk |
        | --- |
        | Joann Leeson and Raj Iyers leave |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role | Stance |
        | --- | --- | --- |
        | Ann Lee | influencer | ↓opponent |
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
        | Ann Lee | blocker | | |
        | Lea Holm | blocker | | |
        | Raj Iyer | economic buyer | opponent | |
        | Mia Ott | legal | opponent | left |
        | Zoë Ek | procurement | opponent | |

        ## Objectives

        | Objective | Contact |
        | --- | --- |
        | Finance believes the pilot | RAJ IYER |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-21 | Lunch | meeting | Ann Lee |

        ## Risks

        | Risk | Mitigation |
        | --- | --- |
        | Terms | Tom talks to zoë  ek's manager |
        | Holm asks for another offer | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role | Stance |
        | --- | --- | --- |
        | Ann Lee | influencer | sceptic |
        """),
    ])
  static let reads: [Topic] = [
    .column(.committee, "Name"), .column(.committee, "Role"), .column(.committee, "Stance"),
    .column(.committee, "Status"), .section(.risks), .column(.objectives, "Objective"),
    .column(.objectives, "Contact"), .column(.plays, "Date"), .column(.plays, "Contact"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    plan.unhandledOpponents(on: context.today).compactMap { contact in
      guard let mark = mark(of: contact) else { return nil }
      // No `row`: a name that cannot be read in another section might be this one.
      return finding(
        at: mark.span,
        "\(contact.name.value) is \(Wording.article(mark.value)), and no risk, objective or planned "
          + "play names them",
        help: help(contact, plan),
        key: contact.key)
    }
  }

  private func help(_ contact: Contact, _ plan: Plan) -> String {
    let row = ExampleRow.text(
      in: .risks, plan.risks?.header,
      [
        "Risk": "\(contact.name.value) stops it because <why>", "Severity": "high",
        "Mitigation": "<what we do>",
      ])
    return
      (plan.risks == nil
      ? "add a section `## Risks` with a table `| Risk | Severity | Mitigation |` and a row"
      : "add a row to Risks") + ": `\(row)`, or plan a play with them"
  }

  /// What says that somebody is against us.
  private func mark(of contact: Contact) -> Located<String>? {
    let role = contact.roles.first { $0.value == .blocker }?.map(\.spoken)
    return role ?? (contact.stance?.value == .opponent ? contact.stance?.map(\.spoken) : nil)
  }
}
