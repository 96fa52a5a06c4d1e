import PlanModel

/// What falls on which day: a stack of marks for each, what is late before them and what is later behind them.
struct DayStacks {
  enum Kind: Int, CaseIterable {
    case late, answer, touch, task, play

    /// As the columns of the table are headed.
    var title: String {
      switch self {
      case .late: "Late"
      case .answer: "Answered"
      case .touch: "Unanswered"
      case .task: "Tasks due"
      case .play: "Plays planned"
      }
    }
  }

  struct Mark {
    let day: Day
    let kind: Kind
  }

  /// Marks in a stack; above it a number says how many there are.
  private static let limit = 8

  let id: String
  let first: Day
  let last: Day
  let today: Day
  /// On days from first to last, and before and after them.
  let marks: [Mark]
  private let stacks: [Int: [Kind]]

  init(id: String, _ marks: [Mark], from first: Day, to last: Day, today: Day) {
    self.id = id
    self.first = first
    self.last = last
    self.today = today
    self.marks = marks
    var stacks: [Int: [Kind]] = [:]
    for mark in marks {
      let place = min(max(mark.day - first, -1), last - first + 1)
      stacks[place, default: []].append(mark.kind)
    }
    self.stacks = stacks.mapValues { $0.sorted { $0.rawValue < $1.rawValue } }
  }

  private var days: Int { last - first + 1 }

  func picture(title: String, _ figures: Figures) -> Picture {
    let kinds = Kind.allCases.filter { kind in marks.contains { $0.kind == kind } }
    var table = DataTable("By day", [.text("Day")] + kinds.map { .number($0.title) })
    table.data = DataLinks(.calendar, root: "../")
    for place in stacks.keys.sorted() {
      let name =
        place < 0 ? "before" : place == days ? "after" : figures.weekday(first + place)
      table.rows.append(
        ["\(name)"]
          + kinds.map { kind in
            let count = stacks[place]?.count { $0 == kind } ?? 0
            return count == 0 ? "–" : "\(count)"
          })
    }
    let count = Wording.count(marks.count, "mark")
    return Picture(
      title: title,
      description: "\(count) over \(Wording.count(days, "day")) from \(figures.weekday(first)).",
      draw(1200, .wide), draw(358, .narrow), table: table)
  }

  private func draw(_ width: Double, _ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    let most = min(Self.limit, stacks.values.map(\.count).max() ?? 1)
    let step = isNarrow ? 12.0 : 15
    let base = 20 + step * Double(max(most, 2))
    var drawing = Drawing(id: id, width: width, height: base + 40, variant)
    let edge = isNarrow ? 34.0 : 84
    let hasEarlier = stacks[-1] != nil
    let left = hasEarlier ? edge : 0
    let right = width - (stacks[days] != nil ? edge : 0)
    let pitch = (right - left) / Double(days)
    drawing.line(0, base + 0.5, width, base + 0.5, "ss")
    if hasEarlier {
      let isLate = stacks[-1]?.contains(.late) ?? false
      drawing.text(0, base + 18, isLate ? "late" : "before", isLate ? "l b" : "m")
      stack(-1, 0, step, base, in: &drawing)
    }
    if stacks[days] != nil {
      drawing.text(right + 8, base + 18, "later", "m")
      stack(days, right + 8, step, base, in: &drawing)
    }
    for place in 0..<days {
      let x = left + pitch * Double(place)
      label(first + place, x, pitch, base, isNarrow, in: &drawing)
      stack(place, x, step, base, in: &drawing)
    }
    let x = left + pitch * Double(today - first)
    if today >= first, today <= last {
      drawing.line(x - 3.5, 4, x - 3.5, base, "si2")
    }
    return drawing
  }

  private func label(
    _ day: Day, _ x: Double, _ pitch: Double, _ base: Double, _ isNarrow: Bool,
    in drawing: inout Drawing
  ) {
    let weekday = Figures.weekdays[day.weekday - 1]
    let (_, month, date) = day.parts
    let isWeekend = day.weekday > 5
    let style = day == today ? "b" : isWeekend ? "m" : ""
    drawing.text(x, base + 18, String(weekday.prefix(isNarrow ? 1 : 3)), style)
    let month3 = Figures.months[month - 1].prefix(3)
    let isNamed = !isNarrow && (day == first || date == 1 || pitch > 64)
    drawing.text(x, base + 34, isNamed ? "\(date) \(month3)" : "\(date)", style)
  }

  private func stack(
    _ place: Int, _ x: Double, _ step: Double, _ base: Double, in drawing: inout Drawing
  ) {
    guard let kinds = stacks[place] else { return }
    let side = step - 3
    for (index, kind) in kinds.prefix(Self.limit).enumerated() {
      let y = base - step * Double(index + 1)
      let (middle, height) = (x + side / 2, y + side / 2)
      switch kind {
      case .late: drawing.rect(x, y, side, side, "fl")
      case .task: drawing.rect(x, y, side, side, "fa")
      case .play: drawing.circle(middle, height, side / 2 - 0.75, "n sa15")
      case .answer: drawing.circle(middle, height, side / 2, "fa")
      case .touch: drawing.circle(middle, height, side / 2 - 0.75, "n ss")
      }
    }
    let rest = kinds.count - Self.limit
    if rest > 0 {
      drawing.text(x, base - step * Double(Self.limit) - 5, "\(kinds.count)", "b")
    }
  }
}
