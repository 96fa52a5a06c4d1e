import PlanModel

/// The mutual action plan by milestone: ours at the left, theirs at the right, days between them.
struct ActionTimeline {
  /// Tasks drawn; the table has them all.
  static let rowLimit = 24

  private let facts: AccountFacts
  private let tasks: [ActionTask]
  /// Tasks with one milestone, in the plan's order.
  private let groups: [(name: String, tasks: [ActionTask])]

  init(_ facts: AccountFacts) {
    self.facts = facts
    let tasks = facts.plan.runningTasks
    self.tasks = tasks
    var shown = Array(tasks.indices)
    if shown.count > Self.rowLimit {
      let (open, done) = (shown.filter { tasks[$0].isOpen }, shown.filter { !tasks[$0].isOpen })
      shown = (open + done).prefix(Self.rowLimit).sorted()
    }
    var groups: [(name: String, tasks: [ActionTask])] = []
    for index in shown {
      let name = Self.group(of: tasks[index])
      if groups.last?.name == name {
        groups[groups.count - 1].tasks.append(tasks[index])
      } else {
        groups.append((name, [tasks[index]]))
      }
    }
    self.groups = groups
  }

  /// The milestone, behind its deal where there are several.
  private static func group(of task: ActionTask) -> String {
    [task.opportunity?.value, task.milestone?.value].compactMap { $0 }.joined(separator: ": ")
  }

  var isEmpty: Bool { tasks.isEmpty }
  /// How many tasks are in the table alone.
  var hidden: Int { max(0, tasks.count - Self.rowLimit) }

  func picture(_ citations: Citations) -> Picture {
    let done = tasks.count { !$0.isOpen }
    return Picture(
      title: "Mutual action plan",
      description: """
        \(Wording.count(tasks.count, "task")) by milestone, \(done) done; ours at the left, theirs at \
        the right.
        """,
      draw(.wide), draw(.narrow), table: TaskTable.table(tasks, facts, citations))
  }

  // MARK: Drawing

  private func axis(_ isNarrow: Bool) -> TimeAxis {
    let today = facts.today
    let days = groups.flatMap(\.tasks).flatMap { [$0.due?.value, $0.done?.value] }
      .compactMap { $0 }.filter { $0 >= today - 150 && $0 <= today + 400 }
    let first = min(days.min() ?? today, today - 21) - 10
    var last = max(days.max() ?? today, today + 30) + 7
    if groups.contains(where: { $0.tasks.contains(where: isLate) }) {
      // Room behind today for how late they are.
      last = max(last, today + (today - first) * (isNarrow ? 4 : 3) / 5)
    }
    return TimeAxis(first, last, from: isNarrow ? 6 : 572, to: isNarrow ? 290 : 1000)
  }

  private func draw(_ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    var drawing = Drawing(id: "map", width: isNarrow ? 358 : 1200, height: 0, variant)
    let axis = axis(isNarrow)
    let isTight = groups.contains { $0.tasks.contains { words($0).count > 1 } }
    let row = isNarrow ? 48.0 : isTight ? 36 : 32
    let (gap, top) = (isNarrow ? 26.0 : 12, isNarrow ? 24.0 : 32)
    let named = groups.count { !$0.name.isEmpty }
    let rows = groups.reduce(0) { $0 + $1.tasks.count }
    let bottom =
      top + Double(rows) * row + gap * Double(isNarrow ? named : max(0, groups.count - 1))
    drawing.height = bottom + 8
    let today = axis.x(facts.today)
    axis.draw(
      from: top - 8, to: bottom + 6, names: 12, taken: (today - 44)...(today + 2), in: &drawing)
    drawing.line(today, 4, today, bottom + 6, "si15")
    drawing.text(today - 4, 12, "today", "b e")
    if !isNarrow {
      drawing.text(440, 12, "ours", "m")
      drawing.text(1200, 12, "theirs", "m e")
    }
    var y = top
    for (index, group) in groups.enumerated() {
      if isNarrow ? !group.name.isEmpty : index > 0 { y += gap }
      if isNarrow {
        drawing.text(0, y - 8, TextWidth.clip(group.name, to: 350, bold: true), "b halo")
      } else {
        let lines = group.tasks.count == 1 ? 2 : 4
        let name = TextWidth.wrap(group.name, to: 112 / 1.1, lines: lines)
        let first = y + row / 2 + 4 - (group.tasks.count == 1 && name.count > 1 ? 7 : 0)
        for (line, text) in name.enumerated() {
          drawing.text(0, first + Double(line) * 14, text, "b")
        }
      }
      drawing.line(0, y, drawing.width, y, "si")
      for (place, task) in group.tasks.enumerated() {
        if place > 0 { drawing.line(isNarrow ? 0 : 124, y, drawing.width, y, "sh") }
        let middle = isNarrow ? y + 32 : y + row / 2
        drawWords(task, isNarrow ? y : middle - 16, in: &drawing)
        drawDay(task, axis, middle, in: &drawing)
        y += row
      }
    }
    drawing.line(0, bottom, drawing.width, bottom, "sh")
    return drawing
  }

  private func isLate(_ task: ActionTask) -> Bool {
    task.isLate(on: facts.today)
  }

  /// What is to do, with a count of its steps.
  private func text(_ task: ActionTask) -> String {
    task.steps.isEmpty
      ? task.text.value : "\(Wording.isolated(task.text.value)) (\(steps(task)))"
  }

