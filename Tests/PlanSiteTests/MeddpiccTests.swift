import PlanModel
import Testing

@testable import PlanSite

/// MEDDPICC of each deal against how far it has come.
@Suite struct MeddpiccTests {
  /// - Parameters:
  ///   - deals: Name, stage, created, close.
  ///   - tables: Below `## MEDDPICC`.
  private func facts(_ deals: [String], _ tables: String, keys: String = "tier: 1") -> AccountFacts
  {
    Sample(
      """
      ---
      account: Northwind
      \(keys)
      ---
      ## Opportunities

      | Opportunity | Stage | Created | Close |
      | --- | --- | --- | --- |
      \(deals.map { "| \($0) |" }.joined(separator: "\n"))

      ## MEDDPICC

      \(tables)
      """
    ).facts
  }

  private static let head = "| Element | Score | Evidence |\n| --- | --- | --- |\n"

  private func table(_ rows: String...) -> String {
    Self.head + rows.map { "| \($0) |\n" }.joined()
  }

  /// All elements at a score, with evidence.
  private func all(_ score: Int, but others: String...) -> String {
    let rows = Element.byDue.map { element -> String in
      others.first { $0.hasPrefix(element.rawValue + " ") }
        ?? "\(element.rawValue) | \(score) | told"
    }
    return Self.head + rows.map { "| \($0) |\n" }.joined()
  }

  /// 100 days in all, so that a day is a hundredth of the way.
  private func deal(_ gone: Int) -> String {
    let created = (Day(Sample.day) ?? Day(number: 0)) - gone
    return "Plants | Proposal | \(created) | \(created + 100)"
  }

