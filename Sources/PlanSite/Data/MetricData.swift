import PlanMetrics
import PlanModel

extension DataFile {
  static let metrics = DataFile(
    "metrics", "a figure over active accounts: of the program, a tier, a segment or an owner.",
    rows: MetricEntry.all,
    [
      .text("scope", "program, tier, segment or owner") { $0.scope },
      .text("group", "Which of them; empty for the program") { $0.group },
      .text("metric", "The figure’s name") { $0.figure.name },
      .text("meaning", "What is counted") { $0.figure.meaning },
      DataColumn(name: "value", kind: .number, meaning: "The count, the days or the amount") {
        $0.figure.value
      },
      .number("of", "What it is a share of; empty for what is none") { $0.figure.whole },
      .text("unit", "count, days, or the currency of an amount") { $0.unit },
    ])
}

/// The columns that each group of accounts has.
enum SummaryColumns {
  typealias Count = (name: String, meaning: String, value: @Sendable (Summary) -> Int)
  typealias Amount = (name: String, meaning: String, value: @Sendable (Summary) -> Money)

  static let counts: [Count] = [
    ("accounts", "Active accounts", { $0.accounts }),
    ("contacts", "Contacts who have not left", { $0.contacts }),
    ("engaged_contacts", "Of these, who answered in the window", { $0.engagedContacts }),
    ("with_deal", "Accounts with an open opportunity", { $0.penetrated }),
    ("reached", "Accounts with an engaged contact", { $0.reached }),
    ("multi_threaded", "With three engaged contacts or more", { $0.multiThreaded }),
    (
      "single_threaded", "With an open opportunity and one engaged contact or none",
      { $0.singleThreadedDeals }
    ),
    ("sponsor_required", "That must have an executive sponsor", { $0.sponsorRequired }),
    (
      "sponsor_covered", "Of these, with sponsor, counterpart and a touch in the window",
      { $0.sponsorCovered }
    ),
    ("sponsor_missing", "Of those, without a sponsor", { $0.sponsorMissing }),
    ("fresh", "Accounts reviewed within their cadence", { $0.fresh }),
    ("late", "Reviewed longer ago than that", { $0.late }),
    ("never_reviewed", "Never reviewed", { $0.neverReviewed }),
  ]
  static let amounts: [Amount] = [
    ("pipeline", "Open deals that close today or later", { $0.pipeline }),
    ("whitespace", "Open and pursued, not in a deal", { $0.whitespace.toSell }),
    ("owned", "What they buy from us", { $0.whitespace[.owned].money }),
    ("competitor", "What they buy from others", { $0.whitespace[.competitor].money }),
  ]

  static func all<Row>(_ summary: @escaping @Sendable (Row) -> Summary) -> [DataColumn<Row>] {
    counts.map { column in .number(column.name, column.meaning) { column.value(summary($0)) } }
      + amounts.map { column in .money(column.name, column.meaning) { column.value(summary($0)) } }
  }
}

/// One figure of one group.
private struct MetricEntry {
  struct Figure {
    let name: String
    let meaning: String
    let value: DataValue
    var whole: Int?
    var isDays = false
  }

  let scope: String
  let group: String?
  let figure: Figure
  let unit: String

  static func all(_ model: SiteModel) -> [MetricEntry] {
    let breakdown = model.breakdown
    var groups: [(scope: String, group: String?, metrics: Metrics)] = [
      ("program", nil, breakdown.total)
    ]
    groups += Tier.allCases.map { ("tier", "\($0.rawValue)", breakdown.tiers[$0] ?? Metrics()) }
    groups += breakdown.segments.sorted { $0.key < $1.key }.map { key, metrics in
      ("segment", model.name(ofSegment: key), metrics)
    }
    groups += breakdown.owners.sorted { $0.key < $1.key }.map { ("owner", $0, $1) }
    return groups.flatMap { scope, group, metrics in
      figures(metrics).map { figure in
        let isMoney = if case .money = figure.value { true } else { false }
        return MetricEntry(
          scope: scope, group: group, figure: figure,
          unit: isMoney ? model.program.currency : figure.isDays ? "days" : "count")
      }
    }
  }

  private static func figures(_ metrics: Metrics) -> [Figure] {
    let shares = shares(metrics)
    let isShare = Set(shares.map(\.name))
    let counts = SummaryColumns.counts.filter { !isShare.contains($0.name) }.map {
      Figure(name: $0.name, meaning: $0.meaning, value: .number($0.value(metrics.summary)))
    }
    let amounts = SummaryColumns.amounts.map {
      Figure(name: $0.name, meaning: $0.meaning, value: .money($0.value(metrics.summary)))
    }
    return counts + shares + amounts + deals(metrics)
  }

  private static func shares(_ metrics: Metrics) -> [Figure] {
    let named = ShareMetric.allCases.map { metric in
      let share = metric.share(of: metrics)
      return Figure(
        name: Self.name(metric.title), meaning: Wording.capital(metric.meaning),
        value: .number(share.part), whole: share.whole)
    }
    return named
      + Role.allCases.map { role in
        let share = metrics.coverage(of: role)
        return Figure(
          name: "role_" + Self.name(role.spoken),
          meaning: "Accounts where somebody engaged is \(Wording.article(role.spoken))",
          value: .number(share.part), whole: share.whole)
      }
  }

  private static func deals(_ metrics: Metrics) -> [Figure] {
    let deals = metrics.deals
    let sums: [(String, String, DealSum)] = [
      ("closing_this_year", "Open deals that close in this fiscal year", deals.closingThisYear),
      ("created", "Open deals that were created in the last quarter", deals.created),
      ("slipped", "Open deals whose close day has passed", deals.slipped),
      ("won_this_year", "Deals won in this fiscal year", deals.wonThisYear),
      ("won", "Deals won in the last four quarters", deals.won),
      ("lost", "Deals lost in the last four quarters", deals.lost),
    ]
    return sums.flatMap { name, meaning, sum in
      [
        Figure(name: name + "_deals", meaning: meaning, value: .number(sum.deals)),
        Figure(name: name, meaning: meaning + ": their money", value: .money(sum.money)),
      ]
    } + [
      Figure(
        name: "mean_won", meaning: "The mean amount of the deals won in the last four quarters",
        value: deals.meanWon.map(DataValue.money) ?? .none),
      Figure(
        name: "median_cycle", meaning: "The median days from created to close of these deals",
        value: deals.medianCycle.map(DataValue.number) ?? .none, isDays: true),
      Figure(
        name: "median_since_review", meaning: "The median days since the last review",
        value: metrics.medianSinceReview.map(DataValue.number) ?? .none, isDays: true),
    ]
  }

  /// `multi_threaded_deals` for `Multi-threaded deals`.
  private static func name(_ title: String) -> String {
    Slugs.slug(title, fallback: "metric").replacing("-", with: "_")
  }
}
