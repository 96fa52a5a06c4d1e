import PlanModel
import PlanSource

/// A customer whom nobody of customer success looks after.
struct NoHandover: PlanRule {
  static let about = RuleInfo(
    name: "pod/no-handover", level: .warning,
    summary: "A customer (closed-won, or owned whitespace) without customer-success in the pod.",
    why: "what was sold and is not used is not renewed, and nobody hears of it before the renewal",
    mend: "Write who looks after the customer into `pod`, as `customer-success`.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 2
        stage: closed-won
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        ↓pod: { sdr: tom.fox, marketing: lena.grant }
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | owned |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: closed-won
        pod: { customer-success: omar.keller }
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: closed-won
        owner: omar.keller
        ---
        """,
        settings: "people: { omar.keller: { name: Omar Keller, role: customer-success } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | open |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .key("owner"), .key("pod"), .column(.whitespace, "Status"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let role = Job.customerSuccess.rawValue
    let owned = (plan.whitespace?.items ?? []).first { $0.status?.value == .owned }
    guard context.stage == .closedWon || owned != nil,
      !(plan.pod?.members ?? []).contains(where: { $0.role.value == role }),
      plan.owner.flatMap({ context.program.people?[$0.value]?.job }) != .customerSuccess,
      // `pod/incomplete` says so already.
      !context.settings.requiredPod.all(at: context.stage).contains(role)
    else { return [] }
    let customer = owned.map { "owns \($0.spoken)" } ?? "is a customer"
    let ids = context.program.people(in: .customerSuccess)
    return [
      finding(
        at: plan.pod?.key ?? plan.opening,
        "\(plan.account.value) \(customer), and nobody of customer success is in the pod",
        help: plan.pod == nil
          ? "add `pod: { \(role): \(ids.first ?? "…") }`"
          : "add \(Wording.choice(role, of: ids)) to `pod`")
    ]
  }
}
