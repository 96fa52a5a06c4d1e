import PlanMetrics
import PlanModel

/// How a tier does, what it asks for, and which accounts it holds.
struct TierView: PageView {
  /// Rows of accounts; the list of accounts has them all.
  static let limit = 200

  let shell: Shell
  let kicker: String
  let lead: HTML
  let measures: [MeasureView]
  let settings: [SettingView]
  let accounts: HTML
  let others: String
  let compared: SectionBlock?
  let capacity: SectionBlock
  let whitespace: [SectionBlock]

  static let fields: [Field<TierView>] = withShell([
    .html("compared") { $0.compared?.html ?? "" }, .html("capacity") { $0.capacity.html },
    .html("whitespace") { $0.whitespace.map(\.html).joined() },
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead }, .list("measures") { $0.measures },
    .list("settings") { $0.settings },
    .html("accounts") { $0.accounts },
    .text("others") { $0.others },
    .html("data") { _ in DataLinks(.tiers, root: "../").html },
  ])

  init(_ model: SiteModel, _ tier: Tier) {
    let settings = model.program[tier]
    shell = Shell(
      model, path: "tiers/\(tier.rawValue).html",
      title: "Tier \(tier.rawValue) – \(model.program.title)",
      description: "How tier \(tier.rawValue) does and what it asks for",
      current: "Accounts")
    kicker = "Tier \(tier.rawValue), \(settings.name)"
    let summary = model.summaries[tier] ?? Summary(of: [], in: model.program)
    lead = Self.sentence(summary, tier, settings, model.figures)
    measures = MeasureView.all(summary, settings, model.figures)
    self.settings = TierSetting.allCases.filter { $0 != .name }.map {
      SettingView(name: $0.rawValue, meaning: $0.summary, values: [settings.written($0)])
    }
    let group = AccountGroup(tier, model, root: "../", limit: Self.limit)
    accounts =
      group.rows.isEmpty
      ? ""
      : AccountTable(
        caption: "Accounts of the tier", groups: [group], model,
        data: DataLinks(.accounts, root: "../")
      ).html
    let facts = GroupFacts(
      name: "tier \(tier.rawValue)", metrics: model.breakdown.tiers[tier] ?? Metrics(),
      total: model.breakdown.total, figures: model.figures)
    let blocks = GroupBlocks(model: model, facts: facts, accounts: group.accounts, root: "../")
    compared = blocks.compared(
      Tier.allCases.map { other in
        ShareDots.Group(
          label: "\(other.rawValue)", name: "Tier \(other.rawValue)",
          metrics: model.breakdown.tiers[other] ?? Metrics(), isOwn: other == tier)
      }, note: "A numbered mark is a tier, the bar the whole program")
    capacity =
      CapacityBlock(model: model, tier: tier, accounts: group.accounts, root: "../").section
    whitespace = blocks.whitespace
    let rest = summary.accounts - group.rows.count
    others = rest > 0 ? "and \(Wording.count(rest, "other")) in the list of accounts" : ""
  }

  /// `Tier 1 holds 8 of at most 25 accounts. 5 of them have an open deal, €2.91M together; 3 reviews are late.`
  static func sentence(
    _ summary: Summary, _ tier: Tier, _ settings: TierSettings, _ figures: Figures
  ) -> HTML {
    guard summary.accounts > 0 else { return "Tier \(tier.rawValue) holds no active account." }
    let count = Wording.grouped(summary.accounts)
    var html: HTML
    if let limit = settings.maximumAccounts {
      html = "Tier \(tier.rawValue) holds \(count) of at most \(Wording.count(limit, "account")). "
    } else {
      html = "Tier \(tier.rawValue) holds \(Wording.count(summary.accounts, "account")). "
    }
    let deals = summary.penetrated
    if deals == 0 {
      html += "None of them has an open deal; "
    } else {
      let money = summary.pipeline > .zero ? ", \(figures.money(summary.pipeline)) together" : ""
      html += """
        <a href="#accounts">\(Wording.grouped(deals)) of them</a> \(Wording.verb(deals, "has", "have")) an \
        open deal\(money);
        """
      html += " "
    }
    let late = summary.late
    html +=
      late == 0
      ? "no review is late."
      : "\(Wording.count(late, "review")) \(Wording.verb(late, "is", "are")) late."
    return html
  }
}

/// A measure with what it is a share of.
struct MeasureView: View {
  let label: String
  let value: String
  let meaning: String

  static let fields: [Field<MeasureView>] = [
    .text("label") { $0.label }, .text("value") { $0.value }, .text("meaning") { $0.meaning },
  ]

  static func all(_ sum: Summary, _ settings: TierSettings, _ figures: Figures) -> [MeasureView] {
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : "\(Wording.grouped(part)) of \(Wording.grouped(whole))"
    }
    let pairs: [(String, String, String)] = [
      (
        "Accounts",
        settings.maximumAccounts.map { share(sum.accounts, $0) } ?? Wording.grouped(sum.accounts),
        "active, of what the tier may hold"
      ),
      ("Penetration", share(sum.penetrated, sum.accounts), "with an open opportunity"),
      ("Reach", share(sum.reached, sum.accounts), "with at least one engaged contact"),
      ("Engaged contacts", share(sum.engagedContacts, sum.contacts), "of those known"),
      (
        "Multi-threaded", share(sum.multiThreaded, sum.accounts),
        "with three engaged contacts or more"
      ),
      (
        "Deals on one person or nobody", share(sum.singleThreadedDeals, sum.penetrated),
        "accounts with a deal and one engaged contact or none"
      ),
      (
        "Executive coverage", share(sum.sponsorCovered, sum.sponsorRequired),
        "with sponsor, counterpart and touch, of those that must have a sponsor"
      ),
      ("Fresh", share(sum.fresh, sum.accounts), "reviewed within their cadence"),
      ("Pipeline", figures.money(sum.pipeline), "open, closing today or later"),
      ("Whitespace", figures.money(sum.whitespace.toSell), "open or pursued, not in a deal"),
    ]
    return pairs.map { MeasureView(label: $0.0, value: $0.1, meaning: $0.2) }
  }
}

/// A setting, what it means, and its value in one tier or in each.
struct SettingView: View {
  let name: String
  let meaning: String
  let values: [String]

  static let fields: [Field<SettingView>] = [
    .text("setting") { $0.name }, .text("meaning") { $0.meaning },
    .list("values") { $0.values.map(TextLine.init) },
  ]
}
