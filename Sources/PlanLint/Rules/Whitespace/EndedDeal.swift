import PlanModel
import PlanSource

/// A cell that is to be sold in a deal that has ended.
struct EndedDeal: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/ended-deal", level: .warning,
    summary: "An open or pursued cell whose deal was won or lost.",
    why: "a cell whose deal has ended looks as if somebody were at it, and nobody is",
    mend: "Won: set the Status to `owned`. Lost: take the deal out of Opportunity and write what "
      + "comes next, or set the Status to `competitor` or `blocked`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | Closed lost |
        | Core rollout | Won |

        ## Whitespace

        | Offering | Buying center | Status | Owner | Next step | By | Opportunity |
        | --- | --- | --- | --- | --- | --- | --- |
        | Core | EMEA | ↓pursuing | maya.chen | Offer | 2026-09-01 | Core pilot |
        | Core | APAC | ↓open | | | | Core rollout |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Whitespace

        | Offering | Buying center | Status | Opportunity |
        | --- | --- | --- | --- |
        | Core | EMEA | ↓pursuing | core pilot |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core pilot | lost |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |

        ## Whitespace

        | Offering | Buying center | Status | Owner | Next step | By | Opportunity |
        | --- | --- | --- | --- | --- | --- | --- |
        | Core | EMEA | pursuing | maya.chen | Offer | 2026-12-01 | Core rollout |
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
        | Core pilot | Won |
        | Core rollout | Lost |

        ## Whitespace

        | Offering | Buying center | Status | Incumbent | Opportunity |
        | --- | --- | --- | --- | --- |
        | Core | EMEA | owned | | Core pilot |
        | Core | APAC | competitor | Tillerman | Core rollout |
        """),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Opportunity"),
    .column(.opportunities, "Opportunity"), .column(.opportunities, "Stage"),
  ]

  /// Whether the rule reports a cell, and with it all that is wrong with its next step.
  static func reports(_ cell: WhitespaceCell, of plan: Plan, in context: PlanContext) -> Bool {
    hasEnded(cell) && isHeard(of: plan, in: context)
  }

  private static func hasEnded(_ cell: WhitespaceCell) -> Bool {
    cell.isWon || (cell.isToSell && cell.deal == .lost)
  }

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    (plan.whitespace?.items ?? []).compactMap { cell in
      guard Self.hasEnded(cell), let status = cell.status, let deal = cell.opportunity else {
        return nil
      }
      let name = "`\(Wording.short(deal.value))`"
      return finding(
        at: status.span,
        "\(cell.spoken) is \(status.value == .open ? "open" : "pursued") in \(name), which was "
          + (cell.isWon ? "won" : "lost"),
        help: cell.isWon
          ? "write `owned` as Status; if something is left to sell there, give it a row of its own"
          : "take \(name) out of Opportunity"
            + (status.value == .pursuing
              ? " and write Owner, Next step and By (`\(context.today + 14)`) of the new try" : "")
            + "; or write `competitor` or `blocked` as Status",
        key: cell.key, row: cell.row)
    }
  }
}
