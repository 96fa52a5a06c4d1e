import PlanModel
import PlanSource

/// A required key of the front matter or the settings.
enum MissingKey: ReadingRule {
  static let about = RuleInfo(
    name: "structure/missing-key", level: .error,
    summary: "A required key is not there.",
    why: "what hangs on it can be neither checked nor shown",
    mend: "Add the key to the front matter.",
    examples: [
      .bad(
        """
        ↓---
        account: Northwind
        ---
        """),
      .bad(
        """
        ---
        ↓account:
        tier: 2
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """),
      .good(
        """
        ---
        tier: 3
        account: Northwind
        owner:
        ---
        """),
    ])

  static func finding(_ key: String, at span: Span, example: String) -> Finding {
    Finding(
      about, at: span, "the key `\(key)` is missing", help: "add a line `\(key): \(example)`",
      key: key)
  }
}
