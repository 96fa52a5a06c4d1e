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
  /// The settings; segments are read anew.
  let program: Program
  let today: Day
  let selection: Selection
  let parallel: Parallel
  /// Whether plans keep their text, for the site.
  let keepingText: Bool

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
  ///   - files: The plans and segments to report on.
  ///   - isWhole: Whether these are all plans: then rules over the portfolio run too.
  func run(_ chosen: [PlanFile], isWhole: Bool) async -> Result {
    let shared = shared()
    let plans = chosen.filter { !Segment.isOne($0.path) }
    let readings = await parallel.map("Reading plans", plans.count) {
      read(plans[$0], in: shared.program)
    }
    let wanted = isWhole ? nil : Set(chosen.map(\.path))
    return await check(readings, shared, reporting: wanted)
  }

  /// One plan or segment that did not come from the program's folder.
  func run(_ source: SourceFile) async -> Result {
    let shared = shared(insteadOf: source)
    guard !Segment.isOne(source.path) else {
      return await check([], shared, reporting: [source.path])
    }
    let reading = PlanReader.read(source, in: shared.program, keepingText: keepingText)
    return await check([Read(source: source, reading: reading)], shared, reporting: [])
  }

  /// - Parameter wanted: The segments to report on; nil for all, and then rules over the portfolio run too.
  private func check(
    _ readings: [Read], _ shared: Shared, reporting wanted: Set<String>?
  ) async -> Result {
    let program = shared.program
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
    var onSegments = shared.findings.compactMap { linter.settle($0, of: nil) }
    onSegments += program.segments.all.flatMap(linter.check)
    findings += onSegments.filter { wanted?.contains($0.path) ?? true }
    if wanted == nil { findings += linter.checkPortfolio() }
    let (kept, waived) = linter.waive(findings, isWhole: wanted == nil)
    var sources: [String: SourceFile] = [:]
    for source in readings.compactMap(\.source) + shared.sources { sources[source.path] = source }
    if let settings = files.settings { sources[settings.path] = settings }
    return Result(
      portfolio: portfolio, measures: measures, findings: Linter.arrange(kept),
      waived: waived, sources: sources, files: readings.count)
  }

  /// What all plans hang on: the settings with the segments.
  private struct Shared: Sendable {
    var program: Program
    var findings: [Finding] = []
    var sources: [SourceFile] = []
  }

  /// - Parameter source: A segment that is read instead of the file at its path.
  private func shared(insteadOf source: SourceFile? = nil) -> Shared {
    var shared = Shared(program: program)
    var segments: [Segment] = []
    var sources = source.map { Segment.isOne($0.path) ? [$0] : [] } ?? []
    var count = sources.count
    for file in files.segments where file.path != source?.path {
      count += 1
      switch files.read(file) {
      case .success(let source): sources.append(source)
      case .failure(let unreadable): shared.findings.append(unreadable.finding)
      }
    }
    for source in sources {
      let (segment, findings) = SegmentReader.read(source, in: program, keepingText: keepingText)
      if let segment { segments.append(segment) }
      shared.findings += findings
    }
    shared.program.segments = Segments(segments, isWhole: segments.count == count)
    shared.findings += SegmentReader.duplicates(shared.program.segments)
    shared.sources = sources
    return shared
  }

  private struct Read: Sendable {
    let source: SourceFile?
    let reading: Reading
  }

  private func read(_ file: PlanFile, in program: Program) -> Read {
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
    let links =
      portfolio.plans.map(\.relativeLinks) + portfolio.program.segments.all.map(\.relativeLinks)
    for links in links {
      for link in links where !existing.contains(link.value) {
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
