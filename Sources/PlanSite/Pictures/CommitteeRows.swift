import PlanMetrics
import PlanModel
import PlanSource

/// A large committee: compact cards in rows by function, who decides first.
struct CommitteeRows {
  let map: CommitteeMap

  private struct Group {
    let title: String
    /// Indexes of contacts.
    var members: [Int]
  }

  /// Functions in the order of the plan; in each, who decides first, then who has influence.
  private var groups: [Group] {
    let contacts = map.plan.contacts
    var order: [[UInt8]] = []
    var groups: [[UInt8]: Group] = [:]
    for (index, contact) in contacts.prefix(CommitteeMap.cardLimit).enumerated() {
      let title = contact.function?.value ?? ""
      let key = Nearest.fold(title)
      if groups[key] == nil {
        order.append(key)
        groups[key] = Group(title: title.isEmpty ? "no function" : title, members: [])
      }
      groups[key]?.members.append(index)
    }
    return order.compactMap { groups[$0] }.map { group in
      var group = group
      group.members.sort { left, right in
        let (a, b) = (contacts[left], contacts[right])
        if a.hasLeft != b.hasLeft { return b.hasLeft }
        let (first, second) = (a.influence?.value.order ?? 0, b.influence?.value.order ?? 0)
        if first != second { return first > second }
        if a.decides != b.decides { return a.decides }
        return left < right
      }
      return group
    }
  }

  func draw(_ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    let (width, left) = (isNarrow ? 358.0 : 1200, isNarrow ? 0.0 : 136)
    let columns = isNarrow ? 1 : 5
    let cardWidth = (width - left - Double(columns - 1) * 16) / Double(columns)
    var drawing = Drawing(id: "committee", width: width, height: 0, variant)
    var y = 0.0
    for group in groups {
      let engaged = group.members.count { map.measures.contacts[$0].isEngaged }
      let present = group.members.count { !map.plan.contacts[$0].hasLeft }
      header(group.title, "\(engaged) of \(present) engaged", y, left, in: &drawing)
      let top = y + (isNarrow ? 36 : 12)
      for (place, index) in group.members.enumerated() {
        let x = left + Double(place % columns) * (cardWidth + 16)
        card(index, x, top + Double(place / columns) * 68, cardWidth, in: &drawing)
      }
      y = top + Double((group.members.count + columns - 1) / columns) * 68
    }
    if !map.missing.isEmpty {
      header("not known", Wording.count(map.missing.count, "role"), y, left, in: &drawing)
      let top = y + (isNarrow ? 36 : 12)
      for (place, role) in map.missing.enumerated() {
        let x = left + Double(place % columns) * (cardWidth + 16)
        let cardY = top + Double(place / columns) * 68
        drawing.frame(x, cardY, cardWidth, 46, "n si15 dash")
        let name = TextWidth.clip(CardText.question(role), to: cardWidth - 20, size: 14)
        drawing.text(x + 14, cardY + 18, name, "sf")
        drawing.text(x + 14, cardY + 36, "asked for at \(map.measures.stage.rawValue)", "m")
      }
      y = top + Double((map.missing.count + columns - 1) / columns) * 68
    }
    let others = map.plan.contacts.count - CommitteeMap.cardLimit
    if others > 0 {
      drawing.line(0, y, width, y, "sh")
      drawing.text(left, y + 20, "and \(Wording.count(others, "other")), in the table below", "m")
      y += 32
    }
    drawing.height = y
    return drawing
  }

  private func header(
    _ title: String, _ note: String, _ y: Double, _ left: Double, in drawing: inout Drawing
  ) {
    let isNarrow = drawing.variant == .narrow
    drawing.line(0, y, drawing.width, y, "sh")
    drawing.text(0, y + 23, TextWidth.clip(title, to: isNarrow ? 220 : left - 8, bold: true), "b")
    if isNarrow {
      drawing.text(drawing.width, y + 23, note, "m e")
    } else {
      drawing.text(0, y + 39, note, "m")
    }
  }

  private func card(
    _ index: Int, _ x: Double, _ y: Double, _ width: Double, in drawing: inout Drawing
  ) {
    let contact = map.plan.contacts[index]
    let text = CardText(
      contact, map.measures.contacts[index], map.plan, map.measures, map.touches, map.model)
    drawing.rect(x, y, 5, 48, text.bar)
    let name = TextWidth.clip(contact.name.value, to: width - 44, size: 14)
    drawing.text(x + 14, y + 11, name, "sf")
    drawing.text(x + width, y + 11, text.sign, "b e")
    let roles = contact.hasLeft ? "has left" : text.roles
    let style = contact.roles.isEmpty ? "m" : "b"
    drawing.text(x + 14, y + 28, TextWidth.clip(roles, to: width - 16, bold: true), style)
    map.weeks.draw(index, x + 17, y + 44, 9.5, radius: 3.4, in: &drawing)
    CardText.pips(contact.influence?.value, x + width - 28, y + 44, in: &drawing)
  }
}
