import PlanModel
import PlanSource
import Testing

/// What tier-2 accounts share with the others of their segment.
struct SegmentTests {
  private static let banks = (
    path: "segments/banks.md",
    text: """
    ---
    segment: Regional banks
    owner: maya.chen
    ---
    ## Brief

    ### Priorities

    Two branches in one.

    ### Point of view

    By appointment.

    ### Pain points
    """
  )

  private func plan(_ keys: String, _ body: String = "") -> (path: String, text: String) {
    (
      "plans/northwind.md",
      "---\naccount: Northwind\nstage: aware\n\(keys)\n---\n\(body)\n"
    )
  }

  private func missing(_ plan: (path: String, text: String), with segment: String? = nil)
    -> [String]
  {
    let segment = (Self.banks.path, segment ?? Self.banks.text)
    return SmallProgram([plan, segment]).findings(of: "brief/missing-part").map(\.key)
  }

  @Test func tierTwoInheritsWhatItDoesNotWrite() {
    #expect(missing(plan("tier: 2\nsegment: regional  BANKS")) == [])
    #expect(missing(plan("tier: 2\nsegment: Regional banks", "## Brief\n\n### Priorities\n")) == [])
    #expect(missing(plan("tier: 2\nsegment: Insurers")) == ["point-of-view", "priorities"])
    #expect(missing(plan("tier: 2")) == ["point-of-view", "priorities"])
  }

  @Test func tierOneWritesItAll() {
    #expect(missing(plan("tier: 1\nsegment: Regional banks")).count == 4)
  }

  @Test func anEmptyPartIsNotInherited() {
    let settings = "tiers: { 2: { required-brief: [pain-points] } }\n"
    let program = SmallProgram(
      [plan("tier: 2\nsegment: Regional banks"), Self.banks], settings: settings)
    #expect(program.findings(of: "brief/missing-part").map(\.key) == ["pain-points"])
  }

  /// One mistake, one finding: the accounts are not accused of what the segment's file might say.
  @Test func whileASegmentCannotBeReadNobodyIsAccused() {
    let program = SmallProgram([
      plan("tier: 2\nsegment: Regional banks"), (Self.banks.path, "---\nsegment: [\n---\n"),
    ])
    #expect(
      program.findings.filter { $0.path == Self.banks.path }.map(\.rule)
        == ["structure/invalid-yaml"])
    #expect(program.findings(of: "brief/missing-part").isEmpty)
  }

  @Test func aNearNameIsReadAndReported() {
    let program = SmallProgram([plan("tier: 2\nsegment: Regional bank"), Self.banks])
    #expect(program.findings(of: "brief/missing-part").isEmpty)
    #expect(
      program.findings(of: "structure/invalid-value").map(\.help) == ["write `Regional banks`"])
  }

  @Test func playsOfASegmentEngageNobody() throws {
    let segment = """
      ---
      segment: Regional banks
      ---
      ## Plays

      | Date | Play | Channel | Contact | Outcome |
      | --- | --- | --- | --- | --- |
      | 2026-11-01 | Round table | event | Ann Lee | came |
      """
    let program = SmallProgram([
      plan("tier: 2\nsegment: Regional banks"), (Self.banks.path, segment),
    ])
    #expect(program.findings.filter { $0.path == Self.banks.path }.isEmpty)
    #expect(program.portfolio.program.segments.all.first?.plays?.items.count == 1)
    #expect(program.findings(of: "plays/gone-quiet").count == 1)
  }

  @Test(arguments: [
    ("---\nowner: maya.chen\n---\n", "structure/missing-key"),
    ("---\nsegment: Regional banks\nownr: maya.chen\n---\n", "structure/unknown-key"),
    ("---\nsegment: Regional banks\nowner: may.chen\n---\n", "structure/unknown-person"),
    ("---\nsegment: Regional banks\n---\n## Risks\n", "structure/misnamed-section"),
    ("---\nsegment: Regional banks\n---\n[x](gone.md)\n", "structure/broken-link"),
    ("---\nsegment: Regional banks\n---\n[x](javascript:a)\n", "structure/unsafe-link"),
    ("---\nsegment: Regional banks\n---\nTODO\n", "structure/placeholder"),
    ("---\nsegment: Regional banks\n---\npassword: Winter2026!\n", "privacy/secret"),
    ("---\nsegment: Regional banks\n---\nann.lee@gmail.com\n", "privacy/personal-data"),
    ("no front matter\n", "structure/front-matter-missing"),
  ])
  func aFaultInASegmentIsNamed(_ text: String, _ rule: String) {
    let settings = "people: { maya.chen: { name: Maya Chen } }\n"
    let program = SmallProgram([(Self.banks.path, text)], settings: settings)
    #expect(program.findings.map(\.rule) == [rule])
    #expect(program.findings.map(\.path) == [Self.banks.path])
  }

  @Test func theLaterOfTwoOfOneNameIsReported() {
    let other = (path: "segments/zbanks.md", text: "---\nsegment: REGIONAL banks\n---\n")
    let program = SmallProgram([other, Self.banks, plan("tier: 2\nsegment: Regional banks")])
    #expect(program.findings(of: "structure/duplicate-key").map(\.path) == [other.path])
    #expect(program.findings(of: "brief/missing-part").isEmpty)
  }
}
