import PlanMetrics
import PlanModel

/// Won money of the fiscal year as steps towards the goal, and what open deals would add to it.
struct GoalChart {
  /// Rows of the table, and steps that may be named.
  private static let limit = 60
  /// Open deals named at the right.
  private static let named = 8

  let model: SiteModel
  let pace: GoalPace
  let goal: Money

  private var figures: Figures { model.figures }
  private var top: Money { max(goal, pace.wonMoney + pace.openMoney) }

  func picture(title: String) -> Picture {
    let all = figures.money(pace.wonMoney + pace.openMoney)
    return Picture(
      title: title,
      description: """
        \(figures.money(pace.wonMoney)) won of \(figures.money(goal)) by day \(pace.daysGone) of \(pace.days); \
        a straight line would stand at \(figures.money(pace.straightLine ?? .zero)); \(all) if all open deals \
        of the year are won.
        """,
      draw(786, 340, .wide), draw(358, 300, .narrow), table: table)
  }

  private var table: DataTable {
    var table = DataTable(
      "Deals of the fiscal year",
      [
        .text("Account"), .text("Deal"), .text("State"), .number("Closes"), .number("Amount"),
        .number("Sum"),
      ])
    table.data = DataLinks(.opportunities, root: "")
    var sum = Money.zero
    let deals = pace.won.map { ($0, "won") } + pace.open.map { ($0, "open") }
    for (deal, state) in deals {
      sum = sum + deal.amount
      guard table.rows.count < Self.limit else { continue }
      let account = model.accounts[deal.plan]
      let citations = Citations(model, model.plan(of: account), root: "")
      table.rows.append([
        model.link(account, root: ""), "\(deal.name)", "\(state)", "\(figures.day(deal.close))",
        citations.cite("\(figures.money(deal.amount))", deal.span), "\(figures.money(sum))",
      ])
    }
    if deals.count > Self.limit {
      let rest = Wording.count(deals.count - Self.limit, "other deal")
      table.rows.append(["and \(rest)", "", "", "", "", "\(figures.money(sum))"])
    }
    if deals.isEmpty { table.rows.append(["no deal of this year", "", "", "", "", "–"]) }
    return table
  }

  /// Where days and money stand in one drawing.
  private struct Frame {
    let (first, days): (Day, Double)
    let top: Money
    let (right, base, head): (Double, Double, Double)

    func x(_ day: Day) -> Double {
      min(max(Double(day - first) / days, 0), 1) * right
    }
    func y(_ money: Money) -> Double { base - money.share(of: top) * (base - head) }
  }

  private func draw(_ width: Double, _ height: Double, _ variant: Drawing.Variant) -> Drawing {
    var drawing = Drawing(id: "goal", width: width, height: height, variant)
    let isWide = variant == .wide
    let frame = Frame(
      first: pace.year.first, days: Double(pace.days), top: top,
      right: width - (isWide ? 220 : 96), base: height - 28, head: 40)
    axes(frame, isWide, in: &drawing)
    let today = frame.x(pace.today)
    drawing.path(steps(frame, isClosed: true), "fw")
    let goalY = frame.y(goal)
    drawing.path("M0 \(frame.base)L\(frame.right) \(goalY)", "n sm dots")
    drawing.line(0, goalY, frame.right, goalY, "si")
    drawing.line(today, 18, today, frame.base, "si")
    drawing.text(
      today, 12, isWide ? "today, day \(pace.daysGone)" : "today",
      today > frame.right - 50 ? "b e" : today < 50 ? "b" : "b c")
    drawing.path(steps(frame, isClosed: false), "n sa thick")
    if !pace.open.isEmpty { drawing.path(hopes(frame), "n sa thick dots") }
    drawing.circle(today, frame.y(pace.wonMoney), 3.5, "fa")
    gap(frame, today, in: &drawing)
    if isWide { names(frame, today, in: &drawing) }
    labels(frame, isWide, in: &drawing)
    return drawing
  }

  private func axes(_ frame: Frame, _ isWide: Bool, in drawing: inout Drawing) {
    for tick in Scale.ticks(upTo: top).dropFirst() {
      let y = frame.y(tick)
      drawing.line(0, y, frame.right, y, "sh")
      if abs(y - frame.y(goal)) > 16 || !isWide { drawing.text(0, y - 4, figures.money(tick), "m") }
    }
    drawing.line(0, frame.base, frame.right, frame.base, "ss")
    let (year, month, _) = pace.year.first.parts
    for step in stride(from: 0, to: 12, by: isWide ? 1 : 3) {
      let index = month - 1 + step
      let first = Day(year: year + index / 12, month: index % 12 + 1, day: 1)
      let x = frame.x(first ?? pace.year.first)
      drawing.line(x, frame.base, x, frame.base + 4, "ss")
      drawing.text(x, frame.base + 18, String(Figures.months[index % 12].prefix(3)), "m")
    }
  }

