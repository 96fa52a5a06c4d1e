import Testing

/// Which findings go where: formats, files, standard output, and what a CI is told.
struct OutputTests {
  private static let plan =
    "---\naccount: A\ntier: 3\nstage: bogus\nowner: a\nreviewed: 2026-11-02\n---\n"

  private func program(in sub: String = "") throws -> Folder {
    try Folder([(sub + "planc.yml", ""), (sub + "plans/a.md", Self.plan)])
  }

  private func lint(
    _ words: [String], in folder: Folder, _ environment: [String: String] = [:]
  ) throws -> Planc.Outcome {
    try Planc.run(["lint", "--as-of", "2026-11-20"] + words, in: folder, environment: environment)
  }

  /// How a report of each format begins.
  private static let beginnings = [
    "full": "error[structure/invalid-value]", "concise": "plans/a.md:", "json": "{",
    "json-lines": "{\"account\"", "sarif": "{\n  \"$schema\"", "junit": "<?xml", "gitlab": "[",
    "github": "::error file=plans/a.md", "markdown": "**1 plan: ",
  ]

  private func expect(_ text: String, is format: String, from location: SourceLocation) {
    let beginning = Self.beginnings[format] ?? "?"
    #expect(text.hasPrefix(beginning), "\(format): \(text.prefix(40))", sourceLocation: location)
  }

  /// Who reads a pipe may stop reading; the status still says what was found.
  @Test func aReaderThatGoesAwayMakesNoGreenRun() throws {
    let plans = (0..<300).map { ("plans/p\($0).md", Self.plan) }
    let folder = try Folder(plans)
    let script = "\"$0\" lint --as-of 2026-11-20 -q | head -c 10; exit ${PIPESTATUS[0]}"
    let outcome = try Planc.run(command: ["bash", "-c", script, Planc.path], in: folder)
    #expect(outcome.status == 1, "\(outcome.notes)")
    #expect(outcome.text == "error[stru")
  }

  // MARK: Formats and files

