import Testing

/// Files that are no text, or no plan: a finding at its place, the documented status, and nothing touched.
struct BadBytesTests {
  /// What a plan holds, and the finding as `concise` prints it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let finding: String

    init(_ name: String, _ bytes: [UInt8], _ finding: String) {
      (testDescription, self.bytes, self.finding) = (name, bytes, finding)
    }

    init(_ name: String, _ text: String, _ finding: String) {
      self.init(name, Array(text.utf8), finding)
    }
  }

  private static let head = "---\naccount: Żółw\ntier: 3\n---\n"

  @Test(arguments: [
    Case("empty", "", "1:1: error[structure/front-matter-missing]"),
    Case(
      "not UTF-8", Array(head.utf8) + Array("Caf".utf8) + [0xE9], "5:4: error[structure/not-utf8]"),
    Case("UTF-16", [0xFF, 0xFE, 0x2D, 0x00], "1:1: error[structure/not-utf8]"),
    Case("NUL", head + "a\0b", "5:2: error[structure/not-utf8]"),
    Case(
      "a 2 MB line", head + String(repeating: "x", count: 2 << 20),
      "1:1: error[structure/too-large]"),
    Case(
      "nested quotes", head + String(repeating: ">", count: 10_000),
      "5:1: error[structure/too-large]"),
    Case(
      "never closes", "---\naccount: A\ntier: 3\n", "1:1: error[structure/front-matter-missing]"),
    Case(
      "an alias bomb", "---\na: &a [x, x]\nb: [*a, *a]\n---\n",
      "2:4: error[structure/forbidden-yaml]"),
    Case(
      "a control character", "---\naccount: Ż\u{1}\ntier: 3\n---\n",
      "2:11: error[structure/invalid-yaml]"),
    Case(
      "a program", [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00],
      "1:8: error[structure/not-utf8]"),
  ])
  func isAFindingAtItsPlace(_ bad: Case) throws {
    let folder = try Folder([
      ("plans/good.md", "---\naccount: Good\ntier: 3\nowner: a\nreviewed: 2026-11-02\n---\n")
    ])
    try folder.write("plans/bad.md", bytes: bad.bytes)
    let before = folder.snapshot()
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", "concise"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("plans/bad.md:" + bad.finding))
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(outcome.notes == "2 plans: 1 error, 0 warnings, 0 infos\n")
    #expect(folder.snapshot() == before)
    let built = try Planc.run(["build", "--as-of", "2026-11-20"], in: folder)
    #expect(built.status == 0)
    #expect(folder.has("site/index.html"))
    #expect(folder.snapshot(of: "plans") == before.below("plans"))
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n", "\r"])
  func aByteOrderMarkAndOtherLineEndsAreFine(_ mark: String, _ end: String) throws {
    let lines = [
      "---", "account: Żółw", "tier: 3", "owner: a", "reviewed: 2026-11-02", "---", "", "# Żółw",
      "",
    ]
    let folder = try Folder([("plans/a.md", mark + lines.joined(separator: end))])
    let outcome = try Planc.run(["lint", "--as-of", "2026-11-20"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
  }

  @Test func oneIdInTwoFolders() throws {
    let plan = "---\naccount: A\ntier: 3\nowner: a\nreviewed: 2026-11-02\n---\n"
    let folder = try Folder([
      ("plans/east/a.md", plan),
      ("plans/west/a.md", plan.replacing("account: A", with: "account: B")),
    ])
    let outcome = try Planc.run(
      ["lint", "--as-of", "2026-11-20", "--output-format", "concise"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("plans/west/a.md:1:1: error[structure/duplicate-account]"))
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(try Planc.run(["build", "--as-of", "2026-11-20"], in: folder).status == 0)
  }

  /// Settings that are no text: status 2, and nothing is built on them.
  @Test(arguments: [
    Case("not UTF-8", [0x61, 0x3A, 0x20, 0xE9], "planc.yml:1:4: error[structure/not-utf8]"),
    Case("NUL", "a: \0", "planc.yml:1:4: error[structure/not-utf8]"),
    Case(
      "2 MB", "program: " + String(repeating: "x", count: 2 << 20),
      "planc.yml:1:1: error[structure/too-large]"),
    Case(
      "an alias bomb", "a: &a [x]\nb: [*a, *a]\n", "planc.yml:1:4: error[structure/forbidden-yaml]"),
  ])
  func settingsThatAreNoText(_ bad: Case) throws {
    let folder = try Folder([("plans/a.md", "---\naccount: A\ntier: 3\n---\n")])
    try folder.write("planc.yml", bytes: bad.bytes)
    let before = folder.snapshot()
    for command in [
      ["lint", "--output-format", "concise"], ["build"], ["new", "B", "--tier", "3"],
    ] {
      let outcome = try Planc.run(command, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.text.contains(command[0] == "lint" ? bad.finding : "planc.yml:1:"))
      #expect(folder.snapshot() == before)
    }
  }

  @Test func standardInputIsReadLikeAFile() throws {
    let folder = try Folder([("planc.yml", "")])
    func lint(_ text: String) throws -> Planc.Outcome {
      try Planc.run(
        ["lint", "-", "--stdin-filename", "plans/a.md", "--output-format", "concise"], in: folder,
        input: text)
    }
    #expect(try lint("").text.hasPrefix("plans/a.md:1:1: error[structure/front-matter-missing]"))
    #expect(try lint("a\0").text.hasPrefix("plans/a.md:1:2: error[structure/not-utf8]"))
    let large = try lint(String(repeating: "x", count: 3 << 20))
    #expect(large.status == 1)
    #expect(large.text.hasPrefix("plans/a.md:1:1: error[structure/too-large]"))
  }
}

extension [String: String] {
  /// The part of a folder's snapshot below another folder.
  func below(_ folder: String) -> [String: String] {
    var found: [String: String] = [:]
    for (path, state) in self where path.hasPrefix(folder + "/") {
      found[String(path.dropFirst(folder.count + 1))] = state
    }
    return found
  }
}
