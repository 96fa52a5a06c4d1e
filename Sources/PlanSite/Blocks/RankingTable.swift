import PlanModel

/// Accounts by score, with a line where a tier is cut.
struct RankingTable {
  let rows: [Ranking.Row]
  let model: SiteModel
  /// Rows shown.
  let limit: Int

  var html: HTML {
    let columns: [(String, Bool)] = [
      ("Account", false), ("Owner", false), ("Tier", true), ("Score", true), ("Fit", true),
      ("Potential", true),
      ("Intent", true), ("Facts known", true), ("Known by us", true), ("Ceiling", true),
    ]
    var html: HTML = """
      <div class="box fig" tabindex="0" role="region" aria-label="Ranking"><table class="dense">\
      <caption class="vh">Accounts by score</caption><thead><tr><th scope="col" class="num">Rank</th>
      """
    for (title, isNumber) in columns {
      html += isNumber ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">"
      html += "\(title)</th>"
    }
    html += "</tr></thead><tbody>\n"
    var last: Tier?
    for (index, row) in rows.prefix(limit).enumerated() {
      if row.scored != last {
        html += head(row.scored)
        last = row.scored
      }
      html += line(row, rank: index + 1)
    }
    return html + "</tbody></table></div>" + DataLinks(.accounts, root: "").html
  }

  private func head(_ tier: Tier) -> HTML {
    let settings = model.program.score
    let count = rows.count { $0.scored == tier }
    let range =
      switch tier {
      case .one: "\(settings.first.points) and more"
      case .two: "\(settings.second.points) to \(settings.first.points)"
      case .three: "below \(settings.second.points)"
      }
    return """
      <tr class="g"><th scope="rowgroup" colspan="11">Scores for tier \(tier.rawValue) <span class="muted">\
      \(range), \(Wording.count(count, "account"))</span></th></tr>

      """
  }

  private func line(_ row: Ranking.Row, rank: Int) -> HTML {
    let account = row.account
    let arrow = row.isPromoted ? "↑ " : row.isDemoted ? "↓ " : ""
    let tier: HTML =
      row.isMoved ? "<b>\(arrow)\(account.tier.rawValue)</b>" : "\(account.tier.rawValue)"
    let isWhole = row.score.known == row.score.criteria
    return """
      <tr><td class="num muted">\(Wording.grouped(rank))</td>\
      <th scope="row">\(model.link(account, root: ""))</th><td>\(account.owner.map { model.person($0, root: "") } ?? "<b>nobody</b>")</td><td class="num">\(tier)</td>\
      <td class="num"><b>\(row.score.total.points)</b></td><td class="num">\(row.score.fit.points)</td>\
      <td class="num">\(row.score.potential.points)</td><td class="num">\(row.score.intent.points)</td>\
      <td class="\(isWhole ? "num muted" : "num")">\(row.score.known) of \(row.score.criteria)</td>\
      <td class="num">\(row.warm > 0 ? "\(row.warm)" : "–")</td>\
      <td class="num">\(row.ceiling.map(model.figures.money) ?? "–")</td></tr>

      """
  }
}
