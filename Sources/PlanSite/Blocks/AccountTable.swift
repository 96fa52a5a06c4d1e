import PlanModel
import PlanSource

/// Accounts as a dense table: a line of totals for each tier, below it a row for each account.
///
/// On a telephone the sheet leaves the account and, counted from the end, what it is worth, when it was reviewed and its
/// errors: a column more at the end moves them.
///
/// The script sorts and filters it by what it carries: `data-sort` names a column, `data-v` is what a cell sorts by where
/// its text is not, `data-is` what a row can be asked for, `data-sum` the totals.
struct AccountTable {
  /// What the table is called.
  let caption: String
  let groups: [AccountGroup]
  /// Before an amount.
  private let sign: String
  private let columns: [Column]
  /// The line beneath it.
  private let data: DataLinks?

  init(caption: String, groups: [AccountGroup], _ model: SiteModel, data: DataLinks? = nil) {
    self.caption = caption
    self.groups = groups
    self.data = data
    sign = model.figures.sign
    columns = Column.allCases.filter { $0 != .score || model.program.icp != nil }
  }

  var html: HTML {
    var html: HTML = """
      <div class="box fig" tabindex="0" role="region" aria-label="Accounts">\
      <table class="dense" data-sign="\(sign)"><caption class="vh">\(caption)</caption><thead>
      <tr>
      """
    for column in columns { html += column.head }
    html += "</tr>\n</thead>"
    for group in groups { html += group.html(columns) }
    return html + "</table></div>" + (data?.html ?? "")
  }

  enum Column: String, CaseIterable {
    case account, stage, owner, sponsor, score, engaged, whitespace, pipeline, bar, closes, reviewed
    case errors

    var title: HTML {
      switch self {
      case .engaged: "Engaged of known"
      case .bar: "<span class=\"vh\">Pipeline drawn</span>"
      default: "\(Wording.capital(rawValue))"
      }
    }

    var isNumber: Bool {
      switch self {
      case .score, .whitespace, .pipeline, .closes, .errors: true
      default: false
      }
    }

    /// Whether the largest comes first when somebody sorts by it.
    private var isDescending: Bool {
      switch self {
      case .account, .owner, .sponsor, .closes, .bar: false
      default: true
      }
    }

    var head: HTML {
      let style: HTML = isNumber ? " class=\"num\"" : ""
      guard self != .bar else { return "<th scope=\"col\">\(title)</th>" }
      let down: HTML = isDescending ? " data-down" : ""
      // As it is compiled.
      let order: HTML = self == .pipeline ? " aria-sort=\"descending\"" : ""
      return "<th scope=\"col\"\(style) data-sort=\"\(rawValue)\"\(down)\(order)>\(title)</th>"
    }
  }
}

/// The accounts of a tier under a line of totals.
struct AccountGroup {
  let tier: Tier
  /// The tier's own.
  let name: String
  /// All accounts of the tier; the totals are over them.
  let accounts: [Account]
  let rows: [AccountRow]

  private let figures: Figures
  private let root: String

  /// - Parameters:
  ///   - root: The way from the page to the site's root.
  ///   - own: Of the tier; nil: all of it.
  ///   - limit: Rows shown.
  init(
    _ tier: Tier, _ model: SiteModel, root: String, of own: [Account]? = nil,
    limit: Int = Int.max
  ) {
    accounts = own ?? model.accounts(in: tier)
    figures = model.figures
    self.tier = tier
    self.root = root
    name = model.program[tier].name
    rows = accounts.prefix(limit).map {
      AccountRow($0, model, largest: model.largestPipeline, root: root)
    }
  }

  func html(_ columns: [AccountTable.Column]) -> HTML {
    let before = columns.count { [.account, .stage, .owner, .sponsor, .score].contains($0) }
    let count = Wording.count(accounts.count, "account")
    var html: HTML = """
      <tbody>
      <tr class="g"><th scope="rowgroup" colspan="\(before)">\
      <a href="\(root)tiers/\(tier.rawValue).html">Tier \(tier.rawValue)</a> \
      <span class="muted">\(name), <span data-sum="count">\(count)</span></span></th>
      """
    for column in columns.dropFirst(before) {
      let style: HTML = column.isNumber ? " class=\"num\"" : ""
      let mark: HTML = total(column).isEmpty ? "" : " data-sum=\"\(column.rawValue)\""
      html += "<td\(style)\(mark)>\(total(column))</td>"
    }
    html += "</tr>\n"
    for row in rows { html += row.html(columns) }
    return html + "</tbody>\n"
  }

  private func total(_ column: AccountTable.Column) -> String {
    func sum(_ count: KeyPath<Account, Int>) -> Int {
      accounts.map { $0[keyPath: count] }.reduce(0, +)
    }
    return switch column {
    case .engaged: "\(sum(\.engaged)) of \(sum(\.known))"
    case .whitespace: figures.money(accounts.map(\.toSell).total)
    case .pipeline: figures.money(accounts.map(\.pipeline).total)
    case .reviewed: "\(accounts.count(where: \.isLate)) late"
    case .errors: "\(sum(\.errors))"
    default: ""
    }
  }
}

