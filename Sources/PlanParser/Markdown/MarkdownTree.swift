import CCmarkGFM
import PlanModel
import PlanSource

/// Turns cmark's tree into ours, with places that match the file.
struct MarkdownTree {
  private typealias Node = OpaquePointer

  private let lines: LineIndex
  private let bytes: [UInt8]
  /// Lines of the file above the text that cmark saw.
  private let above: Int

  /// The blocks of a file's body.
  ///
  /// - Parameters:
  ///   - start: Where the body begins; a line's start.
  static func blocks(of bytes: [UInt8], from start: Int, lines: LineIndex) -> [Block] {
    let tree = MarkdownTree(lines: lines, bytes: bytes, above: lines.line(at: start) - 1)
    return bytes.withUnsafeBufferPointer { buffer in
      let body = UnsafeBufferPointer(rebasing: buffer[start...])
      return CmarkExtensions.shared.withDocument(of: body) { tree.blocks(below: $0) } ?? []
    }
  }

  private func blocks(below parent: Node) -> [Block] {
    var blocks: [Block] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let block = block(node) { blocks.append(block) }
      next = cmark_node_next(node)
    }
    return blocks
  }

  private func block(_ node: Node) -> Block? {
    let span = span(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return Block(
        .heading(level: Int(cmark_node_get_heading_level(node)), InlineTree.inlines(below: node)),
        at: span)
    case CMARK_NODE_PARAGRAPH: return Block(.paragraph(InlineTree.inlines(below: node)), at: span)
    case CMARK_NODE_LIST: return Block(.list(list(node)), at: span)
    case CMARK_NODE_BLOCK_QUOTE: return Block(.quote(blocks(below: node)), at: span)
    case CMARK_NODE_CODE_BLOCK:
      return Block(
        .code(
          language: InlineTree.text(cmark_node_get_fence_info(node)),
          text: InlineTree.text(cmark_node_get_literal(node))), at: span)
    case CMARK_NODE_HTML_BLOCK:
      let html = InlineTree.text(cmark_node_get_literal(node))
      return Block(.html(html), at: self.span(of: node, lines: html.utf8.count { $0 == 0x0A }))
    case CMARK_NODE_THEMATIC_BREAK: return Block(.rule, at: span)
    default:
      return InlineTree.isType(node, "table")
        ? table(node).map { Block(.table($0), at: span) } : nil
    }
  }

  /// From the first character of the node's first line to the end of its last.
  ///
  /// - Parameter count: How many lines it has at least: cmark ends a block of HTML a line early.
  private func span(of node: Node, lines count: Int = 1) -> Span {
    let start = Int(cmark_node_get_start_line(node))
    let end = max(Int(cmark_node_get_end_line(node)), start + count - 1)
    let first = lines.span(ofLine: start + above)
    let last = lines.span(ofLine: end + above)
    let column = max(Int(cmark_node_get_start_column(node)) - 1, 0)
    let from = trimmed(Span(min(first.start + column, first.end), first.end)).start
    return Span(from, max(from, trimmed(last).end))
  }

  private func list(_ node: Node) -> List {
    var items: [ListItem] = []
    var next = cmark_node_first_child(node)
    while let item = next {
      let isTask = InlineTree.isType(item, "tasklist")
      let span = span(of: item)
      items.append(
        ListItem(
          done: isTask ? isTicked(span) : nil, blocks: blocks(below: item), span: span))
      next = cmark_node_next(item)
    }
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return List(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items)
  }

  /// Whether a task's box is ticked. cmark says so too of an `[x]` further on in the line.
  private func isTicked(_ item: Span) -> Bool {
    guard let box = bytes[item.start..<item.end].firstIndex(of: UInt8(ascii: "[")) else {
      return false
    }
    return box + 1 < item.end && bytes[box + 1] | 0x20 == UInt8(ascii: "x")
  }

  /// cmark misplaces the header below a line of text, drops surplus cells in silence and shifts columns behind `\|`:
  /// rows and cells are found again in the source line.
  private func table(_ node: Node) -> Table? {
    var rows: [Table.Row] = []
    var header: Table.Row?
    var next = cmark_node_first_child(node)
    while let row = next {
      var line = Int(cmark_node_get_start_line(row)) + above
      if header == nil {
        let last = Int(cmark_node_get_end_line(node)) + above
        while line < last, !TableLine.isRule(bytes, lines.span(ofLine: line + 1)) { line += 1 }
      }
      let built = self.row(row, line: line, columns: header?.cells.count)
      if header == nil { header = built } else { rows.append(built) }
      next = cmark_node_next(row)
    }
    guard let header else { return nil }
    return Table(header: header, rows: rows, alignments: alignments(of: node))
  }

  private func row(_ node: Node, line: Int, columns: Int?) -> Table.Row {
    let whole = lines.span(ofLine: line)
    let column = max(Int(cmark_node_get_start_column(node)) - 1, 0)
    let span = trimmed(Span(min(whole.start + (columns == nil ? 0 : column), whole.end), whole.end))
    let places = TableLine.cells(bytes, span)
    var cells: [Table.Cell] = []
    var next = cmark_node_first_child(node)
    while let cell = next {
      let place = cells.count < places.count ? places[cells.count] : Span(span.end, span.end)
      cells.append(Table.Cell(InlineTree.inlines(below: cell), at: place))
      next = cmark_node_next(cell)
    }
    var dropped: Span?
    if let columns, places.count > columns, let last = places.last {
      dropped = Span(places[columns].start, last.end)
    }
    let isStray = columns != nil && !bytes[span.start..<span.end].contains(UInt8(ascii: "|"))
    return Table.Row(
      cells: cells, span: span, dropped: dropped, isStray: isStray && (columns ?? 0) > 1)
  }

  private func alignments(of node: Node) -> [Table.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { index in
      switch letters[index] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func trimmed(_ span: Span) -> Span { TableLine.trimmed(bytes, span) }
}
