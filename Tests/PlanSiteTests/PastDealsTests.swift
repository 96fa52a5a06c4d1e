import Testing

@testable import PlanSite

/// Deals that should have closed.
@Suite struct PastDealsTests {
  private func block(_ deals: [String]) -> SectionBlock? {
    PastDeals(
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
        """
      ).model
    ).block
  }

  @Test func aDealIsPastItsDayTheDayAfter() throws {
    #expect(block(["A | 300k | Bid | 2026-11-20"]) == nil)
    #expect(block(["A | 300k | won | 2026-11-01", "B | 1k | Bid | "]) == nil)
    let one = try #require(block(["A | 300k | Bid | 2026-11-19"]))
    #expect(one.title == "One open deal, $300k, should have closed")
    #expect(one.body.source.contains("19 Nov"))
    #expect(one.body.source.contains("plans/northwind.md, line 9"))
  }

  @Test func severalWithoutASumAndMoreThanAreListed() throws {
    let two = try #require(block(["A | | Bid | 2026-11-19", "B | | Bid | 2026-11-19"]))
    #expect(two.title == "Two open deals should have closed")
    let many = try #require(block((1...10).map { "D\($0) | \($0)k | Bid | 2026-10-01" }))
    #expect(many.note.hasSuffix("; 2 smaller deals not listed"))
    #expect(many.body.source.contains("D10") && !many.body.source.contains(">D2<"))
  }
}
