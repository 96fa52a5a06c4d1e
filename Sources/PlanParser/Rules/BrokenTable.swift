import PlanModel
import PlanSource

/// Lines of a table that Markdown does not take for one.
enum BrokenTable: ReadingRule {
  static let about = RuleInfo(
    name: "structure/broken-table", level: .error,
    summary: "Lines of a table that Markdown does not see as one, or rows cut off from theirs.",
    why: "the rows look right in the file, and none of them counts anywhere",
    mend:
      "Put a line of dashes with as many cells as there are headings directly below the headings, and nothing "
      + "between the rows: no empty line, no text, no heading.",
    fix: "Writes a line of dashes with a cell for each heading; moving rows is left to you.",
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

        ### Finance

        ↓| Raj Iyer | economic buyer |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        ↓| — | — |
        | Ann Lee | champion |
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
    /// The section's first table, and the one that rows here would belong to.
    var first: Table?
    var above: Table?
    var isUnderHeading = false
    for (index, block) in section.blocks.enumerated() {
      switch block.kind {
      case .table(let table):
        first = first ?? table
        (above, isUnderHeading) = (table, false)
      // MEDDPICC has a table for each deal, under its H3.
      case .heading(3, _) where kind == .meddpicc: (first, above) = (nil, nil)
      case .heading: (above, isUnderHeading) = (first, true)
      default:
        guard let rows = TableRows(block, below: above, binder) else { continue }
        let site = Site(
          rows: rows, blocks: section.blocks, index: index, isUnderHeading: isUnderHeading,
          kind: kind, binder: binder)
        return above.map { site.finding(below: $0) } ?? site.finding()
      }
    }
    return nil
  }

  /// Rows that are none, and where they stand.
  struct Site {
    let rows: TableRows
    let blocks: [Block]
    let index: Int
    /// Whether a heading stands between the table and the rows.
    let isUnderHeading: Bool
    let kind: SectionKind
    let binder: Binder
  }
}

extension BrokenTable.Site {
  private var bytes: [UInt8] { binder.source.bytes }
  private var line: Span { rows.first }
  /// The line below the first row.
  private var below: Span {
    TableLine.trimmed(bytes, binder.lines.span(ofLine: rows.number + 1))
  }
  private var columns: Int { TableLine.cells(bytes, line).count }

  private func finding(at span: Span, _ message: String, help: String, fix: Fix? = nil) -> Finding {
    Finding(BrokenTable.about, at: span, message, help: help, key: kind.rawValue, fix: fix)
  }

  /// What is wrong where no table stands above.
  func finding() -> Finding {
    if TableLine.isRule(bytes, line) {
      return finding(
        at: line, "the line of dashes is cut off from the lines above it by an empty line",
        help: "delete the empty line above it")
    }
    if let dashes { return dashes }
    if below.count == 0, TableLine.isRule(bytes, binder.lines.span(ofLine: rows.number + 2)) {
      return finding(
        at: line, "an empty line stands between these headings and their line of dashes",
        help: "delete the empty line below them")
    }
    return finding(
      at: line, "there is no line of dashes below these headings",
      help: "add the line `\(rule)` below them")
  }

  /// A line of dashes for the headings.
  private var rule: String { "|" + String(repeating: " --- |", count: columns) }

  /// A line of dashes with too many cells or too few, or with dashes of another kind.
  private var dashes: Finding? {
    guard rows.count > 1, below.count > 0 else { return nil }
    if TableLine.isRule(bytes, below) {
      let count = TableLine.cells(bytes, below).count
      return finding(
        at: below,
        "the line of dashes has \(count) \(count == 1 ? "cell" : "cells") and the headings above it \(columns)",
        help: "write `\(rule)`", fix: Fix("write `\(rule)`", [Edit(below, rule)]))
    }
    guard let dash = TableLine.foreignDash(binder.text(below)) else { return nil }
    return finding(
      at: below, "`\(dash)` is no hyphen: there is no line of dashes below these headings",
      help: "replace this line by `\(rule)`", fix: Fix("write `\(rule)`", [Edit(below, rule)]))
  }

  /// What is wrong below a table.
  func finding(below table: Table) -> Finding {
    if repeatsHeadings {
      let rest = TableLine.isRule(bytes, below) ? rows.count - 2 : rows.count - 1
      return finding(
        at: line, "these headings have no line of dashes, and their section has its table above",
        help: rest < 1
          ? "delete them"
          : "move the \(rest == 1 ? "row" : "rows") below these headings up to the table, and delete "
            + "the headings")
    }
    if let dashes { return dashes }
    if isUnderHeading, columns > table.header.cells.count { return finding() }
    let isOne = rows.count == 1
    let (it, what) = isOne ? ("it", "this row is") : ("them", "these \(rows.count) rows are")
    let cut = self.cut
    let message = "\(what) cut off from the table above by \(cut.name)"
    if cut.isEmptyLine, rows.mark == nil {
      let which =
        cut.hasMore ? "lines between the rows" : "\(cut.lines > 1 ? "lines" : "line") above \(it)"
      return finding(at: line, message, help: "delete the empty \(which)")
    }
    return finding(
      at: line, message,
      help: "move \(isOne ? "this row" : "these rows") up to the table, below its last row"
        + (rows.mark.map { ", without the \($0) before \(it)" } ?? ""))
  }

  /// Whether the first row holds names of columns.
  private var repeatsHeadings: Bool {
    let cells = TableLine.cells(bytes, line)
    let known = cells.count { cell in
      let text = binder.text(cell)
      return kind.columns.contains { $0.isNamed(text) }
    }
    return known >= min(2, cells.count)
  }

  /// What stands between the table and the rows.
  private var cut: (name: String, isEmptyLine: Bool, lines: Int, hasMore: Bool) {
    if rows.isBelowText { return ("text", false, 0, false) }
    switch index > 0 ? blocks[index - 1].kind : .rule {
    case .table:
      var lines = 0
      while isBlank(rows.number - 1 - lines) { lines += 1 }
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let hasMore = next.flatMap { TableRows($0, below: nil, binder) } != nil
      return (lines > 1 ? "empty lines" : "an empty line", lines > 0, lines, hasMore)
    case .heading: return ("a heading", false, 0, false)
    case .rule: return ("a line across the page", false, 0, false)
    case .html(let html):
      return (html.hasPrefix("<!--") ? "a comment" : "HTML", false, 0, false)
    default: return ("text", false, 0, false)
    }
  }

  private func isBlank(_ line: Int) -> Bool {
    line > 0 && TableLine.trimmed(bytes, binder.lines.span(ofLine: line)).count == 0
  }
}
