import Testing

/// The examples of docs/theming.md, carried out.
struct ThemingTests {
  private static let page =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/docs/theming.md"

  /// Files that the page tells to write: a line of nothing but a path in backticks and a colon, then a block of code.
  private static func files(_ page: String) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for match in page.matches(of: /\n`([^`\n]+)`:\n\n```\w+\n(.*?\n)```/.dotMatchesNewlines()) {
      files.append((String(match.1), String(match.2)))
    }
    return files
  }

  @Test func everyExampleDoesWhatItSays() throws {
    let files = Self.files(String(decoding: try Folder.read(Self.page), as: UTF8.self))
    #expect(
      files.map(\.name) == [
        "planc.yml", "brand/logo.svg", "templates/own.css", "templates/missing.mustache",
        "templates/foot.mustache",
      ])
    let plan = (name: "plans/northwind.md", text: "---\naccount: Northwind\ntier: 3\n---\n")
    let folder = try Folder((files + [plan]).map { (path: $0.name, text: $0.text) })
    let outcome = try Planc.run(["build", "--as-of", "2026-11-20"], in: folder)
    #expect(outcome.status == 0, "\(outcome.all)")

    let home = try folder.read("site/index.html")
    #expect(home.contains("src=\"logo.svg\""))
    let account = try folder.read("site/accounts/northwind.html")
    #expect(account.contains("src=\"../logo.svg\""))
    #expect(try folder.read("site/logo.svg").contains("#7A1FA8"))
    let sheet = try folder.read("site/style.css")
    #expect(sheet.contains("--accent:#1F5FA8") && sheet.hasSuffix("--accent:#C99BE6}}\n"))
    #expect(try folder.read("site/404.html").contains("Ask #field-ops"))
    for page in [home, account] {
      #expect(page.contains("<span>Northwind field program, 20 November 2026</span>"))
    }
  }

  @Test func aFaultInATemplateNamesItsLineAndWritesNothing() throws {
    let folder = try Folder([
      ("plans/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n"),
      ("templates/missing.mustache", "{{>head}}\n{{compield}}\n{{>foot}}\n"),
    ])
    let outcome = try Planc.run(["build", "--as-of", "2026-11-20"], in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.all.contains(
        "missing.mustache:2: there is no “compield” here; did you mean “compiled”?"))
    #expect(!folder.has("site/index.html"))
  }
}
