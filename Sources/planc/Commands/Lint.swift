import ArgumentParser
import PlanLint
import PlanModel
import PlanParser
import PlanReport
import PlanSource

extension OutputFormat: ExpressibleByArgument {}

/// When standard output is coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// The level from which findings make the run fail.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  /// Whether a report with such a finding fails.
  func fails(_ report: Report) -> Bool {
    guard let level = Level(rawValue: rawValue) else { return false }
    return report.findings.contains { $0.finding.level >= level }
  }
}

struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check plans against the rules of their tier.",
    discussion: """
      Without PATHS all plans are checked. With PATHS only those are read, and rules that need to \
      see all plans are left out. `-` reads one plan from standard input.

      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, settings that \
      cannot be read, or a fault of disk or permission.

      Examples:
        planc lint                                  all plans
        planc lint plans/west/northwind.md          one plan
        planc lint --select committee               one group of rules
        planc lint --new                            what this branch brought in
        planc lint --diff                           what --fix would change
        planc lint --fix                            mend it, and report what is left
        planc lint --baseline planc-baseline.txt    what is not agreed on yet
        planc lint --output-format json --fail-on warning
        planc lint --output-format full --output-format junit --output-file a.xml

      Formats: full and concise for people; json and json-lines for scripts; markdown for a comment; \
      github, gitlab, sarif and junit for what shows findings beside lines and tests. The paths of \
      github, gitlab and sarif begin at the git root. In GitHub Actions, unless --output-format says \
      otherwise, annotations follow full, and the summary of the step gets the table of markdown.
      """)

  @Argument(
    help: ArgumentHelp("Plans, or folders of plans; `-` for standard input.", valueName: "paths"))
  var paths: [String] = []
  @OptionGroup var program: ProgramOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var changes: ChangeOptions
  @OptionGroup var baselines: BaselineOptions
  @OptionGroup var cache: CacheOptions
  @OptionGroup var fixes: FixOptions
  @Option(help: "The level from which findings make the run fail.")
  var failOn = FailOn.error
  @Option(
    parsing: .singleValue,
    help:
      "How findings are written, full by default; several, each with its --output-file but one.")
  var outputFormat: [OutputFormat] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Write the findings to this file.", valueName: "file"))
  var outputFile: [String] = []
  @Flag(help: "Count findings by rule instead of listing them.")
  var statistics = false
  @Option(help: "Colours: when standard output is a terminal, always, or never.")
  var color = ColorChoice.auto
  @Option(
    help: ArgumentHelp(
      "The path that the plan on standard input would have.", valueName: "path"))
  var stdinFilename: String?

  func validate() throws {
    for file in outputFile {
      try Blank.refuse(
        file, "--output-file", help: "name a file, or leave it out to print the findings")
      if baselines.outputs.contains(where: {
        Path.absolute($0, from: "/") == Path.absolute(file, from: "/")
      }) {
        throw Fault(
          "\(TerminalText.escape(file)) would be the findings and the baseline",
          help: "name another file for --output-file")
      }
    }
    let outputs = try outputs()
    if statistics, let other = outputs.list.first(where: { !$0.format.countsFindings }) {
      throw Fault(
        "--statistics cannot be written as \(other.format.rawValue)",
        help: "it takes --output-format full, concise, json or json-lines")
    }
    if fixes.isAsked, baselines.writeBaseline != nil {
      throw Fault(
        "--write-baseline lists what there is, and --fix and --diff ask for something else",
        help: "run --fix first, then --write-baseline for what is left")
    }
    if baselines.writeBaseline != nil, statistics || !outputFile.isEmpty || changes.isAsked {
      throw Fault(
        "--write-baseline lists all findings in its file and reports none",
        help: "leave --statistics, --output-file, --new and --changed out, or --write-baseline")
    }
    if fixes.diff, statistics || !outputFormat.isEmpty || !outputFile.isEmpty {
      throw Fault(
        "--diff prints a patch and no findings",
        help: "leave --output-format, --output-file and --statistics out, or --diff")
    }
    if changes.isAsked, !paths.isEmpty {
      throw Fault(
        "--changed and --new read all plans and go without PATHS",
        help: "leave the paths out, or --changed and --new")
    }
    let example = "such as `planc lint - --stdin-filename plans/northwind.md`"
    if paths.contains("-") {
      guard paths.count == 1 else {
        throw Fault("`-` reads one plan from standard input and goes alone", help: example)
      }
      guard stdinFilename != nil else {
        throw Fault("`-` needs the path that the plan would have", help: example)
      }
    } else if stdinFilename != nil {
      throw Fault("--stdin-filename goes with the path `-`", help: example)
    }
  }

  func run() async throws {
    let selection = try rules.selection()
    let here = try World.currentFolder()
    let start = (stdinFilename ?? paths.first).map { Path.parent(Path.absolute($0, from: here)) }
    let session = try Session(program, from: start, writing: outputFile, report: write)
    var compiler = session.compiler(selection)
    let folder = try cache.folder(of: session.workspace)
    var choice = PathChoice(session.workspace, here)
    let files: [PlanFile]
    var input: SourceFile?
    if let stdinFilename {
      let source = try standardInput(as: try choice.path(ofInput: stdinFilename))
      input = source
      compiler.files = MendedFiles(files: session.workspace, texts: [source.path: source])
      files = [PlanFile(path: source.path, fault: nil)]
    } else {
      let chosen = try choice.choose(paths)
      if paths.isEmpty, chosen.files.isEmpty { session.advise() }
      for folder in chosen.empty { session.advise(emptyFolder: folder) }
      session.notice(lookalikes: chosen.lookalikes)
      files = chosen.files
    }
    if !files.isEmpty { compiler.past = await session.past(selection, folder) }
    let result: Compiler.Result
    if paths.isEmpty, let folder {
      result = await compiler.lint(files, keeping: folder)
    } else {
      result = await compiler.lint(files, isWhole: paths.isEmpty)
    }
    for notice in result.notices { program.note(notice) }
    if !paths.isEmpty, result.files > 0 {
      let left = Rules.portfolio.count { selection.includes($0.about.name) }
      if left > 0 {
        program.note(
          "notice: with PATHS, \(left) rule\(left == 1 ? " that needs" : "s that need") to see all plans "
            + "\(left == 1 ? "is" : "are") left out; `planc lint` without them runs all")
      }
    }
    let isWhole = paths.isEmpty && selection.isEverything
    for path in baselines.outputs { try session.workspace.refuseSource(path, "a baseline") }
    if fixes.isAsked {
      return try await mend(result, session, input: input, isWhole: isWhole, with: compiler) {
        await $0.lint(files, isWhole: paths.isEmpty)
      }
    }
    if try baselines.begin(with: result, in: program) { return }
    var left = try baselines.apply(to: result, isWhole: isWhole, in: program)
    left = try await changes.choice(left, of: compiler, in: session)?.filter(left) ?? left
    let report = await left.report(
      asOf: session.today, below: session.workspace.prefix, compiler.parallel)
    try write(report)
    if report.plans > 0 { program.note(report.summary + (report.advice.map { "; \($0)" } ?? "")) }
    // The system takes the memory of thousands of plans back sooner than they would be given up one by one.
    withExtendedLifetime((report, left, result)) { World.exit(failOn.fails(report) ? 1 : 0) }
  }

  private func standardInput(as name: String) throws -> SourceFile {
    switch Disk.readStandardInput(limit: Guard.maximumBytes + 1) {
    case .success(let bytes): return SourceFile(path: name, bytes: bytes)
    case .failure(let code): throw Fault("cannot read", "standard input", code.number)
    }
  }

  private func outputs() throws(Fault) -> Outputs {
    try Outputs(outputFormat, outputFile, typed: CommandLine.arguments)
  }

  /// Whether what goes to a file or to standard output is coloured.
  func isColored(toFile: Bool) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: !toFile && World.wantsColor()
    }
  }

  /// Whether standard output is for the mended plan.
  var printsPlan: Bool { stdinFilename != nil && fixes.fix && !fixes.diff }

  /// Writes the findings where they were asked for.
  func write(_ report: Report) throws {
    for output in try outputs().list {
      let isColored = isColored(toFile: output.file != nil)
      let text =
        statistics
        ? output.format.statistics(report)
        : output.format.write(report, palette: isColored ? .colored : .plain)
      if let file = output.file {
        try Disk.replace(file, Array(text.utf8))
      } else {
        try printsPlan ? World.printError(text) : World.print(text)
      }
      if let notice = output.format.notice(report) { program.note("notice: \(notice)") }
    }
    guard GitHubActions.isRunning, !statistics, !printsPlan else { return }
    if outputFormat.isEmpty { try World.print(OutputFormat.github.write(report)) }
    // What has no annotation stands in the summary.
    if outputFormat.isEmpty || outputFormat.contains(.github) {
      try GitHubActions.summarize(report)
    }
  }
}
