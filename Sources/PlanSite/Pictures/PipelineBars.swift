import PlanModel

/// Open pipeline by account: a bar, its amount and close day; pale where it closes after this fiscal year.
enum PipelineBars {
  static func picture(_ ledger: Ledger, title: String) -> Picture {
    let figures = ledger.model.figures
    var table = DataTable(
      "Open pipeline by account",
      [.text("Account"), .text("Tier"), .text("Stage"), .number("Pipeline"), .number("Closes")])
    table.data = DataLinks(.accounts, root: "")
    for account in ledger.shown {
      table.rows.append([
        ledger.model.link(account, root: ""), "\(account.tier.rawValue)",
        "\(account.stage.rawValue)",
        account.pipeline > .zero ? "\(figures.money(account.pipeline))" : "–",
        "\(account.close.map(figures.day) ?? "–")",
      ])
    }
    let open = ledger.shown.count { $0.pipeline > .zero }
    return Picture(
      title: title,
      description: "\(Wording.count(open, "account")) with open deals, as bars, grouped by tier.",
      draw(ledger, 486, .wide), draw(ledger, 358, .narrow), table: table)
  }

  private static func draw(_ ledger: Ledger, _ width: Double, _ variant: Drawing.Variant) -> Drawing
  {
    let model = ledger.model
    let figures = model.figures
    var drawing = Drawing(id: "money", width: width, height: ledger.height, variant)
    let left = Ledger.nameWidth
    let largest = ledger.shown.map(\.pipeline).max() ?? .zero
    let room = width - left - 106
    let ticks = Scale.ticks(upTo: largest)
    for (index, tick) in ticks.enumerated() {
      let x = left + room * tick.share(of: largest)
      drawing.line(x, 22, x, ledger.height - 4, "sh")
      if variant == .narrow, index > 0, index + 1 < ticks.count { continue }
      drawing.text(x, 14, index == 0 ? "0" : figures.money(tick), index == 0 ? "m" : "m c")
    }
    for (row, y) in ledger.rows {
      Ledger.label(row, y, in: &drawing)
      switch row {
      case .tier(let tier):
        let sum = model.summaries[tier]?.pipeline ?? .zero
        drawing.text(left + 4, y + 12, figures.money(sum), "b halo")
      case .account(let account):
        bar(account, y + Ledger.rowHeight / 2, left, room, largest, figures, in: &drawing)
      }
    }
    return drawing
  }

  private static func bar(
    _ account: Account, _ middle: Double, _ left: Double, _ room: Double, _ largest: Money,
    _ figures: Figures, in drawing: inout Drawing
  ) {
    guard account.pipeline > .zero else {
      let text = account.stage == .closedWon ? "closed-won, no new deal" : account.stage.rawValue
      return drawing.text(left + 6, middle + 4, text, "m halo")
    }
    let width = max(2, room * account.pipeline.share(of: largest))
    let isLater = (account.close ?? figures.today) >= figures.year.next
    drawing.rect(left, middle - 6, width, 12, isLater ? "fa2" : "fa")
    let amount = figures.money(account.pipeline)
    drawing.text(left + width + 6, middle + 4, amount, "b halo")
    guard let close = account.close else { return }
    let x = left + width + 12 + TextWidth.of(amount, bold: true)
    let day = figures.day(close)
    if x + TextWidth.of(day) <= drawing.width + 12 {
      drawing.text(x, middle + 4, day, "m halo")
    }
  }
}
