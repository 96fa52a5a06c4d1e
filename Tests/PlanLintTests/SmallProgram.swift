import PlanLint
import PlanMetrics
import PlanModel
import PlanParser
import PlanSource

/// A program that a test writes down: paths and texts, read and checked like a real one.
struct SmallProgram {
  let portfolio: Portfolio
  /// All findings, in their total order.
  let findings: [Finding]
  let waived: Int

  /// - Parameters:
  ///   - files: Paths and texts; `planc.yml` may be one of them.
  ///   - settings: The text of `planc.yml`, if it is not among the files.
  init(
    _ files: [(path: String, text: String)], settings: String = "",
    on today: String = Example.today,
    selection: Selection = Selection(), history: [Example.Commit] = []
  ) {
    var files = files
    if !settings.isEmpty { files.append((Program.path, settings)) }
    let names = (Rules.all + ReadingRules.all).map(\.name)
    var program = Program()
    program.rules = names
    var findings: [Finding] = []
    if let text = files.first(where: { $0.path == Program.path })?.text {
      let read = SettingsReader.read(
        SourceFile(path: Program.path, bytes: Array(text.utf8)), rules: names)
      program = read.program
      findings = read.findings
    }
    let sources = files.filter { $0.path != Program.path }.map {
      SourceFile(path: $0.path, bytes: Array($0.text.utf8))
    }
    let segments = sources.filter { Segment.isOne($0.path) }.map {
      SegmentReader.read($0, in: program)
    }
    program.segments = Segments(
      segments.compactMap(\.segment), isWhole: segments.allSatisfy { $0.segment != nil })
    let shared = program
    let readings = sources.filter { !Segment.isOne($0.path) }.map {
      PlanReader.read($0, in: shared)
    }
    let onSegments = segments.flatMap(\.findings) + SegmentReader.duplicates(program.segments)
    portfolio = Portfolio(program: shared, plans: readings.compactMap(\.plan))
    let day = Day(today) ?? Day(number: 0)
    let past = Self.past(history, files, shared, on: day)
    let linter = Linter(shared, on: day, selection: selection, history: past.program)
    let existing = Set(files.map(\.path))
    for reading in readings {
      findings += reading.findings.compactMap { linter.settle($0, of: reading.plan) }
    }
    findings += onSegments.compactMap { linter.settle($0, of: nil) }
    findings += shared.segments.all.flatMap { linter.check($0, existing: existing) }
    var cards: [Card] = []
    for plan in portfolio.plans {
      let measures = PlanMeasures(of: plan, in: shared, on: day)
      findings += linter.check(
        plan, measures, existing: existing, past: PlanPast(history: past.plans[plan.path]))
      cards.append(Card(of: plan, measures, in: shared))
    }
    var roster = Roster(program: shared, today: day, cards: cards)
    roster.history = past.program
    roster.before = past.before
    findings += linter.portfolioRules.flatMap { linter.check(roster, by: $0) }
    (findings, waived) = linter.waive(findings, in: roster.plans, isWhole: true)
    self.findings = Linter.arrange(findings)
  }

  /// What git would say of the commits: the last is the one that the program is compared with.
  private static func past(
    _ commits: [Example.Commit], _ files: [(path: String, text: String)], _ program: Program,
    on today: Day
  ) -> (program: ProgramHistory?, plans: [String: PlanHistory], before: [Card]?) {
    guard !commits.isEmpty else { return (nil, [:], nil) }
    var plans: [String: PlanHistory] = [:]
    var history = ProgramHistory()
    var heads: [String: PlanPrint] = [:]
    var texts: [String: String] = [:]
    var reader = PrintReader()
    let now = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    for commit in commits {
      let text = commit.text ?? now[commit.path] ?? ""
      let print = reader.read(Array(text.utf8))
      history.add(
        ProgramHistory.Change(
          path: commit.path, olds: [heads[commit.path]], new: print,
          day: Day(commit.day) ?? Day(number: 0),
          author: Fingerprint(of: commit.author.lowercased().utf8).value))
      heads[commit.path] = print
      texts[commit.path] = text
    }
    history.settle(heads)
    for (path, text) in now {
      plans[path] = history.plan(at: path)?
        .including(reader.read(Array(text.utf8)), on: today)
    }
    let before = texts.compactMap {
      PlanReader.read(
        SourceFile(path: $0.key, bytes: Array($0.value.utf8)), in: program
      ).plan
    }
    let cards = before.map {
      Card(of: $0, PlanMeasures(of: $0, in: program, on: today), in: program)
    }
    return (history, plans, cards)
  }

  /// One plan.
  init(_ plan: String, settings: String = "", on today: String = Example.today) {
    self.init([("plans/northwind.md", plan)], settings: settings, on: today)
  }

  /// The findings of one rule.
  func findings(of rule: String) -> [Finding] { findings.filter { $0.rule == rule } }
  /// The levels of one rule's findings.
  func levels(of rule: String) -> [Level] { findings(of: rule).map(\.level) }
}
