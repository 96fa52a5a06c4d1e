import Testing

/// Of two plans for one account the first counts, in every figure and on every page.
struct DuplicateTests {
  private static let plan = """
    ---
    account: Dee
    tier: 2
    stage: opportunity
    owner: a.b
    domain: dee.example
    reviewed: 2026-11-02
    ---
    ## Opportunities

    | Opportunity | Amount | Stage | Close |
    | --- | --- | --- | --- |
    | D | 10k | discovery | 2026-12-01 |

    """

  private func program(_ settings: String = "") throws -> Folder {
    let misspelt = Self.plan.replacing("owner", with: "ownr").replacing(": Dee\n", with: ": Dee2\n")
    return try Folder([
      ("planc.yml", settings), ("plans/a/d.md", Self.plan), ("plans/b/d.md", Self.plan),
      ("plans/b/e.md", misspelt),
    ])
  }

  private func lint(_ folder: Folder, _ words: String...) throws -> [String] {
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", "concise"] + words, in: folder)
    return outcome.text.split(separator: "\n").map(String.init)
  }

  @Test func theSecondHasFindingsOfItsTextOnly() throws {
    let folder = try program()
    let lines = try lint(folder)
    #expect(
      lines.contains { $0.hasPrefix("plans/a/d.md") && $0.contains("[committee/too-few-contacts]") }
    )
    #expect(
      lines.filter { $0.hasPrefix("plans/b") } == [
        "plans/b/d.md:1:1: error[structure/duplicate-account] plans/a/d.md has the id `d` already",
        "plans/b/e.md:5:1: warning[structure/unknown-key] [*] `ownr` is no known key; read as `owner`",
        "plans/b/e.md:6:9: error[structure/duplicate-account] plans/a/d.md has the domain "
          + "`dee.example` already",
      ])
    // Who asks for one plan hears all of it, and so does who does not call them one account.
    #expect(
      try lint(folder, "plans/b/e.md").contains { $0.contains("[committee/too-few-contacts]") })
    let apart = try lint(folder, "--ignore", "structure/duplicate-account")
    #expect(apart.count { $0.contains("[committee/too-few-contacts]") } == 3)
  }

  @Test func theSiteHasOnePageAndCountsOnce() throws {
    let folder = try program()
    #expect(try Planc.run(["build", "--as-of", "2026-11-20"], in: folder).status == 0)
    let home = try folder.read("site/index.html")
    #expect(home.contains("$10k") && !home.contains("$20k") && !home.contains("$30k"))
    #expect(folder.has("site/accounts/d.html"))
    #expect(!folder.has("site/accounts/d-2.html") && !folder.has("site/accounts/e.html"))
  }

  @Test func whereNobodyIsToldAllCount() throws {
    let folder = try program("rules: { structure/duplicate-account: off }\n")
    #expect(try Planc.run(["build", "--as-of", "2026-11-20"], in: folder).status == 0)
    #expect(try folder.read("site/index.html").contains("$30k"))
    #expect(folder.has("site/accounts/e.html"))
  }
}
