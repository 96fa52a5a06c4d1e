import PlanMetrics
import PlanModel
import Testing

/// The metrics of metrics.md over accounts, by worked examples.
struct ProgramMetricTests {
  private func metrics(_ accounts: [SmallAccount]) -> Metrics {
    var sum = Metrics()
    for account in accounts {
      sum += Metrics(of: account.plan, account.measures, in: account.program)
    }
    return sum
  }

  private func deals(_ rows: [String]) -> String {
    "## Deals\n\n| Opportunity | Stage | Amount | Close | Created | Forecast | Source |\n|-|-|-|-|-|-|-|\n"
      + rows.map { "| \($0) |\n" }.joined() + "\n"
  }

  private func deals(_ rows: String..., keys: String = "", settings: String = "") throws
    -> DealMetrics
  {
    let account = try SmallAccount(deals(rows), keys: keys, settings: settings)
    return DealMetrics(of: account.plan, on: SmallAccount.today, in: account.program)
  }

  private func money(_ thousands: Int) -> Money { .thousands(thousands) }

  // MARK: People

  private func committee(_ rows: [String], deal: Bool = false) -> String {
    "## Buying committee\n\n| Name | Role | Last engaged | Status |\n|-|-|-|-|\n"
      + rows.map { "| \($0) |\n" }.joined() + (deal ? "\n\n" + deals(["Big | proposal"]) : "\n")
  }

  @Test func sharesAreOfActiveAccounts() throws {
    let three = ["A B | champion | 2026-11-02", "C D | legal | 2026-11-02", "E F | | 2026-11-02"]
    let sum = metrics([
      try SmallAccount(committee(three, deal: true)),
      try SmallAccount(committee(["A B | champion | 2026-11-02"], deal: true)),
      try SmallAccount(committee(["A B | champion | 2025-11-02"])),
      try SmallAccount(committee(three), keys: "status: paused"),
    ])
    #expect(sum.penetration == Share(2, of: 3))
    #expect(sum.reach == Share(2, of: 3))
    #expect(sum.contactReach == Share(4, of: 5))
    #expect(sum.multiThreaded == Share(1, of: 3))
    #expect(sum.multiThreadedWithDeal == Share(1, of: 2))
    #expect(sum.coverage(of: .champion) == Share(2, of: 3))
    #expect(sum.coverage(of: .legal) == Share(1, of: 3))
    #expect(sum.coverage(of: .procurement) == Share(0, of: 3))
    #expect(sum.contactsPerAccount == 5.0 / 3)
  }

  @Test func ofNoAccountNothingIsAShare() {
    let none = Metrics()
    #expect(none.penetration.ratio == nil)
    #expect(none.executiveCoverage.ratio == nil)
    #expect(none.deals.winRate.ratio == nil)
    #expect(none.contactsPerAccount == nil)
    #expect(none.medianSinceReview == nil)
    #expect(none.speaks(from: SmallAccount.today) == nil)
  }

  /// Four quarters are 368 days, today among them: from 18 November 2025 on.
  @Test(arguments: [
    ("2025-11-18 | Talk | meeting | Ann Lee | good |", 1),
    ("2025-11-17 | Talk | meeting | Ann Lee | good |", 0),
    ("2026-11-02 | Talk | meeting | Ann Lee | no show |", 0),
    ("2026-11-02 | Talk | call | Ann Lee | good |", 0),
    ("2026-11-21 | Talk | meeting | Ann Lee | |", 0),
  ])
  func aMeetingIsAnsweredAndNotTooOld(_ play: String, _ met: Int) throws {
    let sum = metrics([try SmallAccount(ann: "", plays: [play])])
    #expect(sum.meetingRate == Share(met, of: 1))
  }

  @Test func freshnessCountsAndItsMedian() throws {
    let ages = ["2026-11-20", "2026-11-15", "2026-10-01"]
    let sum = metrics(
      try ages.map { try SmallAccount(keys: "reviewed: \($0)") } + [SmallAccount()])
    #expect(sum.freshness == Share(2, of: 4))
    // 0, 5 and 50 days.
    #expect(sum.medianSinceReview == 5)
    let even = metrics(
      try ["2026-11-15", "2026-11-10"].map { try SmallAccount(keys: "reviewed: \($0)") })
    // 5 and 10: 7.5.
    #expect(even.medianSinceReview == 8)
  }

