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
      if case .heading(let level, let inlines) = block.kind, level == 3 || level == 4 {
        let title = Located(inlines.plainText.trimmingSpaces, at: block.span)
        let part = part(of: title, level: level, titled: titled, binder)
        if part != nil || level == 3 {
          parts.append((part.map { Located($0, at: title.span) }, true))
          continue
        }
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

  /// Whether a block says anything: a comment, `...` or a dash does not.
  private static func says(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph(let inlines):
      // What is longer says something.
      let text = inlines.plainText.trimmingSpaces
      return text.utf8.count > 3 || !(["...", "…"].contains(text) || CellText.isEmpty(text))
    case .html(let text):
      let text = text.trimmingSpaces
      return !(text.hasPrefix("<!--") && text.hasSuffix("-->"))
    // A dash alone is a list of nothing.
    case .list(let list): return list.items.contains { !$0.blocks.isEmpty }
    default: return true
    }
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
