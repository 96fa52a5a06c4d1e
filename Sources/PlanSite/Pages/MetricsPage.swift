import PlanMetrics
import PlanModel

/// Whether the program works: each metric that plans alone give, by tier, segment and owner.
struct MetricsView: PageView {
  /// Rows of a table.
  static let limit = 200
  /// Rows of the whitespace.
  static let cells = 12

  let shell: Shell
  let kicker: String
  let lead: HTML
  let sections: [SectionBlock]
  /// What plans alone cannot say.
  let needs: HTML

  static let fields: [Field<MetricsView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead },
    .html("scorecard") { $0.part("scorecard") }, .html("compared") { $0.part("compared") },
    .html("stages") { $0.part("stages") }, .html("metrics") { $0.part("metrics") },
    .html("roles") { $0.part("roles") }, .html("pipeline") { $0.part("pipeline") },
    .html("source") { $0.part("source") }, .html("offerings") { $0.part("offerings") },
    .html("centers") { $0.part("centers") }, .html("revenue") { $0.part("revenue") },
    .html("segments") { $0.part("segments") }, .html("owners") { $0.part("owners") },
    .html("needs") { $0.needs },
  ])

  private func part(_ id: String) -> HTML { sections.first { $0.id == id }?.html ?? "" }

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "metrics.html", title: "Metrics – \(model.program.title)",
      description: "Whether the program works, in numbers", current: "Metrics")
    kicker = "Active accounts alone. " + Figures.full(model.today)
    lead = MetricSentences.lead(model.breakdown.total, all: model.accounts, model.figures)
    let parts = MetricSections(model: model)
    sections = model.active.isEmpty ? [] : parts.all
    needs = Self.needed.map { what, why -> HTML in
      "<li><b>\(what)</b> <span class=\"muted\">\(why)</span></li>"
    }.joined()
  }

  private static let needed: [(String, String)] = [
    ("Awareness", "needs visits, impressions and searches by account and week from the CRM"),
    ("Target against other accounts", "needs the CRM’s deals of accounts without a plan"),
    ("Retention, expansion, lifetime value", "need the CRM’s deals of earlier years"),
    (
      "Moves between stages, days in a stage, the funnel as rates",
      "need the history of the plans, which the site does not read yet"
    ),
    ("Trends", "need the history of the plans, too; each figure here is today’s"),
  ]
}

private struct MetricSections {
  let model: SiteModel
  let rows: MetricRows
  /// The tiers that hold accounts, and all of them.
  let groups: [(name: String, metrics: Metrics)]

  private var total: Metrics { model.breakdown.total }
  private var figures: Figures { model.figures }

  init(model: SiteModel) {
    self.model = model
    rows = MetricRows(figures: model.figures)
    groups =
      [(name: "All", metrics: model.breakdown.total)]
      + Tier.allCases.compactMap { tier in
        model.breakdown.tiers[tier].map { (name: "Tier \(tier.rawValue)", metrics: $0) }
      }
  }

  var all: [SectionBlock] {
    [
      Scorecard(model: model, rows: rows, groups: groups).block, compared, stages, metrics, roles,
      pipeline, source, revenue,
      whitespace("offerings", "Whitespace by offering", \.offering.value),
      whitespace("centers", "Whitespace by buying center", \.buyingCenter.value), segments, owners,
    ].compactMap { $0 }
  }

  private func fig(_ table: DataTable) -> HTML { "<div class=\"fig\">" + table.html + "</div>" }

  private var compared: SectionBlock? {
    let tiers = Tier.allCases.compactMap { tier in
      model.breakdown.tiers[tier].map { (tier: tier, metrics: $0) }
    }
    let dots = ShareDots(
      id: "compared",
      tiers.map { tier in
        ShareDots.Group(
          label: "\(tier.tier.rawValue)", name: "Tier \(tier.tier.rawValue)",
          metrics: tier.metrics)
      }, total: total)
    guard !dots.metrics.isEmpty else { return nil }
    let title = MetricSentences.compared(tiers.map(\.metrics))
    return SectionBlock(
      id: "compared", title: title, note: "A numbered mark is a tier, the bar the whole program",
      style: "c7", body: dots.picture(title: title, root: "").html)
  }

