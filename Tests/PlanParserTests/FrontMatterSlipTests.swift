import PlanModel
import PlanParser
import PlanSource
import Testing

/// What people write into the front matter that YAML takes for something else.
struct FrontMatterSlipTests {
  private func plan(_ lines: String, settings: String = "") -> SmallPlan {
    let account = lines.contains("account:") ? "" : "account: Northwind\n"
    return SmallPlan("---\n\(account)tier: 1\n\(lines)\n---\n", settings: settings)
  }

  // MARK: `#`

  /// Behind a space it begins a comment: the text is read whole, with one finding.
  @Test(arguments: [
    ("account: ↓#1 Steel", "quote it: `account: \"#1 Steel\"`"),
    ("account: ↓North #1 wind # one of two", "quote it: `account: \"North #1 wind\"`"),
    ("segment: ↓Top \"10\" #1", "quote it: `segment: 'Top \"10\" #1'`"),
    ("crm-id: ↓#123", "quote it: `crm-id: \"#123\"`"),
    ("fit:\n  industry: ↓No #1 steel", "quote it: `industry: \"No #1 steel\"`"),
    ("tags: ↓Logistics, #priority", "quote it: `tags: [Logistics, \"#priority\"]`"),
    ("tags:\n  - a\n  - ↓Plant #1", "quote it: `- \"Plant #1\"`"),
    (
      "waivers:\n  - rule: a/b\n    until: 2026-12-31\n    reason: ↓see ticket #42\n    by: x",
      "quote it: `reason: \"see ticket #42\"`"
    ),
  ])
  func aTextThatACommentCutsIsReadWhole(_ lines: String, _ help: String) {
    let small = plan(lines)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
  }

  @Test func whatIsReadWhole() {
    #expect(plan("account: #1 Steel").plan?.account.value == "#1 Steel")
    #expect(plan("crm-id: #123").plan?.crmID?.value == "#123")
    let list = plan("tags: Logistics, #priority").plan?.tags.map(\.value)
    #expect(list == ["Logistics", "#priority"])
    let plants = plan("buying-centers:\n  - ↓Plant #1\n  - ↓Plant #2")
    #expect(plants.plan?.buyingCenters?.map(\.value) == ["Plant #1", "Plant #2"])
    #expect(plants.rules == ["invalid-value", "invalid-value"])
    #expect(plants.places == plants.marks)
  }

  @Test(arguments: [
    "domain: x.example #old", "owner: maya.chen #ae", "reviewed: 2026-11-02 #late", "# tags: #a",
    "  #segment: Banks", "segment: Banks # of the west", "segment: \"Banks\" #1", "tags: [a, b] #c",
    "fit: { industry: steel } #x", "owner: #maya.chen", "segment: Banks\n#tags: b",
  ])
  func aRemarkIsARemark(_ lines: String) {
    #expect(plan(lines).rules == [])
  }

  @Test(arguments: [
    ("tags: ↓[Plant #1, Plant #2]\nsegment: Banks", "Plant #1"),
    ("tags: ↓[#priority]\nsegment: Banks", "#priority"),
    ("tags: [Logistics, ↓#priority]", "#priority"),
    ("fit: ↓{ industry: No #1 steel }", "No #1 steel"),
  ])
  func aBracketThatACommentLeavesOpen(_ lines: String, _ text: String) throws {
    let small = plan(lines)
    #expect(small.rules == ["invalid-yaml"])
    #expect(small.places == small.marks)
    let help = try #require(small.findings.first?.help)
    #expect(help.contains("`#` begins a comment") && help.hasSuffix("`\"\(text)\"`"))
  }

  // MARK: Colons in braces

