import PlanMetrics
import PlanModel

/// A figure of some accounts: what it is called, what it counts, and how it is shown.
struct MetricRow: Sendable {
  let title: String
  let meaning: String
  let value: @Sendable (Metrics) -> HTML

  init(_ title: String, _ meaning: String, _ value: @escaping @Sendable (Metrics) -> HTML) {
    (self.title, self.meaning, self.value) = (title, meaning, value)
  }

  init(_ metric: ShareMetric) {
    self.init(metric.title, metric.meaning) { "\(metric.share(of: $0).text)" }
  }
}

/// The figures of the page of metrics, in their groups.
struct MetricRows {
  let figures: Figures

  private func money(_ sum: Money?) -> HTML {
    sum.map { $0 > .zero ? "\(figures.money($0))" : "–" } ?? "–"
  }

  /// What deals came to; before the first clock has run out it says since when it will mean something.
  private func said(
    _ value: @escaping @Sendable (DealMetrics) -> HTML
  ) -> @Sendable (Metrics) -> HTML {
    { [figures] metrics in
      guard let day = metrics.speaks(from: figures.today) else { return value(metrics.deals) }
      return "<span class=\"muted\">from \(figures.day(day))</span>"
    }
  }

  var coverage: [MetricRow] {
    [
      MetricRow("Accounts", "active ones") { "\(Wording.grouped($0.summary.accounts))" },
      MetricRow(.staffed),
      MetricRow("Contacts for each account", "those who have not left") { metrics in
        "\(metrics.contactsPerAccount.map { DefinitionWords.number(($0 * 10).rounded() / 10) } ?? "–")"
      },
      MetricRow(.executiveCoverage), MetricRow(.completeness), MetricRow(.freshness),
      MetricRow("Days since the review", "the median of those that had one") {
        "\($0.medianSinceReview.map(Wording.grouped) ?? "–")"
      },
    ]
  }

  var engagement: [MetricRow] {
    [
      MetricRow(.reach), MetricRow(.contactReach), MetricRow(.multiThreaded),
      MetricRow(.multiThreadedWithDeal), MetricRow(.meetingRate),
    ]
  }

  var pipeline: [MetricRow] {
    [
      MetricRow(.penetration),
      MetricRow("Pipeline", "open deals whose close day is not behind today") { [self] in
        money($0.deals.pipeline.money)
      },
      MetricRow("Closes this fiscal year", "the part of it with a close day in the year") {
        [self] in
        money($0.deals.closingThisYear.money)
      },
      MetricRow("Created in the last quarter", "the part of it created in the last 92 days") {
        [self] in money($0.deals.created.money)
      },
      MetricRow("Slipped", "open deals whose close day is behind today") { [self] metrics in
        let slipped = metrics.deals.slipped
        return slipped.deals == 0
          ? "–" : "\(Wording.count(slipped.deals, "deal")), \(money(slipped.money))"
      },
      MetricRow("Left to sell", "whitespace open or pursued, not in a deal") { [self] in
        money($0.summary.whitespace.toSell)
      },
    ]
  }

  var revenue: [MetricRow] {
    [
      MetricRow("Won this fiscal year", "deals won, by close day") { [self] in
        money($0.deals.wonThisYear.money)
      },
      MetricRow(
        ShareMetric.winRate.title, ShareMetric.winRate.meaning, said { "\($0.winRate.text)" }),
      MetricRow(
        "Deal size", "the mean amount won in the last four quarters",
        said { [self] in money($0.meanWon) }),
      MetricRow(
        "Cycle", "the median days from created to close of the same deals",
        said { "\($0.medianCycle.map { Wording.count($0, "day") } ?? "–")" }),
      MetricRow(
        "Velocity a day", "open deals × win rate × deal size ÷ mean cycle",
        said { [self] in money($0.velocity) }),
    ]
  }

  /// Figures as rows, groups of accounts as columns.
  static func table(
    _ label: String, _ rows: [MetricRow], _ groups: [(name: String, metrics: Metrics)]
  ) -> DataTable {
    var table = DataTable(
      label,
      [.text("Metric")] + groups.map { .number($0.name) })
    table.data = DataLinks(.metrics, root: "")
    for row in rows {
      table.rows.append(
        ["\(row.title)<br><span class=\"muted small what\">\(row.meaning)</span>"]
          + groups.map { "<span class=\"nb\">\(row.value($0.metrics))</span>" })
    }
    return table
  }

  /// Groups of accounts as rows, figures as columns.
  static func list(
    _ label: String, head: String, _ rows: [MetricRow], _ groups: [(link: HTML, metrics: Metrics)]
  ) -> DataTable {
    var table = DataTable(label, [.text(head)] + rows.map { .number($0.title) })
    table.data = DataLinks(.metrics, root: "")
    for group in groups {
      table.rows.append(
        [group.link] + rows.map { "<span class=\"nb\">\($0.value(group.metrics))</span>" })
    }
    return table
  }
}
