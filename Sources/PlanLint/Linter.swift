import PlanMetrics
import PlanModel
import PlanSource

/// Runs the rules and settles what their findings weigh. A pure function of what it is given.
public struct Linter: Sendable {
  let program: Program
  let today: Day
  let selection: Selection
  private let history: ProgramHistory?
  /// The rules about one plan that are wanted and have what they need.
  private let running: [(rule: any PlanRule.Type, terms: Terms)]
  /// Whether findings about one plan that are withheld are listed too, marked as such.
  public var listsWithheld = false

  /// - Parameters:
  ///   - selection: The rules that are wanted.
  ///   - history: What git knows of the program; without it, rules that need it are left out.
  public init(
    _ program: Program, on today: Day, selection: Selection = Selection(),
    history: ProgramHistory? = nil
  ) {
    self.program = program
    self.today = today
    self.selection = selection
    self.history = history
    running = Rules.plan.map { ($0, Terms(of: $0)) }.filter { rule, terms in
      selection.includes(terms.name) && (rule.about.history != .needed || history != nil)
    }
  }

  /// The findings of all rules about one plan.
  ///
  /// - Parameters:
  ///   - existing: Those of the files that its relative links lead to that exist.
  ///   - past: What the plan was before.
  public func check(
    _ plan: Plan, _ measures: PlanMeasures, existing: Set<String>, past: PlanPast = PlanPast()
  ) -> [Finding] {
    let context = context(plan, measures, existing, past)
    let doubts = reported(plan.doubts, in: plan.path)
    let isUnclear = plan.doubts.isStatusUnclear
    var findings: [Finding] = []
    for (rule, terms) in running
    where terms.run(
      for: plan.writtenStatus, isUnclear: isUnclear, isTierKnown: plan.isTierKnown)
    {
      let found = rule.init().check(plan, in: context)
      guard !found.isEmpty else { continue }
      let withholding = Withholding(reads: rule.reads, doubts)
      for var finding in found {
        finding.isWithheld = withholding.holds(finding)
        guard listsWithheld || !finding.isWithheld else { continue }
        finding.path = plan.path
        if let settled = settle(finding, of: plan) { findings.append(settled) }
      }
      if terms.isCalendar { soften(&findings, rule, plan, existing, past) }
    }
    return findings
  }

  /// The findings about the text of a segment: what its author should not have written, and where its links lead.
  ///
  /// - Parameter existing: Those of the files that its relative links lead to that exist.
  public func check(_ segment: Segment, existing: Set<String>) -> [Finding] {
    var page = Plan(
      id: segment.path, path: segment.path, opening: segment.opening, account: segment.name,
      tier: Located(.two, at: segment.opening))
    page.suspicions = segment.suspicions
    page.relativeLinks = segment.relativeLinks
    let context = context(
      page, PlanMeasures(of: page, in: program, on: today), existing, PlanPast())
    return Rules.text.filter { selection.includes($0.about.name) }.flatMap { rule in
      rule.init().check(page, in: context).compactMap { finding in
        var finding = finding
        finding.path = segment.path
        return settle(finding)
      }
    }
  }

  /// The rules that see every plan and are to run. Each can run beside the others, for which the one that takes longest
  /// comes first.
  public var portfolioRules: [any PortfolioRule.Type] {
    let rules = Rules.portfolio.filter { isWanted($0.about) }
    return rules.filter { $0 == Boilerplate.self } + rules.filter { $0 != Boilerplate.self }
  }

  /// The findings of a rule that sees every plan.
  public func check(_ roster: Roster, by rule: any PortfolioRule.Type) -> [Finding] {
    rule.init().check(roster).compactMap { finding in
      let plan = finding.account.flatMap { roster.plan(id: $0) }
      if let plan,
        Withholding(reads: rule.reads, reported(plan.doubts, in: plan.path)).holds(finding)
      {
        return nil
      }
      let isOwn = plan?.path == finding.path
      return settle(finding, status: isOwn ? plan?.writtenStatus : nil)
    }
  }

  /// Whether a plan for an account that an earlier one is about counts for nothing: while that is reported.
  public func leavesOut(_ plan: Card) -> Bool {
    let rule = DuplicateAccount.about
    return selection.includes(rule.name)
      && program.level(of: rule.name, standard: rule.level, in: plan.path) != .off
  }

  /// Whether a finding is about what its author wrote, and not about the account.
  public static func isAboutText(_ finding: Finding) -> Bool {
    finding.isStructural || finding.isPrivate || finding.rule.hasPrefix("privacy/")
  }

