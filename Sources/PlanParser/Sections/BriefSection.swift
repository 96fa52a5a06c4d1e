import PlanModel
import PlanSource

/// The brief: an H3 for each part, and the text below it.
enum BriefSection {
  static func bind(_ section: Document.Section, _ binder: Binder) -> Brief {
    var parts: [(kind: Located<BriefPart>?, isEmpty: Bool)] = []
    var text = BriefText()
    /// The parts that have their H3, once somebody asks.
    lazy var titled = Self.titled(in: section)
    for block in section.blocks {
      if case .heading(let level, let inlines) = block.kind, (2...4).contains(level) {
        let title = Located(inlines.plainText.trimmingSpaces, at: block.span)
        let part = part(of: title, level: level, titled: titled, binder)
        if part != nil || level == 3 {
          parts.append((part.map { Located($0, at: title.span) }, true))
          continue
        }
      }
      if let (part, isAlone) = bold(block, titled: titled, binder) {
        parts.append((Located(part, at: block.span), isAlone))
        if !isAlone { text.add(block) }
        continue
      }
      if !parts.isEmpty, says(block) { parts[parts.count - 1].isEmpty = false }
      text.add(block)
    }
    return Brief(
      heading: section.heading,
      parts: parts.compactMap { part in
        part.kind.map { Brief.Part(kind: $0, isEmpty: part.isEmpty) }
      }, text: text.text)
  }

  /// Whether a block says anything: a comment, `...`, a dash or the head of a table does not.
  private static func says(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph(let inlines): says(inlines)
    case .html(let text): says(text)
    case .list(let list): list.items.contains { $0.blocks.contains(where: says) }
    case .quote(let blocks): blocks.contains(where: says)
    case .table(let table):
      table.rows.contains { $0.cells.contains { says($0.inlines) } }
    case .code(_, let text): says(text)
    case .heading, .rule: false
    }
  }

  private static func says(_ inlines: [Inline]) -> Bool {
    let hasPicture = inlines.contains { if case .image = $0 { true } else { false } }
    return hasPicture || says(inlines.plainText)
  }

  private static func says(_ text: String) -> Bool {
    let (open, close) = (Array("<!--".utf8), Array("-->".utf8))
    var left: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.first {
      if byte == open[0], rest.starts(with: open) {
        rest = rest.dropFirst(open.count)
        while !rest.isEmpty, !rest.starts(with: close) { rest.removeFirst() }
        rest = rest.dropFirst(close.count)
        left.append(0x20)
        continue
      }
      left.append(byte)
      rest.removeFirst()
      // What is longer says something.
      if left.count > 6, byte > 0x20, left.drop(while: { $0 <= 0x20 }).count > 6 { return true }
    }
    let text = String(decoding: left, as: UTF8.self).trimmingSpaces
    return
      !(CellText.isEmpty(text)
      || ["...", "…", "—", "?", "??", "???", "<br>", "<br/>", "<br />"].contains(text))
  }

  /// The part that a heading begins. A near one, and one a level too low, are reported, unless the part has its own
  /// heading besides.
  private static func part(
    of title: Located<String>, level: Int, titled: @autoclosure () -> Set<BriefPart>,
    _ binder: Binder
  ) -> BriefPart? {
    let exact = exact(title.value)
    if level == 3, let exact { return exact }
    let near =
      level == 3 && binder.mayCompare(BriefPart.allCases.count)
      ? (Nearest.sure(title.value, among: BriefPart.words)
        ?? Nearest.only(title.value, among: BriefPart.words)).flatMap(BriefPart.init(rawValue:))
      : nil
    guard let part = exact ?? near else { return nil }
    if titled().contains(part) { return nil }
    let fix = binder.retitling(title.value, as: part.heading, level: 3, at: title.span)
    binder.report(
      MisnamedSection.part(title.value, level: level, at: title.span, meant: part, fix: fix))
    return part
  }

  /// The part that bold text begins where a heading belongs, with a finding, and whether it stands alone.
  private static func bold(
    _ block: Block, titled: @autoclosure () -> Set<BriefPart>, _ binder: Binder
  ) -> (part: BriefPart, isAlone: Bool)? {
    guard case .paragraph(let inlines) = block.kind, case .strong(let inner)? = inlines.first,
      let part = exact(inner.plainText.trimmingSpaces), !titled().contains(part)
    else { return nil }
    var isLine = inlines.count == 1 || inner.plainText.hasSuffix(":")
    if inlines.count > 1, case .softBreak = inlines[1] { isLine = true }
    guard isLine else { return nil }
    let written = "**\(inner.plainText)**"
    binder.report(
      MisnamedSection.part(
        written, level: 0, at: binder.find(written, in: block.span), meant: part, fix: nil))
    return (part, inlines.count == 1)
  }

  private static func titled(in section: Document.Section) -> Set<BriefPart> {
    var parts: Set<BriefPart> = []
    for block in section.blocks {
      if case .heading(3, let inlines) = block.kind,
        let part = exact(inlines.plainText.trimmingSpaces)
      {
        parts.insert(part)
      }
    }
    return parts
  }

  private static func exact(_ title: String) -> BriefPart? {
    BriefPart(reading: title)
      ?? (title.hasSuffix(":") ? BriefPart(reading: String(title.dropLast())) : nil)
  }
}
