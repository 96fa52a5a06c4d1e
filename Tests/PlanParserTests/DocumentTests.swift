import PlanModel
import PlanSource
import Testing

/// Headings divide a plan into the sections of the format and prose.
struct DocumentTests {
  @Test func theFirstH1IsTheTitle() {
    let small = SmallPlan(body: "# The *plan*\n\n# Another\n")
    #expect(small.plan?.title?.plainText == "The plan")
    #expect(SmallPlan(body: "text\n").plan?.title == nil)
  }

  @Test func sectionsStandInAnyOrderAndSpelling() {
    let small = SmallPlan(
      body: "## risks\n\n|Risk|\n|-|\n|a|\n\n## RESEARCH\n\n### Priorities\n\nx\n")
    #expect(small.rules == [])
    #expect(small.plan?.risks?.items.count == 1)
    #expect(small.text(small.plan?.risks?.heading) == "## risks")
    #expect(small.plan?.brief?.parts.map(\.kind.value) == [.priorities])
  }

  @Test func knowsEachPartOfTheBrief() throws {
    let small = SmallPlan(
      body: """
        ## Brief

        Before.

        ### Priorities

        Text.

        ### Pain points

        ### current-solutions

        - a list

        ### Our own heading

        ### Point of View
        """)
    let parts = try #require(small.plan?.brief?.parts)
    #expect(parts.map(\.kind.value) == [.priorities, .painPoints, .currentSolutions, .pointOfView])
    #expect(parts.map(\.isEmpty) == [false, true, false, true])
    #expect(small.written(parts[0].kind) == "### Priorities")
  }

