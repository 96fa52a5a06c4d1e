import PlanModel
import PlanSource

/// A column found in a table's header, or not.
struct FoundColumn {
  var index: Int?
  let column: Column
  let topic: Topic
  /// The currency of amounts without one, where the heading names it.
  var currency: String?
}

/// A section's table, read by the names of its columns.
struct TableReader {
  let kind: SectionKind
  private let binder: Binder
  private let table: Table
  /// Beside `kind.columns`.
  private var columns: [FoundColumn]
  /// Whether every required column was found.
  let isReadable: Bool

  /// Finds the columns and reports those that are required and missing. A missing one with a single near neighbour
  /// among the headings is read as that.
  init(_ table: Table, of kind: SectionKind, _ binder: Binder) {
    self.kind = kind
    self.binder = binder
    self.table = table
    let headings = Headings(table.header, binder)
    columns = kind.columns.map { column in
      FoundColumn(
        index: headings.index(of: column), column: column, topic: .column(kind, column.name))
    }
    headings.read(near: &columns, of: kind, in: table)
    headings.rejectSeconds(columns, of: kind)
    headings.readUnits(of: &columns)
    isReadable = columns.allSatisfy { $0.index != nil || !$0.column.isRequired }
    if binder.looksAtAlignment, let finding = UnalignedTable.find(in: table, of: kind, binder) {
      binder.report(finding)
    }
  }

  /// Deletes surplus cells in which nothing is written: from behind the `|` of the last cell to the end of the row.
  private func cutting(_ dropped: Span, of row: Table.Row) -> Fix? {
    let bytes = binder.source.bytes
    var start = dropped.start
    while start > row.span.start, bytes[start - 1] != UInt8(ascii: "|") { start -= 1 }
    let isEmpty = bytes[start..<row.span.end].allSatisfy { [0x20, 0x09, 0x7C].contains($0) }
    guard isEmpty, start < row.span.end else { return nil }
    return Fix("delete the empty cell", [Edit(Span(start, row.span.end), "")])
  }

  /// What the rows hold. A row without a cell of `needed` stands for nothing, but its other cells are read, for their
  /// own faults.
  func items<Item>(needed: [String], _ read: (RowReader) -> Item?) -> [Item] {
    rows(needed: needed).compactMap { row in
      let item = binder.reading(row) { read(row) }
      return row.isReadable ? item : nil
    }
  }

  /// The rows of the table, those too that cannot be read.
  ///
  /// - Parameter needed: Columns without which a row says nothing; the others may be empty, with a finding.
  func rows(needed: [String]) -> [RowReader] {
    var readers: [RowReader] = []
    for (index, row) in table.rows.enumerated() {
      if row.isStray {
        let isLast = table.rows[index...].allSatisfy(\.isStray)
        binder.report(
          RaggedRow.stray(at: row.span, text: binder.text(row.span), isLast: isLast))
        continue
      }
      if let dropped = row.dropped {
        binder.report(
          RaggedRow.surplus(
            TableLine.cells(binder.source.bytes, row.span).count, of: table.header.cells.count,
            at: dropped, text: binder.text(dropped), fix: cutting(dropped, of: row)))
      }
      guard isReadable else { continue }
      var reader = RowReader(row: row, columns: columns, binder: binder)
      // A row of the template that nobody filled in has its own finding and stands for nobody.
      if needed.contains(where: { reader.isPlaceholder($0) }) { continue }
      reader.isReadable = binder.reading(reader) { reader.requireCells(needed) }
      readers.append(reader)
    }
    return readers
  }
}

/// One row, read by the names of its columns.
struct RowReader {
  let row: Table.Row
  private let columns: [FoundColumn]
  private let binder: Binder
  /// The texts of the cells, beside `columns`; empty where nothing is written or there is no such column.
  private let texts: [String]
  /// Whether a `|` too many may have moved its cells.
  var isRagged: Bool { row.dropped != nil }
  /// Whether the row says what it is about.
  fileprivate(set) var isReadable = true

  fileprivate init(row: Table.Row, columns: [FoundColumn], binder: Binder) {
    self.row = row
    self.columns = columns
    self.binder = binder
    texts = columns.map { column in
      guard let index = column.index, index < row.cells.count else { return "" }
      let text = row.cells[index].inlines.plainText.trimmingSpaces
      return CellText.isEmpty(text) ? "" : text
    }
  }

  var span: Span { row.span }

  /// What a cell holds; nil when it is empty or its column is not there.
  subscript(name: String) -> Written? {
    columns.firstIndex { $0.column.name == name }.flatMap { written(at: $0) }
  }

  /// A cell without which the row stands for nothing; empty only in a row that cannot be read.
  func needed(_ name: String) -> Located<String> {
    self[name].map { Located($0.text, at: $0.span) } ?? Located("", at: row.span)
  }

  private func written(at position: Int) -> Written? {
    let column = columns[position]
    guard !texts[position].isEmpty, let index = column.index else { return nil }
    return Written(
      text: texts[position], span: row.cells[index].span,
      field: Field(name: column.column.name, topic: column.topic, row: row.span),
      currency: column.currency)
  }

  /// Whether a cell holds `<…>` and nothing else.
  fileprivate func isPlaceholder(_ name: String) -> Bool {
    guard let text = self[name]?.text else { return false }
    return text.hasPrefix("<") && text.hasSuffix(">")
  }

  /// Reports the required cells that are empty; false when one of `needed` is.
  fileprivate func requireCells(_ needed: [String]) -> Bool {
    var isReadable = true
    let subject = texts.first { !$0.isEmpty } ?? ""
    for (column, text) in zip(columns, texts) where column.column.isRequired && text.isEmpty {
      let cell = column.index.flatMap { $0 < row.cells.count ? row.cells[$0].span : nil }
      binder.report(
        EmptyCell.finding(
          column.column.name, at: cell ?? Span(row.span.end, row.span.end), row: row.span,
          subject: subject))
      let isNeeded = needed.contains(column.column.name)
      let topic: Topic =
        if isNeeded, case .column(let kind, _) = column.topic { .section(kind) } else {
          column.topic
        }
      binder.doubt(
        Field(name: column.column.name, topic: topic, row: isNeeded ? nil : row.span),
        EmptyCell.about)
      if isNeeded { isReadable = false }
    }
    return isReadable
  }
}

/// What a cell says when it says nothing.
enum CellText {
  static func isEmpty(_ text: String) -> Bool {
    switch text.utf8.count {
    case 0: true
    case 1: text == "-"
    case 3: text == "–" || text == "—" || text.lowercased() == "n/a"
    default: false
    }
  }
}
