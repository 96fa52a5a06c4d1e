import PlanModel
import PlanSource

/// YAML that cannot be read, with the usual causes named.
enum InvalidYaml: ReadingRule {
  static let about = RuleInfo(
    name: "structure/invalid-yaml", level: .error,
    summary: "Front matter or settings that are not YAML.",
    why: "nothing of the plan can be read until it is mended: no owner, no review, no deal",
    mend: "Mend the line; quote a text that holds a colon, a `#`, a quote or begins with `@`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind↓: the shipping line
        tier: 3
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        ↓\ttier: 3
        ---
        """),
      .good(
        """
        ---
        account: "Northwind: the shipping line"
        tier: 3
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        x-note: 'it''s fine'
        ---
        """),
    ])

  /// - Parameters:
  ///   - problem: What libyaml says.
  ///   - line: The text of the line it stopped in.
  static func finding(_ problem: String, at span: Span, line: String) -> Finding {
    Finding(
      about, at: span, "this is not YAML: \(problem)", help: help(problem, line), key: problem)
  }

  /// The usual causes, named by what stands in the line.
  private static func help(_ problem: String, _ line: String) -> String {
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      return "a tab stands where spaces must; use two spaces"
    }
    if problem.contains("mapping values") {
      return "a colon stands in the text; quote the text: `key: \"text: with a colon\"`"
    }
    if problem.contains("quoted scalar") || problem.contains("end of stream") {
      return "a quote is opened and not closed; close it, or write the text between \"…\""
    }
    if problem.contains("cannot start any token") {
      return "a text must not begin with `@`, `%` or a backtick; quote it: `key: \"@text\"`"
    }
    if problem.contains("',' or") {
      return "a bracket or brace is not closed, or a comma is missing in `[…]` or `{…}`"
    }
    if problem.contains("control character") { return "delete the control character" }
    return "write each key on a line of its own as `key: value`, with the same spaces before keys "
      + "of one level"
  }
}
