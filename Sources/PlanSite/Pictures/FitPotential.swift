import PlanModel

/// Accounts by fit and potential, with the cut lines of an account without intent.
struct FitPotential {
  /// Accounts up to which each has a mark of its own and, where it fits, its name.
  static let limit = 60
  /// Names above that number, and in the narrow drawing.
  private static let names = (many: 24, narrow: 9)

  let rows: [Ranking.Row]
  let settings: ScoreSettings

  func picture(title: String) -> Picture {
    var table = DataTable(
      "Fit and potential",
      [.text("Account"), .number("Tier"), .number("Fit"), .number("Potential"), .number("Score")])
    table.data = DataLinks(.accounts, root: "")
    for row in rows.prefix(Self.limit) {
      table.rows.append([
        "\(row.account.name)", "\(row.account.tier.rawValue)", "\(row.score.fit.points)",
        "\(row.score.potential.points)", "\(row.score.total.points)",
      ])
    }
    return Picture(
      title: title,
      description:
        "\(Wording.count(rows.count, "account")); fit to the right, potential upwards, both from 0 "
        + "to 100. Accounts above a line score for its tier without any intent.",
      draw(1200, 580, .wide), draw(358, 420, .narrow), table: table)
  }

  // MARK: Places

  private struct Frame {
    let left, right, top, base: Double

    func x(_ fit: Double) -> Double { left + (right - left) * min(max(fit, 0), 100) / 100 }
    func y(_ potential: Double) -> Double {
      base - (base - top) * min(max(potential, 0), 100) / 100
    }
  }

  private func draw(_ width: Double, _ height: Double, _ variant: Drawing.Variant) -> Drawing {
    var drawing = Drawing(id: "plot", width: width, height: height, variant)
    let frame = Self.frame(width, height)
    axes(frame, in: &drawing)
    var taken = lines(frame, in: &drawing)
    if rows.count > Self.limit {
      taken += crowd(frame, in: &drawing)
    } else {
      taken += marks(frame, in: &drawing).map { Box(around: $0.x, $0.y, 6, 6) }
    }
    name(frame, besides: taken, in: &drawing)
    return drawing
  }

  private func axes(_ frame: Frame, in drawing: inout Drawing) {
    for tick in [0.0, 25, 50, 75, 100] {
      let (x, y) = (frame.x(tick), frame.y(tick))
      drawing.line(frame.left, y, frame.right, y, tick == 0 ? "ss" : "sh")
      drawing.line(x, frame.base, x, frame.base + 4, "ss")
      drawing.text(frame.left - 8, y + 4, "\(Int(tick))", "m e")
      drawing.text(x, frame.base + 18, "\(Int(tick))", "m c")
    }
    drawing.text(0, 12, "potential", "b")
    drawing.text(frame.right, frame.base + 34, "fit", "b e")
  }

  /// The cut lines, each with its name at an end; the boxes that the names take.
  private func lines(_ frame: Frame, in drawing: inout Drawing) -> [Box] {
    var boxes: [Box] = []
    for (line, tier) in [(settings.first, 1), (settings.second, 2)] {
      guard let ends = Self.ends(of: line, settings) else { continue }
      let (a, b) = ends
      drawing.line(
        frame.x(a.fit), frame.y(a.potential), frame.x(b.fit), frame.y(b.potential), "sm dash")
      let text = "tier \(tier) from \(line.points)"
      let width = TextWidth.of(text, bold: true)
      let top = a.potential > b.potential ? a : b
      let x = min(max(frame.x(top.fit) + 8, frame.left), frame.right - width)
      let y = top.potential > 99 ? 30 : frame.y(top.potential) - 5
      if top.potential > 99 {
        drawing.line(frame.x(top.fit), 34, frame.x(top.fit), frame.top, "sm dash")
      }
      drawing.text(x, y, text, "m b halo")
      boxes.append(Box(left: x - 2, top: y - 12, right: x + width + 2, bottom: y + 4))
    }
    return boxes
  }

