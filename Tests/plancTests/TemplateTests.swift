import Testing

/// What `planc new` writes for somebody to go on with.
struct TemplateTests {
  /// The commented lines of the front matter, one by one and all at once, say what their hints say they do.
  @Test(
    arguments: ["1", "2", "3"],
    [
      "{ maya.chen: { name: Maya }, vera.holm: { name: Vera }, an.id: { name: An } }",
      // Our own people stand in them, where there are any.
      """
      { lee: { name: Lee, role: ae }, kim: { name: Kim, role: executive }, \
      jo: { name: Jo, role: sdr }, al: { name: Al, role: marketing }, \
      se: { name: Se, role: solutions }, cs: { name: Cs, role: customer-success } }
      """,
    ])
  func commentedLinesCanBeUsed(_ tier: String, _ people: String) throws {
    let settings = "people: \(people)\n"
    let folder = try Folder([("planc.yml", settings)])
    let words = ["new", "Northwind", "--tier", tier, "--stage", "opportunity", "-q"]
    #expect(try Planc.run(words, in: folder).status == 0)
    let lines = try folder.read("plans/northwind.md").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let hints = lines.indices.filter {
      lines[$0].hasPrefix("# ") && $0 < 15 && lines[$0].contains(":")
    }
    #expect(!hints.isEmpty)
    func count(_ chosen: [Int]) throws -> Int {
      var text = lines
      for index in chosen { text[index] = String(text[index].dropFirst(2)) }
      try folder.write("plans/northwind.md", text.joined(separator: "\n"))
      let outcome = try Planc.run(
        [
          "lint", "--select", "structure", "--output-format", "concise", "-q", "--as-of",
          "2026-11-20", "plans/northwind.md",
        ], in: folder)
      return outcome.text.split(separator: "\n").count
    }
    let plain = try count([])
    #expect(try count(hints) == plain)
    for hint in hints { #expect(try count([hint]) == plain, "\(lines[hint])") }
  }

  @Test(arguments: ["closed-lost", "disengaged"])
  func aContraryOfAStageIsNoSlip(_ stage: String) throws {
    let folder = try Folder([("planc.yml", "")])
    let outcome = try Planc.run(["new", "A", "--tier", "1", "--stage", stage], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.all.contains("closed-won"))
    #expect(!outcome.all.contains("did you mean"), "\(outcome.all)")
  }

  /// A waiver with a slip has its own finding, and what it is to silence has none.
  @Test(arguments: [
    "rule: sponsor/mising, until: 2026-12-31", "rule: sponsor/missing, until: 31.12.2026",
  ])
  func aWaiverWithASlipIsOneMistake(_ keys: String) throws {
    let folder = try Folder([
      ("planc.yml", ""),
      (
        "plans/a.md",
        "---\naccount: A\ntier: 1\nstage: aware\nwaivers:\n  - { \(keys), reason: x, by: y }\n---\n"
      ),
    ])
    let outcome = try Planc.run(
      ["lint", "--select", "sponsor,structure,waiver", "--output-format", "concise", "-q"],
      in: folder)
    #expect(outcome.text.split(separator: "\n").count == 1, "\(outcome.text)")
  }
}
