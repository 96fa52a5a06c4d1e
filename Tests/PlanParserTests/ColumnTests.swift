import PlanModel
import PlanSource
import Testing

/// Headings of columns that are nearly in order.
struct ColumnTests {
  @Test(arguments: [
    ("Status | Potential | ↓Potential", "Potential"),
    ("Status | Potential | ↓potential:", "Potential"),
    ("Status | ↓Product | Potential", "Product"), ("Status | ↓Region | Potential", "Region"),
  ])
  func aColumnTwiceIsReportedAtTheSecond(_ rest: String, _ name: String) throws {
    let small = SmallPlan(
      body: """
        ## Whitespace

        | Offering | Buying center | \(rest) |
        | --- | --- | --- | --- | --- |
        | Core | EMEA | open | 10k | 900 quid |
        """)
    #expect(small.rules == ["duplicate-key"] || small.rules == ["duplicate-key", "invalid-value"])
    #expect(small.findings.first?.span?.start == small.marks[0])
    #expect(small.findings.first?.message.contains("a second time; the first is read") == true)
    #expect(small.findings.first?.notes.first?.place != nil)
    #expect(small.plan?.whitespace?.items.map(\.offering.value) == ["Core"])
    #expect(small.plan?.doubts.isEmpty == false)
  }

  @Test(arguments: [
    "Amount:", "Amount (this year)", "amount (net)", "Amount (ACV)", "Amount (USD)",
  ])
  func aParenthesisOrColonBehindAHeadingIsLeftOut(_ heading: String) {
    let small = SmallPlan(
      body:
        "## Deals\n\n| Opportunity (name) | \(heading) | Stage: |\n|-|-|-|\n| A | 10k | demo |\n")
    #expect(small.rules == [])
    #expect(small.plan?.opportunities?.items.map(\.amount?.value) == [.thousands(10)])
    #expect(small.plan?.opportunities?.items.map(\.stage?.value) == ["demo"])
  }

