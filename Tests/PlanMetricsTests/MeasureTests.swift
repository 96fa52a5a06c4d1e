import PlanMetrics
import PlanModel
import Testing

/// The derived stage, the reviews and the deals of a plan.
struct MeasureTests {
  private func deals(_ rows: String...) -> String {
    "## Deals\n\n| Opportunity | Stage | Amount | Close |\n|-|-|-|-|\n"
      + rows.map { "| \($0) |\n" }.joined() + "\n"
  }

  // MARK: Stage

  @Test func theWrittenStageWins() throws {
    let account = try SmallAccount(deals("Big | won | |"), keys: "stage: aware")
    #expect(account.measures.stage == .aware)
  }

  @Test func aWonDealThenAnOpenOneThenAnybodyThenAnyTouch() throws {
    #expect(try SmallAccount().measures.stage == .unaware)
    #expect(
      try SmallAccount(ann: "", plays: ["2026-11-10 | Mail | email | Ann Lee | no reply | a"])
        .measures.stage
        == .aware)
    #expect(
      try SmallAccount(ann: "", plays: ["2026-11-30 | Mail | email | Ann Lee | | a"]).measures.stage
        == .unaware)
    #expect(try SmallAccount(ann: "2026-11-02").measures.stage == .engaged)
    #expect(try SmallAccount(ann: "2025-11-02").measures.stage == .unaware)
    #expect(try SmallAccount(deals("Big | proposal | |")).measures.stage == .opportunity)
    #expect(try SmallAccount(deals("Big | lost | |")).measures.stage == .unaware)
    #expect(
      try SmallAccount(deals("Big | closed won | |", "Next | proposal | |")).measures.stage
        == .closedWon)
  }

  // MARK: Reviews

  @Test func theLatestReviewOfKeyAndList() throws {
    let list = "## Reviews\n\n- 2026-10-02: a\n- 2026-11-02: b\n- 2026-12-02: planned\n"
    #expect(try SmallAccount(list).measures.lastReview?.value.description == "2026-11-02")
    #expect(
      try SmallAccount(list, keys: "reviewed: 2026-11-05").measures.lastReview?.value.description
        == "2026-11-05")
    #expect(
      try SmallAccount(keys: "reviewed: 2026-11-21").measures.lastReview == nil)
    #expect(try SmallAccount().measures.daysSinceReview == nil)
  }

  /// Tier 1 asks for a review every 35 days.
  @Test(arguments: [("2026-10-16", 35, false), ("2026-10-15", 36, true)])
  func aReviewIsLateAfterItsCadence(_ day: String, _ days: Int, _ isLate: Bool) throws {
    let measures = try SmallAccount(keys: "reviewed: \(day)").measures
    #expect(measures.daysSinceReview == days)
    #expect(measures.isReviewLate == isLate)
  }

  @Test func withoutACadenceNothingIsLate() throws {
    let account = try SmallAccount(
      keys: "reviewed: 2020-01-01", settings: "tiers: { 1: { review-every: none } }\n")
    #expect(account.measures.reviewEvery == nil)
    #expect(!account.measures.isReviewLate)
  }

  // MARK: Deals

  @Test func pipelineIsWhatClosesFromToday() throws {
    let account = try SmallAccount(
      deals(
        "A | proposal | 100k | 2026-11-20", "B | proposal | 200k | 2026-11-19", "C | won | 400k |",
        "D | lost | 800k |", "E | proposal | 1600k |", "F | proposal | | 2027-01-01"))
    #expect(account.measures.deals.map(\.name.value) == ["A", "B", "E", "F"])
    #expect(account.measures.pipelineDeals.map(\.name.value) == ["A", "E", "F"])
    #expect(account.measures.pipeline == Money(hundredths: 170_000_000))
  }

  @Test func whitespaceByStatusWithoutWhatIsADeal() throws {
    let account = try SmallAccount(
      """
      ## Whitespace

      | Offering | Region | Status | Potential | Opportunity |
      |-|-|-|-|-|
      | Core | EMEA | open | 100k | |
      | Core | APAC | open | | |
      | Core | Americas | pursuing | 200k | |
      | Twin | EMEA | pursuing | 400k | Big |
      | Twin | APAC | owned | 800k | |
      """)
    let totals = WhitespaceTotals(of: account.plan.whitespace?.items ?? [])
    #expect(totals[.open].cells == 2)
    #expect(totals[.open].money == Money(hundredths: 10_000_000))
    #expect(totals[.pursuing].cells == 1)
    #expect(totals.toSell == Money(hundredths: 30_000_000))
    #expect(totals[.blocked].cells == 0)
  }

  /// A cell counts as pipeline while its deal is open; what was won is nothing to sell, and ours once somebody writes it.
  @Test(arguments: [
    ("Proposal", "pursuing", "deal"), ("Proposal", "owned", "sum"),
    ("Proposal", "competitor", "deal"),
    ("lost", "pursuing", "sum"), ("lost", "competitor", "sum"), ("won", "pursuing", "won"),
    ("won", "owned", "sum"), ("", "open", "deal"),
  ])
  func aCellIsInADealWhileTheDealIsOpen(_ stage: String, _ status: String, _ is: String) throws {
    let account = try SmallAccount(
      """
      ## Whitespace

      | Offering | Region | Status | Potential | Opportunity |
      |-|-|-|-|-|
      | Core | EMEA | \(status) | 100k | BIG deal |

      ## Opportunities

      | Opportunity | Stage |
      |-|-|
      | Big deal | \(stage) |
      """)
    let cells = account.plan.whitespace?.items ?? []
    #expect(cells.map(\.isInDeal) == [`is` == "deal"] && cells.map(\.isWon) == [`is` == "won"])
    let totals = WhitespaceTotals(of: cells).sums.values.map(\.cells)
    #expect(totals == (`is` == "sum" ? [1] : []))
    #expect(cells[0].isUnsold == (`is` == "sum" && cells[0].isToSell))
  }

  // MARK: Executives

  private func executives(_ plays: String, roles: String = "executive-sponsor", keys: String) throws
    -> ExecutiveCover
  {
    let account = try SmallAccount(
      """
      ## Buying committee

      | Name | Role | Status |
      |-|-|-|
      | Old Boss | executive-sponsor | left |
      | Raj Iyer | economic-buyer | |
      | Ann Lee | \(roles) | |

      ## Plays

      | Date | Play | Channel | By |
      |-|-|-|-|
      \(plays)
      """, keys: keys)
    return ExecutiveCover(of: account.plan, account.measures)
  }

  @Test func coverNeedsSponsorCounterpartAndTouch() throws {
    let touch = "| 2026-11-02 | Dinner | executive | someone |"
    let covered = try executives(touch, keys: "sponsor: vera.holm")
    #expect(covered.isCovered)
    #expect(covered.counterpart?.name.value == "Ann Lee")
    #expect(covered.lastTouch?.description == "2026-11-02")
    #expect(try !executives(touch, keys: "").isCovered)
    #expect(try !executives("", keys: "sponsor: vera.holm").isCovered)
    #expect(
      try executives("| 2026-11-02 | Call | call | vera.holm |", keys: "sponsor: vera.holm")
        .isCovered)
    #expect(
      try !executives("| 2026-11-02 | Call | call | tom.fox |", keys: "sponsor: vera.holm")
        .isCovered)
    let old = try executives("| 2026-01-02 | Dinner | executive | |", keys: "sponsor: vera.holm")
    #expect(!old.isCovered)
    #expect(old.lastTouch?.description == "2026-01-02")
    let buyer = try executives(touch, roles: "legal", keys: "sponsor: vera.holm")
    #expect(buyer.counterpart?.name.value == "Raj Iyer")
  }
}

