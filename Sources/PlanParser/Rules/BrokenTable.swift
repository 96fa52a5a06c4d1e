import PlanModel
import PlanSource

/// Lines of a table that Markdown does not take for one.
enum BrokenTable: ReadingRule {
  static let about = RuleInfo(
    name: "structure/broken-table", level: .error,
    summary: "Lines of a table that Markdown does not see as one, or rows cut off from theirs.",
    why: "the rows look right in the file, and none of them counts anywhere",
    mend:
      "Put a line of dashes with as many cells as there are headings directly below the headings, and no empty "
      + "line between rows.",
    fix: "Writes a line of dashes with a cell for each heading; the empty lines are left to you.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Stance |
        ↓| --- | --- |
        | Ann Lee | champion | supporter |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        ↓| Name | Role |
        | Ann Lee | champion |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ↓| Raj Iyer | economic buyer |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        Raj | Iyer may join.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        | Name | Role | Stance |
        | --- | --- |
        """),
    ])

  /// The first of these in a section whose data is a table; nil when there is none.
  static func find(in section: Document.Section, of kind: SectionKind, _ binder: Binder) -> Finding?
  {
    guard !kind.columns.isEmpty else { return nil }
    let bytes = binder.source.bytes
    var isBelowTable = false
    for block in section.blocks {
      switch block.kind {
      case .table: isBelowTable = true
      case .paragraph where bytes[block.span.start] == UInt8(ascii: "|"):
        return finding(block.span, isBelowTable: isBelowTable, kind, binder)
      // What stands under a heading of its own is no row of the table above.
      case .heading: isBelowTable = false
      default: continue
      }
    }
    return nil
  }

  private static func finding(
    _ span: Span, isBelowTable: Bool, _ kind: SectionKind, _ binder: Binder
  ) -> Finding {
    let bytes = binder.source.bytes
    let first = binder.lines.line(at: span.start)
    let line = TableLine.trimmed(bytes, binder.lines.span(ofLine: first))
    if isBelowTable || TableLine.isRule(bytes, line) {
      let what = isBelowTable ? "this row is" : "the line of dashes is"
      return Finding(
        about, at: line, "\(what) cut off from the lines above it by an empty line",
        help: "delete the empty line above it", key: kind.rawValue)
    }
    let below = TableLine.trimmed(bytes, binder.lines.span(ofLine: first + 1))
    let columns = TableLine.cells(bytes, line).count
    let dashes = "`|" + String(repeating: " --- |", count: columns) + "`"
    if below.end <= span.end, below.count > 0, TableLine.isRule(bytes, below) {
      let count = TableLine.cells(bytes, below).count
      return Finding(
        about, at: below,
        "the line of dashes has \(count) \(count == 1 ? "cell" : "cells") and the headings above it \(columns)",
        help: "write \(dashes)", key: kind.rawValue,
        fix: Fix(
          "write \(dashes)", [Edit(below, "|" + String(repeating: " --- |", count: columns))]))
    }
    if below.count == 0, TableLine.isRule(bytes, binder.lines.span(ofLine: first + 2)) {
      return Finding(
        about, at: line, "an empty line stands between these headings and their line of dashes",
        help: "delete the empty line below them", key: kind.rawValue)
    }
    return Finding(
      about, at: line, "there is no line of dashes below these headings",
      help: "add the line \(dashes) below them", key: kind.rawValue)
  }
}
