import PlanModel

/// Accounts by stage and tier: one square is one account.
enum Funnel {
  /// - Parameter width: Of the wide drawing.
  static func picture(_ model: SiteModel, title: String, width: Double = 486) -> Picture {
    var table = DataTable(
      "Accounts by stage and tier",
      [.text("Stage")] + Tier.allCases.map { .number("Tier \($0.rawValue)") } + [.number("All")])
    table.data = DataLinks(.accounts, root: "")
    for stage in Stage.allCases.reversed() {
      var cells: [HTML] = ["\(stage.rawValue)"]
      for tier in Tier.allCases { cells.append("\(model.summaries[tier]?.stages[stage] ?? 0)") }
      cells.append("\(model.summary.stages[stage] ?? 0)")
      table.rows.append(cells)
    }
    return Picture(
      title: title, description: "One square is one account; stages from the last to the first.",
      draw(model, width, 44, .wide), draw(model, 358, 36, .narrow), table: table)
  }

  private static func draw(
    _ model: SiteModel, _ width: Double, _ row: Double, _ variant: Drawing.Variant
  ) -> Drawing {
    var drawing = Drawing(id: "stages", width: width, height: 25 + row * 6, variant)
    let step = (width - 140) / 3
    let columns = [0.0, 1, 2].map { 96 + step * $0 }
    let room = step - 4
    let most =
      Tier.allCases.flatMap { tier in
        Stage.allCases.map { model.summaries[tier]?.stages[$0] ?? 0 }
      }.max() ?? 0
    for (tier, x) in zip(Tier.allCases, columns) {
      let label = "Tier \(tier.rawValue)"
      drawing.text(x, 10, label, "b")
      let count = Wording.grouped(model.summaries[tier]?.accounts ?? 0)
      drawing.text(x + TextWidth.of(label, bold: true) + 6, 10, count, "m")
    }
    drawing.text(width, 10, "all", "m e")
    for (index, stage) in Stage.allCases.reversed().enumerated() {
      let y = 24 + Double(index) * row
      drawing.line(0, y, width, y, "sh")
      drawing.text(0, y + row / 2 + 4, stage.rawValue)
      for (tier, x) in zip(Tier.allCases, columns) {
        let count = model.summaries[tier]?.stages[stage] ?? 0
        let style = stage >= .opportunity ? "fa" : "fa2"
        Squares.cell(count, of: most, x, y + row / 2, room, style, in: &drawing)
      }
      let all = Wording.grouped(model.summary.stages[stage] ?? 0)
      drawing.text(width, y + row / 2 + 4, all, "b e")
    }
    drawing.line(0, 24 + row * 6, width, 24 + row * 6, "sh")
    return drawing
  }
}
