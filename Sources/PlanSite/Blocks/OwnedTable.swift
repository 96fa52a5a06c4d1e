import PlanModel

/// Accounts of one owner or one kind: where they stand, in few columns.
struct OwnedTable {
  /// Rows shown; the list of accounts has the others.
  static let limit = 200

  /// What the table is called.
  let caption: String
  let accounts: [Account]
  let model: SiteModel
  /// The way from the page to the site's root.
  let root: String

  var html: HTML {
    let figures = model.figures
    let largest = accounts.map(\.pipeline).max() ?? .zero
    var html: HTML = """
      <div class="box" tabindex="0" role="region" aria-label="\(caption)"><table class="dense">\
      <caption class="vh">\(caption)</caption><thead><tr><th scope="col">Account</th>\
      <th scope="col" class="num">Tier</th><th scope="col">Stage</th>\
      <th scope="col">Engaged of known</th><th scope="col" class="num">Whitespace</th>\
      <th scope="col" class="num">Pipeline</th><th scope="col"><span class="vh">Pipeline drawn</span></th>\
      <th scope="col" class="num">Closes</th><th scope="col" class="num">Reviewed</th>\
      <th scope="col" class="num">Errors</th></tr></thead><tbody>

      """
    for account in accounts.prefix(Self.limit) {
      let row = AccountRow(account, model, largest: largest, root: root)
      let late: HTML = account.isLate ? "late" : "muted"
      html += """
        <tr><th scope="row">\(model.link(account, root: root))</th>\
        <td class="num">\(account.tier.rawValue)</td>\
        <td>\(Micro.stage(account.stage.order))\(account.stage.rawValue)</td><td>\(row.contacts)</td>\
        <td class="num">\(row.toSell)</td>\
        <td class="num">\(row.pipeline)</td><td>\(row.bar)</td>\
        <td class="num muted">\(account.close.map(figures.day) ?? "–")</td>\
        <td class="num \(late)">\(account.sinceReview.map { "\($0) d" } ?? "never")</td>\
        <td class="num"><b>\(row.count(account.errors))</b></td></tr>

        """
    }
    html += "</tbody></table></div>" + DataLinks(.accounts, root: root).html
    let rest = accounts.count - Self.limit
    if rest > 0 {
      html += """
        <p class="fig muted"><a href="\(root)accounts.html">and \(Wording.count(rest, "other")) in the list \
        of accounts</a></p>
        """
    }
    return html
  }
}
