import Testing

/// What a pull request is asked about: `--new` and `--changed`, with the real git.
struct ChangeTests {
  private static let good = """
    ---
    account: Northwind
    tier: 3
    stage: unaware
    owner: maya.chen
    reviewed: 2026-11-01
    ---
    """
  private static let people = "people: { maya.chen: { name: Maya Chen } }\n"
  private static let bad = good.replacing("2026-11-01", with: "2024-11-01")

  /// A program below the root of a repository, committed on main, and a branch of it.
  private func repository() throws -> Folder {
    let folder = try Folder([
      ("field/planc.yml", Self.people), ("field/plans/good.md", Self.good),
      ("field/plans/old.md", Self.bad.replacing("Northwind", with: "Old")),
      ("field/plans/notes/brief.pdf", "x"),
    ])
    try git(["init", "-q", "-b", "main"], in: folder)
    try commit("one", in: folder)
    try git(["checkout", "-q", "-b", "work"], in: folder)
    return folder
  }

  @discardableResult
  private func git(_ words: [String], in folder: Folder) throws -> String {
    let who = ["-c", "user.name=Maya", "-c", "user.email=maya@example.com"]
    let outcome = try Planc.run(command: ["git"] + who + words, in: folder)
    try #require(outcome.status == 0, "\(words): \(outcome.all)")
    return outcome.text
  }

  private func commit(_ message: String, in folder: Folder) throws {
    try git(["add", "-A"], in: folder)
    try git(["commit", "-q", "-m", message], in: folder)
  }

  /// The findings, a line each, without their messages.
  private func lint(
    _ words: [String], in folder: Folder, environment: [String: String] = [:]
  ) throws -> [String] {
    let outcome = try Planc.run(
      ["lint", "-C", "field", "--as-of", "2026-11-20", "--output-format", "concise"] + words,
      in: folder, environment: environment)
    #expect(outcome.status == (outcome.text.isEmpty ? 0 : 1), "\(outcome.all)")
    return outcome.text.split(separator: "\n").map { line in
      String(
        line.prefix { $0 != "]" }.drop { $0 != ":" }.dropFirst().split(separator: "[").last ?? "")
        + " " + line.prefix { $0 != ":" }
    }
  }

  private static let overdue = "freshness/review-overdue plans/old.md"

  @Test func aBranchWithoutChangesBroughtNothingIn() throws {
    let folder = try repository()
    #expect(try lint([], in: folder) == [Self.overdue])
    #expect(try lint(["--new"], in: folder) == [])
    #expect(try lint(["--changed"], in: folder) == [])
  }

  @Test func aChangeIsSeenBeforeAndAfterItIsCommitted() throws {
    let folder = try repository()
    try folder.write("field/plans/good.md", Self.good.replacing("maya.chen", with: "mia.chen"))
    #expect(try lint(["--new"], in: folder) == ["structure/unknown-person plans/good.md"])
    try commit("two", in: folder)
    #expect(try lint(["--new"], in: folder) == ["structure/unknown-person plans/good.md"])
    #expect(try lint(["--new=HEAD"], in: folder) == [])
    #expect(try lint(["--new", "HEAD~1"], in: folder).count == 1)
  }

  @Test func changedPlansShowWhatTheyHadToo() throws {
    let folder = try repository()
    let old = try folder.read("field/plans/old.md")
    try folder.write("field/plans/old.md", old + "\n## Notes\n\nText.\n")
    #expect(try lint(["--new"], in: folder) == [])
    #expect(try lint(["--changed"], in: folder) == [Self.overdue])
  }

  /// Somebody leaves `planc.yml`: the plans that name them have not changed, and are wrong now.
  @Test func anEditElsewhereIsToBlame() throws {
    let folder = try repository()
    try folder.write(
      "field/planc.yml", "people: { raj.iyer: { name: Raj Iyer } }\n")
    let expected = [
      "structure/unknown-person plans/good.md", "structure/unknown-person plans/old.md",
    ]
    #expect(try lint(["--new"], in: folder) == expected)
    #expect(try lint(["--changed"], in: folder) == expected)
  }

  @Test func aLouderLevelIsNews() throws {
    let folder = try repository()
    try folder.write(
      "field/planc.yml", Self.people + "rules: { freshness/review-overdue: warning }\n")
    try commit("softer", in: folder)
    try folder.write("field/planc.yml", Self.people)
    #expect(try lint(["--new=HEAD"], in: folder) == [Self.overdue])
  }

  @Test func aPlanThatMovedIsTheSamePlan() throws {
    let folder = try repository()
    try git(["mv", "field/plans/old.md", "field/plans/notes/old.md"], in: folder)
    #expect(try lint(["--new"], in: folder) == [])
  }

  @Test func theBaseIsWhereTheBranchLeft() throws {
    let folder = try repository()
    try git(["checkout", "-q", "main"], in: folder)
    try folder.write("field/plans/old.md", Self.good.replacing("Northwind", with: "Old"))
    try commit("mended on main", in: folder)
    try git(["checkout", "-q", "work"], in: folder)
    #expect(try lint(["--new"], in: folder) == [])
    #expect(try lint(["--new", "main"], in: folder) == [Self.overdue])
  }

