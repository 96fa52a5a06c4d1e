import PlanModel

/// Offering by buying center: a square for each cell, its area the money, on one scale.
struct WhitespaceMatrix {
  /// Rows and columns drawn; the table has them all.
  static let limit = 8

  let figures: Figures
  let offerings: [String]
  let centers: [String]
  /// The rows of the plan.
  let listed: [WhitespaceCell]
  private let places: [Key: Place]
  private let largest: Money

  private struct Key: Hashable {
    let offering: String
    let center: String
  }

  /// What is written about one offering in one buying center: a row, or several.
  struct Place {
    /// The row with the most money, whose status is drawn.
    private(set) var lead: WhitespaceCell
    private(set) var money: Money?
    private(set) var rows = 1

    init(_ row: WhitespaceCell) {
      lead = row
      money = row.potential?.value
    }

    mutating func add(_ row: WhitespaceCell) {
      rows += 1
      guard let more = row.potential?.value else { return }
      if more > lead.potential?.value ?? .zero { lead = row }
      money = [money, more].compactMap(\.self).total
    }

    /// `open`, `Tillerman`, `in deal and 1 more`.
    var label: String {
      WhitespaceMatrix.label(lead) + (rows > 1 ? " and \(rows - 1) more" : "")
    }
  }

  init(_ plan: Plan, _ program: Program, _ figures: Figures) {
    self.figures = figures
    listed = plan.whitespace?.items ?? []
    var places: [Key: Place] = [:]
    for cell in listed {
      let key = Key(offering: cell.offering.value, center: cell.buyingCenter.value)
      if places[key] == nil { places[key] = Place(cell) } else { places[key]?.add(cell) }
    }
    self.places = places
    largest = places.values.compactMap(\.money).max() ?? .zero
    let known = program.offerings ?? []
    offerings = Self.union(
      known.count <= Self.limit ? known : [], listed.map(\.offering.value))
    let named = plan.buyingCenters?.map(\.value) ?? program.buyingCenters ?? []
    centers = Self.union(named.count <= Self.limit ? named : [], listed.map(\.buyingCenter.value))
  }

  subscript(_ offering: String, _ center: String) -> Place? {
    places[Key(offering: offering, center: center)]
  }

  private static func union(_ first: [String], _ second: [String]) -> [String] {
    var seen: Set<String> = []
    return (first + second).filter { seen.insert($0).inserted }
  }

  /// What is to sell in some cells.
  func toSell(where isWanted: (WhitespaceCell) -> Bool) -> Money {
    listed.filter { $0.isUnsold && isWanted($0) }
      .compactMap { $0.potential?.value }.total
  }

  private func sum(where isWanted: (WhitespaceCell) -> Bool) -> String {
    let money = toSell(where: isWanted)
    return money > .zero ? figures.money(money) : "–"
  }

  /// The side of a place's square.
  func side(_ place: Place, full: Double) -> Double {
    guard let money = place.money, money > .zero else { return 12 }
    return max(6, full * money.share(of: largest).squareRoot())
  }

  func picture(title: String, _ citations: Citations) -> Picture {
    var table = DataTable(
      "Whitespace as a table",
      [
        .text("Offering"), .text("Buying center"), .text("Status"), .number("Potential"),
        .text("Deal or incumbent"),
      ])
    table.data = DataLinks(.whitespace, root: "../")
    for cell in listed {
      table.rows.append([
        "\(cell.offering.value)", "\(cell.buyingCenter.value)", "\(Self.label(cell))",
        cell.potential.map { citations.cite("\(figures.money($0.value))", $0.span) } ?? "–",
        "\(cell.opportunity?.value ?? cell.incumbent?.value ?? "–")",
      ])
    }
    let isGrid = centers.count <= 4
    return Picture(
      title: title,
      description: "\(Wording.count(listed.count, "cell")) of offering by buying center.",
      grid(690, .wide), isGrid ? grid(358, .narrow) : list(), table: table)
  }

  /// `owned`, `in the deal`, `blocked` …
  static func label(_ cell: WhitespaceCell) -> String {
    if cell.isInDeal { return "in deal" }
    if cell.isWon { return "won" }
    if cell.status?.value == .competitor, let name = cell.incumbent?.value { return name }
    return cell.status?.value.rawValue ?? "no status"
  }

