import PlanMetrics
import PlanModel

/// The buying committee: cards by reporting line up to twelve contacts, rows by function above.
struct CommitteeMap {
  static let treeLimit = 12
  /// Cards in the rows.
  static let cardLimit = 60

  static let cardWidth = 224.0
  static let cardHeight = 108.0
  private static let levelGap = 48.0
  private static let stepX = cardWidth + 20
  private static let keyLeft = 924.0

  let model: SiteModel
  let plan: Plan
  let measures: PlanMeasures
  let touches: Touches
  let weeks: ContactWeeks
  /// Roles that the tier asks for and nobody holds.
  let missing: [Role]
  private let parents: [Int?]
  /// By reporting line; nil for rows by function.
  private let layout: CommitteeLayout?

  init(_ facts: AccountFacts) {
    model = facts.model
    plan = facts.plan
    measures = facts.measures
    touches = facts.touches
    weeks = ContactWeeks(plan, measures, facts.touches)
    missing = facts.missing
    parents = CommitteeLayout.parents(of: plan.contacts)
    layout =
      plan.contacts.count <= Self.treeLimit
      ? CommitteeLayout(parents: parents, extra: missing.count) : nil
  }

  var isTree: Bool { layout != nil }
  /// Whether the wide drawing says itself how a card is read.
  var hasKey: Bool { layout?.isFree(right: Self.keyLeft / Self.stepX) ?? false }

  /// The roles that the tier asks for at the account's stage and that nobody who is still there holds.
  static func missingRoles(_ plan: Plan, _ measures: PlanMeasures, _ program: Program) -> [Role] {
    let present = plan.contacts.filter { !$0.hasLeft }
    return program[plan.tier.value].requiredRoles.all(at: measures.stage).filter { role in
      !present.contains { $0.holds(role) }
    }
  }

  func picture(title: String, _ citations: Citations) -> Picture {
    let count = Wording.count(plan.contacts.count, "contact")
    return Picture(
      title: title,
      description: isTree
        ? "\(count) by reporting line, authority by height." : "\(count) in rows by function.",
      layout.map(tree) ?? CommitteeRows(map: self).draw(.wide),
      isTree ? list : CommitteeRows(map: self).draw(.narrow), table: table(citations))
  }

  private func table(_ citations: Citations) -> DataTable {
    var table = DataTable(
      "Committee as a table",
      [
        .text("Name"), .text("Role"), .text("Stance"), .text("Influence"), .text("Reports to"),
        .number("Last answered"),
      ])
    table.data = DataLinks(.contacts, root: "../")
    for (contact, measure) in zip(plan.contacts, measures.contacts) {
      table.rows.append([
        citations.cite("\(contact.name.value)", contact.row), "\(CardText.roles(contact))",
        "\(contact.hasLeft ? "has left" : contact.stance?.value.rawValue ?? "–")",
        "\(contact.influence?.value.rawValue ?? "–")", "\(contact.reportsTo?.value ?? "–")",
        "\(measure.lastEngaged.map(model.figures.day) ?? "never")",
      ])
    }
    for role in missing {
      table.rows.append(["nobody known", "\(role.spoken)", "–", "–", "–", "never"])
    }
    return table
  }

  private func tree(_ layout: CommitteeLayout) -> Drawing {
    let stepY = Self.cardHeight + Self.levelGap
    var drawing = Drawing(
      id: "committee", width: 1200, height: Double(layout.levels) * stepY - Self.levelGap + 4, .wide
    )
    func corner(_ place: CommitteeLayout.Place) -> (x: Double, y: Double) {
      (place.column * Self.stepX, Double(place.level) * stepY)
    }
    var lines = HTML()
    for (index, parent) in layout.parents.enumerated() {
      guard let parent else { continue }
      let (from, to) = (corner(layout.places[parent]), corner(layout.places[index]))
      let (fromX, fromY, toX) = (from.x + 2.5, from.y + Self.cardHeight, to.x + 2.5)
      let turn = fromY + Self.levelGap / 2
      if layout.places[index].isHanging {
        lines += "M\(fromX) \(fromY)V\(turn)H\(toX)V\(to.y + 14)H\(to.x + 16)"
      } else {
        lines += "M\(fromX) \(fromY)V\(turn)H\(toX)V\(to.y)"
      }
    }
    drawing.path(lines, "n ss")
    for (index, place) in layout.places.enumerated() {
      let (x, y) = corner(place)
      // Beside the line that leads down to them.
      let indent = place.isHanging ? 16.0 : 0
      card(index, x + indent, y, Self.cardWidth - indent, in: &drawing)
    }
    for (role, place) in zip(missing, layout.extra) {
      let (x, y) = corner(place)
      asks(role, x, y, Self.cardWidth, in: &drawing)
    }
    if hasKey { CardText.key(Self.keyLeft, in: &drawing) }
    return drawing
  }

