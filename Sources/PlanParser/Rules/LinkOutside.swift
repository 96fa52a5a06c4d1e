import PlanModel
import PlanSource

/// A link that leads out of the program.
enum LinkOutside: ReadingRule {
  static let about = RuleInfo(
    name: "structure/link-outside", level: .error,
    summary: "A link, an image or a symbolic link that leaves the program.",
    why: "who gets the plans does not get what lies outside, and what lies outside was never "
      + "meant to be shown",
    mend: "Keep the file inside the program, or link to a web address.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        See [the deck](↓../../secret/deck.pdf).
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        ![org chart](↓../../../etc/chart.png)
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        See [another plan](../plans/northwind.md) and [the web](https://example.com/../x).
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        See [the top](#brief).
        """),
    ])

  static func finding(_ url: String, at span: Span) -> Finding {
    Finding(
      about, at: span, "the link `\(url)` leaves the program",
      help: "keep the file inside the program's folder, or link to a web address", key: url)
  }

  /// A plan that is a symbolic link to a file outside.
  static func symbolicLink(to target: String) -> Finding {
    Finding(
      about, at: nil,
      "the plan is a symbolic link that leaves the program: it leads to `\(target)`",
      help: "put the file itself here, or delete the link")
  }
}
