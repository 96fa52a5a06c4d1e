import ArgumentParser
import PlanLint
import PlanMetrics
import PlanModel
import PlanReport
import PlanSite
import PlanSource
import Theme

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check the plans and compile them into a site.",
    discussion: """
      The site is written whole or not at all. Findings do not stop it, they are shown on it; with \
      --strict, errors do. What a host keeps in the folder (.git, .gitignore, CNAME, .nojekyll) stays.

      Exit status: 0 the site is written, 1 --strict and errors, 2 wrong usage, settings or \
      templates that cannot be read, or a fault of disk or permission.

      Examples:
        planc build                        the site, in site/ beside planc.yml
        planc build -o /srv/www/plans      somewhere else
        planc build --as-of 2026-11-20     as the plans stood on that day
      """)

  @OptionGroup var program: ProgramOptions
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder to write; else site/ in the program's folder.", valueName: "dir")
  )
  var output: String?
  @Flag(help: "Write nothing, and fail, when a plan has an error.")
  var strict = false
  @Flag(help: "Replace a folder that planc did not write.")
  var force = false

  @OptionGroup var cache: CacheOptions

  func validate() throws {
    try Blank.refuse(
      output, "-o", help: "name a folder, or leave -o out for site/ in the program's folder")
  }

  func run() async throws {
    let session = try Session(program, report: printReport)
    let root = session.workspace.root
    let target =
      try output.map { Path.absolute($0, from: try World.currentFolder()) } ?? root + "/site"
    let publisher = try Publisher(target: target, root: root, force: force)
    let theme = try ThemeFolder.read(in: root)
    var compiler = session.compiler(Selection())
    let folder = try cache.folder(of: session.workspace)
    let survey = session.workspace.survey()
    if survey.plans.isEmpty { session.advise() }
    session.notice(lookalikes: survey.lookalikes)
    if !survey.plans.isEmpty { compiler.past = await session.past(Selection(), folder) }
    let (result, portfolio, measures) = await compiler.compile(survey.plans)
    let report = await result.report(asOf: session.today, compiler.parallel)
    if strict, report.count(.error) > 0 {
      try printReport(report)
      program.note("\(report.summary); nothing was written, for --strict was given")
      throw ExitCode(1)
    }
    let site = try site(
      portfolio, measures, report, result.sources, prefix: session.workspace.prefix, theme)
    for file in site.unusedTemplates { program.note(Self.unused(file)) }
    try await publisher.write(site.files, compiler.parallel)
    program.note(report.summary)
    program.note("the site is written: open \(target)/index.html")
    // As after lint: the system takes the memory back at once.
    withExtendedLifetime((result, portfolio, measures, report, site)) { World.exit(0) }
  }

  private func site(
    _ portfolio: Portfolio, _ measures: Measures, _ report: Report,
    _ sources: [String: SourceFile], prefix: String, _ theme: [String: [UInt8]]
  ) throws(Fault) -> Site {
    var input = SiteInput(
      portfolio: portfolio, measures: measures, findings: report.findings,
      rules: Catalogue.rules, files: report.plans, sources: sources, version: plancVersion)
    input.prefix = prefix
    do throws(ThemeFaults) {
      return try Site(input, theme: theme)
    } catch {
      throw Fault(
        "the templates cannot be used\n" + error.faults.map { "  \($0)" }.joined(separator: "\n"),
        help: "mend the file of that name in templates/, or delete it for the built-in one")
    }
  }

  private static func unused(_ file: String) -> String {
    let near = Nearest.guess(file, among: Theme.files.keys.sorted())
    return "notice: no page uses \(TerminalText.escape(file)) of templates/"
      + (near.map { "; did you mean \($0)?" } ?? "; a part is used with {{> its name}}")
  }

  private func printReport(_ report: Report) throws {
    try World.print(
      OutputFormat.full.write(report, palette: World.wantsColor() ? .colored : .plain))
  }
}
