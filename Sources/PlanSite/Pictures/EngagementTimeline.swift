import PlanMetrics
import PlanModel

/// A lane for each contact, a mark for each touch: answered, unanswered, planned.
struct EngagementTimeline {
  /// Lanes drawn; the table has them all.
  static let laneLimit = 16

  private let facts: AccountFacts
  /// Indexes of `plan.contacts`: who has authority first, then influence.
  private let lanes: [Int]

  /// A touch of one contact, or the day in their `Last engaged` that no touch is of.
  private struct Mark {
    let day: Day
    let form: TouchMarks.Form
    let state: TouchMarks.State
  }

  /// Beside `lanes`, oldest first.
  private let marks: [[Mark]]

  init(_ facts: AccountFacts) {
    self.facts = facts
    let contacts = facts.plan.contacts
    func rank(_ index: Int) -> Int {
      let contact = contacts[index]
      return (contact.authority?.value.order ?? 0) * 8 + (contact.influence?.value.order ?? 0)
    }
    var lanes = contacts.indices.filter { !contacts[$0].hasLeft }
      .sorted { (rank($1), $0) < (rank($0), $1) }
    if lanes.count > Self.laneLimit {
      let isTold = { (index: Int) in
        let line = facts.touches.lines[index]
        return contacts[index].decides || !line.all.isEmpty || !line.planned.isEmpty
      }
      let kept = Set((lanes.filter(isTold) + lanes.filter { !isTold($0) }).prefix(Self.laneLimit))
      lanes.removeAll { !kept.contains($0) }
    }
    self.lanes = lanes
    marks = lanes.map { Self.marks(of: $0, facts) }
  }

