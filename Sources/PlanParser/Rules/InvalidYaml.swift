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
  ///   - before: What of it stands before the place where it stopped.
  static func finding(
    _ problem: String, at span: Span, line: String, before: String
  ) -> Finding {
    Finding(
      about, at: span, "this is not YAML: \(problem)", help: help(problem, line, before),
      key: problem)
  }

  /// The usual causes, named by what stands in the line.
  private static func help(_ problem: String, _ line: String, _ before: String) -> String {
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      return "a tab stands where spaces must; use two spaces"
    }
    let isItem = line.trimmingSpaces.hasPrefix("- ")
    if problem.contains("block sequence") || isItem && problem.contains("expected key") {
      return
        "a list begins where none can; write `key: [a, b]`, or each `- a` on a line of its own "
        + "below `key:`"
    }
    if let key = misplacedKey(problem, line, before) {
      return "`\(key)` begins in another column than the keys above it; put the same spaces before "
        + "all keys of one level, none before those of the first"
    }
    if problem.contains("mapping values") {
      return "a colon stands in the text; quote the text: `key: \"text: with a colon\"`"
    }
    if problem.contains("several lines") {
      return
        "the quote that opens here closes only lines below, where another was to open; close it "
        + "in this line"
    }
    if problem.contains("quoted scalar") || problem.contains("end of stream") {
      return "a quote is opened and not closed; close it, or write the text between \"…\""
    }
    if problem.contains("cannot start any token") {
      return "a text must not begin with `@`, `%` or a backtick; quote it: `key: \"@text\"`"
    }
    if problem.contains("',' or") || problem.contains("node content") {
      if let text = cut(line) {
        return "behind a space `#` begins a comment, and the bracket stays open; quote the text: "
          + "`\"\(text)\"`"
      }
      return "a bracket or brace is not closed, or a comma is missing in `[…]` or `{…}`"
    }
    if problem.contains("expected key"), let text = apostrophe(line) {
      return "an apostrophe closes the quote; write `\"\(text)\"`, or each apostrophe twice"
    }
    if problem.contains("expected key"), line.contains("\"") || line.contains("'") {
      return "text stands behind a closing quote; put all of it between the quotes"
    }
    if problem.contains("comment or line break") {
      return "behind `|` or `>` a text begins on the next line; quote it: `key: \"| text\"`"
    }
    if problem.contains("could not find expected ':'") {
      guard let colon = line.firstIndex(of: ":"), !line[..<colon].contains(" ") else {
        return "this line has no colon; write `key: value`"
      }
      return "no space stands behind the colon; write "
        + "`\(line[..<colon]): \(line[line.index(after: colon)...].trimmingSpaces)`"
    }
    if problem.contains("control character") { return "delete the control character" }
    return "write each key on a line of its own as `key: value`, with the same spaces before keys "
      + "of one level"
  }

  /// The key of a line that stands too far in or not far enough: the place is before it, or at its own colon.
  private static func misplacedKey(_ problem: String, _ line: String, _ before: String) -> String? {
    let isAtColon = problem.contains("mapping values")
    if isAtColon {
      guard before.first == " ", !before.contains(":") else { return nil }
      return before.trimmingSpaces.prefixLine
    }
    guard problem.contains("expected key") || problem.contains("document start"),
      before.trimmingSpaces.isEmpty
    else { return nil }
    let name = line.prefix { $0 != ":" }.trimmingSpaces
    return name.isEmpty ? nil : name.prefixLine
  }

  /// The text between brackets, braces, commas and colons that a `#` cuts.
  private static func cut(_ line: String) -> String? {
    guard
      let mark = line.indices.first(where: { index in
        line[index] == "#" && index > line.startIndex
          && " [,".contains(line[line.index(before: index)])
      })
    else { return nil }
    let before = line[..<mark].reversed().prefix { !"[{,:".contains($0) }.reversed()
    return (String(before) + line[mark...].prefix { !"]},".contains($0) }).trimmingSpaces
  }

  /// The text between single quotes that holds another one.
  private static func apostrophe(_ line: String) -> String? {
    guard let start = line.firstRange(of: ": '") else { return nil }
    let text = line[start.upperBound...].trimmingSpaces
    guard text.last == "'", text.dropLast().contains("'"), !text.contains("\"") else { return nil }
    return String(text.dropLast())
  }
}