/// Counts over a portfolio.
struct SummaryTests {
  private func summary(_ accounts: [SmallAccount]) -> Summary {
    Summary(of: accounts.map { ($0.plan, $0.measures) }, in: Program())
  }

  @Test func countsWhatIsWorked() throws {
    let one = try SmallAccount(
      ann: "2026-11-02", keys: "reviewed: 2026-11-02\nstage: opportunity\nsponsor: vera")
    let two = try SmallAccount(keys: "reviewed: 2026-01-02\nstage: aware")
    let three = try SmallAccount(keys: "stage: aware", tier: 3)
    let paused = try SmallAccount(ann: "2026-11-02", keys: "status: paused")
    let draft = try SmallAccount(keys: "status: draft")
    let summary = summary([one, two, three, paused, draft])
    #expect(summary.accounts == 3)
    #expect(summary.contacts == 1)
    #expect(summary.reached == 1)
    #expect(summary.engagedContacts == 1)
    #expect(summary.multiThreaded == 0)
    #expect(summary.fresh == 1)
    #expect(summary.late == 1)
    #expect(summary.neverReviewed == 1)
    #expect(summary.sponsorRequired == 2)
    #expect(summary.sponsorMissing == 1)
    #expect(summary.sponsorCovered == 0)
    #expect(summary.stages == [.opportunity: 1, .aware: 2])
  }

  @Test func countsDealsThatHangOnOne() throws {
    let deal =
      "\n\n## Deals\n\n| Opportunity | Stage | Amount |\n|-|-|-|\n| Big | proposal | 100k |\n"
    func account(_ engaged: Int) throws -> SmallAccount {
      let rows = (0..<4).map { "| C\($0) | legal | \($0 < engaged ? "2026-11-02" : "") |\n" }
      return try SmallAccount(
        "## Buying committee\n\n| Name | Role | Last engaged |\n|-|-|-|\n" + rows.joined() + deal)
    }
    let summary = summary([try account(0), try account(1), try account(2), try account(3)])
    #expect(summary.penetrated == 4)
    #expect(summary.singleThreadedDeals == 2)
    #expect(summary.multiThreaded == 1)
    #expect(summary.pipeline == Money(hundredths: 40_000_000))
  }
}
