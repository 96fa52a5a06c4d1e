import PlanMetrics
import PlanModel
import PlanReport
import PlanSource

/// All that the site is made from. Nothing else is read while it is compiled.
public struct SiteInput: Sendable {
  public let portfolio: Portfolio
  /// Beside `portfolio.plans`.
  public let measures: Measures
  /// In their total order, with lines and columns.
  public let findings: [PlacedFinding]
  /// The catalogue, in the order of the docs.
  public let rules: [RuleInfo]
  /// The sections of a plan as they are written.
  public let text: @Sendable (Plan) -> [TextSection]
  /// Plan files, those that could not be read as a plan too.
  public let files: Int
  /// Every file that was read, by path: where the lines are counted that figures lead to.
  public let sources: [String: SourceFile]
  /// The program's folder below the root of its repository, with a `/` behind it; empty when they are the same.
  public var prefix = ""
  /// planc's own.
  public let version: String
  /// What reviews are printed on.
  public let paper: Paper
  /// Whether `Site.sheets` are printed, so that their pages lead to a PDF.
  public let prints: Bool

  public init(
    portfolio: Portfolio, measures: Measures, findings: [PlacedFinding], rules: [RuleInfo],
    files: Int, sources: [String: SourceFile], version: String, paper: Paper = .a4,
    prints: Bool = false, text: @escaping @Sendable (Plan) -> [TextSection]
  ) {
    self.paper = paper
    self.prints = prints
    self.portfolio = portfolio
    self.measures = measures
    self.findings = findings
    self.rules = rules
    self.files = files
    self.text = text
    self.sources = sources
    self.version = version
  }
}

/// One file of the site, not written yet.
public struct OutputFile: Sendable {
  /// Relative to the site's root, with `/` between its parts.
  public let path: String
  /// Computes the bytes; pure, so files are rendered on as many threads as there are.
  public let render: @Sendable () -> [UInt8]

  public init(path: String, render: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.render = render
  }
}
