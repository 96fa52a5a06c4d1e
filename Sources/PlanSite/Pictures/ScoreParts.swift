import PlanMetrics
import PlanModel
import PlanSource

/// The account score as what fit, potential and intent add, against the tiers' cut lines.
struct ScoreParts {
  private let score: AccountScore
  private let facts: AccountFacts
  /// From the left.
  private let parts: [Part]

  private struct Part {
    let name: String
    /// 0 to 100.
    let points: Double
    let weight: Double
    let style: String
    /// Where the plan says what it rests on.
    let source: Span?

    var adds: Double { points * weight }
    var label: String { "\(name) \(Figures.decimal(points))" }
    var sum: String { "× \(Figures.percent(weight)) = \(Figures.decimal(adds))" }
  }

  init(_ score: AccountScore, _ facts: AccountFacts) {
    self.score = score
    self.facts = facts
    let (plan, weights) = (facts.plan, facts.model.program.score)
    parts = [
      Part(
        name: "fit", points: score.fit, weight: weights.fit, style: "fa",
        source: plan.fit.first?.name.span),
      Part(
        name: "potential", points: score.potential, weight: weights.potential, style: "fa2",
        source: plan.potential.acv?.span ?? plan.potential.strategic?.span),
      Part(
        name: "intent", points: score.intent, weight: weights.intent, style: "fs",
        source: plan.signals?.heading),
    ]
  }

  private var total: String { "\(Int(score.total.rounded()))" }

  func picture(_ citations: Citations) -> Picture {
    let (first, second) = (facts.model.program.score.first, facts.model.program.score.second)
    return Picture(
      title: "Account score \(total)",
      description: """
        \(parts.map { "\($0.label), \($0.sum)" }.joined(separator: "; ")); cut lines \
        \(Figures.decimal(first)) and \(Figures.decimal(second)).
        """,
      draw(588, .wide), draw(358, .narrow), table: table(citations))
  }

  private func table(_ citations: Citations) -> DataTable {
    var table = DataTable(
      "Score as a table",
      [.text("Part"), .number("Points"), .number("Weight"), .number("Adds")])
    table.data = DataLinks(.accounts, root: "../")
    for part in parts {
      table.rows.append([
        "\(part.name)", citations.cite("\(Figures.decimal(part.points))", part.source),
        "\(Figures.percent(part.weight))", "\(Figures.decimal(part.adds))",
      ])
    }
    table.rows.append(["score", "", "", "\(Figures.decimal(score.total))"])
    return table
  }

  private func draw(_ width: Double, _ variant: Drawing.Variant) -> Drawing {
    var drawing = Drawing(id: "score", width: width, height: 100, variant)
    let unit = width / 100
    var x = 0.0
    var starts: [Double] = []
    for part in parts {
      starts.append(x)
      let adds = min(max(part.adds, 0), max(0, 100 - x / unit)) * unit
      if adds > 0 { drawing.rect(x, 36, max(adds - 2, 1), 24, part.style) }
      x += adds
    }
    if width - x > 4 { drawing.rect(x + 0.5, 36.5, width - x - 1, 23, "n sh") }
    if width - x > 40 { drawing.text(x + 8, 53, total, "b t14") }
    labels(starts, in: &drawing)
    cut(facts.model.program.score.second, "tier 2 from", 12, unit, in: &drawing)
    cut(facts.model.program.score.first, "tier 1 from", 28, unit, in: &drawing)
    return drawing
  }

  /// Below their parts, moved where those are narrow; the colour says whose they are.
  private func labels(_ starts: [Double], in drawing: inout Drawing) {
    let widths = parts.map { part in
      12 + max(TextWidth.of(part.label, bold: true), TextWidth.of(part.sum))
    }
    var places = starts
    for index in places.indices.dropFirst() {
      places[index] = max(places[index], places[index - 1] + widths[index - 1] + 12)
    }
    var end = drawing.width
    for index in places.indices.reversed() {
      places[index] = min(places[index], end - widths[index])
      end = places[index] - 12
    }
    for (part, x) in zip(parts, places) {
      drawing.rect(x, 70, 8, 8, part.style)
      drawing.text(x + 12, 78, part.label, "b")
      drawing.text(x + 12, 94, part.sum, "m")
    }
  }

  private func cut(
    _ line: Double, _ name: String, _ y: Double, _ unit: Double, in drawing: inout Drawing
  ) {
    let (x, text) = (min(max(line, 0), 100) * unit, "\(name) \(Figures.decimal(line))")
    drawing.line(x, y - 8, x, 66, "si15")
    let isLeft = x - 4 >= TextWidth.of(text)
    drawing.text(isLeft ? x - 4 : x + 4, y, text, isLeft ? "m e halo" : "m halo")
  }
}
