import PlanModel
import PlanSource

/// A link that a browser might run or that leads into somebody's disk.
enum UnsafeLink: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unsafe-link", level: .error,
    summary: "A URL scheme other than http, https, mailto, tel.",
    why: "a link in a plan is clicked by leaders and customers; a script or a file path must "
      + "not hide behind it",
    mend: "Link to an http or https address.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        [the deck](↓javascript:alert(1))
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        links: { deck: ↓"file:///etc/passwd" }
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        [mail](mailto:ann@example.com), [call](tel:+15550100), <https://example.com>
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        links: { site: "https://example.com" }
        ---
        """),
    ])

  static func finding(_ url: String, at span: Span, allowed: [String]) -> Finding {
    Finding(
      about, at: span, "the link `\(url)` is none of \(allowed.joined(separator: ", "))",
      help: "link to an address that begins with `https://`", key: url)
  }
}
