import PlanModel

/// What the calendar says.
enum CalendarSentences {
  /// `5 things are late; 23 fall due in the next 13 weeks, 9 of them in the week of 7 December.`
  static func lead(_ weeks: CalendarWeeks) -> HTML {
    let (late, due) = (weeks.late.count, weeks.due)
    let horizon = "the next \(CalendarWeeks.count) weeks"
    if late == 0, due == 0 { return "Nothing is late, and no plan names a day in \(horizon)." }
    guard due > 0 else { return "\(things(late)) late; no plan names a day in \(horizon)." }
    let falls = Wording.verb(due, "falls", "fall")
    var html: HTML =
      late > 0
      ? "\(things(late)) late; \(Wording.grouped(due)) \(falls) due in \(horizon)"
      : "Nothing is late; \(Wording.count(due, "thing")) \(falls) due in \(horizon)"
    if let full = weeks.fullest, full.events.count < due {
      html += """
        , \(Wording.grouped(full.events.count)) of them in \
        <a href="#\(CalendarTable.anchor(full))">the week of \(day(full.first))</a>
        """
    }
    return html + "."
  }

  private static func things(_ late: Int) -> HTML {
    let text = "\(Wording.count(late, "thing")) \(Wording.verb(late, "is", "are"))"
    return "<a href=\"#late\">\(text)</a>"
  }

  /// The heading of the picture: what stands out most.
  static func load(_ weeks: CalendarWeeks) -> String {
    loads.said(of: weeks, limit: 1).first ?? "Nothing lies ahead"
  }

  static let loads: [Remark<CalendarWeeks, String>] = [
    Remark("plays end", 4) { weeks in
      guard let last = weeks.lastWeek(with: .play), last < 6,
        !weeks.later.contains(where: { $0.kind == .play }),
        weeks.weeks[(last + 1)...].contains(where: { !$0.events.isEmpty })
      else { return nil }
      return "No play is planned beyond the week of \(day(weeks.weeks[last].first))"
    },
    Remark("soon", 3) { weeks in
      let soon = weeks.weeks.prefix(4).map(\.events.count).reduce(0, +)
      guard weeks.due >= 6, soon < weeks.due, soon * 2 > weeks.due else { return nil }
      return "\(Wording.grouped(soon)) of the \(Wording.grouped(weeks.due)) fall due in this week "
        + "and the next three"
    },
    Remark("one kind", 2) { weeks in
      let counts = CalendarWeeks.counts(weeks.weeks.flatMap(\.events))
      guard let main = counts.max(by: { $0.count < $1.count }), main.count * 2 > weeks.due else {
        return nil
      }
      let kinds = main.kind.title.lowercased()
      if main.count < weeks.due {
        return "\(Wording.grouped(main.count)) of the \(Wording.grouped(weeks.due)) are \(kinds)"
      }
      return weeks.due == 1
        ? "One \(main.kind.rawValue) lies ahead" : "All that lies ahead are \(kinds)"
    },
    Remark("spread", 1) { weeks in
      guard weeks.due > 0 else { return nil }
      let most = weeks.weeks.map(\.events.count).max() ?? 0
      let busy = weeks.weeks.count { !$0.events.isEmpty }
      return "\(Wording.count(weeks.due, "thing")) in \(Wording.count(busy, "week")), "
        + "at most \(Wording.spelled(most)) in one"
    },
    Remark("late alone", 1) { weeks in
      weeks.due == 0 && weeks.later.isEmpty && !weeks.late.isEmpty
        ? "All that is in the calendar is late" : nil
    },
  ]

  /// `2 reviews, 1 task`.
  static func counts(_ events: [CalendarEvent]) -> String {
    CalendarWeeks.counts(events).map { $0.kind.count($0.count) }.joined(separator: ", ")
  }

  /// `7 December`.
  static func day(_ day: Day) -> String {
    let (_, month, date) = day.parts
    return "\(date) \(Figures.months[month - 1])"
  }
}
