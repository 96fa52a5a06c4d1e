import PlanMetrics
import PlanModel
import Testing

@testable import PlanSite

/// The account score by its parts, and the signals beside it.
@Suite struct ScoreTests {
  private static let icp = """
    icp:
      - { fit: industry, in: [food], weight: 80 }
      - { fit: region, in: [EMEA], weight: 20 }
    """

  private func facts(
    _ keys: String, signals: [String] = [], settings: String = ScoreTests.icp
  ) -> AccountFacts {
    Sample(
      """
      ---
      account: Northwind
      \(keys)
      ---
      ## Signals

      | Date | Kind | Signal | Strength | Source | Action |
      | --- | --- | --- | --- | --- | --- |
      \(signals.map { "| \($0) |" }.joined(separator: "\n"))
      """, settings: settings
    ).facts
  }

  private static let rich = "tier: 1\nfit: { industry: food }\npotential: { acv: 250k }"

  /// 0.5 * 80 + 0.3 * 100 + 0.2 * 30
  @Test func partsAddUp() throws {
    let facts = facts(Self.rich, signals: ["2026-11-20 | usage | S | high | us | "])
    let html = try #require(AccountSections(facts).score?.html.source)
    #expect(html.contains("Score 76: six points over the cut line of tier 1"))
    #expect(
      html.contains("Fit is known in 1 of 2 criteria; intent fades by half in 45 days"))
    let sheets = Labels(html).sheets
    #expect(sheets.flatMap(\.faults) == [])
    for text in ["fit 80", "× 50% = 40", "× 30% = 30", "× 20% = 6", "76", "tier 1 from 70"] {
      #expect(sheets.allSatisfy { $0.labels.contains { $0.text == text } }, "\(text)")
    }
    #expect(html.contains("<td class=\"num\">76</td>"))
  }

  @Test func withoutAProfileThereIsNoScore() {
    #expect(AccountSections(facts(Self.rich, settings: "")).score == nil)
  }

  @Test(arguments: [
    "", "score: { weights: { fit: 1, potential: 0, intent: 0 }, cut-lines: [99, 98] }",
    "score: { weights: { fit: 0, potential: 0, intent: 1 }, cut-lines: [2, 1] }",
    "score: { weights: { fit: 0.1, potential: 0.1, intent: 0.8 }, cut-lines: [50, 50] }",
  ])
  func labelsKeepTheirPlaces(_ settings: String) {
    for keys in [Self.rich, "tier: 3"] {
      let facts = facts(
        keys, signals: ["2026-11-20 | usage | S | high | us | "],
        settings: Self.icp + "\n" + settings)
      let sheets = Labels(AccountSections(facts).score?.html.source ?? "").sheets
      #expect(sheets.count == 2 && sheets.flatMap(\.faults) == [], "\(settings)")
    }
  }

  @Test func signalsAreNewestFirst() throws {
    let signals = [
      "2026-10-01 | usage | Old | low | us | Called",
      "2026-11-01 | first-party | New | high | | ",
    ]
    let html = try #require(
      AccountSections(facts("tier: 2", signals: signals)).signals?.html.source)
    let new = try #require(html.firstRange(of: "New<br>"))
    let old = try #require(html.firstRange(of: "Old<br>"))
    #expect(new.lowerBound < old.lowerBound)
    #expect(html.contains("first-party, <a href=") && html.contains("nothing written"))
    #expect(html.contains("Newest first; 1 without a source counts for nothing"))
    #expect(AccountSections(facts("tier: 2")).signals == nil)
  }

  @Test func oldSignalsStayInThePlan() throws {
    let signals = (10..<20).map { "2026-10-\($0) | usage | S\($0) | low | us | x" }
    let html = try #require(
      AccountSections(facts("tier: 2", signals: signals)).signals?.html.source)
    #expect(html.contains("2 older ones in the plan") && !html.contains("S11<br>"))
  }

  // MARK: Titles

  private func title(_ total: Double, _ tier: Tier) -> String {
    ScoreTitles.title(ScoreState(total: total, tier: tier, lines: ScoreSettings()))
  }

  @Test func theScoreIsMeasuredAgainstALine() {
    #expect(title(79.2, .one) == "Score 79: nine points over the cut line of tier 1")
    #expect(title(71, .one) == "Score 71: one point over the cut line of tier 1")
    #expect(title(70, .one) == "Score 70: on the cut line of tier 1")
    #expect(title(69.6, .one) == "Score 70: just short of tier 1")
    #expect(title(62, .one) == "Score 62: eight points short of tier 1")
    #expect(title(62, .two) == "Score 62: 17 points over the cut line of tier 2")
    #expect(title(44, .two) == "Score 44: one point short of tier 2")
    #expect(
      title(79, .two)
        == "Score 79: nine points over the cut line of tier 1, and the account is in tier 2")
    #expect(
      title(50, .three)
        == "Score 50: five points over the cut line of tier 2, and the account is in tier 3")
    #expect(title(20, .three) == "Score 20: 25 points short of tier 2")
  }

  @Test func signalsAreActedOn() {
    func said(_ actions: String...) -> String {
      let signals = actions.map { "2026-10-01 | usage | S | low | us | \($0)" }
      return ScoreTitles.title(facts("tier: 2", signals: signals).plan.signals?.items ?? [])
    }
    #expect(said("") == "No action is written beside the one signal")
    #expect(said("", "") == "No action is written beside any of two signals")
    #expect(said("x", "") == "One of two signals has no action")
    #expect(said("x", "", "") == "Two of three signals have no action")
    #expect(said("x") == "The one signal has an action")
    #expect(said("x", "x") == "Both signals have an action")
    #expect(said("x", "x", "x") == "All three signals have an action")
  }
}
