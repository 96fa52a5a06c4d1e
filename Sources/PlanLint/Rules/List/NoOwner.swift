import PlanModel
import PlanSource

/// An active account that nobody owns.
struct NoOwner: PlanRule {
  static let about = RuleInfo(
    name: "list/no-owner", level: .error,
    summary: "An active account that nobody owns.",
    why: "an account that is everybody's is called by nobody",
    mend: "Write the account executive into `owner`, or pause the account.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3
        ---
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        status: active
        owner:
        sponsor: vera.holm
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        owner: maya.chen
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        status: draft
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        owner: mya.kim
        ---
        """,
        settings: "people: { maya.chen: { name: Maya Chen } }\n"),
    ])
  static let reads: [Topic] = [.key("owner"), .key("status")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.writtenStatus == .active, plan.owner == nil else { return [] }
    let ids = context.program.people(in: .ae)
    return [
      finding(
        at: plan.opening, "nobody owns \(plan.account.value)",
        help: "add \(Wording.choice("owner", of: ids)), the id of whoever works the account; or "
          + "`status: paused`")
    ]
  }
}
