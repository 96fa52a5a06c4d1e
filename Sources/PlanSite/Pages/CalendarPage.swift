import PlanModel

/// What happens when: reviews, tasks, plays, closes, renewals and objectives, week by week, after what is late.
struct CalendarView: PageView {
  /// The file for calendar programs.
  static let file = "calendar.ics"

  let shell: Shell
  let kicker: String
  let lead: HTML
  let load: SectionBlock?
  let list: SectionBlock?

  static let fields: [Field<CalendarView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead },
    .html("load") { $0.load?.html ?? "" }, .html("list") { $0.list?.html ?? "" },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "calendar.html", title: "Calendar – \(model.program.title)",
      description: "What is late, and what falls due in the next weeks", current: "Calendar")
    kicker = Figures.full(model.today)
    let weeks = CalendarWeeks(model.calendar)
    lead = CalendarSentences.lead(weeks)
    let title = CalendarSentences.load(weeks)
    load = WeekLoad(weeks, model.figures).picture(title: title).map { picture in
      let count = weeks.later.count
      let later = count > 0 ? "; \(Wording.count(count, "thing")) after that" : ""
      return SectionBlock(
        id: "load", title: title,
        note: "By the week they fall due, in the next \(CalendarWeeks.count) weeks\(later)",
        body: picture.html)
    }
    list = model.calendar.events.isEmpty ? nil : Self.list(model, weeks)
  }

  private static func list(_ model: SiteModel, _ weeks: CalendarWeeks) -> SectionBlock {
    SectionBlock(
      id: "weeks", title: "By week",
      note: "Reviews by the cadence of their tier, all else by the day that the plan names",
      body: """
        <p class="dl"><a href="\(Self.file)">For your calendar (.ics)</a>\
        \(DataLinks(.calendar, root: "").links)</p>\(CalendarTable(model: model, weeks: weeks).html)
        """)
  }
}
