import PlanModel
import PlanSource

/// A column found in a table's header, or not.
struct FoundColumn {
  let index: Int?
  let column: Column
  let topic: Topic
}

/// A section's table, read by the names of its columns.
struct TableReader {
  let kind: SectionKind
  private let binder: Binder
  private let table: Table
  /// Beside `kind.columns`.
  private let columns: [FoundColumn]
  /// Whether every required column was found.
  let isReadable: Bool

  /// Finds the columns and reports those that are required and missing. A missing one with a single near neighbour
  /// among the headings is read as that.
  init(_ table: Table, of kind: SectionKind, _ binder: Binder) {
    self.kind = kind
    self.binder = binder
    self.table = table
    let headings = table.header.cells.map { $0.inlines.plainText.trimmingSpaces }
    let folded = headings.map(Nearest.fold)
    var isReadable = true
    columns = kind.columns.map { column in
      let topic = Topic.column(kind, column.name)
      let names = ([column.name] + column.aliases).map(Nearest.fold)
      var index = folded.firstIndex { names.contains($0) }
      if index == nil, column.isRequired {
        let near = Nearest.sure(column.name, among: headings)
        index = near.flatMap { headings.firstIndex(of: $0) }
        binder.report(
          MissingColumn.finding(column, of: kind, at: table.header.span, readAs: near))
        if index == nil {
          isReadable = false
          binder.doubt(Field(name: column.name, topic: .section(kind)), MissingColumn.about)
        }
      }
      return FoundColumn(index: index, column: column, topic: topic)
    }
    self.isReadable = isReadable
  }

  /// The rows that can be read: all required cells are filled, or at least those of `needed`.
  ///
  /// - Parameter needed: Columns without which a row says nothing; the others may be empty, with a finding.
  func rows(needed: [String]) -> [RowReader] {
    var readers: [RowReader] = []
    for row in table.rows {
      if row.isStray {
        binder.report(RaggedRow.stray(at: row.span, text: binder.text(row.span)))
        continue
      }
      if let dropped = row.dropped {
        binder.report(
          RaggedRow.surplus(
            TableLine.cells(binder.source.bytes, row.span).count, of: table.header.cells.count,
            at: dropped, text: binder.text(dropped)))
      }
      guard isReadable else { continue }
      let reader = RowReader(row: row, columns: columns, binder: binder)
      // A row of the template that nobody filled in has its own finding and stands for nobody.
      if needed.contains(where: { reader.isPlaceholder($0) }) { continue }
      if reader.requireCells(needed) { readers.append(reader) }
    }
    return readers
  }
}

/// One row, read by the names of its columns.
struct RowReader {
  let row: Table.Row
  fileprivate let columns: [FoundColumn]
  fileprivate let binder: Binder

  var span: Span { row.span }

  /// What a cell holds; nil when it is empty or its column is not there.
  subscript(name: String) -> Written? {
    guard let column = columns.first(where: { $0.column.name == name }), let index = column.index,
      index < row.cells.count
    else { return nil }
    let cell = row.cells[index]
    let text = cell.inlines.plainText.trimmingSpaces
    guard !CellText.isEmpty(text) else { return nil }
    return Written(
      text: text, span: cell.span,
      field: Field(name: column.column.name, topic: column.topic, row: row.span))
  }

  /// Whether a cell holds `<…>` and nothing else.
  fileprivate func isPlaceholder(_ name: String) -> Bool {
    guard let text = self[name]?.text else { return false }
    return text.hasPrefix("<") && text.hasSuffix(">")
  }

  /// Reports the required cells that are empty; false when one of `needed` is.
  fileprivate func requireCells(_ needed: [String]) -> Bool {
    var isReadable = true
    let subject = columns.lazy.compactMap { self[$0.column.name]?.text }.first ?? ""
    for column in columns where column.column.isRequired && self[column.column.name] == nil {
      let cell = column.index.flatMap { $0 < row.cells.count ? row.cells[$0].span : nil }
      binder.report(
        EmptyCell.finding(
          column.column.name, at: cell ?? Span(row.span.end, row.span.end), row: row.span,
          subject: subject))
      let isNeeded = needed.contains(column.column.name)
      let topic: Topic =
        if isNeeded, case .column(let kind, _) = column.topic { .section(kind) } else { column.topic }
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
    text.isEmpty || text == "-" || text == "–" || text.lowercased() == "n/a"
  }
}
