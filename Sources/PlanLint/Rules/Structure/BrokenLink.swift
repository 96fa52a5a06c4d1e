import PlanModel
import PlanSource

/// A relative link or image that leads to no file of the program.
struct BrokenLink: PlanRule {
  static let about = RuleInfo(
    name: "structure/broken-link", level: .error,
    summary: "A relative link or image that leads nowhere.",
    why: "who opens the plan before the meeting finds nothing behind the link",
    mend: "Put the file where the link leads, or mend the path.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        See [the offer](↓../attachments/offer.pdf).
        """),
      .bad(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 3\n---\nLike [them](↓tailwinds.md), ![map](↓/maps/a.png)\n"
          ),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 3\n---\n"),
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Notes

        See [above](#brief), [this plan](northwind.md#notes) and [the web](https://example.com).
        """),
      .good(
        files: [
          (
            "plans/west/northwind.md",
            "---\naccount: Northwind\ntier: 3\n---\nLike [them](../tailwind.md).\n"
          ),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 3\n---\n"),
        ]),
    ])
  static let reads: [Topic] = []

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    plan.relativeLinks.filter { !context.existing.contains($0.value) }.map { link in
      finding(
        at: link.span, "the link leads to `\(link.value)`, and there is no such file",
        help:
          "put the file there, or mend the path (it begins in `\(folder(of: plan.path))`; one with a "
          + "leading `/` in the program's folder)",
        key: link.value)
    }
  }

  private func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
  }
}
