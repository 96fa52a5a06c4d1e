import PlanModel

/// What is on the plate of one of ours.
struct PersonView: PageView {
  /// Rows of a table.
  static let limit = 200

  let shell: Shell
  let role: String
  let name: String
  let lead: HTML
  let facts: HTML
  let weeks: SectionBlock?
  let tasks: SectionBlock?
  let plays: SectionBlock?
  let accounts: SectionBlock?
  let sponsored: SectionBlock?
  let quiet: SectionBlock?
  let findings: SectionBlock?

  static let fields: [Field<PersonView>] = withShell([
    .text("role") { $0.role }, .text("name") { $0.name }, .html("lead") { $0.lead },
    .html("facts") { $0.facts }, .html("weeks") { $0.weeks?.html ?? "" },
    .html("tasks") { $0.tasks?.html ?? "" }, .html("plays") { $0.plays?.html ?? "" },
    .html("accounts") { $0.accounts?.html ?? "" },
    .html("sponsored") { $0.sponsored?.html ?? "" }, .html("quiet") { $0.quiet?.html ?? "" },
    .html("findings") { $0.findings?.html ?? "" },
  ])

  init(_ model: SiteModel, _ id: String, path: String) {
    let plate = Plate(model, id)
    let person = model.program.people?[id]
    shell = Shell(
      model, path: path, title: "\(plate.name) – \(model.program.title)",
      description: "What is on the plate of \(plate.name)", current: "People")
    role = [person?.job?.title, person?.team].compactMap { $0 }.joined(separator: ", ")
    name = plate.name
    lead = PersonSentences.lead(plate)
    facts = PersonFacts(model: model, plate: plate).html
    let sections = PersonSections(model: model, plate: plate)
    weeks = sections.weeks
    tasks = plate.isEmpty ? nil : sections.tasks
    plays = plate.plays.isEmpty ? nil : sections.plays
    accounts = plate.owned.isEmpty ? nil : sections.accounts
    sponsored = plate.sponsored.isEmpty ? nil : sections.sponsored
    quiet = plate.quiet.isEmpty ? nil : sections.quiet
    findings = plate.findings.isEmpty ? nil : sections.findings
  }
}

extension Job {
  /// As a page names it.
  var title: String {
    switch self {
    case .ae: "Account executive"
    case .sdr: "Sales development"
    case .customerSuccess: "Customer success"
    case .marketing, .executive, .solutions, .partner, .other: Wording.capital(rawValue)
    }
  }
}

/// What stands beside the name, without what nobody wrote.
private struct PersonFacts {
  let model: SiteModel
  let plate: Plate

  var html: HTML {
    let person = model.program.people?[plate.id]
    let pairs: [(String, HTML?)] = [
      ("Role", person?.job.map { "\($0.title)" }), ("Team", person?.team.map { "\($0)" }),
      ("Email", person?.email.flatMap(email)), ("Accounts", accounts), ("Pipeline", pipeline),
      ("Sponsors", sponsors), ("Pods", pods), ("Calendar", calendar),
      ("Id", "<code>\(plate.id)</code>"),
    ]
    return pairs.compactMap { label, value -> HTML? in
      value.map { "<dt>\(label)</dt><dd>\($0)</dd>" }
    }.joined()
  }

  private func email(_ address: String) -> HTML? {
    Links.outside("mailto:" + address).map { "<a href=\"\($0)\">\(address)</a>" }
  }

  private var calendar: HTML? {
    model.calendarPath(of: plate.id).map { "<a href=\"../\($0)\">.ics of what is theirs</a>" }
  }

  private var accounts: HTML? {
    guard !plate.owned.isEmpty else { return nil }
    let parts = Tier.allCases.compactMap { tier -> String? in
      let count = plate.owned.count { $0.tier == tier }
      guard count > 0 else { return nil }
      let limit = model.program[tier].maximumAccountsPerOwner.map { " of at most \($0)" } ?? ""
      return "\(Wording.grouped(count))\(limit) in tier \(tier.rawValue)"
    }
    return "\(parts.joined(separator: ", "))"
  }

  private var pipeline: HTML? {
    let sum = plate.owned.map(\.pipeline).total
    return sum > .zero ? "\(model.figures.money(sum))" : nil
  }

  private var sponsors: HTML? {
    guard !plate.sponsored.isEmpty else { return nil }
    let limit = model.program.limits.maximumAccountsPerSponsor
    return "\(plate.sponsored.count) of at most \(Wording.count(limit, "account"))"
  }

  private var pods: HTML? {
    var parts: [HTML] = []
    if let page = model.paths.pods[plate.id] {
      parts.append("<a href=\"../\(page)\">their own</a>")
    }
    parts += plate.pods.prefix(12).map { pod in
      let name = model.program.name(of: pod.owner)
      let link: HTML =
        model.paths.pods[pod.owner].map { "<a href=\"../\($0)\">\(name)</a>" } ?? "\(name)"
      return "\(link) (\(pod.accounts))"
    }
    if plate.pods.count > 12 { parts.append("and \(plate.pods.count - 12) others") }
    return parts.isEmpty ? nil : parts.joined(by: ", ")
  }
}

/// The sections of the page.
private struct PersonSections {
  let model: SiteModel
  let plate: Plate

  private var figures: Figures { model.figures }
  private let root = "../"

  init(model: SiteModel, plate: Plate) {
    self.model = model
    self.plate = plate
  }

  /// The days drawn behind today.
  private static let days = 14