  @Test func serversNameTheBase() throws {
    let folder = try repository()
    try git(["branch", "release", "main"], in: folder)
    try folder.write("field/plans/good.md", Self.bad)
    try commit("worse", in: folder)
    try git(["branch", "-f", "main", "HEAD"], in: folder)
    let first = try git(["rev-parse", "release"], in: folder).filter { $0 != "\n" }
    #expect(try lint(["--new"], in: folder) == [])
    for environment in [
      ["GITHUB_BASE_REF": "release"], ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "release"],
      ["CI_MERGE_REQUEST_DIFF_BASE_SHA": first],
    ] {
      #expect(
        try lint(["--new"], in: folder, environment: environment)
          == ["freshness/review-overdue plans/good.md"])
    }
  }

  @Test func aRenamedPlanBringsNothingIn() throws {
    let folder = try repository()
    try git(["mv", "field/plans/old.md", "field/plans/old-and-grey.md"], in: folder)
    #expect(try lint(["--new"], in: folder) == [])
    try commit("two", in: folder)
    #expect(try lint(["--new"], in: folder) == [])
    let text = try folder.read("field/plans/old-and-grey.md")
    try folder.write(
      "field/plans/old-and-grey.md", text.replacing("maya.chen", with: "mia.chen"))
    #expect(
      try lint(["--new"], in: folder) == ["structure/unknown-person plans/old-and-grey.md"])
  }

  /// Servers that build the merge of both sides, or a queue of them, name the target in other ways.
  @Test func aServerThatMergesFirstNamesTheTarget() throws {
    let folder = try repository()
    let base = try git(["rev-parse", "main"], in: folder).prefix { $0 != "\n" }
    try folder.write("field/plans/good.md", Self.good.replacing("maya.chen", with: "mia.chen"))
    try commit("two", in: folder)
    try git(["checkout", "-q", "main"], in: folder)
    try git(["branch", "-m", "main", "trunk"], in: folder)
    try folder.write("field/plans/theirs.md", Self.bad.replacing("Northwind", with: "Theirs"))
    try commit("theirs", in: folder)
    let target = try git(["rev-parse", "trunk"], in: folder).prefix { $0 != "\n" }
    try git(["checkout", "-q", "--detach"], in: folder)
    try git(["merge", "-q", "--no-edit", "work"], in: folder)
    let ours = ["structure/unknown-person plans/good.md"]
    for environment in [
      ["GITHUB_REF_NAME": "gh-readonly-queue/trunk/pr-12-\(base)"], ["CI_DEFAULT_BRANCH": "trunk"],
      [
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "\(base)",
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "\(target)",
      ],
    ] {
      #expect(try lint(["--new"], in: folder, environment: environment) == ours)
    }
  }

  /// A hook names the repository to what it runs, and would move the top of the tree.
  @Test func aHookOfGitSeesTheSame() throws {
    let folder = try repository()
    try folder.write("field/plans/good.md", Self.good.replacing("maya.chen", with: "mia.chen"))
    let hook = ["GIT_DIR": folder.path + "/.git", "GIT_INDEX_FILE": folder.path + "/.git/index"]
    #expect(
      try lint(["--new", "HEAD"], in: folder, environment: hook)
        == ["structure/unknown-person plans/good.md"])
  }

  @Test func lineEndsAreNoChange() throws {
    let folder = try repository()
    let old = try folder.read("field/plans/old.md")
    try folder.write("field/plans/old.md", old.replacing("\n", with: "\r\n"))
    #expect(try lint(["--changed"], in: folder) == [])
  }

  @Test func aLinkedPlanIsReadAsItWas() throws {
    let folder = try repository()
    try git(["checkout", "-q", "main"], in: folder)
    try folder.write("field/shared/other.md", Self.bad.replacing("Northwind", with: "Other"))
    let linked = try Planc.run(
      command: ["ln", "-s", "../shared/other.md", "field/plans/other.md"], in: folder)
    #expect(linked.status == 0)
    try commit("linked", in: folder)
    #expect(try lint([], in: folder).count == 2)
    #expect(try lint(["--new=HEAD"], in: folder) == [])
  }

  @Test(arguments: [
    (["--new", "nowhere"], "git knows no revision `nowhere`"),
    (["--new=--all"], "git knows no revision `--all`"),
    (["--new", "--changed"], "--changed and --new each choose what is reported"),
    (["field/plans/good.md", "--new"], "--changed and --new read all plans and go without PATHS"),
  ])
  func whatCannotBeComparedIsRefused(_ words: [String], _ fault: String) throws {
    let folder = try repository()
    let outcome = try Planc.run(["lint", "-C", "field"] + words, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("error: " + fault), "\(outcome.notes)")
    #expect(outcome.notes.contains("\n  = help: "))
    #expect(outcome.text == "")
  }

  @Test func withoutHistoryItSaysSo() throws {
    let folder = try Folder([("plans/good.md", Self.good)])
    let outside = try Planc.run(["lint", "--new"], in: folder)
    #expect(outside.status == 2)
    #expect(outside.notes.contains("is in no git repository"))
    try git(["init", "-q", "-b", "main"], in: folder)
    let empty = try Planc.run(["lint", "--new"], in: folder)
    #expect(empty.status == 2)
    #expect(empty.notes.contains("error: there is no commit yet to compare with"))
  }

  @Test func aShallowCloneSaysHowToFetchMore() throws {
    let folder = try repository()
    try folder.write("field/plans/good.md", Self.bad)
    try commit("worse", in: folder)
    try git(["symbolic-ref", "HEAD", "refs/heads/main"], in: folder)
    try git(
      [
        "clone", "-q", "--depth", "1", "--branch", "work", "--no-single-branch",
        "file://" + folder.path, folder.path + "/clone",
      ], in: folder)
    let outcome = try Planc.run(["lint", "--new", "-C", "clone/field"], in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.notes.contains("no commit is known that this branch and origin/main have in common"))
    #expect(outcome.notes.contains("`git fetch --unshallow`"))
  }
}
