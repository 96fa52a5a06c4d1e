import Testing

/// Where there is no history, what needs it is left out, with one notice.
struct NoHistoryTests {
  private static let notice = "notice: rules that need git are left out ("

  private func notices(_ repository: Repository, _ words: [String], path: String? = nil) throws
    -> [String]
  {
    let outcome = try repository.run(words, environment: path.map { ["PATH": $0] } ?? [:])
    #expect(outcome.status == 0, "\(outcome.all)")
    return outcome.allNotes.split(separator: "\n").filter { $0.hasPrefix(Self.notice) }.map(
      String.init)
  }

  @Test func aShallowCloneSaysHowToFetchTheRest() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    try repository.commit("plans/northwind.md", HistoryTests.plan(cell: "1k"), on: "2026-05-02")
    try repository.git("clone", "-q", "--depth", "1", "file://" + repository.folder.path, "clone")
    let clone = Repository(of: repository.folder, program: "clone")
    let all = try notices(clone, [])
    #expect(all.count == 1)
    #expect(
      all.first?.contains(
        "(freshness/one-author, freshness/rubber-stamped, freshness/section-stale, list/dead-account, "
          + "list/not-refreshed): history was cut off") == true)
    #expect(all.first?.hasSuffix("`git fetch --unshallow` fetches the rest") == true)
    #expect(try clone.lint("--select", "freshness/section-stale") == [])
    #expect(try notices(clone, ["--select", "freshness/section-stale"]).count == 1)
    #expect(try notices(clone, ["--select", "committee,freshness/stage-stalled"]) == [])
    #expect(try notices(clone, ["-q"]) == [])
    try clone.folder.write("clone/planc.yml", "rules: { freshness/section-stale: off }\n")
    #expect(try notices(clone, ["--select", "freshness/section-stale"]) == [])
  }

  /// On a day before a plan's first commit nothing is known of it, whether it was edited since or not.
  @Test func beforeItsFirstCommitAnEditIsNoEvidence() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-09-01")
    let words = ["--as-of", "2026-08-20", "--select", "plays,freshness"]
    let clean = try repository.run(words)
    #expect(clean.text.contains("[plays/gone-quiet]"))
    try repository.folder.write("plans/northwind.md", HistoryTests.plan() + "\n")
    #expect(try repository.run(words).text == clean.text)
  }

  @Test func withoutGitThingsGoOn() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    // A folder of commands, and git is none of them.
    let bin = try Planc.run(
      command: [
        "sh", "-c", "mkdir ../bin && ln -s $(command -v timeout) $(command -v env) ../bin",
      ],
      in: repository.folder)
    #expect(bin.status == 0)
    let found = try notices(repository, [], path: repository.folder.beside("bin"))
    #expect(
      found.count == 1 && found.first?.hasSuffix("git cannot be run here") == true, "\(found)")
  }

  @Test func outsideOfARepositoryThingsGoOn() throws {
    let folder = try Folder([("plans/northwind.md", HistoryTests.plan())])
    let found = try notices(Repository(of: folder, program: "."), [])
    #expect(found.count == 1 && found.first?.contains("in no git repository") == true, "\(found)")
  }

  @Test func aRepositoryOfSomebodyElseIsToBeTrusted() throws {
    let repository = try Repository([("plans/northwind.md", HistoryTests.plan())])
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    let others = ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"]
    let lint = try repository.run([], environment: others)
    let trust = "`git config --global --add safe.directory \(repository.folder.path)`"
    #expect(lint.status == 0)
    #expect(lint.allNotes.contains("git refuses this repository; if it belongs to another user"))
    #expect(lint.allNotes.contains(trust))
    let new = try repository.run(["--new"], environment: others)
    #expect(new.status == 2)
    #expect(new.notes.contains("error: git refuses the repository of"))
    #expect(new.notes.contains(trust))
  }

  @Test func beforeTheFirstCommitThingsGoOn() throws {
    let repository = try Repository([("plans/northwind.md", HistoryTests.plan())])
    let found = try notices(repository, [])
    #expect(
      found.count == 1 && found.first?.hasSuffix("nothing is committed yet") == true, "\(found)")
  }
}
