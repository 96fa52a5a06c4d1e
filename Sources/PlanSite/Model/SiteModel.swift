import PlanMetrics
import PlanModel
import PlanReport
import PlanSource

/// All that several pages need, computed once: who is where, what is called what, which findings belong to whom.
final class SiteModel: Sendable {
  let input: SiteInput
  let program: Program
  let today: Day
  let figures: Figures
  /// Beside `portfolio.plans`.
  let accounts: [Account]
  /// The active ones, by tier, pipeline and name.
  let active: [Account]
  /// Over the active ones.
  let summary: Summary
  let summaries: [Tier: Summary]
  let pace: GoalPace
  /// The metrics of the active ones, in groups.
  let breakdown: Breakdown
  let groups: Groups
  let calendar: Calendar
  /// The segments that others are compared with: those with the most accounts, by key.
  let mainSegments: [String]
  /// Of one account.
  let largestPipeline: Money
  let paths: PagePaths
  let host: SourceHost?
  /// Where the lines of each file begin, by path.
  let lines: [String: LineIndex]
  /// What each rule finds, by its name.
  private let finds: [String: String]
  /// Findings of each file, in their order.
  private let findings: [String: Range<Int>]
  let errors: Int
  let warnings: Int

  init(_ input: SiteInput) {
    let portfolio = input.portfolio
    let plans = portfolio.plans
    self.input = input
    program = portfolio.program
    today = input.measures.today
    let figures = Figures(portfolio.program, today: today)
    self.figures = figures

    let lines = input.sources.mapValues { LineIndex($0.bytes) }
    self.lines = lines
    let ranges = Self.ranges(input.findings)
    findings = ranges
    finds = Dictionary(
      input.rules.map { ($0.name, $0.summary) }, uniquingKeysWith: { first, _ in first })
    errors = input.findings.count { $0.finding.level == .error }
    warnings = input.findings.count { $0.finding.level == .warning }

    let paths = PagePaths(portfolio, rules: input.rules.map(\.name))
    self.paths = paths
    host = SourceHost(portfolio.program.site.repository, prefix: input.prefix)
    var accounts: [Account] = []
    accounts.reserveCapacity(plans.count)
    for (index, plan) in plans.enumerated() where index < input.measures.plans.count {
      let page = plan.effectiveStatus == .draft ? nil : paths.accounts[plan.path]
      accounts.append(
        Account(
          index, plan, input.measures.plans[index], in: portfolio.program, page: page,
          yearEnds: figures.year.next, findings: input.findings[ranges[plan.path] ?? 0..<0]))
    }
    self.accounts = accounts
    calendar = Calendar(input, accounts, lines)
    active = accounts.filter(\.isActive).sorted(by: Account.isOrdered)

    let pairs = zip(plans, input.measures.plans)
    breakdown = Breakdown(of: pairs, in: portfolio.program)
    pace = GoalPace(of: pairs, in: portfolio.program, on: input.measures.today)
    summary = breakdown.total.summary
    summaries = breakdown.tiers.mapValues(\.summary)
    let groups = Groups(active, plans, on: today)
    self.groups = groups
    mainSegments = groups.segments.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .prefix(30).map(\.key).sorted()
    largestPipeline = active.map(\.pipeline).max() ?? .zero
  }

  /// The findings come sorted by path: one range each.
  private static func ranges(_ findings: [PlacedFinding]) -> [String: Range<Int>] {
    var ranges: [String: Range<Int>] = [:]
    var start = 0
    for index in findings.indices {
      let path = findings[index].finding.path
      if index + 1 == findings.count || findings[index + 1].finding.path != path {
        if ranges[path] == nil { ranges[path] = start..<(index + 1) }
        start = index + 1
      }
    }
    return ranges
  }

  func plan(of account: Account) -> Plan { input.portfolio.plans[account.index] }
  func measures(of account: Account) -> PlanMeasures { input.measures.plans[account.index] }
  func accounts(in tier: Tier) -> [Account] { active.filter { $0.tier == tier } }
  /// The findings of a file, in their order.
  func findings(in path: String) -> ArraySlice<PlacedFinding> {
    input.findings[findings[path] ?? 0..<0]
  }
  /// What a rule finds, in one sentence; its name where the catalogue has no such rule.
  func summary(of rule: String) -> String { finds[rule] ?? rule }
  /// The name of one of our people.
  func name(_ person: String?) -> String? { person.map(program.name(of:)) }

  /// The account's name, as a link where it has a page.
  ///
  /// - Parameter root: The way from the page to the site's root: empty, or `../`.
  func link(_ account: Account, root: String) -> HTML {
    guard let page = account.page else { return "\(account.name)" }
    return "<a href=\"\(root)\(page)\">\(account.name)</a>"
  }

  /// The name of one of our people, as a link where they have a page.
  ///
  /// - Parameter root: The way from the page to the site's root.
  func person(_ id: String, root: String) -> HTML {
    guard let page = paths.people[id] else { return "\(program.name(of: id))" }
    return "<a href=\"\(root)\(page)\">\(program.name(of: id))</a>"
  }

  /// The name of a segment as a plan writes it, as a link where it has a page.
  ///
  /// - Parameter shown: Another spelling of the name.
  func link(segment name: String, as shown: String? = nil, root: String) -> HTML {
    let text = shown ?? name
    guard let page = paths.segments[ContactName.key(name)] else { return "\(text)" }
    return "<a href=\"\(root)\(page)\">\(text)</a>"
  }

  /// - Parameter key: `ContactName.key` of it.
  func name(ofSegment key: String) -> String { paths.segmentNames[key] ?? key }

  /// Who of the program's sponsors says whose an account is: `Nandini Rao or Ruben Hoekstra`; empty without any.
  var whoNames: String {
    let names = program.sponsors.prefix(2).map(program.name(of:))
    return names.joined(separator: " or ")
  }
}
