import PlanModel
import PlanParser
import PlanSource
import Testing

@testable import PlanMetrics

/// Won and open money of the year against the goal.
@Suite struct GoalPaceTests {
  private func pace(
    _ rows: [String], goals: String = "goals: { revenue: 1M }", status: String = "active"
  ) throws -> GoalPace {
    let settings = SourceFile(path: Program.path, bytes: Array(goals.utf8))
    let program = SettingsReader.read(settings, rules: []).program
    let text = """
      ---
      account: A
      tier: 1
      status: \(status)
      ---
      ## Opportunities

      | Opportunity | Amount | Stage | Close |
      | --- | --- | --- | --- |
      \(rows.map { "| \($0) |" }.joined(separator: "\n"))
      """
    let source = SourceFile(path: "plans/a.md", bytes: Array(text.utf8))
    let plan = try #require(PlanReader.read(source, in: program).plan)
    let today = try #require(Day("2026-07-01"))
    return GoalPace(
      of: [(plan, PlanMeasures(of: plan, in: program, on: today))], in: program, on: today)
  }

  @Test func aYearHalfGone() throws {
    let pace = try pace([
      "A | 300k | won | 2026-03-01", "B | 100k | closed won | 2026-01-01",
      "C | 400k | Proposal | 2026-12-31", "D | 50k | Proposal | 2026-07-01",
      "E | 70k | lost | 2026-05-01",
    ])
    #expect(pace.won.map(\.name) == ["B", "A"])
    #expect(pace.wonMoney == .thousands(400))
    #expect(pace.open.map(\.name) == ["D", "C"])
    #expect(pace.missing == .thousands(600))
    // 182 of 365 days, of a million.
    #expect(pace.daysGone == 182)
    #expect(pace.straightLine?.hundredths == 49_863_013)
    #expect(pace.coverage == 0.75)
    #expect(pace.decided == (2, 1))
    // Three decided deals say nothing of the next.
    #expect(pace.coverageNeeded == nil)
  }

  @Test func whatIsNeededIsSaidFromTenDecidedDealsOn() throws {
    func needed(won: Int, lost: Int) throws -> Double? {
      let rows = (0..<(won + lost)).map { index in
        "D\(index) | 10k | \(index < won ? "won" : "lost") | 2026-06-01"
      }
      return try pace(rows).coverageNeeded
    }
    #expect(try needed(won: 5, lost: 4) == nil)
    #expect(try needed(won: 5, lost: 5) == 2)
    #expect(try needed(won: 0, lost: 12) == nil)
  }

  @Test func otherYearsAndDealsWithoutADayOrAnAmountAreLeftOut() throws {
    let pace = try pace([
      "A | 300k | won | 2025-12-31", "B | 100k | Proposal | 2027-01-01", "C | 100k | won | ",
      "D | | won | 2026-02-01", "E | 100k | Proposal | 2026-06-30",
    ])
    #expect(pace.won.isEmpty && pace.open.isEmpty)
    #expect(pace.coverage == 0)
    // A and D are decided; E is one day past its close day.
    #expect(pace.decided == (2, 0))
  }

  @Test func anOpenDealNinetyOneDaysPastItsDayCountsAsLost() throws {
    #expect(try pace(["A | 1k | Proposal | 2026-04-02"]).decided == (0, 0))
    #expect(try pace(["A | 1k | Proposal | 2026-04-01"]).decided == (0, 1))
    // Four quarters are 368 days.
    #expect(try pace(["A | 1k | lost | 2025-06-28"]).decided == (0, 0))
    #expect(try pace(["A | 1k | lost | 2025-06-29"]).decided == (0, 1))
  }

  @Test func withoutAGoalOfThisYearThereIsNoPace() throws {
    #expect(try pace([], goals: "").goal == nil)
    #expect(try pace([], goals: "goals: { revenue: 1M, fiscal-year: 2027 }").goal == nil)
    #expect(try pace([], goals: "goals: { pipeline: 1M }").coverage == nil)
    #expect(try pace([], goals: "goals: { revenue: 1M, fiscal-year: 2026 }").goal != nil)
  }

  @Test func aGoalThatIsReachedNeedsNoCoverage() throws {
    let pace = try pace(["A | 2M | won | 2026-02-01"])
    #expect(pace.missing == .zero)
    #expect(pace.coverage == nil)
  }

  @Test func pausedAccountsCountNothing() throws {
    #expect(try pace(["A | 2M | won | 2026-02-01"], status: "paused").won.isEmpty)
  }
}
