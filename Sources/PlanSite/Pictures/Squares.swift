import PlanModel

/// Accounts by stage and tier, and by owner and tier: one square is one account, or a bar where there are too many.
enum Squares {
  /// Squares in a cell.
  static let limit = 10

  /// - Parameter width: Of the wide drawing.
  static func stages(_ model: SiteModel, title: String, width: Double = 486) -> Picture {
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
      stages(model, width, 44, .wide), stages(model, 358, 36, .narrow), table: table)
  }

  private static func stages(
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
        cell(count, of: most, x, y + row / 2, room, style, in: &drawing)
      }
      let all = Wording.grouped(model.summary.stages[stage] ?? 0)
      drawing.text(width, y + row / 2 + 4, all, "b e")
    }
    drawing.line(0, 24 + row * 6, width, 24 + row * 6, "sh")
    return drawing
  }

  /// Squares in two lines of five, or a bar with its number; black above `limit`.
  private static func cell(
    _ count: Int, of most: Int, above limit: Int = Int.max, _ x: Double, _ middle: Double,
    _ room: Double, _ style: String, in drawing: inout Drawing
  ) {
    if count == 0 { return drawing.line(x, middle, x + 6, middle, "ss") }
    guard most <= Self.limit else {
      let width = max(2, (room - 38) * Double(count) / Double(most))
      drawing.rect(x, middle - 6, width, 12, count > limit ? "i" : style)
      return drawing.text(x + width + 4, middle + 4, Wording.grouped(count), "m")
    }
    for index in 0..<count {
      let dy = count <= 5 ? -6.0 : index < 5 ? -14 : 1
      drawing.rect(
        x + Double(index % 5) * 14, middle + dy, 12, 12, index >= limit ? "i" : style)
    }
  }

  /// Owners shown.
  static let owners = 12

  /// - Parameter root: The way from the page to the site's root.
  static func load(
    _ loads: [Load], _ model: SiteModel, title: String, root: String
  ) -> Picture {
    var table = DataTable(
      "Accounts by owner",
      [.text("Owner")] + Tier.allCases.map { .number("Tier \($0.rawValue)") }
        + [.number("Open pipeline")])
    table.data = DataLinks(.people, root: root)
    for load in loads.prefix(Ledger.limit) {
      table.rows.append(
        [model.person(load.owner, root: root)] + Tier.allCases.map { "\(load[$0])" }
          + ["\(model.figures.money(load.pipeline))"])
    }
    let shown = Array(loads.prefix(owners))
    return Picture(
      title: title, description: "One square is one account; black ones are above the limit.",
      load(shown, model, 588, .wide), load(shown, model, 358, .narrow), table: table)
  }

  private static func load(
    _ loads: [Load], _ model: SiteModel, _ width: Double, _ variant: Drawing.Variant
  ) -> Drawing {
    let row = 40.0
    var drawing = Drawing(id: "load", width: width, height: 24 + row * Double(loads.count), variant)
    let left = variant == .wide ? 132.0 : 104
    let money = variant == .wide ? 72.0 : 0
    let room = (width - left - money) / 3
    let most = loads.flatMap { load in Tier.allCases.map { load[$0] } }.max() ?? 0
    for (index, tier) in Tier.allCases.enumerated() {
      drawing.text(left + room * Double(index), 12, "Tier \(tier.rawValue)", "b")
      if variant == .wide, let limit = model.program[tier].maximumAccountsPerOwner {
        drawing.text(left + room * Double(index) + 46, 12, "up to \(limit)", "m")
      }
    }
    if variant == .wide { drawing.text(width, 12, "pipeline", "m e") }
    for (index, load) in loads.enumerated() {
      let y = 24 + Double(index) * row
      drawing.line(0, y, width, y, "sh")
      let name = TextWidth.clip(model.program.name(of: load.owner), to: left - 8, bold: true)
      drawing.text(0, y + row / 2 + 4, name, load.over == nil ? "" : "b")
      for (column, tier) in Tier.allCases.enumerated() {
        let x = left + room * Double(column)
        let limit = model.program[tier].maximumAccountsPerOwner ?? Int.max
        cell(
          load[tier], of: most, above: limit, x, y + row / 2, room - 8, "fa2", in: &drawing)
      }
      if variant == .wide {
        let text = load.pipeline > .zero ? model.figures.money(load.pipeline) : "–"
        drawing.text(width, y + row / 2 + 4, text, "e")
      }
    }
    return drawing
  }
}
