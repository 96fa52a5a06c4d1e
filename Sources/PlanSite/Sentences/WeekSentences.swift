import PlanModel

/// The titles of pictures that show what falls on which day.
enum WeekSentences {
  /// `Three of eight tasks and plays of the next 14 days fall on Wed 2 Dec`.
  static func ahead(
    _ marks: [DayStacks.Mark], from first: Day, to last: Day, _ figures: Figures
  ) -> String {
    let days = "the next \(last - first) days"
    let soon = marks.filter { $0.day >= first && $0.day <= last }
    let late = marks.count { $0.kind == .late }
    let hasTasks = soon.contains { $0.kind == .task }
    let hasPlays = soon.contains { $0.kind == .play }
    guard !soon.isEmpty else {
      let tasks = Wording.spelled(late, "task")
      return late == 0
        ? "No task and no play falls due in \(days)"
        : "No task and no play falls due in \(days); \(tasks) \(Wording.verb(late, "is", "are")) late"
    }
    let many = hasTasks && hasPlays ? "tasks and plays" : hasTasks ? "tasks" : "plays"
    if soon.count == 1, let only = soon.first {
      return "One \(hasTasks ? "task" : "play") falls on \(days), on \(figures.weekday(only.day))"
    }
    let byDay = Dictionary(grouping: soon, by: \.day).mapValues(\.count)
    let most = byDay.values.max() ?? 0
    let fullest = byDay.filter { $0.value == most }.keys.sorted()
    if fullest.count == 1, most > 1, let day = fullest.first {
      if most == soon.count {
        return
          "\(Wording.capital(Wording.all(most))) \(many) of \(days) fall on \(figures.weekday(day))"
      }
      return
        "\(Wording.capital(Wording.spelled(most))) of \(Wording.spelled(soon.count)) \(many) of \(days) "
        + "fall on \(figures.weekday(day))"
    }
    return
      "\(Wording.capital(Wording.spelled(soon.count))) \(many) fall on \(Wording.spelled(byDay.count)) "
      + "of \(days)"
  }

  /// `Three answers came in the last 7 days; five tasks and plays fall due in the next 7`.
  static func around(_ marks: [DayStacks.Mark], today: Day) -> String {
    let answers = marks.count { $0.kind == .answer }
    let soon = marks.filter { OwnerWeek.holds($0.day, from: today) }
    let (tasks, plays) = (soon.count { $0.kind == .task }, soon.count { $0.kind == .play })
    let due = tasks + plays
    let late = marks.count { $0.kind == .late }
    let first =
      answers == 0
      ? "Nobody answered in the last 7 days"
      : "\(Wording.capital(Wording.spelled(answers, "answer"))) came in the last 7 days"
    let what =
      tasks == 0
      ? Wording.spelled(due, "play")
      : plays == 0 ? Wording.spelled(due, "task") : "\(Wording.spelled(due)) tasks and plays"
    let second =
      due == 0
      ? "no task and no play falls due in the next 7"
      : "\(what) \(Wording.verb(due, "falls", "fall")) due in the next 7"
    let third =
      late == 0
      ? "" : ", \(Wording.spelled(late, "task")) \(Wording.verb(late, "is", "are")) late"
    return "\(first); \(second)\(third)"
  }
}
