import PlanMetrics
import PlanModel

/// Our people above, theirs below, and a curve for each pair with a touch in the window, as wide as what was answered.
struct BridgeMap {
  /// People drawn on each side; the table has them all.
  static let ourLimit = 8
  static let theirLimit = 12

  private let facts: AccountFacts
  /// Indexes of `bridge.ours`, from the left.
  private let ours: [Int]
  /// Indexes of `plan.contacts`, from the left.
  private let theirs: [Int]
  /// Both of whom are drawn.
  private let pairs: [Bridge.Pair]

  init(_ facts: AccountFacts) {
    self.facts = facts
    let bridge = facts.bridge
    let ours = Self.first(Self.ourLimit, of: Array(bridge.ours.indices)) { index in
      bridge.ours[index].leads ? Int.max : bridge.ours[index].tried
    }
    let contacts = facts.plan.contacts
    let present = contacts.indices.filter { !contacts[$0].hasLeft }
    let known = Self.first(Self.theirLimit, of: present) { index in
      let contact = contacts[index]
      return (contact.decides ? 1000 : 0) + facts.touches.lines[index].tried * 8
        + (contact.authority?.value.order ?? 0)
    }
    let pairs = bridge.pairs.filter { ours.contains($0.person) && known.contains($0.contact) }
    self.ours = ours
    self.pairs = pairs
    theirs = Self.uncrossed(known, pairs)
  }

  /// Those of the highest rank, in their order.
  private static func first(_ limit: Int, of all: [Int], by rank: (Int) -> Int) -> [Int] {
    guard all.count > limit else { return all }
    return all.sorted { (rank($1), $0) < (rank($0), $1) }.prefix(limit).sorted()
  }

  /// By the mean place of those of ours whom each met, so that curves cross little; who met nobody stands at the end.
  private static func uncrossed(_ contacts: [Int], _ pairs: [Bridge.Pair]) -> [Int] {
    let ranked = contacts.map { contact -> (contact: Int, place: Double) in
      let own = pairs.filter { $0.contact == contact }
      let weight = own.reduce(0) { $0 + $1.tried }
      let sum = own.reduce(0) { $0 + $1.person * $1.tried }
      return (contact, weight > 0 ? Double(sum) / Double(weight) : .infinity)
    }
    return ranked.sorted { ($0.place, $0.contact) < ($1.place, $1.contact) }.map(\.contact)
  }

  /// How many of theirs are in the table alone.
  var hidden: Int { facts.present.count - theirs.count }
  /// Whether somebody was tried who did not answer.
  var hasUnanswered: Bool { pairs.contains { $0.answered == 0 } }

  func picture(_ citations: Citations) -> Picture {
    let people = facts.bridge.ours.count { $0.id != nil }
    return Picture(
      title: "Who met whom \(facts.inWindow)",
      description: """
        \(Wording.count(people, "person", "people")) of ours above, \(facts.present.count) of theirs \
        below, \(Wording.count(facts.touches.answered, "answered touch", "answered touches")).
        """,
      draw(.wide), draw(.narrow), table: table(citations))
  }

  // MARK: Table

  private func table(_ citations: Citations) -> DataTable {
    var table = DataTable(
      "Who met whom, as a table",
      [.text("Theirs"), .text("Ours"), .number("Answered"), .number("Touches")])
    table.data = DataLinks(.plays, root: "../")
    let bridge = facts.bridge
    for (position, contact) in facts.plan.contacts.enumerated() where !contact.hasLeft {
      let name = citations.cite("\(contact.name.value)", contact.row)
      let own = bridge.pairs.filter { $0.contact == position }
      for pair in own {
        table.rows.append([
          name, "\(self.name(pair.person))", "\(pair.answered)", "\(pair.tried)",
        ])
      }
      if own.isEmpty { table.rows.append([name, "nobody", "0", "0"]) }
    }
    return table
  }

  private func name(_ person: Int) -> String {
    facts.model.name(facts.bridge.ours[person].id) ?? "nobody named"
  }

