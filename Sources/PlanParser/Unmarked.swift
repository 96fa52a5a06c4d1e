import PlanModel
import PlanSource

/// A line that is exactly a section's title, but no H2: `# Risks`, `### Risks`, `##Risks`.
struct Unmarked {
  let kind: SectionKind
  let level: Int
  let title: [Inline]
  /// The title as it was written.
  let text: String

  /// The title with the marks before it.
  let written: String

  init?(_ block: Block, _ binder: Binder) {
    switch block.kind {
    case .heading(let level, let inlines) where level == 1 || level == 3:
      let text = inlines.plainText.trimmingSpaces
      guard let kind = Self.kind(text) else { return nil }
      self.init(kind: kind, level: level, title: inlines, text: text, space: " ")
    case .paragraph(let inlines):
      let marks = UInt8(ascii: "#")
      let bytes = binder.source.bytes
      let start = block.span.start
      guard block.span.count > 2, bytes[start] == marks, bytes[start + 1] == marks else {
        return nil
      }
      let text = String(inlines.plainText.dropFirst(2)).trimmingSpaces
      guard let kind = Self.kind(text) else { return nil }
      self.init(kind: kind, level: 2, title: [.text(text)], text: text, space: "")
    default: return nil
    }
  }

  private init(kind: SectionKind, level: Int, title: [Inline], text: String, space: String) {
    (self.kind, self.level, self.title, self.text) = (kind, level, title, text)
    written = String(repeating: "#", count: level) + space + text
  }

  private static func kind(_ text: String) -> SectionKind? {
    SectionKind.allCases.first { Nearest.isSame($0.rawValue, text) }
  }
}