  @Test(arguments: beginnings.keys.sorted())
  func everyFormatIsWritten(_ format: String) throws {
    let folder = try program()
    let printed = try lint(["--output-format", format], in: folder)
    #expect(printed.status == 1)
    expect(printed.text, is: format, from: #_sourceLocation)
    let filed = try lint(["--output-file", "report", "--output-format", format], in: folder)
    #expect(filed.output == [])
    #expect(try folder.read("report") == printed.text)
  }

  /// A format that no file follows goes to standard output; else files belong to formats in their order.
  @Test(
    arguments: [
      ("F sarif f s", ["s": "sarif"], nil), ("f s F sarif", ["s": "sarif"], nil),
      ("f s", ["s": "full"], nil),
      ("F full F sarif f s", ["s": "sarif"], "full"),
      ("F sarif f s F full", ["s": "sarif"], "full"),
      ("F sarif f s F junit f j", ["s": "sarif", "j": "junit"], nil),
      ("F sarif F junit f s f j", ["s": "sarif", "j": "junit"], nil),
      ("f s f j F sarif F junit", ["s": "sarif", "j": "junit"], nil),
      ("f s F sarif f j F junit", ["s": "sarif", "j": "junit"], nil),
      ("F sarif f s F github F junit f j", ["s": "sarif", "j": "junit"], "github"),
      ("F sarif F junit F github f s f j", ["s": "sarif", "j": "junit"], "github"),
      ("f s F sarif F full", ["s": "sarif"], "full"),
    ] as [(String, [String: String], String?)])
  func filesBelongToFormats(
    _ words: String, _ files: [String: String], _ printed: String?
  ) throws {
    for joins in [false, true] {
      let folder = try program()
      var arguments: [String] = []
      for word in words.split(separator: " ") {
        switch word {
        case "F": arguments.append("--output-format")
        case "f": arguments.append("--output-file")
        default:
          if joins {
            arguments[arguments.count - 1] += "=" + word
          } else {
            arguments.append(String(word))
          }
        }
      }
      let outcome = try lint(arguments, in: folder)
      #expect(outcome.status == 1, "\(outcome.notes)")
      if let printed {
        expect(outcome.text, is: printed, from: #_sourceLocation)
      } else {
        #expect(outcome.output == [])
      }
      for (name, format) in files {
        expect(try folder.read(name), is: format, from: #_sourceLocation)
      }
    }
  }

  @Test func whatCannotBePairedIsRefused() throws {
    let example = "such as `--output-format full --output-format sarif --output-file planc.sarif`"
    for (words, error, help) in [
      (
        ["--output-format", "full", "--output-format", "json"],
        "full and json would go to standard output together",
        "name a file for all formats but one, \(example)"
      ),
      (
        [
          "--output-format", "sarif", "--output-file", "s", "--output-format", "full",
          "--output-format", "json",
        ],
        "full and json would go to standard output together",
        "name a file for all formats but one, \(example)"
      ),
      (
        ["--output-file", "a", "--output-file", "b"], "there are 2 files for 1 format",
        "write --output-format before each --output-file, \(example)"
      ),
      (
        [
          "--output-format", "full", "--output-file", "a", "--output-format", "json",
          "--output-file", "./a",
        ],
        "two formats would go to the file ./a", "name a file for each, \(example)"
      ),
      (
        ["--statistics", "--output-format", "sarif"], "--statistics cannot be written as sarif",
        "it takes --output-format full, concise, json or json-lines"
      ),
    ] {
      let folder = try program()
      let before = folder.snapshot()
      let outcome = try lint(words, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.all == "error: \(error)\n  = help: \(help)\n")
      #expect(folder.snapshot() == before)
    }
  }

  @Test func noSourceIsReplacedByTheSecondFile() throws {
    let folder = try program()
    let outcome = try lint(
      [
        "--output-format", "json", "--output-file", "a", "--output-format", "full", "--output-file",
        "plans/a.md",
      ], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("error: --output-file plans/a.md would replace a source"))
    #expect(try folder.read("plans/a.md") == Self.plan)
    #expect(!folder.has("a"))
  }

  // MARK: Paths

  /// Systems that show findings beside lines know files by their path in the repository.
  @Test(arguments: [".git/HEAD", ".git"])
  func pathsBeginAtTheGitRoot(_ git: String) throws {
    let folder = try program(in: "sales/emea/")
    try folder.write(git, "")
    for (format, path) in [
      ("github", "file=sales/emea/plans/a.md,"), ("gitlab", "\"path\" : \"sales/emea/plans/a.md\""),
      ("sarif", "\"uri\" : \"sales/emea/plans/a.md\""), ("json", "\"path\" : \"plans/a.md\""),
      ("junit", "name=\"plans/a.md\""), ("full", "--> plans/a.md:"), ("markdown", "| plans/a.md:"),
    ] {
      for words in [["-C", "sales/emea"], ["-C", "sales/emea", "sales/emea/plans/a.md"]] {
        let outcome = try lint(words + ["--output-format", format], in: folder)
        #expect(outcome.text.contains(path), "\(format): \(outcome.all)")
      }
    }
    // The settings' own faults too.
    try folder.write("sales/emea/planc.yml", "x: 1\n")
    let outcome = try lint(["-C", "sales/emea", "--output-format", "github"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.text.hasPrefix("::error file=sales/emea/planc.yml,line=1,"))
  }

  // MARK: GitHub Actions

  private func step(_ words: [String], in folder: Folder) throws -> Planc.Outcome {
    try lint(
      words, in: folder,
      ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.path + "/summary"])
  }

  @Test func aStepIsAnnotatedAndSummarized() throws {
    let folder = try program()
    let plain = try lint([], in: folder).text
    let annotations = try lint(["--output-format", "github"], in: folder).text
    let table = try lint(["--output-format", "markdown"], in: folder).text
    #expect(try step([], in: folder).text == plain + annotations)
    #expect(try folder.read("summary") == table)
    // The next run of the step adds its own.
    #expect(try step([], in: folder).status == 1)
    #expect(try folder.read("summary") == table + "\n" + table)
    let filed = try step(["--output-file", "report"], in: folder)
    #expect(filed.text == annotations)
    #expect(try folder.read("report") == plain)
  }

  /// Annotations that were asked for leave most findings out, so the summary has them all.
  @Test func askedForAnnotationsHaveTheirSummary() throws {
    let folder = try program()
    let annotations = try lint(["--output-format", "github"], in: folder).text
    #expect(try step(["--output-format", "github"], in: folder).text == annotations)
    #expect(try folder.read("summary") == lint(["--output-format", "markdown"], in: folder).text)
  }

  /// Who asks for something gets that.
  @Test func nothingIsAddedToWhatWasAskedFor() throws {
    let folder = try program()
    for words in [["--output-format", "full"], ["--output-format", "json"], ["--statistics"]] {
      #expect(try step(words, in: folder).text == lint(words, in: folder).text)
    }
    #expect(!folder.has("summary"))
    for value in ["", "false", "1"] {
      let outcome = try lint([], in: folder, ["GITHUB_ACTIONS": value])
      #expect(outcome.text == (try lint([], in: folder).text))
    }
    let without = try lint([], in: folder, ["GITHUB_ACTIONS": "true"])
    #expect(without.status == 1)
    #expect(without.text.contains("\n::error file="))
  }

  /// GitHub refuses a summary of 1 MiB, with what other commands of the step wrote.
  @Test(arguments: [0, 900_000, 1_047_000, 1_048_000, 1_048_576])
  func theSummaryStaysBelowItsLimit(_ size: Int) throws {
    let folder = try Folder([("planc.yml", "")])
    let name = String(repeating: "x", count: 200)
    for number in 0..<1_000 { try folder.write("plans/\(name)-\(number).md", "---\n---\n") }
    try folder.write("summary", String(repeating: "a", count: size))
    let outcome = try step([], in: folder)
    #expect(outcome.status == 1, "\(outcome.notes.suffix(300))")
    let summary = try folder.read("summary")
    #expect(summary.utf8.count < 1 << 20 || summary.utf8.count == size)
    #expect(summary.utf8.starts(with: Array(repeating: UInt8(ascii: "a"), count: size)))
    if size < 1_047_500 {
      #expect(summary.dropFirst(size).hasPrefix(size == 0 ? "**1000 plans" : "\n**1000 plans"))
      #expect(summary.hasSuffix(" did not fit here, the mildest; `planc lint` lists them all.\n"))
    } else {
      #expect(outcome.notes.contains("notice: the summary of the step is full"))
    }
  }

  @Test func aSummaryThatCannotBeWrittenIsAFault() throws {
    let folder = try program()
    let outcome = try lint(
      [], in: folder, ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/nowhere/summary"])
    #expect(outcome.status == 2)
    #expect(outcome.notes.contains("error: cannot write /nowhere/summary: No such file"))
    #expect(outcome.text.contains("::error file="))
  }
}
