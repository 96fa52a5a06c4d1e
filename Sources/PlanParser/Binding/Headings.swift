import PlanModel
import PlanSource

/// The headings of a table, and which columns of a section they begin.
struct Headings {
  private let header: Table.Row
  private let binder: Binder
  /// Without the colon or the parenthesis at their end.
  private let names: [String]
  /// The same, folded.
  private let folded: [[UInt8]]

  init(_ header: Table.Row, _ binder: Binder) {
    self.header = header
    self.binder = binder
    names = header.cells.map {
      let text = $0.inlines.plainText.trimmingSpaces
      return Document.bare(text) ?? text
    }
    folded = names.map(Nearest.fold)
  }

  /// The first heading that is the column's name or one of its aliases.
  func index(of column: Column) -> Int? {
    folded.firstIndex { column.isNamed(folded: $0) }
  }

  /// The columns of the format that headings are or are nearly, in the order of the format.
  func columns(meantOf kind: SectionKind) -> [Column] {
    let columns = kind.columns
    let words = columns.flatMap { [$0.name] + $0.aliases }
    let meant = names.compactMap { name in
      if columns.contains(where: { $0.isNamed(name) }) { return name }
      return binder.mayCompare(words.count) ? Nearest.only(name, among: words) : nil
    }
    return columns.filter { column in meant.contains { column.isNamed($0) } }
  }

  // MARK: Near headings

  /// Reports each required column that is missing. A column that is missing is read from the heading that is nearly its
  /// name, if there is one, and that is reported. One that is not required must have fitting cells, too.
  func read(near columns: inout [FoundColumn], of kind: SectionKind, in table: Table) {
    // Most tables hold columns of the format and nothing else.
    guard
      columns.contains(where: { $0.index == nil && $0.column.isRequired })
        || names.indices.contains(where: { isFree($0, columns) })
    else { return }
    for (index, name) in names.enumerated() where isFree(index, columns) {
      let absent = columns.indices.filter { columns[$0].index == nil }
      let wanted = absent.map { columns[$0].column.name }
      guard let near = binder.nearest(name, among: wanted).sure,
        let found = absent.first(where: { columns[$0].column.name == near }),
        columns[found].column.isRequired
          || binder.fits(Self.cells(index, of: table), columns[found].column, of: kind)
      else { continue }
      columns[found].index = index
      if columns[found].column.isRequired {
        binder.report(
          MissingColumn.finding(
            columns[found].column, of: kind, at: header.span, readAs: name,
            fix: renaming(index, near)))
      } else {
        binder.report(
          UnknownKey.finding(
            name, at: header.cells[index].span, among: wanted,
            taken: binder.readAs(near), near: near,
            allowsOwn: false, noun: "column", fix: renaming(index, near)))
      }
    }
    for index in columns.indices where columns[index].index == nil {
      guard columns[index].column.isRequired else { continue }
      readShort(&columns, index, of: kind)
    }
  }

  /// A required column that no heading is surely meant as: the other way round a shorter heading may be near enough.
  private func readShort(_ columns: inout [FoundColumn], _ index: Int, of kind: SectionKind) {
    let column = columns[index].column
    let free = names.indices.filter { isFree($0, columns) }
    let (sure, guess) = binder.nearest(column.name, among: free.map { names[$0] })
    columns[index].index = sure.flatMap { near in free.first { names[$0] == near } }
    binder.report(
      MissingColumn.finding(
        column, of: kind, at: header.span, readAs: sure,
        near: guess.flatMap { Nearest.only($0, among: [column.name]) == nil ? nil : $0 },
        fix: columns[index].index.flatMap { renaming($0, column.name) }))
    if sure == nil {
      binder.doubt(Field(name: column.name, topic: .section(kind)), MissingColumn.about)
    }
  }

  /// The first cells of a column in which something is written.
  private static func cells(_ index: Int, of table: Table) -> [String] {
    let texts = table.rows.lazy.compactMap { row -> String? in
      guard index < row.cells.count else { return nil }
      let text = row.cells[index].inlines.plainText.trimmingSpaces
      return CellText.isEmpty(text) ? nil : text
    }
    return Array(texts.prefix(8))
  }

  private func renaming(_ index: Int, _ name: String) -> Fix? {
    binder.rewriting(names[index], as: name, at: header.cells[index].span)
  }

