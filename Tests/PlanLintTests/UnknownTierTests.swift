import PlanLint
import PlanModel
import PlanSource
import Testing

/// A plan whose tier cannot be read: what hangs on it is withheld, and nothing else.
struct UnknownTierTests {
  private func plan(_ tier: String) -> String {
    """
    ---
    account: Northwind
    \(tier)
    stage: opportunity
    reviewed: 2027-01-01
    ---
    See [the offer](offer.pdf).

    ## Buying committee

    | Name | Role | Stance | Last engaged |
    | --- | --- | --- | --- |
    | Ann Lee | champion | unknown | 2027-01-01 |

    ## Opportunities

    | Opportunity | Stage |
    | --- | --- |
    | Big deal | proposal |

    ## Whitespace

    | Offering | Buying center | Status |
    | --- | --- | --- |
    | Core | EMEA | open |
    """
  }

  private let others = [
    "committee/unknown-stance", "list/no-owner", "opportunity/meddpicc-gap",
    "structure/broken-link",
    "structure/date-in-future", "structure/date-in-future", "whitespace/no-potential",
  ]

  @Test(arguments: [
    ("tier: one", "structure/invalid-value"), ("tier:", "structure/missing-key"),
    ("x-tier: 1", "structure/missing-key"),
  ])
  func saysAllThatDoesNotHangOnIt(_ tier: String, _ rule: String) {
    let program = SmallProgram(plan(tier))
    #expect(program.findings.map(\.rule).sorted() == (others + [rule]).sorted())
    #expect(program.findings.allSatisfy { $0.tier == nil && $0.account == "northwind" })
    #expect(program.levels(of: "list/no-owner") == [.error])
  }

  /// Another tier stands in for the unknown one; what it asks for is never said.
  @Test func withholdsTheRestWhateverTheValuesOwnFindingWeighs() {
    let program = SmallProgram(
      plan("tier: one"),
      settings: "rules: { structure/invalid-value: off }\n"
        + "tiers: { 3: { minimum-contacts: 9, sponsor: required, minimum-whitespace: 1 } }\n")
    #expect(program.findings.map(\.rule).sorted() == others)
  }

  @Test func countsInNoTier() {
    let program = SmallProgram(
      [("plans/a.md", plan("tier: one")), ("plans/b.md", plan("tier: two"))],
      settings: "tiers: { 1: { maximum-accounts: 0 }, 3: { maximum-accounts: 0 } }\n")
    #expect(program.findings(of: "list/over-capacity").isEmpty)
    #expect(program.levels(of: "structure/duplicate-account") == [.error])
  }

  @Test func isCheckedForStructureOnlyWhenPaused() {
    let program = SmallProgram(plan("tier: one\nstatus: paused"))
    #expect(program.findings.allSatisfy { $0.rule.hasPrefix("structure/") })
    #expect(program.findings.count == 4)
  }
}
