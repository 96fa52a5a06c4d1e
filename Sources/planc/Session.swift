import ArgumentParser
import PlanLint
import PlanModel
import PlanParser
import PlanReport
import PlanSource

/// An opened program: its folder, its settings, the day.
struct Session {
  let workspace: Workspace
  let program: Program
  let today: Day
  let options: ProgramOptions

  /// Finds and opens the program. Faults in `planc.yml` are printed as findings and end the run with 2.
  ///
  /// - Parameters:
  ///   - start: Where the search begins when `-C` does not name the folder.
  ///   - outputs: The files that the findings go to; no source may be replaced.
  ///   - report: Prints the findings of the settings.
  init(
    _ options: ProgramOptions, from start: String? = nil, writing outputs: [String] = [],
    report: (Report) throws -> Void
  ) throws {
    self.options = options
    today = try options.asOf.flatMap { Day($0) } ?? World.today()
    workspace = try Workspace(root: Self.root(options.directory, from: start))
    for output in outputs { try workspace.refuseSource(output) }
    guard let settings = workspace.settings else {
      var program = Program()
      program.rules = Catalogue.names
      self.program = program
      return
    }
    var (program, findings) = SettingsReader.read(settings, rules: Catalogue.names)
    self.program = program
    // Plans are mended, settings never.
    for index in findings.indices { findings[index].fix = nil }
    guard !findings.isEmpty else { return }
    var placer = Placer(sources: [settings.path: settings])
    let placed = Linter.arrange(findings).map { placer.place($0) }
    var found = Report(
      version: plancVersion, asOf: today.description, plans: 0, findings: placed)
    found.prefix = workspace.prefix
    found.rules = Catalogue.rules
    try report(found)
    options.note(
      "planc.yml has \(findings.count) fault\(findings.count == 1 ? "" : "s"); nothing was read on "
        + "settings that were not understood")
    throw ExitCode(2)
  }

  /// The folder of the program.
  ///
  /// - Parameters:
  ///   - directory: What `-C` names.
  ///   - start: Where the search begins when the current folder lies in no program.
  static func root(_ directory: String?, from start: String? = nil) throws -> String {
    let here = try World.currentFolder()
    if let directory {
      let path = Path.absolute(directory, from: here)
      switch Disk.resolve(path) {
      case .success(let real):
        guard Disk.kind(real) == .folder else { throw Fault("-C \(directory) is no folder") }
        guard Workspace.isProgram(real) else {
          throw Fault(
            "there is no program in \(directory): no planc.yml and no plans/",
            help: "`planc init \(directory)` begins one")
        }
        return real
      case .failure(let code): throw Fault("cannot open the folder", directory, code.number)
      }
    }
    if let root = Workspace.find(from: here) ?? start.flatMap(Workspace.find) {
      return (try? Disk.resolve(root).get()) ?? root
    }
    throw Fault(
      "there is no program here: no planc.yml and no plans/ in \(here) or above it",
      help: "`planc init` begins one; `-C DIR` names another folder")
  }

  /// The compiler for this program.
  func compiler(_ selection: Selection) -> Compiler {
    Compiler(
      files: workspace, program: program, today: today, selection: selection,
      parallel: Parallel(jobs: options.threads, quiet: options.quiet))
  }

  /// What to do in a program without plans.
  func advise() {
    options.note(
      """
      There are no plans in \(workspace.root)/plans yet.
      `planc new "Northwind" --tier 2` writes the first; `planc lint` then says what is missing.
      """)
  }
  /// What to do in a folder without plans, where other folders may have some.
  func advise(emptyFolder path: String) {
    options.note(
      """
      There is no plan below \(TerminalText.escape(path)).
      `planc new "Northwind" --tier 2` writes plans/northwind.md; you may move it there.
      """)
  }

  /// Names a file that looks like a plan and is not read.
  func notice(lookalikes: [String]) {
    guard let first = lookalikes.first else { return }
    let more = lookalikes.count - 1
    let rest = more == 0 ? "" : " (and \(more) more like it)"
    let rename = Lookalike.rename(first, in: workspace).map { "; rename it to \($0)" } ?? ""
    options.note(
      "notice: \(TerminalText.escape(first)) is not read, for its name does not end in .md"
        + TerminalText.escape(rename) + rest)
  }
}
