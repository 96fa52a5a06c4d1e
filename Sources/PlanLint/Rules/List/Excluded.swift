import PlanModel
import PlanSource

/// An account that the program decided not to work.
struct Excluded: PlanRule {
  static let about = RuleInfo(
    name: "list/excluded", level: .error,
    summary: "An account that `exclude` names, by its domain or by a fact of its fit.",
    why: "time for an account that nobody may sell to is taken from one that would buy",
    mend: "Retire the account, or correct the domain or the fact.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        domain: ↓shop.northwind.example
        ---
        """,
        settings: "exclude: { domains: [northwind.example] }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        domain: ↓https://Northwind.example/
        ---
        """,
        settings: "exclude: { domains: [northwind.example] }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        fit:
          industry: ↓Gambling
        ---
        """,
        settings: "exclude:\n  fit:\n    - { industry: gambling, reason: policy of 2025 }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        domain: oldnorthwind.example
        fit: { industry: retail }
        ---
        """,
        settings:
          "exclude: { domains: [northwind.example], fit: [{ industry: gambling, reason: policy }] }\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        status: retired
        domain: northwind.example
        ---
        """,
        settings: "exclude: { domains: [northwind.example] }\n"),
    ])
  static let reads: [Topic] = [.key("domain"), .key("fit")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let match = context.program.exclusions.match(plan) else { return [] }
    return [
      finding(
        at: match.span, "\(plan.account.value) is not to be worked: `exclude` names \(match.what)",
        help: "write `status: retired`, or correct what is written here")
    ]
  }
}
