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
    }
    let outputs = try outputs()
    if statistics, let other = outputs.list.first(where: { !$0.format.countsFindings }) {
      throw Fault(
        "--statistics cannot be written as \(other.format.rawValue)",
        help: "it takes --output-format full, concise, json or json-lines")
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
    var compiler = session.compiler(selection, keepingText: false)
    let folder = try cache.folder(of: session.workspace)
    var result: Compiler.Result
    var choice = PathChoice(session.workspace, here)
    if let stdinFilename {
      let path = try choice.path(ofInput: stdinFilename)
      let source = try standardInput(as: path)
      compiler.past = await session.past(selection, folder)
      result = await compiler.run(source)
    } else {
      let chosen = try choice.choose(paths)
      if paths.isEmpty, chosen.files.isEmpty { session.advise() }
      for folder in chosen.empty { session.advise(emptyFolder: folder) }
      session.notice(lookalikes: chosen.lookalikes)
      if !chosen.files.isEmpty { compiler.past = await session.past(selection, folder) }
      result = await compiler.run(chosen.files, isWhole: paths.isEmpty)
    }
    if !paths.isEmpty, result.files > 0 {
      let left = Rules.portfolio.map { $0.about.name }.filter(selection.includes).sorted()
      if !left.isEmpty {
        program.note(
          "notice: with PATHS, rules that see all plans are left out: "
            + left.joined(separator: ", "))
      }
    }
    let isWhole = paths.isEmpty && selection.isEverything
    for path in baselines.outputs { try session.workspace.refuseSource(path, "a baseline") }
    result = try baselines.apply(to: result, isWhole: isWhole, in: program)
    result = try await changes.filter(result, of: compiler, in: session)
    let report = result.report(asOf: session.today, below: session.workspace.prefix)
    try write(report)
    if report.plans > 0 { program.note(report.summary) }
    if failOn.fails(report) { throw ExitCode(1) }
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

  /// Writes the findings where they were asked for.
  private func write(_ report: Report) throws {
    for output in try outputs().list {
      let isColored =
        switch color {
        case .always: true
        case .never: false
        case .auto: output.file == nil && World.wantsColor()
        }
      let text =
        statistics
        ? output.format.statistics(report)
        : output.format.write(report, palette: isColored ? .colored : .plain)
      if let file = output.file {
        try Disk.replace(file, Array(text.utf8))
      } else {
        try World.print(text)
      }
      if let notice = output.format.notice(report) { program.note("notice: \(notice)") }
    }
    if outputFormat.isEmpty, !statistics, GitHubActions.isRunning {
      try World.print(OutputFormat.github.write(report))
      try GitHubActions.summarize(report)
    }
  }
}
