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

  /// What an example is about stands in it: the file's name where it is that.
  @Test func aPageShowsNamesAndLimits() throws {
    let folder = try Folder()
    for format in ["text", "markdown"] {
      func page(_ rule: String) throws -> String {
        try Planc.run(["explain", rule, "--output-format", format], in: folder).text
      }
      for path in ["plans/North Wind.md", "plans/northwind.md", "plans/north-wind-2.md"] {
        #expect(try page("structure/bad-id").contains(path))
      }
      #expect(try !page("sponsor/missing").contains("plans/northwind.md"))
      for (rule, limit, value) in [
        ("brief/too-long", "brief-words", "600"),
        ("sponsor/overloaded", "maximum-accounts-per-sponsor", "8"),
        ("signals/unanswered", "touch-within", "1"),
      ] {
        let lines = try page(rule).split(separator: "\n")
        #expect(lines.contains { $0.contains(limit) && $0.contains(value) && !$0.contains("{") })
      }
    }
    let json = try Planc.run(
      ["explain", "brief/too-long", "--output-format", "json"], in: folder
    ).text
    #expect(json.contains("\"default\" : \"600\""))
  }
}