  @Test(arguments: ["Amount (EUR)", "Amount (€)", "Amount (in eur)"])
  func aHeadingNamesTheCurrencyOfItsColumn(_ heading: String) {
    let small = SmallPlan(
      body: "## Deals\n\n| Opportunity | \(heading) | Stage |\n|-|-|-|\n| A | 10k | demo |\n"
        + "| B | 10k EUR | demo |\n| C | $10k | demo |\n| D | 10000 | demo |\n",
      settings: "currency: USD\ncurrencies: { EUR: 2 }\n")
    #expect(small.rules == [])
    #expect(
      small.plan?.opportunities?.items.map(\.amount?.value)
        == [.thousands(20), .thousands(20), .thousands(10), .thousands(20)])
  }

  /// Amounts that would be read wrongly are not read.
  @Test(arguments: [
    "Amount ↓(CHF)", "Amount ↓(k)", "Amount ↓(k€)", "Amount ↓(in thousands)", "Amount ↓(MEUR)",
    "Amount ↓(€ mn)", "Amount ↓('000)",
  ])
  func aHeadingThatChangesItsAmountsIsReportedOnce(_ heading: String) {
    let small = SmallPlan(
      body:
        "## Deals\n\n| Opportunity | \(heading) | Stage |\n|-|-|-|\n| A | 10 | demo |\n| B | 2 | demo |\n",
      settings: "currency: USD\ncurrencies: { EUR: 2 }\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.opportunities?.items.map(\.amount?.value) == [nil, nil])
    #expect(small.plan?.doubts.isEmpty == false)
  }

  /// A heading that is nearly that of a required column has one finding, and is read.
  @Test(arguments: [
    ("Contacts", "Name | Roles", "Ann Lee | champion", "rename the column `Roles` to `Role`"),
    ("Contacts", "Names | Role", "Ann Lee | champion", "rename the column `Names` to `Name`"),
    (
      "Plays", "Date | Plays | Channel", "2026-11-02 | a | call",
      "rename the column `Plays` to `Play`"
    ),
    (
      "Plays", "Dates | Play | Channel", "2026-11-02 | a | call",
      "rename the column `Dates` to `Date`"
    ),
    (
      "Signals", "Date | Kinds | Signal", "2026-11-02 | usage | b",
      "rename the column `Kinds` to `Kind`"
    ),
  ])
  func aPluralIsReadWithOneFinding(
    _ section: String, _ headings: String, _ cells: String, _ help: String
  ) {
    let dashes = headings.split(separator: "|").map { _ in "|-" }.joined() + "|"
    let small = SmallPlan(body: "## \(section)\n\n↓| \(headings) |\n\(dashes)\n| \(cells) |\n")
    #expect(small.rules == ["missing-column"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    let plan = small.plan
    #expect(
      [plan?.committee?.items.count, plan?.plays?.items.count, plan?.signals?.items.count]
        .compactMap { $0 } == [1])
    #expect(plan?.committee?.items.first?.roles.map(\.value) ?? [.champion] == [.champion])
  }

  @Test(arguments: [("Name | Roel", "Roel", "Role"), ("Nmae | Role", "Nmae", "Name")])
  func aShortNearHeadingIsNamed(_ headings: String, _ written: String, _ meant: String) {
    let small = SmallPlan(body: "## Contacts\n\n↓| \(headings) |\n|-|-|\n| Ann Lee | champion |\n")
    #expect(small.rules == ["missing-column"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == "rename the column `\(written)` to `\(meant)`")
  }

  private static let tables = [
    "Objectives": "Objective | Measure | Target", "Contacts": "Name | Role | Title",
    "Deals": "Opportunity | Stage | Amount", "Plays": "Date | Play | Channel",
    "Signals": "Date | Kind | Signal", "Risks": "Risk | Mitigation",
  ]
  private static let rows = [
    "Objectives": "Fewer late trucks | days | 3", "Contacts": "Ann Lee | champion | COO",
    "Deals": "Pilot | demo | 10k", "Plays": "2026-11-02 | Tour | call",
    "Signals": "2026-11-02 | usage | Logins", "Risks": "Budget | CFO",
  ]

  /// Columns of somebody's own: near to one of the format, and above something else.
  @Test(arguments: [
    ("Objectives", "Contract", "C-2231"), ("Objectives", "Contract", "Frame 2025"),
    ("Objectives", "Contact?", ""), ("Objectives", "Owned", "2027"), ("Objectives", "Notes", "x"),
    ("Plays", "Contract", "C-2231"), ("Plays", "State", "Bavaria"), ("Plays", "Team", "West"),
    ("Plays", "Contacted", "yes"), ("Plays", "Country", "DE"), ("Plays", "Content?", ""),
    ("Deals", "Closed", "no"), ("Deals", "Closer", "Jo"), ("Deals", "Contracts", "C-1"),
    ("Deals", "Sources", "2"), ("Deals", "Region", "EMEA"), ("Deals", "Since", "May"),
    ("Deals", "Type", "new"), ("Deals", "Forecasts", "3"), ("Contacts", "Rolle", "Chefin"),
    ("Contacts", "State", "Bavaria"), ("Contacts", "Statue", "none"), ("Contacts", "Phone", "1"),
    ("Contacts", "Instance", "ERP"), ("Contacts", "Channel", "mail"), ("Contacts", "Team", "x"),
    ("Signals", "Length", "2 weeks"), ("Signals", "Strengths", "Known brand"),
    ("Risks", "Owners", "7"), ("Risks", "Severe", "no"),
  ])
  func aColumnOfTheirOwnIsLetBe(_ section: String, _ name: String, _ cell: String) throws {
    let headings = try #require(Self.tables[section])
    let cells = try #require(Self.rows[section])
    let dashes = (headings + "|").split(separator: "|").map { _ in "|-" }.joined() + "|-|"
    let small = SmallPlan(
      body: committee.replacing(
        "## Buying committee", with: section == "Contacts" ? "## Notes" : "## Contacts")
        + "## \(section)\n\n| \(headings) | \(name) |\n\(dashes)\n| \(cells) | \(cell) |\n",
      settings: "people: { maya.chen: { name: Maya Chen } }\n")
    #expect(small.rules == [], "\(small.findings.map(\.message))")
  }

  /// The same headings above what the column takes.
  @Test(arguments: [
    ("Objectives", "Contct", "Ann Lee"), ("Plays", "Contatc", "Raj Iyer"),
    ("Deals", "Closes", "2026-12-01"), ("Deals", "Sourcee", "partner"),
    ("Contacts", "Stanec", "suporter"), ("Risks", "Severty", "high"),
    ("Risks", "Ownre", "mia.chen"),
    ("Risks", "Ownr", "Maya Chen"),
  ])
  func aNearColumnAboveWhatItTakesIsRead(_ section: String, _ name: String, _ cell: String) throws {
    let headings = try #require(Self.tables[section])
    let cells = try #require(Self.rows[section])
    let dashes = (headings + "|").split(separator: "|").map { _ in "|-" }.joined() + "|-|"
    let small = SmallPlan(
      body: committee.replacing(
        "## Buying committee", with: section == "Contacts" ? "## Notes" : "## Contacts")
        + "## \(section)\n\n| \(headings) | \(name) |\n\(dashes)\n| \(cells) | \(cell) |\n",
      settings: "people: { maya.chen: { name: Maya Chen } }\n")
    #expect(
      small.rules.contains("unknown-key") == (name.count > 4), "\(small.findings.map(\.message))")
  }

  /// Whoever stands in a second table is not to be added to the first by a finding elsewhere.
  @Test func aSecondTableIsReportedAndBlamesNobody() {
    let small = SmallPlan(
      body: committee + "### Finance\n\n↓| Name | Role |\n|-|-|\n| Zoe | legal |\n\n"
        + "## Plays\n\n| Date | Play | Channel | Contact |\n|-|-|-|-|\n| 2026-11-02 | a | call | Zoe |\n"
    )
    #expect(small.rules == ["second-table"])
    #expect(small.places == small.marks)
  }
}
