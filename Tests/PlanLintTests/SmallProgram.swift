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
    selection: Selection = Selection()
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
      SegmentReader.read($0, in: program, keepingText: false)
    }
    program.segments = Segments(
      segments.compactMap(\.segment), isWhole: segments.allSatisfy { $0.segment != nil })
    let shared = program
    let readings = sources.filter { !Segment.isOne($0.path) }.map {
      PlanReader.read($0, in: shared, keepingText: false)
    }
    let onSegments = segments.flatMap(\.findings) + SegmentReader.duplicates(program.segments)
    portfolio = Portfolio(program: program, plans: readings.compactMap(\.plan))
    let day = Day(today) ?? Day(number: 0)
    let measures = Measures(
      today: day, plans: portfolio.plans.map { PlanMeasures(of: $0, in: shared, on: day) })
    let linter = Linter(
      portfolio, measures, existing: Set(files.map(\.path)), selection: selection)
    for reading in readings {
      findings += reading.findings.compactMap { linter.settle($0, of: reading.plan) }
    }
    findings += onSegments.compactMap { linter.settle($0, of: nil) }
    findings += program.segments.all.flatMap(linter.check)
    for index in portfolio.plans.indices { findings += linter.check(planAt: index) }
    findings += linter.checkPortfolio()
    (findings, waived) = linter.waive(findings, isWhole: true)
    self.findings = Linter.arrange(findings)
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
