import PlanModel

/// Days from left to right, with months.
struct TimeAxis {
  let first: Day
  let last: Day
  let left: Double
  let right: Double

  /// - Parameter last: At least a day after `first`.
  init(_ first: Day, _ last: Day, from left: Double, to right: Double) {
    self.first = first
    self.last = max(last, first + 1)
    self.left = left
    self.right = right
  }

  /// Where a day is; those beyond an end are at it.
  func x(_ day: Day) -> Double {
    let share = Double(day - first) / Double(last - first)
    return left + min(max(share, 0), 1) * (right - left)
  }

  func contains(_ day: Day) -> Bool { day >= first && day <= last }

  /// The first day of a day's month.
  static func month(of day: Day) -> Day { day - (day.parts.day - 1) }

  /// Lines at the first of each month, and their names where there is room.
  ///
  /// - Parameters:
  ///   - y: Of the names.
  ///   - taken: Where no name may stand.
  func draw(
    from top: Double, to bottom: Double, names y: Double, taken: ClosedRange<Double>? = nil,
    in drawing: inout Drawing
  ) {
    let step = (right - left) * 30 / Double(last - first)
    var lines = HTML()
    var free = left
    var (year, month, date) = first.parts
    if date > 1 { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
    while let day = Day(year: year, month: month, day: 1), day <= last {
      let x = x(day)
      if step >= 12 { lines += "M\(x) \(top)V\(bottom)" }
      let short = Figures.months[month - 1].prefix(3)
      let name = month == 1 && step > 66 ? "\(short) \(year)" : String(short)
      let end = x + 3 + TextWidth.of(name)
      let isTaken = taken.map { x + 3 < $0.upperBound && end > $0.lowerBound } ?? false
      if x + 3 >= free, end <= right, !isTaken {
        drawing.text(x + 3, y, name, "m")
        free = end + 6
      }
      date = 1
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    drawing.path(lines, "sh")
  }
}
