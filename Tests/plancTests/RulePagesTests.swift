import Testing

/// `docs/rules` says what the rules say; `make docs` writes it anew.
struct RulePagesTests {
  private static let docs =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/docs/rules"

  @Test func thePagesAreThoseOfTheRules() throws {
    let folder = try Folder()
    let list = try Planc.run(["explain", "--all"], in: folder)
    let rules = list.text.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }
    #expect(rules.count > 50)
    var expected: Set<String> = ["README.md"]
    for rule in rules {
      let page = try Planc.run(["explain", rule, "--output-format", "markdown"], in: folder)
      #expect(page.status == 0)
      expected.insert(rule + ".md")
      #expect(
        String(decoding: try Folder.read("\(Self.docs)/\(rule).md"), as: UTF8.self) == page.text,
        "`make docs` writes docs/rules/\(rule).md anew")
    }
    let index = try Planc.run(["explain", "--all", "--output-format", "markdown"], in: folder)
    #expect(
      String(decoding: try Folder.read(Self.docs + "/README.md"), as: UTF8.self) == index.text)
    let pages = Folder.walk(Self.docs).map(\.path).filter { $0.hasSuffix(".md") }
    #expect(Set(pages) == expected)
  }
}
