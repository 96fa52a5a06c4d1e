import PlanMetrics
import PlanModel
import PlanSource

extension PlanRule {
  /// Whether this rule reports the plan, so that another one need not say the same again. A rule that nobody hears does
  /// not silence one that somebody would.
  static func speaks(of plan: Plan, in context: PlanContext) -> Bool {
    isHeard(of: plan, in: context) && !Self().check(plan, in: context).isEmpty
  }

  /// Whether somebody would hear it: it is selected, not off, not waived, and has what it needs.
  static func isHeard(of plan: Plan, in context: PlanContext) -> Bool {
    context.hears(about, of: plan) && (plan.isTierKnown || !hangsOnTier)
  }
}

extension PlanContext {
  func hears(_ rule: RuleInfo, of plan: Plan) -> Bool {
    let isWaived = plan.waivers.contains {
      $0.rule.value == rule.name && $0.isInForce(on: today)
    }
    return !isWaived && isSelected(rule.name) && (rule.history != .needed || history != nil)
      && program.level(of: rule.name, standard: rule.level, in: plan.path) != .off
  }
}

extension Opportunity {
  /// Tells it from the account's other deals, whatever row it stands in.
  var key: String { ContactName.key(name.value) }
  /// As messages have it: cut, in backticks.
  var quoted: String { "`\(Wording.short(name.value))`" }
}

extension ActionTask {
  /// As messages have it: cut, in backticks.
  var quoted: String { "`\(Wording.short(text.value))`" }
  /// Tells it from the plan's other tasks, whatever line it stands on.
  var key: String {
    [opportunity?.value, milestone?.value, text.value].compactMap { $0 }.map(ContactName.key)
      .joined(separator: " / ")
  }
}

extension Tier {
  /// The one below; nil below tier 3.
  var next: Tier? { Tier(rawValue: rawValue + 1) }
}

extension Plan {
  /// The latest play that has happened, or the latest day on which somebody is said to have answered.
  func lastTouch(by today: Day) -> Located<Day>? {
    let plays = (plays?.items ?? []).map(\.date).filter { $0.value <= today }
    // Of one day, the play's own.
    return (answers(by: today) + plays).max { $0.value < $1.value }
  }

  /// The days on which contacts are said to have answered last.
  func answers(by today: Day) -> [Located<Day>] {
    contacts.compactMap(\.lastEngaged).filter { $0.value <= today }
  }

  /// Whether no deal's stage can be read wrongly: else a deal may be lost, and its tasks with it.
  var knowsItsDeals: Bool {
    !doubts.contains { $0.topic == .column(.opportunities, "Stage") }
  }
}
