import PlanModel
import PlanParser
import PlanSource
import Testing

/// What is refused on its bytes, before the Markdown parser sees it.
struct GuardTests {
  private func message(_ body: String) -> String? {
    SmallPlan(body: body).findings("too-large").first?.message
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func reads1MiBAndNoByteMore() {
    let head = "---\naccount: A\ntier: 1\n---\n"
    let room = (1 << 20) - head.utf8.count
    #expect(SmallPlan(head + repeated("x", room)).rules == [])
    #expect(SmallPlan(head + repeated("x", room + 1)).rules == ["too-large"])
    #expect(SmallPlan(head + repeated("x", 2 << 20)).plan == nil)
  }

  @Test(arguments: ["[", "<", ")", "@"])
  func countsCostlyMarks(_ mark: String) {
    #expect(message(repeated(mark + "\n", 10_000)) == nil)
    #expect(
      message(repeated(mark + "\n", 10_001))
        == "the plan has 10001 `\(mark)`; at most 10000 are read")
  }

  @Test func countsTheCellsOfEachRowByTheHeader() {
    let table = "|a|b|c|d|e\n|-|-|-|-|-\n"
    #expect(message(table + repeated("|x\n", 10_000)) == nil)
    #expect(message(table + repeated("|x\n", 10_001))?.hasPrefix("the tables have") == true)
    // All tables together; an empty line ends one.
    #expect(message(table + repeated("|x\n", 5000) + "\n" + table + repeated("|x\n", 5001)) != nil)
    #expect(message(table + repeated("|x\n", 9000) + "\n" + repeated("|x\n", 5000)) == nil)
  }

  /// What a parser takes for the rule below a header, however it is written.
  @Test(arguments: [
    "|-|-|-|-|-", "-|-|-|-|-", ":-|-:|:-:|-|-", "| --- | --- | --- | --- | --- |",
    "|-\u{C}|-\u{B}|-|-|-", "  - a\n\n    |a|b|c|d|e\n    |-|-|-|-|-", "> |a|b|c|d|e\n> |-|-|-|-|-",
  ])
  func knowsEachFormOfARule(_ rule: String) {
    let prefix = rule.hasPrefix(">") ? "> " : rule.hasPrefix(" ") ? "    " : ""
    #expect(message("|a|b|c|d|e\n\(rule)\n" + repeated(prefix + "|x\n", 10_001)) != nil)
  }

  @Test func aSecondRuleDoesNotMakeTheTableNarrower() {
    #expect(message("|a|b|c|d|e\n|-|-|-|-|-\n|-|\n" + repeated("|x\n", 10_001)) != nil)
  }

  @Test(arguments: [
    (">", 0), ("> ", 0), ("- ", 0), ("* ", 0), ("1. ", 0), ("> - 2) ", 2),
  ])
  func countsNesting(_ mark: String, _ kinds: Int) {
    let count = kinds == 0 ? 1 : 3
    #expect(message(repeated(mark, 99 / count) + "x\n") == nil)
    #expect(message(repeated(mark, 102 / count) + "x\n")?.contains("deep") == true)
    #expect(message(repeated(mark, 10_000 / count) + "\n")?.contains("deep") == true)
  }

  @Test func countsNestingByIndentationAlsoOfEmptyItems() {
    func stairs(_ mark: String, _ count: Int) -> String {
      (0..<count).map { repeated("  ", $0) + mark + "\n" }.joined()
    }
    #expect(message(stairs("- x", 90)) == nil)
    #expect(message(stairs("- x", 110)) != nil)
    #expect(message(stairs("-", 110)) != nil)
    #expect(message((0..<110).map { repeated("   ", $0) + "1.\n" }.joined()) != nil)
  }

  @Test(arguments: Body.costly)
  func refusesWhatCostsTheSquareOfItsLength(_ body: Body) {
    #expect(SmallPlan(body: body.text).rules == ["too-large"])
  }

  @Test(arguments: Body.reasonable)
  func readsLongPlansWithinReason(_ body: Body) {
    #expect(SmallPlan(body: body.text).findings("too-large").isEmpty)
  }

  // MARK: Encoding

  @Test(
    arguments: [
      ([0xFF], 0xFF), ([0xC0, 0xAF], 0xC0), ([0xE0, 0x80, 0x80], 0xE0), ([0xED, 0xA0, 0x80], 0xED),
      ([0xF4, 0x90, 0x80, 0x80], 0xF4), ([0xC3], 0xC3), ([0xE2, 0x82], 0xE2), ([0x80], 0x80),
      ([0xF8, 0x88, 0x80, 0x80, 0x80], 0xF8), ([0xF0, 0x9F, 0x90], 0xF0), ([0x00], 0x00),
    ] as [([UInt8], Int)])
  func findsTheFirstByteThatIsNoText(_ bytes: [UInt8], _ bad: Int) throws {
    let head = Array("---\naccount: Żółw 🐢\ntier: 1\n---\n".utf8)
    let source = SourceFile(path: "plans/a.md", bytes: head + bytes)
    let reading = PlanReader.read(source, in: Program())
    let finding = try #require(reading.findings.first)
    #expect(reading.plan == nil)
    #expect(finding.rule == "structure/not-utf8")
    #expect(finding.span?.start == head.count)
    let byte = String(bad, radix: 16, uppercase: true)
    #expect(finding.message.contains(bad == 0 ? "NUL" : byte))
  }

  @Test func takesEveryScalar() {
    let scalars = [0x01, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF]
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    #expect(SmallPlan(body: text).findings("not-utf8").isEmpty)
  }
}

/// A long text with a short name.
struct Body: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Each takes seconds or hundreds of megabytes when the parser gets it.
  static let costly = [
    Body("a wide row", "a|b\n-|-\n" + repeated("a|", 400_000)),
    Body("wide rows", "a|b\n-|-\n" + repeated(repeated("|", 3000) + "\n", 300)),
    Body("a wide header", repeated("a|", 100_000) + "\n" + repeated("-|", 100_000)),
    Body("a wide rule", "a|b\n" + repeated("-|", 400_000)),
    Body("a long text above a table", repeated("x\n", 100_000) + "a|b\n-|-\n"),
    Body("the same with empty items", "x\n" + repeated("+ \n", 100_000) + "a|b\n-|-\n"),
    Body("hosts with underscores", repeated("www._", 200_000)),
    Body("hosts of hosts", repeated("www.", 200_000)),
    Body("addresses in one line", repeated("a@b.cd ", 9000) + repeated("x", 900_000)),
    Body(
      "addresses in ten lines",
      repeated(repeated("a@b.cd ", 900) + repeated("x", 90_000) + "\n", 10)),
    Body(
      "a long address, defined", "[a]: " + repeated("u", 90_000) + "\n\n" + repeated("[a]", 9000)),
    Body(
      "a long title, defined",
      "[a]: u \"" + repeated("t\n", 30_000) + "\"\n\n" + repeated("[a]", 9000)),
  ]

  static let reasonable = [
    Body(
      "rows of dashes",
      repeated("|a", 10) + "\n" + repeated("|-", 10) + "\n" + repeated("| - | - |\n", 150)),
    Body("a text above a table", repeated("text\n", 2000) + "|a|\n|-|\n"),
    Body("hosts", repeated("see www.example.com and ", 5000)),
    Body("addresses", repeated("write to ann@example.com\n", 3000)),
    Body("a definition", "[a]: https://example.com \"title\"\n\n" + repeated("[a] ", 2000)),
    Body("rules", repeated("---\n", 5000)),
    Body("headings", repeated("heading\n---\n", 5000)),
  ]
}
