import Glibc
import Testing

/// What PATHS and `--stdin-filename` name, and what is said of those that name nothing.
struct PathTests {
  private static let good = "---\naccount: Good\ntier: 3\nowner: a\nreviewed: 2026-11-02\n---\n"

  private func program(_ files: [String] = ["plans/west/northwind.md"]) throws -> Folder {
    try Folder([("planc.yml", "")] + files.map { ($0, Self.good) })
  }

  private func lint(
    _ paths: String..., in folder: Folder, from place: String = ".", input: String = ""
  ) throws -> Planc.Outcome {
    let command = ["env", "-C", place, Planc.path, "lint", "--output-format", "concise"]
    return try Planc.run(
      command: command + ["--as-of", "2026-11-20"] + paths, in: folder, [:], input)
  }

  /// Whether one plan was read, and found good.
  private func isGood(_ outcome: Planc.Outcome) -> Bool {
    outcome.status == 0 && outcome.notes.hasSuffix("1 plan: 0 errors, 0 warnings, 0 infos\n")
  }

  // MARK: Standard input

  @Test(arguments: [
    (".", "plans/west/new.md"), (".", "./plans/east/../west/new.md"), ("plans", "west/new.md"),
    ("plans/west", "new.md"), ("plans/west", "../../plans/west/new.md"),
    ("plans/west", "plans/west/new.md"), (".", "[folder]/plans/west/new.md"),
    ("/", "[folder]/plans/west/new.md"),
  ])
  func standardInputHasItsPathInTheProgram(_ place: String, _ name: String) throws {
    let folder = try program()
    try folder.write(
      "planc.yml",
      "overrides:\n  - { plans: \"plans/west/**\", rules: { list/no-owner: info } }\n")
    let name = name.replacing("[folder]", with: folder.path)
    let outcome = try lint(
      "-", "--stdin-filename", name, in: folder, from: place,
      input: Self.good.replacing("owner: a\n", with: ""))
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(
      outcome.text == "plans/west/new.md:1:1: info[list/no-owner] nobody owns Good\n",
      "\(outcome.all)")
  }

  @Test func standardInputReachedOverALink() throws {
    let folder = try program(["accounts/good.md"])
    symlink("accounts", folder.path + "/plans")
    symlink(folder.path, folder.beside("link"))
    for name in ["accounts/good.md", folder.beside("link") + "/plans/good.md"] {
      let outcome = try lint("-", "--stdin-filename", name, in: folder, input: "x")
      #expect(outcome.text.hasPrefix("plans/good.md:1:1: error["), "\(outcome.all)")
    }
  }