  private var stages: SectionBlock {
    let title = HomeSentences.stages(model.summary.stages)
    return SectionBlock(
      id: "stages", title: title, note: "Accounts by stage today; counts, not rates", style: "c5",
      body: Funnel.picture(model, title: title).html)
  }

  private var metrics: SectionBlock {
    SectionBlock(
      id: "metrics", title: "Coverage and engagement", note: "Each share with its counts",
      style: "c7",
      body: fig(MetricRows.table("Metrics by tier", rows.coverage + rows.engagement, groups)))
  }

  private var roles: SectionBlock {
    var table = DataTable("Role coverage", [.text("Role")] + groups.map { .number($0.name) })
    table.data = DataLinks(.metrics, root: "")
    for role in Role.allCases {
      table.rows.append(
        ["\(Wording.capital(role.spoken))"]
          + groups.map { "<span class=\"nb\">\($0.metrics.coverage(of: role).text)</span>" })
    }
    return SectionBlock(
      id: "roles", title: MetricSentences.roles(total),
      note: "Accounts where somebody engaged holds the role", style: "c5", body: fig(table))
  }

  private var pipeline: SectionBlock {
    var table = MetricRows.table("Pipeline by tier", rows.pipeline, groups)
    for forecast in Forecast.allCases.map(Optional.some) + [nil] {
      let sums = groups.map { $0.metrics.deals.forecast[forecast] ?? DealSum() }
      guard sums.contains(where: { $0.deals > 0 }) else { continue }
      let name = "Forecast: " + (forecast?.spoken ?? "not said")
      let what = "the part of it that deals forecast so"
      table.rows.append(
        ["\(name)<br><span class=\"muted small what\">\(what)</span>"] + sums.map(amount))
    }
    return SectionBlock(
      id: "pipeline", title: MetricSentences.pipeline(total.deals, figures),
      note: "Open deals, and what there is left to sell", style: "c7",
      body: fig(table) + coverage)
  }

  /// What of the goal the year's open deals cover.
  private var coverage: HTML {
    let pace = model.pace
    guard pace.goal != nil else {
      return """
        <p class="key muted">Coverage needs a goal: <code>goals: { revenue: 4M }</code> in planc.yml.</p>
        """
    }
    guard let coverage = pace.coverage, let missing = pace.missing else {
      return "<p class=\"key\">The goal of the year is reached.</p>"
    }
    return """
      <p class="key">Coverage is <b>\(PaceSentences.times(coverage))</b>: \(figures.money(pace.openMoney)) closes this \
      fiscal year, for \(figures.money(missing)) still to win.</p>
      """
  }

  private func amount(_ sum: DealSum) -> HTML {
    guard sum.deals > 0 else { return "–" }
    return """
      <span class="nb">\(sum.money > .zero ? figures.money(sum.money) : "no amount")</span><br>\
      <span class="muted small">\(Wording.count(sum.deals, "deal"))</span>
      """
  }

  private var source: SectionBlock {
    var table = DataTable("Pipeline by source", [.text("Source")] + groups.map { .number($0.name) })
    table.data = DataLinks(.metrics, root: "")
    for source in Origin.allCases.map(Optional.some) + [nil] {
      let sums = groups.map { $0.metrics.deals.source[source] ?? DealSum() }
      guard sums.contains(where: { $0.deals > 0 }) else { continue }
      let name = source.map { Wording.capital($0.spoken) } ?? "Not said"
      table.rows.append(["\(name)"] + sums.map(amount))
    }
    let hint: HTML = """
      <p class="fig muted">A row of <code>## Opportunities</code> with an amount, a close day and a Source stands \
      here.</p>
      """
    return SectionBlock(
      id: "source", title: MetricSentences.source(total.deals, figures),
      note: "Who brought the open deals in", style: "c5",
      body: table.rows.isEmpty ? hint : fig(table))
  }

