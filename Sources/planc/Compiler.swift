import PlanLint
import PlanMetrics
import PlanModel
import PlanParser
import PlanReport
import PlanSource

/// The street, walked once: files are read, bound, measured and checked.
///
/// Pure but for the reading, which the workspace does.
struct Compiler: Sendable {
  var files: any FileTree
  let program: Program
  let today: Day
  let selection: Selection
  let parallel: Parallel
  /// Whether plans keep their text, for the site.
  let keepingText: Bool

  /// A rule that is off is on when it is selected by its name.
  init(
    files: any FileTree, program: Program, today: Day, selection: Selection, parallel: Parallel,
    keepingText: Bool
  ) {
    var program = program
    for rule in Catalogue.rules
    where rule.level == .off && selection.select.contains(rule.name)
      && program.levels[rule.name] == nil
    {
      program.levels[rule.name] = .info
    }
    (self.files, self.program, self.today, self.selection) = (files, program, today, selection)
    (self.parallel, self.keepingText) = (parallel, keepingText)
  }

  /// What came of it.
  struct Result: Sendable {
    let portfolio: Portfolio
    let measures: Measures
    /// In their total order, with fingerprints.
    var findings: [Finding]
    /// How many more there would be without the plans' waivers.
    let waived: Int
    /// Every file that was read, by path.
    let sources: [String: SourceFile]
    /// Plan files, those that could not be read too.
    let files: Int
  }

  /// - Parameters:
  ///   - files: The plans to read.
  ///   - isWhole: Whether these are all plans: then rules over the portfolio run too.
  func run(_ files: [PlanFile], isWhole: Bool) async -> Result {
    await check(
      await parallel.map("Reading plans", files.count) { read(files[$0]) }, isWhole: isWhole)
  }

  private func check(_ readings: [Read], isWhole: Bool) async -> Result {
    let portfolio = Portfolio(program: program, plans: readings.compactMap(\.reading.plan))
    let measured = await parallel.map(portfolio.plans.count) {
      PlanMeasures(of: portfolio.plans[$0], in: program, on: today)
    }
    let measures = Measures(today: today, plans: measured)
    let linter = Linter(
      portfolio, measures, existing: existing(portfolio), selection: selection)
    let checked = await parallel.map(portfolio.plans.count) { linter.check(planAt: $0) }
    var findings = readings.flatMap { read in
      read.reading.findings.compactMap { linter.settle($0, of: read.reading.plan) }
    }
    findings += checked.joined()
    if isWhole { findings += linter.checkPortfolio() }
    let (kept, waived) = linter.waive(findings, isWhole: isWhole)
    var sources: [String: SourceFile] = [:]
    for read in readings { if let source = read.source { sources[source.path] = source } }
    if let settings = files.settings { sources[settings.path] = settings }
    return Result(
      portfolio: portfolio, measures: measures, findings: Linter.arrange(kept),
      waived: waived, sources: sources, files: readings.count)
  }

  /// The findings of one plan, of the rules that see no other. Nothing is put in order.
  func findings(of source: SourceFile) -> [Finding] {
    let reading = PlanReader.read(source, in: program, keepingText: false)
    let portfolio = Portfolio(program: program, plans: reading.plan.map { [$0] } ?? [])
    let measured = portfolio.plans.map { PlanMeasures(of: $0, in: program, on: today) }
    let linter = Linter(
      portfolio, Measures(today: today, plans: measured), existing: existing(portfolio),
      selection: selection)
    let read = reading.findings.compactMap { linter.settle($0, of: reading.plan) }
    let checked = portfolio.plans.indices.flatMap(linter.check)
    return linter.waive(read + checked, isWhole: false).findings
  }

  private struct Read: Sendable {
    let source: SourceFile?
    let reading: Reading
  }

  private func read(_ file: PlanFile) -> Read {
    switch files.read(file) {
    case .success(let source):
      return Read(
        source: source,
        reading: PlanReader.read(source, in: program, keepingText: keepingText))
    case .failure(let finding):
      return Read(source: nil, reading: Reading(plan: nil, findings: [finding.finding]))
    }
  }

  private func existing(_ portfolio: Portfolio) -> Set<String> {
    var existing: Set<String> = []
    for plan in portfolio.plans {
      for link in plan.relativeLinks where !existing.contains(link.value) {
        if files.exists(link.value) { existing.insert(link.value) }
      }
    }
    return existing
  }
}

extension Compiler.Result {
  /// The findings with their lines and columns.
  ///
  /// - Parameter prefix: The program's folder below the root of its repository.
  func report(asOf today: Day, below prefix: String = "") -> Report {
    var placer = Placer(sources: sources)
    var report = Report(
      version: plancVersion, asOf: today.description, plans: files, waived: waived,
      findings: findings.map { placer.place($0) })
    report.prefix = prefix
    report.rules = Catalogue.rules
    report.files = Array(sources.keys)
    report.accounts = Dictionary(portfolio.plans.map { ($0.id, $0.account.value) }) { first, _ in
      first
    }
    return report
  }
}