  /// The won money up to today; closed along the base for its area.
  private func steps(_ frame: Frame, isClosed: Bool) -> HTML {
    var commands: HTML = "M0 \(frame.base)"
    var sum = Money.zero
    for deal in pace.won where deal.close <= pace.today {
      sum = sum + deal.amount
      commands += "H\(frame.x(deal.close))V\(frame.y(sum))"
    }
    commands += "H\(frame.x(pace.today))"
    if isClosed { commands += "V\(frame.base)Z" }
    return commands
  }

  /// From today on, if every open deal is won on its day.
  private func hopes(_ frame: Frame) -> HTML {
    var sum = pace.wonMoney
    var commands: HTML = "M\(frame.x(pace.today)) \(frame.y(sum))"
    for deal in pace.open {
      sum = sum + deal.amount
      commands += "H\(frame.x(deal.close))V\(frame.y(sum))"
    }
    return commands + "H\(frame.right)"
  }

  /// How far the won money is from the straight line.
  private func gap(_ frame: Frame, _ today: Double, in drawing: inout Drawing) {
    guard let line = pace.straightLine else { return }
    let (won, even) = (frame.y(pace.wonMoney), frame.y(line))
    guard abs(won - even) > 14 else { return }
    let isBehind = line > pace.wonMoney
    let apart = Money(hundredths: abs(line.hundredths - pace.wonMoney.hundredths))
    drawing.path("M\(today - 9) \(even)h6v\(won - even)h-6", "n si15")
    let text = "\(figures.money(apart)) \(isBehind ? "behind" : "ahead")"
    if today - 14 > TextWidth.of(text, bold: true) {
      drawing.text(today - 14, (won + even) / 2 + 4, text, "b e halo")
    }
  }

  /// The largest of the won deals, left of their steps where there is room.
  private func names(_ frame: Frame, _ today: Double, in drawing: inout Drawing) {
    var sum = Money.zero
    var places: [(deal: DatedDeal, x: Double, y: Double)] = []
    for deal in pace.won where deal.close <= pace.today {
      sum = sum + deal.amount
      places.append((deal, frame.x(deal.close), frame.y(sum)))
    }
    var taken: [(left: Double, right: Double, y: Double)] = [
      (today - 130, today, (frame.y(pace.wonMoney) + frame.y(pace.straightLine ?? .zero)) / 2)
    ]
    for place in places.sorted(by: { $0.deal.amount > $1.deal.amount }) {
      let name = TextWidth.clip(model.accounts[place.deal.plan].name, to: 152)
      let text = "\(name) \(figures.money(place.deal.amount))"
      let width = TextWidth.of(text)
      // Left of the step, else above it.
      let spots = [
        (left: place.x - 6 - width, y: place.y + 4), (left: place.x + 4, y: place.y - 6),
      ]
      let free = spots.first { spot in
        spot.left >= 0 && spot.left + width <= frame.right && spot.y > frame.head
          && taken.allSatisfy {
            spot.left > $0.right + 6 || spot.left + width < $0.left - 6 || abs(spot.y - $0.y) >= 15
          }
      }
      guard let free else { continue }
      taken.append((free.left, free.left + width, free.y))
      drawing.text(free.left, free.y, text, "halo")
    }
  }

  /// At the right: the goal, what was won, each open deal at the height that it would lift the sum to.
  private func labels(_ frame: Frame, _ isWide: Bool, in drawing: inout Drawing) {
    var labels: [(y: Double, text: String, style: String)] = [
      (frame.y(goal), isWide ? "goal \(figures.money(goal))" : figures.money(goal), "b")
    ]
    var sum = pace.wonMoney
    labels.append((frame.y(sum), "\(isWide ? "won " : "")\(figures.money(sum))", "a b"))
    let largest = pace.open.map(\.amount).sorted(by: >).prefix(Self.named).last ?? .zero
    var named = 0
    for deal in pace.open {
      sum = sum + deal.amount
      guard isWide, deal.amount >= largest, named < Self.named else { continue }
      named += 1
      let name = TextWidth.clip(model.accounts[deal.plan].name, to: 152)
      labels.append((frame.y(sum), "\(name) \(figures.money(deal.amount))", ""))
    }
    if !pace.open.isEmpty {
      let text = isWide ? "\(figures.money(sum)) if all land" : "\(figures.money(sum)), all"
      labels.append((frame.y(sum) - 14, text, "a b"))
    }
    let sorted = labels.sorted { $0.y < $1.y }
    let places = Scale.apart(sorted.map(\.y), by: 15, from: frame.head - 12, to: frame.base)
    for (label, y) in zip(sorted, places) {
      if abs(y - label.y) > 3 {
        drawing.path("M\(frame.right + 2) \(label.y)L\(frame.right + 10) \(y)", "n ss")
      }
      drawing.text(frame.right + 14, y + 4, label.text, label.style)
    }
  }
}