/// An account as a row of the table.
struct AccountRow {
  let account: Account
  let href: String
  let owner: HTML?
  let sponsor: String?
  let segment: String?
  let figures: Figures
  /// The largest pipeline of the program.
  let largest: Money
  private let model: SiteModel
  private let root: String
  /// Ways to the lines that the figures come from.
  private let citations: Citations

  init(_ account: Account, _ model: SiteModel, largest: Money, root: String) {
    self.account = account
    href = account.page.map { root + $0 } ?? ""
    owner = account.owner.map { model.person($0, root: root) }
    sponsor = model.name(account.sponsor)
    segment = model.plan(of: account).segment?.value
    figures = model.figures
    self.largest = largest
    self.model = model
    self.root = root
    citations = Citations(model, model.plan(of: account), root: root)
  }

  func html(_ columns: [AccountTable.Column]) -> HTML {
    let marks = [
      (account.isLate, "late"), (account.isSingleThreaded, "single"),
      (account.needsSponsor && account.sponsor == nil, "unsponsored"),
    ].filter(\.0).map(\.1)
    let marked: HTML = marks.isEmpty ? "" : " data-is=\"\(marks.joined(separator: " "))\""
    let inSegment: HTML = segment.map { " data-segment=\"\($0)\"" } ?? ""
    var html: HTML = "<tr\(marked)\(inSegment)>"
    for column in columns { html += cell(column) }
    return html + "</tr>\n"
  }

  private func cell(_ column: AccountTable.Column) -> HTML {
    switch column {
    case .account: "<th scope=\"row\"><a href=\"\(href)\">\(account.name)</a></th>"
    case .stage:
      """
      <td data-v="\(account.stage.order)">\(Micro.stage(account.stage.order))\
      \(account.stage.rawValue)</td>
      """
    case .owner: "<td>\(owner ?? Self.nobody)</td>"
    case .sponsor: "<td>\(sponsorCell)</td>"
    case .score: score
    case .engaged: "<td data-v=\"\(account.engaged)\">\(contacts)</td>"
    case .whitespace: money(account.toSell, toSell)
    case .pipeline: money(account.pipeline, pipeline)
    case .bar: "<td>\(bar)</td>"
    case .closes:
      """
      <td class="num muted" data-v="\(account.close.map { "\($0.number)" } ?? "")">\
      \(account.close.map(figures.day) ?? "")</td>
      """
    case .reviewed: reviewed
    case .errors:
      "<td class=\"num\" data-v=\"\(account.errors)\"><b>\(count(account.errors))</b></td>"
    }
  }

  private static let nobody: HTML = "<b>nobody</b>"

  private var sponsorCell: HTML {
    if let sponsor { return "\(sponsor)" }
    return account.needsSponsor && account.sponsor == nil ? Self.nobody : "–"
  }

  private var score: HTML {
    let score = account.score.map { "\(Int($0.total.rounded()))" }
    return "<td class=\"num\" data-v=\"\(score ?? "")\">\(score ?? "–")</td>"
  }

  var contacts: HTML {
    guard account.known > 0 else { return "<span class=\"muted\">nobody known</span>" }
    let style: HTML = account.known > 12 ? "" : "vh"
    return """
      \(Micro.dots(account.engaged, of: account.known))<span class="\(style)">\(account.engaged) of \
      \(account.known)</span>
      """
  }

  /// Sorted by hundredths.
  private func money(_ sum: Money, _ figure: HTML) -> HTML {
    "<td class=\"num\" data-v=\"\(sum.hundredths)\">\(figure)</td>"
  }

  /// With ways to the sections that the sums come from.
  var toSell: HTML { written(account.toSell, plan.whitespace?.heading) }
  var pipeline: HTML { written(account.pipeline, plan.opportunities?.heading) }

  private var plan: Plan { model.plan(of: account) }

  private func written(_ sum: Money, _ heading: Span?) -> HTML {
    sum > .zero ? citations.cite("\(figures.money(sum))", heading) : "–"
  }

  func count(_ number: Int) -> String { number > 0 ? "\(number)" : "–" }

  var bar: HTML {
    guard account.pipeline > .zero else { return "" }
    let isLater = (account.close ?? figures.today) >= figures.year.next
    return Micro.bar(account.pipeline.share(of: largest), isLater ? "fa2" : "fa")
  }

  private var reviewed: HTML {
    let late: HTML = account.isLate ? "late" : "muted"
    let text = citations.cite(
      account.sinceReview.map { "\($0) d" } ?? "never",
      model.measures(of: account).lastReview?.span)
    // Who was never reviewed waits longest.
    return """
      <td data-v="\(account.sinceReview ?? 99_999)">\(strip)<span class="\(late)">\(text)</span></td>
      """
  }

  private var strip: HTML {
    guard let since = account.sinceReview, let every = account.reviewEvery else { return "" }
    return Micro.freshness(Double(since) / Double(max(every, 1)), isLate: account.isLate)
  }
}
