import Testing

@testable import PlanSite

@Suite struct MarkupTests {
  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"'", "&quot;&#39;"),
    ("\"\u{301}>\u{20E3}", "&quot;\u{301}&gt;\u{20E3}"),
    ("<\u{301}script", "&lt;\u{301}script"),
    ("plain é 漢字 \u{1F600}", "plain é 漢字 \u{1F600}"),
    ("\u{0}\u{8}\u{7F}\u{85}\u{FFFE}\u{1FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a\r\nb\tc", "a \nb\tc"),
  ])
  func escapes(text: String, markup: String) {
    #expect(Array(Escape.text(text).utf8) == Array(markup.utf8))
  }

  @Test func interpolationEscapesTextAndKeepsMarkup() {
    let name = "\"\u{301}><b>"
    let inner: HTML = "<i>\(name)</i>"
    let outer: HTML = "<p title=\"\(name)\">\(inner) \(3) \(1.26)</p>"
    #expect(
      outer.source
        == "<p title=\"&quot;\u{301}&gt;&lt;b&gt;\"><i>&quot;\u{301}&gt;&lt;b&gt;</i> 3 1.3</p>")
  }

  @Test(arguments: [(0.04, "0"), (-0.04, "0"), (-1.25, "-1.3"), (12, "12"), (7.5, "7.5")])
  func coordinates(number: Double, text: String) {
    let html: HTML = "\(number)"
    #expect(html.source == text)
  }

  @Test func textIsCutAndWrappedToAWidth() {
    #expect(TextWidth.clip("short", to: 100) == "short")
    let cut = TextWidth.clip("a rather long name of somebody", to: 80)
    #expect(cut.hasSuffix("…") && TextWidth.of(cut) <= 80)
    let lines = TextWidth.wrap("one two three four five six seven", to: 60, lines: 2)
    #expect(lines.count == 2 && lines.allSatisfy { TextWidth.of($0) <= 60 })
    #expect(TextWidth.wrap("", to: 60, lines: 2).isEmpty)
  }

  @Test(arguments: [
    ("https://a.example/x y?q=\"#f#g", "https://a.example/x%20y?q=%22#f%23g"),
    ("HTTP://A.example", "http://A.example"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("https://a.example:8080/100%", "https://a.example:8080/100%25"),
  ])
  func outsideLinks(url: String, href: String) { #expect(Links.outside(url) == href) }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example", "https:evil",
    "https://", "https://a b/", "https://[::1]/", "https://a:99999/", "ftp://a.example", "mailto:x",
    "x.md",
    "java\nscript:x", " https://a.example", "vbscript:x", "https://user:pw@evil.example",
  ])
  func refusedLinks(url: String) { #expect(Links.outside(url) == nil) }

  @Test(
    arguments: [
      ("x.md", "plans/west/x.md"), ("../east/x.md#top", "plans/east/x.md"),
      ("./a%20b.md", "plans/west/a b.md"),
      ("../../../x.md", nil), ("/x.md", nil), ("https://a", nil), ("#top", nil),
      ("\\\\evil\\x", nil),
    ] as [(String, String?)])
  func relativeLinks(url: String, path: String?) {
    #expect(Links.resolve(url, from: "plans/west/northwind.md") == path)
  }
}
