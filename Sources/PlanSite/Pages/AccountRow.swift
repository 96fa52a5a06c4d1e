import PlanModel

/// An account as a row of a table.
struct AccountRowView: View {
  let account: Account
  let href: String
  let owner: String
  let sponsor: String
  let figures: Figures
  /// The largest pipeline of the program.
  let largest: Money

  static let fields: [Field<AccountRowView>] = [
    .text("name") { $0.account.name }, .text("href") { $0.href },
    .text("stage") { $0.account.stage.rawValue },
    .html("stagePicture") { Micro.stage($0.account.stage.order) },
    .text("owner") { $0.owner }, .text("sponsor") { $0.sponsor },
    .flag("lacksSponsor") { $0.account.needsSponsor && $0.account.sponsor == nil },
    .flag("isKnown") { $0.account.known > 0 },
    .html("dots") { Micro.dots($0.account.engaged, of: $0.account.known) },
    .number("engaged") { $0.account.engaged }, .number("known") { $0.account.known },
    .flag("manyKnown") { $0.account.known > 12 },
    .text("whitespace") { $0.account.toSell > .zero ? $0.figures.money($0.account.toSell) : "" },
    .text("pipeline") { $0.account.pipeline > .zero ? $0.figures.money($0.account.pipeline) : "" },
    .html("bar") { $0.bar },
    .text("closes") { row in row.account.close.map(row.figures.day) ?? "" },
    .html("strip") { $0.strip }, .flag("isLate") { $0.account.isLate },
    .text("reviewed") { $0.account.sinceReview.map { "\($0) d" } ?? "" },
    .text("errors") { $0.account.errors > 0 ? "\($0.account.errors)" : "" },
    .text("warnings") { $0.account.warnings > 0 ? "\($0.account.warnings)" : "" },
  ]

  init(_ account: Account, _ model: SiteModel, largest: Money, root: String) {
    self.account = account
    href = account.page.map { root + $0 } ?? ""
    owner = model.name(account.owner) ?? ""
    sponsor = model.name(account.sponsor) ?? ""
    figures = model.figures
    self.largest = largest
  }

  private var bar: HTML {
    guard account.pipeline > .zero else { return "" }
    let isLater = (account.close ?? figures.today) >= figures.year.next
    return Micro.bar(account.pipeline.share(of: largest), isLater ? "fa2" : "fa")
  }

  private var strip: HTML {
    guard let since = account.sinceReview, let every = account.reviewEvery else { return "" }
    return Micro.freshness(Double(since) / Double(max(every, 1)), isLate: account.isLate)
  }
}

/// The accounts of a tier under a line of totals.
struct AccountGroupView: View {
  let title: String
  let note: String
  let engaged: String
  let whitespace: String
  let pipeline: String
  let late: String
  let errors: Int
  let warnings: Int
  let rows: [AccountRowView]

  static let fields: [Field<AccountGroupView>] = [
    .text("title") { $0.title }, .text("note") { $0.note }, .text("engagedSum") { $0.engaged },
    .text("whitespaceSum") { $0.whitespace }, .text("pipelineSum") { $0.pipeline },
    .text("lateSum") { $0.late }, .number("errorSum") { $0.errors },
    .number("warningSum") { $0.warnings }, .list("rows") { $0.rows },
  ]

  /// - Parameter limit: Rows shown; the totals are over all.
  init(_ tier: Tier, _ model: SiteModel, root: String, limit: Int = Int.max) {
    let accounts = model.accounts(in: tier)
    let largest = model.active.map(\.pipeline).max() ?? .zero
    title = "Tier \(tier.rawValue)"
    note = "\(model.program[tier].name), \(Wording.count(accounts.count, "account"))"
    engaged =
      "\(accounts.map(\.engaged).reduce(0, +)) of \(accounts.map(\.known).reduce(0, +))"
    whitespace = model.figures.money(accounts.map(\.toSell).total)
    pipeline = model.figures.money(accounts.map(\.pipeline).total)
    late = "\(accounts.count(where: \.isLate)) late"
    errors = accounts.map(\.errors).reduce(0, +)
    warnings = accounts.map(\.warnings).reduce(0, +)
    rows = accounts.prefix(limit).map {
      AccountRowView($0, model, largest: largest, root: root)
    }
  }
}

/// An account that is paused or retired.
struct InactiveView: View {
  let link: HTML
  let status: String

  static let fields: [Field<InactiveView>] = [
    .html("link") { $0.link }, .text("status") { $0.status },
  ]
}