  // MARK: Drawing

  /// Between a curve and its neighbour.
  private static let gap = 3.0
  /// From the line under ours to the bar over theirs.
  private static let span = 244.0

  private func draw(_ variant: Drawing.Variant) -> Drawing {
    let isNarrow = variant == .narrow
    var drawing = Drawing(id: "bridge", width: isNarrow ? 358 : 1200, height: 0, variant)
    let (own, their) = (columns(ours.count, drawing.width), columns(theirs.count, drawing.width))
    let top = drawOurs(own, in: &drawing)
    let bar = top + Self.span
    let unit = unit(own.width, their.width, most: isNarrow ? 3 : 5)
    let (from, to) = (ports(ours, own, unit, \.person), ports(theirs, their, unit, \.contact))
    for (index, pair) in pairs.enumerated() {
      let isAnswered = pair.answered > 0
      let hasLabel = !isNarrow && facts.touches.lines[pair.contact].answered == 0
      let end = bar - (isAnswered ? 4 : hasLabel ? 22 : 8)
      let (x1, x2, y) = (from[index], to[index], top + 4)
      let curve: HTML = "M\(x1) \(y)C\(x1) \(y + 118) \(x2) \(bar - 122) \(x2) \(end)"
      let tip = isNarrow ? "" : tip(pair)
      let isOwner = facts.bridge.ours[pair.person].id == facts.account.owner
      if isAnswered {
        drawing.path(
          curve, isOwner ? "n sa cv" : "n sa2 cv", width: width(pair, unit), tip: tip)
      } else {
        drawing.path(curve, "n sm dot", tip: tip)
      }
    }
    drawTheirs(their, bar, in: &drawing)
    return drawing
  }

  private func columns(_ count: Int, _ width: Double) -> (width: Double, centres: [Double]) {
    let step = width / Double(max(count, 1))
    return (step, (0..<count).map { (Double($0) + 0.5) * step })
  }

  private func tip(_ pair: Bridge.Pair) -> String {
    let (ours, theirs) = (name(pair.person), facts.plan.contacts[pair.contact].name.value)
    return pair.answered > 0
      ? "\(ours) and \(theirs): \(pair.answered) of \(pair.tried) answered"
      : "\(ours) to \(theirs): \(pair.tried) unanswered"
  }

  private func width(_ pair: Bridge.Pair, _ unit: Double) -> Double {
    pair.answered > 0 ? max(Double(pair.answered) * unit, 1.5) : 1.5
  }

  /// Pixels for an answered touch, so that what meets at one of them stays within their column.
  private func unit(_ own: Double, _ their: Double, most: Double) -> Double {
    var unit = most
    func fit(_ pairs: [Bridge.Pair], _ room: Double) {
      let answered = pairs.reduce(0) { $0 + $1.answered }
      let rest = room - 12 - Double(pairs.count) * (Self.gap + 1.5)
      if answered > 0 { unit = min(unit, max(rest / Double(answered), 0.2)) }
    }
    for person in ours { fit(pairs.filter { $0.person == person }, own) }
    for contact in theirs { fit(pairs.filter { $0.contact == contact }, their) }
    return unit
  }

  /// Where each curve meets one of them: side by side, in the order of their other ends.
  private func ports(
    _ people: [Int], _ columns: (width: Double, centres: [Double]), _ unit: Double,
    _ side: KeyPath<Bridge.Pair, Int>
  ) -> [Double] {
    func place(_ pair: Bridge.Pair) -> Int {
      (side == \.person ? theirs.firstIndex(of: pair.contact) : ours.firstIndex(of: pair.person))
        ?? 0
    }
    var found = [Double](repeating: 0, count: pairs.count)
    for (person, centre) in zip(people, columns.centres) {
      let own = pairs.indices.filter { pairs[$0][keyPath: side] == person }
        .sorted { place(pairs[$0]) < place(pairs[$1]) }
      let widths = own.map { width(pairs[$0], unit) }
      let sum = widths.reduce(0, +) + Double(max(own.count - 1, 0)) * Self.gap
      // Many unanswered ones may need more than there is.
      let scale = min(1, (columns.width - 4) / max(sum, 1))
      var x = centre - sum * scale / 2
      for (index, width) in zip(own, widths) {
        found[index] = x + width * scale / 2
        x += (width + Self.gap) * scale
      }
    }
    return found
  }

