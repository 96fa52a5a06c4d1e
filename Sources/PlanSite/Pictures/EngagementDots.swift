import PlanModel

/// Engaged of known contacts by account, with what the tier asks for.
enum EngagementDots {
  static func picture(_ ledger: Ledger, title: String) -> Picture {
    var table = DataTable(
      "Engaged contacts by account",
      [
        .text("Account"), .number("Engaged"), .number("Known"), .number("Asked for"),
        .text("Rests on one"),
      ])
    table.data = DataLinks(.accounts, root: "")
    for account in ledger.shown {
      table.rows.append([
        ledger.model.link(account, root: ""), "\(account.engaged)", "\(account.known)",
        "\(account.minimumEngaged.map { String($0) } ?? "–")",
        account.isSingleThreaded ? "yes" : "–",
      ])
    }
    return Picture(
      title: title, description: "Filled dots are engaged contacts, rings are known ones.",
      draw(ledger, 384, names: false, .wide), draw(ledger, 358, names: true, .narrow),
      table: table)
  }

  private static func draw(
    _ ledger: Ledger, _ width: Double, names: Bool, _ variant: Drawing.Variant
  ) -> Drawing {
    var drawing = Drawing(id: "depth", width: width, height: ledger.height, variant)
    let left = names ? Ledger.nameWidth : 0
    key(names ? 0 : left, in: &drawing)
    for (row, y) in ledger.rows {
      if names { Ledger.label(row, y, in: &drawing) }
      switch row {
      case .tier(let tier):
        let summary = ledger.model.summaries[tier]
        let text = "\(summary?.engagedContacts ?? 0) of \(summary?.contacts ?? 0)"
        drawing.text(left, y + 12, text, "b")
      case .account(let account):
        dots(account, y + Ledger.rowHeight / 2, left, names, in: &drawing)
      }
    }
    return drawing
  }

  private static func key(_ left: Double, in drawing: inout Drawing) {
    drawing.circle(left + 5, 10, 5, "fa")
    drawing.text(left + 14, 14, "engaged", "a b")
    drawing.circle(left + 88, 10, 4.5, "n ss")
    drawing.text(left + 97, 14, "known", "m")
    drawing.line(left + 150, 2, left + 150, 18, "si2")
    drawing.text(left + 156, 14, "asked for", "m")
  }

  private static func dots(
    _ account: Account, _ middle: Double, _ left: Double, _ names: Bool, in drawing: inout Drawing
  ) {
    let width = drawing.width
    guard account.known > 0 else {
      drawing.text(left, middle + 4, "nobody known", "m")
      return drawing.text(width, middle + 4, "–", "m e")
    }
    let note = account.isSingleThreaded && !names ? 118.0 : 44
    let room = width - left - note
    let step = min(17, room / Double(max(account.known, account.minimumEngaged ?? 0)))
    if step >= 6 {
      let points = (0..<account.known).map { (x: left + 6 + Double($0) * step, y: middle) }
      let radius = min(5, step * 0.42)
      drawing.dots(Array(points.prefix(account.engaged)), radius > 4 ? "d10" : "d5")
      for point in points.dropFirst(account.engaged) {
        drawing.circle(point.x, point.y, radius - 0.5, "n ss")
      }
    } else {
      let share = Double(account.engaged) / Double(account.known)
      drawing.frame(left, middle - 5, room, 10, "n ss")
      drawing.rect(left, middle - 5, room * share, 10, "fa")
    }
    if let asked = account.minimumEngaged, asked > 0, step >= 6 {
      let x = left + 6 + Double(asked) * step - step / 2
      drawing.line(x, middle - 10, x, middle + 10, "si2")
    }
    let count = "\(account.engaged)/\(account.known)"
    drawing.text(width, middle + 4, count, account.isSingleThreaded ? "b e" : "m e")
    if account.isSingleThreaded, !names {
      let words = account.engaged == 0 ? "rests on nobody" : "rests on one"
      drawing.text(width - 40, middle + 4, words, "b e")
    }
  }
}
