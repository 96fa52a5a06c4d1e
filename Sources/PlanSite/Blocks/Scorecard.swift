import PlanMetrics
import PlanModel

/// The five dimensions that a program is judged by, with what is looked at and how often.
enum Dimension: String, CaseIterable {
  case coverage, awareness, engagement, pipeline, revenue

  /// Unless the cadence of the settings says otherwise.
  var rhythm: Rhythm {
    switch self {
    case .coverage, .pipeline: .monthly
    case .awareness, .engagement: .weekly
    case .revenue: .quarterly
    }
  }

  func rhythm(in program: Program) -> Rhythm {
    program.cadence.first { ContactName.key($0.meeting) == rawValue }?.rhythm ?? rhythm
  }
}

/// The program in five dimensions, each with its headline figures.
struct Scorecard {
  let model: SiteModel
  let rows: MetricRows
  /// The columns.
  let groups: [(name: String, metrics: Metrics)]

  var block: SectionBlock {
    let shown: [(Dimension, [MetricRow])] = [
      (.coverage, [MetricRow(.staffed), MetricRow(.freshness)]), (.awareness, []),
      (.engagement, [MetricRow(.reach), MetricRow(.multiThreaded)]),
      (.pipeline, Array(rows.pipeline.prefix(2))), (.revenue, Array(rows.revenue.prefix(2))),
    ]
    var table = DataTable(
      "Scorecard",
      [.text("Dimension"), .text("Metric")] + groups.map { .number($0.name) }
        + [.text("Looked at")])
    table.data = DataLinks(.metrics, root: "")
    for (dimension, rows) in shown {
      let name: HTML = "<b>\(Wording.capital(dimension.rawValue))</b>"
      let rhythm: HTML = "\(dimension.rhythm(in: model.program).rawValue)"
      if rows.isEmpty {
        table.rows.append(
          [name, "<span class=\"muted\">needs CRM data</span>"] + groups.map { _ in "–" } + [rhythm]
        )
      }
      for (index, row) in rows.enumerated() {
        table.rows.append(
          [index == 0 ? name : "<span class=\"vh\">\(dimension.rawValue)</span>", "\(row.title)"]
            + groups.map { "<span class=\"nb\">\(row.value($0.metrics))</span>" }
            + [index == 0 ? rhythm : ""])
      }
    }
    return SectionBlock(
      id: "scorecard", title: "Four of five dimensions are known; awareness needs CRM data",
      note:
        "Tier 1 is judged account by account, tier 2 by segment, tier 3 as a program; how often, says cadence in "
        + "planc.yml", body: "<div class=\"fig\">" + table.html + "</div>")
  }
}
