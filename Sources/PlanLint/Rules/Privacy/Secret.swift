import PlanModel
import PlanSource

/// A password, a token or a key in a file that everybody can read.
struct Secret: PlanRule {
  static let about = RuleInfo(
    name: "privacy/secret", level: .error, isPrivate: true,
    summary: "What looks like a password, a token or a key.",
    why: "git keeps for ever what was committed once, and whoever may read the plan may use it",
    mend:
      "Change the password or revoke the key, then delete it here: deleting alone leaves it in history.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        Portal login: maya, password: ↓Winter2026!
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        The export runs with ↓AKIAIOSFODNN7EXAMPLE.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        They want single sign-on: no password policy of 90 days, and a token for each plant.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        Password: none. The key: a pilot before 2027. Their secret: 12 people in one room.
        """),
    ])
  static let reads: [Topic] = []

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    plan.suspicions.filter { $0.kind == .secret }.map { suspicion in
      finding(
        at: suspicion.text.span,
        "`\(suspicion.text.value)` looks like a password, a token or a key",
        help: "change or revoke it, then delete it here: git keeps what was committed",
        key: suspicion.key)
    }
  }
}
