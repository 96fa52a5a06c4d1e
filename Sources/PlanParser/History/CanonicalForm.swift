import PlanModel
import PlanSource

/// Turns Markdown into a fingerprint that is the same however the same facts are laid out: spaces, emphasis, the widths
/// and the order of columns, the order of rows, the spelling of words and amounts.
struct CanonicalForm {
  private let kind: SectionKind?
  private(set) var print = Fingerprint()

  /// - Parameter kind: The section of the format that the Markdown is from.
  init(_ kind: SectionKind?) { self.kind = kind }

  mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(let level, let inlines):
        print.add(UInt8(ascii: "#"))
        print.add(UInt8(truncatingIfNeeded: level))
        add(inlines)
      case .paragraph(let inlines):
        print.add(UInt8(ascii: "p"))
        add(inlines)
      case .list(let list):
        for item in list.items {
          print.add(UInt8(ascii: item.done == nil ? "-" : item.done == true ? "x" : "o"))
          add(item.blocks)
        }
        print.add(UInt8(ascii: "."))
      case .quote(let inner):
        print.add(UInt8(ascii: ">"))
        add(inner)
      case .code(_, let text), .html(let text):
        print.add(UInt8(ascii: "`"))
        addWords(text)
      case .table(let table): add(table)
      case .rule: continue
      }
    }
  }

  /// The cells by the names of their columns; rows in an order of their own. An empty cell is as good as none.
  private mutating func add(_ table: Table) {
    let columns = table.header.cells.map { column(named: $0.inlines.plainText.trimmingSpaces) }
    let order = columns.indices.sorted { columns[$0].name < columns[$1].name }
    var rows: [UInt64] = []
    for row in table.rows {
      var form = CanonicalForm(kind)
      for index in order where index < row.cells.count {
        let text = row.cells[index].inlines.plainText.trimmingSpaces
        guard !CellText.isEmpty(text) else { continue }
        form.addWords(columns[index].name)
        form.addWords(CanonicalValue.write(text, as: columns[index].type))
        form.addAddresses(row.cells[index].inlines)
      }
      rows.append(form.print.value)
    }
    print.add(UInt8(ascii: "|"))
    for row in rows.sorted() { print.add(number: row) }
  }

  private func column(named heading: String) -> (name: String, type: CanonicalValue.Kind) {
    let known = kind?.columns.first { column in
      Nearest.isSame(column.name, heading)
        || column.aliases.contains { Nearest.isSame($0, heading) }
    }
    guard let known else { return (heading.lowercased(), .text) }
    return (known.name, CanonicalValue.Kind(ofColumn: known.name, in: kind))
  }

  private mutating func add(_ inlines: [Inline]) {
    addWords(inlines.plainText)
    addAddresses(inlines)
  }

  /// Where links lead is a fact that the text does not show.
  private mutating func addAddresses(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .link(let url, _, let inner), .image(let url, _, let inner):
        addWords(url)
        addAddresses(inner)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        addAddresses(inner)
      case .text, .code, .softBreak, .lineBreak, .html: continue
      }
    }
  }

  /// The words, with one space between, and an end.
  mutating func addWords(_ text: String) {
    var isBetween = false
    var hasBegun = false
    for byte in text.utf8 {
      if byte <= 0x20 {
        isBetween = hasBegun
      } else {
        if isBetween { print.add(0x20) }
        (isBetween, hasBegun) = (false, true)
        print.add(byte)
      }
    }
    print.add(0)
  }

  mutating func add(_ byte: UInt8) { print.add(byte) }
  mutating func add(number: UInt64) { print.add(number: number) }
}
