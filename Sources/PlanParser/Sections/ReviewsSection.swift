import PlanModel
import PlanSource

enum ReviewsSection {
  /// A list; each item begins with a day, and tasks nested in it are its promises.
  static func bind(_ section: Document.Section, _ binder: Binder) -> [Review]? {
    let lists = section.lists
    guard !lists.isEmpty else { return nil }
    // What hangs below a review is its promises.
    var reader = TaskReader(.reviews, isAmongTasks: true, binder)
    return lists.flatMap(\.items).compactMap { review($0, &reader, binder) }
  }

  private static func review(
    _ item: ListItem, _ reader: inout TaskReader, _ binder: Binder
  ) -> Review? {
    let text = reader.lead(of: item)
    let start = item.blocks.first?.span ?? item.span
    let word = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "," && $0 != "–" }
    let field = Field(name: "Reviews", topic: .section(.reviews), row: nil)
    let written = Written(
      text: String(word), span: binder.find(String(word), in: start), field: field)
    guard let day = binder.day(written) else { return nil }
    let rest = text.dropFirst(word.count).drop { $0.isWhitespace || ":,–-".contains($0) }
    let decided = String(rest)
    return Review(
      day: day,
      decided: Located(decided, at: binder.find(decided, in: start)),
      promises: item.nested.flatMap { reader.tasks(in: $0) })
  }
}
