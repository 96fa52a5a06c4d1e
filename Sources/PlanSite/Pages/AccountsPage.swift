import PlanModel

/// Which accounts there are: one dense table, by tier, then pipeline.
struct AccountsView: PageView {
  let shell: Shell
  let kicker: String
  let lead: HTML
  /// The tiers that hold an account.
  let tiers: [TextLine]
  let count: Int
  let data: HTML
  let accounts: HTML
  /// Paused, retired and drafts.
  let inactive: HTML

  static let fields: [Field<AccountsView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead },
    .list("tiers") { $0.tiers }, .number("count") { $0.count }, .html("data") { $0.data },
    .html("accounts") { $0.accounts }, .html("inactive") { $0.inactive },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "accounts.html", title: "Accounts – \(model.program.title)",
      description: "All accounts by tier and pipeline", current: "Accounts")
    kicker = Figures.full(model.today)
    lead = Self.sentence(model.active, all: model.accounts)
    let groups = Tier.allCases.map { AccountGroup($0, model, root: "") }.filter { !$0.rows.isEmpty }
    tiers = groups.map { TextLine(text: "\($0.tier.rawValue)") }
    count = model.active.count
    data = DataLinks(.accounts, root: "").html
    accounts =
      groups.isEmpty
      ? "" : AccountTable(caption: "Accounts by tier, then pipeline", groups: groups, model).html
    inactive = model.accounts.filter { !$0.isActive }.map { account -> HTML in
      let name = account.page == nil ? "\(account.name)" : model.link(account, root: "")
      return "<li>\(name) <span class=\"muted\">\(account.status.rawValue)</span></li>"
    }.joined()
  }

  /// `24 accounts, 11 with an open deal. 15 carry a finding; 11 of the 14 errors are in tier 1.`
  static func sentence(_ accounts: [Account], all: [Account]) -> HTML {
    guard !accounts.isEmpty else { return NoAccount.sentence(all) }
    let dealing = accounts.count { $0.deals > 0 }
    let carrying = accounts.count { $0.findings > 0 }
    let errors = accounts.map(\.errors).reduce(0, +)
    var html: HTML = "\(Wording.count(accounts.count, "account")), "
    html +=
      dealing == 0 ? "none with an open deal. " : "\(Wording.grouped(dealing)) with an open deal. "
    if carrying == 0 { return html + "None carries a finding." }
    html += "\(Wording.grouped(carrying)) \(Wording.verb(carrying, "carries", "carry")) a finding"
    guard errors > 0 else { return html + "; none of them is an error." }
    let byTier = Dictionary(grouping: accounts, by: \.tier).mapValues {
      $0.map(\.errors).reduce(0, +)
    }
    let most = byTier.values.max() ?? 0
    guard let top = Tier.allCases.first(where: { byTier[$0] == most }) else { return html + "." }
    if errors == 1 {
      return html + "; <a href=\"report.html\">the one error</a> is in tier \(top.rawValue)."
    }
    let count: HTML =
      most == errors
      ? "all \(Wording.grouped(errors)) errors"
      : "\(Wording.grouped(most)) of the \(Wording.grouped(errors)) errors"
    return html
      + "; <a href=\"report.html\">\(count)</a> \(Wording.verb(most, "is", "are")) in tier \(top.rawValue)."
  }
}
