import PlanModel

/// How much falls into each week, a lane for each kind; what is late stands before them in red.
struct WeekLoad {
  let weeks: CalendarWeeks
  let figures: Figures

  private let kinds: [CalendarEvent.Kind]
  /// Counts by kind: late, then week by week.
  private let counts: [[Int]]

  init(_ weeks: CalendarWeeks, _ figures: Figures) {
    self.weeks = weeks
    self.figures = figures
    let columns = [weeks.late] + weeks.weeks.map(\.events)
    let all = CalendarEvent.Kind.allCases.map { kind in
      columns.map { events in events.count { $0.kind == kind } }
    }
    kinds = zip(CalendarEvent.Kind.allCases, all).filter { $0.1.contains { $0 > 0 } }.map(\.0)
    counts = all.filter { $0.contains { $0 > 0 } }
  }

  /// Nil where there is nothing to draw.
  func picture(title: String) -> Picture? {
    guard !kinds.isEmpty else { return nil }
    var table = DataTable(
      "What falls into each week",
      [.text("Week of")] + kinds.map { .number($0.title) } + [.number("All")])
    table.data = DataLinks(.calendar, root: "")
    let names = ["late"] + weeks.weeks.map { figures.day($0.first) }
    for (column, name) in names.enumerated() {
      let numbers = counts.map { $0[column] }
      table.rows.append(
        ["\(name)"] + (numbers + [numbers.reduce(0, +)]).map { $0 == 0 ? "–" : "\($0)" })
    }
    return Picture(
      title: title,
      description: "\(Wording.count(weeks.due, "thing")) in \(CalendarWeeks.count) weeks and "
        + "\(weeks.late.count) late, by kind.",
      draw(1200, .wide), draw(358, .narrow), table: table)
  }

  private func draw(_ width: Double, _ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    let (top, lane, tallest) = isNarrow ? (20.0, 48.0, 24.0) : (28.0, 56.0, 30.0)
    var drawing = Drawing(
      id: "load", width: width, height: top + lane * Double(kinds.count), variant)
    let left = isNarrow ? 66.0 : 112
    let gap = isNarrow ? 30.0 : 72
    let pitch = (width - left - gap) / Double(CalendarWeeks.count)
    func x(_ column: Int) -> Double {
      column == 0 ? left : left + gap + pitch * Double(column - 1)
    }
    heads(x, isNarrow, in: &drawing)
    let most = Double(counts.joined().max() ?? 1)
    for (row, kind) in kinds.enumerated() {
      let base = top + lane * Double(row + 1) - 8
      drawing.text(0, base, kind.title, "b")
      drawing.line(left, base + 0.5, width, base + 0.5, "ss")
      let peak = counts[row].max() ?? 0
      let isCrowded = isNarrow && peak > 99
      var isNamed = false
      for (column, count) in counts[row].enumerated() where count > 0 {
        let side = min(isNarrow ? 14 : 40, pitch - 4)
        let height = max(2, tallest * Double(count) / most)
        drawing.rect(x(column), base - height, side, height, column == 0 ? "fl" : "fa")
        // Three digits are wider than a week: the highest alone says how high it is.
        guard !isCrowded || (count == peak && !isNamed) else { continue }
        isNamed = true
        let style = column == 0 ? "l b c" : "b c"
        drawing.text(
          min(x(column) + side / 2, width - TextWidth.of("\(count)", bold: true) / 2),
          base - height - 4, Wording.grouped(count), style)
      }
    }
    return drawing
  }

  /// The Mondays above their weeks; where there is no room, the months above the first of theirs.
  private func heads(
    _ x: (Int) -> Double, _ isNarrow: Bool, in drawing: inout Drawing
  ) {
    if !weeks.late.isEmpty { drawing.text(x(0), 12, "late", "l b") }
    var end = 0.0
    for (index, week) in weeks.weeks.enumerated() {
      let (_, month, date) = week.first.parts
      let name = String(Figures.months[month - 1].prefix(3))
      guard !isNarrow else {
        // The week that today lies in may be the last of its month.
        guard index == 0 || date <= 7, x(index + 1) >= end else { continue }
        let next = weeks.weeks.dropFirst().first { $0.first.parts.day <= 7 }
        if index == 0, let next, next.first - week.first < 14 { continue }
        drawing.text(x(index + 1), 12, name, "m")
        end = x(index + 1) + TextWidth.of(name) + 4
        continue
      }
      drawing.text(x(index + 1), 12, "\(date) \(name)", index == 0 ? "b" : "m")
    }
  }
}