  private func grid(_ width: Double, _ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    let (rows, columns) = (offerings.prefix(Self.limit), centers.prefix(Self.limit))
    let (left, margin) = (isNarrow ? 78.0 : 84, isNarrow ? 0.0 : 72)
    let (top, height) = (28.0, isNarrow ? 112.0 : 96)
    let cellWidth = (width - left - margin) / Double(max(columns.count, 1))
    let full = min(isNarrow ? 60 : 72, cellWidth - 10)
    var drawing = Drawing(
      id: "whitespace", width: width, height: top + height * Double(rows.count) + 36, variant)
    for (column, center) in columns.enumerated() {
      let name = TextWidth.clip(center, to: cellWidth - 6, bold: true)
      drawing.text(left + Double(column) * cellWidth, 12, name, "b")
    }
    if !isNarrow { drawing.text(width, 12, "to sell", "m e") }
    for (row, offering) in rows.enumerated() {
      let y = top + Double(row) * height
      drawing.line(0, y, width, y, "sh")
      drawing.text(0, y + 20, TextWidth.clip(offering, to: left - 6, bold: true), "b")
      for (column, center) in columns.enumerated() {
        let x = left + Double(column) * cellWidth
        guard let place = self[offering, center] else {
          drawing.text(x, y + 20, cellWidth > 84 ? "not mapped" : "–", "m")
          continue
        }
        draw(place, x, y, cellWidth, height, full, in: &drawing)
      }
      if !isNarrow {
        drawing.text(width, y + 20, sum { $0.offering.value == offering }, "b e")
      }
    }
    let y = top + height * Double(rows.count)
    drawing.line(0, y, width, y, "si")
    drawing.text(0, y + 20, "to sell", "m")
    for (column, center) in columns.enumerated() {
      let sum = sum { $0.buyingCenter.value == center }
      drawing.text(left + Double(column) * cellWidth, y + 20, sum, "b")
    }
    if !isNarrow { drawing.text(width, y + 20, sum { _ in true }, "b e") }
    return drawing
  }

  private func draw(
    _ place: Place, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    _ full: Double, in drawing: inout Drawing
  ) {
    let isNarrow = drawing.variant == .narrow
    let side = side(place, full: full)
    let top = y + height - 10 - side - (isNarrow ? 30 : 0)
    square(place.lead, x, top, side, in: &drawing)
    let money = place.money.map(figures.money) ?? "no sum"
    let label = place.label
    if isNarrow {
      drawing.text(x, y + height - 24, money, "b")
      drawing.text(x, y + height - 10, TextWidth.clip(label, to: width - 4), "m")
    } else if width - side - 10
      >= max(TextWidth.of(money, bold: true), min(TextWidth.of(label), 40))
    {
      drawing.text(x + side + 6, y + height - 26, money, "b")
      let clipped = TextWidth.clip(label, to: width - side - 10)
      drawing.text(x + side + 6, y + height - 11, clipped, "m")
    } else {
      drawing.text(x, top - 20, money, "b halo")
      drawing.text(x, top - 6, TextWidth.clip(label, to: width - 6), "m halo")
    }
  }

  private func square(
    _ cell: WhitespaceCell, _ x: Double, _ y: Double, _ side: Double, in drawing: inout Drawing
  ) {
    if cell.isInDeal { return drawing.rect(x, y, side, side, "fa") }
    if cell.isWon { return drawing.rect(x, y, side, side, "fo") }
    switch cell.status?.value {
    case .owned: drawing.rect(x, y, side, side, "fo")
    case .pursuing:
      drawing.frame(x, y, side, side, "n sa15")
      drawing.path("M\(x) \(y + side)H\(x + side)V\(y)Z", "fa")
    case .open: drawing.frame(x, y, side, side, "n sa15")
    case .competitor: drawing.hatched(x, y, side, side)
    case .blocked, nil:
      drawing.rect(x + 0.5, y + 0.5, side - 1, side - 1, "n ss")
      drawing.path("M\(x) \(y)l\(side) \(side)m0 \(-side)l\(-side) \(side)", "n ss")
    }
  }

  /// For many buying centers on a narrow page: a line for each cell.
  private func list() -> Drawing {
    var drawing = Drawing(id: "whitespace", width: 358, height: 0, .narrow)
    var y = 0.0
    for offering in offerings.prefix(Self.limit) {
      let group = centers.compactMap { self[offering, $0] }
      guard !group.isEmpty else { continue }
      drawing.line(0, y, 358, y, "sh")
      drawing.text(0, y + 20, TextWidth.clip(offering, to: 200, bold: true), "b")
      let sum = figures.money(toSell { $0.offering.value == offering }) + " to sell"
      drawing.text(358, y + 20, sum, "b e")
      y += 30
      for place in group.prefix(20) {
        let side = side(place, full: 40)
        let height = max(32, side + 10)
        square(place.lead, 40 - side, y + (height - side) / 2, side, in: &drawing)
        let name = TextWidth.clip(place.lead.buyingCenter.value, to: 150)
        drawing.text(52, y + height / 2 + 4, name)
        let money = place.money.map(figures.money) ?? "no sum"
        drawing.text(262, y + height / 2 + 4, money, "b e")
        let label = TextWidth.clip(place.label, to: 84)
        drawing.text(272, y + height / 2 + 4, label, "m")
        y += height
      }
      y += 8
    }
    drawing.height = y
    return drawing
  }
}
