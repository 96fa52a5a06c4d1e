import PlanMetrics
import PlanModel

/// All segments beside each other.
struct SegmentsView: PageView {
  /// Rows of the table.
  static let limit = 1000

  let shell: Shell
  let kicker: String
  let lead: HTML
  let money: SectionBlock?
  let segments: HTML
  let others: String

  static let fields: [Field<SegmentsView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead },
    .html("money") { $0.money?.html ?? "" }, .html("segments") { $0.segments },
    .text("others") { $0.others },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "segments/index.html", title: "Segments – \(model.program.title)",
      description: "How the segments do beside each other", current: "Segments")
    kicker = Figures.full(model.today)
    let figures = model.figures
    let clusters = model.paths.segments.keys.map { Cluster(model, key: $0) }.sorted {
      left, right in
      let (a, b) = (left.metrics.summary, right.metrics.summary)
      if a.pipeline != b.pipeline { return a.pipeline > b.pipeline }
      if a.accounts != b.accounts { return a.accounts > b.accounts }
      return left.key < right.key
    }
    let rows = clusters.map { cluster in
      MoneyBars.Row(
        name: cluster.name, link: model.link(segment: cluster.key, as: cluster.name, root: "../"),
        pipeline: cluster.metrics.summary.pipeline,
        toSell: cluster.metrics.summary.whitespace.toSell)
    }
    let total = model.summary.pipeline
    let top = rows.first.flatMap { $0.pipeline > .zero ? $0 : nil }
    let within = clusters.map(\.accounts.count).reduce(0, +)
    lead = GroupSentences.segmentsLead(
      segments: clusters.count, unassigned: model.active.count - within,
      accounts: model.active.count, top: top?.link,
      figures.money(top?.pipeline ?? .zero), of: figures.money(total))
    if rows.contains(where: { $0.pipeline > .zero || $0.toSell > .zero }) {
      let title = GroupSentences.segments(rows, total, figures)
      let rest = rows.count - MoneyBars.limit
      money = SectionBlock(
        id: "money", title: title,
        note: "Open pipeline above, what is left to sell below"
          + (rest > 0 ? "; \(Wording.count(rest, "other segment")) in the table" : ""),
        body: MoneyBars(id: "money", rows: rows, figures: figures)
          .picture(title: title, head: "Segment").html)
    } else {
      money = nil
    }
    segments = clusters.isEmpty ? "" : Self.table(clusters, model)
    let rest = clusters.count - Self.limit
    others = rest > 0 ? "and \(Wording.count(rest, "smaller segment"))" : ""
  }

  private static let metrics: [ShareMetric] = [
    .penetration, .reach, .multiThreaded, .staffed, .freshness,
  ]

  private static func table(_ clusters: [Cluster], _ model: SiteModel) -> HTML {
    var table = DataTable(
      "Segments",
      [.text("Segment"), .text("Owner")]
        + Tier.allCases.map { .number("Tier \($0.rawValue)") }
        + metrics.map { .number($0.title) } + [.number("Left to sell"), .number("Pipeline")])
    table.data = DataLinks(.segments, root: "../")
    for cluster in clusters.prefix(limit) {
      let summary = cluster.metrics.summary
      let owner =
        cluster.segment?.owner.map { model.person($0.value, root: "../") }
        ?? "<b>nobody</b>"
      func money(_ sum: Money) -> HTML { sum > .zero ? "\(model.figures.money(sum))" : "–" }
      table.rows.append(
        [model.link(segment: cluster.key, as: cluster.name, root: "../"), owner]
          + Tier.allCases.map { tier in
            let count = cluster.accounts.count { $0.tier == tier }
            return count == 0 ? "–" : "\(count)"
          } + metrics.map { "<span class=\"nb\">\($0.share(of: cluster.metrics).text)</span>" }
          + [money(summary.whitespace.toSell), money(summary.pipeline)])
    }
    return table.html
  }
}
