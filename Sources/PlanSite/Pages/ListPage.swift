import PlanMetrics
import PlanModel

/// Whether the list is the right one: scores beside tiers, and what there is room for.
struct ListView: PageView {
  /// Rows of a table.
  static let limit = 200

  let shell: Shell
  let kicker: String
  let lead: HTML
  let plot: SectionBlock?
  let moves: SectionBlock?
  let ranking: SectionBlock?
  let facts: SectionBlock?
  let capacity: SectionBlock?
  let excluded: SectionBlock
  /// What to write while accounts have no score.
  let hint: HTML

  static let fields: [Field<ListView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead }, .html("plot") { $0.plot?.html ?? "" },
    .html("moves") { $0.moves?.html ?? "" }, .html("ranking") { $0.ranking?.html ?? "" },
    .html("facts") { $0.facts?.html ?? "" }, .html("capacity") { $0.capacity?.html ?? "" },
    .html("excluded") { $0.excluded.html }, .html("hint") { $0.hint },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "list.html", title: "The list – \(model.program.title)",
      description: "Whether the list of accounts is the right one", current: "Accounts")
    kicker = Figures.full(model.today)
    let excluded = model.active.filter { account in
      model.program.exclusions.match(model.plan(of: account)) != nil
    }
    let ranking = Ranking(model)
    let list = ListFacts(
      ranking: ranking, accounts: model.active.count,
      capacities: Tier.allCases.map { tier in
        (tier, Capacity(accounts: model.summaries[tier]?.accounts ?? 0, model.program[tier]))
      }, excluded: excluded.count)
    lead = ListSentences.lead(list, all: model.accounts)
    let sections = ListSections(model: model, list: list, excluded: excluded)
    plot = sections.plot
    moves = sections.moves
    self.ranking = sections.ranking
    facts = sections.facts
    capacity = model.active.isEmpty ? nil : sections.capacity
    self.excluded = sections.exclusions
    hint =
      ranking == nil
      ? """
      <code>icp: [{ fit: industry, in: [logistics, retail], weight: 60 }, { fit: employees, at-least: 1000, \
      weight: 40 }]</code> in planc.yml gives each account a score.
      """ : ""
  }
}

private struct ListSections {
  let model: SiteModel
  let list: ListFacts
  let excluded: [Account]

  private var figures: Figures { model.figures }
  private var rows: [Ranking.Row] { list.ranking?.rows ?? [] }

  init(model: SiteModel, list: ListFacts, excluded: [Account]) {
    self.model = model
    self.list = list
    self.excluded = excluded
  }

  private func fig(_ table: DataTable) -> HTML { "<div class=\"fig\">" + table.html + "</div>" }

  var plot: SectionBlock? {
    guard let ranking = list.ranking, !rows.isEmpty else { return nil }
    let title = ListSentences.plot(ranking)
    let many = rows.count > FitPotential.limit
    return SectionBlock(
      id: "plot", title: title,
      note: (many
        ? "A circle is as large as there are accounts at its place; named are those past a line by most"
        : "A full dot is an account of tier 1, a pale one of tier 2, a ring of tier 3; ↑ and ↓ score past a line, and equal ones stand side by side")
        + ". Dashed lines are the cut lines of an account without intent",
      body: FitPotential(rows: rows, settings: model.program.score).picture(title: title).html)
  }

  var moves: SectionBlock? {
    guard let ranking = list.ranking, !rows.isEmpty else { return nil }
    let moves = ranking.moves
    var table = DataTable(
      "Promotions and demotions",
      [
        .text("Account"), .text("Tier"), .text("Owner"), .number("Score"),
        .number("Points past the line"), .number("Facts known"), .number("Pipeline"),
      ])
    table.data = DataLinks(.accounts, root: "")
    for row in moves.prefix(ListView.limit) {
      let (from, to) = (row.account.tier.rawValue, row.scored.rawValue)
      table.rows.append([
        model.link(row.account, root: ""),
        "<span class=\"nb\">\(row.isPromoted ? "↑" : "↓") \(from) to \(to)</span>",
        row.account.owner.map { model.person($0, root: "") } ?? "<b>nobody</b>",
        "\(row.score.total.points)", Self.points(row.past),
        "<span class=\"nb\">\(row.score.known) of \(row.score.criteria)</span>",
        row.account.pipeline > .zero ? "\(figures.money(row.account.pipeline))" : "–",
      ])
    }
    return SectionBlock(
      id: "moves", title: ListSentences.moves(moves),
      note:
        "Scores past a cut line against the tier; the linter proposes a move when a score stays more than "
        + "\(ScoreSettings.margin.points) points past it for \(ScoreSettings.days) days",
      body: moves.isEmpty ? "" : fig(table) + more(moves.count))
  }

  private static func points(_ past: Double) -> HTML {
    past.points == 0 ? "<span class=\"nb\">less than 1</span>" : "\(past.points)"
  }

