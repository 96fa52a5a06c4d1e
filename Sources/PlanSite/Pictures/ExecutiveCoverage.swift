import PlanModel

/// Our sponsor, their counterpart and the last executive touch of each account that must have a sponsor.
enum ExecutiveCoverage {
  static func picture(_ ledger: Ledger, title: String) -> Picture {
    let model = ledger.model
    var table = DataTable(
      "Executive coverage",
      [
        .text("Account"), .text("Ours"), .text("Theirs"), .number("Last executive touch"),
        .text("With them"), .text("Covered"),
      ])
    table.data = DataLinks(.accounts, root: "")
    for account in ledger.shown where account.needsSponsor {
      table.rows.append([
        model.link(account, root: ""), "\(model.name(account.sponsor) ?? "who?")",
        "\(account.counterpart ?? "who?")",
        "\(account.lastExecutiveTouch.map { Wording.count(model.today - $0, "day") } ?? "never")",
        account.isCounterpartMet ? "yes" : "no", account.isCovered ? "yes" : "no",
      ])
    }
    return Picture(
      title: title, description: "A dashed box asks who is missing.",
      draw(ledger, 282, names: false, .wide), draw(ledger, 358, names: true, .narrow),
      table: table)
  }

  private static func draw(
    _ ledger: Ledger, _ width: Double, names: Bool, _ variant: Drawing.Variant
  ) -> Drawing {
    let model = ledger.model
    let needing = ledger.shown.filter(\.needsSponsor)
    let tiers = Set(needing.map(\.tier))
    var drawing = Drawing(id: "exec", width: width, height: ledger.height, variant)
    // Without names the rows stand where the pipeline's rows stand; with names they close up.
    var rows: [(row: Ledger.Row, y: Double)] = []
    var next = 28.0
    for (row, y) in ledger.rows {
      switch row {
      case .tier(let tier): guard tiers.contains(tier) else { continue }
      case .account(let account): guard account.needsSponsor else { continue }
      }
      rows.append((row, names ? next : y))
      next += Ledger.rowHeight
    }
    drawing.height = (rows.last?.y ?? 4) + Ledger.rowHeight + 4

    let left = names ? Ledger.nameWidth - 12 : 0
    let second = left + (width - left) * (names ? 0.36 : 0.39)
    drawing.text(left, 14, "ours", "m")
    drawing.text(second, 14, "theirs", "m")
    drawing.text(width, 14, names ? "days" : "last touch", "m e")
    for (row, y) in rows {
      if names { Ledger.label(row, y, in: &drawing) }
      let middle = y + Ledger.rowHeight / 2
      switch row {
      case .tier(let tier):
        let group = model.active.filter { $0.tier == tier && $0.needsSponsor }
        let text = "\(group.count(where: \.isCovered)) of \(group.count) covered"
        drawing.text(left, y + 12, text, "b")
      case .account(let account):
        cell(model.name(account.sponsor), left, second - left - 8, middle, names, in: &drawing)
        let isMissed = account.lastExecutiveTouch != nil && !account.isCounterpartMet
        cell(
          account.counterpart, second, width - second - 48, middle, names, isBold: isMissed,
          in: &drawing)
        let touch = account.lastExecutiveTouch.map { model.today - $0 }
        let text = touch.map { names ? "\($0)" : "\($0) d" } ?? "never"
        drawing.text(width, middle + 4, text, account.isCovered ? "e" : "b e")
      }
    }
    load(model, in: &drawing)
    return drawing
  }

  /// Sponsors named.
  private static let sponsors = 6

  /// Below: how many accounts each sponsor stands behind.
  private static func load(_ model: SiteModel, in drawing: inout Drawing) {
    var counts: [String: Int] = [:]
    for account in model.active {
      if let sponsor = account.sponsor { counts[sponsor, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return }
    let loads = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var y = drawing.height + 20
    drawing.text(0, y + 12, "Sponsors’ load", "b")
    drawing.text(drawing.width, y + 12, "accounts", "m e")
    y += 20
    for (sponsor, count) in loads.prefix(sponsors) {
      let middle = y + Ledger.rowHeight / 2
      drawing.text(0, middle + 4, TextWidth.clip(model.program.name(of: sponsor), to: 106))
      for index in 0..<min(count, 9) {
        drawing.rect(112 + Double(index) * 14, middle - 5, 10, 10, "fa2")
      }
      drawing.text(drawing.width, middle + 4, "\(count)", "m e")
      y += Ledger.rowHeight
    }
    if loads.count > sponsors {
      drawing.text(0, y + 16, "and \(Wording.count(loads.count - sponsors, "other sponsor"))", "m")
      y += Ledger.rowHeight
    }
    drawing.height = y + 4
  }

  private static func cell(
    _ name: String?, _ x: Double, _ width: Double, _ middle: Double, _ isShort: Bool,
    isBold: Bool = false, in drawing: inout Drawing
  ) {
    guard let name else {
      drawing.rect(x + 0.5, middle - 8, min(64, width), 16, "n ss dash")
      return drawing.text(x + 6, middle + 4, "who?", "b")
    }
    let shown = isShort ? name.split(separator: " ").first.map(String.init) ?? name : name
    drawing.text(
      x, middle + 4, TextWidth.clip(shown, to: width, bold: isBold), isBold ? "b" : "")
  }
}
