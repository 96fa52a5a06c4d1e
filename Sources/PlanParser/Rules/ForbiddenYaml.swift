import PlanModel
import PlanSource

/// Anchors, aliases, tags and further documents.
enum ForbiddenYaml: ReadingRule {
  static let about = RuleInfo(
    name: "structure/forbidden-yaml", level: .error,
    summary: "An anchor, an alias, a tag or a second document.",
    why: "what a reader sees on the line is then not what the plan says, and a reviewer signs "
      + "something else",
    mend: "Write the value out.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        owner: ↓&o maya.chen
        ---
        """),
      .bad(
        """
        ---
        account: ↓!!str Northwind
        tier: 3
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        sponsor: ↓*owner
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
        account: "A & B"
        tier: 3
        ---
        """),
    ])

  static func finding(_ what: String, at span: Span) -> Finding {
    Finding(
      about, at: span, "\(what) of YAML stands here; plans are read without them",
      help: what == "a second document"
        ? "keep one document: delete the line `---` or `...` inside it"
        : "write the value out; quote it if it begins with `&`, `*` or `!`", key: what)
  }
}
