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
      if whole.utf8.contains(UInt8(ascii: ")")) {
        rejectInner(whole, span, field, binder)
      } else if whole.utf8.contains(UInt8(ascii: "@")) || whole.utf8.contains(UInt8(ascii: ",")) {
        rejectOpen(whole, span, field, binder)
      }
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
    guard bytes.last == UInt8(ascii: ")"), let open = opening(of: bytes) else { return (text, nil) }
    let inner = text[bytes.index(after: open)..<bytes.index(before: bytes.endIndex)]
    if !inner.utf8.contains(UInt8(ascii: "@")) {
      let words = inner.lowercased().split { !$0.isLetter }
      guard words.contains("due") || words.contains("done") else { return (text, nil) }
    }
    return (text[..<open].trimmingSpaces, String(inner))
  }

  /// Where the parenthesis begins that the text's last byte closes; another one may stand in it.
  private static func opening(of bytes: Substring.UTF8View) -> String.Index? {
    var depth = 0
    for index in bytes.indices.reversed() {
      if bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if bytes[index] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 { return index }
    }
    return bytes.lastIndex(of: UInt8(ascii: "("))
  }

  /// Reports a list item or a paragraph that was meant as a task and has no box that Markdown knows.
  ///
  /// - Parameter isAmongTasks: Whether others have their boxes: then who and when alone tell a task.
  static func rejectLookalike(
    _ text: String, _ span: Span, isAmongTasks: Bool, _ binder: Binder
  ) {
    let marks = ["- []", "-[", "[ ]", "[]", "[*]", "[x]", "[X]", "[-]"]
    let mark = marks.first { text.hasPrefix($0) }
    guard mark != nil || isAmongTasks && split(text).details != nil else { return }
    let rest = mark.map { text.dropFirst($0.count).drop { " ]x".contains($0) } } ?? text[...]
    let start = rest.split(separator: " ").prefix(4).joined(separator: " ")
    let line = binder.text(span).prefixLine
    binder.reject(
      Written(
        text: line, span: Span(span.start, min(span.end, span.start + line.utf8.count)),
        field: Field(name: "the action plan", topic: .section(.actionPlan), row: span)),
      isNo: "no task: it has no box", help: "write `- [ ] \(start) …`")
  }

  /// Reports a task that says who or when without a parenthesis that is closed at its end.
  private static func rejectOpen(
    _ text: String, _ span: Span, _ field: Field, _ binder: Binder
  ) {
    let parts = text.split { ",([".contains($0) }.map(\.trimmingSpaces)
    let isPerson: (String) -> Bool = { part in
      part.utf8.first == UInt8(ascii: "@")
        || part.split(separator: " ").last?.utf8.first == UInt8(ascii: "@")
    }
    let isWhen: (String) -> Bool = { part in
      let part = part.filter { $0 != "]" }
      return TaskPart.isDay(part, behind: "due") || TaskPart.isDay(part, behind: "done")
    }
    guard parts.contains(where: isWhen) || parts.contains(where: isPerson) else { return }
    let isOpen = text.utf8.contains(UInt8(ascii: "("))
    binder.reject(
      Written(text: text, span: span, field: field),
      isNo: isOpen ? "a task whose parenthesis is not closed" : "a task without its parenthesis",
      help: isOpen
        ? "write `)` at its end"
        : "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`")
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
