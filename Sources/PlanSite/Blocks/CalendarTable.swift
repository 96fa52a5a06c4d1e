import PlanModel

/// What is late and what is due, under its weeks.
struct CalendarTable {
  /// Rows of a week; the file to download has them all.
  static let limit = 20

  let model: SiteModel
  let weeks: CalendarWeeks

  /// Of a week in its page.
  static func anchor(_ week: CalendarWeeks.Week) -> String { "week-\(week.first)" }

  var html: HTML {
    guard !weeks.late.isEmpty || weeks.due > 0 else { return HTML() }
    var book = CitationBook(model, root: "")
    var html: HTML = """
      <div class="box fig" tabindex="0" role="region" aria-label="What is due"><table class="cal">\
      <caption class="vh">What is late, and what is due by week</caption><thead><tr>\
      <th scope="col">Day</th><th scope="col">What</th>\
      <th scope="col">Account</th><th scope="col">Who</th></tr></thead>

      """
    if !weeks.late.isEmpty { html += group("late", "Late", weeks.late, &book) }
    for week in weeks.weeks where !week.events.isEmpty {
      let title = "Week of \(CalendarSentences.day(week.first))"
      html += group(Self.anchor(week), title, week.events, &book)
    }
    return html + "</table></div>"
  }

  private func group(
    _ id: String, _ title: String, _ events: [CalendarEvent], _ book: inout CitationBook
  ) -> HTML {
    var html: HTML = """
      <tbody id="\(id)">
      <tr class="g"><th scope="rowgroup" colspan="4">\(title) \
      <span class="muted">\(CalendarSentences.counts(events))</span></th></tr>

      """
    for event in events.prefix(Self.limit) { html += row(event, &book) }
    let rest = events.count - Self.limit
    if rest > 0 {
      html += """
        <tr><td></td><td colspan="3" class="muted">and \(Wording.count(rest, "other")) in \
        <a href="\(DataFile.calendar.path(.csv))">calendar.csv</a></td></tr>

        """
    }
    return html + "</tbody>\n"
  }

  private func row(_ event: CalendarEvent, _ book: inout CitationBook) -> HTML {
    let account = model.accounts[event.account]
    let late: HTML = event.isLate ? " late" : ""
    let money: HTML =
      event.amount.map { ", \(model.figures.money($0))" } ?? ""
    let kind: HTML =
      event.kind == .review
      ? "" : " <span class=\"muted small nb\">\(event.kind.rawValue)\(money)</span>"
    let ours = event.people.map { model.person($0, root: "") }
    let theirs = event.contacts.map { name -> HTML in "<span class=\"muted\">\(name)</span>" }
    let who = ours + theirs
    let shown = who.isEmpty ? "<b>nobody</b>" : who.prefix(4).joined(by: ", ")
    let more: HTML = who.count > 4 ? " and \(Wording.count(who.count - 4, "other"))" : ""
    return """
      <tr><td class="nb\(late)">\(model.figures.weekday(event.day))</td>\
      <th scope="row">\(book.cite("\(event.text)", event.span, of: account))\(kind)</th>\
      <td>\(model.link(account, root: ""))</td>\
      <td>\(shown)\(more)</td></tr>

      """
  }
}
