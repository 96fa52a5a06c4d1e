import PlanModel

/// The calendar from this week on, week by week, with what is late before it.
struct CalendarWeeks: Sendable {
  /// A quarter.
  static let count = 13

  struct Week: Sendable {
    /// Its Monday.
    let first: Day
    var events: [CalendarEvent] = []
  }

  let late: [CalendarEvent]
  /// This week is the first; of its days those from today on.
  let weeks: [Week]
  /// What lies behind the last week.
  let later: [CalendarEvent]

  init(_ calendar: Calendar) {
    let monday = calendar.today - (calendar.today.weekday - 1)
    var weeks = (0..<Self.count).map { Week(first: monday + 7 * $0) }
    var late: [CalendarEvent] = []
    var later: [CalendarEvent] = []
    for event in calendar.events {
      let week = (event.day - monday) / 7
      if event.isLate {
        late.append(event)
      } else if week < Self.count {
        weeks[max(0, week)].events.append(event)
      } else {
        later.append(event)
      }
    }
    self.late = late
    self.weeks = weeks
    self.later = later
  }

  /// In all weeks together.
  var due: Int { weeks.map(\.events.count).reduce(0, +) }

  /// The week that stands out: alone with the most, at least three, and a quarter of all.
  var fullest: Week? {
    let most = weeks.map(\.events.count).max() ?? 0
    guard most >= 3, most * 4 >= due else { return nil }
    let full = weeks.filter { $0.events.count == most }
    return full.count == 1 ? full[0] : nil
  }

  /// The place of the last week that holds one of a kind.
  func lastWeek(with kind: CalendarEvent.Kind) -> Int? {
    weeks.lastIndex { week in week.events.contains { $0.kind == kind } }
  }

  /// How many of each kind, in their order, without those of which there is none.
  static func counts(
    _ events: [CalendarEvent]
  ) -> [(kind: CalendarEvent.Kind, count: Int)] {
    CalendarEvent.Kind.allCases.compactMap { kind in
      let count = events.count { $0.kind == kind }
      return count > 0 ? (kind, count) : nil
    }
  }
}
