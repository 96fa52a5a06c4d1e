import PlanModel
import PlanSource

/// One of ours whom the settings do not know.
enum UnknownPerson: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unknown-person", level: .error,
    summary: "A person who is not in `people:`.",
    why: "nobody gets the task, the review or the call: the name leads to no one of ours",
    mend: "Use the id of somebody in `people:` of planc.yml, or add the person there.",
    fix:
      "Writes the id of the one person who has that name, or its case and hyphens; with `--unsafe-fixes` also the one "
      + "id that is near.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        owner: ↓mya.chen
        ---
        """,
        settings: "people: { maya.chen: { name: Maya Chen } }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        pod: { sdr: ↓Kofi }
        ---
        """,
        settings: "people: { maya.chen: { name: Maya Chen } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        owner: anybody.at.all
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        owner: maya.chen
        ---
        """,
        settings: "people: { maya.chen: { name: Maya Chen } }\n"),
    ])

  /// - Parameter sure: Who was meant, if there is one near neighbour.
  static func finding(
    _ id: String, of field: String, at span: Span, near: String?, isSure: Bool,
    fix: Fix?
  ) -> Finding {
    Finding(
      about, at: span,
      "`\(id)` in \(field) is not in `people:`"
        + (isSure ? near.map { "; read as `\($0)`" } ?? "" : ""),
      help: near.map { "write `\($0)`, or add `\(id)` to `people:` in planc.yml" }
        ?? "add the person to `people:` in planc.yml, or use the id of somebody there",
      key: "\(field) \(id)", fix: fix)
  }
}
