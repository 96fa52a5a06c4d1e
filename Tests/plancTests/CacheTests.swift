import Glibc
import TestSupport
import Testing

/// What is kept from run to run saves time and changes nothing.
struct CacheTests {
  private static let cache = ".planc-cache"

  private func lint(
    _ folder: Folder, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Planc.Outcome {
    try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", "json"] + arguments, in: folder,
      environment: ["CI": ""].merging(environment) { $1 })
  }

  /// The same run with and without what is kept.
  private func expectSame(
    _ folder: Folder, _ arguments: [String] = [], location: SourceLocation = #_sourceLocation
  ) throws {
    let kept = try lint(folder, arguments)
    let fresh = try lint(folder, ["--no-cache"] + arguments)
    #expect(kept.text == fresh.text, sourceLocation: location)
    #expect(kept.notes == fresh.notes, sourceLocation: location)
    #expect(kept.status == fresh.status, sourceLocation: location)
  }

  private func results(_ folder: Folder) -> [String] {
    Folder.names(folder.path + "/" + Self.cache).filter { $0.hasPrefix("results-") }
  }

  private func program() throws -> Folder {
    try Folder(
      PlanGenerator.plans(30, seed: 5) + [
        ("planc.yml", "program: Field\nicp: [{ fit: region, in: [EMEA], weight: 1 }]\n"),
        ("segments/banks.md", "---\nsegment: Banks\n---\n"),
        ("plans/linked.md", "---\naccount: Linked\ntier: 3\n---\n[map](map.pdf) [x](y.md)\n"),
        ("plans/waived.md", Self.waived), ("plans/broken.md", "---\naccount: [\n---\n"),
      ])
  }

  private static let waived = """
    ---
    account: Waived
    tier: 3
    status: active
    waivers:
      - { rule: list/no-owner, until: 2026-12-24, reason: away, by: maya.chen }
      - { rule: committee/no-pain, until: 2026-12-24, reason: away, by: maya.chen }
    ---
    """

  @Test func aSecondRunIsTheFirstAndWritesNothing() throws {
    let folder = try program()
    let first = try lint(folder)
    let kept = folder.snapshot(of: Self.cache)
    #expect(results(folder).count == 1)
    #expect(first.text.contains("waiver/unused"))
    let second = try lint(folder)
    #expect(second.text == first.text)
    #expect(second.notes == first.notes)
    #expect(folder.snapshot(of: Self.cache) == kept)
    try expectSame(folder)
  }

  /// Whatever changes, the next run finds what a run without a memory finds.
  @Test func everyChangeIsSeen() throws {
    let folder = try program()
    try expectSame(folder)
    let plan = Folder.names(folder.path + "/plans").first { $0.hasSuffix(".md") } ?? ""
    let text = try folder.read("plans/" + plan)
    let changes: [(what: String, make: () throws -> Void)] = [
      ("a word", { try folder.write("plans/" + plan, text.replacing("tier: ", with: "teir: ")) }),
      ("and back", { try folder.write("plans/" + plan, text) }),
      ("a new plan", { try folder.write("plans/new.md", text) }),
      ("what a link leads to", { try folder.write("plans/map.pdf", "") }),
      ("a brief", { try folder.write("plans/linked.md", Self.waived + "\n## Brief\n") }),
      ("a plan less", { unlink(folder.path + "/plans/new.md") }),
      (
        "a segment", { try folder.write("segments/banks.md", "---\nsegment: Bank\nownr: x\n---\n") }
      ),
      ("a segment that cannot be read", { try folder.write("segments/banks.md", "none\n") }),
      ("settings", { try folder.write("planc.yml", "rules: { list/no-owner: info }\n") }),
      (
        "settings that count",
        { try folder.write("planc.yml", "tiers: { 1: { maximum-accounts: 1 } }\n") }
      ),
      ("no settings", { unlink(folder.path + "/planc.yml") }),
    ]
    for change in changes {
      let before = try lint(folder).text
      try change.make()
      try expectSame(folder)
      #expect(try lint(folder).text != before, "\(change.what) changes what is found")
    }
    for day in ["2026-11-21", "2027-06-01", "2026-01-01"] {
      try expectSame(folder, ["--as-of", day])
    }
  }

  @Test func aSelectionHasResultsOfItsOwn() throws {
    let folder = try program()
    for arguments in [
      [], ["--select", "structure"], ["--ignore", "list"], ["--select", "list,map"],
    ] {
      try expectSame(folder, arguments)
      try expectSame(folder, arguments)
    }
    #expect(results(folder).count == 4)
  }

  /// Cut off anywhere, with a bit turned anywhere, or another file altogether: it is ignored, and written anew.
  @Test func aDamagedFileIsIgnoredAndMended() throws {
    let folder = try program()
    let fresh = try lint(folder)
    let name = Self.cache + "/" + (results(folder).first ?? "")
    let whole = try Folder.read(folder.path + "/" + name)
    var damaged: [[UInt8]] = [
      [], Array("planc results 1\n".utf8), Array(whole.dropLast()), whole + [0],
    ]
    var random = SplitMix(seed: 11)
    for _ in 0..<5 {
      let place = Int(random.next() % UInt64(whole.count))
      damaged.append(Array(whole[..<place]))
      var turned = whole
      turned[place] ^= 1 << (random.next() % 8)
      damaged.append(turned)
    }
    for bytes in damaged {
      try folder.write(name, bytes: bytes)
      let outcome = try lint(folder)
      #expect(outcome.text == fresh.text)
      #expect(outcome.status == fresh.status)
      #expect(try Folder.read(folder.path + "/" + name) == whole)
    }
  }

