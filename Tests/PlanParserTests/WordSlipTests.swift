import PlanModel
import PlanParser
import PlanSource
import Testing

/// Words that are nearly one of the format's, and words that only look so.
struct WordSlipTests {
  /// What says the contrary is no slip of the pen: nothing is read, and the words are listed.
  @Test(arguments: [
    ("Role", "no champion"), ("Role", "non-influencer"), ("Role", "ex-champion"),
    ("Stance", "no supporter"), ("Stance", "no suporter"), ("Stance", "known"),
    ("Stance", "not an opponent"), ("Status", "inactive"), ("Stance", "non neutral"),
  ])
  func aContraryIsNoSlip(_ column: String, _ word: String) {
    let role = column == "Role" ? "| Ann Lee | \(word) |" : "| Ann Lee | legal | \(word) |"
    let header =
      column == "Role" ? "| Name | Role |\n|-|-|" : "| Name | Role | \(column) |\n|-|-|-|"
    let small = SmallPlan(body: "## Buying committee\n\n\(header)\n\(role)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.findings.first?.help.hasPrefix("write one of ") == true)
    #expect(small.findings.first?.fix == nil)
  }

  @Test(arguments: ["not pursuing", "unowned", "unblocked", "non-open"])
  func aContraryOfTheMatrix(_ word: String) {
    let small = SmallPlan(
      body: "## Whitespace\n\n| Offering | Region | Status |\n|-|-|-|\n| Core | EMEA | \(word) |\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.findings.first?.help.hasPrefix("write one of ") == true)
    #expect(small.findings.first?.fix == nil)
  }

  @Test(arguments: [
    ("stage: disengaged", "write one of"), ("stage: unengaged", "write one of"),
    ("stage: not engaged", "write one of"), ("status: inactive", "write one of"),
    ("stage: closed lost", "a deal is lost, not an account"),
    ("stage: lost", "a deal is lost, not an account"),
  ])
  func aContraryOfTheFrontMatter(_ line: String, _ help: String) {
    let small = SmallPlan("---\naccount: A\ntier: 1\n\(line)\n---\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.findings.first?.help.hasPrefix(help) == true)
  }

  @Test func slipsAreStillRead() {
    let words = ["unknown", "influencer", "incumbent", "inactive", "notes", "owner"]
    for (word, meant) in [
      ("unknwon", "unknown"), ("nfluencer", "influencer"), ("incumbant", "incumbent"),
      ("inactve", "inactive"), ("nnotes", "notes"), ("uowner", "owner"),
    ] {
      #expect(Nearest.sure(word, among: words) == meant)
    }
  }

  // MARK: Spaces and hyphens of word processors

  @Test func aSpaceThatDoesNotBreakIsASpace() throws {
    let small = SmallPlan(
      body: """
        ## Buying\u{A0}committee

        | Name | Role | Last\u{A0}engaged | Reports\u{202F}to |
        | --- | --- | --- | --- |
        | Ann\u{A0}Lee | Economic\u{A0}buyer | 2026-11-02 | |
        | Jo Ann\u{2011}Marie | end\u{2011}user, technical\u{2013}evaluator | | Ann Lee |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-02 | x | direct\u{2011}mail | Jo Ann-Marie |
        """)
    #expect(small.rules == [])
    let contacts = try #require(small.plan?.contacts)
    #expect(contacts[0].roles.map(\.value) == [.economicBuyer])
    #expect(contacts[0].lastEngaged != nil)
    #expect(contacts[1].reportsTo?.value == "Ann\u{A0}Lee")
    #expect(contacts[1].roles.map(\.value) == [.endUser, .technicalEvaluator])
  }

  @Test(arguments: [
    "-\u{A0}[ ] Sign (@maya.chen, Ann Lee, due 2026-12-10)",
    "- [ ]\u{A0}Sign (@maya.chen, Ann Lee, due 2026-12-10)",
    "- [ ] First (@maya.chen, Ann Lee, due 2026-12-10)\n-\u{A0}[ ] Sign (@maya.chen, Ann Lee, due 2026-12-10)",
  ])
  func aTaskWithASpaceThatDoesNotBreak(_ text: String) {
    let small = SmallPlan(body: committee + "## Mutual action plan\n\n\(text)\n")
    #expect(small.rules == ["invalid-value"])
    let help = small.findings.first?.help
    #expect(
      help?.hasPrefix("write `- [ ] Sign (@maya.chen, Ann Lee, …` with plain spaces") == true,
      "\(help ?? "")")
  }

  @Test(arguments: ["-", "–", "—", "n/a", "N/A"])
  func nothingIsWrittenInManyWays(_ text: String) {
    let small = SmallPlan(
      body: "## Plays\n\n| Date | Play | Channel | Outcome | By |\n|-|-|-|-|-|\n"
        + "| 2026-11-02 | x | call | \(text) | \(text) |\n")
    #expect(small.rules == [])
    #expect(small.plan?.plays?.items.first?.outcome == nil)
  }

  // MARK: Names

  private func reportsTo(_ written: String, among name: String) -> (help: String?, read: String?) {
    let small = SmallPlan(
      body: """
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Ann Lee | champion | \(written) |
        | \(name) | legal | |
        """)
    return (small.findings.first?.help, small.plan?.contacts.first?.reportsTo?.value)
  }

  @Test(arguments: [
    ("Jose Avila", "José Ávila"), ("Juergen Kloss", "Jürgen Kloß"), ("Jurgen Kloss", "Jürgen Kloß"),
    ("Jürgen Kloss", "Jürgen Kloß"), ("Lukasz Zak", "Łukasz Żak"), ("Soren Kjaer", "Søren Kjær"),
    ("Cem Aydogan", "Cem Aydoğan"), ("Jürgen Moeller", "Jurgen Möller"), ("Zoe Ek", "Zoë Ek"),
    ("José Ek", "Josè Ek"), ("Jurgen Moeller", "Jürgen Möller"),
  ])
  func marksMayBeLeftOut(_ written: String, _ name: String) {
    let found = reportsTo(written, among: name)
    #expect(found.help == "write `\(name)`, or add `\(written)` to Buying committee")
    #expect(found.read == name)
    #expect(reportsTo(name, among: written).read == written)
  }

  @Test func marksOfOneOfOursMayBeLeftOut() {
    let small = SmallPlan(
      "---\naccount: A\ntier: 1\nowner: Juergen Kloss\n---\n",
      settings: "people: { jk: { name: Jürgen Kloß }, maya.chen: { name: Maya } }\n")
    #expect(small.rules == ["unknown-person"])
    #expect(small.plan?.owner?.value == "jk")
    #expect(small.findings.first?.fix?.isSafe == false)
  }

  @Test(arguments: [("王芬", "王芳"), ("李明", "李名"), ("Ma Öz", "Mo Öz")])
  func aShortNameIsNeverReadAsAnother(_ written: String, _ name: String) {
    #expect(reportsTo(written, among: name).read == nil)
  }

  @Test func editsAreCountedInLetters() {
    #expect(Nearest.sure("Zażółćx", among: ["Zażółć"]) == "Zażółć")
    #expect(Nearest.sure("Käse & Söhne", among: ["Kase & Sohne"]) == "Kase & Sohne")
  }

  // MARK: The brief

  @Test(arguments: [
    ("↓## Priorities\n\nGrow.", "write `### Priorities`"),
    ("↓**Priorities**\n\nGrow.", "write `### Priorities`"),
    ("↓**Priorities:** grow.", "write `### Priorities`"),
    ("↓**Priorities**\nGrow.", "write `### Priorities`"),
  ])
  func aPartOfTheBriefWithoutItsHeading(_ text: String, _ help: String) {
    let small = SmallPlan(body: "## Brief\n\n\(text)\n")
    #expect(small.rules == ["misnamed-section"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    #expect(small.plan?.brief?.parts.map(\.kind.value) == [.priorities])
    #expect(small.plan?.brief?.parts.first?.isEmpty == false)
  }

  @Test(arguments: [
    "### Priorities\n\n**Priorities** are many.", "**Priorities** are many.", "**Growth**\n\nx",
  ])
  func boldTextIsText(_ text: String) {
    #expect(SmallPlan(body: "## Brief\n\n\(text)\n").rules == [])
  }

  @Test func aCurrencyInLowerCase() {
    let small = SmallPlan("---\naccount: A\ntier: 1\npotential: { acv: 1.2m usd }\n---\n")
    #expect(small.findings.first?.help == "write `1.2m USD`")
  }
}