  /// Where `fit * wf + potential * wp = line` enters and leaves the square; nil where it does not cross it.
  static func ends(
    of line: Double, _ settings: ScoreSettings
  ) -> ((fit: Double, potential: Double), (fit: Double, potential: Double))? {
    let (wf, wp) = (settings.fit, settings.potential)
    var points: [(fit: Double, potential: Double)] = []
    func add(_ fit: Double, _ potential: Double) {
      guard (0...100).contains(fit), (0...100).contains(potential) else { return }
      let isNew = points.allSatisfy { abs($0.fit - fit) + abs($0.potential - potential) > 0.01 }
      if isNew { points.append((fit, potential)) }
    }
    if wp > 0 {
      add(0, line / wp)
      add(100, (line - 100 * wf) / wp)
    }
    if wf > 0 {
      add(line / wf, 0)
      add((line - 100 * wp) / wf, 100)
    }
    return points.count >= 2 ? (points[0], points[1]) : nil
  }

  /// Tiers 1 to 3 as a full dot, a pale one and a ring.
  private static func style(_ tier: Tier) -> String {
    switch tier {
    case .one: "fa"
    case .two: "fa2"
    case .three: "fp si15"
    }
  }

  /// Where each account's mark stands: at its place, or beside it where others stand there.
  private func places(_ frame: Frame) -> [(x: Double, y: Double)] {
    var taken: [(x: Double, y: Double)] = []
    let steps = (-8...8).flatMap { dx in (-8...8).map { dy in (x: dx, y: dy) } }
      .sorted { left, right in
        let (a, b) = (left.x * left.x + left.y * left.y, right.x * right.x + right.y * right.y)
        return a != b ? a < b : (left.y, left.x) < (right.y, right.x)
      }
    for row in rows {
      let (x, y) = (frame.x(row.score.fit), frame.y(row.score.potential))
      let free = steps.lazy.map { (x: x + Double($0.x) * 12, y: y + Double($0.y) * 12) }
        .first { place in
          place.x >= frame.left && place.x <= frame.right && place.y >= frame.top
            && place.y <= frame.base
            && taken.allSatisfy { abs($0.x - place.x) > 11 || abs($0.y - place.y) > 11 }
        }
      taken.append(free ?? (x, y))
    }
    return taken
  }

  private func marks(_ frame: Frame, in drawing: inout Drawing) -> [(x: Double, y: Double)] {
    let places = places(frame)
    for (row, place) in zip(rows, places) {
      let tier = row.account.tier
      drawing.circle(place.x, place.y, tier == .three ? 4.25 : 5, Self.style(tier))
    }
    return places
  }

  /// Many accounts: a circle as large as there are accounts at its place; the boxes they take.
  private func crowd(_ frame: Frame, in drawing: inout Drawing) -> [Box] {
    let pitch = 24.0
    var counts: [Int: Int] = [:]
    let across = Int((frame.right - frame.left) / pitch) + 1
    for row in rows {
      let column = Int((frame.x(row.score.fit) - frame.left) / pitch)
      let line = Int((frame.base - frame.y(row.score.potential)) / pitch)
      counts[line * across + column, default: 0] += 1
    }
    let most = Double(counts.values.max() ?? 1)
    var boxes: [Box] = []
    for (place, count) in counts.sorted(by: { $0.key < $1.key }) {
      let x = min(frame.left + (Double(place % across) + 0.5) * pitch, frame.right)
      let y = max(frame.base - (Double(place / across) + 0.5) * pitch, frame.top)
      let radius = max(2, 11.5 * (Double(count) / most).squareRoot())
      drawing.circle(x, y, radius, "fa2")
      boxes.append(Box(around: x, y, radius, radius))
    }
    return boxes
  }

  // MARK: Names

  /// A name beside its mark.
  struct Label {
    let row: Int
    let text: String
    let box: Box
    let mark: (x: Double, y: Double)

    /// Away from its mark, so that it needs a line to it.
    var isAway: Bool { box.bottom < mark.y - 14 || box.top > mark.y + 14 }
  }

