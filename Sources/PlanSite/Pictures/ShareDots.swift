import PlanMetrics
import PlanModel

/// Shares of groups side by side: a line from none to all for each metric, a mark for each group.
struct ShareDots {
  /// A group of accounts.
  struct Group {
    /// In the mark, two letters at most; empty for a small ring.
    let label: String
    /// As the table's column is headed.
    let name: String
    let metrics: Metrics
    /// Whether the picture is about it.
    var isOwn = false
  }

  /// Groups with a column of the table.
  private static let columns = 8

  let id: String
  let groups: [Group]
  /// Over all accounts.
  let total: Metrics
  /// Those for which a group has a share.
  let metrics: [ShareMetric]

  init(id: String, _ groups: [Group], total: Metrics) {
    self.id = id
    self.groups = groups
    self.total = total
    metrics = ShareMetric.compared.filter { $0.share(of: total).whole > 0 }
  }

  private var own: Group? { groups.first { $0.isOwn } }

  /// - Parameter root: The way from the page to the site's root.
  func picture(title: String, root: String) -> Picture {
    let shown = groups.stably { $0.isOwn && !$1.isOwn }.prefix(Self.columns)
    var table = DataTable(
      "Shares compared",
      [.text("Metric")] + shown.map { .number($0.name) } + [.number("Program")])
    table.data = DataLinks(.metrics, root: root)
    for metric in metrics {
      table.rows.append(
        ["\(metric.title)"] + shown.map { "\(metric.share(of: $0.metrics).text)" }
          + ["\(metric.share(of: total).text)"])
    }
    return Picture(
      title: title,
      description: "\(Wording.count(metrics.count, "metric")) of "
        + "\(Wording.count(groups.count, "group")), from none to all; a bar stands at the whole program.",
      draw(690, .wide), draw(358, .narrow), table: table)
  }

  private func draw(_ width: Double, _ variant: Drawing.Variant) -> Drawing {
    // In the narrow one the name stands above its line.
    let isNarrow = variant == .narrow
    let left = isNarrow ? 10.0 : 152
    let counts = metrics.map { $0.share(of: own?.metrics ?? total).text }
    let widest = counts.map { TextWidth.of($0, bold: true) }.max() ?? 0
    // A mark at the end reaches beyond the line.
    let right = isNarrow ? width - 18 : width - max(widest, 48) - 24
    // Where three marks stand over each other, every line takes their room.
    let stacks = metrics.map { metric in
      Self.stack(labelled(metric, left, right).map(\.x)).max() ?? 0
    }
    let extra = max(0, 2 * (stacks.max() ?? 0) - Self.gap)
    let row = (isNarrow ? 52.0 : 40) + extra
    var drawing = Drawing(
      id: id, width: width, height: 30 + row * Double(metrics.count), variant)
    for (text, share, style) in [("none", 0.0, "m"), ("half", 0.5, "m c"), ("all", 1, "m e")] {
      let x = left + (right - left) * share
      if !isNarrow { drawing.line(x, 20, x, drawing.height, "sh") }
      drawing.text(x, 12, text, style)
    }
    let head = own?.name ?? "Program"
    let isShort = TextWidth.of(head, bold: true) <= width - right - 20
    if !isNarrow { drawing.text(width, 12, isShort ? head : "here", "b e") }
    for (index, metric) in metrics.enumerated() {
      let y = 24 + row * Double(index) + extra / 2
      line(metric, left, right, isNarrow ? y + 16 : y, in: &drawing)
      // Above the marks, however many stand over each other.
      let base = isNarrow ? y + 13 - extra / 2 : y + 24
      drawing.text(0, base, metric.title)
      drawing.text(width, base, counts[index], "b e")
    }
    return drawing
  }

  private func marks(
    _ metric: ShareMetric, _ left: Double, _ right: Double
  ) -> [(group: Group, x: Double)] {
    groups.compactMap { group in
      metric.share(of: group.metrics).ratio.map { (group: group, x: left + (right - left) * $0) }
    }
  }

  /// Those that are told apart, from left to right.
  private func labelled(
    _ metric: ShareMetric, _ left: Double, _ right: Double
  ) -> [(group: Group, x: Double)] {
    marks(metric, left, right).filter { !$0.group.label.isEmpty || $0.group.isOwn }
      .stably { $0.x < $1.x }
  }

  private func line(
    _ metric: ShareMetric, _ left: Double, _ right: Double, _ y: Double, in drawing: inout Drawing
  ) {
    let middle = y + 20
    drawing.line(left, middle, right, middle, "ss")
    if let share = metric.share(of: total).ratio {
      let x = left + (right - left) * share
      drawing.rect(x - 1.5, middle - 12, 3, 24, "i")
    }
    let rings = marks(metric, left, right).filter { $0.group.label.isEmpty && !$0.group.isOwn }
    for x in Set(rings.map { $0.x.rounded() }).sorted() {
      drawing.circle(x, middle, 4, "fp ss")
    }
    let labelled = labelled(metric, left, right)
    for (mark, shift) in zip(labelled, Self.stack(labelled.map(\.x))) {
      let isOwn = mark.group.isOwn
      let y = middle + shift
      drawing.circle(
        mark.x, y, isOwn && mark.group.label.isEmpty ? 7 : 8.5, isOwn ? "fa" : "fp si")
      if !mark.group.label.isEmpty {
        drawing.text(mark.x, y + 4, mark.group.label, isOwn ? "inv b c" : "b c")
      }
    }
  }

  /// How far each of some marks stands below the line, so that none hides another and all keep their values.
  ///
  /// - Parameter places: From left to right.
  static func stack(_ places: [Double]) -> [Double] {
    var shifts: [Double] = []
    while shifts.count < places.count {
      let rest = places[shifts.count...]
      let near = zip(rest.dropFirst(), rest).prefix { $0 - $1 < gap }.count + 1
      shifts += (0..<near).map { (Double($0) - Double(near - 1) / 2) * gap }
    }
    return shifts
  }

  /// From the middle of one mark to the next one's.
  static let gap = 18.0
}
