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
    ("{{nmae}}", "account.mustache:1: there is no “nmae” here; did you mean “name”?"),
    (
      "a\n{{#moves}}\n{{wehn}}\n{{/moves}}",
      "account.mustache:3: there is no “wehn” here; did you mean “when”?"
    ),
    ("\n{{#moves}}", "account.mustache:2: {{#moves}} is never closed"),
    (
      "{{#moves}}\n{{/facts}}",
      "account.mustache:2: {{/facts}} stands where {{/moves}} should close line 1"
    ),
    ("{{/moves}}", "account.mustache:1: {{/moves}} closes no section"),
    ("{{>haed}}", "account.mustache:1: there is no part “haed”; did you mean “head”?"),
    ("{{>account}}", "account.mustache:1: {{> account}} includes itself"),
    ("{{{name}}}", "account.mustache:1: “name” is text: write {{name}}, so that it is escaped"),
    ("{{&name}}", "account.mustache:1: “name” is text: write {{name}}, so that it is escaped"),
    ("{{lead}}", "account.mustache:1: “lead” is markup: write {{{lead}}}"),
    ("{{moves}}", "account.mustache:1: “moves” is no text: use it as {{#moves}} … {{/moves}}"),
    ("{{=<% %>=}}", "account.mustache:1: {{= … } is not used in planc's templates"),
    ("{{name", "account.mustache:1: a tag is not closed: }} is missing"),
    ("{{{lead}}", "account.mustache:1: a tag is not closed: }} is missing"),
  ])
  func faultsHaveFileAndLine(template: String, fault: String) throws {
    #expect(
      try faults(["account.mustache": template]) == [fault.replacing("… }", with: "… }}")])
  }

  @Test func faultsOfAPartNameThePart() throws {
    #expect(
      try faults(["foot.mustache": "\n{{versoin}}"]) == [
        "foot.mustache:2: there is no “versoin” here; did you mean “version”?"
      ])
  }

  @Test func namesOfNestedViewsAreNotSeenOutside() throws {
    #expect(try faults(["account.mustache": "{{when}}"]).count == 1)
    #expect(try faults(["account.mustache": "{{#moves}}{{when}} {{name}}{{/moves}}"]) == [])
    #expect(try faults(["account.mustache": "{{^moves}}{{when}}{{/moves}}"]).count == 1)
  }

  @Test func pagesDoNotHideNamesOfTheShell() {
    let shell = Shell.fields.map(\.name)
    for (name, view) in Templates.pages {
      let names = view.kinds.map(\.name)
      #expect(Set(names).count == names.count, "\(name)")
      #expect(names.filter(shell.contains).count == shell.count, "\(name)")
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
