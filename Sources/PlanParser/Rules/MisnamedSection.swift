import PlanModel
import PlanSource

/// A heading that is nearly one of the format: an edit or two away, or at another level.
enum MisnamedSection: ReadingRule {
  static let about = RuleInfo(
    name: "structure/misnamed-section", level: .info,
    summary: "A heading that is nearly the name of a known section.",
    why: "one letter decides whether the section is read at all",
    mend: "Write the heading as the format has it.",
    fix: "Writes the heading as which it is read.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Buying comittee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Rsiks
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓# Risks
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Playbook
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Action plan

        - [ ] Sign (@maya.chen, due 2026-12-01)
        """),
    ])

  static func finding(
    _ heading: String, at span: Span, meant: String, fix: Fix?
  ) -> Finding {
    Finding(
      about, at: span, "`\(heading)` is read as the section \(meant)",
      help: "write `## \(meant)`, or choose a heading that is less like it", key: heading,
      fix: fix)
  }

  /// A section's title that does not stand behind `## `.
  ///
  /// - Parameter heading: The heading with its marks: `# Risks`.
  static func unmarked(_ heading: String, at span: Span, meant: SectionKind, fix: Fix?) -> Finding {
    Finding(
      about, at: span, "`\(heading)` is read as the section \(meant.title)",
      help: "write `## \(meant.title)`", key: heading, fix: fix)
  }

  /// A heading within the brief.
  static func part(
    _ heading: String, level: Int, at span: Span, meant: BriefPart, fix: Fix?
  ) -> Finding {
    let marks = String(repeating: "#", count: level)
    return Finding(
      about, at: span,
      "`\(marks) \(heading)` is read as the part \(meant.heading) of the brief",
      help: "write `### \(meant.heading)`", key: heading, fix: fix)
  }
}
