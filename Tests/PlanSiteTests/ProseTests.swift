import PlanModel
import PlanParser
import PlanSource
import Testing

@testable import PlanSite

@Suite struct ProseTests {
  private func render(_ markdown: String) throws -> String {
    let text = "---\naccount: A\ntier: 3\n---\n\n## Notes\n\n" + markdown + "\n"
    let source = SourceFile(path: "plans/west/a.md", bytes: Array(text.utf8))
    let plan = try #require(PlanReader.read(source, in: Program()).plan)
    let sections = PlanReader.text(of: plan, source, in: Program())
    var prose = Prose(
      pages: ["plans/east/b.md": "accounts/b.html"], path: "plans/west/a.md", root: "../")
    return prose.render(try #require(sections.last).blocks, of: "Notes").source
  }

  @Test(arguments: [
    ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
    ("### One\n\n##### Two", "<h4>One</h4><h5>Two</h5>"),
    ("#### Deep first", "<h4>Deep first</h4>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
    ("> quoted", "<blockquote><p>quoted</p></blockquote>"),
    ("[b](../east/b.md#x)", "<p><a href=\"../accounts/b.html\">b</a></p>"),
    ("[gone](../east/gone.md)", "<p>gone</p>"),
    ("[x](javascript:alert(1))", "<p>x</p>"),
    (
      "[x](https://a.example/\"y)",
      "<p><a href=\"https://a.example/%22y\" rel=\"noopener noreferrer\">x</a></p>"
    ),
    (
      "![alt](https://a.example/i.png)",
      "<p><a href=\"https://a.example/i.png\" rel=\"noopener noreferrer\">alt</a></p>"
    ),
    ("![alt](i.png)", "<p>alt</p>"),
    ("a <b onclick=x>c</b>", "<p>a <code>&lt;b onclick=x&gt;</code>c<code>&lt;/b&gt;</code></p>"),
  ])
  func renders(markdown: String, html: String) throws { #expect(try render(markdown) == html) }

  @Test func tasksHaveNoCheckboxes() throws {
    let html = try render("- [x] paid\n- [ ] signed")
    #expect(html.contains("✓</span><span class=\"vh\">done: </span>paid"))
    #expect(html.contains("○</span><span class=\"vh\">to do: </span>signed"))
    #expect(!html.contains("<input"))
  }

  @Test func tablesAreLabelledAndScroll() throws {
    let html = try render("| a | |\n| --: | :-: |\n| 1 | 2 |")
    #expect(html.contains("tabindex=\"0\" role=\"region\" aria-label=\"Table 1: Notes\""))
    #expect(html.contains("<th scope=\"col\" class=\"num\">a</th>"))
    #expect(
      html.contains("<th scope=\"col\" class=\"ctr\"><span class=\"vh\">Column 2</span></th>"))
    #expect(html.contains("<td class=\"num\">1</td>") && !html.contains("align="))
  }

  @Test(arguments: [
    ("4", true), ("640k", true), ("€1.2M", true), ("1,200", true), ("35%", true), ("−3", true),
    ("2026-12-02", false), ("k", false), ("3 of 4", false), ("", false), ("**4**", false),
  ])
  func columnsOfNumbersStandRight(cell: String, isNumber: Bool) throws {
    let html = try render("| a | b |\n| --- | --- |\n| x | \(cell) |\n| y | |")
    #expect(html.contains("<th scope=\"col\" class=\"num\">b</th>") == isNumber)
    #expect(html.contains("<td class=\"num\"></td>") == isNumber)
    #expect(html.contains("<th scope=\"col\">a</th>"))
    let left = try render("| b |\n| :-- |\n| \(cell.isEmpty ? "4" : cell) |")
    #expect(!left.contains("class=\"num\""))
    #expect(try !render("| b |\n| --- |\n| 4 |\n| none |").contains("class=\"num\""))
  }

  @Test func imagesInLinksDoNotNest() throws {
    let html = try render("[![alt](https://a.example/i.png)](https://b.example)")
    #expect(html == "<p><a href=\"https://b.example\" rel=\"noopener noreferrer\">alt</a></p>")
  }
}
