import Testing

/// Findings about plans that attack the reader's terminal, the log of a CI, or whoever parses the report.
struct HostileFindingsTests {
  /// What a terminal, a log or a reader could fall for; some as they are, some as YAML writes them.
  static let attacks = [
    "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{1B}[2J\u{1B}[H", "\u{9B}31mred", "a\u{8}\u{8}b",
    "del\u{7F}", "\u{85}next", "\u{202E}desrever\u{202C}", "\u{2066}isolated\u{2069}",
    "\u{200F}\u{200E}\u{061C}", "line\u{2028}separator\u{2029}", "::error::pwned",
    "::error file=a,line=1::pwned", "##[error]pwned", "e\u{301}\u{20E3}", "\"\u{301} '\u{301}",
    "[x](y) <b>", "%0A::error::pwned", "\\u{1b}[31m", "\u{FEFF}\u{200B}\u{2060}", "\u{E0041}",
    "##[stop-commands]x", "a ##vso[task.complete]x", "@octocat #1 https://x.y www.x.y a@b.cd",
    "| a | b", "]]> &amp; <!-- <img src=x>", "\u{FFFE}\u{FFFF}", "` `a` ``", "a%0A,file=b:c",
  ]

  private static func yaml(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case " "..."~": String(scalar)
      default: "\\U" + String(repeating: "0", count: 8 - hex(scalar).count) + hex(scalar)
      }
    }
    return "\"\(scalars.joined())\""
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }

  /// One attack wherever a message quotes a plan.
  static func plan(_ attack: String) -> String {
    let quoted = yaml(attack)
    return """
      ---
      account: \(quoted)
      tier: \(quoted)
      stage: \(quoted)
      owner: \(quoted)
      reviewed: \(quoted)
      pod: { sdr: \(quoted) }
      potential: { acv: \(quoted) }
      links: { \(quoted): \(quoted) }
      \(quoted): 1
      ---

      # \(attack)

      ## Buying committee

      | Name | Role | Stance | Last engaged | Reports to | \(attack) |
      | --- | --- | --- | --- | --- | --- |
      | \(attack) | \(attack) | \(attack) | \(attack) | \(attack) | x |
      | \(attack) | champion | neutral | 2026-11-01 | \(attack) Lee | x |

      ## Whitespace

      | Offering | Buying center | Status | Potential |
      | --- | --- | --- | --- |
      | \(attack) | \(attack) | \(attack) | \(attack) |

      ## Mutual action plan

      - [ ] \(attack) (@\(attack), \(attack), due \(attack))

      ## \(attack)

      [\(attack)](javascript:\(attack)) TODO \(attack)
      """
  }

  /// The program of the browser's tests, and one attack a plan beside it.
  func program() throws -> Folder {
    let folder = try Folder()
    let script =
      #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Browser/hostile.py"
    let made = try Planc.run(command: ["python3", script, folder.path], in: folder)
    try #require(made.status == 0, "\(made.notes)")
    for (number, attack) in Self.attacks.enumerated() {
      try folder.write("plans/more/attack-\(number).md", Self.plan(attack))
      try folder.write("plans/more/\(number) \(attack.replacing("/", with: "")).md", "no plan")
    }
    return folder
  }

  func lint(_ words: [String], in folder: Folder) throws -> Planc.Outcome {
    try Planc.run(["lint", "--as-of", "2026-11-20"] + words, in: folder)
  }

  // MARK: Terminals

  /// The codes planc itself colours with.
  private static let colors = ["0", "1", "34", "1;31", "1;33", "1;36"].map { "\u{1B}[\($0)m" }

  func expectHarmless(
    _ text: String, colored: Bool, from location: SourceLocation
  ) {
    var text = text
    if colored { for code in Self.colors { text = text.replacing(code, with: "") } }
    let bad = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    let names = Set(bad.map { "U+" + String($0.value, radix: 16) }).sorted()
    #expect(names == [], sourceLocation: location)
    // A log reads a command only where a line begins.
    let commands = text.split(separator: "\n").filter {
      let line = $0.drop { $0 == " " }
      // GitHub finds `##[error]`, Azure `##vso[…]`, wherever it stands.
      return line.hasPrefix("::") || line.contains(/##[A-Za-z]*\[/)
    }
    #expect(commands == [], sourceLocation: location)
  }

  @Test(arguments: ["full", "concise"], ["always", "never", "auto"])
  func nothingReachesTheTerminal(_ format: String, _ color: String) throws {
    let folder = try program()
    let words = ["--output-format", format, "--color", color]
    let printed = try lint(words, in: folder)
    #expect(printed.status == 1)
    #expect(String(validating: printed.output, as: UTF8.self) != nil)
    #expect(printed.text.split(separator: "\n").count > 700)
    #expect(printed.text.contains("\u{1B}[1;31m") == (color == "always"))
    expectHarmless(printed.text, colored: color == "always", from: #_sourceLocation)
    expectHarmless(printed.notes, colored: false, from: #_sourceLocation)
    // What was hostile is still to be seen.
    for shown in ["\\u{1b}[31mred", "\\u{9b}31mred", "\\u{202e}desrever", "\\u{2028}separator"] {
      #expect(printed.text.contains(shown))
    }
    let filed = try lint(words + ["--output-file", "report"], in: folder)
    #expect(filed.status == 1)
    #expect(filed.output == [])
    #expect(try folder.read("report") == printed.text)
    let counted = try lint(words + ["--statistics"], in: folder)
    expectHarmless(counted.all, colored: color == "always", from: #_sourceLocation)
  }

  /// Faults of the command line quote what was typed.
  @Test(arguments: attacks)
  func faultsAreHarmless(_ attack: String) throws {
    let folder = try Folder([("planc.yml", ""), ("plans/a.md", "")])
    try folder.write("plans/\(attack).MD", "")
    for words in [
      ["lint", "plans/" + attack], ["lint", "--select", attack], ["lint", "--" + attack],
      ["lint", "--color", attack], ["lint", "-C", attack], ["lint", "--as-of", attack],
      ["lint", "-", "--stdin-filename", attack], ["explain", attack], ["help", "x" + attack],
      ["new", "B", "--tier", attack], ["build", "x" + attack], ["lint", "plans/\(attack).MD"],
      ["lint", "--output-file", "nowhere/" + attack],
    ] {
      let outcome = try Planc.run(words, in: folder)
      #expect(outcome.status == 2, "\(words): \(outcome.all)")
      expectHarmless(outcome.all, colored: false, from: #_sourceLocation)
    }
    expectHarmless(try lint([], in: folder).all, colored: false, from: #_sourceLocation)
  }

  /// A shell that lists `plans/*` passes on what somebody called a file; a line end in it begins no line of a log.
  @Test func namesOfSeveralLinesStayOnOne() throws {
    let folder = try Folder([
      ("planc.yml", ""), ("plans/x\n::error::pwned.MD", ""), ("plans/ab\n::error::pwned.md", ""),
      ("plans/_\n::error::pwned.md", ""), ("site/a\n::error::pwned", ""),
      ("plans/e\n::error::pwned/_", ""),
    ])
    let runs = try [
      ["lint"], ["lint", "plans/x\n::error::pwned.MD"], ["lint", "plans/ab\n::error::pwnde.md"],
      ["lint", "plans/ab\n::error::pwned.md"], ["lint", "plans/_\n::error::pwned.md"],
      ["lint", "plans/e\n::error::pwned"], ["lint", "site/a\n::error::pwned"], ["build"],
      ["lint", "-", "--stdin-filename", "plans/a\n::error::pwned"],
      ["lint", "--output-file", "site/a\n::error::pwned/b"],
      ["build", "plans/x\n::error::pwned.MD"], ["explain", "x\n::error::pwned"],
      ["x\n::error::pwned"],
    ].map { try Planc.run($0, in: folder) }
    for outcome in runs {
      #expect(outcome.all.contains("\\u{a}::error::pwned"), "\(outcome.all)")
      expectHarmless(outcome.all, colored: false, from: #_sourceLocation)
    }
  }

  @Test(arguments: attacks)
  func settingsAreHarmless(_ attack: String) throws {
    let quoted = Self.yaml(attack)
    let folder = try Folder([
      (
        "planc.yml",
        "\(quoted): 1\ncurrency: \(quoted)\nrules: { \(quoted): \(quoted) }\npreset: \(quoted)\n"
      ),
      ("plans/a.md", ""),
    ])
    for command in ["lint", "build"] {
      let outcome = try Planc.run([command], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.text.contains("planc.yml:1:"))
      expectHarmless(outcome.all, colored: false, from: #_sourceLocation)
    }
  }

  // MARK: JSON

  /// Python reads both formats and finds the same findings in them.
  private static let compare = """
    import json, sys
    whole = json.load(open("whole", encoding="utf-8"))
    lines = [json.loads(line) for line in open("lines", encoding="utf-8", newline="\\n")]
    assert whole["findings"] == lines, "the findings differ"
    levels = [finding["level"] for finding in lines]
    for level in ("error", "warning", "info"):
        assert levels.count(level) == whole["summary"][level + "s"], level
    print(len(lines))
    print(*sorted({finding["account"] for finding in lines if finding["account"]}), sep="\\0")
    """

  @Test(arguments: ["always", "never"])
  func bothJSONFormatsSayTheSame(_ color: String) throws {
    let folder = try program()
    let concise = try lint(["--output-format", "concise"], in: folder)
    for (format, name) in [("json", "whole"), ("json-lines", "lines")] {
      let words = ["--output-format", format, "--color", color]
      let printed = try lint(words, in: folder)
      #expect(printed.status == 1)
      #expect(!printed.output.contains { $0 < 0x20 && $0 != 0x0A })
      let filed = try lint(words + ["--output-file", name], in: folder)
      #expect(filed.output == [])
      #expect(try Folder.read(folder.path + "/" + name) == printed.output)
    }
    let read = try Planc.run(command: ["python3", "-c", Self.compare], in: folder)
    #expect(read.status == 0, "\(read.notes)")
    let count = concise.text.split(separator: "\n").count
    #expect(read.text.hasPrefix("\(count)\n"))
  }
}
