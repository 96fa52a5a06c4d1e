import PlanModel
import PlanSource
import Testing

/// The sections that are one table, column by column.
struct SectionTests {
  @Test func objectives() throws {
    let small = SmallPlan(
      body: committee + """
        ## Goals

        | Objective | Measure | Target | Current | By | Owner | Contact |
        |-|-|-|-|-|-|-|
        | Open two sites | sites | 2 | 1 | 2027-03-31 | maya.chen | Ann Lee |
        """)
    let goal = try #require(small.plan?.objectives?.items.first)
    #expect(small.rules == [])
    #expect(goal.text.value == "Open two sites")
    #expect(goal.measure?.value == "sites")
    #expect(goal.target?.value == "2")
    #expect(goal.current?.value == "1")
    #expect(goal.by?.value.description == "2027-03-31")
    #expect(goal.owner?.value == "maya.chen")
    #expect(goal.contact?.value == "Ann Lee")
  }

  @Test func whitespace() throws {
    let small = SmallPlan(
      body: """
        ## White space

        | Product | Business unit | Status | Potential | Owner | Next step | By | Incumbent | Until | Opportunity | Reason |
        |-|-|-|-|-|-|-|-|-|-|-|
        | Core | EMEA | Pursuing | 320k | maya.chen | Plant tour | 2026-12-01 | Tillerman | 2027-02-28 | Big deal | none |
        | Twin | APAC | open | | | | | | | | |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Big deal | proposal |
        """)
    let cells = try #require(small.plan?.whitespace?.items)
    #expect(small.rules == [])
    #expect(cells[0].offering.value == "Core")
    #expect(cells[0].buyingCenter.value == "EMEA")
    #expect(cells[0].status?.value == .pursuing)
    #expect(cells[0].potential?.value == Money(hundredths: 32_000_000))
    #expect(cells[0].owner?.value == "maya.chen")
    #expect(cells[0].nextStep?.value == "Plant tour")
    #expect(cells[0].by?.value.description == "2026-12-01")
    #expect(cells[0].incumbent?.value == "Tillerman")
    #expect(cells[0].until?.value.description == "2027-02-28")
    #expect(cells[0].opportunity?.value == "Big deal")
    #expect(cells[0].reason?.value == "none")
    #expect(cells.map(\.isToSell) == [true, true])
  }

