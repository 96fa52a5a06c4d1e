import PlanModel
import PlanSource

/// The texts below the committee's table, each under the heading of the contact that it is about.
struct ContactParts {
  struct Part {
    let title: Located<String>
    /// The index of the contact that the heading names.
    let contact: Int?
    /// Whether the heading is an H3; others begin a part only where they name a contact.
    let isH3: Bool
    fileprivate(set) var blocks: [Block] = []
  }

  private(set) var all: [Part] = []
  /// What stands above the first heading.
  private(set) var above: [Block] = []
  private let binder: Binder

  /// - Parameter index: The contacts' places, by `ContactName.key`.
  init(_ section: Document.Section, _ index: [String: Int], _ binder: Binder) {
    self.binder = binder
    for block in section.blocks {
      if let part = Self.part(block, index) {
        all.append(part)
      } else if all.isEmpty {
        above.append(block)
      } else {
        all[all.count - 1].blocks.append(block)
      }
    }
  }

  private static func part(_ block: Block, _ index: [String: Int]) -> Part? {
    switch block.kind {
    case .heading(let level, let inlines):
      let title = inlines.plainText.trimmingSpaces
      // What stands in parentheses behind a name is a remark: `Ann Lee (CIO)`.
      let contact =
        index[ContactName.key(title)]
        ?? index[ContactName.key(TaskPart.withoutRemark(title[...]))]
      guard level == 3 || contact != nil else { return nil }
      return Part(title: Located(title, at: block.span), contact: contact, isH3: level == 3)
    case .paragraph(let inlines) where inlines.count < 3:
      var title = inlines.plainText.trimmingSpaces
      if title.hasSuffix(":") { title = title.dropLast().trimmingSpaces }
      guard title.utf8.count < 100, let contact = index[ContactName.key(title)] else { return nil }
      return Part(title: Located(title, at: block.span), contact: contact, isH3: false)
    default: return nil
    }
  }

  /// Reports a contact's line that is no H3.
  func reportHeading(of part: Part) {
    let fix = binder.retitling(
      part.title.value, as: part.title.value, level: 3, at: part.title.span)
    binder.report(
      MisnamedSection.contact(
        binder.text(part.title.span), at: part.title.span, name: part.title.value, fix: fix))
  }
}
