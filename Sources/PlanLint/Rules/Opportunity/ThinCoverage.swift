import PlanMetrics
import PlanModel
import PlanSource

/// A deal is open, and few of those who decide on it talk to us.
///
/// Once a plan: the committee is the account's, and the deals share it.
struct ThinCoverage: PlanRule {
  static let about = RuleInfo(
    name: "opportunity/thin-coverage", level: .warning,
    settings: ["thin-coverage", "engagement-window"],
    summary: "An open opportunity with fewer engaged contacts than the tier's `thin-coverage`.",
    why: "a deal is decided by people, and those we do not talk to talk about us",
    mend: "Plan a play with somebody of the committee who has not answered lately.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-02 |
        | Raj Iyer | economic buyer | 2026-11-03 |
        | Mia Ott | legal | 2026-02-03 |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | won |
        | ↓Core rollout | Proposal |
        | Core support | Proposal |
        """,
        settings: "tiers: { 2: { minimum-engaged: 2 } }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | ↓Core rollout | Proposal |
        """,
        settings: "rules: { committee/too-few-engaged: off }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-02 |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-02 |
        | Raj Iyer | economic buyer | 2026-03-03 |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-02 |
        | Raj Iyer | economic buyer | 2026-11-03 |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | lost |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.opportunities, "Stage"), .column(.committee, "Name"),
    .column(.committee, "Last engaged"), .column(.committee, "Status"), .column(.plays, "Date"),
    .column(.plays, "Channel"), .column(.plays, "Contact"), .column(.plays, "Outcome"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let deal = context.measures.deals.first,
      let needed = context.settings.thinCoverage.value(at: context.stage),
      context.measures.engagedCount < needed
    else { return [] }
    let quiet = QuietContacts(of: plan, context.measures)
    guard !isSaid(plan, quiet, context) else { return [] }
    let engaged = context.measures.engagedCount
    let several = context.measures.deals.count - 1
    let deals =
      deal.quoted
      + (several == 0 ? " is" : " and \(Wording.count(several, "other deal")) are") + " open"
    return [
      finding(
        at: deal.name.span,
        "\(deals), and \(Wording.count(engaged, "contact is", "contacts are")) engaged; tier "
          + "\(plan.tier.value.rawValue) asks for \(needed) while a deal is open",
        notes: quiet.notes, help: help(quiet))
    ]
  }

  /// Too few are engaged for the account as it is, or we know too few: that is the same mistake, and the louder finding.
  private func isSaid(_ plan: Plan, _ quiet: QuietContacts, _ context: PlanContext) -> Bool {
    TooFewEngaged.speaks(of: plan, in: context)
      || quiet.isEmpty && TooFewContacts.reports(plan, in: context)
  }

  private func help(_ quiet: QuietContacts) -> String {
    guard let next = quiet.next else {
      return "add the others who decide to Buying committee, then plan a play with one of them"
    }
    return "plan a play with \(next.name.value), or log the last answer in Plays"
  }
}
