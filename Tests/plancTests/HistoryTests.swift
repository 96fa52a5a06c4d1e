import Testing

/// What git knows of the plans, with the real git.
struct HistoryTests {
  static let stale = "freshness/section-stale"
  private static let plan = plan()

  /// A plan of a live account with two sections that age.
  static func plan(
    _ account: String = "Northwind", risk: String = "Budget freeze", cell: String = "320k",
    reviewed: String = "2026-05-01"
  ) -> String {
    """
    ---
    account: \(account)
    tier: 1
    stage: mqa
    reviewed: \(reviewed)
    ---
    ## Risks

    | Risk | Severity |
    | --- | --- |
    | \(risk) | high |

    ## Whitespace

    | Offering | Buying center | Status | Potential |
    | --- | --- | --- | --- |
    | Core | EMEA | open | \(cell) |

    """
  }

  /// The titles of the sections that are stale, and since when: the oldest in the message, the others in its note.
  private func stale(_ repository: Repository, _ words: String...) throws -> [String] {
    let report = try repository.run(
      ["--select", Self.stale, "--output-format", "full"] + words)
    return report.text.matches(of: /(Risks|Whitespace) since [0-9-]+/).map { String($0.output.0) }
  }

  @Test func aTableInANewFormIsNoReview() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", Self.plan, on: "2026-05-01")
    let reflown = Self.plan.replacing(
      "| Risk | Severity |\n| --- | --- |", with: "| Severity |  **Risk** |\n|-:|:-|"
    )
    .replacing("| Budget freeze | high |", with: "|High|Budget  freeze|")
    .replacing("320k", with: "320,000").replacing("2026-05-01", with: "'2026-11-01'")
    try repository.commit("plans/northwind.md", reflown, on: "2026-11-01", by: "tom@example.com")
    #expect(try stale(repository) == ["Risks since 2026-05-01", "Whitespace since 2026-05-01"])
    try repository.commit(
      "plans/northwind.md", reflown.replacing("Budget  freeze", with: "Budget cut"),
      on: "2026-11-02")
    #expect(try stale(repository) == ["Whitespace since 2026-05-01"])
  }

  @Test func whatIsNotCommittedWasEditedToday() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", Self.plan, on: "2026-05-01")
    try repository.folder.write("plans/northwind.md", Self.plan(cell: "400k"))
    #expect(try stale(repository) == ["Risks since 2026-05-01"])
    #expect(try stale(repository, "plans/northwind.md") == ["Risks since 2026-05-01"])
  }

  @Test func aProgramBelowTheRootHasItsHistory() throws {
    let repository = try Repository(
      [("plans/northwind.md", Self.plan(cell: "1k"))], program: "a [b]/f\"ield\n")
    try repository.commit("a [b]/f\"ield\n/plans/northwind.md", Self.plan, on: "2026-05-01")
    #expect(try stale(repository) == ["Risks since 2026-05-01", "Whitespace since 2026-05-01"])
    try repository.commit("a b/f\"ield\n/plans/northwind.md", Self.plan, on: "2026-11-01")
    #expect(try stale(repository) == ["Risks since 2026-05-01", "Whitespace since 2026-05-01"])
  }

  @Test func aPlanThatMovedKeepsItsHistory() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", Self.plan, on: "2026-05-01")
    try repository.folder.write("plans/west/x", "")
    try repository.git("mv", "plans/northwind.md", "plans/west/northwind.md")
    try repository.commit(on: "2026-10-01")
    #expect(try stale(repository) == ["Risks since 2026-05-01", "Whitespace since 2026-05-01"])
    try repository.git("mv", "plans/west/northwind.md", "plans/west/northwind-traders.md")
    try repository.commit(
      "plans/west/northwind-traders.md", Self.plan(cell: "400k"), on: "2026-10-02")
    #expect(try stale(repository) == ["Risks since 2026-05-01"])
  }

  /// Two plans from one template look alike to git.
  @Test func anotherAccountIsNoMovedPlan() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", Self.plan, on: "2026-05-01")
    try repository.git("rm", "-q", "plans/northwind.md")
    try repository.commit("plans/contoso.md", Self.plan("Contoso"), on: "2026-10-02")
    #expect(try stale(repository) == [])
  }

  @Test func aMergeThatOnlyJoinsIsNoEdit() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", Self.plan, on: "2026-03-01")
    try repository.git("checkout", "-q", "-b", "work")
    try repository.commit("plans/northwind.md", Self.plan(risk: "Budget cut"), on: "2026-05-01")
    try repository.git("checkout", "-q", "main")
    try repository.commit("plans/northwind.md", Self.plan(cell: "400k"), on: "2026-05-02")
    try repository.git("merge", "-q", "-m", "join", "work", on: "2026-11-01")
    #expect(try stale(repository) == ["Risks since 2026-05-01", "Whitespace since 2026-05-02"])
  }

  @Test func whatAMergeMakesNewIsAnEdit() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", Self.plan, on: "2026-03-01")
    try repository.git("checkout", "-q", "-b", "work")
    try repository.commit("plans/northwind.md", Self.plan(risk: "Budget cut"), on: "2026-05-01")
    try repository.git("checkout", "-q", "main")
    try repository.commit("plans/northwind.md", Self.plan(risk: "No budget"), on: "2026-05-02")
    try repository.git("merge", "-q", "-s", "ours", "--no-commit", "work", on: "2026-11-01")
    try repository.commit("plans/northwind.md", Self.plan(risk: "A new CFO"), on: "2026-11-01")
    #expect(try stale(repository) == ["Whitespace since 2026-03-01"])
  }

  @Test func namesAreNeverOptions() throws {
    let repository = try Repository()
    for name in ["--upload-pack=touch x", "a\nb", "quo\"te", "-z"] {
      try repository.folder.write(
        "plans/\(name).md", Self.plan(name.filter { $0 != "\n" && $0 != "\"" }))
    }
    let byte = try Planc.run(
      command: ["sh", "-c", "cp plans/-z.md \"plans/$(printf 'caf\\351').md\""],
      in: repository.folder)
    #expect(byte.status == 0)
    try repository.commit(on: "2026-05-01", by: "--exec=x@example.com")
    let found = try repository.run(["--select", Self.stale])
    #expect(found.text.split(separator: "\n").count == 4, "\(found.all)")
    #expect(!found.allNotes.contains("rules that need git"))
  }
}
