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
  /// The settings; segments are read anew.
  let program: Program
  let today: Day
  let selection: Selection
  let parallel: Parallel
  /// What git knows; nil where it knows nothing, or no rule asks.
  var past: Past?

  /// A rule that is off is on when it is selected by its name.
  init(
    files: any FileTree, program: Program, today: Day, selection: Selection, parallel: Parallel,
    past: Past? = nil
  ) {
    var program = program
    for rule in Catalogue.rules
    where rule.level == .off && selection.select.contains(rule.name)
      && program.levels[rule.name] == nil
    {
      program.levels[rule.name] = .info
    }
    (self.files, self.program, self.today, self.selection) = (files, program, today, selection)
    (self.parallel, self.past) = (parallel, past)
  }

  /// What came of it.
  struct Result: Sendable {
    let roster: Roster
    /// In their total order, with fingerprints.
    var findings: [Finding]
    /// How many more there would be without the plans' waivers.
    let waived: Int
    /// Every file that was read, by path.
    let sources: [String: SourceFile]
    /// Plan files, those that could not be read too.
    let files: Int
    /// The paths of plans that could not be read.
    var unread: [String] = []
    /// What no report may repeat, by path: of findings that are waived or agreed on too.
    var hidden: [String: [Span]] = [:]
    /// What is to be said of the run itself.
    var notices: [String] = []
    /// The files that a pull request changed, by path; empty where nobody asked.
    var changed: Set<String> = []
  }

  /// Checks plans and segments.
  ///
  /// - Parameters:
  ///   - chosen: Those to report on.
  ///   - isWhole: Whether these are all plans: then rules over the portfolio run too.
  func lint(_ chosen: [PlanFile], isWhole: Bool) async -> Result {
    let shared = shared()
    let checked = await check(chosen, shared) { $0.checked }
    return await finish(checked, shared, reporting: isWhole ? nil : Set(chosen.map(\.path)))
  }

  /// The findings of one plan or segment, of the rules that see no other. Nothing is put in order.
  func findings(of source: SourceFile, _ shared: Shared) -> [Finding] {
    if Segment.isOne(source.path) {
      let read = SegmentReader.read(source, in: program)
      let checked = read.segment.map { check($0, shared) } ?? []
      return read.findings.compactMap { shared.linter.settle($0, of: nil) } + checked
    }
    let checked = check(source, shared).checked
    let cards = checked.card.map { [$0] } ?? []
    return shared.linter.waive(checked.findings, in: cards, isWhole: false).findings
  }

  /// Checks all plans, and keeps them for the site.
  func compile(_ plans: [PlanFile]) async -> (Result, Portfolio, Measures) {
    let shared = shared()
    let read = await check(plans, shared) { $0 }
    let result = await finish(read.map(\.checked), shared, reporting: nil)
    let leftOut = result.roster.leftOut
    let portfolio = Portfolio(
      program: shared.program,
      plans: read.compactMap(\.plan).filter { !leftOut.contains($0.path) })
    let measured = Dictionary(
      read.compactMap { read in read.plan.flatMap { plan in read.measures.map { (plan.path, $0) } }
      },
      uniquingKeysWith: { first, _ in first })
    let measures = Measures(
      today: today, plans: portfolio.plans.compactMap { measured[$0.path] })
    return (result, portfolio, measures)
  }

  /// The errors of accounts that a change alone put on the list, or into another tier.
  func checkChange(_ result: Result, since before: Roster) -> [Finding] {
    var roster = result.roster
    roster.before = before.plans
    return Linter(roster.program, on: today, selection: selection).checkChange(roster)
  }

  // MARK: One plan

  /// What came of one plan's file.
  ///
  /// A class, because thousands of them are handed on from step to step.
  final class Checked: Sendable {
    let source: SourceFile?
    /// Nil when the file is no plan.
    let card: Card?
    /// Settled, those that the plan waives too.
    let findings: [Finding]
    /// Whether its score is past a cut line, so that it matters how it stood before.
    let isMoving: Bool

    init(source: SourceFile?, card: Card?, findings: [Finding], isMoving: Bool = false) {
      (self.source, self.card) = (source, card)
      (self.findings, self.isMoving) = (findings, isMoving)
    }
  }

  /// The same, with the plan itself.
  struct Read: Sendable {
    let checked: Checked
    let plan: Plan?
    let measures: PlanMeasures?
  }

  /// Reads, binds, measures and checks plans, each on its own.
  ///
  /// - Parameter keep: What is to be kept of each.
  private func check<Kept: Sendable>(
    _ chosen: [PlanFile], _ shared: Shared,
    _ keep: @escaping @Sendable (Read) -> Kept
  ) async -> [Kept] {
    let plans = chosen.filter { !Segment.isOne($0.path) }
    let read = await parallel.map("Reading plans", plans.count) { index -> (Kept, SourceFile?) in
      switch files.read(plans[index]) {
      case .success(let source):
        let read = check(source, shared)
        return (keep(read), read.checked.isMoving ? source : nil)
      case .failure(let unreadable):
        return (keep(Read(checked: unread(unreadable, shared), plan: nil, measures: nil)), nil)
      }
    }
    var kept = read.map(\.0)
    let earlier = await earlier(read.compactMap(\.1), shared)
    for (index, source) in read.map(\.1).enumerated() {
      if let source, let plan = earlier[source.path] {
        kept[index] = keep(check(source, shared, earlier: plan))
      }
    }
    return kept
  }

  /// The plans of some sources as they stood when a score must have been past its line already, by path.
  func earlier(_ sources: [SourceFile], _ shared: Shared) async -> [String: Plan] {
    guard let past, !sources.isEmpty else { return [:] }
    let day = today - Linter.daysBeyondCutLine
    var earlier: [String: Plan] = [:]
    let paths = sources.map { ($0.path, [$0.path] + past.program.earlierPaths(of: $0.path)) }
    for source in await past.reader.files(paths, on: day) {
      earlier[source.path] = PlanReader.read(source, in: shared.program).plan
    }
    return earlier
  }

  /// - Parameter earlier: The plan as it stood when its score must have been past a cut line already.
  func check(
    _ source: SourceFile, _ shared: Shared, earlier: Plan? = nil
  ) -> Read {
    let (program, linter) = (shared.program, shared.linter)
    let reading = PlanReader.read(source, in: program)
    var findings = reading.findings.compactMap { linter.settle($0, of: reading.plan) }
    guard let plan = reading.plan else {
      let checked = Checked(source: source, card: nil, findings: findings)
      return Read(checked: checked, plan: nil, measures: nil)
    }
    let measures = PlanMeasures(of: plan, in: program, on: today)
    let past = PlanPast(history: past?.history(of: source, on: today), earlier: earlier)
    findings += linter.check(
      plan, measures, existing: existing(plan.relativeLinks), past: past)
    // All findings are put in order later, which costs less when each plan's are.
    findings.sort(by: Finding.isOrdered)
    let card = Card(of: plan, measures, in: program)
    let checked = Checked(
      source: source, card: card, findings: findings,
      isMoving: self.past != nil && linter.isPastCutLine(plan))
    return Read(checked: checked, plan: plan, measures: measures)
  }

  func unread(_ unreadable: Unreadable, _ shared: Shared) -> Checked {
    let finding = shared.linter.settle(unreadable.finding, of: nil)
    return Checked(source: nil, card: nil, findings: finding.map { [$0] } ?? [])
  }

  private func check(_ segment: Segment, _ shared: Shared) -> [Finding] {
    shared.linter.check(segment, existing: existing(segment.relativeLinks))
  }

  private func existing(_ links: [Located<String>]) -> Set<String> {
    Set(links.lazy.map(\.value).filter(files.exists))
  }

  // MARK: All plans

  /// - Parameter wanted: The segments to report on; nil for all, and then rules over the portfolio run too.
  func finish(
    _ checked: [Checked], _ shared: Shared, reporting wanted: Set<String>?
  ) async -> Result {
    let (program, linter) = (shared.program, shared.linter)
    // With PATHS nobody knows which of two plans for one account is the first.
    var roster = Roster(
      program: program, today: today, cards: checked.compactMap { $0.card },
      leavesOut: { wanted == nil && linter.leavesOut($0) })
    roster.history = past?.program
    let leftOut = roster.leftOut
    var findings = checked.flatMap { checked in
      checked.card.map { leftOut.contains($0.path) } ?? false
        ? checked.findings.filter(Linter.isAboutText) : checked.findings
    }
    var onSegments = shared.findings.compactMap { linter.settle($0, of: nil) }
    for segment in program.segments.all { onSegments += check(segment, shared) }
    findings += onSegments.filter { wanted?.contains($0.path) ?? true }
    if wanted == nil {
      let (rules, all) = (linter.portfolioRules, roster)
      findings += await parallel.map(rules.count) { linter.check(all, by: rules[$0]) }.joined()
    }
    var hidden: [String: [Span]] = [:]
    for finding in findings where finding.isPrivate {
      if let span = finding.span { hidden[finding.path, default: []].append(span) }
    }
    let (kept, waived) = linter.waive(findings, in: roster.plans, isWhole: wanted == nil)
    var sources: [String: SourceFile] = [:]
    sources.reserveCapacity(checked.count + shared.sources.count + 1)
    for source in checked.lazy.compactMap({ $0.source }) { sources[source.path] = source }
    for source in shared.sources { sources[source.path] = source }
    if let settings = files.settings { sources[settings.path] = settings }
    return Result(
      roster: roster, findings: Linter.arrange(kept), waived: waived, sources: sources,
      files: checked.count,
      unread: checked.filter { $0.card == nil }
        .compactMap { $0.source?.path ?? $0.findings.first?.path },
      hidden: hidden)
  }

  /// What all plans hang on: the settings with the segments.
  struct Shared: Sendable {
    let program: Program
    var linter: Linter
    let findings: [Finding]
    let sources: [SourceFile]
  }

  func shared() -> Shared {
    var (segments, findings): ([Segment], [Finding]) = ([], [])
    var sources: [SourceFile] = []
    let files = files.segments
    for file in files {
      switch self.files.read(file) {
      case .success(let source): sources.append(source)
      case .failure(let unreadable): findings.append(unreadable.finding)
      }
    }
    for source in sources {
      let read = SegmentReader.read(source, in: program)
      if let segment = read.segment { segments.append(segment) }
      findings += read.findings
    }
    var program = program
    program.segments = Segments(segments, isWhole: segments.count == files.count)
    findings += SegmentReader.duplicates(program.segments)
    return Shared(
      program: program,
      linter: Linter(program, on: today, selection: selection, history: past?.program),
      findings: findings, sources: sources)
  }
}
