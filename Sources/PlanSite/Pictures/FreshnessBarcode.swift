import PlanModel

/// Plans by the days since their review, as a share of the tier's cadence; the late ones are red and named.
enum FreshnessBarcode {
  private static let laneHeight = 88.0
  /// Names in a lane.
  private static let namesLimit = 8
  /// Bars in a lane up to which one bar is one plan.
  static let barsLimit = 120

  struct Lane {
    let tier: Tier
    let every: [Int]
    /// Reviewed, with a cadence; freshest first.
    let accounts: [(account: Account, ratio: Double)]

    var late: [(account: Account, ratio: Double)] { accounts.filter { $0.account.isLate } }
    /// `every 35 days`; empty where the stage decides.
    var rhythm: String {
      every.count == 1 ? "every " + (every[0] == 1 ? "day" : "\(every[0]) days") : ""
    }
  }

  static func lanes(_ model: SiteModel) -> [Lane] {
    Tier.allCases.compactMap { tier in
      let accounts = model.accounts(in: tier).compactMap { account -> (Account, Double)? in
        guard let since = account.sinceReview, let every = account.reviewEvery else { return nil }
        return (account, Double(since) / Double(max(every, 1)))
      }
      guard !accounts.isEmpty else { return nil }
      let sorted = accounts.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0.index < $1.0.index }
      return Lane(
        tier: tier, every: Set(accounts.compactMap(\.0.reviewEvery)).sorted(),
        accounts: sorted.map { (account: $0.0, ratio: $0.1) })
    }
  }

  static func picture(_ model: SiteModel, title: String) -> Picture {
    let lanes = lanes(model)
    var table = DataTable(
      "Late reviews", [.text("Account"), .number("Days since review"), .number("Cadence")])
    table.data = DataLinks(.accounts, root: "")
    let late = lanes.flatMap(\.late).sorted { $0.ratio > $1.ratio }
    for (account, _) in late.prefix(Ledger.limit) {
      table.rows.append([
        model.link(account, root: ""), "\(account.sinceReview ?? 0)", "\(account.reviewEvery ?? 0)",
      ])
    }
    if late.isEmpty { table.rows.append(["no plan is late", "–", "–"]) }
    let count = lanes.map(\.accounts.count).reduce(0, +)
    return Picture(
      title: title,
      description: "\(Wording.count(count, "plan")) by days since the review, "
        + "\(Wording.count(late.count, "plan")) past the rule at the cadence.",
      wide(lanes), narrow(lanes), table: table)
  }

  private static func x(_ ratio: Double, _ left: Double, _ right: Double) -> Double {
    left + min(2, ratio) / 2 * (right - left)
  }

  /// The bars of a lane: one for each plan, or for many plans a bar as high as there are plans at its place.
  private static func bars(
    _ lane: Lane, _ left: Double, _ right: Double, _ base: Double, in drawing: inout Drawing
  ) {
    var counts: [Int: (late: Bool, count: Int)] = [:]
    for (account, ratio) in lane.accounts {
      let place = Int(x(ratio, left, right).rounded())
      counts[place] = (account.isLate, (counts[place]?.count ?? 0) + 1)
    }
    let isDense = lane.accounts.count > barsLimit
    let most = Double(counts.values.map(\.count).max() ?? 1)
    for isLate in [false, true] {
      var commands = HTML()
      for (place, bar) in counts.sorted(by: { $0.key < $1.key }) where bar.late == isLate {
        let height = isDense ? max(2, 36 * Double(bar.count) / most) : 36
        commands += "M\(place) \(base)v\(-height)"
      }
      drawing.path(commands, isLate ? "sl bar" : "si bar")
    }
  }

  private static func wide(_ lanes: [Lane]) -> Drawing {
    let (left, right, top) = (112.0, 1196.0, 40.0)
    var drawing = Drawing(
      id: "fresh", width: 1200, height: top + Double(lanes.count) * laneHeight, .wide)
    let marks: [(Double, String, String)] = [
      (0, "reviewed today", "m"), (0.5, "half the cadence", "m c"), (1, "due", "b c"),
      (1.5, "half as long again", "m c"), (2, "twice the cadence", "m e"),
    ]
    for (ratio, text, style) in marks { drawing.text(x(ratio, left, right), 12, text, style) }
    drawing.line(x(1, left, right), 18, x(1, left, right), drawing.height - 12, "si2")
    for (index, lane) in lanes.enumerated() {
      let y = top + Double(index) * laneHeight + 28
      drawing.text(0, y + 13, "Tier \(lane.tier.rawValue)", "b")
      drawing.text(0, y + 29, lane.rhythm, "m")
      drawing.line(left, y + 36, right, y + 36, "ss")
      bars(lane, left, right, y + 36, in: &drawing)
      names(lane, left, right, y, in: &drawing)
    }
    return drawing
  }

  /// Names above their bars, from the right, so that no leader crosses a name; in three rows at most.
  private static func names(
    _ lane: Lane, _ left: Double, _ right: Double, _ y: Double, in drawing: inout Drawing
  ) {
    let late = lane.late
    var taken: [(low: Double, high: Double, row: Int)] = []
    var named = 0
    for (account, ratio) in late.reversed() where named < namesLimit {
      let place = x(ratio, left, right).rounded()
      let text = "\(TextWidth.clip(account.name, to: 180, bold: true)) \(account.sinceReview ?? 0)"
      let width = TextWidth.of(text, bold: true)
      let isEnd = place + width > 1200
      let (low, high) = isEnd ? (place - width, place + 2) : (place - 2, place + width)
      let row = (0..<3).first { row in
        let isFree = !taken.contains { $0.row == row && low < $0.high + 8 && high > $0.low - 8 }
        let isClear = !taken.contains { $0.row < row && place > $0.low - 4 && place < $0.high + 4 }
        return isFree && isClear
      }
      guard let row else { continue }
      taken.append((low, high, row))
      named += 1
      let baseline = y - 6 - Double(row) * 14
      if row > 0 { drawing.line(place, baseline + 3, place, y, "sl") }
      drawing.text(isEnd ? place + 1 : place - 1, baseline, text, isEnd ? "l b halo e" : "l b halo")
    }
    if late.count > named, named > 0 {
      drawing.text(0, y + 45, "\(Wording.grouped(late.count)) late", "l")
    }
  }

  private static func narrow(_ lanes: [Lane]) -> Drawing {
    let (left, right) = (0.0, 354.0)
    var drawing = Drawing(id: "fresh", width: 358, height: 24, .narrow)
    for (ratio, text, style) in [(0.0, "today", "m"), (1, "due", "b c"), (2, "twice", "m e")] {
      drawing.text(x(ratio, left, right), 12, text, style)
    }
    var y = 40.0
    for lane in lanes {
      let rhythm = lane.rhythm.isEmpty ? "" : ", " + lane.rhythm
      drawing.text(0, y, "Tier \(lane.tier.rawValue)\(rhythm)", "b")
      y += 8
      drawing.line(left, y + 36, right, y + 36, "ss")
      drawing.line(x(1, left, right), y - 6, x(1, left, right), y + 36, "si2")
      bars(lane, left, right, y + 36, in: &drawing)
      y += 36
      let late = lane.late.map { "\($0.account.name) \($0.account.sinceReview ?? 0)" }
      if !late.isEmpty {
        for line in TextWidth.wrap(Wording.list(late, limit: 6), to: 350, lines: 4, size: 13.2) {
          y += 16
          drawing.text(0, y, line, "l b")
        }
      }
      y += 32
    }
    drawing.height = y
    return drawing
  }
}
