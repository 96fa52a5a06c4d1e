import Testing

@testable import PlanSite

/// The dense table of accounts, and what the script reads from it.
@Suite struct AccountTableTests {
  private static let plans = [
    ("northwind", Sample.rich),
    (
      "tailwind",
      "---\naccount: Tailwind\ntier: 2\nsegment: Food & drink\nfit: { region: EMEA }\n---\n"
    ),
  ]

  private func page(_ settings: String = "") throws -> String {
    try #require(try Sample(Self.plans, settings: settings).site()["accounts.html"])
  }

  @Test func theScoreHasAColumnWhereThereIsAProfile() throws {
    #expect(try !page().contains("data-sort=\"score\""))
    let scored = try page("icp: [{ fit: region, in: [EMEA], weight: 30 }]\n")
    #expect(scored.contains("data-sort=\"score\" data-down>Score</th>"))
    #expect(scored.contains("<td class=\"num\" data-v=\"50\">50</td>"))
    #expect(scored.contains("<td class=\"num\" data-v=\"0\">0</td>"))
    #expect(scored.contains("scope=\"rowgroup\" colspan=\"5\""))
    #expect(try page().contains("scope=\"rowgroup\" colspan=\"4\""))
  }

  @Test func errorsAreItsLastColumn() throws {
    let page = try page()
    #expect(page.contains("data-sort=\"errors\" data-down>Errors</th></tr>"))
    #expect(!page.contains("data-sort=\"warnings\"") && !page.contains("data-sum=\"warnings\""))
  }

  @Test func rowsSayWhatTheyCanBeAskedFor() throws {
    let page = try page("tiers: { 2: { sponsor: required, review-every: 10 } }\n")
    #expect(page.contains("<tr data-is=\"unsponsored\" data-segment=\"Food &amp; drink\">"))
    let late = try #require(
      try Sample("---\naccount: A\ntier: 1\nreviewed: 2020-01-01\n---\n").site()["accounts.html"])
    #expect(late.contains("<tr data-is=\"late\">"))
  }

  @Test func eachTierIsAGroupOfRows() throws {
    let page = try page()
    #expect(page.matches(of: /<tbody>\n<tr class="g">/).count == 2)
    #expect(page.contains("name=\"tier\" value=\"2\" checked>2"))
    #expect(!page.contains("name=\"tier\" value=\"3\""))
    #expect(page.contains("<span data-sum=\"count\">1 account</span>"))
    #expect(page.contains("data-sum=\"pipeline\">$0</td>"))
  }

  @Test func anEmptyProgramHasNoTools() throws {
    #expect(try !#require(try Sample([]).site()["accounts.html"]).contains("class=\"tools\""))
  }
}
