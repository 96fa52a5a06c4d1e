import PlanMetrics
import PlanModel

/// What pages of tiers and segments share: the comparison, and the whitespace over their accounts.
struct GroupBlocks {
  let model: SiteModel
  let facts: GroupFacts
  let accounts: [Account]
  /// The way from the page to the site's root.
  let root: String

  /// Rows of the table of whitespace.
  private static let limit = 40
  /// Its columns.
  private static let offerings = 5

  func compared(_ groups: [ShareDots.Group], note: String) -> SectionBlock? {
    let dots = ShareDots(id: "compared", groups, total: facts.total)
    guard !dots.metrics.isEmpty, facts.metrics.summary.accounts > 0 else { return nil }
    let title = GroupSentences.compared(facts)
    return SectionBlock(
      id: "compared", title: title, note: note, style: "c7",
      body: dots.picture(title: title, root: root).html)
  }

  /// The whitespace by offering, and by account.
  var whitespace: [SectionBlock] {
    guard !accounts.isEmpty else { return [] }
    let sums = OfferingSum.all(model, of: accounts)
    let block = WhitespaceBlock(sums, model.figures, root: root).section
    return sums.isEmpty ? [block] : [block, byAccount(sums)]
  }

  private func byAccount(_ sums: [OfferingSum]) -> SectionBlock {
    let figures = model.figures
    let columns = sums.filter { $0.toSell > .zero }.prefix(Self.offerings).map(\.offering)
    let open = accounts.filter { $0.toSell > .zero }.stably { $0.toSell > $1.toSell }
    var table = DataTable(
      "Left to sell by account",
      [.text("Account")] + columns.map { .number($0) } + [.number("All")])
    table.data = DataLinks(.whitespace, root: root)
    for account in open.prefix(Self.limit) {
      var money: [String: Money] = [:]
      for cell in model.plan(of: account).whitespace?.items ?? [] where cell.isUnsold {
        money[cell.offering.value, default: .zero] =
          (money[cell.offering.value] ?? .zero) + (cell.potential?.value ?? .zero)
      }
      table.rows.append(
        [model.link(account, root: root)]
          + columns.map { offering in
            (money[offering] ?? .zero) > .zero ? "\(figures.money(money[offering] ?? .zero))" : "–"
          } + ["<b>\(figures.money(account.toSell))</b>"])
    }
    let rest = open.count - Self.limit
    let more: HTML =
      rest > 0 ? "<p class=\"fig muted\">and \(Wording.count(rest, "account")) with less</p>" : ""
    let title = GroupSentences.leftToSell(open, figures)
    return SectionBlock(
      id: "white-accounts", title: title, note: "Open and pursued, by account", style: "c5",
      body: open.isEmpty ? "" : "<div class=\"fig\">" + table.html + "</div>" + more)
  }
}
