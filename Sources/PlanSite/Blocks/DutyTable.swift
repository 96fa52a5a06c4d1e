import PlanModel

/// Tasks under what is late, this week's, later ones and those without a day.
struct DutyTable {
  /// Rows shown.
  static let limit = 200

  let duties: [Duty]
  let model: SiteModel
  /// The way from the page to the site's root.
  let root: String
  /// Whose page it is, so that their name need not stand in each row.
  var person: String?

  var html: HTML {
    var book = CitationBook(model, root: root)
    var html: HTML = """
      <div class="box" tabindex="0" role="region" aria-label="Open tasks"><table class="by">\
      <caption class="vh">Open tasks by day</caption><thead><tr><th scope="col">Due</th>\
      <th scope="col">Task</th><th scope="col">Account, with whom</th></tr></thead><tbody>

      """
    var last = ""
    for duty in duties.prefix(Self.limit) {
      let group = group(duty)
      if group != last {
        let late: HTML = group == "Late" ? " class=\"late\"" : ""
        html += "<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"3\"\(late)>\(group)</th></tr>\n"
        last = group
      }
      html += row(duty, &book)
    }
    html += "</tbody></table></div>" + DataLinks(.tasks, root: root).html
    let rest = duties.count - Self.limit
    if rest > 0 {
      html += "<p class=\"muted\">and \(Wording.count(rest, "other task")) in the plans</p>"
    }
    return html
  }

  private func group(_ duty: Duty) -> String {
    guard let due = duty.due else { return "Without a day" }
    let days = due - model.today
    return days < 0 ? "Late" : days <= OwnerWeek.days ? "This week" : "Later"
  }

  private func row(_ duty: Duty, _ book: inout CitationBook) -> HTML {
    let task = duty.task
    let text = book.cite("\(task.text.value)", task.text.span, of: duty.account)
    let from =
      duty.review.map { "promised in the review of \(model.figures.day($0))" }
      ?? task.milestone?.value ?? ""
    let note: HTML = from.isEmpty ? "" : "<br><span class=\"muted small\">\(from)</span>"
    return """
      <tr><td class="nb">\(due(duty))</td><th scope="row">\(text)\(note)</th>\
      <td>\(model.link(duty.account, root: root))<br><span class="small muted">\(who(task))</span></td></tr>

      """
  }

  private func due(_ duty: Duty) -> HTML {
    guard let due = duty.due else { return "<span class=\"muted\">none</span>" }
    let days = model.today - due
    guard days > 0 else { return "\(model.figures.weekday(due))" }
    return """
      <b class="late">\(model.figures.day(due))</b><br><span class="late small">\
      \(Wording.count(days, "day")) late</span>
      """
  }

  private func who(_ task: ActionTask) -> HTML {
    var names = task.people.filter { $0.value != person }
      .map { model.person($0.value, root: root) }
    names += task.contacts.map { "\($0.value)" }
    guard !names.isEmpty else { return person == nil ? "nobody" : "nobody else" }
    return names.prefix(6).joined(by: ", ")
  }
}
