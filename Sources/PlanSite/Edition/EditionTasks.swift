import PlanModel

/// The mutual action plan for readers outside: milestones, tasks, boxes and days; of people theirs alone, when named.
struct EditionTasks {
  private let tasks: [ActionTask]
  private let today: Day
  private let showsContacts: Bool
  private let discretion: Discretion

  init(_ part: Edition.Part, _ plan: Plan, today: Day, _ discretion: Discretion) {
    tasks = plan.actionPlan?.items ?? []
    self.today = today
    showsContacts = part.columns.contains("Contact")
    self.discretion = discretion
  }

  var isEmpty: Bool { tasks.isEmpty }

  /// `Two of eight tasks are done, one is overdue; the next is due on 27 November 2026`.
  var sentence: String {
    let done = tasks.count(where: \.isDone)
    let due = tasks.filter { !$0.isDone }.compactMap { $0.due?.value }
    let overdue = due.count { $0 < today }
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
        let done = group.count(where: \.isDone)
        html += """
          <h3 class="ms">\(discretion.text(milestone.value)) \
          <span class="u">\(done) of \(group.count) done</span></h3>
          """
      }
      html += "<ul class=\"tasks\">" + group.map { item($0, in: nil) }.joined() + "</ul>"
    }
    return html
  }

  /// - Parameter parent: The task whose step it is: what a step inherits is not said twice.
  private func item(_ task: ActionTask, in parent: ActionTask?) -> HTML {
    var html: HTML = "<li>\(Self.mark(task.isDone))"
    html += "<div class=\"what\">\(discretion.text(task.text.value))</div>"
    let who = who(task)
    if showsContacts, !who.isEmpty, parent.map(self.who) != who {
      html += "<div class=\"who u\">\(who)</div>"
    }
    if let due = task.due?.value, due != parent?.due?.value {
      let isLate = !task.isDone && due < today
      html +=
        isLate
        ? "<div class=\"day late\">\(Figures.short(due)), overdue</div>"
        : "<div class=\"day\">\(Figures.short(due))</div>"
    }
    if !task.steps.isEmpty {
      html += "<ul>" + task.steps.map { item($0, in: task) }.joined() + "</ul>"
    }
    return html + "</li>"
  }

  /// `Anouk de Wit and us`.
  private func who(_ task: ActionTask) -> String {
    let theirs = task.contacts.map { discretion.text($0.value) }
    return Wording.list(theirs + (task.people.isEmpty ? [] : ["us"]))
  }

  private static func mark(_ isDone: Bool) -> HTML {
    isDone
      ? "<span class=\"tick\" aria-hidden=\"true\">✓</span><span class=\"vh\">done: </span>"
      : "<span class=\"tick\" aria-hidden=\"true\">○</span><span class=\"vh\">to do: </span>"
  }
}
