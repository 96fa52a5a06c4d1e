import PlanMetrics
import PlanModel
import PlanSource

/// Runs the rules and settles what their findings weigh. A pure function of what it is given.
public struct Linter: Sendable {
  private let portfolio: Portfolio
  private let measures: Measures
  private let existing: Set<String>
  private let selection: Selection
  private let evidence: Evidence

  private var program: Program { portfolio.program }

  /// - Parameters:
  ///   - existing: Files of the program that plans' relative links lead to and that exist.
  ///   - selection: The rules that are wanted.
  ///   - evidence: What the plans were before; without it, rules that need it are left out.
  public init(
    _ portfolio: Portfolio, _ measures: Measures, existing: Set<String>,
    selection: Selection = Selection(), evidence: Evidence = Evidence()
  ) {
    self.portfolio = portfolio
    self.measures = measures
    self.existing = existing
    self.selection = selection
    self.evidence = evidence
  }

  /// The findings of all rules about one plan, by its index in the portfolio.
  public func check(planAt index: Int) -> [Finding] {
    let plan = portfolio.plans[index]
    let context = context(plan, measures.plans[index])
    let doubts = reportedDoubts(of: plan)
    var findings: [Finding] = []
    for rule in Rules.plan where runs(rule, on: plan) {
      for var finding in rule.init().check(plan, in: context) {
        guard !isWithheld(finding, rule.reads, doubts) else { continue }
        finding.path = plan.path
        if let settled = settle(finding, of: plan) { findings.append(settled) }
      }
      if rule.about.calendar { soften(&findings, rule, plan) }
    }
    return findings
  }

  /// The findings of all rules that see every plan.
  public func checkPortfolio() -> [Finding] {
    let context = PortfolioContext(
      measures: measures, history: evidence.program, before: evidence.before)
    var findings: [Finding] = []
    for rule in Rules.portfolio where selection.includes(rule.about.name) && canRun(rule.about) {
      for finding in rule.init().check(portfolio, in: context) {
        let plan = finding.account.flatMap { portfolio.plan(id: $0) }
        if let plan, isWithheld(finding, rule.reads, reportedDoubts(of: plan)) { continue }
        if let settled = settle(finding, of: plan?.path == finding.path ? plan : nil) {
          findings.append(settled)
        }
      }
    }
    return findings
  }

  /// What is to be said of a change alone, without what plans waive.
  public func checkChange() -> [Finding] {
    let rule = ChangedAlone.self
    let context = PortfolioContext(
      measures: measures, history: evidence.program, before: evidence.before)
    guard selection.includes(rule.about.name) else { return [] }
    return rule.init().check(portfolio, in: context).compactMap { finding in
      guard let plan = portfolio.plans.first(where: { $0.path == finding.path }),
        !isWithheld(finding, rule.reads, reportedDoubts(of: plan)),
        !plan.waivers.contains(where: { $0.rule.value == finding.rule && isInForce($0) })
      else { return nil }
      return settle(finding, of: plan)
    }
  }

  /// Whether the plan's score, as it stands, is past a cut line, so that it matters how it stood before.
  public func isPastCutLine(planAt index: Int) -> Bool {
    guard program.icp != nil else { return false }
    let plan = portfolio.plans[index]
    let context = context(plan, measures.plans[index])
    let rules: [any PlanRule.Type] = [Promote.self, Demote.self]
    return rules.contains { runs($0, on: plan) && !$0.init().check(plan, in: context).isEmpty }
  }

  /// A finding with the level that the settings and the plan's status give it; nil when it is not to be reported.
  ///
  /// - Parameter plan: The plan it is in, if its file could be read as one.
  public func settle(_ finding: Finding, of plan: Plan?) -> Finding? {
    guard selection.includes(finding.rule) else { return nil }
    var settled = finding
    settled.level = program.level(
      of: finding.rule, standard: finding.level, in: finding.path)
    if let plan {
      settled.account = plan.id
      settled.tier = plan.isTierKnown ? plan.tier.value.rawValue : nil
      if plan.writtenStatus == .draft, !finding.isStructural, settled.level == .error {
        settled.level = .warning
      }
    }
    return settled.level == .off ? nil : settled
  }

