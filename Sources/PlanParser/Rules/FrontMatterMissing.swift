import PlanModel
import PlanSource

/// No front matter, or one that never closes.
enum FrontMatterMissing: ReadingRule {
  static let about = RuleInfo(
    name: "structure/front-matter-missing", level: .error,
    summary: "No front matter.",
    why: "without account and tier the plan belongs to nobody's list and is checked by no rule",
    mend: "Begin the file with a line `---`, the keys, and a line `---`.",
    examples: [
      .bad(
        """
        ↓## Brief

        No front matter above.
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 3

        ## Brief
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
        account: Northwind
        tier: 3
        ---

        # Northwind
        """),
    ])

  static func absent(at start: Int) -> Finding {
    Finding(
      about, at: Span(start, start), "the file has no front matter",
      help: "begin the file with `---`, `account: …`, `tier: …`, `---`, each on a line of its own")
  }

  /// - Parameters:
  ///   - line: The line of the `---` that stands too far down or in.
  ///   - isBlank: Whether nothing but empty lines stands above it.
  static func late(at start: Int, line: Int, isBlank: Bool) -> Finding {
    let help =
      if line == 1 { "delete the spaces before `---`" } else if isBlank {
        "delete the empty \(line == 2 ? "line" : "lines") above `---`"
      } else { "move what stands above `---` in line \(line) below the second `---`" }
    return Finding(
      about, at: Span(start, start),
      "`---` is not the first line, so that there is no front matter",
      help: help)
  }

  static func open(at opening: Span) -> Finding {
    Finding(
      about, at: opening, "the front matter never closes",
      help: "end the front matter with a line that holds `---` and nothing else")
  }
}
