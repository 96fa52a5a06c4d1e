import PlanModel
import PlanSource

enum ActionPlanSection {
  /// Every top-level task list; H3s are milestones, or deals (with H4 milestones) when there are several.
  static func bind(
    _ section: Document.Section, deals: [String], _ binder: Binder
  ) -> [ActionTask]? {
    let dealKeys = Set(deals.count > 1 ? deals.map(ContactName.key) : [])
    var tasks: [ActionTask] = []
    var deal: Located<String>?
    var milestone: Located<String>?
    var hasTasks = false
    for block in section.blocks {
      switch block.kind {
      case .heading(3, let inlines):
        let title = Located(inlines.plainText.trimmingSpaces, at: block.span)
        let isDeal = dealKeys.contains(ContactName.key(title.value))
        (deal, milestone) = isDeal ? (title, nil) : (nil, title)
      case .heading(4, let inlines):
        milestone = Located(inlines.plainText.trimmingSpaces, at: block.span)
      case .list(let list):
        let found = TaskReader.tasks(in: list, milestone, deal, .actionPlan, binder)
        if list.items.contains(where: { $0.done != nil }) { hasTasks = true }
        tasks += found
      default: continue
      }
    }
    return hasTasks ? tasks : nil
  }
}

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
    guard let details else { return task }
    let field = Field(name: "the task", topic: .section(kind), row: item.span)
    let place = binder.find("(\(details)", in: span)
    let inside = Span(min(place.start + 1, span.end), span.end)
    for part in binder.list(Written(text: details, span: inside, field: field)) {
      read(part, &task, binder)
    }
    return task
  }

  private static func read(_ part: Written, _ task: inout ActionTask, _ binder: Binder) {
    // A part that was not found again keeps the whole parenthesis as its place.
    let part = Written(
      text: part.text, span: binder.find(part.text, in: part.span), field: part.field)
    if part.text.hasPrefix("@") {
      let id = Written(
        text: String(part.text.dropFirst()), span: Span(part.span.start + 1, part.span.end),
        field: part.field)
      if let person = binder.person(id) { task.people.append(person) }
    } else if let day = day(in: part, behind: "due") {
      task.due = binder.day(day)
    } else if let day = day(in: part, behind: "done") {
      task.done = binder.day(day)
    } else if let contact = binder.contact(part) {
      task.contacts.append(contact)
    }
  }

  private static func day(in part: Written, behind word: String) -> Written? {
    guard part.text.utf8.count > word.utf8.count, part.text.prefix(word.count).lowercased() == word,
      part.text.dropFirst(word.count).first == " "
    else { return nil }
    let text = part.text.dropFirst(word.count).trimmingSpaces
    return Written(
      text: text, span: Span(max(part.span.start, part.span.end - text.utf8.count), part.span.end),
      field: part.field)
  }

  /// The text, and what the last parenthesis holds if it holds an `@`, `due` or `done`.
  private static func split(_ text: String) -> (text: String, details: String?) {
    let bytes = text.utf8
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
}
