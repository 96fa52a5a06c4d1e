import Testing

/// A baseline lists what is known; it shrinks and never grows.
struct BaselineTests {
  private static let title =
    "# planc baseline, version 1: findings that are known. It only shrinks.\n"
  private static let good =
    "---\naccount: Northwind\ntier: 3\nstage: unaware\nowner: maya.chen\nreviewed: 2026-11-01\n---\n"
  private static let people = "people: { maya.chen: { name: Maya Chen } }\n"

  private func program() throws -> Folder {
    try Folder([
      ("planc.yml", Self.people),
      ("plans/a.md", Self.good.replacing("maya.chen", with: "mia.kim")),
      ("plans/b.md", Self.good.replacing("Northwind", with: "B").replacing("2026-", with: "2024-")),
    ])
  }

  private func lint(_ words: [String], in folder: Folder) throws -> Planc.Outcome {
    try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", "concise"] + words, in: folder)
  }

  private let read = ["--baseline", "known.txt"]

  @Test func knownFindingsAreSilent() throws {
    let folder = try program()
    let first = try lint(["--write-baseline", "known.txt"], in: folder)
    #expect(first.status == 0)
    #expect(first.text == "")
    #expect(
      first.notes
        == "known.txt lists the 2 findings there are; `planc lint --baseline known.txt` reports all others\n"
    )
    #expect(
      try folder.read("known.txt") == Self.title
        + "freshness/review-overdue b\nstructure/unknown-person a `owner` mia.kim\n")
    let second = try lint(read, in: folder)
    #expect(second.status == 0)
    #expect(second.text == "")
    #expect(second.notes.contains("2 findings are in the baseline"))
    let other = Self.good.replacing("Northwind", with: "C").replacing("tier: 3", with: "tier: 4")
    try folder.write("plans/c.md", other)
    let third = try lint(read, in: folder)
    #expect(third.status == 1)
    #expect(third.text.hasPrefix("plans/c.md:3:7: error[structure/invalid-value]"))
  }

  @Test func whatIsMendedIsTakenOut() throws {
    let folder = try program()
    _ = try lint(["--write-baseline", "known.txt"], in: folder)
    try folder.write("plans/a.md", Self.good)
    let mended = try lint(read, in: folder)
    #expect(mended.status == 0)
    #expect(
      mended.notes.contains("notice: 1 finding of the baseline is gone, and was taken from it\n"))
    #expect(try folder.read("known.txt") == Self.title + "freshness/review-overdue b\n")
    // What comes back is new.
    try folder.write("plans/a.md", Self.good.replacing("maya.chen", with: "mia.kim"))
    #expect(try lint(read, in: folder).status == 1)
    #expect(try folder.read("known.txt") == Self.title + "freshness/review-overdue b\n")
  }

  /// A run that did not look for everything cannot tell what is gone.
  @Test(arguments: [["plans/b.md"], ["--select", "freshness"], ["--ignore", "structure,list"]])
  func aPartTakesNothingOut(_ words: [String]) throws {
    let folder = try program()
    _ = try lint(["--write-baseline", "known.txt"], in: folder)
    let before = try folder.read("known.txt")
    #expect(try lint(read + words, in: folder).status == 0)
    #expect(try folder.read("known.txt") == before)
  }

  @Test func oneIsOne() throws {
    let folder = try program()
    try folder.write("plans/a.md", Self.good)
    let first = try lint(["--write-baseline", "known.txt"], in: folder)
    #expect(first.notes.hasPrefix("known.txt lists the one finding there is; `planc lint"))
    let second = try lint(read, in: folder)
    #expect(second.notes.contains("notice: 1 finding is in the baseline\n"))
  }

  /// Git and editors of other systems change line ends.
  @Test func lineEndsAreAllAlike() throws {
    let folder = try program()
    _ = try lint(["--write-baseline", "known.txt"], in: folder)
    try folder.write("known.txt", folder.read("known.txt").replacing("\n", with: "\r\n"))
    let outcome = try lint(read, in: folder)
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(outcome.notes.contains("2 findings are in the baseline"))
  }

  /// What nobody looked for is not gone.
  @Test(arguments: [
    // Without git, rules that need it are left out, and those that use it see less.
    ("list/dead-account b", "", ""), ("freshness/stage-stalled b", "", ""),
    // A rule that is off.
    ("list/no-owner b", "planc.yml", people + "rules: { list/no-owner: off }\n"),
    (
      "list/no-owner b", "planc.yml",
      people + "overrides: [{ plans: \"plans/*\", rules: { list/no-owner: off } }]\n"
    ),
    // Plans that cannot be read, or in part.
    ("list/no-owner b", "plans/b.md", "---\naccount: [\n---\n"),
    ("list/no-owner b", "plans/b.md", "---\naccount: B\ntier: 7\n---\n"),
    // A plan that is put aside.
    ("list/no-owner b", "plans/b.md", good.replacing("stage: unaware", with: "status: paused")),
    // A segment that cannot be read keeps findings back.
    ("brief/missing-part b point-of-view", "segments/s.md", "---\nsegment: [\n---\n"),
  ])
  func whatWasNotLookedForStays(_ line: String, _ path: String, _ text: String) throws {
    let folder = try program()
    if !path.isEmpty { try folder.write(path, text) }
    let known = Self.title + line + "\nlist/no-owner gone\n"
    try folder.write("known.txt", known)
    _ = try lint(read, in: folder)
    let left = try folder.read("known.txt").split(separator: "\n").map(String.init)
    #expect(left.contains(line))
    // Of a rule that is off everywhere nobody knows which account is gone.
    let isOff = text.contains("\nrules: { list/no-owner: off }")
    #expect(left.contains("list/no-owner gone") == (isOff || path == "segments/s.md"))
  }

  @Test(arguments: [
    ["--output-file", "a.txt"], ["--statistics"], ["--new"], ["--changed"],
  ])
  func whatWritesABaselinePrintsNoFindings(_ words: [String]) throws {
    let folder = try program()
    let outcome = try lint(["--write-baseline", "known.txt"] + words, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("error: --write-baseline "), "\(outcome.all)")
    #expect(!folder.has("known.txt"))
  }

  @Test(arguments: [
    (
      ["--write-baseline", "known.txt"], "known.txt is there already, and a baseline does not grow"
    ),
    (["--baseline", "none.txt"], "cannot read the baseline none.txt: No such file or directory"),
    (["--baseline", "planc.yml"], "a baseline planc.yml would replace a source of the program"),
    (["--baseline", "notes.txt"], "notes.txt is no baseline"),
    (["--baseline", "known.txt", "--write-baseline", "new.txt"], "--baseline reads a baseline"),
    (["--baseline", ""], "--baseline"),
  ])
  func whatIsNoBaselineIsRefused(_ words: [String], _ fault: String) throws {
    let folder = try program()
    try folder.write("known.txt", Self.title)
    try folder.write("notes.txt", "freshness/review-overdue b\n")
    let before = folder.snapshot()
    let outcome = try lint(words, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("error: " + fault), "\(outcome.notes)")
    #expect(outcome.text == "")
    #expect(folder.snapshot() == before)
  }
}
