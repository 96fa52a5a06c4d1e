import PlanModel

/// What an owner's pod does this week.
struct PodView: PageView {
  /// Rows of a table.
  static let limit = 100

  let shell: Shell
  let kicker: HTML
  let lead: HTML
  let week: SectionBlock?
  let answers: SectionBlock
  let due: SectionBlock
  let decisions: SectionBlock
  let signals: SectionBlock?
  let members: SectionBlock

  static let fields: [Field<PodView>] = withShell([
    .html("kicker") { $0.kicker }, .html("lead") { $0.lead },
    .html("week") { $0.week?.html ?? "" }, .html("answers") { $0.answers.html },
    .html("due") { $0.due.html }, .html("decisions") { $0.decisions.html },
    .html("signals") { $0.signals?.html ?? "" }, .html("members") { $0.members.html },
  ])

  init(_ model: SiteModel, owner: String, path: String) {
    let pod = PodWeek(model, owner: owner)
    let name = model.program.name(of: owner)
    shell = Shell(
      model, path: path, title: "The pod of \(name) – \(model.program.title)",
      description: "What the pod of \(name) does this week", current: "People")
    kicker = """
      The pod of \(model.person(owner, root: "../")), \
      \(Wording.count(pod.accounts.count, "account")). \(Figures.full(model.today))
      """
    lead = PodSentences.lead(pod)
    let sections = PodSections(model: model, pod: pod)
    week = sections.week
    answers = sections.answers
    due = sections.due
    decisions = sections.decisions
    signals = pod.accounts.isEmpty ? nil : sections.signals
    members = sections.members
  }
}

private struct PodSections {
  let model: SiteModel
  let pod: PodWeek

  private let root = "../"
  private var figures: Figures { model.figures }

  init(model: SiteModel, pod: PodWeek) {
    self.model = model
    self.pod = pod
  }

  private func fig(_ table: DataTable) -> HTML { "<div class=\"fig\">" + table.html + "</div>" }

  var week: SectionBlock? {
    let today = model.today
    func marks(_ plays: [PodWeek.Touched], _ kind: DayStacks.Kind) -> [DayStacks.Mark] {
      plays.map { DayStacks.Mark(day: $0.play.date.value, kind: kind) }
    }
    let marks =
      marks(pod.answers, .answer) + marks(pod.tries, .touch) + marks(pod.due, .play)
      + (pod.late + pod.soon).compactMap { duty in
        duty.due.map { DayStacks.Mark(day: $0, kind: $0 < today ? .late : .task) }
      }
    guard !marks.isEmpty else { return nil }
    let stacks = DayStacks(
      id: "week", marks, from: today - PodWeek.days, to: today + PodWeek.days, today: today)
    let title = WeekSentences.around(marks, today: today)
    return SectionBlock(
      id: "week", title: title,
      note:
        "A dot is an answer, a grey ring a try without one, a blue ring a planned play, a square a task; "
        + "what is late is red",
      body: stacks.picture(title: title, figures).html)
  }

  private func table(
    _ label: String, _ plays: [PodWeek.Touched], outcome: Bool
  ) -> DataTable {
    var book = CitationBook(model, root: root)
    var table = DataTable(
      label, [.text("Day"), .text("Play"), .text("Account, with whom")])
    table.data = DataLinks(.plays, root: root)
    for touched in plays.prefix(PodView.limit) {
      let play = touched.play
      let by = play.by.map { model.person($0.value, root: root) }
      let theirs = play.contacts.map { contact -> HTML in "\(contact.value)" }
      let detail = outcome ? play.outcome?.value ?? "" : play.channel?.value.spoken ?? ""
      let note: HTML = detail.isEmpty ? "" : "<br><span class=\"muted small\">\(detail)</span>"
      let people = by + theirs
      table.rows.append([
        "<span class=\"nb\">\(figures.weekday(play.date.value))</span>",
        book.cite("\(play.play.value)", play.row, of: touched.account) + note,
        model.link(touched.account, root: root) + "<br><span class=\"small muted\">"
          + (people.isEmpty ? "nobody named" : people.prefix(5).joined(by: ", ")) + "</span>",
      ])
    }
    return table
  }

  var answers: SectionBlock {
    let body: HTML =
      pod.answers.isEmpty
      ? """
      <p class="fig muted">A row of <code>## Plays</code> with a day and an Outcome is an answer.</p>
      """ : fig(table("Answers of the last 7 days", pod.answers, outcome: true))
    return SectionBlock(
      id: "answers", title: PodSentences.answers(pod),
      note: "Plays with an outcome, the latest first",
      style: "c6", body: body)
  }

