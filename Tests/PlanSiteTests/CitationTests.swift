import PlanModel
import PlanSource
import Testing

@testable import PlanSite

/// Ways from figures to lines.
@Suite struct CitationTests {
  private let sample = Sample(Sample.rich)

  private func citations(isOnPlan: Bool) -> Citations {
    Citations(sample.model, sample.facts.plan, root: "../", isOnPlan: isOnPlan)
  }

  @Test func aRowLeadsToItsLine() throws {
    let deal = try #require(sample.facts.plan.opportunities?.items.first)
    let lines = Sample.rich.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("| Plants |") }) + 1
    let link = citations(isOnPlan: false).cite("€860k", deal.amount?.span).source
    #expect(
      link == """
        <a href="../accounts/northwind.html#L\(line)" \
        title="plans/northwind.md, line \(line)">€860k</a>
        """)
    #expect(citations(isOnPlan: true).href(deal.row) == "#L\(line)")
  }

  @Test func whatTheFrontMatterSaysLeadsToTheFacts() {
    #expect(
      citations(isOnPlan: false).href(sample.facts.plan.tier.span)
        == "../accounts/northwind.html#facts")
  }

  @Test func everyAnchorThatALineHasIsOnThePageOnce() throws {
    let page = try #require(try sample.site()["accounts/northwind.html"])
    let plan = sample.facts.plan
    let spans =
      plan.contacts.map(\.row) + (plan.whitespace?.items.map(\.row) ?? [])
      + (plan.opportunities?.items.map(\.row) ?? []) + (plan.actionPlan?.items.map(\.row) ?? [])
      + (plan.plays?.items.map(\.row) ?? [])
    #expect(spans.count > 12)
    for span in spans {
      let href = try #require(citations(isOnPlan: true).href(span))
      #expect(page.split(separator: "id=\"\(href.dropFirst())\"").count == 2, "\(href)")
    }
  }

  @Test func aFigureWithoutAPlaceStaysAsItIs() {
    #expect(citations(isOnPlan: false).cite("–", nil).source == "–")
  }

  @Test func twoItemsOfOneLineShareItsAnchor() throws {
    let page = try #require(
      try Sample("---\naccount: A\ntier: 3\n---\n## Notes\n- - a\n  - b\n").site()[
        "accounts/northwind.html"])
    #expect(page.split(separator: "id=\"L6\"").count == 2)
  }

  @Test(arguments: [
    (
      "https://github.com/us/plans",
      "https://github.com/us/plans/blob/HEAD/eu/plans/a%20%231.md?plain=1#L9"
    ),
    (
      "https://gitlab.us.example/x/y",
      "https://gitlab.us.example/x/y/-/blob/HEAD/eu/plans/a%20%231.md?plain=1#L9"
    ),
    (
      "https://bitbucket.org/us/plans",
      "https://bitbucket.org/us/plans/src/HEAD/eu/plans/a%20%231.md#lines-9"
    ),
  ])
  func aHostShowsALineInItsOwnWay(_ repository: String, _ address: String) throws {
    let host = try #require(SourceHost(repository, prefix: "eu/"))
    #expect(host.page(of: "plans/a #1.md", line: 9) == address)
  }

  @Test func figuresLeadToTheHostThatTheSettingsName() throws {
    let sample = Sample(Sample.rich, settings: "site: { repository: https://github.com/us/plans }")
    let citations = Citations(sample.model, sample.facts.plan, root: "")
    #expect(
      citations.href(sample.facts.plan.tier.span)
        == "https://github.com/us/plans/blob/HEAD/plans/northwind.md?plain=1#L3")
    let page = try #require(try sample.site()["accounts/northwind.html"])
    #expect(page.contains("href=\"https://github.com/us/plans/edit/HEAD/plans/northwind.md\""))
  }
}
