import PlanModel
import PlanSource
import Testing

/// Rows that Markdown takes for something else, and what their authors are told to do.
struct CutRowTests {
  private static let table =
    "| Name | Role | Stance |\n|-|-|-|\n| Ann Lee | champion | supporter |\n"
  private static let row = "| Raj Iyer | legal | neutral |"

  /// What a committee's table and the text below it give: the one finding's help; nil when there is none.
  private func help(_ below: String, _ rule: String, head: String = table) throws -> String? {
    let marker = below.firstIndex(of: "↓")
    let small = SmallPlan(body: "## Buying committee\n\n" + head + below + "\n")
    guard marker != nil else {
      #expect(small.rules == [])
      return nil
    }
    #expect(small.rules == [rule])
    #expect(small.places == small.marks)
    return try #require(small.findings.first).help
  }

  @Test(arguments: [
    ("\n↓\(row)", "delete the empty line above it"),
    ("\n\n\n↓\(row)", "delete the empty lines above it"),
    ("\n↓\(row)\n| Zoe Qu | legal | opponent |", "delete the empty line above them"),
    ("\n↓\(row)\n\n| Zoe Qu | legal | opponent |", "delete the empty lines between the rows"),
    ("\nNew:\n\n↓\(row)", "move this row up to the table, below its last row"),
    ("\nNew:\n↓\(row)", "move this row up to the table, below its last row"),
    (
      "\nNew\nsince:\n↓\(row)\n| Zoe Qu | legal | |",
      "move these rows up to the table, below its last row"
    ),
    ("<!-- new -->\n↓\(row)", "move this row up to the table, below its last row"),
    ("\n<!-- new -->\n\n↓\(row)", "move this row up to the table, below its last row"),
    ("---\n↓\(row)", "move this row up to the table, below its last row"),
    (
      "\n    ↓\(row)\n    | Zoe Qu | legal | |",
      "move these rows up to the table, below its last row, without the spaces before them"
    ),
    (
      "\n\u{A0}↓\(row)",
      "move this row up to the table, below its last row, without the space before it"
    ),
    (
      "\n- ↓\(row)\n- | Zoe Qu | legal | |",
      "move these rows up to the table, below its last row, without the `-` before them"
    ),
    ("\n↓Raj Iyer | legal | neutral", "delete the empty line above it"),
    ("\n### Finance\n\n↓\(row)", "move this row up to the table, below its last row"),
    ("\n### Finance\n\n↓| Raj Iyer | legal |", "move this row up to the table, below its last row"),
    (
      "\n### Ann Lee\n\n- Pain: cost\n\n↓\(row)\n| Zoe Qu | legal | |",
      "move these rows up to the table, below its last row"
    ),
    (
      "\n### Finance\n\n↓| Name | Role | Stance |\n\(row)",
      "move the row below these headings up to the table, and delete the headings"
    ),
    (
      "\n↓| Name | Role |\n\(row)\n| Zoe Qu | legal | |",
      "move the rows below these headings up to the table, and delete the headings"
    ),
    (
      "\n| Site | Heads | City |\n↓| --- | --- |\n| A | 4 | Oslo |",
      "write `| --- | --- | --- |`"
    ),
    ("\nRaj | Iyer may join.", nil),
    ("\nRaj may join | or Zoe | or both.\nWe hope so.", nil),
    ("\nA choice:\n| or none.", nil),
    ("\nSources: CRM | LinkedIn | 10-K", nil),
    ("\n```\n\(row)\n```", nil),
    ("\n    Raj | legal | neutral", nil),
    ("\n- Raj\n- | Zoe |", nil), ("\n    | a | drawing", nil), ("\n1. | 2. | 3.", nil),
  ])
  func aHelpFitsWhatCutsTheTable(_ below: String, _ wanted: String?) throws {
    #expect(try help(below, "broken-table") == wanted)
  }

  @Test func rowsWithoutOuterPipesAreFound() throws {
    let small = SmallPlan(
      body: """
        ## Whitespace

        Offering | Buying center | Status | Potential
        --- | --- | --- | ---
        Core | EMEA | open | 100k

        ↓Analytics | EMEA | open | 80k
        """)
    #expect(small.rules == ["broken-table"])
    #expect(small.places == small.marks)
  }

  @Test(arguments: ["| — | — |", "| —- | —- |", "|–|–|"])
  func dashesThatWereCorrectedAreReplaced(_ dashes: String) throws {
    let small = SmallPlan(
      body: "## Buying committee\n\n| Name | Role |\n↓\(dashes)\n| Ann Lee | champion |\n")
    #expect(small.rules == ["broken-table"])
    #expect(small.places == small.marks)
    let finding = try #require(small.findings.first)
    #expect(finding.help == "replace this line by `| --- | --- |`")
    #expect(finding.fix?.edits.map(\.text) == ["| --- | --- |"])
  }

  @Test func headingsBelowALineOfTextAreFound() throws {
    #expect(
      try help("↓| Name | Role |\n| Ann Lee | champion |", "broken-table", head: "Ours:\n")
        == "add the line `| --- | --- |` below them")
  }

  // MARK: Text inside a table

  @Test(arguments: [
    ("↓And so on.", "put an empty line between the table and the text"),
    (
      "↓New since May:\n\(row)",
      "move this line above the whole table, or below it with an empty line between"
    ),
    ("↓\u{A0}\n\(row)", "delete this line: the space in it only looks as if nothing were there"),
  ])
  func aLineOfTextIsMovedOutOfTheTable(_ below: String, _ wanted: String) throws {
    #expect(try help(below, "ragged-row") == wanted)
  }

  // MARK: Several tables

  @Test func aSmallTableOfAnotherKindAboveTheDataIsPassed() throws {
    let small = SmallPlan(
      body: """
        ## Buying committee

        ↓| Site | Heads |
        | --- | --- |
        | Oslo | 40 |

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """)
    #expect(small.rules == ["second-table"])
    #expect(small.places == small.marks)
    #expect(small.plan?.contacts.map(\.name.value) == ["Ann Lee"])
    #expect(small.findings.first?.help == "move this table below the one that is read")
  }

  @Test(arguments: [
    ("↓| Nmae | Rolle |", true), ("↓| Name | Stance |", true), ("↓| Role | Name |", true),
    ("| Site | Heads |", false), ("| Project | Owner |", false), ("| Product | Status |", false),
  ])
  func aSecondTableNeedsNotAllColumns(_ header: String, _ isFound: Bool) {
    let small = SmallPlan(
      body: "## Buying committee\n\n" + Self.table + "\nMore:\n\n\(header)\n|-|-|\n| a | b |\n")
    #expect(small.rules == (isFound ? ["second-table"] : []))
    #expect(small.places == small.marks)
  }
}