  /// One column, indented by reporting line.
  private var list: Drawing {
    let step = Self.cardHeight + 20
    var children = [[Int]](repeating: [], count: parents.count)
    for (index, parent) in parents.enumerated() { if let parent { children[parent].append(index) } }
    var order: [(index: Int, level: Int)] = []
    var stack = parents.indices.filter { parents[$0] == nil }.reversed().map { ($0, 0) }
    while let (index, level) = stack.popLast() {
      order.append((index, level))
      stack += children[index].reversed().map { ($0, level + 1) }
    }
    var drawing = Drawing(
      id: "committee", width: 358, height: Double(order.count + missing.count) * step - 16, .narrow)
    var corners: [Int: (x: Double, y: Double)] = [:]
    var lines = HTML()
    for (row, entry) in order.enumerated() {
      let (x, y) = (Double(min(entry.level, 6)) * 18, Double(row) * step)
      corners[entry.index] = (x, y)
      if let parent = parents[entry.index], let above = corners[parent], above.x < x {
        lines += "M\(above.x + 2.5) \(above.y + Self.cardHeight)V\(y + 14)H\(x)"
      }
    }
    drawing.path(lines, "n ss")
    for (index, _) in order {
      guard let corner = corners[index] else { continue }
      card(index, corner.x, corner.y, 358 - corner.x, in: &drawing)
    }
    for (row, role) in missing.enumerated() {
      asks(role, 0, Double(order.count + row) * step, 357, in: &drawing)
    }
    return drawing
  }

  private func card(
    _ index: Int, _ x: Double, _ y: Double, _ width: Double, in drawing: inout Drawing
  ) {
    let contact = plan.contacts[index]
    let text = CardText(
      contact, measures.contacts[index], plan, measures, touches, model)
    let room = width - 14
    drawing.rect(x, y, 5, Self.cardHeight, text.bar)
    let name = TextWidth.clip(contact.name.value, to: room - 28, size: 18)
    drawing.text(x + 14, y + 14, name, "sf18")
    drawing.text(x + width, y + 13, text.sign, "t14 b e")
    let title = TextWidth.clip(contact.title?.value ?? "no title written", to: room - 40)
    drawing.text(x + 14, y + 32, title, "m")
    CardText.pips(contact.influence?.value, x + width - 28, y + 28, in: &drawing)
    drawing.text(x + 14, y + 50, TextWidth.clip(text.roles, to: room, bold: true), "b")
    weeks.draw(index, x + 18, y + 70, (width - 28) / 11, radius: 4, in: &drawing)
    let last = text.last
    let owner = TextWidth.clip(text.owner, to: room - TextWidth.of(last, bold: true) - 10)
    drawing.text(x + 14, y + 94, owner, "m")
    drawing.text(x + width, y + 94, last, text.isQuiet ? "b e" : "m e")
  }

  private func asks(
    _ role: Role, _ x: Double, _ y: Double, _ width: Double, in drawing: inout Drawing
  ) {
    drawing.frame(x, y, width, Self.cardHeight, "n si15 dash")
    let question = TextWidth.wrap(CardText.question(role), to: width - 28, lines: 2, size: 18)
    for (line, text) in question.enumerated() {
      drawing.text(x + 14, y + 24 + Double(line) * 22, text, "sf18")
    }
    let top = y + 24 + Double(question.count) * 22
    let asked = "Tier \(plan.tier.value.rawValue) asks for one at stage \(measures.stage.rawValue)."
    for (line, text) in TextWidth.wrap(asked, to: width - 28, lines: 2).enumerated() {
      drawing.text(x + 14, top + Double(line) * 16, text, "m")
    }
  }
}
