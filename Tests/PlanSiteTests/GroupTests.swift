import PlanMetrics
import PlanModel
import Testing

@testable import PlanSite

/// Segments and tiers beside the whole program.
@Suite struct GroupTests {
  private func plan(_ id: String, _ keys: String, _ body: String = "") -> (String, String) {
    (id, "---\naccount: \(id)\n\(keys)\n---\n\(body)")
  }

  private static let deal = """
    ## Opportunities

    | Opportunity | Amount | Stage | Close |
    | --- | --- | --- | --- |
    | Big | 100k | proposal | 2026-12-01 |
    """
  private static let engaged = """
    ## Buying committee

    | Name | Role | Last engaged |
    | --- | --- | --- |
    | Ann Lee | champion | 2026-11-02 |


    """

  private func facts(_ key: String, _ plans: (String, String)...) -> GroupFacts {
    let model = Sample(plans.map { (name: $0.0, text: $0.1) }).model
    let cluster = Cluster(model, key: key)
    return GroupFacts(
      name: cluster.name, metrics: cluster.metrics, total: model.breakdown.total,
      figures: model.figures, isOwned: true)
  }

  private func lead(_ facts: GroupFacts) -> String {
    GroupSentences.lead(facts).source.replacing(/<[^>]*>/, with: "")
  }

