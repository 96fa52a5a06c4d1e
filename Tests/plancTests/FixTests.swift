import Glibc
import Testing

/// `--fix`, `--diff` and `--unsafe-fixes`, as a user types them.
struct FixTests {
  static let settings =
    "currency: EUR\npeople: { maya.chen: { name: Maya Chen }, kofi.mensah: { name: Kofi } }\n"
  static let plan = """
    ---
    account: Northwind
    teir: 3
    owner: maya.chn
    reviewed: 15.11.2026
    ---
    ## Buying comittee

    | Name | Role | Stance |
    | --- | --- | --- |
    | Ann Lee | champion | suporter |

    """
  static let mended = plan.replacing("teir", with: "tier")
    .replacing("15.11.2026", with: "2026-11-15").replacing("comittee", with: "committee")
    .replacing("suporter", with: "supporter")

  private func program(_ plan: String = plan) throws -> Folder {
    try Folder([("planc.yml", Self.settings), ("plans/a.md", plan)])
  }

  private func lint(
    _ words: [String], in folder: Folder, _ environment: [String: String] = [:],
    input: String = "", under command: [String] = []
  ) throws -> Planc.Outcome {
    try Planc.run(
      command: command + [Planc.path, "lint", "--as-of", "2026-11-20"] + words, in: folder,
      environment, input)
  }

  // MARK: Mending

