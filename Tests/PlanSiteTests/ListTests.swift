import PlanMetrics
import PlanModel
import Testing

@testable import PlanSite

/// Whether the list is the right one.
@Suite struct ListTests {
  private static let icp = """
    icp: [{ fit: industry, in: [cold], weight: 60 }, { fit: employees, at-least: 1000, weight: 40 }]
    score: { weights: { fit: 0.8, potential: 0.2, intent: 0 }, cut-lines: [70, 45] }

    """

  /// Scores are 0.8 * fit + 0.2 * potential; `acv: 250k` is a potential of 100.
  private func plan(
    _ id: String, tier: Int, fit: String, acv: String = "250k", ceiling: String = ""
  )
    -> (name: String, text: String)
  {
    let ceiling = ceiling.isEmpty ? "" : ", ceiling: \(ceiling)"
    return (
      id,
      "---\naccount: \(id)\ntier: \(tier)\nfit: { \(fit) }\npotential: { acv: \(acv)\(ceiling) }\n---\n"
    )
  }

  private func ranking(_ plans: [(name: String, text: String)]) throws -> Ranking {
    try #require(Ranking(Sample(plans, settings: Self.icp).model))
  }

  private let both = "industry: cold, employees: 2000"
  private let one = "industry: cold"
  private let none = "industry: dry, employees: 10"

  @Test func byScoreThenCeilingThenId() throws {
    let rows = try ranking([
      plan("d", tier: 1, fit: one), plan("c", tier: 1, fit: both),
      plan("b", tier: 1, fit: both), plan("a", tier: 1, fit: both, ceiling: "1M"),
    ]).rows
    #expect(rows.map(\.account.name) == ["a", "b", "c", "d"])
    // 0.8 * 60 + 0.2 * 100.
    #expect(rows[3].score.total.points == 68)
    #expect(rows[3].missing == ["employees"])
  }

  /// 68 is 2 below the line of tier 1 and 23 above the line of tier 2.
  @Test(arguments: [(1, 2.0), (2, 0), (3, 23)])
  func pastTheNextLine(_ tier: Int, _ past: Double) throws {
    let row = try #require(try ranking([plan("a", tier: tier, fit: one)]).rows.first)
    #expect(row.scored == .two)
    #expect(abs(row.past - past) < 0.001)
    #expect(row.isDemoted == (tier == 1) && row.isPromoted == (tier == 3))
  }

  private func lead(_ plans: [(name: String, text: String)], settings: String = icp) -> String {
    let model = Sample(plans, settings: settings).model
    let page = ListView(model)
    return page.lead.source.replacing(/<[^>]*>/, with: "")
  }