  @Test(arguments: [
    ("pod: { ↓sdr:tom.fox }", "write `sdr: tom.fox`"),
    ("pod: {marketing: ida, ↓sdr:tom.fox}", "write `sdr: tom.fox`"),
    ("fit: {↓industry:steel}", "write `industry: steel`"),
    ("links: {↓crm:https://x.example}", "write `crm: https://x.example`"),
    ("potential: {↓acv:320k}", "write `acv: 320k`"),
  ])
  func aColonInBracesLacksItsSpace(_ line: String, _ help: String) throws {
    let small = plan(line)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    // It is read as it was meant, and mended so.
    let fix = try #require(small.findings.first?.fix)
    let mended = FixApplier.apply([fix], to: small.source.bytes).bytes
    #expect(SmallPlan(String(decoding: mended, as: UTF8.self)).rules == [])
    let plan = small.plan
    #expect(
      plan?.pod?.members.last?.person.value == "tom.fox" || plan?.fit.first?.value.value == "steel"
        || plan?.links.first?.value.value == "https://x.example" || plan?.potential.acv != nil)
  }

  @Test(arguments: ["fit: { https://x.example }", "fit: { \"a:b\": }", "fit: { a: }"])
  func otherKeysWithoutAValueStay(_ line: String) { #expect(plan(line).rules == []) }

  // MARK: Lists

  @Test(arguments: [
    ("tags: ↓a, b]", "write `tags: [a, b]`; in quotes it is one text"),
    (
      "buying-centers: ↓EMEA; APAC",
      "write `buying-centers: [EMEA, APAC]`; in quotes it is one text"
    ),
    (
      "listed-by: ↓maya.chen, tom.fox",
      "write `listed-by: [maya.chen, tom.fox]`; in quotes it is one text"
    ),
  ])
  func oneTextThatIsAList(_ line: String, _ help: String) {
    let small = plan(
      line, settings: "people: { maya.chen: { name: Maya }, tom.fox: { name: Tom } }\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    let plan = small.plan
    let read = [plan?.tags, plan?.buyingCenters, plan?.listedBy].compactMap { $0?.map(\.value) }
    #expect(read.contains { $0.count == 2 && $0 != [] })
  }

  @Test func aCommaTooMany() {
    let small = plan("tags: ↓Logistics,")
    #expect(small.rules == ["invalid-value"])
    #expect(small.plan?.tags.map(\.value) == ["Logistics"])
  }

  // MARK: Quotes of word processors

  @Test(arguments: [
    ("domain: ↓“x.example”", "write `x.example`"),
    ("reviewed: ↓„2026-11-02“", "write `2026-11-02`"),
    ("segment: ↓“Banks & co”", "write `\"Banks & co\"`"),
  ])
  func curlyQuotesAreNone(_ line: String, _ help: String) {
    let small = plan(line)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    let plan = small.plan
    #expect(
      plan?.domain?.value == "x.example" || plan?.segment?.value == "Banks & co"
        || plan?.reviewed != nil)
  }

  @Test(arguments: ["account: The “Best” Co", "account: ’t Hof", "account: “A” and “B”"])
  func curlyQuotesInATextStay(_ line: String) { #expect(plan(line).rules == []) }

  // MARK: Keys at the wrong place

  @Test(arguments: [
    ("↓acv: 320k", "write `potential: { acv: 320k }`"),
    ("↓industry: steel", "write `fit: { industry: steel }`"),
    ("pod:\n↓sdr: tom.fox", "put two spaces before `sdr: tom.fox`, below the line `pod:`"),
    ("pod: { marketing: ida }\n↓sdr: tom.fox", "move `sdr: tom.fox` to what stands behind `pod:`"),
  ])
  func aKeyThatBelongsBelowAnother(_ lines: String, _ help: String) {
    let small = plan(lines)
    #expect(small.rules == ["unknown-key"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
  }

  @Test func anAmountIsNoMap() {
    #expect(plan("potential: 320k").findings.first?.help == "write `potential: { acv: 320k }`")
  }

  // MARK: Placeholders

  @Test(arguments: [
    "owner: ↓<owner>", "sponsor: ↓TBD", "owner: ↓tbc", "pod: { sdr: ↓Todo }", "stage: ↓TBD",
    "reviewed: ↓TODO", "listed-by: [↓<who>]",
  ])
  func whatIsStillToBeWrittenIsNamedOnce(_ line: String) {
    for settings in ["", "people: { maya.chen: { name: Maya } }\n"] {
      let small = plan(line, settings: settings)
      #expect(small.rules == ["placeholder"])
      #expect(small.places == small.marks)
      // It takes the place of an error: nobody owns the account.
      #expect(small.findings.first?.level == .error)
      #expect(small.plan?.doubts.map(\.rule) == ["structure/placeholder"])
    }
  }

  @Test(arguments: ["segment: ↓Todo", "domain: ↓TBC", "domain: ↓<>", "fit: { region: ↓todo }"])
  func aTextThatIsStillToBeWritten(_ line: String) {
    let small = plan(line)
    #expect(small.rules == ["placeholder"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.level == .warning)
  }

  // MARK: Where YAML goes wrong

  /// The place is where the text begins that is at fault, not where libyaml gave up.
  @Test(arguments: [
    ("account: ↓\"Northwind\ntier: 3\ndomain: x.example", "a quote is opened"),
    ("account: ↓\"Northwind\ntier: 3\nsegment: \"Banks\"", "the quote that opens here"),
    ("account: A\ntags: ↓[a, b\ntier: 3", "a bracket or brace"),
    ("account: A\npotential: ↓{ acv: 320k\ntier: 3", "a bracket or brace"),
    (
      "account: A\n↓segment:Banks\ntier: 3",
      "no space stands behind the colon; write `segment: Banks`"
    ),
    (
      "account: Ж\n↓segment:Banks\ntier: 3",
      "no space stands behind the colon; write `segment: Banks`"
    ),
    ("account: A\n↓tier\nowner: x", "this line has no colon"),
    ("account: 'Bank'↓s own'\ntier: 3", "an apostrophe closes the quote; write `\"Bank's own\"`"),
  ])
  func pointsToTheFault(_ yaml: String, _ help: String) {
    let small = SmallPlan("---\n\(yaml)\n---\n")
    #expect(small.rules == ["invalid-yaml"])
    #expect(small.places == small.marks, "\(small.places) \(small.marks)")
    #expect(small.findings.first?.help.hasPrefix(help) == true, "\(small.findings)")
  }

  @Test(arguments: [
    ("\n---\naccount: A\n---\n", "delete the empty line above `---`"),
    ("\n\n---\naccount: A\n---\n", "delete the empty lines above `---`"),
    (" ---\naccount: A\n---\n", "delete the spaces before `---`"),
    (
      "# Northwind\n\n---\naccount: A\n---\n",
      "move what stands above `---` in line 3 below the second `---`"
    ),
  ])
  func theFrontMatterIsFirst(_ text: String, _ help: String) {
    let small = SmallPlan(text)
    #expect(small.rules == ["front-matter-missing"])
    #expect(small.findings.first?.help == help)
  }

  @Test(arguments: ["# Northwind\n\n---\n\nText: a line\n", "Title\n---\n\naccount: A\n", "text\n"])
  func aRuleIsNoFrontMatter(_ text: String) {
    #expect(SmallPlan(text).findings.first?.message == "the file has no front matter")
  }

  // MARK: Facts that are compared

  private static let icp = "icp:\n  - { fit: employees, at-least: 1000, weight: 25 }\n"

  @Test(arguments: [
    "\"1.200\"", "ca. 1200", "~1200", "over 1000", "1000-5000", "many", "\"1,5\"", "nan", "0x500",
    "k", "()",
  ])
  func aFactThatIsToBeANumberIsNone(_ text: String) {
    let small = plan("fit: { employees: \(text) }", settings: Self.icp)
    #expect(small.rules == ["invalid-value"])
    #expect(small.plan?.doubts.map(\.topic) == [.key("fit.employees")])
    #expect(plan("fit: { employees: \(text) }").rules == [])
  }

  @Test(arguments: [
    "1200", "\"1,200\"", "1'200", "1 200", "1\u{A0}200", "1200 (2025)", "1.2k", "1.5 M", "1200+",
    "$80M", "\"1,20,000\"", "80M EUR", "$1.2bn", "80 million", "USD 80 Mio",
  ])
  func aFactThatIsANumber(_ text: String) {
    #expect(plan("fit: { employees: \(text) }", settings: Self.icp).rules == [])
  }

  // MARK: Waivers

  @Test func aWaiverThatIsNearlyRightSilences() throws {
    let source = SourceFile(
      path: "plans/a.md",
      bytes: Array(
        """
        ---
        account: A
        tier: 1
        waivers:
          - { rule: sponsor/mising, until: 2026-12-31, reason: x, by: maya.chen }
          - { rule: list/no-owner, until: 31.12.2026, reason: x, by: nobody }
        ---

        """.utf8))
    var program = Program()
    program.rules = ["sponsor/missing", "list/no-owner", "list/no-segment"]
    program.people = [
      "maya.chen": Program.Person(id: "maya.chen", name: "Maya", job: nil, team: nil, email: nil)
    ]
    let reading = PlanReader.read(source, in: program)
    #expect(reading.findings.count == 3)
    #expect(reading.findings.first?.fix?.title == "write `sponsor/missing`")
    #expect(reading.plan?.waivers.map(\.rule.value) == ["sponsor/missing", "list/no-owner"])
    #expect(reading.plan?.waivers.last?.until.value.description == "9999-12-31")
  }
}
