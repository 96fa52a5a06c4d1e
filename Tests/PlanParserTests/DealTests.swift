import PlanModel
import PlanSource
import Testing

/// Whitespace and MEDDPICC name the plan's deals.
struct DealTests {
  private let deals = """
    ## Deals

    | Opportunity | Stage |
    | --- | --- |
    | Robots for Malmö | proposal |
    | Twin | won |


    """
  private let head = "## Whitespace\n\n| Offering | Region | Status | Opportunity |\n|-|-|-|-|\n"

  @Test func whitespaceNamesADeal() throws {
    let small = SmallPlan(
      body: head + """
        | Core | EMEA | open | robots for  MALMÖ |
        | Core | APAC | open | ↓Robots for Mallmö |
        | Core | Americas | open | ↓Uptime |
        | Twin | EMEA | open | Uptime |
        | Twin | APAC | open | - |


        """ + deals)
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(
      small.findings.map(\.message) == [
        "`Robots for Mallmö` in Opportunity is not in Opportunities; read as `Robots for Malmö`",
        "`Uptime` in Opportunity is not in Opportunities",
      ])
    #expect(
      small.findings.last?.help
        == "add a row to Opportunities: `| Uptime | its stage |`, or write one of Robots for Malmö, Twin"
    )
    let cells = try #require(small.plan?.whitespace?.items)
    #expect(
      cells.map { $0.opportunity?.value }
        == ["robots for  MALMÖ", "Robots for Malmö", "Uptime", "Uptime", nil])
    #expect(small.plan?.doubts.map(\.row) == [cells[2].row, cells[3].row])
  }

  @Test func whitespaceNamesADealWhereThereIsNone() {
    let small = SmallPlan(body: head + "| Core | EMEA | open | ↓Uptime |\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.why.hasPrefix("what stands under a name that is no deal") == true)
  }

  /// Where the deals cannot be read, nobody can say that one is not among them.
  @Test(arguments: [
    ("## Deals\n\n| Name | Stage |\n|-|-|\n| Uptime | proposal |\n", "missing-column"),
    ("## Deals\n\n| Opportunity | Stage |\n|-|-|\n| | proposal |\n", "empty-cell"),
    ("## Deals\n\nUptime.\n", "missing-table"),
  ])
  func dealsThatCannotBeReadBlameNobody(_ deals: String, _ rule: String) {
    let small = SmallPlan(body: head + "| Core | EMEA | open | Uptime |\n\n" + deals)
    #expect(small.rules == [rule])
  }

  @Test func aTableOfMeddpiccNamesADeal() throws {
    let table = "\n\n| Element | Score |\n|-|-|\n| Champion | 2 |\n\n"
    let small = SmallPlan(
      body: deals + "## MEDDPICC\n\n### ROBOTS for Malmö" + table + "### ↓Robts for Malmö" + table
        + "### ↓Uptime" + table + "### Prose\n\nNothing to score.\n")
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(
      small.plan?.meddpicc?.items.map { $0.opportunity?.value }
        == ["ROBOTS for Malmö", "Robots for Malmö", "Uptime"])
  }

  @Test func theFirstOfTwoAnswersCounts() throws {
    let small = SmallPlan(
      body: "## MEDDPICC\n\n| Element | Score |\n|-|-|\n| Champion | 2 |\n| ↓CHAMPION | 3 |\n")
    #expect(small.rules == ["duplicate-key"])
    #expect(small.places == small.marks)
    #expect(small.text(small.findings.first?.notes.first?.place?.span) == "Champion")
    #expect(small.plan?.meddpicc?.items.first?.elements.map { $0.score?.value } == [2])
  }
}
