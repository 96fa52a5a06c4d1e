import ArgumentParser
import PlanLint
import PlanMetrics
import PlanModel
import PlanParser
import PlanReport
import PlanSite
import PlanSource
import Theme

extension Paper: ExpressibleByArgument {}

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check the plans and compile them into a site.",
    discussion: """
      The site is written whole or not at all. Findings do not stop it, they are shown on it; with \
      --strict, errors do. What a host keeps in the folder (.git, .gitignore, CNAME, .nojekyll) stays.

      --pdf prints the reviews of the program, its owners, its segments and its tier-1 accounts with \
      an installed Chromium, each beside its page in qbr/. Every other review prints well from a \
      browser.

      Exit status: 0 the site is written, 1 --strict and errors, 2 wrong usage, settings or \
      templates that cannot be read, no Chromium for --pdf, or a fault of disk or permission.

      Examples:
        planc build                        the site, in site/ beside planc.yml
        planc build -o /srv/www/plans      somewhere else
        planc build --as-of 2026-11-20     as the plans stood on that day
        planc build --edition customer     what planc.yml shows to a customer
        planc build --pdf --paper letter   with reviews to hand out, on Letter
      """)

  @OptionGroup var program: ProgramOptions
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder to write; else site/ in the program's folder, site-NAME/ for an edition.",
      valueName: "dir"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      "Write an edition of planc.yml instead: a folder for each active account, to be handed out by itself.",
      valueName: "name"))
  var edition: String?
  @Flag(help: "Write nothing, and fail, when a plan has an error.")
  var strict = false
  @Flag(help: "Replace a folder that planc did not write.")
  var force = false
  @Flag(help: "Print reviews as PDF too, with Chromium.")
  var pdf = false
  @Option(help: ArgumentHelp("The paper of reviews.", valueName: "size"))
  var paper = Paper.a4

  @OptionGroup var cache: CacheOptions

  func validate() throws {
    try Blank.refuse(
      output, "-o", help: "name a folder, or leave -o out for site/ in the program's folder")
    try Blank.refuse(
      edition, "--edition", help: "name an edition of planc.yml, or leave it out for the site")
    if edition != nil, pdf {
      throw ValidationError(
        "--pdf prints reviews, which are for us alone; an edition has none. Leave one of the two out"
      )
    }
  }

  func run() async throws {
    let session = try Session(program, report: printReport)
    let root = session.workspace.root
    let edition = try edition.map { try EditionChoice.named($0, in: session.program) }
    let standard = edition.map { "/site-" + $0.name } ?? "/site"
    let target =
      try output.map { Path.absolute($0, from: try World.currentFolder()) } ?? root + standard
    let publisher = try Publisher(
      target: target, root: root, edition: edition?.name, force: force)
    // What is missing is said before the work, not after it.
    let chromium = pdf ? try Chromium() : nil
    let theme = try ThemeFolder.read(in: root).merging(
      LogoFile.read(session.program.site, in: session.workspace)
    ) { $1 }
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
    var input = SiteInput(
      portfolio: portfolio, measures: measures, findings: report.findings,
      rules: Catalogue.rules, files: report.plans, sources: result.sources, version: plancVersion,
      paper: paper, prints: pdf
    ) { [sources = result.sources] plan in
      sources[plan.path].map { PlanReader.text(of: plan, $0, in: portfolio.program) } ?? []
    }
    input.prefix = session.workspace.prefix
    let site = try Self.site(input, edition, theme)
    for file in site.unusedTemplates { program.note(Self.unused(file)) }
    try await publisher.write(site.files, compiler.parallel) { folder in
      try await chromium?.printAll(site.sheets, in: folder, on: session.today, compiler.parallel)
    }
    program.note(report.summary)
    if chromium != nil {
      let count = site.sheets.count
      program.note("\(count) review\(count == 1 ? " is" : "s are") printed, in \(target)/qbr")
    }
    let accounts = portfolio.plans.count(where: \.isActive)
    program.note(
      edition.map { EditionChoice.told($0, site, accounts: accounts, in: target) }
        ?? "the site is written: open \(target)/index.html")
    // As after lint: the system takes the memory back at once.
    withExtendedLifetime((result, input, report, site)) { World.exit(0) }
  }

  private static func site(
    _ input: SiteInput, _ edition: Edition?, _ theme: [String: [UInt8]]
  ) throws(Fault) -> Site {
    do throws(ThemeFaults) {
      guard let edition else { return try Site(input, theme: theme) }
      return try Site(input, edition: edition, theme: theme)
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
