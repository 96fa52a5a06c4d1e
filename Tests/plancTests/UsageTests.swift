import Testing

/// Wrong command lines: status 2, one `error:` line, one `help:` line that says what to type.
struct UsageTests {
  private func run(_ words: [String]) throws -> Planc.Outcome {
    let folder = try Folder([
      ("planc.yml", ""),
      ("plans/a.md", "---\naccount: A\ntier: 3\nowner: a\nreviewed: 2026-11-02\n---\n"),
    ])
    let before = folder.snapshot()
    let outcome = try Planc.run(words, in: folder)
    #expect(folder.snapshot() == before)
    return outcome
  }

  private func expect(
    _ words: [String], _ error: String, _ help: String, from location: SourceLocation
  ) throws {
    let outcome = try run(words)
    #expect(outcome.status == 2, sourceLocation: location)
    #expect(outcome.all == "error: \(error)\n  = help: \(help)\n", sourceLocation: location)
  }

  // MARK: Nothing where something belongs

  private static let rules = "name rules or groups, such as `[flag] committee,whitespace/overdue`"

  @Test(arguments: ["", " ", "\t"])
  func anEmptyValueIsNoDefault(_ value: String) throws {
    let cases: [(words: [String], what: String, help: String)] = [
      (["lint", value], "a PATH", "`planc lint` without paths reads all plans"),
      (["lint", "plans", value], "a PATH", "`planc lint` without paths reads all plans"),
      (
        ["lint", "-C", value], "-C",
        "name the program's folder, or leave -C out for the nearest one upwards"
      ),
      (
        ["build", "-o", value], "-o",
        "name a folder, or leave -o out for site/ in the program's folder"
      ),
      (
        ["build", "--edition", value], "--edition",
        "name an edition of planc.yml, or leave it out for the site"
      ),
      (
        ["lint", "--output-file", value], "--output-file",
        "name a file, or leave it out to print the findings"
      ),
      (["init", value], "the folder", "name one, or leave it out for this folder"),
      (
        ["new", value, "--tier", "2"], "the account's name",
        "such as `planc new \"Northwind\" --tier 2`"
      ),
      (
        ["new", "B", "--tier", "2", "--owner", value], "--owner",
        "name an id of people: in planc.yml, or leave it out"
      ),
      (
        ["explain", value], "the rule",
        "name one, such as `planc explain sponsor/missing`, or pass --all"
      ),
      (
        ["lint", "-", "--stdin-filename", value], "--stdin-filename",
        "write its path in the program: `--stdin-filename plans/northwind.md`"
      ),
    ]
    for (words, what, help) in cases {
      try expect(words, "\(what) is empty", help, from: #_sourceLocation)
    }
  }

  @Test(arguments: ["--select", "--ignore"])
  func noRuleIsNotAllRules(_ flag: String) throws {
    let help =
      "name rules or groups, such as `\(flag) committee,whitespace/overdue`, or leave it out"
    for value in ["", " "] {
      try expect(["lint", flag, value], "\(flag) is empty", help, from: #_sourceLocation)
    }
    for value in ["pod,", ",pod", "pod, ,list", ","] {
      try expect(
        ["lint", flag, value], "\(flag): a rule between commas is empty", help,
        from: #_sourceLocation)
    }
    let fine = try run(["lint", flag, "pod, list"])
    #expect(fine.status < 2, "\(fine.all)")
  }

  // MARK: Flags and values

  @Test(arguments: [
    (["lint", "--selct", "pod"], "`planc lint` has no flag `--selct`", "did you mean `--select`?"),
    (["lint", "-select", "pod"], "`planc lint` has no flag `-select`", "did you mean `--select`?"),
    (
      ["lint", "--json"], "`planc lint` has no flag `--json`",
      "did you mean `--output-format json`?"
    ),
    (
      ["lint", "--format", "json"], "`planc lint` has no flag `--format`",
      "did you mean `--output-format`?"
    ),
    (["lint", "--xyz"], "`planc lint` has no flag `--xyz`", "`planc lint --help` lists its flags"),
    (
      ["rule", "a", "--xyz"], "`planc explain` has no flag `--xyz`",
      "`planc explain --help` lists its flags"
    ),
    (["lint", "-x"], "`planc lint` has no flag `-x`", "`planc lint --help` lists its flags"),
    (
      ["init", "-C", "x"], "`planc init` has no flag `-C`",
      "name the folder alone: `planc init DIR`"
    ),
    (["lint", "-Cx"], "`planc lint` has no flag `-Cx`", "write the value apart: `-C x`"),
    (
      ["-C", ".", "lint"], "`planc` has no flag `-C`",
      "flags stand behind the command, such as `planc lint -C …`"
    ),
    (["--xyz"], "`planc` has no flag `--xyz`", "`planc --help` lists its flags"),
    (["lint", "--quiet=yes"], "--quiet takes no value", "write just `--quiet`"),
    (["lint", "--color"], "--color needs a value", "it takes auto, always or never"),
    (
      ["lint", "--jobs"], "--jobs needs a value",
      "write it as `--jobs <n>`: threads; else one for each processor"
    ),
    (
      ["lint", "--output-format", "jsn"], "--output-format: there is no value `jsn`",
      "did you mean `json`? It takes full, concise, json, json-lines, sarif, junit, github, gitlab or "
        + "markdown"
    ),
    (
      ["explain", "pod", "--output-format", "jsn"], "--output-format: there is no value `jsn`",
      "did you mean `json`? It takes text, json or markdown"
    ),
    (
      ["lint", "--color", "alwys"], "--color: there is no value `alwys`",
      "did you mean `always`? It takes auto, always or never"
    ),
    (
      ["lint", "--fail-on=warnig"], "--fail-on: there is no value `warnig`",
      "did you mean `warning`? It takes error, warning, info or never"
    ),
    (
      ["lint", "--fail-on", "quatsch"], "--fail-on: there is no value `quatsch`",
      "it takes error, warning, info or never"
    ),
    (["new", "B", "--tier", "4"], "--tier: there is no value `4`", "it takes 1, 2 or 3"),
    (
      ["new", "B", "--tier", "2", "--stage", "won"], "--stage: there is no value `won`",
      "did you mean `closed-won`? It takes unaware, aware, engaged, mqa, opportunity or closed-won"
    ),
    (["lint", "--jobs", "many"], "--jobs: `many` is no number", "write one, such as `--jobs 4`"),
    (
      ["lint", "--jobs", "0"], "--jobs: `0` threads do no work",
      "write 1 or more, or leave it out for one thread a processor"
    ),
    (
      ["lint", "--as-of", "20.11."], "--as-of: `20.11.` is no day",
      "write it as `--as-of 2026-11-20`"
    ),
  ])
  func aFlagOrValueThatIsNotThere(_ words: [String], _ error: String, _ help: String) throws {
    try expect(words, error, help, from: #_sourceLocation)
  }

  // MARK: Words

  @Test(arguments: [
    (["help", "lnit"], "there is no command `lnit`", "did you mean `lint`?"),
    (["help", "xyz"], "there is no command `xyz`", "`planc --help` lists them"),
    (
      ["new", "B"], "`planc new` needs `--tier <n>`",
      "such as `planc new \"Northwind Traders\" --tier 2`"
    ),
    (
      ["new"], "`planc new` needs `<account>`", "such as `planc new \"Northwind Traders\" --tier 2`"
    ),
    (
      ["new", "North", "Wind", "--tier", "2"], "`planc new` does not know what to do with `Wind`",
      "quote a name of several words, such as `planc new \"Northwind Traders\" --tier 2`"
    ),
    (
      ["build", "plans", "site"], "`planc build` does not know what to do with `plans`",
      "it reads all plans; `-o DIR` names the folder to write"
    ),
    (
      ["lint", "-"], "`-` needs the path that the plan would have",
      "such as `planc lint - --stdin-filename plans/northwind.md`"
    ),
    (
      ["--generate-completion-script", "x"], "Can't generate completion scripts for 'x'.",
      "Please use --generate-completion-script=<shell> with one of: zsh bash fish"
    ),
  ])
  func aWordTooManyOrTooFew(_ words: [String], _ error: String, _ help: String) throws {
    try expect(words, error, help, from: #_sourceLocation)
  }

  /// Every flag of every command, misspelt, is named again: the list is read out of the help.
  @Test(arguments: [
    ["lint"], ["build"], ["explain", "pod"], ["init"], ["new", "B", "--tier", "2"],
  ])
  func eachFlagIsKnown(_ words: [String]) throws {
    let help = try run([words[0], "--help"]).text.part(after: "OPTIONS:")
    let flags = help.split { " ,.;\n[]".contains($0) }.filter { $0.hasPrefix("--") && $0.count > 4 }
    #expect(!Set(flags).isEmpty)
    for flag in Set(flags) {
      let outcome = try run(words + [flag + "x"])
      #expect(outcome.notes.contains("= help: did you mean `\(flag)`?\n"), "\(outcome.all)")
    }
  }

  /// A template that no page uses would be edited in vain.
  @Test func aTemplateThatNoPageUsesIsNamed() throws {
    let folder = try Folder([
      ("planc.yml", ""), ("templates/tierr.mustache", "x"), ("templates/own.mustache", "y"),
      ("templates/missing.mustache", "{{>own}}"),
    ])
    let build = try Planc.run(["build"], in: folder)
    #expect(build.status == 0)
    let notices = build.notes.split(separator: "\n").filter { $0.hasPrefix("notice: no page") }
    #expect(
      notices == [
        "notice: no page uses tierr.mustache of templates/; did you mean tier.mustache?"
      ])
    #expect(try folder.read("site/404.html") == "y")
  }

  @Test func aNameWithoutALatinLetterHasAWayOut() throws {
    try expect(
      ["new", "日本", "--tier", "3"],
      "no file name can be made of `日本`: it has no letter from a to z and no digit",
      "name it in Latin letters, such as `planc new \"Northwind\" --tier 3`, then write `account: 日本` in the new plan",
      from: #_sourceLocation)
    #expect(try run(["new", "--help"]).text.contains("such as 日本"))
  }
}

extension String {
  /// What stands behind a heading.
  fileprivate func part(after heading: String) -> Substring {
    firstRange(of: heading).map { self[$0.upperBound...] } ?? ""
  }
}