  @Test func staffedIsContactsAndRoles() throws {
    let settings = "tiers: { 1: { minimum-contacts: 2, required-roles: { aware: [legal] } } }\n"
    func sum(_ rows: [String], stage: String = "aware") throws -> Share {
      metrics([
        try SmallAccount(committee(rows), keys: "stage: \(stage)", settings: settings)
      ]).staffed
    }
    #expect(try sum(["A B | legal", "C D | champion"]) == Share(1, of: 1))
    #expect(try sum(["A B | legal"]) == Share(0, of: 1))
    #expect(try sum(["A B | champion", "C D | champion"]) == Share(0, of: 1))
    #expect(try sum(["A B | legal | | left", "C D | coach", "E F | coach"]) == Share(0, of: 1))
    let nothing = "tiers: { 1: { minimum-contacts: none, required-roles: none } }\n"
    #expect(metrics([try SmallAccount(settings: nothing)]).staffed == Share())
  }

  /// Tier 1 at stage aware asks for owner, review, sponsor, two pod roles, four parts of the brief, an economic buyer
  /// and three contacts: eleven fields.
  @Test func completenessCountsWhatTheTierAsksFor() throws {
    let keys = "stage: aware\nowner: maya.chen\nreviewed: 2026-11-02\npod: { sdr: tom.fox }"
    let body = "## Brief\n\n### Priorities\nColder.\n\n### Pain points\n\n"
    let account = try SmallAccount(
      body + committee(["A B | economic-buyer", "C D | legal", "E F | legal | | left"]), keys: keys)
    #expect(metrics([account]).completeness == Share(5, of: 11))
    #expect(metrics([try SmallAccount(keys: "stage: unaware", tier: 3)]).completeness.whole == 2)
  }

  // MARK: Deals

  @Test func pipelineByForecastAndSource() throws {
    let sum = try deals(
      "A | proposal | 100k | 2026-11-20 | 2026-08-21 | commit | sales",
      "B | proposal | 200k | 2027-02-01 | 2026-08-20 | commit | marketing",
      "C | proposal | | | | | ", "D | proposal | 400k | 2026-11-19 | 2026-11-01 | commit | sales",
      settings: "fiscal-year-start: 2\n")
    #expect(sum.pipeline.deals == 3)
    #expect(sum.pipeline.money == money(300))
    #expect(sum.forecast[.commit]?.money == money(300))
    #expect(sum.forecast[nil]?.deals == 1)
    #expect(sum.source[.sales]?.money == money(100))
    #expect(sum.slipped.money == money(400))
    // Of the last 92 days; D has slipped.
    #expect(sum.created.money == money(100))
    // The fiscal year ends with January.
    #expect(sum.closingThisYear.money == money(100))
  }

  /// 2026-08-22 is 90 days ago.
  @Test func winRateCountsWhatEndedInFourQuarters() throws {
    let sum = try deals(
      "A | won | 100k | 2026-11-20", "B | won | 300k | 2025-11-18", "C | won | 900k | 2025-11-17",
      "D | lost | | 2026-01-10", "E | closed won | 500k | ", "F | proposal | | 2026-08-21",
      "G | proposal | | 2026-08-22", "H | won | 50k | 2026-11-21", "I | proposal | | 2024-01-01")
    #expect(sum.winRate == Share(2, of: 4))
    #expect(sum.won.money == money(400))
    #expect(sum.meanWon == money(200))
    #expect(sum.undated == 1)
    #expect(sum.slipped.deals == 3)
  }

  @Test func aDealOlderThanTheListingIsNoneOfTheProgram() throws {
    let rows = ["A | won | 100k | 2026-11-20 | 2026-03-01", "B | won | 100k | 2026-11-20 |"]
    let account = { (keys: String) in try SmallAccount(deals(rows), keys: keys) }
    func rate(_ keys: String) throws -> Share { metrics([try account(keys)]).deals.winRate }
    #expect(try rate("listed: 2026-03-02") == Share(1, of: 1))
    #expect(try rate("listed: 2026-03-01") == Share(2, of: 2))
    #expect(try rate("") == Share(2, of: 2))
  }

