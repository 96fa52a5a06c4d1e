import PlanModel

/// Accounts by owner and tier: one square is one account, black ones are above the limit.
enum OwnerLoad {
  /// Owners shown.
  static let owners = 12

  /// - Parameter root: The way from the page to the site's root.
  static func picture(
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
      draw(shown, model, 588, .wide), draw(shown, model, 358, .narrow), table: table)
  }

  private static func draw(
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
        Squares.cell(
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
