import PlanModel
import PlanSource
import Testing

/// Tables, read by the names of their columns.
struct TableTests {
  @Test func columnsStandInAnyOrderAndSpelling() throws {
    let small = SmallPlan(
      body: """
        ## Stakeholders

        | our own | STANCE | cares_about | Role | name | Last  engaged |
        | --- | --- | --- | --- | --- | --- |
        | kept | Advocate | cost | Economic buyer, end user | Ann Lee | 2026-11-02 |
        """)
    let ann = try #require(small.plan?.contacts.first)
    #expect(small.rules == [])
    #expect(ann.name.value == "Ann Lee")
    #expect(ann.roles.map(\.value) == [.economicBuyer, .endUser])
    #expect(ann.stance?.value == .advocate)
    #expect(ann.pain?.value == "cost")
    #expect(ann.lastEngaged?.value.description == "2026-11-02")
    #expect(ann.roles.map { small.written($0) } == ["Economic buyer", "end user"])
    #expect(small.text(ann.row)?.hasPrefix("| kept") == true)
  }

  /// A table that Markdown does not see, or sees in part, is one finding, and nothing is called missing because of it.
  @Test(arguments: [
    (
      "| Name | Role | Reports to |\n↓| --- | --- |\n| Ann Lee | legal | Raj Iyer |",
      "write `| --- | --- | --- |`"
    ),
    ("↓| Name | Role |\n| Ann Lee | legal |", "add the line `| --- | --- |` below them"),
    ("↓| Name | Role |\n\n| --- | --- |\n| Ann Lee | legal |", "delete the empty line below them"),
    ("| Name | Role |\n| --- | --- |\n\n↓| Ann Lee | legal |", "delete the empty line above it"),
    (
      "| Name | Role | Reports to |\n|-|-|-|\n| Ann Lee | legal | Raj Iyer |\n\n↓| Raj Iyer | champion | |",
      "delete the empty line above it"
    ),
    ("↓| Name", "add the line `| --- |` below them"),
  ])
  func brokenTablesAreNamedWhereTheyBreak(_ table: String, _ help: String) throws {
    let marker = try #require(table.firstIndex(of: "↓"))
    let text = String(table[..<marker] + table[table.index(after: marker)...])
    let head = "## Buying committee\n\n"
    let small = SmallPlan(
      body: head + text + "\n\n## Plays\n\n| Date | Play | Channel | Contact |\n|-|-|-|-|\n"
        + "| 2026-11-02 | Call | call | Raj Iyer |\n")
    #expect(small.rules == ["broken-table"])
    let finding = try #require(small.findings.first)
    #expect(finding.help == help)
    let start = try #require(finding.span).start
    #expect(small.source.bytes[start...].starts(with: Array(table[marker...].dropFirst().utf8)))
    #expect(small.plan?.doubts.contains { $0.topic == .section(.committee) } == true)
  }

  /// A column that may be absent: a heading that is nearly its name is read as it; one of the plan's own is left alone.
  @Test(arguments: [
    ("Reprots to", ["unknown-key"]), ("Reports To", []), ("Birthday", []), ("Role 2", []),
  ])
  func nearHeadingsAreReadAsTheirColumn(_ heading: String, _ rules: [String]) throws {
    let small = SmallPlan(
      body:
        "## Contacts\n\n| Name | Role | ↓\(heading) |\n|-|-|-|\n| Ann Lee | legal | Raj Iyer |\n"
        + "| Raj Iyer | champion | |\n")
    #expect(small.rules == rules)
    #expect(rules.isEmpty || small.findings.first?.span?.start == small.marks.first)
    let manager = try #require(small.plan?.contacts.first).reportsTo?.value
    #expect(manager == (heading.lowercased().hasPrefix("rep") ? "Raj Iyer" : nil))
  }

