import Glibc
import TestSupport
import Testing

/// A site is there whole or not at all, and what a host keeps beside it stays.
struct PublisherTests {
  private static let kept = [
    ".git/HEAD": "ref: refs/heads/main\n", ".git/objects/ab/cd": "bytes", ".gitignore": "*\n",
    "CNAME": "plans.example.com\n", ".nojekyll": "",
  ]
  private static let day = ["--as-of", "2026-11-20", "-q"]

  private func program(_ count: Int = 8) throws -> Folder {
    try Folder(PlanGenerator.plans(count, seed: 11) + [("planc.yml", "program: One\n")])
  }

  private func keep(in site: String, of folder: Folder) throws {
    for (name, text) in Self.kept { try folder.write(site + "/" + name, text) }
  }

  /// Whether all that is kept is there, to the byte, and leads on to nothing else.
  private func isKept(in site: String, of folder: Folder) -> Bool {
    Self.kept.allSatisfy { (try? folder.read(site + "/" + $0.key)) == $0.value }
  }

  private func build(_ words: String..., in folder: Folder) throws -> Planc.Outcome {
    try Planc.run(["build"] + Self.day + words, in: folder)
  }

  /// The pages, without what is kept.
  private func pages(of site: String, in folder: Folder) -> [String: String] {
    let names = [".git", ".gitignore", "CNAME", ".nojekyll"]
    return folder.snapshot(of: site).filter { path, _ in
      !names.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
  }

  /// The folders that a dead build left beside the sites.
  private func leftovers(in folder: String) -> [String] {
    Folder.names(folder).filter { $0.hasSuffix(".planc-new") }
  }

  @Test func stalePagesGo() throws {
    let folder = try program()
    #expect(try build(in: folder).status == 0)
    try keep(in: "site", of: folder)
    let old = pages(of: "site", in: folder)
    #expect(old.keys.contains { $0.contains("account-7") })
    unlink(folder.path + "/plans/west/coast/account-7.md")
    try folder.write("site/stale.html", "planc did not write this, but the folder is its own")
    #expect(try build(in: folder).status == 0)
    let new = pages(of: "site", in: folder)
    #expect(!new.keys.contains { $0.contains("account-7") || $0 == "stale.html" })
    #expect(new.count < old.count)
    #expect(isKept(in: "site", of: folder))
    #expect(leftovers(in: folder.path) == [])
  }

  // MARK: Builds that are killed

  /// After which a build is killed, a random while later.
  enum Moment: CaseIterable {
    case start, firstPage, lastPage
  }

  @Test(arguments: Moment.allCases)
  func aKilledBuildLeavesAWholeSite(_ moment: Moment) throws {
    let folder = try program(30)
    #expect(try build("-o", "one", in: folder).status == 0)
    try folder.write("planc.yml", "program: Two\n")
    let start = clock()
    #expect(try build("-o", "two", in: folder).status == 0)
    let duration = clock() - start
    let sites = ["One": pages(of: "one", in: folder), "Two": pages(of: "two", in: folder)]
    #expect(sites["One"] != sites["Two"])
    #expect(try build(in: folder).status == 0)
    try keep(in: "site", of: folder)
    var dice = Dice(UInt64(duration))
    var cut = 0
    for round in 0..<6 {
      try folder.write("planc.yml", "program: \(round % 2 == 0 ? "One" : "Two")\n")
      if moment != .start {
        _ = try Planc.run(command: ["rm", "-rf", ".site.planc-new"], in: folder)
      }
      let process = try Child([Planc.path, "build"] + Self.day, in: folder.path)
      wait(for: moment, in: folder, below: duration, &dice)
      process.kill()
      let status = process.wait()
      #expect(status == 128 + SIGKILL || status == 0)
      let found = pages(of: "site", in: folder)
      #expect(found == sites["One"] || found == sites["Two"], "round \(round)")
      #expect(isKept(in: "site", of: folder), "round \(round)")
      if !leftovers(in: folder.path).isEmpty { cut += 1 }
    }
    try folder.write("planc.yml", "program: One\n")
    if moment == .firstPage { #expect(cut > 0, "no build was killed while it was writing") }
    #expect(try build(in: folder).status == 0)
    #expect(pages(of: "site", in: folder) == sites["One"])
    #expect(isKept(in: "site", of: folder))
    #expect(leftovers(in: folder.path) == [])
  }

  private func wait(
    for moment: Moment, in folder: Folder, below duration: Int, _ dice: inout Dice
  ) {
    let staging = folder.path + "/.site.planc-new"
    switch moment {
    case .start: usleep(UInt32(dice.below(max(1, duration))))
    case .firstPage:
      poll { access(staging, F_OK) == 0 }
      usleep(UInt32(dice.below(max(1, duration / 2))))
    case .lastPage:
      // The last file that is written; then the new site takes the old one's place, in next to no time.
      poll { access(staging + "/.planc-site", F_OK) == 0 }
      let until = clock() + dice.below(3000)
      poll { clock() >= until }
    }
  }

  /// Waits without sleeping, for a while.
  private func poll(_ isDone: () -> Bool) {
    let end = clock() + 10_000_000
    while !isDone(), clock() < end {}
  }

  /// Microseconds.
  private func clock() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  // MARK: Builds at once

  @Test(arguments: ["site", "other"])
  func twoBuildsAtOnceBothEndWithAWholeSite(_ second: String) throws {
    let folder = try program(20)
    #expect(try build("-o", "expected", in: folder).status == 0)
    let expected = pages(of: "expected", in: folder)
    for round in 0..<3 {
      let builds = try ["site", second].map { target in
        try Child([Planc.path, "build", "-o", target] + Self.day, in: folder.path)
      }
      #expect(builds.map { $0.wait() } == [0, 0], "round \(round)")
      for target in ["site", second] { #expect(pages(of: target, in: folder) == expected) }
      #expect(leftovers(in: folder.path) == [])
      if round == 0 { try keep(in: "site", of: folder) }
    }
    #expect(isKept(in: "site", of: folder))
  }

  @Test func whoWaitsIsTold() throws {
    let folder = try program(2)
    let holder = try Child(["flock", folder.path, "sleep", "1"], in: folder.path)
    usleep(300_000)
    let outcome = try Planc.run(["build", "--as-of", "2026-11-20"], in: folder)
    #expect(holder.wait() == 0)
    #expect(outcome.status == 0)
    #expect(
      outcome.notes.hasPrefix(
        "another build is writing into \(folder.path); waiting until it is done\n"))
  }

  // MARK: Targets

  @Test func aTargetOfSomebodyElseIsRefused() throws {
    let folder = try program(2)
    try keep(in: "public", of: folder)
    try folder.write("public/diary.txt", "mine")
    let before = folder.snapshot(of: "public")
    let refused = try build("-o", "public", in: folder)
    #expect(refused.status == 2)
    #expect(
      refused.notes == """
        error: \(folder.path)/public holds files that planc did not write, such as diary.txt
          = help: name another folder with -o, or replace what is there with --force

        """)
    #expect(folder.snapshot(of: "public") == before)
    #expect(try build("-o", "public", "--force", in: folder).status == 0)
    #expect(!folder.has("public/diary.txt"))
    #expect(folder.has("public/index.html"))
    #expect(isKept(in: "public", of: folder))
    // From now on it is planc's own.
    #expect(try build("-o", "public", in: folder).status == 0)
  }

  @Test func aTargetWithNothingButWhatIsKeptIsTaken() throws {
    let folder = try program(2)
    try keep(in: "site", of: folder)
    #expect(try build(in: folder).status == 0)
    #expect(folder.has("site/index.html"))
    #expect(isKept(in: "site", of: folder))
  }

  @Test func aLinkedTargetStaysALink() throws {
    let folder = try program(2)
    mkdir(folder.beside("www"), 0o755)
    symlink(folder.beside("www"), folder.path + "/site")
    #expect(try build(in: folder).status == 0)
    for (name, text) in [("CNAME", "plans.example.com\n"), ("stale.html", "")] {
      _ = try folder.writeBeside("www/" + name, text)
    }
    #expect(try build(in: folder).status == 0)
    #expect(folder.snapshot()["site"] == "other")
    let real = Folder.names(folder.beside("www"))
    #expect(real.contains("index.html") && real.contains("CNAME") && !real.contains("stale.html"))
    #expect(leftovers(in: folder.path) + leftovers(in: folder.beside("")) == [])
    symlink("/nowhere/at/all", folder.path + "/lost")
    let lost = try build("-o", "lost", in: folder)
    #expect(lost.status == 2)
    #expect(lost.notes.hasPrefix("error: \(folder.path)/lost is a link that leads nowhere\n"))
  }

  @Test(arguments: [
    ".", "./", "..", "../..", "plans", "plans/", "plans/west", "plans/site", "plans/a/b/c", "link",
    "link/site", "link/a/b", "above/program", "templates", "templates/site", ".git", ".git/site",
    "site/../plans",
  ])
  func sourcesAreNeverReplaced(_ target: String) throws {
    let folder = try program(4)
    try folder.write("templates/style.css", "body {}\n")
    try folder.write(".git/HEAD", "ref: refs/heads/main\n")
    symlink("plans", folder.path + "/link")
    symlink("..", folder.path + "/above")
    let before = folder.snapshot()
    for force in [[], ["--force"]] {
      let outcome = try Planc.run(["build", "-o", target] + force + Self.day, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.notes.contains("it would replace "), "\(outcome.notes)")
      #expect(
        outcome.notes.hasSuffix("  = help: name a folder of its own with -o, such as -o site\n"))
      #expect(folder.snapshot() == before)
    }
  }

  /// The plans may be a link to a folder with another name.
  @Test func linkedPlansAreNeverReplaced() throws {
    let folder = try Folder([("accounts/all/a.md", "---\naccount: A\ntier: 3\n---\n")])
    symlink("accounts/all", folder.path + "/plans")
    let before = folder.snapshot()
    for target in ["accounts", "accounts/all", "accounts/all/site", "plans/site"] {
      let outcome = try build("-o", target, "--force", in: folder)
      #expect(outcome.status == 2, "\(target)")
      #expect(folder.snapshot() == before)
    }
  }
}