  private var revenue: SectionBlock {
    let undated = total.deals.undated
    let note =
      undated == 0
      ? ""
      : "; \(Wording.count(undated, "ended deal")) without a close day \(Wording.verb(undated, "is", "are")) left out"
    return SectionBlock(
      id: "revenue", title: MetricSentences.revenue(total.deals),
      note: "Our own deals of the last four quarters\(note)", style: "c7",
      body: fig(MetricRows.table("Revenue by tier", rows.revenue, groups)))
  }

  private func whitespace(
    _ id: String, _ label: String, _ side: @escaping (WhitespaceCell) -> String
  ) -> SectionBlock? {
    let cells = model.active.lazy.flatMap { model.plan(of: $0).whitespace?.items ?? [] }
    let parts = WhitespaceBreakdown(of: cells, by: side).parts
    guard let first = parts.first else { return nil }
    var table = DataTable(
      label,
      [
        .text(id == "offerings" ? "Offering" : "Buying center"), .number("Owned"),
        .number("Pursuing"), .number("Open"), .number("Competitor"), .number("To sell"),
      ])
    table.data = DataLinks(.metrics, root: "")
    func cell(_ sum: WhitespaceSum) -> HTML {
      guard sum.cells > 0 else { return "–" }
      let money = sum.money > .zero ? figures.money(sum.money) : "no sum"
      return "<span class=\"nb\">\(money)</span><br><span class=\"muted small\">\(sum.cells)</span>"
    }
    for part in parts.prefix(MetricsView.cells) {
      let totals = part.totals
      table.rows.append([
        "\(part.name)", cell(totals[.owned]), cell(totals[.pursuing]), cell(totals[.open]),
        cell(totals[.competitor]),
        totals.toSell > .zero ? "<b class=\"nb\">\(figures.money(totals.toSell))</b>" : "–",
      ])
    }
    let rest = parts.count - MetricsView.cells
    let more: HTML =
      rest > 0 ? "<p class=\"fig muted\">and \(Wording.count(rest, "other")) with less</p>" : ""
    let all = parts.map(\.totals.toSell).total
    let title =
      all > .zero
      ? parts.count == 1
        ? "\(first.name) has all \(figures.money(all)) left to sell"
        : "\(figures.money(first.totals.toSell)) of the \(figures.money(all)) left to sell is \(first.name)"
      : "Nothing is left to sell"
    return SectionBlock(
      id: id, title: title,
      note: "Money, and below it the number of cells; what is in a deal is left out",
      style: "c6", body: fig(table) + more)
  }

  /// The columns of the lists by segment and owner.
  private var columns: [MetricRow] {
    [
      MetricRow("Accounts", "") { "\(Wording.grouped($0.summary.accounts))" },
      MetricRow(.penetration), MetricRow(.reach), MetricRow(.multiThreaded), MetricRow(.staffed),
      MetricRow(.meetingRate), MetricRow(.freshness), MetricRow(.completeness),
      rows.revenue[1], rows.pipeline[1],
    ]
  }

  private func list(
    _ id: String, _ title: String, head: String, _ groups: [String: Metrics],
    link: (String) -> HTML
  ) -> SectionBlock? {
    guard !groups.isEmpty else { return nil }
    let sorted = groups.sorted { left, right in
      let (a, b) = (left.value.summary, right.value.summary)
      if a.pipeline != b.pipeline { return a.pipeline > b.pipeline }
      return a.accounts != b.accounts ? a.accounts > b.accounts : left.key < right.key
    }
    let table = MetricRows.list(
      title, head: head, columns,
      sorted.prefix(MetricsView.limit).map { (link: link($0.key), metrics: $0.value) })
    let rest = sorted.count - MetricsView.limit
    let more: HTML =
      rest > 0
      ? "<p class=\"fig muted\">and \(Wording.count(rest, "other")) with less pipeline</p>" : ""
    return SectionBlock(
      id: id, title: title, note: "By pipeline; each share with its counts", body: fig(table) + more
    )
  }

  private var segments: SectionBlock? {
    list("segments", "By segment", head: "Segment", model.breakdown.segments) { key in
      model.link(segment: key, as: model.name(ofSegment: key), root: "")
    }
  }

  private var owners: SectionBlock? {
    list("owners", "By owner", head: "Owner", model.breakdown.owners) { id in
      model.person(id, root: "")
    }
  }
}
