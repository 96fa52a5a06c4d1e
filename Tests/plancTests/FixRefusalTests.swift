import Glibc
import Testing

/// Fixes that would bring something out: which are left out, and what is said of them.
struct FixRefusalTests {
  private static let head = """
    ---
    account: Northwind
    tier: 3
    stage: unaware
    owner: maya.chen
    reviewed: 2026-11-02
    ---


    """

  private func program(_ body: String) throws -> Folder {
    try Folder([("planc.yml", FixTests.settings), ("plans/a.md", Self.head + body)])
  }

  private func fix(_ folder: Folder, _ words: [String] = []) throws -> Planc.Outcome {
    try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--fix", "--output-format", "concise"] + words, in: folder)
  }

  private func notices(_ outcome: Planc.Outcome) -> [String] {
    outcome.notes.split(separator: "\n").map(String.init).filter { $0.hasPrefix("notice: plans") }
  }

  private static let committee =
    "\n## Buying committee\n\n| Name | Role | Stance |\n| --- | --- | --- |\n"

  private func tasks(_ count: Int, due day: String) -> String {
    "## Mutual action plan\n\n"
      + (1...count).map { "- [ ] Task \($0) (@maya.chen, Ann Lee, due \(day))\n" }.joined()
  }

  /// While one day cannot be read, the others are late all the same.
  @Test(arguments: [2, 5, 260])
  func allOfSeveralTasksAreLeftOrNone(_ count: Int) throws {
    let rest = Self.committee + "| Ann Lee | influencer | suporter |\n"
    let text = tasks(count, due: "15.1.2026") + rest
    let folder = try program(text)
    let outcome = try fix(folder)
    #expect(
      try folder.read("plans/a.md") == Self.head + text.replacing("suporter", with: "supporter"))
    #expect(notices(outcome).count == 1, "\(outcome.notes)")
    #expect(notices(outcome)[0].hasSuffix(": to write `2026-01-15` would bring out map/overdue"))
    #expect(notices(outcome)[0].contains(count == 2 ? "plans/a.md:11, 12 are" : "11, 12, 13 and "))
    #expect(outcome.notes.contains("fixed 1 fault in 1 file"))
    let later = tasks(count, due: "15.1.2027") + rest
    try folder.write("plans/a.md", Self.head + later)
    let second = try fix(folder)
    #expect(notices(second) == [])
    #expect(!(try folder.read("plans/a.md")).contains("15.1.2027"))
  }

  @Test func oneTaskThatIsLateDoesNotHoldTheOthers() throws {
    let folder = try program(
      tasks(1, due: "15.1.2026") + "- [ ] Sign (@maya.chen, Ann Lee, due 15.1.2027)\n"
        + Self.committee + "| Ann Lee | influencer | neutral |\n")
    let outcome = try fix(folder)
    let text = try folder.read("plans/a.md")
    #expect(text.contains("due 15.1.2026)"))
    #expect(text.contains("due 2027-01-15)"))
    #expect(
      notices(outcome) == [
        "notice: plans/a.md:11 is left as it is: to write `2026-01-15` would bring out map/overdue"
      ])
  }

  @Test func ofTwoAlikeOnlyTheOneThatBringsSomethingOutIsLeft() throws {
    let table = """
      ## Whitespace

      | Offering | Buying center | Status | Owner | Next step | By |
      | --- | --- | --- | --- | --- | --- |
      | Core | EMEA | pursuing | maya.chen | Plant tour | 15.1.2026 |
      | Core | APAC | open | maya.chen | Plant tour | 15.1.2026 |

      """
    let folder = try program(table)
    let outcome = try fix(folder)
    #expect(
      try folder.read("plans/a.md")
        == Self.head
        + table.replacing(
          "open | maya.chen | Plant tour | 15.1.2026",
          with: "open | maya.chen | Plant tour | 2026-01-15"))
    #expect(notices(outcome).count == 1, "\(outcome.notes)")
    #expect(notices(outcome).first?.hasPrefix("notice: plans/a.md:13 is left as it is") == true)
  }

  /// A fault that another one hid is mended with it.
  @Test func whatAFixBringsOutIsMendedInTheSameStep() throws {
    let hidden = "## Buying committee\n\n| Name | Role | Stance |\n| --- | --- |\n"
    let row = "| Ann Lee | influencer | suporter |\n"
    let folder = try program(hidden + row)
    #expect(notices(try fix(folder)) == [])
    #expect(
      try folder.read("plans/a.md").hasSuffix(
        "| --- | --- | --- |\n| Ann Lee | influencer | supporter |\n"))
    // One that only a person can mend is left hidden.
    let other = try program(hidden + row.replacing("suporter", with: "warm"))
    #expect(notices(try fix(other)).count == 1)
    #expect(
      try other.read("plans/a.md").hasSuffix("| --- | --- |\n| Ann Lee | influencer | warm |\n"))
  }

  @Test func onlyTheNewOneOfTwoRowsAlikeIsReportedAndMended() throws {
    let table = Self.committee + "| Raj Iyer | influencer | suporter |\n"
    let folder = try program(table)
    for words in [
      ["init", "-q"], ["add", "-A"],
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ] {
      #expect(try Planc.run(command: ["git"] + words, in: folder).status == 0)
    }
    let text = Self.head + Self.committee + "| Ann Lee | influencer | suporter |\n"
    try folder.write("plans/a.md", text + "| Raj Iyer | influencer | suporter |\n")
    let words = [
      "lint", "--as-of", "2026-11-20", "--new", "HEAD", "--output-format", "concise", "--select",
      "structure",
    ]
    let outcome = try Planc.run(words, in: folder)
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(outcome.text.hasPrefix("plans/a.md:14:"), "\(outcome.all)")
    let mended = try Planc.run(words + ["--fix"], in: folder)
    #expect(mended.text == "", "\(mended.all)")
    #expect(
      try folder.read("plans/a.md")
        == text.replacing("suporter", with: "supporter") + "| Raj Iyer | influencer | suporter |\n")
    // Both were there before: an edit of one is no new finding.
    try folder.write(
      "plans/a.md", Self.head + table.replacing("influencer", with: "influencer, legal"))
    #expect(try Planc.run(words, in: folder).text == "")
  }

  @Test func aNameOf255BytesIsMended() throws {
    let folder = try program("")
    let name = String(repeating: "n", count: 252) + ".md"
    try folder.write("plans/" + name, FixTests.plan)
    #expect(try fix(folder).status == 1)
    #expect(try folder.read("plans/" + name) == FixTests.mended)
    #expect(Folder.names(folder.path + "/plans") == ["a.md", name])
  }

  @Test func theRuleOfAWaiverIsMended() throws {
    let text =
      "---\naccount: A\ntier: 2\nwaivers:\n  - rule: RULE\n    until: 2027-01-31\n"
      + "    reason: their CFO starts in January\n    by: maya.chen\n---\n"
    let folder = try program("")
    try folder.write("plans/a.md", text.replacing("RULE", with: "list/no-ownr"))
    _ = try fix(folder)
    #expect(try folder.read("plans/a.md") == text.replacing("RULE", with: "list/no-owner"))
    // Without its group it is only likely meant.
    try folder.write("plans/a.md", text.replacing("RULE", with: "no-owner"))
    _ = try fix(folder)
    #expect(try folder.read("plans/a.md") == text.replacing("RULE", with: "no-owner"))
    _ = try fix(folder, ["--unsafe-fixes"])
    #expect(try folder.read("plans/a.md") == text.replacing("RULE", with: "list/no-owner"))
  }
}
