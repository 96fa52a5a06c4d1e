import PlanModel
import PlanParser
import PlanSource
import Testing

/// The lines between the first `---` and the next, and what their keys mean.
struct FrontMatterTests {
  @Test func readsEveryKey() throws {
    let small = SmallPlan(
      """
      ---
      account: Northwind Traders
      tier: 2
      stage: Closed won
      stage-since: 2026-09-30
      status: paused
      owner: maya.chen
      sponsor: vera.holm
      pod: { sdr: tom.fox, our-own-word: ida }
      domain: northwind.example
      crm-id: 001A
      segment: grocers
      motion: land and expand
      fit: { industry: food, tech: [sap, aws] }
      potential: { acv: 320k, ceiling: "1,200,000", strategic: High }
      reviewed: 2026-11-02
      buying-centers: [EMEA, APAC]
      tags: north
      links: { site: "https://example.com", mail: "mailto:a@example.com" }
      x-anything: { kept: [not, read] }
      ---
      """)
    let plan = try #require(small.plan)
    #expect(small.rules == [])
    #expect(plan.id == "northwind")
    #expect(plan.account.value == "Northwind Traders")
    #expect(plan.tier.value == .two)
    #expect(plan.stage?.value == .closedWon)
    #expect(plan.stageSince?.value.description == "2026-09-30")
    #expect(plan.effectiveStatus == .paused)
    #expect(plan.owner?.value == "maya.chen")
    #expect(plan.sponsor?.value == "vera.holm")
    #expect(plan.pod?.members.map(\.role.value) == ["sdr", "our-own-word"])
    #expect(plan.pod?.members.map(\.person.value) == ["tom.fox", "ida"])
    #expect(small.text(plan.pod?.key) == "pod")
    #expect(plan.domain?.value == "northwind.example")
    #expect(plan.crmID?.value == "001A")
    #expect(plan.segment?.value == "grocers")
    #expect(plan.motion?.value == .landAndExpand)
    #expect(plan.fit.map(\.value.value) == ["food", "sap, aws"])
    #expect(plan.potential.acv?.value == Money(hundredths: 32_000_000))
    #expect(plan.potential.ceiling?.value == Money(hundredths: 120_000_000))
    #expect(plan.potential.strategic?.value == .high)
    #expect(plan.reviewed?.value.description == "2026-11-02")
    #expect(plan.buyingCenters?.map(\.value) == ["EMEA", "APAC"])
    #expect(plan.tags.map(\.value) == ["north"])
    #expect(plan.links.map(\.name.value) == ["site", "mail"])
    #expect(small.written(plan.account) == "Northwind Traders")
    #expect(small.written(plan.stage) == "Closed won")
    #expect(small.written(plan.tags[0]) == "north")
    #expect(small.text(plan.opening) == "---")
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func readsEachKindOfLineEndAndAByteOrderMark(_ end: String, _ mark: String) throws {
    let lines = [
      "---", "account: Żółw", "tier: 1", "---", "## Risks", "", "| Risk |", "| - |", "| x |",
    ]
    let small = SmallPlan(mark + lines.joined(separator: end) + end)
    let plan = try #require(small.plan)
    #expect(small.rules == [])
    #expect(small.written(plan.account) == "Żółw")
    #expect(plan.risks?.items.map(\.risk.value) == ["x"])
    #expect(small.written(plan.risks?.items.first?.risk) == "x")
  }

  @Test(arguments: [
    "", "account: A\n", " ---\naccount: A\n---\n", "----\naccount: A\n----\n", "# Title\n",
    "\n---\naccount: A\n---\n",
  ])
  func saysThatThereIsNone(_ text: String) {
    let small = SmallPlan(text)
    #expect(small.plan == nil)
    #expect(small.rules == ["front-matter-missing"])
    #expect(small.places == [0])
  }

  @Test func saysThatItNeverCloses() {
    let small = SmallPlan("---\naccount: A\ntier: 1\n\n# A\n\n --- \n")
    #expect(small.plan == nil)
    #expect(small.findings.map(\.message) == ["the front matter never closes"])
  }

  @Test func spacesBehindTheFencesDoNotMatter() {
    #expect(SmallPlan("--- \naccount: A\ntier: 1\n---\t\n").rules == [])
  }

  @Test func anEmptyOneLacksItsKeys() {
    let small = SmallPlan("↓---\n---\n")
    #expect(small.plan?.effectiveStatus == .draft)
    #expect(small.rules == ["missing-key", "missing-key"])
    #expect(Set(small.places) == Set(small.marks))
  }

  @Test(arguments: ["[a, b]", "just text", "- a\n- b"])
  func saysThatItIsNoMap(_ yaml: String) {
    let small = SmallPlan("---\n\(yaml)\n---\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.plan == nil)
  }

  /// Each key with a value of the wrong type: one finding at the value, and the plan goes on without it.
  @Test(arguments: [
    "stage: ↓won", "stage-since: ↓yesterday", "status: ↓asleep", "motion: ↓sideways",
    "reviewed: ↓2026-02-30", "reviewed: ↓[2026-02-03]", "pod: ↓[maya]", "fit: ↓big",
    "potential: ↓320k", "potential: { acv: ↓much }", "potential: { strategic: ↓very }",
    "owner: ↓{ a: b }", "domain: ↓[a]", "links: ↓https", "segment: ↓{ a: 1 }",
    "tags: ↓{ a: 1 }", "buying-centers: [↓[a], b]", "potential: { ceiling: ↓-5 }",
  ])
  func rejectsAWrongValue(_ line: String) {
    let small = SmallPlan("---\naccount: A\ntier: 1\n\(line)\n---\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan != nil)
    #expect(small.findings.allSatisfy { !$0.help.isEmpty })
  }

  @Test(arguments: ["0", "4", "one", "1.0", "[1]", "01x"])
  func aPlanWithoutATierThatCanBeReadIsInNone(_ tier: String) throws {
    let small = SmallPlan("---\naccount: A\ntier: \(tier)\nowner: maya.chen\n---\n")
    #expect(small.rules == ["invalid-value"])
    let plan = try #require(small.plan)
    #expect(plan.owner?.value == "maya.chen")
    #expect(!plan.isActive)
    #expect(plan.effectiveStatus == .draft)
  }

  /// What is no YAML, and what its help is about.
  @Test(arguments: [
    ("account: A\n  tier: 1", "`tier` begins in another column"),
    ("account: \"A\"\n  tier: 1", "`tier` begins in another column"),
    ("account: A\n tier: 1 # x: y", "`tier` begins in another column"),
    (" account: A\ntier: 1", "`tier` begins in another column"),
    ("pod:\n    sdr: a\n  marketing: b", "`marketing` begins in another column"),
    ("pod:\n  sdr: a\n    our team: b", "`our team` begins in another column"),
    ("account: A\n\ttier: 1", "a tab stands"), ("pod:\n\tsdr: a", "a tab stands"),
    ("pod:\n  sdr: a\n \tmarketing: b", "a tab stands"),
    ("account: A: B\ntier: 1", "a colon stands in the text"),
    ("account: A\n  b: c: d", "`b` begins in another column"),
    ("account: \"A\" B", "text stands behind a closing quote"),
    ("account: 'it's'", "an apostrophe closes the quote"),
    ("tags: - a", "a list begins where none can"),
    ("account: A\n- tier: 1", "a list begins where none can"),
    ("account: A\ntier\nowner: x", "this line has no colon"),
    ("account: | A", "behind `|` or `>`"), ("account: \"A", "a quote is opened"),
    ("account: @A", "a text must not begin"), ("tags: [a", "a bracket or brace"),
  ])
  func namesWhyItIsNoYaml(_ yaml: String, _ help: String) {
    let small = SmallPlan("---\n\(yaml)\n---\n")
    #expect(small.rules == ["invalid-yaml"])
    #expect(small.findings.first?.help.hasPrefix(help) == true, "\(small.findings)")
  }

  @Test func readsANearMissAndSaysSo() throws {
    let small = SmallPlan("---\nacount: A\ntier: 1\n↓domian: a.example\n---\n")
    #expect(small.rules == ["unknown-key", "unknown-key"])
    #expect(small.plan?.account.value == "A")
    #expect(small.plan?.domain?.value == "a.example")
    #expect(small.findings.last?.help == "write `domain`")
    #expect(small.places.last == small.marks.first)
  }

  @Test(arguments: [
    ("teir: 1", "tier"), ("tier: 1\nower: maya.chen", "owner"),
    ("tier: 1\nreview: 2026-11-02", "reviewed"),
  ])
  func readsTheNearestKeyThatIsNotThere(_ lines: String, _ key: String) {
    let small = SmallPlan("---\naccount: A\n\(lines)\n---\n")
    #expect(small.rules == ["unknown-key"])
    #expect(small.findings.first?.message.hasSuffix("is no known key; read as `\(key)`") == true)
    #expect(small.plan?.isTierKnown == true)
    #expect((small.plan?.owner?.value == "maya.chen") == (key == "owner"))
    #expect((small.plan?.reviewed != nil) == (key == "reviewed"))
  }

  @Test func aKeyThatIsThereIsNotReadTwice() {
    let small = SmallPlan("---\naccount: A\ntier: 1\nteir: 2\nlast-reviewed: 2026-11-02\n---\n")
    #expect(small.rules == ["unknown-key", "unknown-key"])
    #expect(small.findings.map(\.help) == ["write `tier`", "write `reviewed`"])
    #expect(small.findings.first?.message == "`teir` is no known key")
    #expect(small.plan?.tier.value == .one)
  }

  @Test(arguments: [
    ("Tier: 1", "tier"), ("TIER: 1", "tier"), ("ti_er: 1", "tier"), ("tier : 1\nFit: {}", "fit"),
    ("tier: 1\nCRM id: x", "crm-id"), ("tier: 1\npotential: { ACV: 5 }", "acv"),
  ])
  func readsAKeyInAnotherFormAndSaysSo(_ lines: String, _ key: String) {
    let small = SmallPlan("---\nACCOUNT: A\n\(lines)\n---\n")
    #expect(small.rules == ["unknown-key", "unknown-key"])
    #expect(
      small.findings.first?.message == "`ACCOUNT` is no known key; read as `account`")
    #expect(small.findings.last?.message.hasSuffix("is no known key; read as `\(key)`") == true)
    #expect(small.findings.last?.help == "write `\(key)`")
    #expect(small.plan?.account.value == "A")
    #expect(small.plan?.isActive == true)
  }

  @Test(arguments: [
    ("X-Bar", "write `x-Bar`"), ("X-tier", "write `x-tier`"), ("x_stage", "write `x-stage`"),
  ])
  func anOwnKeyBeginsInLowerCase(_ key: String, _ help: String) {
    let small = SmallPlan("---\naccount: A\ntier: 1\n↓\(key): 3\n---\n")
    #expect(small.rules == ["unknown-key"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.message == "`\(key)` is no known key")
    #expect(small.findings.first?.help.hasPrefix(help) == true)
    #expect(small.plan?.stage == nil)
  }

  @Test func theKeyItselfWinsOverItsNearMiss() {
    let small = SmallPlan("---\naccount: A\ntier: 1\ndomian: b.example\ndomain: a.example\n---\n")
    #expect(small.plan?.domain?.value == "a.example")
    #expect(small.rules == ["unknown-key"])
  }

  @Test func ownKeysBelongAtTheTop() {
    let small = SmallPlan("---\naccount: A\ntier: 1\nx-a: 1\npotential: { x-b: 1 }\n---\n")
    #expect(small.rules == ["unknown-key"])
    #expect(small.findings.first?.help.contains("x-") == false)
  }

  @Test(arguments: [
    "{ acv: 320,000 }", "{ acv: 320,000, strategic: high }", "{ acv: $1,200,000 }",
    "{ acv: 1,000,000 }",
  ])
  func recognisesAnAmountThatABraceDivided(_ written: String) {
    let small = SmallPlan("---\naccount: A\ntier: 1\npotential: \(written)\n---\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.findings.first?.help.hasPrefix("quote it: `acv: \"") == true)
    #expect(small.plan?.potential.acv == nil)
  }

  @Test func aPersonNearToOneIsReadAsThat() {
    let settings = "people: { maya.chen: { name: Maya Chen }, tom.fox: { name: Tom Fox } }\n"
    let near = SmallPlan("---\naccount: A\ntier: 1\nowner: maya.chem\n---\n", settings: settings)
    #expect(near.rules == ["unknown-person"])
    #expect(near.plan?.owner?.value == "maya.chen")
    let named = SmallPlan("---\naccount: A\ntier: 1\nowner: Tom Fox\n---\n", settings: settings)
    #expect(named.plan?.owner?.value == "tom.fox")
    let unknown = SmallPlan("---\naccount: A\ntier: 1\nowner: zoe\n---\n", settings: settings)
    #expect(unknown.plan?.owner == nil)
    #expect(unknown.plan?.doubts.map(\.rule) == ["structure/unknown-person"])
  }

  /// Dashes without their spaces are one text to YAML.
  @Test(arguments: [
    "buying-centers:\n  ↓-EMEA\n  -APAC\n", "buying-centers:\n  - EMEA\n   ↓-APAC\n",
  ])
  func aListWithoutSpacesBehindItsDashesIsRead(_ text: String) {
    let small = SmallPlan(
      "---\naccount: Northwind\ntier: 1\n\(text)---\n## Whitespace\n\n"
        + "| Offering | Region | Status |\n|-|-|-|\n| Core | EMEA | open |\n| Core | APAC | open |\n"
    )
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.contains("space") == true)
    #expect(small.plan?.buyingCenters?.map(\.value) == ["EMEA", "APAC"])
  }

  @Test(arguments: ["tags: -a", "tags: [-a, -b]", "tags:\n  - -a\n", "tags: \"a\n  -b\""])
  func aDashThatIsPartOfATextStays(_ text: String) {
    let small = SmallPlan("---\naccount: Northwind\ntier: 1\n\(text)\n---\n")
    #expect(small.rules == [])
  }

  @Test(arguments: [
    "segment: ↓TBD", "segment: ↓<segment>", "domain: ↓TODO", "fit: { industry: ↓tbd }",
    "tags: [a, ↓TODO]",
  ])
  func aPlaceholderIsNoValue(_ line: String) {
    let small = SmallPlan("---\naccount: Northwind\ntier: 1\n\(line)\n---\n")
    #expect(small.rules == ["placeholder"])
    #expect(small.places == small.marks)
  }

  @Test(arguments: ["segment: TBD Logistics", "x-note: TBD", "tags: [todo]", "account: Todo"])
  func whatLooksLikeAPlaceholderIsNone(_ line: String) {
    let account = line.hasPrefix("account") ? "" : "account: Northwind\n"
    #expect(SmallPlan("---\n\(account)tier: 1\n\(line)\n---\n").rules == [])
  }

  @Test(arguments: [
    ("account: ↓North #1 wind", "quote it: `account: \"North #1 wind\"`"),
    ("account: N\nsegment: ↓Top #10", "quote it: `segment: \"Top #10\"`"),
  ])
  func aCommentThatCutsATextIsNamed(_ lines: String, _ help: String) {
    let small = SmallPlan("---\ntier: 1\n\(lines)\n---\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
  }

  @Test(arguments: [
    "account: North # one of two", "account: \"North\" #1", "account: North#1", "account: N ##",
  ])
  func otherCommentsAreComments(_ line: String) {
    #expect(SmallPlan("---\ntier: 1\n\(line)\n---\n").rules == [])
  }
}