  private func more(_ count: Int) -> HTML {
    let rest = count - ListView.limit
    guard rest > 0 else { return "" }
    return """
      <p class="fig muted"><a href="accounts.html">and \(Wording.count(rest, "other")) in the list of \
      accounts</a></p>
      """
  }

  var ranking: SectionBlock? {
    guard !rows.isEmpty else { return nil }
    let score = model.program.score
    return SectionBlock(
      id: "ranking",
      title: "The ranking, with the cut lines at \(score.first.points) and \(score.second.points)",
      note:
        "Score: \(DefinitionWords.percent(score.fit)) fit, \(DefinitionWords.percent(score.potential)) "
        + "potential, \(DefinitionWords.percent(score.intent)) intent; a tie goes to the larger ceiling. Known by "
        + "us counts contacts whom somebody of ours knew before, and nothing in the score",
      body: RankingTable(rows: rows, model: model, limit: ListView.limit).html + more(rows.count))
  }

  var facts: SectionBlock? {
    guard let ranking = list.ranking, !rows.isEmpty else { return nil }
    let incomplete = ranking.incomplete
    var table = DataTable(
      "Facts that are missing", [.text("Account"), .text("Known"), .text("Missing")])
    table.data = DataLinks(.accounts, root: "")
    for row in incomplete.prefix(60) {
      table.rows.append([
        model.link(row.account, root: ""), "\(row.score.known) of \(row.score.criteria)",
        row.missing.map { "<code>\($0)</code>" as HTML }.joined(by: ", "),
      ])
    }
    let rest = incomplete.count - 60
    let more: HTML =
      rest > 0 ? "<p class=\"fig muted\">and \(Wording.count(rest, "other account"))</p>" : ""
    return SectionBlock(
      id: "facts", title: ListSentences.facts(incomplete),
      note: "A fact of icp that the plan’s fit does not say is not met", style: "c5",
      body: incomplete.isEmpty ? "" : fig(table) + more)
  }

  var capacity: SectionBlock {
    var columns: [DataTable.Column] = [
      .text("Tier"), .number("Accounts"), .number("At most"), .number("Room"),
    ]
    if !rows.isEmpty { columns.append(.number("By score")) }
    columns += [.number("Budget"), .number("Pays for")]
    var table = DataTable("Capacity of the tiers", columns)
    table.data = DataLinks(.tiers, root: "")
    for (tier, capacity) in list.capacities {
      let room = capacity.room
      var cells: [HTML] = [
        "<a class=\"nb\" href=\"tiers/\(tier.rawValue).html\">Tier \(tier.rawValue)</a> \(model.program[tier].name)",
        "\(Wording.grouped(capacity.accounts))",
        "\(capacity.limit.map(Wording.grouped) ?? "–")",
        room.map { $0 < 0 ? "<b>\(-$0) too many</b>" : "\(Wording.grouped($0))" } ?? "–",
      ]
      if !rows.isEmpty { cells.append("\(Wording.grouped(rows.count { $0.scored == tier }))") }
      cells += [
        "\(capacity.budget.map(figures.money) ?? "–")",
        "\(capacity.funded.map(Wording.grouped) ?? "–")",
      ]
      table.rows.append(cells)
    }
    return SectionBlock(
      id: "capacity", title: ListSentences.capacity(list.capacities),
      note: "What the tiers may hold, and what their budgets pay for",
      style: "c7", body: fig(table))
  }

  var exclusions: SectionBlock {
    let exclusions = model.program.exclusions
    let isEmpty = exclusions.domains.isEmpty && exclusions.fits.isEmpty
    let title =
      isEmpty
      ? "Nothing is excluded"
      : excluded.isEmpty
        ? "No account on the list is excluded"
        : "\(Wording.capital(Wording.spelled(excluded.count, "account"))) on the list \(Wording.verb(excluded.count, "is", "are")) not to be worked"
    if isEmpty {
      return SectionBlock(
        id: "excluded", title: title,
        body: """
          <p class="fig muted"><code>exclude: { domains: […], fit: [{ industry: …, reason: … }] }</code> in \
          planc.yml says whom nobody is to work.</p>
          """)
    }
    var table = DataTable("What is excluded", [.text("Excluded"), .text("Why")])
    for fit in exclusions.fits.prefix(ListView.limit) {
      table.rows.append(["\(fit.fact) \(fit.value)", "\(fit.reason)"])
    }
    for domain in exclusions.domains.prefix(ListView.limit) {
      table.rows.append(["<code>\(domain)</code>", "its domain is named"])
    }
    let names: HTML =
      excluded.isEmpty
      ? ""
      : "<p class=\"fig\"><b>On the list:</b> "
        + excluded.prefix(60).map { model.link($0, root: "") }.joined(by: ", ")
        + (excluded.count > 60 ? " and \(excluded.count - 60) others</p>" : "</p>")
    return SectionBlock(
      id: "excluded", title: title, note: "What planc.yml says under exclude",
      body: names + fig(table))
  }
}
