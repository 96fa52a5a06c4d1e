import PlanModel
import PlanSource

/// A heading that is nearly one of the format: an edit or two away, at another level, or told by its table.
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
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## The committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
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
        ## Contracts

        The frame contract with Tillerman ends in May.
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

  /// Whether what stands below a heading is what the section takes: `## Contracts` may be above a text of its author's
  /// own. A heading with nothing below it fits, and so does any text below the brief's.
  ///
  /// - Parameter rest: All blocks below the heading, those of the next sections too.
  static func fits(_ rest: ArraySlice<Block>, _ kind: SectionKind) -> Bool {
    let blocks = rest.prefix {
      if case .heading(let level, _) = $0.kind { level > 2 } else { true }
    }
    guard !blocks.isEmpty, kind != .brief else { return true }
    let required = kind.columns.filter(\.isRequired)
    return blocks.contains { block in
      switch block.kind {
      case .table(let table):
        required.contains { SectionGuess.has(table, $0) }
          || !required.isEmpty && isNearly(table, required.map(\.name))
      case .list(let list):
        kind == .actionPlan
          || kind == .reviews
            && list.items.contains { $0.lead.plainText.first?.isNumber ?? false }
      default: false
      }
    }
  }

  /// Whether a table has a heading that is nearly the name of each column.
  private static func isNearly(_ table: Table, _ columns: [String]) -> Bool {
    let names = table.header.cells.map { $0.inlines.plainText.trimmingSpaces }
    return columns.allSatisfy { column in
      names.contains { Nearest.guess($0, among: columns) == column }
    }
  }

  /// A section's title that does not stand behind `## `.
  ///
  /// - Parameter heading: The heading with its marks: `# Risks`.
  static func unmarked(_ heading: String, at span: Span, meant: SectionKind, fix: Fix?) -> Finding {
    Finding(
      about, at: span, "`\(heading)` is read as the section \(meant.title)",
      help: "write `## \(meant.title)`", key: heading, fix: fix)
  }

  /// A section that is read in plans only.
  static func notOfSegment(_ kind: SectionKind, at span: Span) -> Finding {
    Finding(
      about, at: span,
      "\(kind.title) is no section of a segment: nothing in it counts for any account",
      why: "who wrote it there believes that the accounts have it",
      help: "move it into the plans it is about; a segment holds `## Brief` and `## Plays`",
      key: kind.rawValue)
  }

  /// A heading within the brief; at level 0 a line that is none.
  static func part(
    _ heading: String, level: Int, at span: Span, meant: BriefPart, fix: Fix?
  ) -> Finding {
    let marks = level == 0 ? "" : String(repeating: "#", count: level) + " "
    return Finding(
      about, at: span,
      "`\(marks)\(heading)` is read as the part \(meant.heading) of the brief",
      help: "write `### \(meant.heading)`", key: heading, fix: fix)
  }

  /// A contact's name above facts, in a line that is no H3.
  ///
  /// - Parameter line: The line as it was written.
  static func contact(_ line: String, at span: Span, name: String, fix: Fix?) -> Finding {
    Finding(
      about, at: span, "`\(line)` is read as the heading of a contact",
      why: "facts count for a contact only below the heading that names it",
      help: "write `### \(name)`", key: line, fix: fix)
  }
}
