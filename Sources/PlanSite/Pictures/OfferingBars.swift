import PlanModel

/// Whitespace by offering over all accounts: owned, pursued, open and a competitor's, on one scale.
enum OfferingBars {
  static let limit = 12

  /// - Parameter root: The way from the page to the site's root.
  static func picture(
    _ sums: [OfferingSum], title: String, _ figures: Figures, root: String
  ) -> Picture {
    let shown = Array(sums.prefix(limit))
    var table = DataTable(
      "Whitespace by offering",
      [
        .text("Offering"), .number("Owned"), .number("Pursuing"), .number("Open"),
        .number("Competitor"), .number("To sell"),
      ])
    table.data = DataLinks(.whitespace, root: root)
    for sum in sums.prefix(100) {
      table.rows.append([
        "\(sum.offering)", "\(figures.money(sum.owned))", "\(figures.money(sum.pursuing))",
        "\(figures.money(sum.open))", "\(figures.money(sum.competitor))",
        "\(figures.money(sum.toSell))",
      ])
    }
    return Picture(
      title: title,
      description:
        "\(Wording.count(shown.count, "offering")), each a bar of what is owned, pursued, open "
        + "and held by a competitor.",
      draw(shown, 640, .wide, figures), draw(shown, 358, .narrow, figures), table: table)
  }

  private static func draw(
    _ sums: [OfferingSum], _ width: Double, _ variant: Drawing.Variant, _ figures: Figures
  ) -> Drawing {
    let isNarrow = variant == .narrow
    let (top, row) = (isNarrow ? 30.0 : 40, isNarrow ? 60.0 : 56)
    var drawing = Drawing(
      id: "white", width: width, height: top + row * Double(sums.count), variant)
    let left = isNarrow ? 0.0 : 92
    let most = sums.map(\.all).max() ?? .zero
    let room = width - left - (isNarrow ? 8 : 112)
    key(left, in: &drawing)
    for (index, sum) in sums.enumerated() {
      var y = top + row * Double(index)
      let total = figures.money(sum.toSell) + " to sell"
      if isNarrow {
        y += 18
        drawing.text(0, y - 5, TextWidth.clip(sum.offering, to: 230, bold: true), "b")
        drawing.text(width, y - 5, total, "b e")
      } else {
        drawing.text(0, y + 17, TextWidth.clip(sum.offering, to: left - 8, bold: true), "b")
        drawing.text(width, y + 16, total, "b e")
      }
      segments(sum, left, y, room, most, figures, in: &drawing)
    }
    return drawing
  }

  private static func key(_ left: Double, in drawing: inout Drawing) {
    drawing.rect(left, 4, 10, 10, "fo")
    drawing.text(left + 15, 13, "owned", "m")
    drawing.rect(left + 62, 4, 10, 10, "fa")
    drawing.text(left + 77, 13, "pursuing", "m")
    drawing.frame(left + 137, 4, 10, 10, "n sa15")
    drawing.text(left + 152, 13, "open", "m")
    drawing.hatched(left + 191, 4, 10, 10)
    drawing.text(left + 206, 13, "competitor", "m")
  }

  private static func segments(
    _ sum: OfferingSum, _ left: Double, _ y: Double, _ room: Double, _ most: Money,
    _ figures: Figures, in drawing: inout Drawing
  ) {
    var x = left
    let parts: [(money: Money, text: String)] = [
      (sum.owned, "inv b"), (sum.pursuing, "inv b"), (sum.open, "a b"), (sum.competitor, "halo"),
    ]
    for (index, part) in parts.enumerated() where part.money > .zero {
      let width = max(3, room * part.money.share(of: most))
      switch index {
      case 0: drawing.rect(x, y, width, 24, "fo")
      case 1: drawing.rect(x, y, width, 24, "fa")
      case 2: drawing.frame(x, y, width, 24, "fp sa15")
      default: drawing.hatched(x, y, width, 24)
      }
      let text = figures.money(part.money)
      if width > TextWidth.of(text, bold: true) + 12 {
        drawing.text(x + 6, y + 16, text, part.text)
      }
      x += width + 2
    }
  }
}