  /// The same in the lines of a wide row.
  private func words(_ task: ActionTask) -> [String] {
    TextWidth.wrap(text(task), to: isLate(task) ? 304 / 1.1 : 304, lines: 2)
  }

  /// What is to do, and who does it.
  private func drawWords(_ task: ActionTask, _ y: Double, in drawing: inout Drawing) {
    let isNarrow = drawing.variant == .narrow
    let style = isLate(task) ? "l b" : task.isOpen ? "" : "m"
    let ours = task.people.first.map { facts.model.program.name(of: $0.value) }
    let theirs = facts.theirs(task).first
    let plain = task.isOpen ? "" : "m"
    if isNarrow {
      let short = [ours, theirs].map { $0.map(Wording.first) ?? "nobody" }.joined(separator: ", ")
      let who = TextWidth.clip(short, to: 130, bold: true)
      let isWhole = ours != nil && theirs != nil
      drawing.text(358, y + 16, who, isWhole ? "m e halo" : "b e halo")
      let room = 350 - TextWidth.of(who, bold: !isWhole)
      let what = TextWidth.clip(text(task), to: room, bold: isLate(task))
      drawing.text(0, y + 16, what, style.isEmpty ? "halo" : style + " halo")
      return
    }
    let what = words(task)
    for (line, text) in what.enumerated() {
      let middle = y + (what.count == 1 ? 20 : 13)
      drawing.text(124, middle + Double(line) * 14, text, style)
    }
    func more(_ count: Int) -> String { count > 1 ? " +\(count - 1)" : "" }
    if let ours {
      let name = TextWidth.clip(ours, to: 104) + more(task.people.count)
      drawing.text(440, y + 20, name, plain)
    } else {
      nobody(440, y, in: &drawing)
    }
    if let theirs {
      let name =
        TextWidth.clip(theirs, to: task.contacts.count > 1 ? 104 : 126) + more(task.contacts.count)
      drawing.text(1200, y + 20, name, task.isOpen ? "e" : "m e")
    } else {
      nobody(1136, y, in: &drawing)
    }
  }

  private func nobody(_ x: Double, _ y: Double, in drawing: inout Drawing) {
    drawing.rect(x + 0.5, y + 7.5, 63, 17, "n si dash")
    drawing.text(x + 32, y + 20, "nobody", "b c")
  }

  /// `1 of 3 steps done, 1 late`.
  private func steps(_ task: ActionTask) -> String {
    let done = task.steps.count { !$0.isOpen }
    let late = isLate(task) || !task.isOpen ? 0 : task.steps.count(where: isLate)
    return "\(done) of \(Wording.count(task.steps.count, "step")) done"
      + (late > 0 ? ", \(late) late" : "")
  }

  /// The mark of a task's day, with the day in words.
  private func drawDay(
    _ task: ActionTask, _ axis: TimeAxis, _ y: Double, in drawing: inout Drawing
  ) {
    let today = axis.x(facts.today)
    let isDone = !task.isOpen
    guard let day = isDone ? task.done?.value ?? task.due?.value : task.due?.value else {
      let text = isDone ? "done, no day" : "no day"
      return label(text, isDone ? "m" : "b", today + 2, today - 2, y, axis, in: &drawing)
    }
    let (x, text) = (axis.x(day), facts.figures.day(day))
    if isDone {
      drawing.circle(x, y, 5, "i")
      drawing.path("M\(x - 2.5) \(y)l2 2.2 3.4-4", "n sp")
      return label(text, "m", x, x, y, axis, in: &drawing)
    }
    if day < facts.today {
      drawing.rect(x, y - 3, today - x, 6, "fl")
      drawing.circle(x, y, 5, "fl")
      let late = "\(Wording.count(facts.today - day, "day")) late, due \(text)"
      return label(late, "l b", today - 2, x, y, axis, in: &drawing)
    }
    drawing.line(today, y, x - 5, y, "ss")
    drawing.circle(x, y, 5, "fp si15")
    label(text, "", x, x, y, axis, isOnLine: true, in: &drawing)
  }

  /// Words behind a mark, before it where there is no room behind; where there is neither, at the frame's end.
  ///
  /// - Parameter isOnLine: Whether a line leads to the mark, so that words before it stand above the line.
  private func label(
    _ text: String, _ style: String, _ behind: Double, _ before: Double, _ y: Double,
    _ axis: TimeAxis, isOnLine: Bool = false, in drawing: inout Drawing
  ) {
    let width = TextWidth.of(text, bold: style.contains("b"))
    let style = style.isEmpty ? "halo" : style + " halo"
    let today = axis.x(facts.today)
    let hasRoom = before - 10 - width >= axis.left - 6
    // The rule of today goes through no words.
    let isCrossed = behind < today - 2 && behind + 10 + width > today - 2
    if behind + 10 + width <= axis.right + 66, !(isCrossed && hasRoom) {
      drawing.text(behind + 10, y + 4, text, style)
    } else if hasRoom {
      // In a narrow drawing other words stand above the line.
      let isAbove = isOnLine && drawing.width > 400
      drawing.text(before - 10, isAbove ? y - 4 : y + 4, text, style + " e")
    } else {
      drawing.text(axis.right + 66, y + 4, text, style + " e")
    }
  }
}