  @Test func runsAtOnceDoNotHarmEachOther() throws {
    let folder = try program()
    let fresh = try lint(folder, ["--no-cache"])
    for _ in 0..<2 {
      _ = try Planc.run(["clean"], in: folder)
      let outputs = (0..<6).map { folder.beside("together-\($0)") }
      let runs = try outputs.map {
        try Child(
          [Planc.path, "lint", "--as-of", "2026-11-20", "--output-format", "json"],
          in: folder.path, output: $0, errors: $0 + "-notes")
      }
      for run in runs { #expect(run.wait() == fresh.status) }
      for output in outputs {
        #expect(try Folder.read(output) == fresh.output)
        #expect(try Folder.read(output + "-notes") == fresh.errors)
      }
      let kept = folder.snapshot(of: Self.cache)
      #expect(Set(kept.keys) == Set([".gitignore", "CACHEDIR.TAG"] + results(folder)))
      #expect(try lint(folder).text == fresh.text)
      #expect(folder.snapshot(of: Self.cache) == kept)
    }
  }

  @Test func nothingIsKeptWhereNobodyWantsIt() throws {
    let folder = try program()
    _ = try lint(folder, ["--no-cache"])
    _ = try lint(folder, environment: ["CI": "true"])
    _ = try Planc.run(["lint", "plans/linked.md"], in: folder, environment: ["CI": "false"])
    #expect(!folder.has(Self.cache))
    _ = try lint(folder, ["--cache-dir", "kept"], environment: ["CI": "true"])
    #expect(folder.has("kept/CACHEDIR.TAG"))
    #expect(!folder.has(Self.cache))
    #expect(try folder.read("kept/.gitignore") == "*\n")
  }

  @Test func cleanRemovesWhatWasKeptAndNothingElse() throws {
    let folder = try program()
    _ = try lint(folder)
    let clean = try Planc.run(["clean"], in: folder)
    #expect(clean.status == 0)
    #expect(clean.notes == "removed \(folder.path)/\(Self.cache)\n")
    #expect(!folder.has(Self.cache))
    let again = try Planc.run(["clean"], in: folder)
    #expect(again.status == 0)
    #expect(again.notes.hasPrefix("there is nothing to remove"))
    let other = try Planc.run(["clean", "--cache-dir", "plans"], in: folder)
    #expect(other.status == 2)
    #expect(other.notes.contains("plans is no cache of planc"))
    #expect(folder.has("plans/linked.md"))
  }

  /// What lies in the folder is not followed elsewhere: a clone may have brought it.
  @Test func aLinkInTheCacheLeadsNowhere() throws {
    let folder = try program()
    let fresh = try lint(folder)
    let name = try #require(results(folder).first)
    let kept = try Folder.read(folder.path + "/\(Self.cache)/\(name)")
    try folder.write("precious", "mine")
    #expect(unlink(folder.path + "/\(Self.cache)/\(name)") == 0)
    #expect(symlink("../precious", folder.path + "/\(Self.cache)/\(name)") == 0)
    #expect(try lint(folder).text == fresh.text)
    #expect(try folder.read("precious") == "mine")
    #expect(try Folder.read(folder.path + "/\(Self.cache)/\(name)") == kept)
    // A pipe is waited for by nobody.
    #expect(unlink(folder.path + "/\(Self.cache)/\(name)") == 0)
    #expect(mkfifo(folder.path + "/\(Self.cache)/\(name)", 0o600) == 0)
    #expect(try lint(folder).text == fresh.text)
  }

  /// Results that came with a clone, or a copy, are made anew: whoever wrote them.
  @Test func whatWasKeptElsewhereIsNotBelieved() throws {
    let folder = try program()
    let fresh = try lint(folder)
    let copy = try Planc.run(
      command: [
        "sh", "-c", "cp -r \(Self.cache) copy && rm -r \(Self.cache) && mv copy \(Self.cache)",
      ],
      in: folder)
    #expect(copy.status == 0)
    let before = folder.snapshot()
    #expect(try lint(folder).text == fresh.text)
    #expect(folder.snapshot() != before)
    let named = ["--cache-dir", "kept"]
    _ = try lint(folder, named)
    #expect(try Planc.run(command: ["cp", "-r", "kept", "moved"], in: folder).status == 0)
    let moved = folder.snapshot()
    _ = try lint(folder, ["--cache-dir", "moved"])
    #expect(folder.snapshot() == moved)
  }

  @Test func fewSelectionsAreKept() throws {
    let folder = try program()
    for rule in [
      "brief", "committee", "list", "map", "plays", "pod", "signals", "sponsor", "waiver",
    ] {
      _ = try lint(folder, ["--select", rule])
    }
    #expect(results(folder).count == 8)
    try folder.write("\(Self.cache)/mine", "a note")
    #expect(try Planc.run(["clean"], in: folder).status == 0)
    #expect(try folder.read("\(Self.cache)/mine") == "a note")
    #expect(results(folder) == [])
  }

  /// A folder of somebody's own, a link, a file: nothing there is written over.
  @Test func whatIsNoCacheIsLetBe() throws {
    let folder = try program()
    let fresh = try lint(folder, ["--no-cache"])
    try folder.write(".gitignore", "site/\n")
    let named = try lint(folder, ["--cache-dir", "."])
    #expect(named.status == 2)
    #expect(named.notes.contains("is no cache of planc"))
    #expect(try folder.read(".gitignore") == "site/\n")
    symlink(".", folder.path + "/" + Self.cache)
    let linked = try lint(folder)
    #expect(linked.text == fresh.text)
    #expect(linked.status == 1)
    #expect(linked.notes.contains("notice: nothing is kept for the next run"))
    #expect(try folder.read(".gitignore") == "site/\n")
    #expect(try Planc.run(["clean"], in: folder).status == 2)
    #expect(folder.has("plans/linked.md"))
  }
}

/// A small source of numbers that are the same on every run.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