  @Test(
    arguments: [
      ("### Pain points:", nil), ("### Pain point", "`### Pain point` is"),
      ("#### Pain points", "`#### Pain points` is"),
      ("#### Pain points:", "`#### Pain points:` is"),
    ] as [(String, String?)])
  func aNearPartOfTheBriefIsReadAndReported(_ heading: String, _ message: String?) {
    let small = SmallPlan(body: "## Brief\n\n### Priorities\n\nx\n\n↓\(heading)\n\ny\n")
    #expect(small.rules == (message == nil ? [] : ["misnamed-section"]))
    #expect(
      small.findings.first?.message
        == message.map { $0 + " read as the part Pain points of the brief" })
    #expect(small.findings.first?.help == message.map { _ in "write `### Pain points`" })
    #expect(small.plan?.brief?.parts.map(\.kind.value) == [.priorities, .painPoints])
    #expect(small.plan?.brief?.parts.map(\.isEmpty) == [false, false])
  }

  @Test func aPartWithItsHeadingHasNoOther() {
    let small = SmallPlan(
      body: "## Brief\n\n### Pain points\n\n#### Pain points\n\ny\n\n### Pain point\n\nx\n")
    #expect(small.rules == [])
    #expect(small.plan?.brief?.parts.map(\.isEmpty) == [false])
  }

  @Test(arguments: ["# Risks", "### Risks", "##Risks"])
  func aTitleAtAnotherLevelIsReadAndReported(_ heading: String) {
    for before in [
      "", "# Northwind\n\n", "# Northwind\n\n## Notes\n\ntext\n\n",
      "## Brief\n\n### Pain points\n\ncost\n\n",
    ] {
      let small = SmallPlan(body: before + "↓\(heading)\n\n|Risk|\n|-|\n|a|\n")
      #expect(small.rules == ["misnamed-section"])
      #expect(small.places == small.marks)
      #expect(small.findings.first?.message == "`\(heading)` is read as the section Risks")
      #expect(small.findings.first?.help == "write `## Risks`")
      #expect(small.plan?.risks?.items.count == 1)
    }
  }

  @Test(arguments: [
    "# Northwind", "## Risks\n\n|Risk|\n|-|\n|a|\n\n### Risks", "## Notes\n\n#risks",
    "## Brief\n\n### Risks", "### Our risks", "### Risks\n\n## Risks\n\n|Risk|\n|-|\n|a|",
  ])
  func otherTitlesAreNotReadAsSections(_ body: String) {
    #expect(SmallPlan(body: body + "\n\ntext\n").rules == [])
  }

  @Test func anAccountMayBeCalledLikeASection() {
    let small = SmallPlan("---\naccount: Signals\ntier: 1\n---\n# Signals\n\ntext\n")
    #expect(small.rules == [])
    #expect(small.plan?.title?.plainText == "Signals")
  }

  @Test(arguments: ["Risks (8 people)", "Risks:", "risks (see `#4`)"])
  func whatStandsBehindATitleIsLeftOut(_ heading: String) {
    let small = SmallPlan(body: "## \(heading)\n\n|Risk|\n|-|\n|a|\n")
    #expect(small.rules == [])
    #expect(small.plan?.risks?.items.count == 1)
  }

  /// Headings of an author's own that look a little like a section's.
  @Test(arguments: [
    "Risk", "Goal", "Deal", "Play", "Plans", "Play book", "Brie", "Briefing", "Briefs and calls",
    "Review", "Reviewers", "Touch points", "Activities", "Signal", "Signature", "Intend",
    "White spaces of the map", "Contact", "Contact us", "Contract", "Contracts", "Research notes",
    "Objective", "Objections", "Stakes", "Stakeholder map", "Stakeholder", "Buying process",
    "Buying centers", "Buyers", "Actions", "Action", "Mutual actions", "Maps", "MEDDIC", "Notes",
    "Opportunity", "Opportunity Venlo", "Goals of 2027",
  ])
  func aTitleOfItsOwnIsLetBe(_ heading: String) {
    for text in ["text", "- [ ] a task", "| Partner | Since |\n| --- | --- |\n| Tillerman | May |"]
    {
      #expect(SmallPlan(body: "## \(heading)\n\n\(text)\n").rules == [])
    }
  }

  @Test(arguments: [
    ("Objections", "| Measure | objective |\n|-|-|\n| days | fewer |"),
    ("Reviewss", "- 2026-10-01: Twin first"), ("Acton plan", "1. [ ] Sign"), ("Contracts", ""),
    ("Briefs", "They count days."), ("Whitespce", "text\n\n|Product|Region|Status|\n|-|-|-|"),
  ])
  func aNearTitleIsReadAboveWhatTheSectionTakes(_ heading: String, _ text: String) {
    let small = SmallPlan(body: "## \(heading)\n\n\(text)\n\n## Notes\n")
    #expect(small.rules.first == "misnamed-section")
  }

  @Test(arguments: [
    ("Rissks", "Risks"), ("Buying comittee", "Buying committee"), ("Whitespce", "Whitespace"),
    ("Stakeholdres", "Buying committee"), ("Mutual acton plna", "Mutual action plan"),
  ])
  func aMisnamedSectionIsReadAndReported(_ heading: String, _ meant: String) {
    let small = SmallPlan(body: "↓## \(heading)\n")
    #expect(small.rules == ["misnamed-section"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.message == "`\(heading)` is read as the section \(meant)")
    #expect(small.sections.first?.kind?.title == meant)
  }

  @Test(arguments: ["Notes", "Risk register", "Play", "MEDPIC", "Briefing notes", "Deal", ""])
  func otherHeadingsAreProse(_ heading: String) {
    let small = SmallPlan(body: "## \(heading)\n\ntext\n")
    #expect(small.rules == [])
    #expect(small.sections.map { $0.kind } == [nil])
  }

  /// Titles that a table of the section's own makes clear.
  @Test(arguments: [
    ("Play", "Plays", "| Date | Play | Channel |", false),
    ("Plays 2026", "Plays", "| Date | Play | Channel |", false),
    ("Risk", "Risks", "| Risk | Severity |", false),
    ("Key risks", "Risks", "| Risk | Severity |", false),
    ("MEDDIC", "MEDDPICC", "| Element | Score |", false),
    ("Committee", "Buying committee", "| Name | Role |", true),
    ("Comittee", "Buying committee", "| Role | Name | Title |", true),
    ("The buying committee", "Buying committee", "| Name | Role |", true),
    ("Buying committee 2026", "Buying committee", "| Name | Role |", true),
    ("Buying comittee", "Buying committee", "| Nam | Rolle |", true),
    ("Open deal", "", "| Opportunity | Stage |", false),
    ("Deal", "Opportunities", "| Opportunity | Stage |", false),
  ])
  func aTableTellsWhatItsHeadingMeans(
    _ heading: String, _ meant: String, _ header: String, _ isCommittee: Bool
  ) {
    let dashes = header.split(separator: "|").map { _ in "|-" }.joined() + "|"
    let small = SmallPlan(body: "↓## \(heading)\n\n\(header)\n\(dashes)\n")
    let named = small.findings("misnamed-section")
    #expect(named.map { $0.span?.start ?? 0 } == (meant.isEmpty ? [] : small.marks))
    #expect(
      named.map(\.message)
        == (meant.isEmpty ? [] : ["`\(heading)` is read as the section \(meant)"])
    )
    #expect((small.plan?.committee != nil) == isCommittee)
    // What the title says beside the section's is not to be lost.
    if heading.contains("2026") || heading.contains("The") {
      #expect(named.first?.fix?.isSafe == false)
    }
  }

  @Test(arguments: [
    "## Former contacts", "## Project team", "## Committee on safety", "## Partner contacts",
    "## Buying center contacts", "## Contact log", "## Their works council",
    "## Buying committee\n\n| Name | Role |\n|-|-|\n| Ann Lee | legal |\n\n## The committee",
    "## Contacts 2025\n\n| Name | Role |\n|-|-|\n| Ann Lee | legal |\n\n## Contacts 2026",
  ])
  func aTableOfTheirOwnIsLetBe(_ heading: String) {
    let small = SmallPlan(body: heading + "\n\n| Name | Role |\n|-|-|\n| Raj Iyer | legal |\n")
    #expect(small.rules == [])
  }

  @Test func aPartOfTheBriefMayBeTwoEditsAway() {
    let small = SmallPlan(body: "## Brief\n\n↓### Prioritys\n\ngrowth\n")
    #expect(small.rules == ["misnamed-section"])
    #expect(small.places == small.marks)
    #expect(small.plan?.brief?.parts.map(\.kind.value) == [.priorities])
  }

  @Test func theFirstOfTwoSectionsIsRead() {
    let small = SmallPlan(
      body: "## Risks\n\n|Risk|\n|-|\n|a|\n\n↓## Risks\n\n|Risk|\n|-|\n|b|\n")
    #expect(small.rules == ["duplicate-section"])
    #expect(small.places == small.marks)
    #expect(small.plan?.risks?.items.map(\.risk.value) == ["a"])
    #expect(small.text(small.findings.first?.notes.first?.place?.span) == "## Risks")
  }

  @Test func textBeforeTheFirstHeadingIsKept() {
    let small = SmallPlan(body: "Before.\n\n## Notes\n\nBelow.\n")
    #expect(small.sections.map { $0.title.plainText } == ["", "Notes"])
    #expect(small.sections.map(\.blocks.count) == [1, 1])
  }

  @Test func headingsInQuotesAndListsDivideNothing() {
    let small = SmallPlan(body: "## Notes\n\n> ## Risks\n\n- ## Plays\n")
    #expect(small.plan?.risks == nil)
    #expect(small.plan?.plays == nil)
  }

  @Test(arguments: ["Northwind", "north wind", "north_wind", "north--wind", "-north", "nörth", ""])
  func aStemThatIsNoIdIsReported(_ stem: String) {
    let small = SmallPlan(
      "↓---\naccount: A\ntier: 1\n---\n".replacing("↓", with: ""), path: "plans/\(stem).md")
    #expect(small.rules == ["bad-id"])
    #expect(small.places == [0])
  }
}
