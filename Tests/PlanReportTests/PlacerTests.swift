import PlanReport
import PlanSource
import Testing

/// Bytes become lines and columns, whatever order the findings come in.
struct PlacerTests {
  @Test func placesFindingsOfSeveralFilesInAnyOrder() {
    let texts = ["a.md": "żż one\r\ntwo\rthree\n", "b.md": "\u{FEFF}four five\n"]
    let sources = texts.map { ($0, SourceFile(path: $0, bytes: Array($1.utf8))) }
    let words = [
      ("a.md", "one", 1, 4), ("a.md", "two", 2, 1), ("a.md", "three", 3, 1), ("b.md", "four", 1, 1),
      ("b.md", "five", 1, 6),
    ]
    for turn in words.indices {
      var placer = Placer(sources: Dictionary(uniqueKeysWithValues: sources))
      for (path, word, line, column) in words[turn...] + words[..<turn].reversed() {
        let span = Sample.span(of: word, in: Array((texts[path] ?? "").utf8))
        let placed = placer.place(Finding(Sample.rule, path: path, at: span, "m"))
        #expect(placed.start == Position(line: line, column: column))
        #expect(placed.end == Position(line: line, column: column + word.count))
      }
    }
  }

  @Test func aFileThatIsNotKnownHasNoExcerpt() {
    var placer = Placer(sources: [:])
    let placed = placer.place(Finding(Sample.rule, path: "gone.md", at: Span(7, 9), "m"))
    #expect(placed.start == Position(line: 1, column: 1))
    #expect(placed.excerpt == nil)
  }

  @Test func aPlaceBehindTheEndIsTheEnd() {
    let bytes = Array("ab".utf8)
    var placer = Placer(sources: ["a.md": SourceFile(path: "a.md", bytes: bytes)])
    let placed = placer.place(Finding(Sample.rule, path: "a.md", at: Span(2, 2), "m"))
    #expect(placed.start == Position(line: 1, column: 3))
    #expect(placed.excerpt?.text == "ab")
  }

  /// A hundred thousand findings in one long line are placed in one walk over it.
  @Test func manyFindingsInOneLineCostOneWalk() {
    let bytes = [UInt8](repeating: 0x78, count: 1 << 20)
    var placer = Placer(sources: ["a.md": SourceFile(path: "a.md", bytes: bytes)])
    var kept = 0
    for offset in stride(from: 0, to: bytes.count, by: 100) {
      let placed = placer.place(
        Finding(Sample.rule, path: "a.md", at: Span(offset, bytes.count), "m"))
      #expect(placed.start.column == offset + 1)
      kept += placed.excerpt?.text.utf8.count ?? 0
    }
    #expect(kept < 16 << 20)
  }
}

/// A rule's page in the terminal.
struct RuleTextTests {
  private let rule = RuleInfo(
    name: "group/fault", level: .warning, calendar: true, settings: ["review-every"],
    summary: "A fault.", why: "it costs", mend: "Mend it.",
    examples: [.bad("a ↓b\n", settings: "x: 1\n"), .good("c\n")])

  @Test func holdsAllThatIsKnown() {
    let setting = RuleText.Setting(
      name: "review-every", meaning: "Days", defaults: ["1", "2", "3"])
    let page = RuleText(rule: rule, settings: [setting]).page
    for part in [
      "group/fault (warning)", "A fault.", "It costs.", "Mend it.", "limits.grace",
      "review-every: days",
      "tier 2: 2", "a ↓b", "x: 1", "Found", "In order",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test func isAnObjectOrAList() {
    let text = RuleText(rule: rule, settings: [])
    #expect(RuleText.json([text], asList: false).hasPrefix("{"))
    #expect(RuleText.json([text], asList: true).hasPrefix("["))
    #expect(RuleText.list([text, text]).split(separator: "\n").count == 2)
  }
}
