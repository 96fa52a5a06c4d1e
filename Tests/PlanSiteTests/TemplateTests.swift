import Foundation
import PlanModel
import Testing
import Theme

@testable import PlanSite

@Suite struct TemplateTests {
  private func faults(_ own: [String: String]) throws -> [String] {
    let theme = Theme.files.merging(own.mapValues { Array($0.utf8) }) { $1 }
    do throws(ThemeFaults) {
      _ = try Templates(theme)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func theBuiltInThemeHasNoFault() throws { #expect(try faults([:]) == []) }

  @Test func themeListsTheFolder() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../templates")
    var names: Set<String> = []
    for folder in [root, root.appending(path: "pages")] {
      for url in try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      where try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == false {
        if url.pathExtension != "swift" { names.insert(url.lastPathComponent) }
      }
    }
    #expect(names == Set(Theme.files.keys))
  }

  @Test(arguments: [
    ("account", "{{nmae}}", "1: there is no “nmae” here; did you mean “name”?"),
    (
      "index", "a\n{{#answers}}\n{{nubmer}}\n{{/answers}}",
      "3: there is no “nubmer” here; did you mean “number”?"
    ),
    ("account", "\n{{#moves}}", "2: {{#moves}} is never closed"),
    (
      "account", "{{#moves}}\n{{/facts}}",
      "2: {{/facts}} stands where {{/moves}} should close line 1"
    ),
    ("account", "{{/moves}}", "1: {{/moves}} closes no section"),
    ("account", "{{>haed}}", "1: there is no part “haed”; did you mean “head”?"),
    ("account", "{{>account}}", "1: {{> account}} includes itself"),
    ("account", "{{{name}}}", "1: “name” is text: write {{name}}, so that it is escaped"),
    ("account", "{{&name}}", "1: “name” is text: write {{name}}, so that it is escaped"),
    ("account", "{{lead}}", "1: “lead” is markup: write {{{lead}}}"),
    ("index", "{{answers}}", "1: “answers” is no text: use it as {{#answers}} … {{/answers}}"),
    ("account", "{{=<% %>=}}", "1: {{= … } is not used in planc's templates"),
    ("account", "{{name", "1: a tag is not closed: }} is missing"),
    ("account", "{{{lead}}", "1: a tag is not closed: }} is missing"),
  ])
  func faultsHaveFileAndLine(page: String, template: String, fault: String) throws {
    #expect(
      try faults(["\(page).mustache": template]) == [
        "\(page).mustache:" + fault.replacing("… }", with: "… }}")
      ])
  }

  @Test func faultsOfAPartNameThePart() throws {
    #expect(
      try faults(["foot.mustache": "\n{{versoin}}"]) == [
        "foot.mustache:2: there is no “versoin” here; did you mean “version”?"
      ])
  }

  @Test func namesOfNestedViewsAreNotSeenOutside() throws {
    #expect(try faults(["index.mustache": "{{number}}"]).count == 1)
    #expect(try faults(["index.mustache": "{{#answers}}{{number}} {{kicker}}{{/answers}}"]) == [])
    #expect(try faults(["index.mustache": "{{^answers}}{{number}}{{/answers}}"]).count == 1)
  }

  @Test func pagesDoNotHideNamesOfTheShell() {
    let shell = Shell.fields.map(\.name)
    for (name, view) in Templates.pages {
      let names = view.kinds.map(\.name)
      #expect(Set(names).count == names.count, "\(name)")
      // What is handed out sees nothing of what stands around our own pages.
      let seen = name == "edition" ? 0 : shell.count
      #expect(names.filter(shell.contains).count == seen, "\(name)")
    }
  }

  @Test func userTemplatesEscapeOnBytes() throws {
    let sample = Sample([
      ("northwind", "---\naccount: 'A\"\u{301} <b>'\ntier: 1\n---\n")
    ])
    let page = try sample.site([
      "account.mustache": "{{> own}}{{#inactive}}x{{/inactive}}",
      "own.mustache": "<p title=\"{{name}}\">",
    ])
    #expect(page["accounts/northwind.html"] == "<p title=\"A&quot;\u{301} &lt;b&gt;\">")
  }
}

@Suite struct PiecesTests {
  @Test func marksBecomeTheirMarkup() {
    let pieces = Pieces()
    let (first, second) = (pieces.mark("<b>1</b>"), pieces.mark("<i>2</i>"))
    #expect(pieces.mark("").renderText.isEmpty)
    let page = pieces.fill("a\(second.renderText)b\(first.renderText)\(second.renderText)c")
    #expect(String(decoding: page, as: UTF8.self) == "a<i>2</i>b<b>1</b><i>2</i>c")
  }

  /// Only a template of one's own could hold them: text is escaped, and loses control characters.
  @Test func signsOfMarksThatAreNoneAreDropped() {
    let page = Pieces().fill("a\u{1}0\u{2}b\u{1}x\u{2}c\u{1}d\u{2}")
    #expect(String(decoding: page, as: UTF8.self) == "abc")
    #expect(Escape.text("\u{1}0\u{2}") == "\u{FFFD}0\u{FFFD}")
    #expect(String(decoding: Pieces().fill("a\u{1}b"), as: UTF8.self) == "ab")
  }
}