  /// 10, 20 and 60 days; three open deals * 1.0 * 200k / 30 days.
  @Test func cycleAndVelocity() throws {
    let won = ["2026-11-10", "2026-10-31", "2026-09-21"].map {
      "Won \($0) | won | 200k | 2026-11-20 | \($0)"
    }
    let open = (0..<3).map { "Open \($0) | proposal | 10k | 2027-01-01" }
    let account = try SmallAccount(deals(won + open))
    let sum = DealMetrics(of: account.plan, on: SmallAccount.today, in: account.program)
    #expect(sum.medianCycle == 20)
    #expect(sum.velocity == money(20))
    #expect(try deals("A | won | | 2026-11-20").meanWon == nil)
    #expect(try deals("A | won | 10k | 2026-11-20").velocity == nil)
  }

  @Test func wonAndClosingInTheFiscalYear() throws {
    let sum = try deals(
      "A | won | 500k | 2026-03-01", "B | won | 900k | 2025-12-31",
      "C | proposal | 750k | 2026-12-31", "D | proposal | 800k | 2027-01-01")
    #expect(sum.wonThisYear.money == money(500))
    #expect(sum.closingThisYear.money == money(750))
  }

  // MARK: The clock

  /// Tier 1 has a clock of 365 days.
  @Test func beforeTheFirstClockNothingIsSaid() throws {
    func day(_ keys: [String], tier: Int = 1) throws -> String? {
      metrics(try keys.map { try SmallAccount(keys: $0, tier: tier) })
        .speaks(from: SmallAccount.today)?.description
    }
    #expect(try day(["listed: 2025-11-21"]) == "2026-11-21")
    #expect(try day(["listed: 2025-11-20"]) == nil)
    #expect(try day(["listed: 2026-06-01", "listed: 2026-05-01"]) == "2027-05-01")
    #expect(try day(["listed: 2026-06-01", ""]) == nil)
    #expect(try day(["listed: 2026-06-01"], tier: 3) == nil)
  }

  // MARK: Groups

  @Test func groupsAddUp() throws {
    let accounts = [
      try SmallAccount(keys: "owner: maya.chen\nsegment: Cold  Chain"),
      try SmallAccount(keys: "owner: maya.chen\nsegment: cold chain", tier: 2),
      try SmallAccount(keys: "owner: tom.fox", tier: 2),
      try SmallAccount(keys: "owner: tom.fox\nstatus: retired", tier: 2),
    ]
    let sums = Breakdown(of: accounts.map { ($0.plan, $0.measures) }, in: Program())
    #expect(sums.total.summary.accounts == 3)
    #expect(sums.tiers[.two]?.summary.accounts == 2)
    #expect(sums.tiers[.three] == nil)
    #expect(sums.segments.mapValues(\.summary.accounts) == ["cold chain": 2])
    #expect(sums.owners.mapValues(\.summary.accounts) == ["maya.chen": 2, "tom.fox": 1])
  }

  @Test func whitespaceByOfferingAndCenter() throws {
    let account = try SmallAccount(
      """
      ## Whitespace

      | Offering | Region | Status | Potential | Opportunity |
      |-|-|-|-|-|
      | Core | EMEA | open | 100k | |
      | Core | APAC | pursuing | 100k | |
      | Twin | EMEA | owned | 900k | |
      | Twin | APAC | open | 700k | Big |
      """)
    let cells = account.plan.whitespace?.items ?? []
    let offerings = WhitespaceBreakdown(of: cells, by: \.offering.value).parts
    #expect(offerings.map(\.name) == ["Core", "Twin"])
    #expect(offerings.map(\.totals.toSell) == [money(200), .zero])
    let centers = WhitespaceBreakdown(of: cells, by: \.buyingCenter.value).parts
    #expect(centers.map(\.name) == ["APAC", "EMEA"])
    #expect(centers[1].totals[.owned].money == money(900))
  }
}
