import PlanReport
import PlanSource
import Testing

/// Commands that a CI finds in the middle of a line.
struct LogCommandTests {
  @Test(arguments: [
    ("##[error]x", "##\\u{5b}error]x"), ("a ##[stop-commands]y", "a ##\\u{5b}stop-commands]y"),
    ("##vso[task.setvariable]z", "##vso\\u{5b}task.setvariable]z"),
    ("###[x]", "###\\u{5b}x]"), ("##teamcity[x]", "##teamcity\\u{5b}x]"),
    ("## [x]", "## [x]"), ("#[x]", "#[x]"), ("## Buying committee [x]", "## Buying committee [x]"),
    ("#a#[x]", "#a#[x]"), ("##", "##"), ("[##]", "[##]"),
  ])
  func areBroken(_ text: String, _ escaped: String) throws {
    #expect(TerminalText.escape(text) == escaped)
    for format in OutputFormat.allCases {
      let written = Sample.write(format, Sample.place(text, at: text, message: text))
      #expect(!written.contains(/##[A-Za-z]*\[/), "\(format)")
    }
  }

  @Test func caretsStandBelowWhatFollowsOne() {
    let lines = Sample.write(.full, Sample.place("##[a] b\n", at: "b")).split(separator: "\n")
    #expect(lines[3] == "1 | ##\\u{5b}a] b")
    #expect(lines[4] == "  |            ^")
  }
}