  @Test func theLead() {
    #expect(
      lead([plan("a", tier: 1, fit: both)])
        == "Every account stands in the tier that its score gives; no tier holds more accounts than it may."
    )
    #expect(
      lead([plan("a", tier: 2, fit: both), plan("b", tier: 1, fit: none)])
        == "2 of 2 accounts score past a cut line, 1 above and 1 below their tier; no tier holds more accounts than it may."
    )
    #expect(
      lead([plan("a", tier: 2, fit: both), plan("b", tier: 2, fit: one)])
        == "1 of 2 accounts scores above the cut line of its tier; 1 account lacks a fact of the profile; no tier holds more accounts than it may."
    )
    #expect(
      lead(
        [plan("a", tier: 1, fit: both), plan("b", tier: 1, fit: both)],
        settings: Self.icp + "tiers: { 1: { maximum-accounts: 1 } }\n"
      ).contains(
        "tier 1 holds 1 account too many"))
    #expect(lead([], settings: "").hasPrefix("There is no active account yet"))
    #expect(
      lead([plan("a", tier: 1, fit: both)], settings: "").hasPrefix("Nobody can say yet"))
  }

  @Test func titles() throws {
    func moves(_ plans: (name: String, text: String)...) throws -> String {
      ListSentences.moves(try ranking(plans).moves)
    }
    #expect(try moves(plan("a", tier: 1, fit: both)) == "No score is past a cut line")
    #expect(try moves(plan("a", tier: 2, fit: both)) == "One account to promote")
    #expect(try moves(plan("a", tier: 1, fit: none)) == "One account to demote")
    #expect(
      try moves(plan("a", tier: 2, fit: both), plan("b", tier: 1, fit: none))
        == "One account to promote, one to demote")
    func plot(_ plans: (name: String, text: String)...) throws -> String {
      ListSentences.plot(try ranking(plans))
    }
    #expect(try plot(plan("a", tier: 1, fit: both)) == "The one tier-1 account scores for its tier")
    #expect(
      try plot(plan("a", tier: 1, fit: both), plan("b", tier: 1, fit: one))
        == "One of two tier-1 accounts scores for their tier")
    #expect(try plot(plan("a", tier: 2, fit: one)) == "No account scores for tier 1")
    #expect(
      try plot(plan("a", tier: 2, fit: both)) == "One account scores for tier 1, which is empty")
    #expect(
      ListSentences.facts(try ranking([plan("a", tier: 1, fit: one)]).incomplete)
        == "One account lacks a fact of the profile")
    #expect(
      ListSentences.facts(
        try ranking([plan("a", tier: 1, fit: one), plan("b", tier: 1, fit: one)]).incomplete)
        == "Two accounts lack a fact of the profile; employees is missing most often")
  }

  @Test func capacities() {
    func title(_ pairs: (Int, Int?)...) -> String {
      ListSentences.capacity(
        zip(Tier.allCases, pairs).map { tier, pair in
          var settings = TierSettings.standard(tier)
          settings.maximumAccounts = pair.1
          return (tier, Capacity(accounts: pair.0, settings))
        })
    }
    #expect(
      title((7, 8), (9, 30), (6, nil)) == "Tier 1 has room for one, tier 2 for 21")
    #expect(title((9, 8), (9, 9), (6, nil)) == "Tier 1 holds one account too many")
    #expect(title((8, 8), (9, 9), (6, 6)) == "Every tier is full")
    #expect(title((8, nil), (9, nil), (6, nil)) == "No tier has a limit")
  }

  @Test func withoutAProfileThePageSaysWhatToWrite() throws {
    let page = try #require(
      try Sample([plan("a", tier: 1, fit: both)]).site()["list.html"])
    #expect(page.contains("<code>icp: [{ fit: industry"))
    #expect(page.contains("class=\"sec c7\" id=\"capacity\""))
    #expect(!page.contains("id=\"plot\""))
    let with = try #require(
      try Sample([plan("a", tier: 1, fit: both)], settings: Self.icp).site()["list.html"])
    #expect(!with.contains("<code>icp: [{ fit: industry"))
    #expect(with.contains("id=\"plot\"") && with.contains("Scores for tier 1"))
  }

  /// 0.5 * fit + 0.3 * potential = 70 goes from (80, 100) to (100, 66.7).
  @Test func cutLinesCrossTheSquare() throws {
    let ends = try #require(FitPotential.ends(of: 70, ScoreSettings()))
    let sorted = [ends.0, ends.1].sorted { $0.fit < $1.fit }
    #expect(sorted[0].fit == 80 && sorted[0].potential == 100)
    #expect(sorted[1].fit == 100 && abs(sorted[1].potential - 66.667) < 0.001)
    #expect(FitPotential.ends(of: 90, ScoreSettings()) == nil)
    var settings = ScoreSettings()
    (settings.fit, settings.potential) = (0, 0)
    #expect(FitPotential.ends(of: 10, settings) == nil)
  }

  @Test func namesKeepApartAndInTheFrame() throws {
    let names = [
      "Łódzka Spółka Handlowa Wyrobów Ogrodniczych", "株式会社北海道冷凍物流", "شركة النقل المبرد",
      "A", String(repeating: "Very long ", count: 20),
    ]
    let plans = (0..<60).map { number in
      (
        name: "p\(number)",
        text:
          "---\naccount: \(names[number % 5])\ntier: \(number % 3 + 1)\nfit: { \(number % 2 == 0 ? both : one) }\npotential: { acv: \(number % 7 * 30)k }\n---\n"
      )
    }
    let rows = try ranking(plans).rows
    let plot = FitPotential(rows: rows, settings: ScoreSettings())
    for (width, height) in [(1200.0, 580.0), (358, 420)] {
      let labels = plot.labels(width: width, height: height)
      #expect(labels.count >= (width > 600 ? 24 : 6))
      for (index, label) in labels.enumerated() {
        #expect(label.box.left >= 0 && label.box.right <= width)
        #expect(label.box.top >= 0 && label.box.bottom <= height)
        for other in labels[(index + 1)...] { #expect(!label.box.meets(other.box)) }
      }
    }
  }

  @Test func manyAccountsBecomeCircles() throws {
    let plans = (0..<300).map { plan("p\($0)", tier: $0 % 3 + 1, fit: one, acv: "\($0)k") }
    let page = try #require(
      try Sample(plans, settings: Self.icp).site()["list.html"])
    #expect(page.utf8.count < 260_000)
    #expect(page.contains("and 100 others in the list of accounts"))
  }
}
