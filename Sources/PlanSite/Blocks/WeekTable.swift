import PlanModel

/// What needs whom this week: a row for each of our people, and for nobody, with what presses most.
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
          <p class="fig muted">Tasks of <code>## Mutual action plan</code> with a due day, next steps of \
          <code>## Whitespace</code> with a day in By, plays with a date ahead and reviews put people here.</p>
          """)
    }
    let rest = weeks.count - shown.count
    return SectionBlock(
      id: "week", title: title,
      note:
        "Up to \(model.figures.weekday(model.today + OwnerWeek.days)); who is late longest first"
        + (rest > 0
          ? "; \(Wording.count(rest, "other person", "other people")) on their own pages" : ""),
      body: "<div class=\"fig\">" + table.html + "</div>")
  }

  /// As many as fit; what is nobody's stands on no other page and so is among them.
  private var shown: [OwnerWeek] {
    let first = weeks.prefix(Self.limit)
    guard !first.contains(where: { $0.person == nil }),
      let nobody = weeks.first(where: { $0.person == nil })
    else { return Array(first) }
    return Array(first.dropLast()) + [nobody]
  }

  private var table: DataTable {
    var table = DataTable(
      "What needs whom this week",
      [.text("Who"), .text("This week"), .text("What presses most"), .number("Day")])
    table.data = DataLinks(.tasks, root: "")
    for week in shown {
      let who: HTML = week.person.map { model.person($0, root: "") } ?? "<b>Nobody</b>"
      var row = [who, Self.plate(week, on: model.today)]
      if let item = week.first {
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

  /// `2 tasks late, 1 review late, 1 task due, 3 plays, 1 review due`.
  static func plate(_ week: OwnerWeek, on today: Day) -> HTML {
    let reviews = week.lateReviews(on: today).count
    var parts: [HTML] = []
    for (count, word) in [(week.late.count, "task"), (reviews, "review")] where count > 0 {
      parts.append("<span class=\"late\">\(Wording.count(count, word)) late</span>")
    }
    for (count, word) in [
      (week.due.count, "task"), (week.plays.count, "play"),
      (week.reviews.count - reviews, "review"),
    ] where count > 0 {
      parts.append("\(Wording.count(count, word))\(word == "play" ? "" : " due")")
    }
    return parts.joined(by: ", ")
  }

  /// Who is late, else who has something due: `Two people are late, Marco Bellandi longest, 94 days; one review of an
  /// account without an owner is late`.
  static func title(_ weeks: [OwnerWeek], _ model: SiteModel) -> String {
    let nobodys = nobodys(weeks, on: model.today)
    let ours = weeks.filter { $0.person != nil }
    guard let first = ours.first, let person = first.person else {
      return nobodys.map { Wording.capital($0.text) } ?? "Nobody has anything due this week"
    }
    let late = ours.filter { ($0.first?.day ?? model.today) < model.today }
    guard !late.isEmpty else {
      let people = Wording.capital(Wording.spelled(ours.count, "person", "people"))
      let base =
        "\(people) \(Wording.verb(ours.count, "has", "have")) something due this week"
        + (nobodys.map { ", and \($0.text)" } ?? "")
      return nobodys?.isLate == true ? base : base + "; nothing is late"
    }
    let name = model.program.name(of: person)
    let rest = nobodys.map { "; \($0.text)" } ?? ""
    guard late.count == 1 else {
      let days = first.first.map { Wording.count(model.today - $0.day, "day") } ?? ""
      let isShared = late.count { $0.first?.day == first.first?.day } > 1
      return Wording.capital(Wording.spelled(late.count, "person", "people")) + " are late, "
        + (isShared ? "by up to \(days)" : "\(name) longest, \(days)") + rest
    }
    let what = [
      (first.late.count, "task"), (first.lateReviews(on: model.today).count, "review"),
    ].filter { $0.0 > 0 }.map { Wording.spelled($0.0, $0.1) }
    return "\(name) is late with \(Wording.list(what))" + rest
  }

  /// `one review of an account without an owner is late`; nil where there is none.
  private static func nobodys(
    _ weeks: [OwnerWeek], on today: Day
  ) -> (text: String, isLate: Bool)? {
    guard let week = weeks.first(where: { $0.person == nil }) else { return nil }
    let items = week.late + week.due + week.plays + week.reviews
    let (all, late) = (items.count, items.count { $0.day < today })
    let accounts = all == 1 ? "an account without an owner" : "accounts without an owner"
    let what =
      late == all
      ? "\(Wording.verb(all, "is", "are")) late"
      : "\(Wording.verb(all, "is", "are")) due"
        + (late > 0 ? ", \(Wording.spelled(late)) of them late" : "")
    let word = all == week.reviews.count ? "review" : "task or review"
    let counted = Wording.spelled(all, word, word == "review" ? nil : "tasks and reviews")
    return ("\(counted) of \(accounts) \(what)", late > 0)
  }
}
