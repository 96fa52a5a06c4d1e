import PlanModel

/// Accounts as a dense table: a line of totals for each tier, below it a row for each account.
struct AccountTable {
  /// What the table is called.
  let caption: String
  let groups: [AccountGroup]

  var html: HTML {
    let columns: [(HTML, Bool)] = [
      ("Account", false), ("Stage", false), ("Owner", false), ("Sponsor", false),
      ("Engaged of known", false), ("Whitespace", true), ("Pipeline", true),
      ("<span class=\"vh\">Pipeline drawn</span>", false), ("Closes", true), ("Reviewed", false),
      ("Errors", true), ("Warn.", true),
    ]
    var html: HTML = """
      <div class="box fig" tabindex="0" role="region" aria-label="Accounts"><table class="dense">\
      <caption class="vh">\(caption)</caption><thead>
      <tr>
      """
    for (title, isNumber) in columns {
      let style: HTML = isNumber ? " class=\"num\"" : ""
      html += "<th scope=\"col\"\(style)>\(title)</th>"
    }
    html += "</tr>\n</thead><tbody>\n"
    for group in groups { html += group.html }
    return html + "</tbody></table></div>"
  }
}

/// The accounts of a tier under a line of totals.
struct AccountGroup {
  let title: String
  let note: String
  /// All accounts of the tier; the totals are over them.
  let accounts: [Account]
  let rows: [AccountRow]

  private let figures: Figures

  /// - Parameters:
  ///   - root: The way from the page to the site's root.
  ///   - limit: Rows shown.
  init(_ tier: Tier, _ model: SiteModel, root: String, limit: Int = Int.max) {
    accounts = model.accounts(in: tier)
    figures = model.figures
    title = "Tier \(tier.rawValue)"
    note = "\(model.program[tier].name), \(Wording.count(accounts.count, "account"))"
    let largest = model.active.map(\.pipeline).max() ?? .zero
    rows = accounts.prefix(limit).map { AccountRow($0, model, largest: largest, root: root) }
  }

  var html: HTML {
    func sum(_ count: KeyPath<Account, Int>) -> Int {
      accounts.map { $0[keyPath: count] }.reduce(0, +)
    }
    var html: HTML = """
      <tr class="g"><th scope="row" colspan="4">\(title) <span class="muted">\(note)</span></th>\
      <td>\(sum(\.engaged)) of \(sum(\.known))</td>\
      <td class="num">\(figures.money(accounts.map(\.toSell).total))</td>\
      <td class="num">\(figures.money(accounts.map(\.pipeline).total))</td><td></td><td></td>\
      <td>\(accounts.count(where: \.isLate)) late</td>\
      <td class="num">\(sum(\.errors))</td><td class="num">\(sum(\.warnings))</td></tr>

      """
    for row in rows { html += row.html }
    return html
  }
}

/// An account as a row of the table.
struct AccountRow {
  let account: Account
  let href: String
  let owner: String?
  let sponsor: String?
  let figures: Figures
  /// The largest pipeline of the program.
  let largest: Money

  init(_ account: Account, _ model: SiteModel, largest: Money, root: String) {
    self.account = account
    href = account.page.map { root + $0 } ?? ""
    owner = model.name(account.owner)
    sponsor = model.name(account.sponsor)
    figures = model.figures
    self.largest = largest
  }

  var html: HTML {
    let late: HTML = account.isLate ? "late" : "muted"
    let reviewed = account.sinceReview.map { "\($0) d" } ?? "never"
    return """
      <tr><th scope="row"><a href="\(href)">\(account.name)</a></th>\
      <td>\(Micro.stage(account.stage.order))\(account.stage.rawValue)</td>\
      <td>\(owner.map { "\($0)" } ?? Self.nobody)</td><td>\(sponsorCell)</td><td>\(contacts)</td>\
      <td class="num">\(money(account.toSell))</td><td class="num">\(money(account.pipeline))</td><td>\(bar)</td>\
      <td class="num muted">\(account.close.map(figures.day) ?? "")</td>\
      <td>\(strip)<span class="\(late)">\(reviewed)</span></td>\
      <td class="num"><b>\(count(account.errors))</b></td><td class="num muted">\(count(account.warnings))</td></tr>

      """
  }

  private static let nobody: HTML = "<b>nobody</b>"

  private var sponsorCell: HTML {
    if let sponsor { return "\(sponsor)" }
    return account.needsSponsor && account.sponsor == nil ? Self.nobody : "–"
  }

  private var contacts: HTML {
    guard account.known > 0 else { return "<span class=\"muted\">nobody known</span>" }
    let style: HTML = account.known > 12 ? "" : "vh"
    return """
      \(Micro.dots(account.engaged, of: account.known))<span class="\(style)">\(account.engaged) of \
      \(account.known)</span>
      """
  }

  private func money(_ sum: Money) -> String { sum > .zero ? figures.money(sum) : "–" }

  private func count(_ number: Int) -> String { number > 0 ? "\(number)" : "–" }

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
