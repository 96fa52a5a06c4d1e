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
  let files: any FileTree
  let program: Program
  let today: Day
  let selection: Selection
  let parallel: Parallel
  /// Whether plans keep their text, for the site.
  let keepingText: Bool
  /// What git knows; nil where it knows nothing, or no rule asks.
  var past: Past?

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

  /// One plan that did not come from the program's folder.
  func run(_ source: SourceFile) async -> Result {
    let reading = PlanReader.read(source, in: program, keepingText: keepingText)
    return await check([Read(source: source, reading: reading)], isWhole: false)
  }

  private func check(_ readings: [Read], isWhole: Bool) async -> Result {
    let portfolio = Portfolio(program: program, plans: readings.compactMap(\.reading.plan))
    let measured = await parallel.map(portfolio.plans.count) {
      PlanMeasures(of: portfolio.plans[$0], in: program, on: today)
    }
    let measures = Measures(today: today, plans: measured)
    var sources: [String: SourceFile] = [:]
    for read in readings { if let source = read.source { sources[source.path] = source } }
    let existing = existing(portfolio)
    let evidence = await evidence(portfolio, measures, sources)
    let linter = Linter(
      portfolio, measures, existing: existing, selection: selection, evidence: evidence)
    let checked = await parallel.map(portfolio.plans.count) { linter.check(planAt: $0) }
    var findings = readings.flatMap { read in
      read.reading.findings.compactMap { linter.settle($0, of: read.reading.plan) }
    }
    findings += checked.joined()
    if isWhole { findings += linter.checkPortfolio() }
    let (kept, waived) = linter.waive(findings, isWhole: isWhole)
    if let settings = files.settings { sources[settings.path] = settings }
    return Result(
      portfolio: portfolio, measures: measures, findings: Linter.arrange(kept),
      waived: waived, sources: sources, files: readings.count)
  }

  /// What the plans were before.
  private func evidence(
    _ portfolio: Portfolio, _ measures: Measures, _ sources: [String: SourceFile]
  ) async -> Evidence {
    guard let past else { return Evidence() }
    let plans = portfolio.plans
    let known = await parallel.map(plans.count) {
      past.history(of: plans[$0].path, sources, on: today)
    }
    var evidence = Evidence()
    evidence.program = past.program
    for (plan, history) in zip(plans, known) { evidence.plans[plan.path] = history }
    let linter = Linter(portfolio, measures, existing: [], selection: selection)
    let moving = plans.indices.filter(linter.isPastCutLine).map { plans[$0].path }
    let day = today - Linter.daysBeyondCutLine
    for source in await past.reader.files(moving, on: day) {
      evidence.earlier[source.path] =
        PlanReader.read(source, in: program, keepingText: false).plan
    }
    return evidence
  }

  /// The errors of accounts that a change alone put on the list, or into another tier.
  func checkChange(_ result: Result, since before: Portfolio) -> [Finding] {
    var evidence = Evidence()
    evidence.before = before
    let linter = Linter(
      result.portfolio, result.measures, existing: [], selection: selection, evidence: evidence)
    return linter.checkChange()
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
