import PlanModel

/// Open pipeline and what is left to sell of several groups of accounts, as bars on one scale.
struct MoneyBars {
  struct Row {
    let name: String
    /// As the table names it.
    let link: HTML
    let pipeline: Money
    let toSell: Money
  }

  /// Rows drawn.
  static let limit = 20
  private static let row = 40.0

  let id: String
  let rows: [Row]
  let figures: Figures

  /// - Parameter head: What a row is.
  func picture(title: String, head: String) -> Picture {
    var table = DataTable(
      "Money by \(head.lowercased())",
      [.text(head), .number("Open pipeline"), .number("Left to sell")])
    table.data = DataLinks(.segments, root: "../")
    for row in rows.prefix(200) {
      table.rows.append([
        row.link, "\(figures.money(row.pipeline))", "\(figures.money(row.toSell))",
      ])
    }
    return Picture(
      title: title,
      description: "Filled bars are open pipeline, outlined ones what is left to sell.",
      draw(1200, .wide), draw(358, .narrow), table: table)
  }

  private func draw(_ width: Double, _ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    let shown = rows.prefix(Self.limit)
    let pitch = isNarrow ? 56.0 : Self.row
    var drawing = Drawing(
      id: id, width: width, height: 28 + pitch * Double(shown.count), variant)
    let left = isNarrow ? 0.0 : 220
    let largest = shown.map { max($0.pipeline, $0.toSell) }.max() ?? .zero
    let labels = shown.flatMap {
      [Self.text($0.pipeline, true, figures), Self.text($0.toSell, false, figures)]
    }
    let room = width - left - 8 - (labels.map { TextWidth.of($0, bold: true) }.max() ?? 0)
    for (index, tick) in Scale.ticks(upTo: largest).enumerated() {
      let x = left + room * tick.share(of: largest)
      drawing.line(x, 20, x, drawing.height - 6, "sh")
      if isNarrow, !index.isMultiple(of: 2) { continue }
      drawing.text(x, 12, index == 0 ? "0" : figures.money(tick), index == 0 ? "m" : "m c")
    }
    for (index, row) in shown.enumerated() {
      var y = 28 + pitch * Double(index)
      let name = TextWidth.clip(row.name, to: isNarrow ? 340 : left - 16, size: 14)
      drawing.text(0, isNarrow ? y + 10 : y + 19, name, "sf")
      if isNarrow { y += 16 }
      bar(row.pipeline, left, y, room, largest, "fa", in: &drawing)
      bar(row.toSell, left, y + 14, room, largest, "fp sa15", in: &drawing)
    }
    return drawing
  }

  private func bar(
    _ money: Money, _ left: Double, _ y: Double, _ room: Double, _ largest: Money,
    _ style: String, in drawing: inout Drawing
  ) {
    guard money > .zero else { return }
    let width = max(2, room * money.share(of: largest))
    let isFilled = style == "fa"
    if isFilled {
      drawing.rect(left, y, width, 12, style)
    } else {
      drawing.frame(left, y, max(width, 4), 12, style)
    }
    let text = Self.text(money, isFilled, figures)
    drawing.text(left + width + 6, y + 10, text, isFilled ? "b halo" : "m halo")
  }

  private static func text(_ money: Money, _ isOpen: Bool, _ figures: Figures) -> String {
    figures.money(money) + (isOpen ? " open" : " to sell")
  }
}