  private static func marks(of index: Int, _ facts: AccountFacts) -> [Mark] {
    let plays = facts.plan.plays?.items ?? []
    var marks = facts.touches.lines[index].all.map { number -> Mark in
      let touch = facts.measures.touches[number]
      return Mark(
        day: touch.day, form: TouchMarks.Form(touch.channel),
        state: touch.isAnswered ? .answered : .unanswered)
    }
    if let day = facts.cellAlone(index) {
      marks.append(Mark(day: day, form: .post, state: .answered))
      marks.sort { $0.day < $1.day }
    }
    for number in facts.touches.lines[index].planned {
      let play = plays[number]
      marks.append(
        Mark(
          day: play.date.value, form: TouchMarks.Form(play.channel?.value), state: .planned))
    }
    return marks
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool { marks.allSatisfy(\.isEmpty) }
  /// How many contacts are in the table alone.
  var hidden: Int { facts.present.count - lanes.count }

  func picture(_ citations: Citations) -> Picture {
    Picture(
      title: "Touches by contact",
      description: """
        \(Wording.count(lanes.count, "contact")), \
        \(Wording.count(facts.touches.tried, "touch", "touches")) \(facts.inWindow), \
        \(facts.touches.answered) answered.
        """,
      draw(.wide), draw(.narrow), table: TouchTable.table(facts, citations))
  }

  // MARK: Drawing

  /// From the first touch, within a year, or the start of the window, to what is planned.
  private func axis(_ isNarrow: Bool) -> TimeAxis {
    let today = facts.today
    let opens = today - (facts.measures.window ?? 90)
    let (past, future) = isNarrow ? (today - opens + 2, 45) : (300, 120)
    let days = marks.flatMap { $0.map(\.day) } + [opens - (isNarrow ? 2 : 10)]
    let since = isNarrow ? nil : facts.plan.stageSince?.value
    let all = days + [since].compactMap { $0 }
    let first = all.filter { today - $0 <= max(past, today - opens) }.min() ?? opens
    let last = all.filter { $0 - today <= future }.max() ?? today
    return TimeAxis(
      isNarrow ? first : TimeAxis.month(of: first), max(last + 5, today + 25),
      from: isNarrow ? 8 : 304, to: isNarrow ? 350 : 1096)
  }

  private func draw(_ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    var drawing = Drawing(
      id: "engagement", width: isNarrow ? 358 : 1200, height: 0, variant)
    let axis = axis(isNarrow)
    let all = marks.joined()
    let forms = TouchMarks.Form.allCases.filter { form in all.contains { $0.form == form } }
    let head = TouchMarks.key(
      forms, hasUnanswered: all.contains { $0.state == .unanswered },
      hasPlanned: all.contains { $0.state == .planned }, in: &drawing)
    let top = head + 44
    let height = isNarrow ? 44.0 : 32
    let bottom = top + height * Double(lanes.count)
    drawing.height = bottom + 22
    drawWindow(axis, top, bottom, in: &drawing)
    axis.draw(from: top - 6, to: bottom + 6, names: head + 34, in: &drawing)
    drawDays(axis, head, bottom, in: &drawing)
    if !isNarrow {
      drawing.text(
        1200, head + 34, facts.measures.window.map { "answered, \($0) d" } ?? "answered of all",
        "m e")
    }
    var placed = TouchMarks()
    for (row, index) in lanes.enumerated() {
      let y = top + height * Double(row)
      drawing.line(0, y + height, drawing.width, y + height, "sh")
      let middle = isNarrow ? y + 30 : y + 16
      drawName(index, y, in: &drawing)
      drawSilence(row, axis, middle, in: &drawing)
      for mark in marks[row] where axis.contains(mark.day) {
        placed.add(mark.form, mark.state, axis.x(mark.day), middle)
      }
      if !isNarrow { drawPlanned(row, axis, middle, in: &drawing) }
    }
    placed.draw(in: &drawing)
    return drawing
  }

  private func drawWindow(
    _ axis: TimeAxis, _ top: Double, _ bottom: Double, in drawing: inout Drawing
  ) {
    guard let window = facts.measures.window else { return }
    let x = axis.x(facts.today - window)
    drawing.rect(x, top - 6, axis.x(facts.today) - x, bottom - top + 12, "fw")
    let label = "engagement window, \(Wording.count(window, "day"))"
    drawing.text(min(x + 4, drawing.width - TextWidth.of(label)), bottom + 18, label, "m")
  }

  /// Today, and since when the account is at its stage.
  private func drawDays(
    _ axis: TimeAxis, _ head: Double, _ bottom: Double, in drawing: inout Drawing
  ) {
    let today = axis.x(facts.today)
    drawing.line(today, head + 4, today, bottom + 6, "si15")
    drawing.text(today - 4, head + 14, "today", "b e")
    guard let since = facts.plan.stageSince?.value, since <= facts.today, axis.contains(since)
    else { return }
    let (x, word) = (axis.x(since), facts.measures.stage.spoken)
    let isNear = x + 4 + TextWidth.of(word, bold: true) > today - 48
    drawing.line(x, isNear ? head + 20 : head + 4, x, bottom + 6, "sm")
    if isNear {
      drawing.text(min(x - 4, today - 48), head + 14, word, "b e halo")
    } else {
      drawing.text(x + 4, head + 14, word, "b halo")
    }
  }

  private func drawName(_ index: Int, _ y: Double, in drawing: inout Drawing) {
    let contact = facts.plan.contacts[index]
    let line = facts.touches.lines[index]
    let (name, style) = (contact.name.value, contact.decides ? "b" : "")
    let isQuiet = line.answered == 0 && !facts.measures.contacts[index].isEngaged
    let count =
      line.tried > 0
      ? "\(line.answered) of \(line.tried)"
      : !isQuiet
        ? "heard"
        : line.all.isEmpty && facts.measures.contacts[index].lastEngaged == nil
          ? "never tried" : facts.measures.window.map { "none in \($0) d" } ?? "no touch"
    let end = isQuiet ? "b e" : "m e"
    let bar = CardText.stance(contact).bar
    if drawing.variant == .narrow {
      drawing.rect(0, y + 5, 4, 12, bar)
      let room = 340 - TextWidth.of(count, bold: true)
      drawing.text(10, y + 15, TextWidth.clip(name, to: room, bold: contact.decides), style)
      drawing.text(358, y + 15, count, end)
      return
    }
    drawing.rect(0, y + 8, 4, 16, bar)
    let role = TextWidth.clip(AccountFacts.deciding(contact), to: 132)
    let room = 260 - TextWidth.of(role)
    drawing.text(12, y + 20, TextWidth.clip(name, to: room, bold: contact.decides), style)
    drawing.text(284, y + 20, role, "m e")
    drawing.text(1200, y + 20, count, end)
  }

  /// A dotted line where an answer is too long ago; of one who decides with the number of days.
  private func drawSilence(
    _ row: Int, _ axis: TimeAxis, _ y: Double, in drawing: inout Drawing
  ) {
    let index = lanes[row]
    let measure = facts.measures.contacts[index]
    guard !measure.isEngaged, let last = measure.lastEngaged else { return }
    let (from, to) = (axis.x(last) + (axis.contains(last) ? 8 : 0), axis.x(facts.today))
    guard let (text, start) = silence(row, from: from, to: to, axis, since: last) else {
      return drawing.line(from, y, to, y, "si dot")
    }
    // The line breaks where its words stand.
    if start - 6 > from { drawing.line(from, y, start - 6, y, "si dot") }
    drawing.text(start, y + 4, text, "b halo")
    drawing.line(start + TextWidth.of(text, bold: true) + 6, y, to, y, "si dot")
  }

  /// How long somebody who decides has been silent, and where there is room to say it; nil where there is none.
  private func silence(
    _ row: Int, from: Double, to: Double, _ axis: TimeAxis, since last: Day
  ) -> (text: String, start: Double)? {
    let index = lanes[row]
    guard facts.plan.contacts[index].decides else { return nil }
    let days = Wording.count(facts.today - last, "day")
    let isTried = facts.triesSince(facts.plan.contacts[index], last) > 0
    let stops = marks[row].filter { $0.day > last && $0.day <= facts.today }
      .map { axis.x($0.day) - 9 }
    var start = from + 4
    for stop in stops + [to - 6] {
      for text in ["\(days) without \(isTried ? "an answer" : "a touch")", days]
      where start + TextWidth.of(text, bold: true) <= stop { return (text, start) }
      start = stop + 22
    }
    return nil
  }

  /// The day of the next planned touch, where there is room behind its mark.
  private func drawPlanned(
    _ row: Int, _ axis: TimeAxis, _ y: Double, in drawing: inout Drawing
  ) {
    let planned = marks[row].filter { $0.state == .planned && axis.contains($0.day) }
    guard let next = planned.first else { return }
    let (x, text) = (axis.x(next.day) + 10, facts.figures.day(next.day))
    let limit = planned.dropFirst().first.map { axis.x($0.day) - 10 } ?? axis.right + 8
    if x + TextWidth.of(text) <= limit { drawing.text(x, y + 4, text, "m") }
  }
}