  @Test(arguments: [
    ("north.md", "is not among the plans of [folder]", "plans/north.md"),
    ("/etc/north wind.md", "is not among the plans of [folder]", "plans/north-wind.md"),
    ("../plans/x.md", "is not among the plans of [folder]", "plans/x.md"),
    (
      "plans/west/north.txt", "is no plan: its name does not end in .md", "plans/west/north.md"
    ),
    ("plans/west/north", "is no plan: its name does not end in .md", "plans/west/north.md"),
    ("plans/west/_north.md", "is left out: `_north.md` begins with `_`", "plans/north.md"),
    ("plans/.x/north.md", "is left out: `.x` begins with `.`", "plans/north.md"),
  ])
  func standardInputThatIsNoPlan(_ name: String, _ fault: String, _ right: String) throws {
    let folder = try program()
    let outcome = try lint("-", "--stdin-filename", name, in: folder, input: Self.good)
    #expect(outcome.status == 2)
    #expect(
      outcome.all == """
        error: --stdin-filename \(name) \(fault.replacing("[folder]", with: folder.path))
          = help: write its path in the program: `--stdin-filename \(right)`

        """)
  }

  // MARK: Folders

  @Test(arguments: [
    (".", "plans/link"), (".", "plans/link/"), (".", "plans/link/good.md"), (".", "accounts"),
    ("plans/link", "."), ("plans/link", "good.md"), ("plans", "link"), ("accounts", "good.md"),
  ])
  func aLinkedFolderIsLinted(_ place: String, _ path: String) throws {
    let folder = try program(["plans/west/northwind.md", "accounts/good.md"])
    symlink("../accounts", folder.path + "/plans/link")
    let outcome = try lint(path, in: folder, from: place)
    #expect(isGood(outcome), "\(outcome.all)")
  }

  /// What a link brings in from outside is not read, whichever way it is named.
  @Test(arguments: ["plans/link", "plans/link/", "plans/link/secret.md", "plans"])
  func aLinkedFolderOutsideIsNotRead(_ path: String) throws {
    let folder = try program([])
    mkdir(folder.beside("other"), 0o755)
    _ = try folder.writeBeside("other/secret.md", "no plan")
    mkdir(folder.path + "/plans", 0o755)
    symlink(folder.beside("other"), folder.path + "/plans/link")
    let outcome = try lint(path, in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.text.hasPrefix("plans/link:1:1: error[structure/link-outside]"), "\(outcome.all)")
    #expect(outcome.text.split(separator: "\n").count == 1)
  }

  @Test func aFolderWithoutPlans() throws {
    let folder = try program()
    mkdir(folder.path + "/plans/east", 0o755)
    let sentence = """
      There is no plan below plans/east.
      `planc new "Northwind" --tier 2` writes plans/northwind.md; you may move it there.

      """
    let alone = try lint("plans/east", in: folder)
    #expect(alone.status == 0)
    #expect(alone.all == sentence)
    let both = try lint("plans/east", "plans/west", in: folder)
    #expect(both.notes.hasPrefix(sentence))
    #expect(isGood(both), "\(both.all)")
    #expect(try lint("plans/east", "-q", in: folder).all == "")
  }

  @Test func anEmptyProgramSaysSo() throws {
    let outcome = try lint(in: try program([]))
    #expect(outcome.status == 0)
    #expect(outcome.notes.hasPrefix("There are no plans in "))
  }

  // MARK: Misspelt

  @Test(arguments: [
    ("plans/wset", "plans/west"), ("plans/wset/", "plans/west"), ("wset", "plans/west"),
    ("plan/west", "plans/west"), ("plans/wset/northwnd.md", "plans/west/northwind.md"),
    ("wset/northwind.md", "plans/west/northwind.md"), ("northwind.md", "plans/west/northwind.md"),
    ("northwind", "plans/west/northwind.md"), ("plans/nrothwind.md", "plans/west/northwind.md"),
    ("plans/west/northwind.txt", "plans/west/northwind.md"),
    ("plans/west/NORTHWIND.md", "plans/west/northwind.md"),
    ("plans/emae/smal", "plans/emea/small"), ("./plans/emae", "plans/emea"),
    ("plans/x/northwind.md", "plans/west/northwind.md"), ("plans/A.md", "plans/a.md"),
  ])
  func theNearestIsNamed(_ typed: String, _ meant: String) throws {
    let folder = try program(
      ["plans/west/northwind.md", "plans/emea/small/southwind.md", "plans/a.md", "plans/ab.md"])
    let outcome = try lint(typed, in: folder)
    #expect(outcome.status == 2)
    let what = typed.hasSuffix(".md") ? "plan" : "plan and no folder"
    #expect(
      outcome.all == "error: there is no \(what) \(typed)\n  = help: did you mean `\(meant)`?\n")
  }

  @Test(arguments: [
    "plans/x.md", "plans/b.md", "plans/ac.md", "plans/xy.md", "a/b.md", "plans/east/q.md", "east",
    "plans/nothing-like-it.md", "x", "plans/north.md",
  ])
  func nothingUnrelatedIsNamed(_ typed: String) throws {
    let folder = try program(
      ["plans/a.md", "plans/ab.md", "plans/west/northwind.md", "plans/south.md"])
    let outcome = try lint(typed, in: folder)
    #expect(outcome.status == 2)
    #expect(!outcome.notes.contains("did you mean"), "\(outcome.notes)")
    #expect(outcome.notes.contains("  = help: `planc lint` without paths reads all plans\n"))
  }

  // MARK: Names that are left out

  @Test(arguments: ["lint", "build"])
  func aFileThatLooksLikeAPlanIsNoticed(_ command: String) throws {
    let folder = try program()
    func notices() throws -> [Substring] {
      let outcome = try Planc.run([command], in: folder)
      #expect(outcome.status == 0)
      return outcome.notes.split(separator: "\n").filter {
        $0.hasPrefix("notice: ") && !$0.contains("rules that need git")
      }
    }
    #expect(try notices() == [])
    try folder.write("plans/west/Big Co.MD", Self.good)
    let first =
      "notice: plans/west/Big Co.MD is not read, for its name does not end in .md; rename it to plans/west/big-co.md"
    #expect(try notices() == [first[...]])
    for name in ["z.markdown", "z.Md", "_z.MD", "readme.txt", ".MD", "_d/z.MD", "z.md.orig"] {
      try folder.write("plans/west/" + name, Self.good)
    }
    #expect(try notices() == [first + " (and 2 more like it)"])
    #expect(try Planc.run([command, "-q"], in: folder).notes == "")
  }

  @Test func aNewNameIsNotTakenAlready() throws {
    let folder = try program(["plans/a.md", "plans/A.MD"])
    #expect(try lint(in: folder).notes.contains("rename it to plans/a-2.md\n"))
    let named = try lint("plans/A.MD", in: folder)
    #expect(named.status == 2)
    #expect(
      named.notes == """
        error: plans/A.MD is no plan: its name does not end in .md
          = help: rename it to plans/a-2.md

        """)
  }

  /// A plan that a full run leaves out is left out when it is named, and that is said.
  @Test(arguments: [
    ("plans/_a.md", "_a.md", "plans/a.md"), ("plans/.a.md", ".a.md", "plans/a.md"),
    ("plans/_old/a.md", "_old", "plans/old/a.md"), ("plans/_old", "_old", "plans/old"),
  ])
  func aNameWithAnUnderscoreIsLeftOut(_ path: String, _ part: String, _ right: String) throws {
    let folder = try program()
    try folder.write(path.hasSuffix(".md") ? path : path + "/a.md", "no plan")
    #expect(isGood(try lint(in: folder)))
    let named = try lint(path, in: folder)
    #expect(named.status == 2)
    #expect(
      named.all == """
        error: \(path) is left out: `\(part)` begins with `\(part.prefix(1))`
          = help: rename it to \(right)

        """)
  }
}