  @Test func aTableIsItsDeals() {
    let named =
      "### Extension\n\n\(table("metrics | 1 | x"))\n### Plants\n\n\(table("metrics | 3 | y"))"
    let deals = ["Plants | Proposal | | ", "Extension | Proposal | | ", "Old | won | | "]
    let found = facts(deals, named).qualified
    #expect(found.map(\.name) == ["Plants", "Extension"])
    #expect(found.map { $0.answers[1].score } == [3, 1])
    // One without a heading is of the first deal that has no table.
    let free = facts(deals, table("metrics | 2 | x")).qualified
    #expect(free.map(\.name) == ["Plants"])
    #expect(facts(["Old | lost | | "], table("metrics | 2 | x")).qualified.isEmpty)
    #expect(facts([], table("metrics | 2 | x")).qualified.map(\.name) == [nil])
    let many = (0..<5).map { "D\($0) | Proposal | | " }
    let tables = (0..<5).map { "### D\($0)\n\n\(table("metrics | 2 | x"))" }
    #expect(
      facts(many, tables.joined(separator: "\n")).qualified.count == QualifiedDeal.limit)
  }

  @Test func theWayIsFromCreatedElseFromTheStage() {
    func percent(_ deal: String, _ keys: String = "tier: 1") -> Int? {
      facts([deal], all(2), keys: keys).qualified.first?.way?.percent
    }
    #expect(percent(deal(57)) == 57)
    #expect(percent("Plants | Proposal | | 2027-01-29") == nil)
    #expect(percent("Plants | Proposal | 2026-01-01 | ") == nil)
    #expect(percent("Plants | Proposal | 2026-11-01 | 2026-11-01") == nil)
    #expect(percent("Plants | Proposal | 2026-12-01 | 2027-01-29") == 0)
    #expect(percent("Plants | Proposal | 2026-01-01 | 2026-11-01") == 100)
    #expect(
      percent(
        "Plants | Proposal | | 2026-11-30", "tier: 1\nstage: opportunity\nstage-since: 2026-11-10")
        == 50)
  }

  @Test func anElementIsDueBehindItsShare() {
    func due(_ gone: Int) -> Int {
      facts([deal(gone)], all(2)).qualified.first?.due ?? -1
    }
    #expect([0, 10, 11, 30, 31, 50, 51, 71, 100].map(due) == [0, 0, 1, 1, 3, 4, 6, 8, 8])
  }

  @Test func eachDealHasADrawing() {
    let deals = ["Plants | Proposal | | ", "Extension | Proposal | | "]
    let html =
      AccountSections(
        facts(deals, "### Plants\n\n\(all(2))\n### Extension\n\n\(all(1))")
      ).meddpicc?.html.source ?? ""
    let sheets = Labels(html).sheets
    #expect(sheets.map(\.id) == ["meddpicc-1-w", "meddpicc-1-n", "meddpicc-2-w", "meddpicc-2-n"])
    #expect(html.contains("<h3 class=\"fig\">Extension</h3>"))
    #expect(html.split(separator: "<tr>").count == 2 * 9 + 1)
  }

  @Test func aTableIsAskedForWhereADealIsOpen() {
    func html(_ deals: [String], _ keys: String = "tier: 1") -> String? {
      AccountSections(facts(deals, "", keys: keys)).meddpicc?.html.source
    }
    #expect(html([deal(10)])?.contains("<code>## MEDDPICC</code>") == true)
    #expect(html([]) == nil && html(["Old | won | | "]) == nil)
    #expect(html([deal(10)], "tier: 1\nstatus: paused") == nil)
  }

  @Test(arguments: [0, 4, 15, 57, 69, 99, 100])
  func todayStandsBetweenTheWords(_ gone: Int) {
    let html = AccountSections(facts([deal(gone)], all(2))).meddpicc?.html.source ?? ""
    let sheets = Labels(html).sheets
    #expect(sheets.count == 2 && sheets.flatMap(\.faults) == [])
    #expect(sheets.allSatisfy { $0.labels.contains { $0.text.hasPrefix("today, \(gone)%") } })
  }

  // MARK: Titles

  private func said(_ name: String, _ deals: [String], _ tables: String) -> String? {
    facts(deals, tables).qualified.first.flatMap {
      MeddpiccTitles.remarks.said(name, of: $0)
    }
  }

  @Test func gaps() {
    let assumed = all(2, but: "economic-buyer | 1 | we think")
    #expect(
      said("gaps", [deal(57)], assumed)
        == "57% of the way to the close, the economic buyer is still an assumption")
    #expect(
      said("gaps", [deal(50)], assumed)
        == "50% of the way to the close, the economic buyer is still an assumption")
    #expect(said("gaps", [deal(40)], assumed) == nil)
    #expect(
      said("gaps", [deal(57)], all(2, but: "metrics | 0 | ?"))
        == "57% of the way to the close, the metrics are still unknown")
    #expect(
      said("gaps", [deal(57)], all(2, but: "champion | 3 | "))
        == "57% of the way to the close, the champion is without evidence")
    #expect(
      said("gaps", [deal(57)], all(2, but: "metrics | 0 | ?", "champion | 1 | x"))
        == "57% of the way to the close, the metrics are unknown and the champion is only assumed")
    #expect(
      said("gaps", [deal(101)], all(2, but: "paper-process | 0 | ?"))
        == "Past the close day, the paper process is still unknown")
    #expect(said("gaps", ["Plants | Proposal | | "], assumed) == nil)
  }

  @Test func weak() {
    let undated = ["Plants | Proposal | | "]
    #expect(
      said("weak", undated, all(2, but: "decision-criteria | 1 | x"))
        == "The decision criteria are still assumptions")
    #expect(
      said("weak", undated, table("metrics | 2 | x"))
        == "Seven of eight elements are unknown or assumed")
    #expect(
      said("weak", undated, all(1)) == "Nothing of the deal is more than an assumption")
    #expect(said("weak", undated, all(2)) == nil)
    #expect(said("weak", [deal(57)], all(1)) == nil)
  }

  @Test func known() {
    #expect(said("all known", [deal(57)], all(2)) == "All eight elements are told or confirmed")
    let next = all(2, but: "decision-process | 1 | x")
    #expect(said("all known", [deal(57)], next) == nil)
    #expect(
      said("all due known", [deal(57)], next)
        == "What should be known by now is known; next is the decision process")
    #expect(said("all due known", [deal(67)], next) == nil)
    #expect(said("all due known", [deal(5)], next) == nil)
    #expect(said("sum", [deal(57)], next) == "MEDDPICC stands at 15 of 24")
  }

  @Test func theDealWithMostGapsSpeaks() {
    let deals = ["Plants | Proposal | | ", "Extension | Proposal | 2026-01-01 | 2027-01-01"]
    let found = facts(
      deals, "### Plants\n\n\(all(2))\n### Extension\n\n\(all(2, but: "champion | 1 | x"))"
    ).qualified
    #expect(
      MeddpiccTitles.title(found)
        == "Extension: 88% of the way to the close, the champion is still an assumption"
    )
    #expect(MeddpiccTitles.title([]) == "MEDDPICC")
  }
}