  var weeks: SectionBlock? {
    let today = model.today
    var marks = plate.duties.compactMap { duty in
      duty.due.map { DayStacks.Mark(day: $0, kind: $0 < today ? .late : .task) }
    }
    marks += plate.plays.map { DayStacks.Mark(day: $0.play.date.value, kind: .play) }
    guard !marks.isEmpty else { return nil }
    let last = today + Self.days
    let stacks = DayStacks(id: "weeks", marks, from: today, to: last, today: today)
    let title = WeekSentences.ahead(marks, from: today, to: last, figures)
    return SectionBlock(
      id: "weeks", title: title,
      note: "A square is a task that falls due, a ring a planned play; what is late is red",
      body: stacks.picture(title: title, figures).html)
  }

  var tasks: SectionBlock {
    let body: HTML
    if plate.duties.isEmpty {
      body = """
        <p class="fig muted">A task of a plan’s <code>## Mutual action plan</code> that ends in \
        <code>(@\(plate.id), their name, due 2026-12-01)</code> stands here.</p>
        """
    } else {
      let table = DutyTable(duties: plate.duties, model: model, root: root, person: plate.id)
      body = "<div class=\"fig\">" + table.html + "</div>"
    }
    return SectionBlock(
      id: "tasks", title: PersonSentences.tasks(plate, figures),
      note: "From action plans, what reviews promised and next steps in the whitespace",
      style: plate.plays.isEmpty ? "" : "c7", body: body)
  }

  var plays: SectionBlock {
    var book = CitationBook(model, root: root)
    var table = DataTable(
      "Planned plays", [.text("Day"), .text("Play"), .text("Account, with whom")])
    table.data = DataLinks(.plays, root: root)
    for planned in plate.plays.prefix(PersonView.limit) {
      let play = planned.play
      let with = play.contacts.map(\.value).prefix(4).joined(separator: ", ")
      let channel: HTML =
        play.channel.map { "<br><span class=\"muted small\">\($0.value.spoken)</span>" } ?? ""
      table.rows.append([
        "<span class=\"nb\">\(figures.weekday(play.date.value))</span>",
        book.cite("\(play.play.value)", play.row, of: planned.account) + channel,
        model.link(planned.account, root: root)
          + "<br><span class=\"small muted\">\(with.isEmpty ? "nobody named" : with)</span>",
      ])
    }
    return SectionBlock(
      id: "plays", title: PersonSentences.plays(plate.plays, figures),
      note: "Rows of Plays with a day to come", style: "c5",
      body: "<div class=\"fig\">" + table.html + "</div>")
  }

  var accounts: SectionBlock {
    SectionBlock(
      id: "accounts", title: PersonSentences.accounts(plate.owned, figures),
      note: "Accounts they own, by tier, then pipeline",
      body: "<div class=\"fig\">"
        + OwnedTable(
          caption: "Accounts they own", accounts: plate.owned, model: model, root: root
        ).html + "</div>")
  }

  var sponsored: SectionBlock {
    var table = DataTable(
      "Accounts they sponsor",
      [.text("Account"), .text("Counterpart"), .number("Pipeline"), .number("Last touch")])
    table.data = DataLinks(.accounts, root: root)
    for account in plate.sponsored.prefix(PersonView.limit) {
      let touch = account.lastExecutiveTouch.map { figures.ago($0) } ?? "never"
      let text: HTML = account.isCovered ? "\(touch)" : "<b>\(touch)</b>"
      table.rows.append([
        model.link(account, root: root),
        account.counterpart.map { "\($0)" } ?? "<b>who?</b>",
        account.pipeline > .zero ? "\(figures.money(account.pipeline))" : "–", text,
      ])
    }
    return SectionBlock(
      id: "sponsored", title: PersonSentences.sponsored(plate.sponsored),
      note: "Covered is an account with a counterpart and an executive touch in the window",
      style: plate.quiet.isEmpty ? "" : "c6",
      body: "<div class=\"fig\">" + table.html + "</div>")
  }

  var quiet: SectionBlock {
    var book = CitationBook(model, root: root)
    var table = DataTable(
      "Contacts who went quiet",
      [.text("Contact"), .text("Role"), .text("Account"), .number("Last answered")])
    table.data = DataLinks(.contacts, root: root)
    for quiet in plate.quiet.prefix(PersonView.limit) {
      let contact = quiet.contact
      let roles = contact.roles.map(\.value.spoken).joined(separator: ", ")
      let name: HTML = contact.decides ? "<b>\(contact.name.value)</b>" : "\(contact.name.value)"
      table.rows.append([
        book.cite(name, contact.row, of: quiet.account), "\(roles.isEmpty ? "–" : roles)",
        model.link(quiet.account, root: root), "\(figures.ago(quiet.last))",
      ])
    }
    return SectionBlock(
      id: "quiet", title: PersonSentences.quiet(plate.quiet),
      note: "Theirs to keep in touch with; answered once, and not in the window",
      style: plate.sponsored.isEmpty ? "" : "c6",
      body: "<div class=\"fig\">" + table.html + "</div>")
  }

  var findings: SectionBlock {
    SectionBlock(
      id: "findings", title: HomeSentences.findings(plate.findings, finds: model.summary),
      note: "What the linter says about the plans that they own",
      body: "<div class=\"fig told\">"
        + FindingTable.rules(plate.findings, model, root: root, limit: 60, withNames: true).html
        + "</div>")
  }
}