  @Test func whitespaceKnowsTheProgramsOfferings() throws {
    let small = SmallPlan(
      body: """
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | core | emea | open |
        | ↓Analytcs | EMEA | open |
        | ↓Twin | ↓Mars | open |
        """, settings: "offerings: [Core, Analytics]\nbuying-centers: [EMEA]\n")
    #expect(small.rules == ["invalid-value", "invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(
      small.plan?.whitespace?.items.map(\.offering.value) == ["Core", "Analytics", "Twin"])
  }

  /// Once a name, with what it costs; each of the rows is in doubt.
  @Test func anUnknownBuyingCenterIsReportedOnce() {
    let row = "| Core | Mars | open |\n"
    let small = SmallPlan(
      body: "## Whitespace\n\n| Offering | Region | Status |\n|-|-|-|\n| Core | ↓MARS | open |\n"
        + String(repeating: row, count: 12), settings: "buying-centers: [EMEA]\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.why.hasPrefix("one name in two spellings") == true)
    #expect(small.plan?.doubts.count == 13)
  }

  /// Buying centers that cannot be read, or only just, blame no row.
  @Test(
    arguments: [
      ("↓{ a: b }", nil), ("[↓[a], Plant 2]", ["Plant 2"]),
      ("↓Plant 1, Plant 2", ["Plant 1", "Plant 2"]),
    ] as [(String, [String]?)])
  func oneWrongListOfBuyingCentersIsOneFinding(_ list: String, _ centers: [String]?) {
    let small = SmallPlan(
      "---\naccount: A\ntier: 1\nbuying-centers: \(list)\n---\n"
        + "## Whitespace\n\n| Offering | Region | Status |\n|-|-|-|\n| Core | Plant 1 | open |\n"
        + "| Core | Plant 2 | open |\n", settings: "buying-centers: [EMEA]\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.buyingCenters?.map(\.value) == centers)
  }

  @Test func aTextInQuotesMayHoldACommaWhereAListMayStand() {
    let small = SmallPlan("---\naccount: A\ntier: 1\ntags: \"a, b\"\n---\n")
    #expect(small.rules == [])
    #expect(small.plan?.tags.map(\.value) == ["a, b"])
  }

  @Test func thePlansOwnBuyingCentersWin() {
    let small = SmallPlan(
      "---\naccount: A\ntier: 1\nbuying-centers: [Plant 2]\n---\n"
        + "## Whitespace\n\n| Offering | Region | Status |\n|-|-|-|\n| Core | plant 2 | open |\n",
      settings: "buying-centers: [EMEA]\n")
    #expect(small.rules == [])
    #expect(small.plan?.whitespace?.items.first?.buyingCenter.value == "Plant 2")
  }

  @Test(arguments: [
    ("discovery", Opportunity.Outcome.open), ("won", .won), ("Closed Won", .won),
    ("closed-won", .won), ("lost", .lost), ("Closed lost", .lost), ("won't say", .open),
  ])
  func opportunitiesEndByTheirStage(_ stage: String, _ outcome: Opportunity.Outcome) {
    let small = SmallPlan(body: "## Deals\n\n| Opportunity | Stage |\n|-|-|\n| Big | \(stage) |\n")
    #expect(small.plan?.opportunities?.items.map(\.outcome) == [outcome])
  }

  @Test func opportunities() throws {
    let small = SmallPlan(
      body: committee + """
        ## Opportunities

        | Opportunity | CRM id | Amount | Stage | Close | Created | Forecast | Source | Contacts |
        |-|-|-|-|-|-|-|-|-|
        | Big | 006B | 320k | proposal | 2027-01-31 | 2026-06-01 | Best case | partner | Ann Lee, Raj Iyer |
        | ↓Small | | | | | | | | |
        """)
    #expect(small.rules == ["empty-cell"])
    #expect(small.places == small.marks)
    let deal = try #require(small.plan?.opportunities?.items.first)
    #expect(deal.crmID?.value == "006B")
    #expect(deal.amount?.value == Money(hundredths: 32_000_000))
    #expect(deal.close?.value.description == "2027-01-31")
    #expect(deal.created?.value.description == "2026-06-01")
    #expect(deal.forecast?.value == .bestCase)
    #expect(deal.source?.value == .partner)
    #expect(deal.contacts.map(\.value) == ["Ann Lee", "Raj Iyer"])
  }

  @Test func plays() throws {
    let small = SmallPlan(
      body: committee + """
        ## Touches

        | Date | Play | Channel | Contact | By | Outcome | Content | Stage |
        |-|-|-|-|-|-|-|-|
        | 2026-11-02 | Dinner | Executive | Ann Lee | maya.chen, tom.fox | agreed | briefing | Post sale |
        | | Dinner | call | | | | | |
        | 2026-11-03 | Call | | | | | | |
        """)
    let plays = try #require(small.plan?.plays?.items)
    #expect(small.rules == ["empty-cell", "empty-cell"])
    #expect(plays.count == 2)
    #expect(plays[0].channel?.value == .executive)
    #expect(plays[0].contacts.map(\.value) == ["Ann Lee"])
    #expect(plays[0].by.map(\.value) == ["maya.chen", "tom.fox"])
    #expect(plays[0].outcome?.value == "agreed")
    #expect(plays[0].content?.value == "briefing")
    #expect(plays[0].stage?.value == .postSale)
    #expect(plays[1].channel == nil)
  }

  /// A list that was divided by something else than commas is read, where all its parts are known.
  @Test(arguments: [
    ("Ann Lee; Raj Iyer", "Ann Lee, Raj Iyer"), ("Ann Lee & Raj Iyer", "Ann Lee, Raj Iyer"),
    ("Ann Lee and Raj Iyer", "Ann Lee, Raj Iyer"), ("Raj Iyer / ann lee", "Raj Iyer, ann lee"),
  ])
  func contactsDividedOtherwise(_ cell: String, _ meant: String) throws {
    let small = SmallPlan(
      body: committee
        + "## Plays\n\n| Date | Play | Channel | Contact |\n|-|-|-|-|\n| 2026-11-02 | Call | call | ↓\(cell) |\n"
    )
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == "write `\(meant)`")
    #expect(
      Set(try #require(small.plan?.plays?.items.first).contacts.map(\.value)) == [
        "Ann Lee", "Raj Iyer",
      ])
    #expect(small.plan?.doubts.isEmpty == true)
  }

  @Test(arguments: ["champion; legal", "Champion/Legal", "champion and legal"])
  func rolesDividedOtherwise(_ cell: String) throws {
    let small = SmallPlan(body: "## Contacts\n\n| Name | Role |\n|-|-|\n| Ann Lee | ↓\(cell) |\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.contacts.first?.roles.map(\.value) == [.champion, .legal])
  }

  @Test(arguments: ["Research and Development", "Ann Lee; somebody", "Ann / Raj"])
  func whatIsNoListOfKnownNamesIsOneName(_ cell: String) {
    let small = SmallPlan(
      body: committee
        + "## Plays\n\n| Date | Play | Channel | Contact |\n|-|-|-|-|\n| 2026-11-02 | Call | call | ↓\(cell) |\n"
    )
    #expect(small.rules == ["unknown-contact"])
    #expect(small.places == small.marks)
  }

  @Test func signalsAndRisks() throws {
    let small = SmallPlan(
      body: """
        ## Intent

        | Date | Kind | Signal | Strength | Source | Action |
        |-|-|-|-|-|-|
        | 2026-11-02 | Third party | Searched for us | high | Bombora | called |

        ## Risks

        | Risk | Severity | Mitigation | Owner |
        |-|-|-|-|
        | Late | medium | Start early | maya.chen |
        """)
    #expect(small.rules == [])
    let signal = try #require(small.plan?.signals?.items.first)
    #expect(signal.kind?.value == .thirdParty)
    #expect(signal.signal.value == "Searched for us")
    #expect(signal.strength?.value == .high)
    #expect(signal.source?.value == "Bombora")
    #expect(signal.action?.value == "called")
    let risk = try #require(small.plan?.risks?.items.first)
    #expect(risk.severity?.value == .medium)
    #expect(risk.mitigation?.value == "Start early")
    #expect(risk.owner?.value == "maya.chen")
  }

  @Test func meddpiccOfOneDeal() throws {
    let small = SmallPlan(
      body: """
        ## MEDDPICC

        | Element | Score | Evidence |
        |-|-|-|
        | Metrics | 3 | signed off |
        | Economic buyer | ↓4 | |
        | ↓Hope | 1 | |
        """)
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    let answers = try #require(small.plan?.meddpicc?.items.first)
    #expect(answers.opportunity == nil)
    #expect(answers.elements.map(\.element.value) == [.metrics, .economicBuyer])
    #expect(answers.elements.map { $0.score?.value } == [3, nil])
    #expect(answers.elements[0].evidence?.value == "signed off")
  }

  @Test func meddpiccOfSeveralDeals() throws {
    let small = SmallPlan(
      body: """
        ## MEDDPICC

        ### Big deal

        | Element | Score |
        |-|-|
        | Metrics | 3 |

        | Element | Score |
        |-|-|
        | a second table | is prose |

        ### Small deal

        | Element | Score |
        |-|-|
        | Champion | 0 |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Big deal | proposal |
        | Small deal | proposal |
        """)
    #expect(small.rules == ["second-table"])
    let all = try #require(small.plan?.meddpicc?.items)
    #expect(all.map { $0.opportunity?.value } == ["Big deal", "Small deal"])
    #expect(all.map { $0.elements.map(\.element.value) } == [[.metrics], [.champion]])
  }

  @Test(arguments: [
    ("<!-- to do -->", true), ("...", true), ("…", true), ("-", true), ("n/a", true), ("–", true),
    ("Grow", false), ("<!-- a -->\n\nGrow", false), ("- Grow", false),
  ])
  func aPartThatSaysNothingIsEmpty(_ text: String, _ isEmpty: Bool) {
    let small = SmallPlan(body: "## Brief\n\n### Priorities\n\n\(text)\n")
    #expect(small.plan?.brief?.parts.map(\.isEmpty) == [isEmpty])
  }
}
