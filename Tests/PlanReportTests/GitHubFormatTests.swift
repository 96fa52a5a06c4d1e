import PlanReport
import PlanSource
import Testing

/// Annotations of GitHub Actions.
struct GitHubFormatTests {
  private func lines(_ findings: [PlacedFinding], prefix: String = "") -> [String] {
    var report = Sample.report(findings)
    report.prefix = prefix
    return OutputFormat.github.write(report).split(separator: "\n").map(String.init)
  }

  @Test func namesThePlaceTheRuleAndTheFault() {
    let finding = Sample.place("a\nżb cd\n", at: "b cd", notes: [Note("first", "x")])
    #expect(
      lines([finding]) == [
        "::error file=plans/a.md,line=2,endLine=2,col=2,endColumn=6,title=group/fault::"
          + "a fault%0Afirst: x%0Awhy: it costs the deal%0Ahelp: Mend it."
      ])
    #expect(
      lines([finding], prefix: "sales/emea/")[0].hasPrefix("::error file=sales/emea/plans/a.md,"))
    #expect(lines([]) == [])
  }

  @Test func levelsHaveTheirCommands() {
    let found = [Level.info, .warning, .error].map { Sample.place("a", at: "a", level: $0) }
    let words = lines(found).map { $0.prefix { $0 != " " } }
    #expect(words == ["::error", "::warning", "::notice"])
  }

  /// GitHub shows ten of a level, so what the change is about must not come behind what was there before.
  @Test func whatTheChangeTouchesComesFirst() {
    var report = Sample.report(
      ["a", "b", "c"].map { Sample.place("a", at: "a", path: "plans/\($0).md") })
    report.changed = ["plans/c.md"]
    let files = OutputFormat.github.write(report).split(separator: "\n").map {
      $0.prefix { $0 != "," }.suffix(4)
    }
    #expect(files == ["c.md", "a.md", "b.md"])
  }

  /// GitHub takes columns for one line only, and a file as a whole has none.
  @Test func columnsAreLeftOutWhereTheyMeanNothing() {
    #expect(
      lines([Sample.place("ab cd\nef\n", at: "cd\nef")])[0].hasPrefix(
        "::error file=plans/a.md,line=1,endLine=2,title="))
    #expect(
      lines([Sample.place("a", at: nil)])[0].hasPrefix("::error file=plans/a.md,line=1,title="))
  }

  @Test(arguments: [
    ("100%", "100%25"), ("%0A::error::x", "%250A::error::x"),
    ("a\nb\r\nc", "a\\u{a}b\\u{d}\\u{a}c"),
    ("a:b,c", "a:b,c"), ("::error::x", "::error::x"), ("##[error]x", "##\\u{5b}error]x"),
    ("e\n\u{301}", "e\\u{a}\u{301}"),
  ])
  func dataIsEscaped(_ text: String, _ escaped: String) {
    let found = lines([Sample.place("a", at: "a", message: text)])
    #expect(found.count == 1)
    #expect(found[0].contains("title=group/fault::\(escaped)%0Awhy: "))
  }

  /// GitHub turns them back into what the file is called.
  @Test(arguments: [
    ("a:b,c%.md", "a%3Ab%2Cc%25.md"), ("x\r\n::error::y.md", "x%0D%0A%3A%3Aerror%3A%3Ay.md"),
    ("a=b.md", "a=b.md"), ("\u{1B}[31m.md", "\\u{1b}[31m.md"), ("森\u{301}.md", "森\u{301}.md"),
    ("a\n\u{301}.md", "a%0A\u{301}.md"),
  ])
  func propertiesAreEscaped(_ path: String, _ escaped: String) {
    let found = lines([Sample.place("a", at: "a", path: path)])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("::error file=\(escaped),line=1,"))
  }

  /// Ten of a level are shown; a line that is shown too says how many are not.
  @Test(
    arguments: [
      ([10, 10, 10], [10, 10, 10], nil), ([11, 0, 0], [10, 0, 0], "1 more error"),
      ([12, 11, 0], [10, 10, 0], "2 more errors and 1 more warning"),
      ([0, 0, 11], [0, 0, 9], "2 more infos"),
      ([11, 3, 10], [10, 3, 9], "1 more error and 1 more info"),
      ([11, 12, 13], [10, 10, 9], "1 more error, 2 more warnings and 4 more infos"),
    ] as [([Int], [Int], String?)])
  func tenOfALevelAreShown(_ counts: [Int], _ shown: [Int], _ rest: String?) {
    // The mild ones come first in the file.
    let levels = [Level.error, .warning, .info]
    let found = zip(levels, counts).reversed().flatMap { level, count in
      (0..<count).map { _ in Sample.place("a", at: "a", level: level) }
    }
    var written = lines(found)
    if let rest {
      #expect(
        written.popLast()
          == "::notice title=planc::\(rest) without an annotation, for GitHub shows "
          + "ten of a level: `planc lint` lists them all")
    }
    let words = ["::error ", "::warning ", "::notice "]
    #expect(words.map { word in written.count { $0.hasPrefix(word) } } == shown)
    #expect(written.count == shown.reduce(0, +))
  }
}
