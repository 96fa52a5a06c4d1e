import PlanModel
import Testing
import Theme

@testable import PlanSite

/// Review pages, their sources and their index.
@Suite struct ReviewPageTests {
  private let sections =
    ReviewSample.deals("Plant | 860k | Offer | 2027-01-29 | 2026-09-01")
    + ReviewSample.contacts("Ann | champion | advocate | 2026-11-01 | ", "Raj | coach | | | left")
    + ReviewSample.tasks("[ ] Sign (@maya.chen, Ann, due 2026-11-10)")
    + ReviewSample.objectives("Fewer stops | 4 | 11 | 2026-12-01")
    + "## Reviews\n\n- 2026-10-01: go\n  - [ ] Pay (@maya.chen, due 2026-11-01)\n"

  private func pages(_ plans: [(name: String, text: String)]) throws -> [String: String] {
    try Sample(plans, settings: ReviewSample.settings).site()
  }

  @Test func theStoryComesFirst() throws {
    let page = try #require(
      try pages([("northwind", ReviewSample.plan(sections, facts: "owner: maya.chen"))])[
        "qbr/northwind.html"])
    let order = [
      "class=\"lead\"", "class=\"state\"", "id=\"story\"", "id=\"asked\"", "id=\"promises\"",
      "id=\"moved\"", "id=\"objectives\"", "id=\"committee\"", "id=\"plan\"", "id=\"lacking\"",
      "id=\"asks\"", "class=\"notes\"",
    ].map { page.firstRange(of: $0)?.lowerBound }
    #expect(
      order.allSatisfy { $0 != nil }
        && order.compactMap(\.self) == order.compactMap(\.self).sorted())
    #expect(page.contains("<span class=\"late\">broken, 19 days</span>"))
    #expect(page.contains("Finish, or agree a new day: Sign."))
    // Who has left decides nothing any more; who is missing has a dashed row.
    #expect(page.contains("</i>Ann</th>") && !page.contains("</i>Raj</th>"))
    #expect(page.contains("<b class=\"who\">Nobody known</b>"))
  }

  @Test func sourcesAreNumberedOnceAndLeadToTheirLines() throws {
    let text = ReviewSample.plan(sections)
    let page = try #require(try pages([("northwind", text)])["qbr/northwind.html"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("] Sign (") }) + 1
    let notes = page.matches(of: /id="n([0-9]+)"><a href="([^"]*)"><b>([0-9]+)<\/b> line ([0-9]+)/)
    #expect(notes.count >= 5)
    #expect(notes.map { $0.1 } == notes.map { $0.3 })
    #expect(Set(notes.map { $0.4 }).count == notes.count)
    let note = try #require(notes.first { $0.4 == "\(line)" })
    #expect(note.2 == "../accounts/northwind.html#L\(line)")
    // The task is named in the movement, in the action plan and among the asks.
    #expect(page.split(separator: "Sign<sup><a href=\"#n\(note.1)\">").count == 3)
    for mark in page.matches(of: /<sup><a href="#(n[0-9]+)">/) {
      #expect(page.contains("id=\"\(mark.1)\""))
    }
  }

  @Test func whatAnEmptyAccountLacksIsOneLine() throws {
    let page = try #require(
      try pages([("a", "---\naccount: A\ntier: 3\n---\n")])["qbr/a.html"])
    let line = """
      Reviews and their promises, days of what moved, objectives, a buying committee, whitespace, an action \
      plan and risks. Each is a section of <a href="../accounts/a.html">the plan</a>.
      """
    #expect(page.contains(line))
    #expect(page.matches(of: /<section class="sec [^"]*" id="/).count == 1)
    #expect(!page.contains("class=\"notes\""))
  }

  @Test func theLastReviewIsQuoted() throws {
    let reviews = "## Reviews\n\n- 2026-08-01: stays.\n- 2026-10-09: owner to be named <soon>.\n"
    let page = try #require(try pages([("a", ReviewSample.plan(reviews))])["qbr/a.html"])
    #expect(page.contains("“owner to be named &lt;soon&gt;.”"))
    #expect(page.contains("Review of 9 Oct") && !page.contains("“stays.”"))
  }

  @Test func onlyActiveAccountsAreReviewed() throws {
    let pages = try pages([
      ("a", "---\naccount: A\ntier: 3\n---\n"),
      ("b", "---\naccount: B\ntier: 3\nstatus: paused\n---\n"),
    ])
    #expect(
      try #require(pages["accounts/a.html"]).contains("<a href=\"../qbr/a.html\">Review page</a>"))
    #expect(try !#require(pages["accounts/b.html"]).contains("Review page"))
    #expect(
      pages.keys.filter { $0.hasPrefix("qbr/") }.sorted() == [
        "qbr/a.html", "qbr/index.html", "qbr/program.html",
      ])
  }

  @Test func theIndexNamesAllReviews() throws {
    let late = ReviewSample.plan("", facts: "owner: maya.chen", reviewed: "2026-01-02", tier: 1)
    let promised = ReviewSample.plan(sections, facts: "owner: maya.chen\nsegment: Ports")
    let pages = try pages([("late", late), ("northwind", promised)])
    let page = try #require(pages["qbr/index.html"])
    for path in pages.keys where path.hasPrefix("qbr/") && path != "qbr/index.html" {
      #expect(page.contains("href=\"../\(path)\""), "\(path)")
    }
    #expect(page.contains("2 of 2 accounts are past their review; "))
    #expect(page.contains("0 of 1, <span class=\"late\">1 broken</span>"))
  }

  @Test(arguments: [
    (late: 0, never: 0, "No account is past its review; "),
    (late: 1, never: 0, "1 of 3 accounts is past its review; "),
    (late: 2, never: 1, "2 of 3 accounts are past their review, and 1 was never reviewed; "),
    (late: 0, never: 2, "No account is past its review, and 2 were never reviewed; "),
  ])
  func theIndexBeginsWithACount(_ late: Int, _ never: Int, _ sentence: String) {
    let plans = (0..<3).map { index in
      let day = index < late ? "2026-01-02" : index < late + never ? nil : "2026-11-10"
      return ("p\(index)", ReviewSample.plan("", reviewed: day))
    }
    let model = Sample(plans, settings: ReviewSample.settings).model
    #expect(ReviewsView.sentence(model, root: "../").source.hasPrefix(sentence))
  }

  @Test func longListsAreCut() throws {
    let plans = (0..<210).map { ("p\($0)", "---\naccount: P\($0)\ntier: 3\n---\n") }
    let pages = try pages(plans)
    #expect(try #require(pages["qbr/index.html"]).contains("and 10 other accounts in "))
    #expect(try #require(pages["qbr/program.html"]).contains("and 180 other accounts in "))
  }

  // MARK: Print

  @Test func theLargestAreSheets() throws {
    let input = Sample(
      [("a", ReviewSample.plan("")), ("b", ReviewSample.plan("", facts: "segment: S", tier: 2))],
      settings: ReviewSample.settings
    ).input
    let site = try Site(input, theme: Theme.files)
    #expect(
      site.sheets.map(\.path) == [
        "qbr/program.html", "qbr/maya-chen.html", "qbr/s.html", "qbr/a.html",
      ])
    let page = String(decoding: site.sheets[0].render(), as: UTF8.self)
    #expect(!page.contains("<a href=\"../") && page.contains("href=\"../style.css\""))
  }

  @Test func thePaperAndThePDFAreOnThePage() throws {
    func page(_ name: String, _ paper: Paper, prints: Bool) throws -> String {
      let sample = Sample([("a", ReviewSample.plan("")), ("b", ReviewSample.plan("", tier: 2))])
      let input = SiteInput(
        portfolio: sample.input.portfolio, measures: sample.input.measures, findings: [], rules: [],
        files: 2, sources: sample.input.sources, version: "1", paper: paper, prints: prints,
        text: sample.input.text)
      let files = try Site(input, theme: Theme.files).files
      let file = try #require(files.first { $0.path == name })
      return String(decoding: file.render(), as: UTF8.self)
    }
    #expect(try !page("qbr/a.html", .a4, prints: false).contains("a.pdf"))
    #expect(try page("qbr/a.html", .a4, prints: true).contains("<a href=\"a.pdf\">as PDF</a>"))
    #expect(try !page("qbr/b.html", .a4, prints: true).contains("b.pdf"))
    #expect(try page("qbr/program.html", .a4, prints: true).contains("href=\"program.pdf\""))
    #expect(try page("qbr/a.html", .letter, prints: false).contains("class=\"qbr letter\""))
    #expect(try page("qbr/a.html", .a4, prints: false).contains("class=\"qbr\""))
  }

  @Test(arguments: [
    ("", "<p><a>x</a> <a href=\"#n1\">1</a> <link href=\"../style.css\"> < b"),
    (
      "https://x.example/p",
      "<p><a href=\"https://x.example/p/accounts/a.html#L3\">x</a> <a href=\"#n1\">1</a> "
        + "<link href=\"../style.css\"> < b"
    ),
    ("javascript:x", "<p><a>x</a> <a href=\"#n1\">1</a> <link href=\"../style.css\"> < b"),
  ])
  func printedLinksLeadToThePublishedSite(_ base: String, _ printed: String) {
    let page = """
      <p><a href="../accounts/a.html#L3">x</a> <a href="#n1">1</a> <link href="../style.css"> < b
      """
    let bytes = PrintLinks.settle(Array(page.utf8), base: base)
    #expect(String(decoding: bytes, as: UTF8.self) == printed)
  }

  @Test(arguments: [(2.0, 4.0, "width=\"54\""), (8, 4, "width=\"108\""), (4, 4, "width=\"108\"")])
  func aBarIsDrawnOnOneScaleWithItsTarget(_ now: Double, _ target: Double, _ width: String) throws {
    let text = ReviewSample.objectives("A | \(Int(target)) | \(Int(now)) | ")
    let objective = try #require(ReviewSample.review(text).plan.objectives?.items.first)
    let progress = try #require(Progress(of: objective))
    #expect(ReviewSections.bar(progress).source.contains(width))
  }

  @Test func nothingIsDrawnOfNoughtOrLess() throws {
    for (now, target) in [("0", "0"), ("-1", "3")] {
      let text = ReviewSample.objectives("A | \(target) | \(now) | ")
      let objective = try #require(ReviewSample.review(text).plan.objectives?.items.first)
      #expect(ReviewSections.bar(try #require(Progress(of: objective))).isEmpty)
    }
  }
}
