import PlanModel
import PlanSource
import Testing

/// Links, images and what is left of the template.
struct LinkTests {
  @Test(arguments: [
    "[a](https://example.com)", "[a](HTTP://example.com)", "<https://example.com>",
    "www.example.com", "ann@example.com", "[a](mailto:a@example.com)", "[a](tel:+15550100)",
    "[a](#brief)", "[a](<>)", "[a][b]\n\n[b]: https://example.com", "`[a](javascript:b)`",
    "[a](?q=1)",
  ])
  func webLinksAreLeftAlone(_ text: String) {
    let small = SmallPlan(body: text + "\n")
    #expect(small.rules == [])
    #expect(small.plan?.relativeLinks.isEmpty == true)
  }

  @Test(arguments: [
    "[a](↓javascript:alert)", "[a](↓JaVaScRiPt:alert)", "[a](↓data:text/html,x)",
    "![a](↓file:///etc)",
    "[a](↓vbscript:x)", "[a](↓//evil.example)", "[a](↓/\\evil.example)",
    "[a](↓\\\\\\\\evil.example)",
    "[a](↓javascript&colon;alert)", "[a](↓java&Tab;script:alert)", "[a](↓&#106;avascript:alert)",
    "[a](↓&#x20;javascript:alert)", "<↓javascript:alert>", "[a](↓x:y)",
    "[a](↓&NewLine;javascript:x)",
    "[a](<↓java&#10;script:x>)",
  ])
  func unsafeLinksAreReported(_ text: String) {
    let small = SmallPlan(body: "text " + text + "\n")
    #expect(small.rules == ["unsafe-link"])
  }

  @Test func anUnsafeLinkIsFoundAtItsAddress() {
    let small = SmallPlan(
      body: """
        # [title](↓x:1)

        Some żółw [one](↓x:2) and [two](↓x:2), [three](https://e.com)

        | a | b |
        | - | - |
        | c \\| d | [four](↓x:4) |

        [![image](↓x:5)](↓x:6)

        foo [a](↓javascript:b) bar [c](↓&#106;avascript:b)

        foo bar [web](https://a.example) [d](↓java&#10;script:x) and [e](↓\\/\\/evil.example)
        """)
    #expect(small.rules == Array(repeating: "unsafe-link", count: 10))
    #expect(small.places.sorted() == small.marks)
  }

  @Test(arguments: [
    "[a](↓../../secret.md)", "![a](↓../../../x.png)", "[a](↓%2e%2e/%2E%2E/x)", "[a](↓/../x)",
    "[a](↓..\\\\..\\\\x)", "[a](↓a/../../../x)",
  ])
  func linksThatLeaveTheProgramAreReported(_ text: String) {
    let small = SmallPlan(body: text + "\n")
    #expect(small.rules == ["link-outside"])
    #expect(small.places == small.marks || small.source.bytes.contains(UInt8(ascii: "\\")))
  }

  @Test(arguments: [
    ("other.md", "plans/other.md"), ("./other.md#risks", "plans/other.md"),
    ("../data/x%20y.csv?raw", "data/x y.csv"), ("/attachments/a.pdf", "attachments/a.pdf"),
    ("west/./a.md", "plans/west/a.md"), ("west/../a.md", "plans/a.md"), ("..", ""),
    ("100%", "plans/100%"),
  ])
  func relativeLinksAreResolved(_ url: String, _ path: String) {
    let small = SmallPlan(body: "see [a](\(url))\n")
    #expect(small.rules == [])
    #expect(small.plan?.relativeLinks.map(\.value) == [path])
    #expect(small.written(small.plan?.relativeLinks.first) == url)
  }

  @Test(arguments: [
    "\"ftp://example.com\"", "\"javascript:x\"", "\"tel:1\"", "just text", "\"//e.com\"",
  ])
  func linksOfTheFrontMatterAreWebOrMail(_ url: String) {
    let small = SmallPlan("---\naccount: A\ntier: 1\nlinks: { a: ↓\(url) }\n---\n")
    #expect(small.rules == ["unsafe-link"])
    #expect(small.places == small.marks)
    #expect(small.plan?.links.isEmpty == true)
  }

  // MARK: Placeholders

  @Test(arguments: [
    "↓TODO", "↓TBD: ask", "still (↓tbd)", "↓<what the board wants>", "↓<who else has a say, no. 3>",
    "↓Lorem ipsum dolor", "**↓TODO**", "- ↓TODO", "> ↓TODO", "## Notes ↓TODO", "# ↓TODO",
    "a ↓<x y> and ↓<z>, ↓TODO ↓TODO and ↓<x y>", "| a |\n| - |\n| ↓TBD |", "↓<…>",
    "↓TODO first, then ↓<what they want>", "<!-- ↓TODO -->", "<!-- one\ntwo ↓TODO -->",
  ])
  func findsWhatIsLeftOfTheTemplate(_ text: String) {
    let small = SmallPlan(body: text + "\n")
    #expect(Set(small.rules) == ["placeholder"])
    #expect(small.places == small.marks)
  }

  @Test(arguments: [
    "`TODO`", "todo", "TODOS", "autobahn TBDX", "a < b > c", "<br> <b>x</b> <img src=x>",
    "<https://example.com>", "<ann@example.com>", "lorem", "    TODO in code",
    "[a](TODO.md)",
  ])
  func leavesAloneWhatIsNot(_ text: String) {
    #expect(SmallPlan(body: "x\n\n" + text + "\n").findings("placeholder").isEmpty)
  }
}
