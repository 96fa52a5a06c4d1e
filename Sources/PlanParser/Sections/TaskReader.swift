import PlanModel
import PlanSource

/// Reads tasks that end in a parenthesis which says who and when.
enum TaskReader {
  static func tasks(
    in list: List, _ milestone: Located<String>?, _ deal: Located<String>?, _ kind: SectionKind,
    _ binder: Binder, parent: ActionTask? = nil
  ) -> [ActionTask] {
    list.items.compactMap { item in
      guard let isDone = item.done else { return nil }
      var task = task(item, isDone, milestone, deal, kind, binder)
      if let parent {
        if task.people.isEmpty { task.people = parent.people }
        if task.contacts.isEmpty { task.contacts = parent.contacts }
        task.due = task.due ?? parent.due
      }
      task.steps = item.nested.flatMap {
        tasks(in: $0, milestone, deal, kind, binder, parent: task)
      }
      return task
    }
  }

  private static func task(
    _ item: ListItem, _ isDone: Bool, _ milestone: Located<String>?, _ deal: Located<String>?,
    _ kind: SectionKind, _ binder: Binder
  ) -> ActionTask {
    let whole = item.lead.plainText.trimmingSpaces
    let span = item.blocks.first?.span ?? item.span
    let (text, details) = split(whole)
    var task = ActionTask(
      text: Located(text, at: binder.find(text, in: span)), isDone: isDone, milestone: milestone,
      opportunity: deal, people: [], contacts: [], due: nil, done: nil, steps: [])
    let field = Field(name: "the task", topic: .section(kind), row: item.span)
    guard let details else {
      rejectInner(whole, span, field, binder)
      return task
    }
    let place = binder.find("(\(details)", in: span)
    let inside = Span(min(place.start + 1, span.end), span.end)
    for part in binder.list(Written(text: details, span: inside, field: field)) {
      // A part that was not found again keeps the whole parenthesis as its place.
      let at = binder.find(part.text, in: part.span)
      TaskPart.read(Written(text: part.text, span: at, field: field), into: &task, binder)
    }
    return task
  }

  /// The text, and what the last parenthesis holds if it holds an `@`, `due` or `done`. A full stop behind it is none of
  /// the two.
  private static func split(_ text: String) -> (text: String, details: String?) {
    var bytes = text.utf8[...]
    while let last = bytes.last, last == UInt8(ascii: ".") || last == 0x20 { bytes.removeLast() }
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else {
      return (text, nil)
    }
    let inner = text[bytes.index(after: open)..<bytes.index(before: bytes.endIndex)]
    if !inner.utf8.contains(UInt8(ascii: "@")) {
      let words = inner.lowercased().split { !$0.isLetter }
      guard words.contains("due") || words.contains("done") else { return (text, nil) }
    }
    return (text[..<open].trimmingSpaces, String(inner))
  }

  /// Reports a parenthesis that says who or when and does not end the task: there it is text.
  private static func rejectInner(_ text: String, _ span: Span, _ field: Field, _ binder: Binder) {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return }
    for rest in text.split(separator: "(").dropFirst(text.hasPrefix("(") ? 0 : 1) {
      guard let end = rest.firstIndex(of: ")") else { continue }
      let inner = rest[..<end]
      let says = inner.split(separator: ",").contains { part in
        let part = part.trimmingSpaces
        return part.hasPrefix("@") || TaskPart.isDay(part, behind: "due")
          || TaskPart.isDay(part, behind: "done")
      }
      guard says else { continue }
      binder.reject(
        Written(text: "(\(inner))", span: binder.find("(\(inner))", in: span), field: field),
        isNo: "not at its end, so that it says neither who nor when",
        help: "move `(\(inner))` to the end of the task")
      return
    }
  }
}