  /// What is to be said of a change alone, without what plans waive.
  ///
  /// - Parameter roster: With the plans that the change is compared with.
  public func checkChange(_ roster: Roster) -> [Finding] {
    let rule = ChangedAlone.self
    guard selection.includes(rule.about.name) else { return [] }
    let byPath = Dictionary(
      roster.plans.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return rule.init().check(roster).compactMap { finding in
      guard let plan = byPath[finding.path],
        !Withholding(reads: rule.reads, reported(plan.doubts, in: plan.path)).holds(finding),
        let settled = settle(finding, status: plan.writtenStatus)
      else { return nil }
      return weigh(settled, waiver(of: finding.rule, in: plan))
    }
  }

  /// Whether the plan's score, as it stands, is past a cut line, so that it matters how it stood before.
  public func isPastCutLine(_ plan: Plan) -> Bool {
    guard program.icp != nil else { return false }
    let isUnclear = plan.doubts.isStatusUnclear
    let rules = [Promote.about.name, Demote.about.name]
    return running.contains { _, terms in
      rules.contains(terms.name)
        && terms.run(
          for: plan.writtenStatus, isUnclear: isUnclear, isTierKnown: plan.isTierKnown)
    } && CutLine.isCrossed(by: plan, in: program, on: today)
  }

  /// A finding with the level that the settings and the plan's status give it; nil when it is not to be reported.
  ///
  /// - Parameter plan: The plan it is in, if its file could be read as one.
  public func settle(_ finding: Finding, of plan: Plan?) -> Finding? {
    guard let plan else { return settle(finding) }
    var finding = finding
    finding.account = plan.id
    finding.tier = plan.isTierKnown ? plan.tier.value.rawValue : nil
    return settle(finding, status: plan.writtenStatus)
  }

  /// - Parameter status: That of the plan it is in.
  func settle(_ finding: Finding, status: Status? = nil) -> Finding? {
    guard selection.includes(finding.rule) else { return nil }
    var settled = finding
    settled.level = program.level(
      of: finding.rule, standard: finding.level, in: finding.path)
    if status == .draft, !finding.isStructural, settled.level == .error {
      settled.level = .warning
    }
    return settled.level == .off ? nil : settled
  }

  /// The findings in their total order, each with its fingerprint.
  public static func arrange(_ findings: [Finding]) -> [Finding] {
    var arranged = findings
    arranged.sort(by: Finding.isOrdered)
    var seen: [String: Int] = [:]
    seen.reserveCapacity(arranged.count)
    for index in arranged.indices {
      var print = arranged[index].rule + " " + (arranged[index].account ?? arranged[index].path)
      if !arranged[index].key.isEmpty { print += " " + arranged[index].key }
      let count = seen[print, default: 0] + 1
      seen[print] = count
      arranged[index].fingerprint = count == 1 ? print : "\(print) #\(count)"
    }
    return arranged
  }

  /// Whether the rule is selected and has what it needs.
  func isWanted(_ rule: RuleInfo) -> Bool { selection.includes(rule.name) && canRun(rule) }

  /// Whether there is what the rule needs.
  private func canRun(_ rule: RuleInfo) -> Bool { rule.history != .needed || history != nil }

  private func context(
    _ plan: Plan, _ measures: PlanMeasures, _ existing: Set<String>, _ past: PlanPast
  ) -> PlanContext {
    PlanContext(
      program: program, settings: program[plan.tier.value], measures: measures, existing: existing,
      history: past.history, earlier: past.earlier, selection: selection)
  }

  /// The doubts whose own finding is reported as an error.
  func reported(_ doubts: [Doubt], in path: String) -> [Doubt] {
    doubts.filter { doubt in
      selection.includes(doubt.rule)
        && program.level(of: doubt.rule, standard: .error, in: path) == .error
    }
  }

  /// What the calendar brought about within `grace` is a warning: the same plan, read that many days earlier, would not
  /// have it.
  private func soften(
    _ findings: inout [Finding], _ rule: any PlanRule.Type, _ plan: Plan, _ existing: Set<String>,
    _ past: PlanPast
  ) {
    let name = rule.about.name
    guard findings.contains(where: { $0.rule == name && $0.level == .error }) else { return }
    let context = context(
      plan, PlanMeasures(of: plan, in: program, on: today - program.limits.grace), existing, past)
    let earlier = Set(rule.init().check(plan, in: context).map(\.key))
    for index in findings.indices
    where findings[index].rule == name && findings[index].level == .error
      && !earlier.contains(findings[index].key)
    {
      findings[index].level = .warning
    }
  }
}

/// When a rule is asked; kept beside the rule, because its documentation costs more to look up than most plans take.
struct Terms {
  let name: String
  let isCalendar: Bool
  private let isStructural: Bool
  private let hangsOnTier: Bool

  init(of rule: any Rule.Type) {
    let about = rule.about
    (name, isCalendar, isStructural) = (about.name, about.calendar, about.group == "structure")
    hangsOnTier = rule.hangsOnTier
  }

  /// Whether the rule says something of plans of that status.
  func run(for status: Status, isUnclear: Bool, isTierKnown: Bool) -> Bool {
    guard isTierKnown || !hangsOnTier else { return false }
    // Whether an account is worked at all cannot be told while its status cannot be read.
    return isStructural || !isUnclear && (status == .active || status == .draft)
  }
}

extension Finding {
  /// Of `structure/*`: about what can be read, which no status and no waiver puts aside.
  var isStructural: Bool { rule.hasPrefix("structure/") }
}

extension [Doubt] {
  /// Whether the plan's `status` could not be read.
  var isStatusUnclear: Bool { contains { $0.topic == .key("status") } }
}
