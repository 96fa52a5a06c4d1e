import PlanModel

import func Glibc.exp2

/// How the points of a touch fade with its age, by channel.
struct DecayCurves {
  let settings: EngagementSettings
  /// Days that an answer counts, by tier.
  let windows: [(tier: Tier, days: Int)]

  /// Channels that count the same, the most first.
  private var groups: [(channels: [Channel], weight: Double)] {
    let counted = Channel.allCases.filter { settings.weights[$0, default: 0] > 0 }
    return Dictionary(grouping: counted) { settings.weights[$0, default: 0] }
      .map { (channels: $0.value, weight: $0.key) }.sorted { $0.weight > $1.weight }
  }

  /// Days drawn.
  private var span: Int {
    min(max(windows.map(\.days).max() ?? settings.halfLife * 4, 30), 730)
  }

  private func points(_ weight: Double, after days: Int) -> Double {
    weight * exp2(-Double(days) / Double(max(1, settings.halfLife)))
  }

  func picture(title: String) -> Picture {
    let ages = [0, span / 6, span / 3, span / 2, span]
    var table = DataTable(
      "Points of a touch by its age",
      [.text("Channel")] + ages.map { .number($0 == 0 ? "Today" : "\($0) days ago") })
    for group in groups {
      table.rows.append(
        ["\(Self.name(group.channels))"]
          + ages.map { "\(DefinitionWords.number(points(group.weight, after: $0)))" })
    }
    return Picture(
      title: title,
      description:
        "A falling line for each weight, over \(Wording.count(span, "day")); rules stand where a "
        + "tier’s engagement window ends.",
      draw(690, 300, .wide), draw(358, 280, .narrow), table: table)
  }

  private static func name(_ channels: [Channel]) -> String {
    channels.map(\.spoken).joined(separator: ", ")
  }

  private func draw(_ width: Double, _ height: Double, _ variant: Drawing.Variant) -> Drawing {
    var drawing = Drawing(id: "decay", width: width, height: height, variant)
    let (top, base) = (28.0, height - 24)
    let left = variant == .wide ? 160.0 : 128
    let groups = groups
    guard let most = groups.first?.weight else { return drawing }
    func x(_ days: Int) -> Double { left + (width - left) * Double(days) / Double(span) }
    func y(_ points: Double) -> Double { base - (base - top) * points / most }
    drawing.line(left, base, width, base, "ss")
    let step = max(span / (variant == .wide ? 6 : 3), 1)
    for days in stride(from: 0, through: span, by: step) {
      drawing.line(x(days), base, x(days), base + 4, "ss")
      let style = days == 0 ? "m" : days + step > span ? "m e" : "m c"
      let text = days == 0 ? "today" : days + step > span ? "\(days) days" : "\(days)"
      drawing.text(x(days), base + 18, text, style)
    }
    // From the right: a name that has no room behind its line stands before it.
    var limit = width
    for (days, tiers) in ends.reversed() where days <= span {
      drawing.line(x(days), top - 8, x(days), base, "si")
      let long = TextWidth.of(tiers, bold: true)
      let isBehind = x(days) + 4 + long <= limit
      drawing.text(x(days) + (isBehind ? 4 : -4), 12, tiers, isBehind ? "b" : "b e")
      limit = x(days) - (isBehind ? 0 : long + 4) - 8
    }
    for group in groups {
      var commands: HTML = "M\(x(0)) \(y(group.weight))"
      for part in 1...24 {
        let days = span * part / 24
        commands += "L\(x(days)) \(y(points(group.weight, after: days)))"
      }
      drawing.path(commands, "n sa15")
    }
    let places = Scale.apart(
      groups.reversed().map { y($0.weight) }.reversed(), by: 15, from: top, to: base)
    for (group, place) in zip(groups, places) {
      let text = TextWidth.clip(Self.name(group.channels), to: left - 44)
      drawing.text(0, place + 4, text)
      drawing.text(left - 14, place + 4, DefinitionWords.number(group.weight), "b e")
      if abs(place - y(group.weight)) > 2 {
        drawing.line(left - 10, place, left - 1, y(group.weight), "ss")
      }
    }
    return drawing
  }

  /// Where windows end, with the tiers whose windows they are.
  private var ends: [(days: Int, tiers: String)] {
    Dictionary(grouping: windows, by: \.days).map { days, group in
      let names = group.map { "\($0.tier.rawValue)" }
      return (days, (names.count == 1 ? "tier " : "tiers ") + Wording.list(names))
    }.sorted { $0.days < $1.days }
  }
}
