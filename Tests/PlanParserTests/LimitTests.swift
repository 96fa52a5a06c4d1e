import PlanModel
import PlanSource
import Testing

/// A plan of faults and nothing else costs no more than others: what is listed is limited, and so is the search for
/// what was meant.
struct LimitTests {
  private func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  /// The bodies, and the rule that finds something in each line.
  @Test(arguments: [
    ("TODO ", "placeholder", 2000), ("TODO\n\n", "placeholder", 2000),
    ("## Plays\n", "duplicate-section", 2000), ("## Playss\n", "misnamed-section", 1),
    ("[a](x:b) ", "unsafe-link", 2000), ("[a](../../x) ", "link-outside", 2000),
  ])
  func listsAThousandFaultsAndSaysThatThereAreMore(_ text: String, _ rule: String, _ times: Int) {
    let small = SmallPlan(body: String(repeating: text, count: 3000))
    #expect(small.findings.count == 1001)
    #expect(small.rules.last == "too-large")
    #expect(small.findings.last?.message.contains("more than 1000 faults") == true)
    #expect(small.rules.dropLast().contains(rule))
    #expect(small.plan != nil)
  }

  @Test func doesNotSayItOfAThousand() {
    let small = SmallPlan(body: String(repeating: "TODO\n\n", count: 1000))
    #expect(small.rules == Array(repeating: "placeholder", count: 1000))
  }

  /// Each fault at its own place, though all stand in one line.
  @Test func findsEachOfManyInOneLine() {
    let small = SmallPlan(body: String(repeating: "TODO ", count: 500))
    #expect(Set(small.places).count == 500)
  }

  @Test func aCommitteeOfThousandsIsNotComparedWithThousandsOfNames() {
    var body = "## Buying committee\n\n| Name | Role |\n|-|-|\n"
    body += lines(20_000) { "|N\($0 + 10_000)|legal|\n" }
    body +=
      "\n## Plays\n\n| Date | Play | Channel | Contact |\n|-|-|-|-|\n| 2026-01-01 | x | email | "
    body += lines(60_000) { "M\($0 + 10_000)," } + " |\n"
    let small = SmallPlan(body: body)
    #expect(small.findings.count == 1001)
    #expect(small.plan?.contacts.count == 20_000)
  }

  @Test func manyUnknownKeysAreNotComparedWithoutEnd() {
    let small = SmallPlan("---\naccount: A\ntier: 1\n" + lines(40_000) { "k\($0): 1\n" } + "---\n")
    #expect(small.findings.count == 1001)
    #expect(small.plan?.tier.value == .one)
  }

  /// Headings that are no section: the search for the one that was meant ends, and the text is kept.
  @Test func manyHeadingsAreNotComparedWithoutEnd() {
    let small = SmallPlan(body: lines(30_000) { "## Heading \($0)\n\n" } + "## Playss\n")
    #expect(small.rules == [])
    #expect(small.sections.count == 30_001)
  }

  /// What is not listed still withholds what hangs on it.
  @Test func doubtsGoOnBehindTheLastFaultThatIsListed() {
    let row = "| 12/11/2026 | x | email | |\n"
    let small = SmallPlan(
      body: "## Plays\n\n| Date | Play | Channel | By |\n|-|-|-|-|\n"
        + String(repeating: row, count: 1500)
        + "\n## Risks\n\n| Risk | Severity |\n|-|-|\n| a | loud |\n")
    #expect(small.findings.count == 1001)
    #expect(
      small.plan?.doubts.contains { $0.topic == .column(.risks, "Severity") && $0.row == nil }
        == true)
  }

  @Test func deepEmphasisBecomesPlainText() {
    let small = SmallPlan(
      body: String(repeating: "*a **b ", count: 3000) + String(repeating: "** *", count: 3000))
    #expect(small.plan != nil)
    #expect(small.rules == [])
    #expect(SmallPlan(body: String(repeating: "*", count: 125_000)).rules == [])
  }

  @Test func whiteSpaceAtTheEndsIsTakenOffInOneWalk() {
    let space = String(repeating: "\u{C}", count: 100_000)
    let small = SmallPlan(
      body: "## " + String(repeating: "## ", count: 30_000) + "x" + space + "\n")
    #expect(small.plan != nil)
  }
}
