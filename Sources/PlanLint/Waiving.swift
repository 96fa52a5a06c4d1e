import PlanMetrics
import PlanModel
import PlanSource

// What plans waive, and what is to be said of their waivers.

extension Linter {
  /// The findings without those that a plan waives, and with what is to be said of waivers that have ended or silence
  /// nothing.
  ///
  /// - Parameter isWhole: Whether the rules over the portfolio ran too.
  public func waive(
    _ findings: [Finding], in cards: [Card], isWhole: Bool
  ) -> (findings: [Finding], waived: Int) {
    let plans = cards.filter { !$0.waivers.isEmpty }
    guard !plans.isEmpty else { return (findings, 0) }
    let byPath = Dictionary(plans.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var heard: [String: [String: Heard]] = [:]
    var kept = findings.compactMap { finding -> Finding? in
      guard let plan = byPath[finding.path],
        let waiver = waiver(of: finding.rule, in: plan)
      else { return finding }
      let weighed = weigh(finding, waiver)
      let known = heard[plan.path]?[finding.rule]?.isMilder ?? false
      heard[plan.path, default: [:]][finding.rule] = Heard(
        isMilder: known || weighed.map { $0.level != finding.level } ?? false)
      return weighed
    }
    let waived = findings.count - kept.count
    for plan in plans {
      let heard = heard[plan.path] ?? [:]
      for waiver in plan.waivers {
        let finding =
          isInForce(waiver)
          ? unused(waiver, in: plan, heard, isWhole: isWhole)
          : expired(waiver, in: plan, heard, isWhole: isWhole)
        if let finding { kept.append(finding) }
      }
    }
    return (kept, waived)
  }

  /// What a rule found in a plan that waives it.
  private struct Heard {
    /// Whether something weighs less for the waiver.
    var isMilder = false
  }

  /// The waiver of a rule that ends last.
  func waiver(of rule: String, in plan: Card) -> Waiver? {
    plan.waivers.filter { $0.rule.value == rule }.max { $0.until.value < $1.until.value }
  }

  /// Nil while the waiver is in force; for the grace after it no error: no date that passed over night blocks a merge.
  func weigh(_ finding: Finding, _ waiver: Waiver?) -> Finding? {
    guard let waiver else { return finding }
    guard !isInForce(waiver) else { return nil }
    var finding = finding
    if finding.level == .error, isInGrace(waiver) { finding.level = .warning }
    return finding
  }

  private func isInForce(_ waiver: Waiver) -> Bool { waiver.isInForce(on: today) }

  private func isInGrace(_ waiver: Waiver) -> Bool {
    today - waiver.until.value <= program.limits.grace
  }

  private func unused(
    _ waiver: Waiver, in plan: Card, _ heard: [String: Heard], isWhole: Bool
  ) -> Finding? {
    guard heard[waiver.rule.value] == nil, isAsked(WaiverUnused.self, of: plan),
      isSilent(waiver.rule.value, in: plan, isWhole: isWhole)
    else { return nil }
    return settle(WaiverUnused().finding(waiver, in: plan), status: plan.writtenStatus)
  }

  private func expired(
    _ waiver: Waiver, in plan: Card, _ heard: [String: Heard], isWhole: Bool
  ) -> Finding? {
    guard isAsked(WaiverExpired.self, of: plan) else { return nil }
    let rule = waiver.rule.value
    let last = self.waiver(of: rule, in: plan) ?? waiver
    let behind: WaiverExpired.Behind =
      if isInForce(last) {
        .another(until: last.until.value)
      } else if let heard = heard[rule] {
        .finding(warningUntil: heard.isMilder ? last.until.value + program.limits.grace : nil)
      } else if isSilent(rule, in: plan, isWhole: isWhole) {
        .nothing
      } else {
        .unknown
      }
    let finding = WaiverExpired().finding(waiver, behind, in: plan, program, on: today)
    let withholding = Withholding(
      reads: WaiverExpired.reads, reported(plan.doubts, in: plan.path))
    guard !withholding.holds(finding),
      var settled = settle(finding, status: plan.writtenStatus)
    else { return nil }
    if settled.level == .error, isInGrace(waiver) { settled.level = .warning }
    return settled
  }

  private func isAsked(_ rule: any Rule.Type, of plan: Card) -> Bool {
    isWanted(rule.about)
      && Terms(of: rule).run(
        for: plan.writtenStatus, isUnclear: plan.doubts.isStatusUnclear,
        isTierKnown: plan.isTierKnown)
  }

  /// Whether a rule of which nothing was heard would have been heard, had it found something in a plan.
  private func isSilent(_ rule: String, in plan: Card, isWhole: Bool) -> Bool {
    let isPortfolio = Rules.portfolio.contains { $0.about.name == rule }
    let info = Rules.all.first { $0.name == rule }
    return reported(plan.doubts, in: plan.path).isEmpty && selection.includes(rule)
      && (isWhole || !isPortfolio) && rule != ChangedAlone.about.name
      && info.map(isWanted) ?? true
      && program.level(of: rule, standard: .error, in: plan.path) != .off
  }
}
