import PlanModel

/// Counts the words of Markdown as people do: what stands between spaces and holds a letter or a digit.
struct WordCount {
  private(set) var words = 0

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  mutating func add(_ block: Block) {
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines): add(inlines.plainText)
    case .list(let list): for item in list.items { add(item.blocks) }
    case .quote(let inner): add(inner)
    case .code(_, let text): add(text)
    case .table(let table):
      for row in [table.header] + table.rows {
        for cell in row.cells { add(cell.inlines.plainText) }
      }
    case .rule, .html: break
    }
  }

  /// Two characters of a script without spaces (three bytes each, from U+2E80 on) count as a word.
  private mutating func add(_ text: String) {
    var isInWord = false
    var alone = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1:
        if !isInWord { words += 1 }
        isInWord = true
      case 0x09...0x0D, 0x20: isInWord = false
      case 0xE3...0xED: alone += 1
      default: break
      }
    }
    words += alone / 2
  }
}
