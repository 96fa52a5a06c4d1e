import PlanModel
import PlanSource

/// A section's table whose columns do not stand below each other in the file.
enum UnalignedTable: ReadingRule {
  static let about = RuleInfo(
    name: "structure/unaligned-table", level: .off,
    summary: "A section's table whose columns do not line up in the file.",
    why: "a table that lines up is read, and mended, without a preview",
    mend:
      "Let `planc lint --select structure/unaligned-table --fix` line them up. The rule is off unless `rules:` or "
      + "`--select` names it: a table reads the same either way, and a row that grows moves all others in the difference.",
    fix: "Writes each cell as wide as the widest of its column, as a terminal shows it.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        ↓| Risk | Severity |
        | --- | --- |
        | Budget freeze | high |
        """, settings: settings),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        ↓Risk | Severity
        :-- | ---:
        予算 | high
        Übernahme | low
        """, settings: settings),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk          | Severity |
        | ------------- | -------- |
        | Budget freeze | high     |
        | 予算凍結      | high     |
        """, settings: settings),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Risks

        | Risk | Severity |
        | --- | --- |
        | Budget freeze | high |
        """),
    ])

  private static let settings = "rules: { structure/unaligned-table: info }\n"

  /// The table's finding; nil when it lines up, or when a row has other faults that come first.
  static func find(in table: Table, of kind: SectionKind, _ binder: Binder) -> Finding? {
    let rows = table.rows
    guard !rows.contains(where: { $0.dropped != nil || $0.isStray }) else { return nil }
    let first = binder.lines.line(at: table.header.span.start)
    let source = AlignedTable(
      lines: (first..<first + rows.count + 2).map { binder.lines.span(ofLine: $0) },
      alignments: table.alignments, binder.source.bytes)
    guard !source.isAligned, let last = rows.last?.span ?? source.lines.last else { return nil }
    let edits = source.edits
    let scope = Span(table.header.span.start, last.end)
    return Finding(
      about, at: table.header.span, "the columns of this table do not line up", key: kind.rawValue,
      fix: edits.isEmpty ? nil : Fix("line the columns up", edits, scope: scope))
  }
}

/// The lines of a table, and how they would be with columns of one width.
private struct AlignedTable {
  let lines: [Span]
  private let bytes: [UInt8]
  private let alignments: [Table.Alignment]
  private let cells: [[String]]

  /// - Parameter lines: The header's, the rule's, then the rows'.
  init(lines: [Span], alignments: [Table.Alignment], _ bytes: [UInt8]) {
    (self.lines, self.alignments, self.bytes) = (lines, alignments, bytes)
    cells = lines.map { line in
      TableLine.cells(bytes, TableLine.trimmed(bytes, line)).map { Self.text(bytes, $0) }
    }
  }

  /// Whether the pipes of every line stand below those of the header.
  var isAligned: Bool {
    let columns = lines.map(pipes)
    guard let header = columns.first else { return true }
    return columns.allSatisfy { header.starts(with: $0) }
  }

  /// The lines that would be other ones.
  var edits: [Edit] {
    guard let first = lines.first else { return [] }
    let indent = Self.text(bytes, Span(first.start, TableLine.trimmed(bytes, first).start))
    let widths = alignments.indices.map { column in
      cells.enumerated().map { row, cells in
        row == 1 || column >= cells.count ? 3 : max(3, DisplayWidth.of(cells[column]))
      }.max() ?? 3
    }
    return lines.indices.compactMap { row in
      let texts = cells[row].enumerated().prefix(widths.count).map { column, text in
        row == 1
          ? dashes(alignments[column], widths[column])
          : padded(text, alignments[column], widths[column])
      }
      let line = indent + "| " + texts.joined(separator: " | ") + " |"
      return line == Self.text(bytes, lines[row]) ? nil : Edit(lines[row], line)
    }
  }

  /// The columns of a line's pipes on a terminal. A pipe behind a backslash divides nothing.
  private func pipes(_ line: Span) -> [Int] {
    var columns: [Int] = []
    var column = 0
    var isEscaped = false
    for scalar in Self.text(bytes, line).unicodeScalars {
      if scalar == "|", !isEscaped { columns.append(column) }
      isEscaped = scalar == "\\" && !isEscaped
      column += DisplayWidth.of(scalar)
    }
    return columns
  }

  private func dashes(_ alignment: Table.Alignment, _ width: Int) -> String {
    let left = alignment == .left || alignment == .center ? ":" : "-"
    let right = alignment == .right || alignment == .center ? ":" : "-"
    return left + String(repeating: "-", count: width - 2) + right
  }

  private func padded(_ text: String, _ alignment: Table.Alignment, _ width: Int) -> String {
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return alignment == .right ? space + text : text + space
  }

  private static func text(_ bytes: [UInt8], _ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