  /// The names that fit: accounts past a line first, with an arrow, then by score. None meets another, a mark, or what
  /// is taken already.
  private func labels(_ frame: Frame, _ width: Double, besides boxes: [Box]) -> [Label] {
    let isNarrow = width < 600
    let isCrowd = rows.count > Self.limit
    let places =
      isCrowd
      ? rows.map { (x: frame.x($0.score.fit), y: frame.y($0.score.potential)) } : places(frame)
    let order = rows.indices.stably { left, right in
      rows[left].isMoved != rows[right].isMoved
        ? rows[left].isMoved : rows[left].past > rows[right].past
    }
    let limit = isNarrow ? Self.names.narrow : isCrowd ? Self.names.many : Int.max
    var taken = boxes
    var labels: [Label] = []
    for index in order.prefix(400) where labels.count < limit {
      let row = rows[index]
      let arrow = row.isPromoted ? " ↑" : row.isDemoted ? " ↓" : ""
      let text = TextWidth.clip(row.account.name, to: isNarrow ? 96 : 150) + arrow
      // An arrow is wider than a letter, and two names need air between them.
      let room = TextWidth.of(text, bold: row.isMoved) + (arrow.isEmpty ? 6 : 12)
      let place = places[index]
      let spot = Self.spots(room).lazy
        .map { Box(left: place.x + $0.x, top: place.y + $0.y - 11, width: room, height: 15) }
        .first { box in
          box.left >= frame.left - 4 && box.right <= width && box.top >= 0
            && box.bottom <= frame.base && !taken.contains { $0.meets(box) }
        }
      guard let spot else { continue }
      taken.append(spot)
      labels.append(Label(row: index, text: text, box: spot, mark: place))
    }
    return labels
  }

  private func name(_ frame: Frame, besides boxes: [Box], in drawing: inout Drawing) {
    for label in labels(frame, drawing.width, besides: boxes) {
      let (box, mark) = (label.box, label.mark)
      if label.isAway {
        let end = box.top > mark.y ? box.top : box.bottom
        let middle = (box.left + box.right) / 2
        drawing.line(mark.x, mark.y + (end > mark.y ? 6 : -6), middle, end, "sh")
      }
      if rows.count > Self.limit { drawing.circle(mark.x, mark.y, 2.5, "i") }
      drawing.text(box.left, box.top + 11, label.text, rows[label.row].isMoved ? "b halo" : "halo")
    }
  }

  /// The names of a drawing, for the test that they keep apart.
  func labels(width: Double, height: Double) -> [Label] {
    let frame = Self.frame(width, height)
    return labels(frame, width, besides: places(frame).map { Box(around: $0.x, $0.y, 6, 6) })
  }

  private static func frame(_ width: Double, _ height: Double) -> Frame {
    Frame(left: 32, right: width - 12, top: 60, base: height - 36)
  }

  /// Where a name may begin, seen from its mark; its baseline.
  private static func spots(_ width: Double) -> [(x: Double, y: Double)] {
    var spots = [
      (x: 9.0, y: 4.0), (x: -9 - width, y: 4), (x: -width / 2, y: -10), (x: -width / 2, y: 19),
      (x: 6, y: -8), (x: 6, y: 17), (x: -6 - width, y: -8), (x: -6 - width, y: 17),
    ]
    for distance in [30.0, 46, 62] {
      for shift in [0.0, -0.5, -1] {
        spots.append((x: width * shift, y: -distance))
        spots.append((x: width * shift, y: distance + 8))
      }
    }
    return spots
  }
}

/// A rectangle that a label or a mark takes.
struct Box {
  let left, top, right, bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  init(left: Double, top: Double, width: Double, height: Double) {
    self.init(left: left, top: top, right: left + width, bottom: top + height)
  }

  init(around x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.init(left: x - width, top: y - height, right: x + width, bottom: y + height)
  }

  func meets(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}

extension Range<Int> {
  /// Its numbers, sorted, with what is equal left in its order.
  fileprivate func stably(by isOrdered: (Int, Int) -> Bool) -> [Int] {
    Array(self).stably(by: isOrdered)
  }
}
