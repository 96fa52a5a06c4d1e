import PlanModel

/// Parts of the brief for readers outside, without addresses and raw HTML.
struct EditionBrief {
  let plan: Plan
  /// Of the plan, as it is written.
  let text: [TextSection]
  let discretion: Discretion

  /// The parts that the edition names and the plan has.
  func html(_ part: Edition.Part) -> HTML {
    var prose = Prose(pages: [:], path: plan.path, root: "")
    var html = HTML()
    for column in part.columns {
      guard let kind = BriefPart.allCases.first(where: { $0.heading == column }) else { continue }
      let blocks = outward(blocks(of: kind))
      if blocks.isEmpty { continue }
      html += "<h3>\(column)</h3>" + prose.render(blocks, of: column)
    }
    return html
  }

  /// What stands below the heading of a part, up to the next heading or part.
  private func blocks(of kind: BriefPart) -> [Block] {
    let parts = plan.brief?.parts ?? []
    guard let start = parts.first(where: { $0.kind.value == kind && !$0.isEmpty })?.kind.span.start,
      let section = text.first(where: { $0.kind == .brief }),
      let index = section.blocks.firstIndex(where: { $0.span.start == start })
    else { return [] }
    let starts = parts.map(\.kind.span.start)
    return section.blocks[(index + 1)...].prefix { block in
      if starts.contains(block.span.start) { return false }
      return if case .heading(let level, _) = block.kind { level > 3 } else { true }
    } + []
  }

  private func outward(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      let kind: Block.Kind
      switch block.kind {
      case .heading(let level, let inlines): kind = .heading(level: level, outward(inlines))
      case .paragraph(let inlines): kind = .paragraph(outward(inlines))
      case .quote(let inner): kind = .quote(outward(inner))
      case .code(let language, let text):
        kind = .code(language: language, text: discretion.text(text))
      case .list(let list):
        kind = .list(
          List(
            start: list.start,
            items: list.items.map {
              ListItem(done: $0.done, blocks: outward($0.blocks), span: $0.span)
            }))
      case .table(let table):
        kind = .table(
          Table(
            header: outward(table.header), rows: table.rows.map(outward),
            alignments: table.alignments))
      case .rule: kind = .rule
      case .html: return nil
      }
      return Block(kind, at: block.span)
    }
  }

  private func outward(_ row: Table.Row) -> Table.Row {
    Table.Row(cells: row.cells.map { Table.Cell(outward($0.inlines), at: $0.span) }, span: row.span)
  }

  /// Running text. Where something is taken out the marks go with it: a name may be written across them.
  private func outward(_ inlines: [Inline]) -> [Inline] {
    let shown = Self.withoutAddresses(inlines)
    let text = shown.plainText
    let clean = discretion.text(text)
    return clean == text ? shown : [.text(clean)]
  }

  /// A link as its text, a picture as what it is called.
  private static func withoutAddresses(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .link(_, _, let inner), .image(_, _, let inner): withoutAddresses(inner)
      case .emphasis(let inner): [.emphasis(withoutAddresses(inner))]
      case .strong(let inner): [.strong(withoutAddresses(inner))]
      case .strikethrough(let inner): [.strikethrough(withoutAddresses(inner))]
      case .html: []
      case .text, .code, .softBreak, .lineBreak: [inline]
      }
    }
  }
}
