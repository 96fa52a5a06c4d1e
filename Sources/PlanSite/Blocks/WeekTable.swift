import PlanModel

/// What needs whom this week: a row for each of our people, with what presses most.
struct WeekTable {
  /// Rows.
  static let limit = 12

  let model: SiteModel
  let weeks: [OwnerWeek]

  var block: SectionBlock {
    let title = Self.title(weeks, model)
    guard !weeks.isEmpty else {
      return SectionBlock(
        id: "week", title: title,
        body: """
          <p class="fig muted">Tasks of <code>## Mutual action plan</code> with a due day, plays with a date \
          ahead and reviews put people here.</p>
          """)
    }
    let rest = weeks.count - Self.limit
    return SectionBlock(
      id: "week", title: title,
      note:
        "Up to \(model.figures.weekday(model.today + OwnerWeek.days - 1)); the most pressed first"
        + (rest > 0
          ? "; \(Wording.count(rest, "other person", "other people")) on their own pages" : ""),
      body: "<div class=\"fig\">" + table.html + "</div>")
  }

  private var table: DataTable {
    var table = DataTable(
      "What needs whom this week",
      [.text("Who"), .text("This week"), .text("What presses most"), .number("Day")])
    table.data = DataLinks(.tasks, root: "")
    for week in weeks.prefix(Self.limit) {
      var row = [model.person(week.person, root: ""), Self.plate(week)]
      if let item = week.first(on: model.today) {
        let account = model.accounts[item.plan]
        let citations = Citations(model, model.plan(of: account), root: "")
        let isLate = item.day < model.today
        row += [
          """
          \(citations.cite("\(item.text)", item.span))<br><span class="muted small">\
          \(model.link(account, root: ""))</span>
          """,
          isLate
            ? "<span class=\"late nb\">\(Wording.count(model.today - item.day, "day")) late</span>"
            : "<span class=\"nb\">\(model.figures.weekday(item.day))</span>",
        ]
      }
      table.rows.append(row)
    }
    return table
  }

  /// `2 tasks late, 1 task due, 3 plays, 1 review`.
  static func plate(_ week: OwnerWeek) -> HTML {
    let late = week.late.count
    var parts: [HTML] = []
    if late > 0 { parts.append("<span class=\"late\">\(Wording.count(late, "task")) late</span>") }
    for (count, word) in [
      (week.due.count, "task"), (week.plays.count, "play"), (week.reviews.count, "review"),
    ] where count > 0 {
      parts.append("\(Wording.count(count, word))\(word == "task" ? " due" : "")")
    }
    return parts.joined(by: ", ")
  }

  /// `Four people have something due this week; Tomasz Wrona is late with three tasks`.
  static func title(_ weeks: [OwnerWeek], _ model: SiteModel) -> String {
    guard let first = weeks.first else { return "Nobody has anything due this week" }
    let people = Wording.capital(Wording.spelled(weeks.count, "person", "people"))
    let base = "\(people) \(Wording.verb(weeks.count, "has", "have")) something due this week"
    let late = weeks.filter { !$0.late.isEmpty }
    let name = model.program.name(of: first.person)
    if late.count == 1 {
      return base + "; \(name) is late with \(Wording.spelled(first.late.count, "task"))"
    }
    if late.count > 1 {
      return base + "; \(Wording.spelled(late.count)) are late with tasks, \(name) with "
        + Wording.spelled(first.late.count)
    }
    let reviews = weeks.flatMap(\.reviews).count { $0.day < model.today }
    return reviews == 0
      ? base + "; nothing is late"
      : base
        + "; \(Wording.spelled(reviews)) of their reviews \(Wording.verb(reviews, "is", "are")) late"
  }
}
