import PlanModel
import Testing

@testable import PlanSite

/// What the home page says of the year's goal.
@Suite struct PaceSentenceTests {
  private func model(_ deals: [String], goals: String = "goals: { revenue: 1M }") -> SiteModel {
    Sample(
      """
      ---
      account: Northwind
      tier: 1
      ---
      ## Opportunities

      | Opportunity | Amount | Stage | Close |
      | --- | --- | --- | --- |
      \(deals.map { "| \($0) |" }.joined(separator: "\n"))
      """, settings: goals
    ).model
  }

  /// So many decided deals of 100k each.
  private static func decided(won: Int, lost: Int) -> [String] {
    (0..<(won + lost)).map { "D\($0) | 100k | \($0 < won ? "won" : "lost") | 2026-03-01" }
  }

  private func title(_ deals: [String], goals: String = "goals: { revenue: 1M }") -> String? {
    let model = model(deals, goals: goals)
    return PaceSentences.titles.said(of: (model.pace, model.figures)).first
  }

  @Test func whatMustBeWon() {
    #expect(
      title(["A | 400k | won | 2026-03-01", "B | 900k | Proposal | 2026-12-01"])
        == "$600k of the $900k that closes this year must be won")
    let decided = Self.decided(won: 8, lost: 2)
    #expect(
      title(decided + ["B | 900k | Proposal | 2026-12-01"])
        == "$200k of the $900k that closes this year must be won; the last four quarters won 8 of 10 deals"
    )
    #expect(
      title(["B | 1M | Proposal | 2026-12-01"])
        == "$1.00M of the $1.00M that closes this year must be won")
  }

  @Test func whatNoOpenDealCanBring() {
    #expect(
      title(["A | 400k | won | 2026-03-01", "B | 599k | Proposal | 2026-12-01"])
        == "Every open deal of the year won would still leave $1k to the goal")
    #expect(title([]) == "$1.00M is still to win, and no open deal closes this year")
  }

  @Test func aGoalThatIsReached() {
    #expect(title(["A | 1M | won | 2026-03-01"]) == "The goal of $1.00M is reached")
    #expect(
      title(["A | 1.2M | won | 2026-03-01"]) == "The goal of $1.00M is reached, $200k beyond it")
  }

  @Test func withoutAGoalNothingIsSaid() {
    #expect(title(["A | 1M | won | 2026-03-01"], goals: "currency: USD") == nil)
    let model = model([], goals: "goals: { pipeline: 2M }")
    #expect(PaceSentences.lead(model.pace, model.figures).isEmpty)
    #expect(PaceSentences.pace(model.pace, model.figures) == nil)
    #expect(PaceSentences.cover(model.pace, model.figures) == nil)
  }

  @Test func theLeadSaysBehindAheadOrReached() {
    func lead(_ deal: String) -> String {
      let model = model([deal])
      return PaceSentences.lead(model.pace, model.figures).source
        .replacing(/<[^>]*>/, with: "")
    }
    #expect(
      lead("A | 400k | won | 2026-03-01")
        == "Won $400k of $1.00M with 88% of the year gone, $488k behind")
    #expect(
      lead("A | 900k | won | 2026-03-01")
        == "Won $900k of $1.00M with 88% of the year gone, $12k ahead")
    #expect(lead("A | 1M | won | 2026-03-01") == "Won $1.00M of $1.00M, the goal of the year")
  }

  @Test func coverIsHeldAgainstTheWinRate() throws {
    let model = model([
      "A | 400k | won | 2026-03-01", "B | 1k | lost | 2026-03-01", "C | 1.1M | Bid | 2026-12-01",
    ])
    let answer = try #require(PaceSentences.cover(model.pace, model.figures))
    #expect(answer.number == "1.8×")
    // Two decided deals are no win rate.
    #expect(answer.unit == "the gap")
    #expect(
      answer.text.source
        == "$1.10M closes this year for $600k still to win. 55% of it must be won.")
    func cover(won: Int, lost: Int, open: String) throws -> String {
      let model = self.model(
        Self.decided(won: won, lost: lost) + ["C | \(open) | Bid | 2026-12-01"])
      let answer = try #require(PaceSentences.cover(model.pace, model.figures))
      return "\(answer.number) \(answer.unit): \(answer.text.source)"
    }
    #expect(
      try cover(won: 5, lost: 5, open: "900k")
        == "1.8× of 2.0× needed: $900k closes this year for $500k still to win. No: we won 5 of 10 deals."
    )
    #expect(try cover(won: 5, lost: 5, open: "1M").hasSuffix("Yes: we won 5 of 10 deals."))
    #expect(try cover(won: 5, lost: 0, open: "400k").hasSuffix("No: all of it would not do."))
    #expect(PaceSentences.times(1.999) == "1.9×")
  }

  @Test func theChartNamesItsDealsAndStaysInItsFrame() throws {
    let deals = (1...40).map { index in
      "Deal | \(index)0k | \(index < 25 ? "won" : "Bid") | 2026-\(index < 25 ? "03" : "12")-\(index % 28 + 1 < 10 ? "0" : "")\(index % 28 + 1)"
    }
    let model = model(deals)
    let html = GoalChart(model: model, pace: model.pace, goal: .thousands(1000))
      .picture(title: "T").html.source
    let svg = try #require(html.firstMatch(of: /<svg class="wide".*?<\/svg>/)).output
    for match in svg.matches(of: /<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]*)</) {
      let (x, y) = (Double(match.1) ?? -1, Double(match.2) ?? -1)
      #expect(x >= 0 && x <= 786 && y > 0 && y <= 340, "\(match.0)")
    }
    #expect(html.contains("accounts/northwind.html#L"))
  }
}
