import PlanModel
import Testing

@testable import PlanSite

@Suite struct WhitespaceTests {
  private func matrix(_ sample: Sample) -> WhitespaceMatrix {
    WhitespaceMatrix(
      sample.model.input.portfolio.plans[0], sample.model.program, sample.model.figures)
  }

  @Test func areaIsMoney() throws {
    let matrix = matrix(Sample(Sample.rich))
    let sides = matrix.listed.compactMap { cell in
      matrix[cell.offering.value, cell.buyingCenter.value].map { matrix.side($0, full: 72) }
    }
    #expect(sides[0] == 72 && sides[1] == 36)
    #expect(abs(sides[3] * sides[3] - 72 * 72 * 0.75) < 0.001)
    #expect(matrix.offerings == ["Core", "Analytics"] && matrix.centers == ["EMEA", "APAC"])
  }

  @Test func dealsAreNotCountedTwice() {
    let matrix = matrix(Sample(Sample.rich))
    #expect(matrix.toSell { _ in true } == Money(hundredths: 500_000_00))
    #expect(matrix.toSell { $0.offering.value == "Analytics" } == .zero)
    #expect(AccountSentences.whitespace(matrix) == "$500k is left to sell, $400k of it in EMEA")
    #expect(AccountSentences.steps(matrix) == "One of two open squares has a next step")
  }

  @Test func severalRowsOfOnePlaceAreOneSquareAndStayInTheTable() throws {
    let sample = Sample(
      "---\naccount: A\ntier: 2\n---\n## Whitespace\n\n| Offering | Buying center | Status | Potential |\n"
        + "| --- | --- | --- | --- |\n| Core | EMEA | open | 5k |\n| Core | EMEA | pursuing | 20k |\n"
    )
    let matrix = matrix(sample)
    let place = try #require(matrix["Core", "EMEA"])
    #expect(place.money == Money(hundredths: 25_000_00))
    #expect(place.label == "pursuing and 1 more")
    #expect(matrix.side(place, full: 72) == 72)
    #expect(matrix.toSell { _ in true } == Money(hundredths: 25_000_00))
    let page = try #require(try sample.site()["accounts/northwind.html"])
    #expect(page.contains(">$5k</a></td>") && page.contains(">$20k</a></td>"))
  }

  private func titles(_ rows: String) -> String {
    AccountSentences.whitespace(
      matrix(
        Sample(
          "---\naccount: A\ntier: 2\n---\n## Whitespace\n\n| Offering | Buying center | Status | Potential |\n"
            + "| --- | --- | --- | --- |\n" + rows + "\n")))
  }

  @Test func otherTitles() {
    #expect(titles("| Core | EMEA | owned | 5k |") == "Nothing is left to sell on this map")
    #expect(titles("| Core | EMEA | open | |") == "One cell left to sell, without a sum")
    #expect(titles("| Core | EMEA | open | 5k |") == "$5k is left to sell, all of it in EMEA")
  }

  @Test func whatALostDealLeavesIsToSellAgain() {
    let matrix = matrix(
      Sample(
        """
        ---
        account: A
        tier: 2
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Gone | lost |
        | Ours | won |

        ## Whitespace

        | Offering | Buying center | Status | Potential | Opportunity |
        | --- | --- | --- | --- | --- |
        | Core | EMEA | pursuing | 5k | Gone |
        | Core | APAC | owned | 9k | Ours |
        | Twin | APAC | open | 9k | Ours |
        """))
    #expect(AccountSentences.whitespace(matrix) == "$5k is left to sell, all of it in EMEA")
    #expect(matrix.listed.map(WhitespaceMatrix.label) == ["pursuing", "owned", "won"])
  }

  @Test func manyCentersStillDraw() throws {
    let rows = (0..<40).map { "| O\($0 % 11) | C\($0) | open | \($0 + 1)k |" }.joined(
      separator: "\n")
    let sample = Sample(
      "---\naccount: A\ntier: 2\n---\n## Whitespace\n\n| Offering | Buying center | Status | Potential |\n"
        + "| --- | --- | --- | --- |\n" + rows + "\n")
    let page = try #require(try sample.site()["accounts/northwind.html"])
    #expect(page.contains("what is not drawn is in the table") && page.contains("C39"))
  }
}