  @Test func findingsOfARowHangOnItsSurplusCell() {
    let body = "## Risks\n\n| Risk | Severity | Owner |\n|-|-|-|\n"
    #expect(
      SmallPlan(body: body + "| Budget | freeze | high | maya.chen |\n").rules == ["ragged-row"])
    #expect(SmallPlan(body: body + "| | hihg | x | y |\n").rules == ["ragged-row"])
    #expect(
      SmallPlan(body: body + "| Budget freeze | freeze | maya.chen |\n").rules == ["invalid-value"])
  }

  /// Where cells are: behind escaped pipes, marks, struck text, without outer pipes, in lists and quotes.
  @Test(arguments: [
    "| ↓aa | ↓bb | ↓cc |", "↓aa | ↓bb | ↓cc", "|↓aa|↓bb|↓cc|", "| ↓a \\| a | ↓bb | ↓cc |",
    "| ↓**a** | ↓`b` | ↓~~c~~ |", "|  ↓żółw |\t↓🐢 | ↓e\u{301} |", "| ↓a \\\\ | ↓b | ↓c |",
    "| ↓www.example.com | ↓a@example.com | ↓c |", "| ↓<https://e.com> | ↓[b](https://e.com) | ↓c",
  ])
  func findsCells(_ row: String) throws {
    let small = SmallPlan(body: "## Risks\n\n| Risk | Mitigation | Severity |\n|-|-|-|\n\(row)\n")
    let risk = try #require(small.plan?.risks?.items.first)
    // The third is no word of severity: it is found by its finding.
    #expect(
      [risk.risk.span.start, risk.mitigation?.span.start, small.places.first] == small.marks)
    #expect(small.rules == ["invalid-value"])
  }

  @Test func cmarkDoesNotShiftWhatStandsBehindAnEscapedPipe() throws {
    let small = SmallPlan(
      body: "## Risks\n\n| Risk | Severity |\n|-|-|\n| a \\| b \\| c | ↓loud |\n")
    #expect(small.plan?.risks?.items.first?.risk.value == "a | b | c")
    #expect(small.places == small.marks)
  }

  @Test func aLineOfTextDirectlyAboveIsNoHeader() throws {
    let small = SmallPlan(
      body: """
        ## Risks

        These are ours,
        all of them:
        | Risk | Severity |
        | --- | --- |
        | Late | ↓loud |
        """)
    #expect(small.plan?.risks?.items.map(\.risk.value) == ["Late"])
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
  }

  @Test func aMissingColumnIsReportedAtTheHeaderBelowText() {
    let small = SmallPlan(body: "## Risks\n\nOurs:\n↓| Danger | Severity |\n|-|-|\n| a | low |\n")
    #expect(small.rules == ["missing-column"])
    #expect(small.places == small.marks)
    #expect(small.plan?.risks?.items.isEmpty == true)
  }

  @Test func aNearMissOfARequiredColumnIsReadAndReported() {
    let small = SmallPlan(
      body: "## Whitespace\n\n↓| Offerring | Region | Status |\n|-|-|-|\n| Core | EMEA | open |\n")
    #expect(small.rules == ["missing-column"])
    #expect(small.findings.first?.message.contains("Offering") == true)
    #expect(small.places == small.marks)
    #expect(small.plan?.whitespace?.items.map(\.offering.value) == ["Core"])
  }

  @Test func aShortRowLacksItsCells() {
    let small = SmallPlan(body: "## Risks\n\n| Severity | Risk |\n|-|-|\n| high |\n")
    #expect(small.rules == ["empty-cell"])
    #expect(small.plan?.risks?.items.isEmpty == true)
  }

  /// Each row lacks a cell that it needs and has another fault: both are reported, and the row stands for nothing.
  @Test(arguments: [
    ("Risks", "| Risk | Severity |\n|-|-|\n| ↓| ↓loud |"),
    ("Objectives", "| Objective | By |\n|-|-|\n| ↓| ↓soon |"),
    ("Whitespace", "| Offering | Region | Status | By |\n|-|-|-|-|\n| ↓| EMEA | ↓opn | ↓soon |"),
    ("Whitespace", "| Offering | Region | Status |\n|-|-|-|\n| Core | ↓| ↓| "),
    ("Deals", "| Opportunity | Stage | Close |\n|-|-|-|\n| ↓| proposal | ↓soon |"),
    ("MEDDPICC", "| Element | Score |\n|-|-|\n| ↓| ↓5 |"),
    ("MEDDPICC", "| Element | Score |\n|-|-|\n| ↓hope | ↓5 |"),
    ("Plays", "| Date | Play | Channel |\n|-|-|-|\n| ↓| Call | ↓fax |"),
    ("Plays", "| Date | Play | Channel | Stage |\n|-|-|-|-|\n| ↓12/11 | ↓| ↓fax | ↓early |"),
    ("Signals", "| Date | Kind | Signal | Strength |\n|-|-|-|-|\n| ↓| ↓news | A | ↓loud |"),
    ("Contacts", "| Name | Role | Stance |\n|-|-|-|\n| ↓| ↓boss | ↓cold |"),
  ])
  func anEmptyCellHidesNoOtherFault(_ title: String, _ table: String) throws {
    let small = SmallPlan(body: "## \(title)\n\n\(table)\n")
    #expect(Set(small.places) == Set(small.marks))
    #expect(small.findings.count == small.marks.count)
    let plan = try #require(small.plan)
    let counts: [Int?] = [
      plan.risks?.items.count, plan.objectives?.items.count, plan.whitespace?.items.count,
      plan.opportunities?.items.count, plan.meddpicc?.items.first?.elements.count,
      plan.plays?.items.count, plan.signals?.items.count, plan.committee?.items.count,
    ]
    #expect(counts.compactMap { $0 } == [0])
  }

  @Test func surplusCellsAreReportedWhereTheyBegin() {
    let small = SmallPlan(body: "## Risks\n\n| Risk | Severity |\n|-|-|\n| a | low | ↓b | c |\n")
    #expect(small.rules == ["ragged-row"])
    #expect(small.places == small.marks)
    #expect(small.text(small.findings.first?.span) == "b | c")
    #expect(small.plan?.risks?.items.map(\.risk.value) == ["a"])
  }

  @Test func aLineOfTextBelowIsNoRow() {
    let small = SmallPlan(
      body: "## Risks\n\n| Risk | Severity |\n|-|-|\n| a | low |\n↓And so on.\n\nMore.\n")
    #expect(small.rules == ["ragged-row"])
    #expect(small.places == small.marks)
    #expect(small.plan?.risks?.items.map(\.risk.value) == ["a"])
  }

  @Test(arguments: ["\r\n", "\r"])
  func carriageReturnsChangeNothing(_ end: String) {
    let text = """
      ## Risks

      | Risk | Severity |
      | --- | --- |
      | Late | ↓loud |
      text below
      """
    let small = SmallPlan(body: text.replacingLineEnds(with: end))
    #expect(Set(small.rules) == ["invalid-value", "ragged-row"])
    #expect(small.places.contains(small.marks[0]))
    #expect(small.plan?.risks?.items.map(\.risk.value) == ["Late"])
  }

  @Test(arguments: ["", "-", "–", "n/a", "N/A", " ", "**-**"])
  func knowsEmptyCells(_ cell: String) {
    let small = SmallPlan(body: "## Risks\n\n| Risk | Severity |\n|-|-|\n| a | \(cell) |\n")
    #expect(small.rules == [])
    #expect(small.plan?.risks?.items.first?.severity == nil)
  }

  @Test func onlyTheFirstTableIsData() {
    let small = SmallPlan(
      body: """
        ## Risks

        | Risk |
        | --- |
        | a |

        And beside it:

        | Anything | Else |
        | --- | --- |
        | TBC | x | y |
        """)
    #expect(small.plan?.risks?.items.map(\.risk.value) == ["a"])
    #expect(small.rules == [])
  }

  @Test func aRowOfTheTemplateHasOnlyItsPlaceholder() {
    let small = SmallPlan(
      body: "## Risks\n\n| Risk | Severity |\n|-|-|\n| <what could go wrong, and when> | |\n")
    #expect(small.rules == ["placeholder"])
    #expect(small.plan?.risks?.items.isEmpty == true)
  }

  @Test func aSectionWithoutItsTableIsReportedAtItsHeading() {
    let small = SmallPlan(body: "↓## Risks\n\nNone that we know of.\n\n## Plays\n")
    #expect(small.rules == ["missing-table"])
    #expect(small.places == small.marks)
    #expect(small.plan?.risks?.items.isEmpty == true)
    #expect(small.plan?.plays?.items.isEmpty == true)
    #expect(small.plan?.signals == nil)
  }
}

extension String {
  /// The text with other line ends.
  func replacingLineEnds(with end: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
  }

  /// A name that the settings do not know costs what its column is for.
  @Test func eachUnknownNameHasItsOwnReason() throws {
    let plays = "## Plays\n\n| Date | Play | Channel | Content |\n| --- | --- | --- | --- |\n"
    let content = SmallPlan(
      body: plays + "| 2026-11-01 | Call | call | breifing |\n",
      settings: "content: { awareness: { 1: [briefing] } }\n")
    let why = try #require(content.findings("invalid-value").first).why
    #expect(why.contains("which stage"))
    let cells = "## Whitespace\n\n| Offering | Buying center | Status |\n| --- | --- | --- |\n"
    let offering = SmallPlan(
      body: cells + "| Analitics | EMEA | open |\n", settings: "offerings: [Analytics]\n")
    #expect(try #require(offering.findings("invalid-value").first).why.contains("sold to the one"))
  }
}