  @Test func theLeadOfASegment() {
    #expect(lead(facts("cold")) == "No active account is in cold yet.")
    #expect(
      lead(facts("cold", plan("a", "tier: 2\nsegment: Cold", Self.deal)))
        == "The one account has an open deal, $100k together.")
    #expect(
      lead(
        facts(
          "cold", plan("a", "tier: 2\nsegment: Cold", Self.engaged + Self.deal),
          plan("b", "tier: 2\nsegment: cold\nreviewed: 2026-01-01", Self.engaged)))
        == "1 of 2 accounts has an open deal, $100k together; 1 review is late; somebody is engaged in each."
    )
    #expect(
      lead(facts("cold", plan("a", "tier: 2\nsegment: Cold"), plan("b", "tier: 2\nsegment: Cold")))
        == "None of 2 accounts has an open deal; nobody is engaged in 2 of them.")
  }

  @Test func nobodyAnswersForASegmentWithoutAnOwner() {
    var facts = facts("cold", plan("a", "tier: 2\nsegment: Cold"))
    facts.isOwned = false
    #expect(lead(facts).hasSuffix("; nobody of ours answers for it."))
    facts.isOwned = nil
    #expect(!lead(facts).contains("nobody of ours"))
  }

  @Test func aGroupIsComparedByItsLargestDifferences() {
    let ahead = plan("a", "tier: 2\nsegment: Cold\nowner: maya", Self.engaged + Self.deal)
    let other = plan("b", "tier: 2\nsegment: Dry\nreviewed: 2026-11-01")
    #expect(
      GroupSentences.compared(facts("cold", ahead, other)).hasPrefix(
        "Cold is ahead in penetration, 1 of 1, and behind in freshness, 0 of 1"))
    #expect(GroupSentences.compared(facts("cold", ahead)) == "Cold does as the program does")
    #expect(GroupSentences.compared(facts("cold")) == "There is nothing to compare yet")
  }

  @Test func capacity() {
    func title(_ accounts: Int, of limit: Int?, over: Int = 0) -> String {
      var settings = TierSettings.standard(.one)
      settings.maximumAccounts = limit
      return GroupSentences.capacity(
        .one, Capacity(accounts: accounts, settings), over: over)
    }
    #expect(title(7, of: 8) == "Tier 1 has room for one more account")
    #expect(title(6, of: 8) == "Tier 1 has room for two more accounts")
    #expect(title(8, of: 8) == "Tier 1 is full")
    #expect(title(9, of: 8) == "Tier 1 holds one account too many")
    #expect(title(9, of: nil) == "Tier 1 has no limit")
    #expect(title(7, of: 8, over: 2).hasSuffix("; two owners hold too many"))
  }

  /// 120k / 20k pays for six.
  @Test(arguments: [
    (6, "$120k a year pays for all 6 accounts at $20k each"),
    (7, "$120k a year pays for 6 of 7 accounts at $20k each"), (0, nil),
  ])
  func budget(_ accounts: Int, _ sentence: String?) {
    var settings = TierSettings.standard(.one)
    settings.budget = .thousands(120)
    settings.costPerAccount = .thousands(20)
    let capacity = Capacity(accounts: accounts, settings)
    let figures = Figures(Program(), today: Day(number: 20_777))
    #expect(GroupSentences.budget(capacity, figures) == sentence)
    settings.budget = nil
    #expect(GroupSentences.budget(Capacity(accounts: accounts, settings), figures) == nil)
    #expect(Capacity(accounts: 3, settings).needed == .thousands(60))
  }

  @Test func pagesOfSegments() throws {
    let sample = Sample(
      [
        plan("a", "tier: 1\nsegment: Cold Chain\nowner: maya", Self.deal),
        plan("b", "tier: 2\nsegment: cold  chain"), plan("c", "tier: 3\nsegment: Index"),
        plan("d", "tier: 3"), plan("e", "tier: 3\nsegment: Gone\nstatus: paused"),
      ].map { (name: $0.0, text: $0.1) })
    let pages = try sample.site()
    #expect(
      pages.keys.filter { $0.hasPrefix("segments/") }.sorted() == [
        "segments/cold-chain.html", "segments/index-2.html", "segments/index.html",
      ])
    let index = try #require(pages["segments/index.html"])
    #expect(
      index.contains(
        "<a href=\"../segments/cold-chain.html\">Cold Chain</a> carries $100k of the $100k pipeline; 1 of 4 accounts is in no segment."
      ))
    let segment = try #require(pages["segments/cold-chain.html"])
    #expect(segment.contains(">One owner works its accounts<"))
    #expect(segment.contains("<b>nobody</b>"))
    #expect(segment.contains("A file in <code>segments/</code>"))
    let account = try #require(pages["accounts/b.html"])
    #expect(account.contains("<a href=\"../segments/cold-chain.html\">cold  chain</a>"))
    #expect(try #require(pages["tiers/1.html"]).contains("Tier 1 has room for 24 more accounts"))
  }

  @Test func segmentsLead() {
    func lead(_ segments: Int, _ unassigned: Int, _ accounts: Int, top: HTML? = nil) -> String {
      GroupSentences.segmentsLead(
        segments: segments, unassigned: unassigned, accounts: accounts, top: top, "$1", of: "$2"
      ).source
    }
    #expect(lead(0, 0, 0).hasPrefix("No active account is in a segment"))
    #expect(lead(2, 0, 0) == "2 segments, and no active account.")
    #expect(lead(1, 0, 1) == "The one account is in a segment.")
    #expect(
      lead(2, 0, 4, top: "Cold")
        == "Cold carries $1 of the $2 pipeline; all four accounts are in a segment.")
    #expect(lead(2, 3, 4) == "3 of 4 accounts are in no segment.")
  }

  /// They keep their values, and none hides another.
  @Test func marksOfTheComparisonKeepApart() {
    for places in [[50.0, 50, 50], [0, 0, 1], [0, 10, 25, 100], [100, 100], [0, 50, 100], []] {
      let shifts = ShareDots.stack(places)
      #expect(shifts.count == places.count)
      let marks = Array(zip(places, shifts))
      for (index, mark) in marks.enumerated() {
        for other in marks[(index + 1)...] {
          let (x, y) = (mark.0 - other.0, mark.1 - other.1)
          #expect((x * x + y * y).squareRoot() >= 17)
        }
      }
    }
    #expect(ShareDots.stack([0, 50, 100]) == [0, 0, 0])
    #expect(ShareDots.stack([50, 50]) == [-9, 9])
  }
}
