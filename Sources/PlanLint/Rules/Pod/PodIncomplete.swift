import PlanModel
import PlanSource

/// A role in the pod that the tier asks for and nobody fills.
struct PodIncomplete: PlanRule {
  static let about = RuleInfo(
    name: "pod/incomplete", level: .error, settings: ["required-pod"],
    summary: "A pod role that the tier asks for and nobody fills.",
    why: "a job that nobody in the pod has falls back on the owner, or is not done",
    mend: "Write who fills the role into `pod`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ↓pod: { marketing: ola.berg }
        ---
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3
        stage: closed-won
        ---
        """,
        settings: "tiers: { 3: { required-pod: { closed-won: [customer-success] } } }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        pod: { sdr: kofi.mensah, ↓marketting: ola.berg }
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        pod: { sdr: kofi.mensah, Marketing: ola.berg, partner: jo.park }
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        """),
    ])
  static let reads: [Topic] = [.key("stage"), .key("pod")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.requiredPod
    let filled = Set((plan.pod?.members ?? []).map { Nearest.fold($0.role.value) })
    let missing = setting.all(at: context.stage).filter { !filled.contains(Nearest.fold($0)) }
    return missing.map { role in
      let ids = context.program.people(in: Job(reading: role))
      let near = plan.pod?.members.first { Nearest.sure($0.role.value, among: [role]) != nil }
      return finding(
        at: near?.role.span ?? plan.pod?.key ?? plan.opening,
        "the pod has no \(role); "
          + Wording.demand(plan.tier.value, setting, for: role, at: context.stage, "one"),
        help: near.map { "write `\(role)` instead of `\($0.role.value)`" }
          ?? (plan.pod == nil
            ? whole(missing, context.program)
            : "add \(Wording.choice(role, of: ids)) to `pod`, the id of whoever does it"),
        key: role, row: unread(role, in: plan) ?? plan.pod?.key)
    }
  }

  /// The pod with all roles that are missing, so that each finding's help says the same.
  private func whole(_ roles: [String], _ program: Program) -> String {
    let members = roles.map { "\($0): \(program.people(in: Job(reading: $0)).first ?? "…")" }
    return "add `pod: { \(members.joined(separator: ", ")) }`, "
      + (roles.count == 1 ? "the id of whoever does it" : "the ids of those who do it")
  }

  /// The key of a role whose person could not be read; only this role is in doubt then.
  private func unread(_ role: String, in plan: Plan) -> Span? {
    plan.doubts.first { doubt in
      guard case .key(let key) = doubt.topic else { return false }
      return Nearest.fold(key) == Nearest.fold("pod.\(role)")
    }?.row
  }
}