  /// Names over a line each; returns where the lines are.
  private func drawOurs(
    _ columns: (width: Double, centres: [Double]), in drawing: inout Drawing
  ) -> Double {
    let isNarrow = drawing.variant == .narrow
    let room = min(columns.width - 12, 240)
    let stacks = ours.map { index -> [(text: String, style: String)] in
      let person = facts.bridge.ours[index]
      if isNarrow {
        let first = person.id == nil ? "?" : Wording.first(name(index))
        return [(TextWidth.clip(first, to: columns.width - 2, bold: true), "b c")]
      }
      let job = facts.model.program.people?[person.id ?? ""]?.job?.rawValue ?? ""
      let role = Wording.job(person.role.isEmpty ? job : person.role)
      return TextWidth.wrap(name(index), to: room / 1.1, lines: 2).map { ($0, "b c") }
        + [(TextWidth.clip(role, to: room), "m c")].filter { !$0.text.isEmpty }
        + [("\(person.answered) of \(person.tried) answered", "m c")]
    }
    let lines = stacks.map(\.count).max() ?? 0
    let bottom = 10 + Double(lines) * 16
    for (stack, x) in zip(stacks, columns.centres) {
      for (line, entry) in stack.reversed().enumerated() {
        drawing.text(x, bottom - Double(line) * 16, entry.text, entry.style)
      }
      let half = min(44, columns.width / 2 - 3)
      drawing.line(x - half, bottom + 10, x + half, bottom + 10, "si")
    }
    return bottom + 10
  }

  private func drawTheirs(
    _ columns: (width: Double, centres: [Double]), _ bar: Double, in drawing: inout Drawing
  ) {
    let width = min(columns.width - 10, 200)
    var bottom = bar
    for (index, x) in zip(theirs, columns.centres) {
      let contact = facts.plan.contacts[index]
      let answered = facts.touches.lines[index].answered
      drawing.rect(x - width / 2, bar, width, 4, CardText.stance(contact).bar)
      let role = AccountFacts.deciding(contact)
      if drawing.variant == .narrow {
        let name = TextWidth.clip(contact.name.value, to: 150, bold: true)
        let words = TextWidth.clip(role, to: 150)
        drawing.upright(x - 3, bar + 14, name, answered > 0 ? "b e" : "e")
        drawing.upright(x + 12, bar + 14, words, "m e")
        bottom = max(
          bottom, bar + 16 + max(TextWidth.of(name, bold: true), TextWidth.of(words)))
        continue
      }
      if answered == 0 {
        let style = contact.decides ? "halo b c" : "halo m c"
        drawing.text(x, bar - 7, TextWidth.clip(silence(index), to: width, bold: true), style)
      }
      let name = TextWidth.wrap(contact.name.value, to: width / 1.1, lines: 2)
        .map { ($0, answered > 0 ? "b c" : "c") }
      let words = TextWidth.wrap(role, to: width, lines: 2).map { ($0, "m c") }
      let count = answered > 0 ? [("\(answered) answered", "m c")] : []
      for (line, entry) in (name + words + count).enumerated() {
        drawing.text(x, bar + 22 + Double(line) * 16, entry.0, entry.1)
        bottom = max(bottom, bar + 28 + Double(line) * 16)
      }
    }
    drawing.height = bottom
  }

  /// Why no curve leads to a contact.
  private func silence(_ index: Int) -> String {
    let measure = facts.measures.contacts[index]
    if let last = measure.lastEngaged {
      let days = facts.today - last
      return measure.isEngaged ? "heard \(days) d ago" : "silent \(days) d"
    }
    return facts.touches.lines[index].all.isEmpty ? "never tried" : "no answer"
  }
}