  /// The findings without those that a plan waives, and with what is to be said of waivers that silence nothing.
  ///
  /// - Parameter isWhole: Whether the rules over the portfolio ran too.
  public func waive(
    _ findings: [Finding], isWhole: Bool
  ) -> (findings: [Finding], waived: Int) {
    let plans = portfolio.plans.filter { !$0.waivers.isEmpty }
    guard !plans.isEmpty else { return (findings, 0) }
    let byPath = Dictionary(plans.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var silenced: [String: Set<String>] = [:]
    var kept = findings.filter { finding in
      guard let plan = byPath[finding.path],
        plan.waivers.contains(where: { $0.rule.value == finding.rule && isInForce($0) })
      else { return true }
      silenced[plan.path, default: []].insert(finding.rule)
      return false
    }
    let waived = findings.count - kept.count
    for plan in plans where runs(WaiverUnused.self, on: plan) && reportedDoubts(of: plan).isEmpty {
      let used = silenced[plan.path] ?? []
      for waiver in plan.waivers where isInForce(waiver) && !used.contains(waiver.rule.value) {
        guard wasAsked(waiver.rule.value, of: plan, isWhole: isWhole) else { continue }
        if let unused = settle(WaiverUnused().finding(waiver, in: plan), of: plan) {
          kept.append(unused)
        }
      }
    }
    return (kept, waived)
  }

  private func isInForce(_ waiver: Waiver) -> Bool { measures.today <= waiver.until.value }

  /// Whether a rule would have been heard, had it found something in a plan.
  private func wasAsked(_ rule: String, of plan: Plan, isWhole: Bool) -> Bool {
    let isPortfolio = Rules.portfolio.contains { $0.about.name == rule }
    let info = Rules.all.first { $0.name == rule }
    return selection.includes(rule) && (isWhole || !isPortfolio)
      && rule != ChangedAlone.about.name && info.map(canRun) ?? true
      && program.level(of: rule, standard: .error, in: plan.path) != .off
  }

  /// The findings in their total order, each with its fingerprint.
  public static func arrange(_ findings: [Finding]) -> [Finding] {
    var seen: [String: Int] = [:]
    return findings.sorted(by: Finding.isOrdered).map { finding in
      var finding = finding
      let subject = finding.account ?? finding.path
      let parts = [finding.rule, subject, finding.key]
      let print = parts.filter { !$0.isEmpty }.joined(separator: " ")
      let count = seen[print, default: 0] + 1
      seen[print] = count
      finding.fingerprint = count == 1 ? print : "\(print) #\(count)"
      return finding
    }
  }

  private func runs(_ rule: any Rule.Type, on plan: Plan) -> Bool {
    guard selection.includes(rule.about.name), plan.isTierKnown || !rule.hangsOnTier,
      canRun(rule.about)
    else { return false }
    // Whether an account is worked at all cannot be told while its status cannot be read.
    let isUnclear = plan.doubts.contains { $0.topic == .key("status") }
    let isWorked = !isUnclear && (plan.writtenStatus == .active || plan.writtenStatus == .draft)
    return isWorked || rule.about.group == "structure"
  }

  /// Whether there is what the rule needs.
  private func canRun(_ rule: RuleInfo) -> Bool {
    rule.history != .needed || evidence.program != nil
  }

  private func context(_ plan: Plan, _ measures: PlanMeasures) -> PlanContext {
    PlanContext(
      program: program, settings: program[plan.tier.value], measures: measures, existing: existing,
      history: evidence.plans[plan.path], earlier: evidence.earlier[plan.path])
  }

  /// The doubts whose own finding is reported as an error.
  private func reportedDoubts(of plan: Plan) -> [Doubt] {
    plan.doubts.filter { doubt in
      selection.includes(doubt.rule)
        && program.level(of: doubt.rule, standard: .error, in: plan.path) == .error
    }
  }

  private func isWithheld(_ finding: Finding, _ reads: [Topic], _ doubts: [Doubt]) -> Bool {
    doubts.contains { doubt in
      reads.contains { topic in
        guard topic.touches(doubt.topic) else { return false }
        // A rule that reads a whole section hangs on all of its rows.
        if case .section = topic { return true }
        guard let row = finding.row, let doubtful = doubt.row else { return true }
        return row == doubtful
      }
    }
  }

  /// What the calendar brought about within `grace` is a warning: the same plan, read that many days earlier, would not
  /// have it.
  private func soften(_ findings: inout [Finding], _ rule: any PlanRule.Type, _ plan: Plan) {
    let name = rule.about.name
    guard findings.contains(where: { $0.rule == name && $0.level == .error }) else { return }
    let context = context(
      plan, PlanMeasures(of: plan, in: program, on: measures.today - program.limits.grace))
    let earlier = Set(rule.init().check(plan, in: context).map(\.key))
    for index in findings.indices
    where findings[index].rule == name && findings[index].level == .error
      && !earlier.contains(findings[index].key)
    {
      findings[index].level = .warning
    }
  }
}

extension Finding {
  /// Of `structure/*`: about what can be read, which no status and no waiver puts aside.
  var isStructural: Bool { rule.hasPrefix("structure/") }
}
