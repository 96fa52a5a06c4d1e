import PlanModel
import PlanSource

/// The section that a heading and the table below it tell together: `## The committee` above names and roles.
struct SectionGuess {
  let kind: SectionKind
  /// Whether the heading says no more than the section's title.
  let isPlain: Bool

  /// The H2s, by their place among the blocks, that are the only one of a kind: nothing in the heading says anything
  /// but the section's title, and the table has every column that the section needs.
  static func kinds(in blocks: [Block], _ binder: Binder) -> [Int: SectionGuess] {
    var guesses: [SectionKind: [(index: Int, guess: SectionGuess)]] = [:]
    var titled: Set<SectionKind> = []
    for (index, block) in blocks.enumerated() {
      guard case .heading(2, let inlines) = block.kind,
        binder.mayCompare(SectionKind.headings.count)
      else { continue }
      let heading = inlines.plainText.trimmingSpaces
      if let kind = Document.meant(heading) {
        titled.insert(kind)
      } else if let table = table(in: blocks[(index + 1)...]),
        let guess = guess(of: heading, above: table)
      {
        guesses[guess.kind, default: []].append((index, guess))
      }
    }
    let sure = guesses.filter { kind, found in found.count == 1 && !titled.contains(kind) }
    return Dictionary(sure.values.joined().map { ($0.index, $0.guess) }) { first, _ in first }
  }

  /// The first table of a section.
  ///
  /// - Parameter rest: All blocks below its heading, those of the next sections too.
  static func table(in rest: ArraySlice<Block>) -> Table? {
    for block in rest {
      switch block.kind {
      case .heading(let level, _) where level <= 2: return nil
      case .table(let table): return table
      default: continue
      }
    }
    return nil
  }

  /// Whether a table has a column, by its name or an alias.
  static func has(_ table: Table, _ column: Column) -> Bool {
    table.header.cells.contains { cell in
      let name = cell.inlines.plainText
      return ([column.name] + column.aliases).contains { Nearest.isSame($0, name) }
    }
  }

  /// The finding that says as what the heading is read. A title that says less is not safe to write.
  func finding(_ heading: String, at span: Span, _ binder: Binder) -> Finding {
    var fix = binder.retitling(heading, as: kind.title, level: 2, at: span)
    if let safe = fix, !isPlain { fix = Fix(safe.title, isSafe: false, safe.edits) }
    return MisnamedSection.finding(heading, at: span, meant: kind.title, fix: fix)
  }

  private static func guess(of heading: String, above table: Table) -> SectionGuess? {
    let words = words(heading)
    let telling = words.filter { !fillers.contains($0) && $0.contains(where: \.isLetter) }
    guard !telling.isEmpty, telling.count <= 4 else { return nil }
    let kinds = SectionKind.allCases.filter { kind in
      let needed = kind.columns.filter(\.isRequired)
      guard !needed.isEmpty, needed.allSatisfy({ has(table, $0) }) else { return false }
      let names = titles[kind] ?? []
      return telling.allSatisfy { word in names.contains { isNearly(word, $0) } }
    }
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    return SectionGuess(kind: kind, isPlain: telling.count == words.count)
  }

  /// What may stand in a heading beside the title without making it another one.
  private static let fillers: Set<String> = [
    "the", "our", "their", "a", "an", "and", "of", "for", "at", "in", "with", "current", "draft",
    "list", "table", "overview", "map", "key", "main",
  ]

  /// The words of each section's title and of its other titles.
  private static let titles: [SectionKind: [String]] = SectionKind.headings.reduce(into: [:]) {
    guard let kind = SectionKind(reading: $1) else { return }
    $0[kind, default: []] += words($1)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether two words are one, in the singular or the plural, or one or two edits apart.
  private static func isNearly(_ word: String, _ title: String) -> Bool {
    let (left, right) = (stem(word), stem(title))
    let limit = left.count >= 6 ? 2 : left.count >= 4 ? 1 : 0
    return left.count <= 64 && Nearest.distance(left, right, limit: limit) <= limit
  }

  private static func stem(_ word: String) -> [UInt8] {
    for end in ["ies", "es", "s", "y"] where word.hasSuffix(end) && word.count > 2 * end.count + 2 {
      return Array(word.dropLast(end.count).utf8)
    }
    return Array(word.utf8)
  }
}
