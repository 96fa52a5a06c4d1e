import PlanModel
import PlanSource

extension PlanRule {
  /// Whether this rule reports the plan, so that another one need not say the same again.
  static func speaks(of plan: Plan, in context: PlanContext) -> Bool {
    guard plan.isTierKnown || !hangsOnTier,
      context.program.level(of: about.name, standard: about.level, in: plan.path) != .off
    else { return false }
    return !Self().check(plan, in: context).isEmpty
  }
}

extension Opportunity {
  /// Tells it from the account's other deals, whatever row it stands in.
  var key: String { ContactName.key(name.value) }
  /// As messages have it: cut, in backticks.
  var quoted: String { "`\(Wording.short(name.value))`" }
}

extension ActionTask {
  /// Whether it is still to be done. A day behind `done` says as much as a ticked box.
  var isOpen: Bool { !isDone && done == nil }
  /// As messages have it: cut, in backticks.
  var quoted: String { "`\(Wording.short(text.value))`" }
  /// Tells it from the plan's other tasks, whatever line it stands on.
  var key: String {
    [opportunity?.value, milestone?.value, text.value].compactMap { $0 }.map(ContactName.key)
      .joined(separator: " / ")
  }
}

extension Plan {
  /// The row of a finding about a task; nil while a deal's stage cannot be read: the deal may be lost, and the task with it.
  func row(of task: ActionTask) -> Span? {
    doubts.contains { $0.topic == .column(.opportunities, "Stage") } ? nil : task.row
  }

  /// The top-level tasks of the mutual action plan that are still to be done. What belongs to a lost deal is not.
  var openTasks: [ActionTask] {
    let tasks = (actionPlan?.items ?? []).filter(\.isOpen)
    let all = opportunities?.items ?? []
    guard !tasks.isEmpty, all.contains(where: { $0.outcome == .lost }) else { return tasks }
    let running = Set(all.filter { $0.outcome != .lost }.map(\.key))
    return tasks.filter { task in
      task.opportunity.map { running.contains(ContactName.key($0.value)) } ?? !running.isEmpty
    }
  }
}