  var due: SectionBlock {
    let body: HTML =
      pod.due.isEmpty
      ? """
      <p class="fig muted">A row of <code>## Plays</code> with a day to come is a planned play.</p>
      """ : fig(table("Plays of the next 7 days", pod.due, outcome: false))
    return SectionBlock(
      id: "due", title: PodSentences.due(pod), note: "Rows of Plays with a day to come",
      style: "c6",
      body: body)
  }

  var signals: SectionBlock {
    var book = CitationBook(model, root: root)
    var table = DataTable(
      "Signals that wait for a talk",
      [.text("Signal"), .text("Account"), .text("Strength"), .number("Waiting")])
    table.data = DataLinks(.signals, root: root)
    for ignored in pod.signals.prefix(PodView.limit) {
      let signal = ignored.signal
      let strength = signal.strength?.value
      table.rows.append([
        book.cite("\(signal.signal.value)", signal.row, of: ignored.account),
        model.link(ignored.account, root: root),
        strength == .high ? "<b>high</b>" : "\(strength?.rawValue ?? "–")",
        "\(Wording.count(pod.today - signal.date.value, "day"))",
      ])
    }
    return SectionBlock(
      id: "signals", title: PodSentences.signals(pod),
      note:
        "Inside the engagement window, with no talk on that day or after; ads and visits are no talk",
      style: "c5", body: pod.signals.isEmpty ? "" : fig(table))
  }

  var decisions: SectionBlock {
    var rows: [[HTML]] = []
    var book = CitationBook(model, root: root)
    for account in pod.sponsorless {
      rows.append([
        "Who sponsors it? Tier \(account.tier.rawValue) asks for a sponsor at stage \(account.stage.rawValue)",
        model.link(account, root: root),
        account.close.map { "closes \(figures.day($0))" } ?? "no close day",
      ])
    }
    for duty in pod.late.prefix(PodView.limit) {
      let text = book.cite("\(duty.task.text.value)", duty.task.text.span, of: duty.account)
      let people = duty.task.people.map { model.person($0.value, root: root) }
      let days = duty.due.map { model.today - $0 } ?? 0
      rows.append([
        "Finish it, or agree a new day: \(text) (\(people.isEmpty ? "nobody of ours" : people.joined(by: ", ")))",
        model.link(duty.account, root: root),
        "<span class=\"late\">\(Wording.count(days, "day")) late</span>",
      ])
    }
    for (account, inDays) in pod.reviews.prefix(PodView.limit) {
      let when: HTML =
        inDays < 0
        ? "<span class=\"late\">\(Wording.count(-inDays, "day")) late</span>"
        : "due \(inDays == 0 ? "today" : figures.weekday(model.today + inDays))"
      rows.append(["Review the plan", model.link(account, root: root), when])
    }
    var table = DataTable(
      "Open decisions", [.text("Decision"), .text("Account"), .number("When")])
    table.data = DataLinks(.tasks, root: root)
    table.rows = rows
    return SectionBlock(
      id: "decisions", title: PodSentences.decisions(pod),
      note: "Deals without a sponsor, late tasks, and reviews that are due",
      style: "c7", body: rows.isEmpty ? "" : fig(table))
  }

  var members: SectionBlock {
    var table = DataTable(
      "Members",
      [
        .text("Name"), .text("In the pod"), .number("Accounts"), .number("Open tasks"),
        .number("Late"),
      ])
    table.data = DataLinks(.people, root: root)
    func count(_ number: Int) -> HTML { number == 0 ? "–" : "\(number)" }
    for member in pod.members.prefix(PodView.limit) {
      table.rows.append([
        model.person(member.id, root: root), "\(member.roles.joined(separator: ", "))",
        count(member.accounts), count(member.open),
        member.late > 0 ? "<span class=\"late\">\(member.late)</span>" : "–",
      ])
    }
    let others = pod.members.count - 1
    let title =
      others == 0
      ? "Nobody but the owner is in the pod"
      : "\(Wording.capital(Wording.spelled(others, "person", "people"))) \(Wording.verb(others, "works", "work")) with the owner"
    let hint: HTML = """
      <p class="fig muted"><code>pod: { sdr: …, marketing: … }</code> in a plan’s front matter puts people \
      here.</p>
      """
    return SectionBlock(
      id: "members", title: title, note: "Tasks of the pod’s accounts alone",
      body: others == 0 ? fig(table) + hint : fig(table))
  }
}