  private func isFree(_ index: Int, _ columns: [FoundColumn]) -> Bool {
    !names[index].isEmpty && !columns.contains { $0.index == index }
  }

  // MARK: Columns twice

  /// Reports each heading that is a column of the format which an earlier one is already.
  func rejectSeconds(_ columns: [FoundColumn], of kind: SectionKind) {
    guard columns.count(where: { $0.index != nil }) < names.count else { return }
    for index in names.indices where isFree(index, columns) {
      guard let found = columns.first(where: { $0.column.isNamed(folded: folded[index]) }),
        let first = found.index
      else { continue }
      let span = header.cells[index].span
      binder.report(
        DuplicateKey.column(
          found.column.name, of: kind, at: span,
          first: (names[first], binder.place(header.cells[first].span))))
      // Nobody knows which of the two cells is true.
      binder.doubt(Field(name: found.column.name, topic: found.topic), DuplicateKey.about)
    }
  }

  // MARK: What a heading says of its amounts

  /// Reads the currency in `Amount (EUR)`. A column whose heading says what its cells must be multiplied by is not read.
  func readUnits(of columns: inout [FoundColumn]) {
    for position in columns.indices {
      guard ["Amount", "Potential"].contains(columns[position].column.name),
        let index = columns[position].index
      else { continue }
      let text = header.cells[index].inlines.plainText.trimmingSpaces
      guard text.utf8.last == UInt8(ascii: ")"), let open = text.lastIndex(of: "(") else {
        continue
      }
      let unit = HeadingUnit(text[text.index(after: open)...].dropLast(), in: binder.program)
      guard let expected = unit.fault(in: binder.program) else {
        columns[position].currency = unit.currency
        continue
      }
      let name = columns[position].column.name
      let written = String(text[open...])
      binder.reject(
        Written(
          text: written, span: binder.find(written, in: header.cells[index].span),
          field: Field(name: "the heading \(name)", topic: columns[position].topic)),
        isNo: expected.isNo, help: expected.help)
      columns[position].index = nil
    }
  }
}

/// What stands in parentheses behind `Amount`: a currency, thousands, or a remark.
private struct HeadingUnit {
  private(set) var currency: String?
  private var isScaled = false

  private static let scales: Set<String> = [
    "k", "m", "mn", "mio", "mil", "mm", "b", "bn", "cr", "l", "thousand", "thousands", "million",
    "millions", "billion", "billions", "lakh", "lakhs", "crore", "crores", "tsd", "000", "000s",
    "1000", "1000s",
  ]
  private static let currencies: Set<String> = [
    "AED", "BRL", "CHF", "CNY", "CZK", "DKK", "HUF", "IDR", "ILS", "KRW", "MYR", "NOK", "PHP",
    "PLN", "RON", "SAR", "SEK", "THB", "TRY", "VND", "ZAR",
  ]

  init(_ text: Substring, in program: Program) {
    var spaced = String(text)
    for (symbol, code) in Currency.symbols where spaced.contains(symbol) {
      let isOwn = symbol == "$" && Currency.dollars.contains(program.currency)
      currency = isOwn ? program.currency : code
      spaced = spaced.replacing(symbol, with: " ")
    }
    for word in spaced.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let upper = word.uppercased()
      if Self.isCurrency(upper, program) {
        currency = upper
      } else if upper.utf8.count == 4, "KTM".contains(upper.prefix(1)),
        Self.isCurrency(String(upper.dropFirst()), program)
      {
        isScaled = true
      } else if Self.scales.contains(word.lowercased()) {
        isScaled = true
      }
    }
  }

  private static func isCurrency(_ code: String, _ program: Program) -> Bool {
    code == program.currency || program.currencies[code] != nil || currencies.contains(code)
      || Currency.dollars.contains(code) || Currency.symbols.contains { $0.code == code }
  }

  /// What is wrong with it, if its amounts cannot be read by it.
  func fault(in program: Program) -> (isNo: String, help: String)? {
    if isScaled {
      return (
        "read by nobody: each amount counts as its cell has it",
        "leave it out, and write each amount whole: `120k`, `1.2M`"
      )
    }
    guard let currency, currency != program.currency, program.currencies[currency] == nil else {
      return nil
    }
    return (
      "a currency without a rate",
      "add the rate to planc.yml, `currencies: { \(currency): … }` (units of "
        + "\(program.currency) in one \(currency)), or write the amounts in \(program.currency)"
    )
  }
}
