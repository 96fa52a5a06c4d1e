import PlanModel
import PlanSource

/// Reads tasks that end in a parenthesis which says who and when.
struct TaskReader {
  let kind: SectionKind
  /// Whether boxes are used where it reads: then who and when alone tell that an item was meant as a task.
  let isAmongTasks: Bool
  let binder: Binder
  var deal: Located<String>?
  var milestone: Located<String>?
  /// Whether it met a task, or a line that was meant as one.
  private(set) var hasTasks = false

  init(_ kind: SectionKind, isAmongTasks: Bool, _ binder: Binder) {
    self.kind = kind
    self.isAmongTasks = isAmongTasks
    self.binder = binder
  }

  /// The list's tasks. An item without a box is none; one that was meant as a task is reported.
  mutating func tasks(in list: List, parent: ActionTask? = nil) -> [ActionTask] {
    list.items.compactMap { item in
      guard let isDone = item.done else {
        rejectItem(item)
        return nil
      }
      hasTasks = true
      var task = task(item, isDone)
      if let parent {
        if task.people.isEmpty { task.people = parent.people }
        if task.contacts.isEmpty { task.contacts = parent.contacts }
        task.due = task.due ?? parent.due
      }
      task.steps = item.nested.flatMap { tasks(in: $0, parent: task) }
      return task
    }
  }

  private mutating func task(_ item: ListItem, _ isDone: Bool) -> ActionTask {
    let span = item.blocks.first?.span ?? item.span
    let text = TaskText(lead(of: item))
    var task = ActionTask(
      text: Located(text.what, at: binder.find(text.what, in: span)), isDone: isDone,
      milestone: milestone, opportunity: deal, people: [], contacts: [], due: nil, done: nil,
      steps: [])
    let field = Field(name: "the task", topic: .section(kind), row: item.span)
    guard let details = text.details else {
      text.rejectFault(at: span, field, binder)
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
}

// MARK: Boxes that Markdown does not know

extension TaskReader {
  /// What an item says. A line in it that begins with a box is reported: Markdown takes it for more of the item.
  mutating func lead(of item: ListItem) -> String {
    guard item.lead.count > 1 else { return item.lead.plainText.trimmingSpaces }
    let entries = entries(in: item.lead, at: item.blocks.first?.span ?? item.span)
    for entry in entries.dropFirst() { reject(entry) }
    return entries.first?.text ?? ""
  }

  /// Reports the lines of a paragraph that begin with a box and were meant as tasks.
  mutating func rejectBoxes(in paragraph: [Inline], at span: Span) {
    for entry in entries(in: paragraph, at: span) where entry.box != nil { reject(entry) }
  }

  /// Reports an item without a box that was meant as a task.
  private mutating func rejectItem(_ item: ListItem) {
    guard var entry = entries(in: item.lead, at: item.span).first else { return }
    let isMeant = entry.box != nil || isAmongTasks && TaskText(entry.text).details != nil
    if isMeant || item.nested.contains(where: \.hasBoxes) {
      // The place is the whole item with its bullet.
      entry.span = item.span
      reject(entry)
    }
    _ = lead(of: item)
  }

  /// The text of an item or a paragraph, divided before each line that begins with a box.
  private func entries(in inlines: [Inline], at span: Span) -> [Entry] {
    var entries: [Entry] = []
    for line in inlines.lines {
      let text = line.plainText.trimmingSpaces
      let box = TaskBox(atStartOf: text)
      if entries.isEmpty {
        entries.append(Entry(text: text, box: box, span: span))
      } else if let box {
        let last = entries[entries.count - 1].span
        let place = binder.find(box.written, in: Span(min(last.start + 1, last.end), last.end))
        entries[entries.count - 1].span = Span(last.start, place.start)
        entries.append(Entry(text: text, box: box, span: Span(place.start, span.end)))
      } else {
        entries[entries.count - 1].text += " " + text
      }
    }
    return entries
  }

  private mutating func reject(_ entry: Entry) {
    hasTasks = true
    let line = binder.text(entry.span).prefixLine
    let span = Span(entry.span.start, min(entry.span.end, entry.span.start + line.utf8.count))
    let words = entry.text.dropFirst(entry.box?.written.count ?? 0).split(separator: " ")
    let start = words.prefix(4).joined(separator: " ") + (words.count > 4 ? " …" : "")
    let box = entry.box?.isDone == true ? "- [x]" : "- [ ]"
    let field = Field(name: kind.title, topic: .section(kind), row: entry.span)
    binder.reject(
      Written(text: line, span: span, field: field),
      isNo: "no task: it has no box that Markdown knows",
      help: words.isEmpty
        ? "write what is to be done: `\(box) Sign (@ours, Theirs, due 2026-12-10)`"
        : "write `\(box) \(start)` on a line of its own")
  }

  private struct Entry {
    var text: String
    let box: TaskBox?
    var span: Span
  }
}

/// A box at the start of a line, as it is often written: `[]`, `-[ ]`, `[X]`.
private struct TaskBox {
  /// With its bullet.
  let written: String
  let isDone: Bool

  init?(atStartOf text: String) {
    var line = text[...]
    if let first = line.utf8.first, [0x2D, 0x2A, 0x2B].contains(first) {
      line = line.dropFirst().drop { $0 == " " }
    }
    guard line.utf8.first == UInt8(ascii: "["), let end = line.prefix(6).firstIndex(of: "]")
    else { return nil }
    let mark = line[line.index(after: line.startIndex)..<end].trimmingSpaces
    guard ["", "x", "X", "*", "-", "✓", "✔"].contains(mark) else { return nil }
    written = String(text[...end])
    isDone = ["x", "X", "✓", "✔"].contains(mark)
  }
}

extension List {
  /// Whether a task stands in it, at any depth.
  var hasBoxes: Bool {
    items.contains { $0.done != nil || $0.nested.contains(where: \.hasBoxes) }
  }
}

extension [Inline] {
  /// Divided at its line ends.
  fileprivate var lines: [[Inline]] {
    split(omittingEmptySubsequences: false) { inline in
      switch inline {
      case .softBreak, .lineBreak: true
      default: false
      }
    }.map(Array.init)
  }
}
