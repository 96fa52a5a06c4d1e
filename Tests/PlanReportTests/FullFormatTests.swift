import PlanReport
import PlanSource
import Testing

/// Findings for people.
struct FullFormatTests {
  @Test func saysWhatWhereWhyAndWhatToType() {
    let text = "---\naccount: A\n---\n## Buying committee\n"
    let note = Note("first", "here too", at: Place(path: "plans/a.md", span: Span(4, 11)))
    let finding = Sample.place(
      text, at: "## Buying committee", message: "too few", label: "of 3", notes: [note])
    #expect(
      Sample.write(.full, finding) == """
        error[group/fault]: too few
         --> plans/a.md:4:1
          |
        4 | ## Buying committee
          | ^^^^^^^^^^^^^^^^^^^ of 3
          |
          = first: here too (plans/a.md:2:1)
          = why: it costs the deal
          = help: Mend it.

        """)
  }

  @Test func findingsAreApartByALine() {
    let finding = Sample.place("x\n", at: "x")
    let text = Sample.write(.full, finding, finding)
    #expect(text.contains("Mend it.\n\nerror["))
    #expect(Sample.write(.full) == "")
  }

  @Test func aFileAsAWholeHasNoExcerpt() {
    #expect(
      Sample.write(.full, Sample.place("x", at: nil)) == """
        error[group/fault]: a fault
         --> plans/a.md:1:1
          = why: it costs the deal
          = help: Mend it.

        """)
  }

  /// The carets stand below what is meant, in columns of a terminal.
  @Test(arguments: [
    ("abc", "b", " ^"), ("żół", "ó", " ^"), ("e\u{301}x", "x", " ^"), ("森本x", "x", "    ^"),
    ("森本x", "本", "  ^^"), ("🐢x", "x", "  ^"), ("\tx", "x", " ^"), ("a\u{202E}x", "x", "         ^"),
    ("a\u{1B}x", "\u{1B}", " ^^^^^^"), ("x", "", "^"), ("ab", "ab", "^^"),
  ])
  func caretsStandBelowWhatIsMeant(_ line: String, _ found: String, _ carets: String) {
    let lines = Sample.write(.full, Sample.place(line + "\n", at: found)).split(separator: "\n")
    #expect(String(lines[4]) == "  | " + carets)
  }

  @Test func severalLinesAreMarkedToTheEndOfTheFirst() {
    let lines = Sample.write(.full, Sample.place("ab cd\nef\n", at: "cd\nef")).split(
      separator: "\n")
    #expect(lines[3] == "1 | ab cd")
    #expect(lines[4] == "  |    ^^")
  }

  @Test func aByteOrderMarkIsNotShown() {
    let lines = Sample.write(.full, Sample.place("\u{FEFF}abc\n", at: "b")).split(separator: "\n")
    #expect(lines[3] == "1 | abc")
    #expect(lines[4] == "  |  ^")
  }

  /// A long line is shown in part, and what is meant is in it, wherever it stands.
  @Test(arguments: [0, 10, 74, 75, 76, 99, 100, 101, 500, 599, 600, 601, 5000, 99_990])
  func aLongLineIsShownInPart(_ before: Int) {
    for filler in ["x", "é", "€", "𝄞"] {
      let line =
        String(repeating: filler, count: before) + "HERE" + String(repeating: filler, count: 2000)
      let lines = Sample.write(.full, Sample.place(line + "\n", at: "HERE")).split(separator: "\n")
      let shown = Array(lines[3].dropFirst(4))
      let carets = Array(lines[4].dropFirst(4))
      #expect(shown.count <= 102)
      #expect(shown.last == "…")
      #expect((shown.first == "…") == (before > 75))
      let start = carets.firstIndex(of: "^") ?? 0
      #expect(String(shown[start..<min(start + 4, shown.count)]) == "HERE")
      #expect(carets.count == start + 4)
    }
  }

  @Test func colours() {
    let finding = Sample.place("x\n", at: "x")
    let text = Sample.write(.full, finding, palette: .colored)
    #expect(text.contains("\u{1B}[1;31merror[group/fault]\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1mhelp\u{1B}[0m: Mend it."))
    let stripped = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == Sample.write(.full, finding))
    #expect(!Sample.write(.concise, finding).contains("\u{1B}"))
    #expect(
      Sample.write(.concise, Sample.place("x", at: "x", level: .warning), palette: .colored)
        == "plans/a.md:1:1: \u{1B}[1;33mwarning[group/fault]\u{1B}[0m a fault\n")
  }

  /// Control, bidirectional and line-separator characters never reach a terminal, wherever they stand.
  @Test(arguments: [
    "\u{0}", "\u{7}", "\u{8}", "\u{B}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{61C}",
    "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2060}",
    "\u{2066}", "\u{2069}", "\u{FFF9}", "\u{E0001}", "\u{E007F}",
  ])
  func unsafeCharactersArePrintedAsTheirNumbers(_ unsafe: String) throws {
    let scalar = try #require(unsafe.unicodeScalars.first)
    let number = "\\u{" + String(scalar.value, radix: 16) + "}"
    let finding = Sample.place(
      "a\(unsafe)b x\n", at: "x", message: "m\(unsafe)", label: "l\(unsafe)",
      notes: [Note("note", "n\(unsafe)")], path: "plans/p\(unsafe).md")
    for format in [OutputFormat.full, .concise] {
      let text = Sample.write(format, finding)
      #expect(!text.unicodeScalars.contains(scalar))
      #expect(text.contains("m" + number))
      #expect(text.contains("p" + number))
    }
    let full = Sample.write(.full, finding)
    for part in ["a\(number)b", "l\(number)", "n\(number)"] { #expect(full.contains(part)) }
  }

  @Test func lettersOfAllScriptsArePrintedAsTheyAre() {
    let text = "Zoë 森本 葵 مريم שרה 🐢 e\u{301} कि ﬁ"
    #expect(TerminalText.escape(text) == text)
    #expect(TerminalText.escape("a\tb") == "a b")
  }
}
