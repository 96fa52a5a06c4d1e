import PlanModel
import PlanSource

/// Lines of a block that look like rows of a table and are none to Markdown.
struct TableRows {
  /// The first row, without the spaces around it.
  let first: Span
  /// Its line.
  let number: Int
  let count: Int
  /// Whether the block begins with lines of text.
  var isBelowText = false
  /// What stands before each row and must go.
  var mark: String?

  /// - Parameter table: The table to which the rows would belong. Without it only lines that begin with a `|` are rows.
  init?(_ block: Block, below table: Table?, _ binder: Binder) {
    let bytes = binder.source.bytes
    switch block.kind {
    case .paragraph:
      // Most paragraphs hold none.
      guard bytes[block.span.start..<block.span.end].contains(Self.pipe) else { return nil }
      self.init(paragraph: block.span, below: table, binder)
    case .code(let language, _) where language.isEmpty:
      guard let table, Self.isRow(block.span, bytes) else { return nil }
      let lines = Self.lines(block.span, binder).filter { $0.count > 0 }
      guard lines.allSatisfy({ Self.isRow($0, bytes, of: table) }) else { return nil }
      self.init(lines, binder)
      mark = "spaces"
    case .list(let list):
      guard let table, let lead = list.items.first?.blocks.first, Self.isRow(lead.span, bytes)
      else { return nil }
      let leads = list.items.compactMap(\.blocks.first?.span)
      guard leads.count == list.items.count,
        leads.allSatisfy({ Self.isRow($0, bytes, of: table) })
      else { return nil }
      self.init(leads, binder)
      mark = list.start == nil ? "`-`" : "number"
    default: return nil
    }
  }

  private static let pipe = UInt8(ascii: "|")

  private init?(_ lines: [Span], _ binder: Binder) {
    guard let first = lines.first else { return nil }
    self.first = first
    number = binder.lines.line(at: first.start)
    count = lines.count
  }

  private init?(paragraph span: Span, below table: Table?, _ binder: Binder) {
    let bytes = binder.source.bytes
    let lines = Self.lines(span, binder)
    // A drawing of another kind.
    guard bytes[span.start] != UInt8(ascii: "+") else { return nil }
    let start = lines.indices.first { index in
      index == 0 && bytes[span.start] == Self.pipe || Self.isRow(lines[index], bytes)
    }
    if let start {
      let hasSpace = bytes[lines[start].start] != Self.pipe
      guard !hasSpace || table != nil else { return nil }
      let row = Self.bare(lines[start], bytes)
      self.init([row] + lines[(start + 1)...], binder)
      isBelowText = start > 0
      mark = hasSpace ? "space" : nil
      return
    }
    // Without outer pipes as many cells as the table has tell rows from prose such as `Sources: CRM | web`.
    guard let columns = table?.header.cells.count, columns > 2,
      lines.allSatisfy({ line in
        let cells = TableLine.cells(bytes, line)
        return cells.count == columns
          && !bytes[cells[0].start..<cells[0].end].contains(UInt8(ascii: ":"))
      })
    else { return nil }
    self.init(lines, binder)
  }

  /// The lines of a block, without the spaces around them.
  private static func lines(_ span: Span, _ binder: Binder) -> [Span] {
    let last = binder.lines.line(at: max(span.start, span.end - 1))
    return (binder.lines.line(at: span.start)...last).map {
      TableLine.trimmed(binder.source.bytes, binder.lines.span(ofLine: $0))
    }
  }

  /// Whether a line begins with a `|`, if behind a space that Markdown does not take for one, and has two cells at least.
  private static func isRow(_ line: Span, _ bytes: [UInt8]) -> Bool {
    let line = bare(line, bytes)
    return line.count > 0 && bytes[line.start] == pipe && TableLine.cells(bytes, line).count > 1
  }

  /// Whether it is a row that has as many cells as a table.
  private static func isRow(_ line: Span, _ bytes: [UInt8], of table: Table) -> Bool {
    isRow(line, bytes) && TableLine.cells(bytes, line).count == table.header.cells.count
  }

  /// The line without no-break spaces before it.
  private static func bare(_ line: Span, _ bytes: [UInt8]) -> Span {
    var start = line.start
    while start + 1 < line.end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 { start += 2 }
    return TableLine.trimmed(bytes, Span(start, line.end))
  }
}
