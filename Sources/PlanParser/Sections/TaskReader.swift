import PlanModel
import PlanSource

/// Reads tasks that end in a parenthesis which says who and when.
struct TaskReader {
  /// What findings call a task.
  static let fieldName = "the task"

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
    var text = TaskText(lead(of: item))
    let others = text.takeOthers(binder)
    var task = ActionTask(
      text: Located(text.what, at: binder.find(text.what, in: span)), row: item.span,
      isDone: isDone, milestone: milestone, opportunity: deal, people: [], contacts: [], due: nil,
      done: nil,
      steps: [])
    let field = Field(name: Self.fieldName, topic: .task(of: kind), row: item.span)
    guard let details = text.details else {
      text.rejectFault(at: span, field, binder)
      return task
    }
    if !others.isEmpty { reject(others, before: details, at: span, field) }
    var rest = span
    for inner in others + [details] {
      let place = binder.find("(\(inner)", in: rest)
      let inside = Span(min(place.start + 1, rest.end), rest.end)
      rest = inside
      for part in binder.list(Written(text: inner, span: inside, field: field)) {
        // A part that was not found again keeps the whole parenthesis as its place.
        let at = binder.find(part.text, in: part.span)
        TaskPart.read(Written(text: part.text, span: at, field: field), into: &task, binder)
      }
    }
    return task
  }

  /// Reports who and when in several parentheses, which are read as one.
  private func reject(_ others: [String], before details: String, at span: Span, _ field: Field) {
    let meant = "(\((others + [details]).joined(separator: ", ")))"
    let written = "(\(others[0]))"
    binder.report(
      InvalidValue.finding(
        written, of: field.name,
        isNo: "not the only parenthesis that says who or when; read as one",
        at: binder.find(written, in: span), help: "write one parenthesis at the end: `\(meant)`",
        row: field.row))
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
    let isMeant =
      entry.box != nil || isAmongTasks && TaskText(entry.text).details != nil
      // Among the remarks of a review a day that something is due is one more.
      || isAmongTasks && kind == .actionPlan && TaskText.endsWithDay(entry.text)
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
    let lines = inlines.lines
    for (index, line) in lines.enumerated() {
      let text = line.plainText.trimmingSpaces
      let box = TaskBox(atStartOf: text)
      if entries.isEmpty {
        entries.append(Entry(text: text, box: box, span: span))
      } else if let box {
        let last = entries[entries.count - 1].span
        let place = binder.find(box.written, in: Span(min(last.start + 1, last.end), last.end))
        entries[entries.count - 1].span = Span(last.start, place.start)
        entries.append(Entry(text: text, box: box, span: Span(place.start, span.end)))
      } else if isTask(line: index, of: lines, below: entries[entries.count - 1]) {
        let last = entries[entries.count - 1].span
        let place = binder.find(text, in: Span(min(last.start + 1, last.end), last.end))
        entries[entries.count - 1].span = Span(last.start, place.start)
        entries.append(Entry(text: text, box: nil, span: Span(place.start, span.end)))
      } else {
        entries[entries.count - 1].text += " " + text
      }
    }
    return entries
  }

  /// Whether a line below a task that has said who and when begins a task of its own: up to the next box it says so again.
  private func isTask(line index: Int, of lines: [[Inline]], below entry: Entry) -> Bool {
    let text = lines[index].plainText.trimmingSpaces
    guard text.utf8.first != UInt8(ascii: "("), entry.text.utf8.last != UInt8(ascii: ","),
      TaskText(entry.text).details != nil
    else { return false }
    var whole = text
    for line in lines[(index + 1)...] {
      let text = line.plainText.trimmingSpaces
      if TaskBox(atStartOf: text) != nil { break }
      whole += " " + text
      if TaskText(whole).details != nil { break }
    }
    return TaskText(whole).details != nil
  }

  private mutating func reject(_ entry: Entry) {
    hasTasks = true
    let line = binder.text(entry.span).prefixLine
    let span = Span(entry.span.start, min(entry.span.end, entry.span.start + line.utf8.count))
    let words = entry.text.dropFirst(entry.box?.written.count ?? 0).split(
      whereSeparator: \.isWhitespace)
    let start = words.prefix(4).joined(separator: " ") + (words.count > 4 ? " …" : "")
    let box = entry.box?.isDone == true ? "- [x]" : "- [ ]"
    // Word processors write it, and it looks like any other.
    let isNoBreak = line.prefix(8).contains("\u{A0}")
    let field = Field(name: kind.title, topic: .section(kind), row: entry.span)
    binder.reject(
      Written(text: line, span: span, field: field),
      isNo: "no task: it has no box that Markdown knows",
      help: words.isEmpty
        ? "write what is to be done: `\(box) Sign (@ours, Theirs, due 2026-12-10)`"
        : isNoBreak
          ? "write `\(box) \(start)` with plain spaces: one of its first is a no-break space, which "
            + "Markdown takes for a letter" : "write `\(box) \(start)` on a line of its own")
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
      line = line.dropFirst().drop(while: \.isWhitespace)
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