  @Test func whatNeedsNoGuessIsMendedAndTheRestReported() throws {
    let folder = try program()
    let before = try lint(["--output-format", "concise"], in: folder)
    #expect(before.text.contains("plans/a.md:3:1: warning[structure/unknown-key] [*] `teir`"))
    #expect(before.text.contains("4:8: error[structure/unknown-person] `maya.chn`"))
    #expect(before.notes.hasSuffix("4 can be mended with --fix, 1 more with --unsafe-fixes\n"))
    let outcome = try lint(["--fix", "--output-format", "concise"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(outcome.text.contains("4:8: error[structure/unknown-person] `maya.chn`"))
    #expect(
      outcome.notes
        == "fixed 4 faults in 1 file; 1 more with --unsafe-fixes\n1 plan: 1 error, 0 warnings, 0 infos\n"
    )
    #expect(try folder.read("plans/a.md") == Self.mended)
    let again = folder.snapshot()
    #expect(try lint(["--fix"], in: folder).notes.hasPrefix("fixed nothing; 1 more with"))
    #expect(folder.snapshot() == again)
    let last = try lint(["--fix", "--unsafe-fixes"], in: folder)
    #expect(last.status == 0)
    #expect(try folder.read("plans/a.md") == Self.mended.replacing("chn", with: "chen"))
  }

  @Test func theReasonIsShownWithTheFinding() throws {
    let outcome = try lint([], in: try program())
    #expect(outcome.text.contains("   = fix: write `supporter`\n"))
    #expect(outcome.text.contains("  = fix: write `maya.chen`, with --unsafe-fixes\n"))
    #expect(outcome.text.contains("  = fix: write `## Buying committee`\n"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func lineEndsAndByteOrderMarksStay(_ end: String, _ mark: String) throws {
    let folder = try program(mark + Self.plan.replacing("\n", with: end))
    _ = try lint(["--fix"], in: folder)
    #expect(try folder.read("plans/a.md") == mark + Self.mended.replacing("\n", with: end))
  }

  @Test func onlyWhatIsSelectedIsMended() throws {
    let folder = try program()
    _ = try lint(["--fix", "--select", "structure/unknown-key"], in: folder)
    #expect(try folder.read("plans/a.md") == Self.plan.replacing("teir", with: "tier"))
    _ = try lint(["--fix", "--ignore", "structure/invalid-value"], in: folder)
    let text = Self.mended.replacing("2026-11-15", with: "15.11.2026")
    #expect(try folder.read("plans/a.md") == text.replacing("supporter", with: "suporter"))
  }

  @Test func whatTheBaselineKnowsStays() throws {
    let folder = try program()
    _ = try lint(["--write-baseline", "base", "--select", "structure/unknown-key"], in: folder)
    let outcome = try lint(["--fix", "--baseline", "base"], in: folder)
    #expect(try folder.read("plans/a.md") == Self.mended.replacing("tier:", with: "teir:"))
    #expect(!outcome.text.contains("unknown-key"))
    #expect(try folder.read("base").contains("structure/unknown-key"))
  }

  @Test func onlyWhatIsNewIsMended() throws {
    let folder = try program()
    for words in [
      ["init", "-q"], ["add", "-A"],
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ] {
      #expect(try Planc.run(command: ["git"] + words, in: folder).status == 0)
    }
    let text = Self.plan + "| Raj Iyer | influencer | nuetral |\n"
    try folder.write("plans/a.md", text)
    let outcome = try lint(["--fix", "--new", "HEAD"], in: folder)
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(outcome.text == "")
    #expect(try folder.read("plans/a.md") == text.replacing("nuetral", with: "neutral"))
  }

  /// A date that can be read may show that its plan is overdue: then it is left to a person.
  @Test func noFixMakesANewFinding() throws {
    let folder = try program(Self.plan.replacing("15.11.2026", with: "15.11.2024"))
    let outcome = try lint(["--fix"], in: folder)
    #expect(
      try folder.read("plans/a.md") == Self.mended.replacing("2026-11-15", with: "15.11.2024"))
    #expect(
      outcome.notes.hasPrefix(
        "notice: plans/a.md:5 is left as it is: to write `2024-11-15` would bring out "
          + "freshness/review-overdue\nfixed 3 faults in 1 file;"), "\(outcome.notes)")
  }

  @Test func settingsAreNeverMended() throws {
    let folder = try program()
    try folder.write("planc.yml", "curency: EUR\n")
    for words in [["--fix"], ["--diff"], ["--fix", "--unsafe-fixes"]] {
      let before = folder.snapshot()
      let outcome = try lint(words, in: folder)
      #expect(outcome.status == 2)
      #expect(!outcome.text.contains("= fix:"))
      #expect(folder.snapshot() == before)
    }
  }

  // MARK: Showing

  @Test func aDiffIsAPatchAndWritesNothing() throws {
    let folder = try program()
    try folder.write("plans/sub dir/b.md", Self.plan.replacing("\n", with: "\r\n"))
    try folder.write("plans/no-end.md", "---\naccount: X\nteir: 3")
    try folder.write("plans/ü \"q\".md", Self.plan)
    let before = folder.snapshot()
    let outcome = try lint(["--diff"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.notes == "--fix would fix 12 faults in 3 files\n")
    #expect(folder.snapshot() == before)
    try folder.write("patch", bytes: outcome.output)
    for command in [
      ["git", "apply", "--check", "patch"],
      ["patch", "-p1", "--dry-run", "--binary", "-i", "patch"],
    ] {
      let applied = try Planc.run(command: command, in: folder)
      #expect(applied.status == 0, "\(applied.all)")
    }
    #expect(try Planc.run(command: ["git", "apply", "patch"], in: folder).status == 0)
    #expect(try folder.read("plans/a.md") == Self.mended)
    #expect(try folder.read("plans/sub dir/b.md") == Self.mended.replacing("\n", with: "\r\n"))
    let after = folder.snapshot()
    _ = try lint(["--fix"], in: folder)
    #expect(folder.snapshot() == after)
    let last = try lint(["--diff"], in: folder)
    #expect((last.status, last.text) == (0, ""))
    #expect(last.notes == "--fix would change nothing\n")
    // With --fix it only shows, too.
    try folder.write("plans/a.md", Self.plan)
    #expect(try lint(["--fix", "--diff"], in: folder).status == 1)
    #expect(try folder.read("plans/a.md") == Self.plan)
  }

  @Test func colouredDiffsAreForPeople() throws {
    let folder = try program(Self.plan.replacing("Ann Lee", with: "Ann \u{1B}[2J Lee"))
    let shown = try lint(["--diff", "--color", "always"], in: folder)
    #expect(shown.text.contains("Ann \\u{1b}[2J Lee"))
    #expect(try lint(["--diff"], in: folder).text.contains("Ann \u{1B}[2J Lee"))
  }

  // MARK: Standard input

  @Test func aPlanOnStandardInputIsPrinted() throws {
    let folder = try program(Self.mended)
    for name in "abcdef" { try folder.write("segments/\(name).md", "---\nsegment: \(name)\n---\n") }
    let words = ["-", "--stdin-filename", "plans/a.md", "--output-format", "concise"]
    let before = folder.snapshot()
    let outcome = try lint(words + ["--fix"], in: folder, input: Self.plan)
    #expect((outcome.status, outcome.text) == (1, Self.mended))
    #expect(outcome.notes.contains("plans/a.md:4:8: error[structure/unknown-person]"))
    let clean = try lint(words + ["--fix", "-q"], in: folder, input: Self.mended)
    #expect(clean.text == Self.mended)
    let actions = ["GITHUB_ACTIONS": "true"]
    let step = try lint(
      ["-", "--stdin-filename", "plans/a.md", "--fix"], in: folder, actions, input: Self.plan)
    #expect(step.text == Self.mended)
    let large = try lint(
      words + ["--fix"], in: folder,
      input: Self.plan + String(repeating: "a", count: 1 << 20))
    #expect((large.status, large.text) == (2, ""))
    #expect(large.notes.contains("error: the plan on standard input is larger than"))
    let diff = try lint(
      ["-", "--stdin-filename", "plans/a.md", "--diff"], in: folder, input: Self.plan)
    #expect(diff.status == 1)
    #expect(diff.text.hasPrefix("--- a/plans/a.md\n+++ b/plans/a.md\n@@ -1,11 +1,11 @@\n"))
    #expect(folder.snapshot() == before)
  }

  // MARK: Usage

  @Test(
    arguments: [
      (["--unsafe-fixes"], "--unsafe-fixes says which fixes there are, and none was asked for"),
      (["--fix", "--write-baseline", "b"], "--write-baseline lists what there is"),
      (["--diff", "--statistics"], "--diff prints a patch and no findings"),
      (["--diff", "--output-format", "json"], "--diff prints a patch and no findings"),
      (["--diff", "--output-file", "f"], "--diff prints a patch and no findings"),
    ])
  func whatDoesNotGoTogetherIsRefused(_ words: [String], _ error: String) throws {
    let folder = try program()
    let before = folder.snapshot()
    let outcome = try lint(words, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("error: \(error)"), "\(outcome.notes)")
    #expect(outcome.notes.contains("\n  = help: "))
    #expect(folder.snapshot() == before)
  }

  // MARK: Tables

  @Test func tablesAreLinedUpWhenTheRuleIsNamed() throws {
    let table =
      "## Buying committee\n\n| Name | Role | Title |\n|---|:-:|--:|\n| 森本 | champion | a \\| b |\n| Zoe\u{301} Ott | champion |\n"
    let text = "---\naccount: A\ntier: 3\nowner: maya.chen\nreviewed: 2026-11-02\n---\n" + table
    let folder = try program(text)
    #expect(try lint(["--fix"], in: folder).status == 0)
    #expect(try folder.read("plans/a.md") == text)
    let outcome = try lint(["--fix", "--select", "structure/unaligned-table"], in: folder)
    #expect(outcome.notes.hasPrefix("fixed 1 fault in 1 file\n"), "\(outcome.all)")
    #expect(
      try folder.read("plans/a.md").hasSuffix(
        """
        | Name    | Role     |  Title |
        | ------- | :------: | -----: |
        | 森本    | champion | a \\| b |
        | Zoe\u{301} Ott | champion |

        """))
    #expect(try lint(["--diff", "--select", "structure/unaligned-table"], in: folder).status == 0)
  }
}
