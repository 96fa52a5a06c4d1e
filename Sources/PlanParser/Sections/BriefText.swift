import PlanModel

/// What the blocks of a brief say, without marks: a line for each paragraph, cell or title.
struct BriefText {
  private(set) var text = ""

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

  private mutating func add(_ line: String) {
    guard !line.isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    text += line
  }
}
