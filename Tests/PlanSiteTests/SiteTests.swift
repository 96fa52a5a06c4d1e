import PlanModel
import PlanSource
import Testing
import Theme

@testable import PlanSite

@Suite struct SiteTests {
  private static let attack = "\"\u{301}><script>x()</script>'<img src=x onerror=x()>javascript:x()"

  @Test func everyPageIsThere() throws {
    let pages = try Sample(
      [
        ("northwind", Sample.rich), ("plans/west/\"><b>.md", "---\naccount: B\ntier: 2\n---\n"),
        ("idea", "---\naccount: Idea\ntier: 2\nstatus: draft\n---\n"),
        ("slept", "---\naccount: Slept\ntier: 2\nstatus: paused\n---\n"),
      ], rules: [Sample.rule]
    ).site()
    #expect(
      pages.keys.filter { !$0.hasPrefix("data/") }.sorted().joined(separator: "\n") == """
        404.html
        accounts.html
        accounts/b.html
        accounts/northwind.html
        accounts/slept.html
        calendar.html
        calendar.ics
        definitions.html
        favicon.svg
        index.html
        list.html
        metrics.html
        people/index.html
        people/maya-chen.html
        people/maya-chen.ics
        people/vera-holm.html
        pods/maya-chen.html
        qbr/b.html
        qbr/index.html
        qbr/maya-chen.html
        qbr/northwind.html
        qbr/program.html
        report.html
        rules/committee-missing-role.html
        rules/index.html
        search.js
        segments/index.html
        site.js
        style.css
        tiers/1.html
        tiers/2.html
        tiers/3.html
        """)
    #expect(try #require(pages["accounts/slept.html"]).contains("Status: paused"))
    #expect(try #require(pages["accounts.html"]).contains("2 accounts, 1 with an open deal"))
  }

  @Test func anEmptyProgramHasASite() throws {
    let pages = try Sample([]).site()
    #expect(try #require(pages["index.html"]).contains("There is no active account yet"))
    #expect(try #require(pages["report.html"]).contains("There is nothing to check yet."))
    #expect(try #require(pages["tiers/1.html"]).contains("Tier 1 holds no active account."))
  }

  @Test(arguments: [
    (["active"], "The one active plan meets what its tier asks for."),
    (["active", "draft", "active"], "All 2 active plans meet what their tiers ask for."),
    (["draft"], "Nothing was found, and no plan is active."),
  ])
  func theReportCountsActivePlans(_ statuses: [String], _ sentence: String) throws {
    let plans = statuses.enumerated().map { index, status in
      ("p\(index)", "---\naccount: P\(index)\ntier: 3\nstatus: \(status)\n---\n")
    }
    let pages = try Sample(plans).site()
    #expect(try #require(pages["report.html"]).contains(sentence))
    let isActive = statuses.contains("active")
    #expect(
      try #require(pages["accounts.html"]).contains("No account is active: 1 draft.") != isActive)
  }

  /// A page that no other links to is lost.
  @Test func everyPageIsLinkedTo() throws {
    let plans = [
      ("northwind", Sample.rich), ("slept", "---\naccount: S\ntier: 2\nstatus: paused\n---\n"),
      (
        "b",
        "---\naccount: B\ntier: 2\nsegment: Cold\nowner: tom\npod: { sdr: zoe }\n---\n"
          + "## Mutual action plan\n\n- [ ] A (@kim, due 2026-11-27)\n"
      ),
    ]
    let pages = try Sample(plans, settings: "currency: EUR\n", rules: [Sample.rule]).site()
    var linked: Set<String> = ["404.html"]
    for (path, page) in pages where path.hasSuffix(".html") {
      let folder = path.contains("/") ? path.split(separator: "/")[0] + "/" : ""
      for match in page.matches(of: /href="([^"#?:]+)[#"]/) {
        let target = String(match.1)
        let full = target.hasPrefix("../") ? String(target.dropFirst(3)) : folder + target
        if full != path { linked.insert(full) }
      }
    }
    #expect(Set(pages.keys.filter { $0.hasSuffix(".html") }).subtracting(linked) == [])
  }

  /// No plans, one plan, nothing in the settings: each page begins with a sentence.
  @Test(arguments: [
    [], [("a", "---\naccount: A\ntier: 1\n---\n")],
    [("a", "---\naccount: A\ntier: 2\nstatus: draft\n---\n")], [("northwind", Sample.rich)],
  ])
  func everyPageBeginsWithASentence(_ plans: [(String, String)]) throws {
    for (path, page) in try Sample(plans).site() where path.hasSuffix(".html") {
      let lead = try #require(page.firstMatch(of: /class="lead">(.*?)<\/(h1|p)>/), "\(path)")
      let text = lead.1.replacing(/<[^>]*>/, with: "")
      #expect(text.hasSuffix("."), "\(path): \(text)")
      #expect(text.first?.isLowercase == false, "\(path): \(text)")
      #expect(
        !text.contains(/\b1 (accounts|tasks|plays|people|deals|reviews)\b/), "\(path): \(text)")
    }
  }

  /// A server shows it in place of pages in any folder.
  @Test(arguments: [
    ("", "style.css"), ("https://example.com", "/style.css"),
    ("https://example.com/a/b", "/a/b/style.css"), ("https://example.com//a/", "/a/style.css"),
    ("ftp://example.com/a", "style.css"),
  ])
  func thePageForMissingPagesFindsTheSite(base: String, style: String) throws {
    let settings = "site: { base-url: \"\(base)\" }\n"
    let pages = try Sample([], settings: settings).site()
    let page = try #require(pages["404.html"])
    #expect(page.contains("href=\"\(style)\""))
    #expect(page.contains("href=\"\(style.replacing("style.css", with: "accounts.html"))\""))
    #expect(try #require(pages["index.html"]).contains("href=\"style.css\""))
  }

  @Test func sameInputSameBytes() throws {
    let plans = (0..<40).map { ("p\($0)", Sample.rich.replacing("Northwind", with: "N\($0)")) }
    #expect(try Sample(plans).site() == Sample(plans.reversed()).site())
  }

  @Test func hostileTextStaysText() throws {
    let quoted = "'" + Self.attack.replacing("'", with: "''") + "'"
    let cell = Self.attack
    let text = """
      ---
      account: \(quoted)
      tier: 1
      stage: opportunity
      owner: \(quoted)
      sponsor: \(quoted)
      segment: \(quoted)
      links: { \(quoted): "javascript:x()" }
      ---
      ## Buying committee

      | Name | Title | Role | Function |
      | --- | --- | --- | --- |
      | \(cell) | \(cell) | champion | \(cell) |

      ## Whitespace

      | Offering | Buying center | Status | Potential |
      | --- | --- | --- | --- |
      | \(cell) | \(cell) | open | 5k |

      ## \(cell)

      [x](javascript:x()) \(cell)
      """
    let pages = try Sample(
      [("plans/\(Self.attack.replacing("/", with: "")).md", text)],
      settings: "program: \(quoted)\nsite: { title: \(quoted), base-url: \(quoted) }\n"
    ).site()
    let unescaped = "\"\u{301}"
    for (path, page) in pages where path.hasSuffix(".html") {
      let bytes = Array(page.utf8)
      #expect(page.matches(of: /<script/).count == 1, "\(path)")
      #expect(!contains(bytes, "<img"), "\(path)")
      #expect(!contains(bytes, "href=\"javascript:"), "\(path)")
      #expect(!contains(bytes, unescaped), "\(path)")
    }
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  @Test func idsAreUnique() throws {
    for (path, page) in try Sample([("northwind", Sample.rich)]).site() {
      let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func findingsStandBesideTheirSection() throws {
    let start = try #require(
      Sample(Sample.rich).model.input.portfolio.plans[0].committee?.heading.start)
    func finding(_ at: Span?, _ message: String) -> Finding {
      Finding(Sample.rule, path: "plans/northwind.md", at: at, message)
    }
    let text = PlanText(
      Sample(
        Sample.rich,
        findings: [
          finding(Span(start, start + 4), "nobody is legal"), finding(Span(0, 3), "no pod"),
          finding(nil, "too large"),
        ]
      ).model, Sample(Sample.rich).model.input.portfolio.plans[0])
    let html = text.html.source
    let top = try #require(html.firstRange(of: "<h3>Front matter</h3>")).upperBound
    let committee = try #require(html.firstRange(of: ">Buying committee</h3>")).upperBound
    #expect(html.contains("</div><div class=\"mar top\">"))
    let next = try #require(html[committee...].firstRange(of: "<h3")).lowerBound
    #expect(
      html[top..<committee].contains("No pod.") && html[top..<committee].contains("Too large."))
    #expect(html[committee..<next].contains("Nobody is legal."))
    #expect(html.matches(of: /class="f"/).count == 3)
  }

  @Test func relativeLinksLeadToPages() throws {
    let pages = try Sample([
      ("northwind", Sample.rich), ("tailwind", "---\naccount: Tailwind\ntier: 2\n---\n"),
    ]).site()
    let page = try #require(pages["accounts/northwind.html"])
    #expect(page.contains("<a href=\"../accounts/tailwind.html\">Tailwind</a>"))
    #expect(page.contains("href=\"https://wiki.example/a%20b\""))
  }

  @Test func canonicalOnlyWithAnAddress() throws {
    let plain = try #require(try Sample([]).site()["tiers/1.html"])
    #expect(!plain.contains("canonical"))
    let based = try Sample([], settings: "site: { base-url: \"https://plans.example/x\" }\n").site()
    #expect(
      try #require(based["tiers/1.html"]).contains(
        "<link rel=\"canonical\" href=\"https://plans.example/x/tiers/1.html\">"))
  }

  @Test func picturesStaySmall() throws {
    let plans = (0..<300).map { number in
      ("p\(number)", Sample.rich.replacing("tier: 1", with: "tier: \(number % 3 + 1)"))
    }
    let pages = try Sample(plans).site()
    let home = try #require(pages["index.html"])
    #expect(home.contains("and 270 others in the list of accounts"))
    #expect(home.utf8.count < 120_000)
    #expect(try #require(pages["accounts/p0.html"]).utf8.count < 60_000)
  }

  @Test func longReportsAreCut() throws {
    let findings = (0..<1200).map { number in
      Finding(Sample.rule, path: "plans/northwind.md", at: nil, "fault \(number)")
    }
    let page = try #require(
      try Sample(Sample.rich, findings: findings).site()["report.html"])
    #expect(page.contains("The first 1,000 findings are shown, and 200 are not"))
  }

  @Test func examplesShowWhereTheFindingBegins() throws {
    let page = try #require(
      try Sample([], rules: [Sample.rule]).site()["rules/committee-missing-role.html"])
    #expect(page.contains("▸</span><span class=\"vh\">here: </span></b>## Buying committee"))
    #expect(page.contains("<code>legal</code>") && page.contains("required-roles"))
  }

  @Test func styleSheetAndScriptAreSmall() throws {
    #expect(try #require(Theme.files["style.css"]).count < 45_000)
    #expect(try #require(Theme.files["site.js"]).count < 20_000)
  }
}
