import PlanModel

/// The mutual action plan for readers outside: milestones, tasks, boxes and days; of people theirs alone, when named.
struct EditionTasks {
  private let tasks: [ActionTask]
  private let today: Day
  private let showsContacts: Bool
  private let discretion: Discretion

  init(_ part: Edition.Part, _ plan: Plan, today: Day, _ discretion: Discretion) {
    tasks = plan.runningTasks
    self.today = today
    showsContacts = part.columns.contains("Contact")
    self.discretion = discretion
  }

  var isEmpty: Bool { tasks.isEmpty }

  /// `Two of eight tasks are done, one is overdue; the next is due on 27 November 2026`.
  var sentence: String {
    let done = tasks.count { !$0.isOpen }
    let due = tasks.filter(\.isOpen).compactMap { $0.due?.value }
    let overdue = tasks.count { $0.isLate(on: today) }
    let next = due.filter { $0 >= today }.min().map {
      "due " + ($0 == today ? "today" : "on \(Figures.long($0))")
    }
    if tasks.count == 1 {
      let state = overdue == 1 ? "overdue" : next ?? "not done yet"
      return "the one task is \(done == 1 ? "done" : state)"
    }
    if done == tasks.count { return "\(Wording.all(done)) tasks are done" }
    var sentence =
      "\(done == 0 ? "none" : Wording.spelled(done)) of \(Wording.spelled(tasks.count)) tasks "
      + "\(done <= 1 ? "is" : "are") done"
    if overdue > 0 {
      sentence += ", \(Wording.spelled(overdue)) \(overdue == 1 ? "is" : "are") overdue"
    }
    return sentence + (next.map { "; the next is \($0)" } ?? "")
  }

  var html: HTML {
    var html = HTML()
    var rest = tasks[...]
    while let first = rest.first {
      let group = rest.prefix {
        $0.milestone?.value == first.milestone?.value
          && $0.opportunity?.value == first.opportunity?.value
      }
      rest = rest.dropFirst(group.count)
      if let milestone = first.milestone {
        let done = group.count { !$0.isOpen }
        html += """
          <h3 class="ms">\(discretion.text(milestone.value)) \
          <span class="u">\(done) of \(group.count) done</span></h3>
          """
      }
      html += "<ul class=\"tasks\">" + group.map { item($0, in: nil) }.joined() + "</ul>"
    }
    return html
  }

  /// - Parameters:
  ///   - parent: The task whose step it is: what a step inherits is not said twice.
  ///   - isOver: Whether a task above it is done: then nothing of it is late.
  private func item(
    _ task: ActionTask, in parent: ActionTask?, isOver: Bool = false
  ) -> HTML {
    var html: HTML = "<li>\(Self.mark(!task.isOpen))"
    let what = OutwardText.withoutWhoAndWhen(task.text.value)
    html += "<div class=\"what\">\(discretion.text(what))</div>"
    let who = who(task)
    if showsContacts, !who.isEmpty, parent.map(self.who) != who {
      html += "<div class=\"who u\">\(who)</div>"
    }
    if let due = task.due?.value, due != parent?.due?.value {
      let isLate = !isOver && task.isLate(on: today)
      // The day on which it was done is ours to know.
      let was = task.isOpen ? "" : due > today ? "due " : "was due "
      html +=
        isLate
        ? "<div class=\"day late\">\(Figures.short(due)), overdue</div>"
        : "<div class=\"day\">\(was)\(Figures.short(due))</div>"
    }
    if !task.steps.isEmpty {
      let areOver = isOver || !task.isOpen
      html += "<ul>" + task.steps.map { item($0, in: task, isOver: areOver) }.joined() + "</ul>"
    }
    return html + "</li>"
  }

  /// `Anouk de Wit and us`.
  private func who(_ task: ActionTask) -> String {
    let theirs = discretion.staying(task.contacts).map(discretion.text)
    return Wording.list(theirs + (task.people.isEmpty ? [] : ["us"]))
  }

  private static func mark(_ isDone: Bool) -> HTML {
    isDone
      ? "<span class=\"tick\" aria-hidden=\"true\">✓</span><span class=\"vh\">done: </span>"
      : "<span class=\"tick\" aria-hidden=\"true\">○</span><span class=\"vh\">to do: </span>"
  }
}
