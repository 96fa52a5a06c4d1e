import PlanSource

/// A block of Markdown, as a tree of our own: what a page is rendered from, and what the sections are read from.
public struct Block: Sendable {
  public let kind: Kind
  public let span: Span

  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  public enum Kind: Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(List)
    case quote([Block])
    case code(language: String, text: String)
    case table(Table)
    case rule
    /// Raw HTML; shown as text, never passed on.
    case html(String)
  }
}

/// A bulleted or numbered list.
public struct List: Sendable {
  /// The first number, or nil for bullets.
  public let start: Int?
  public let items: [ListItem]

  public init(start: Int?, items: [ListItem]) {
    self.start = start
    self.items = items
  }
}

/// An item of a list, or a task.
public struct ListItem: Sendable {
  /// Whether the box is ticked; nil for an item without a box.
  public let done: Bool?
  public let blocks: [Block]
  public let span: Span

  public init(done: Bool?, blocks: [Block], span: Span) {
    self.done = done
    self.blocks = blocks
    self.span = span
  }

  /// The first paragraph's inlines: what the item says, without what is nested in it.
  public var lead: [Inline] {
    if case .paragraph(let inlines)? = blocks.first?.kind { return inlines }
    return []
  }

  /// The lists nested in the item.
  public var nested: [List] {
    blocks.compactMap { if case .list(let list) = $0.kind { list } else { nil } }
  }
}

/// A table, with the places of its cells in the source.
public struct Table: Sendable {
  public let header: Row
  public let rows: [Row]
  public let alignments: [Alignment]

  public init(header: Row, rows: [Row], alignments: [Alignment]) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
  }

  public enum Alignment: Sendable { case none, left, center, right }

  public struct Row: Sendable {
    public let cells: [Cell]
    /// The line, without its line end.
    public let span: Span
    /// What Markdown drops: the cells beyond the header's.
    public let dropped: Span?
    /// A line of text below a table that Markdown takes for a row.
    public let isStray: Bool

    public init(cells: [Cell], span: Span, dropped: Span? = nil, isStray: Bool = false) {
      self.cells = cells
      self.span = span
      self.dropped = dropped
      self.isStray = isStray
    }
  }

  public struct Cell: Sendable {
    public let inlines: [Inline]
    /// The cell's text in the source, without the spaces around it.
    public let span: Span

    public init(_ inlines: [Inline], at span: Span) {
      self.inlines = inlines
      self.span = span
    }
  }
}

/// A piece of running text.
public enum Inline: Sendable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(url: String, title: String, [Inline])
  case image(url: String, title: String, [Inline])
  case softBreak
  case lineBreak
  /// Raw HTML; shown as text, never passed on.
  case html(String)
}

extension Array where Element == Inline {
  /// The text without marks: what a cell's value is.
  public var plainText: String {
    if count == 1, case .text(let only) = self[0] { return only }
    var text = ""
    for inline in self {
      switch inline {
      case .text(let string), .code(let string), .html(let string): text += string
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner), .image(_, _, let inner):
        text += inner.plainText
      case .softBreak, .lineBreak: text += " "
      }
    }
    return text
  }
}

/// An H2 section as it was written, for showing the plan's own text.
public struct TextSection: Sendable {
  /// Which section of the format it is; nil for prose under a heading of the author's own, or before the first.
  public let kind: SectionKind?
  /// The heading's inlines; empty for what stands before the first H2.
  public let title: [Inline]
  /// The heading's line; for what stands before the first H2, the first block.
  public let heading: Span
  public let blocks: [Block]

  public init(kind: SectionKind?, title: [Inline], heading: Span, blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.heading = heading
    self.blocks = blocks
  }
}
