import TestSupport
import Testing

/// What is kept of git's answers from run to run.
struct HistoryCacheTests {
  private static let rule = "freshness/section-stale"

  private func bytes(_ repository: Repository, _ cache: String) throws -> String {
    let path = repository.folder.beside(cache)
    let outcome = try repository.run(["--select", Self.rule, "--cache-dir", path])
    #expect(outcome.status == 0 && !outcome.allNotes.contains("notice: rules"), "\(outcome.all)")
    return try Folder.read(path + "/history").map { String($0) }.joined(separator: " ")
  }

  /// After each commit of a random history: what is kept and carried on is what is read from the beginning.
  @Test(arguments: 1...4)
  func whatIsCarriedOnIsWhatIsReadAnew(_ seed: Int) throws {
    var dice = Dice(UInt64(seed))
    let repository = try Repository()
    var paths: [String] = []
    for number in 0..<14 {
      let day = "2026-0\(1 + number / 2)-1\(dice.below(9))"
      let author = dice.pick(["maya@example.com", "Tom@example.com", "raj@example.com"])
      let (risk, cell) = (dice.pick(["Budget", "CFO"]), dice.pick(["1k", "2k", "3k"]))
      if number == 8 {
        // Two branches change one plan, and it moves on one of them.
        try repository.git("checkout", "-q", "-b", "work")
        try repository.commit(
          "plans/a.md", HistoryTests.plan("A", risk: "Law"), on: day, by: author)
        try repository.git("checkout", "-q", "main")
        try repository.commit("plans/a.md", HistoryTests.plan("A", cell: "9k"), on: day, by: author)
        _ = try bytes(repository, "kept")
        try repository.git("merge", "-q", "-m", "join", "-X", "ours", "work", on: day)
      } else if number > 3, dice.oneIn(4), let old = paths.last, old != "plans/a.md" {
        let new = "plans/moved-\(number).md"
        try repository.git("mv", old, new)
        try repository.commit(on: day, by: author)
        paths[paths.count - 1] = new
      } else if number > 3, dice.oneIn(5), let gone = paths.popLast(), gone != "plans/a.md" {
        try repository.git("rm", "-q", gone)
        try repository.commit(on: day, by: author)
      } else {
        let isNew = number < 3 || dice.oneIn(3)
        let path = number == 0 ? "plans/a.md" : isNew ? "plans/n\(number).md" : "plans/a.md"
        if isNew, path != "plans/a.md" { paths.append(path) }
        let text = HistoryTests.plan(
          path == "plans/a.md" ? "A" : "N\(number)", risk: risk, cell: cell, reviewed: day)
        try repository.commit(path, text, on: day, by: author)
      }
      #expect(
        try bytes(repository, "kept") == bytes(repository, "anew-\(number)"), "commit \(number)")
    }
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    let expected = try repository.lint("--select", Self.rule)
    #expect(expected.count == 1)
    let kept = try Folder.read(repository.folder.path + "/.planc-cache/history")
    var flipped = kept
    flipped[kept.count / 2] ^= 1
    for damaged in [
      Array(kept.dropLast(20)), flipped, [], Array("planc history 1\n".utf8), kept + [0],
    ] {
      try repository.folder.write(".planc-cache/history", bytes: damaged)
      #expect(try repository.lint("--select", Self.rule) == expected)
      #expect(try Folder.read(repository.folder.path + "/.planc-cache/history") == kept)
    }
  }

  @Test func aCommitThatIsGoneIsNoBase() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    try repository.commit("plans/northwind.md", HistoryTests.plan(cell: "1k"), on: "2026-11-01")
    #expect(try repository.lint("--select", Self.rule).joined().contains("changed Risks since"))
    try repository.git("reset", "-q", "--hard", "HEAD~1")
    #expect(try repository.lint("--select", Self.rule).joined().contains("and 1 other section"))
  }

  @Test func whoIsWhoIsAskedAnew() throws {
    let repository = try Repository()
    let authors = [
      ("04", "maya@old.example"), ("06", "maya@example.com"), ("08", "maya@old.example"),
      ("09", "maya@example.com"),
    ]
    for (month, author) in authors {
      try repository.commit(
        "plans/northwind.md",
        "---\naccount: Northwind\ntier: 1\nstage: aware\ntags: [m\(month)]\n---\n",
        on: "2026-\(month)-01", by: author)
    }
    try repository.commit(
      "plans/other.md", HistoryTests.plan("Other"), on: "2026-10-01", by: "raj@example.com")
    let rule = ["--select", "freshness/one-author"]
    #expect(try repository.lint("--select", "freshness/one-author") == [])
    try repository.folder.write(".mailmap", "Maya <maya@example.com> <maya@old.example>\n")
    let cold = try repository.run(rule + ["--no-cache"]).text
    #expect(cold.contains("plans/northwind.md"))
    #expect(try repository.run(rule).text == cold)
  }

  @Test func aFolderThatCannotBeWrittenIsSaidOnce() throws {
    let repository = try Repository()
    try repository.commit("plans/northwind.md", HistoryTests.plan(), on: "2026-05-01")
    let file = try repository.folder.writeBeside("file", "")
    let outcome = try repository.run(["--select", Self.rule, "--cache-dir", file + "/cache"])
    #expect(outcome.status == 0 && outcome.text.split(separator: "\n").count == 1)
    let notes = outcome.notes.split(separator: "\n").filter { $0.contains("is not kept") }
    #expect(notes.count == 1, "\(outcome.notes)")
  }
}
