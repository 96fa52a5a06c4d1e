import PlanModel

/// MEDDPICC of a deal in the order in which it must be known, with today's share of the way to the close.
struct Meddpicc {
  private let deal: QualifiedDeal
  /// Of the drawings.
  private let id: String

  /// - Parameter number: From 1; each deal of a page has its own.
  init(_ deal: QualifiedDeal, number: Int) {
    self.deal = deal
    id = "meddpicc-\(number)"
  }

  func picture(_ citations: Citations) -> Picture {
    let scores = deal.answers.map { "\($0.element.spoken) \($0.score.map(String.init) ?? "–")" }
    let name = deal.name.map { " of \($0)" } ?? ""
    return Picture(
      title: "MEDDPICC\(name)", description: "Of 3: \(scores.joined(separator: ", ")).",
      wide, narrow, table: table(citations, name))
  }

  private func table(_ citations: Citations, _ name: String) -> DataTable {
    var table = DataTable(
      "MEDDPICC\(name) as a table",
      [.text("Element"), .number("Score of 3"), .number("Due at"), .text("Evidence")])
    table.data = DataLinks(.meddpicc, root: "../")
    for answer in deal.answers {
      table.rows.append([
        "\(Wording.capital(answer.element.spoken))",
        citations.cite("\(answer.score.map(String.init) ?? "–")", answer.row),
        "\(answer.element.due * 10)%", "\(answer.evidence ?? "none written")",
      ])
    }
    return table
  }

  /// What stands below the boxes.
  private func words(_ answer: QualifiedDeal.Answer) -> String {
    answer.evidence ?? (answer.score == nil ? "Not written" : "No evidence")
  }

  private var today: String { deal.way.map { "today, \($0.percent)%" } ?? "" }

  private func boxes(
    _ answer: QualifiedDeal.Answer, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    in drawing: inout Drawing
  ) {
    for index in 0..<3 {
      let left = x + Double(index) * (width + 4)
      if index < answer.score ?? 0 {
        drawing.rect(left, y, width, height, answer.isGap ? "i" : "fa")
      } else {
        drawing.rect(
          left + 0.5, y + 0.5, width - 1, height - 1, answer.isGap ? "n si dash" : "n ss")
      }
    }
  }

  private var wide: Drawing {
    var drawing = Drawing(id: id, width: 1200, height: 0, .wide)
    let top = deal.way == nil ? 0.0 : 28
    let columns = deal.answers.enumerated().map { index, answer in
      (x: Double(index) * 150 + (index < deal.due || deal.way == nil ? 0 : 8), answer: answer)
    }
    var lines = 0
    for (x, answer) in columns {
      let name = Wording.capital(answer.element.spoken)
      drawing.text(x, top + 16, TextWidth.clip(name, to: 138, bold: true), "b")
      boxes(answer, x, top + 26, 39, 12, in: &drawing)
      let text = TextWidth.wrap(words(answer), to: answer.isGap ? 132 / 1.1 : 132, lines: 5)
      for (line, words) in text.enumerated() {
        drawing.text(x, top + 58 + Double(line) * 16, words, answer.isGap ? "b" : "m")
      }
      lines = max(lines, text.count)
      if deal.way != nil { drawing.text(x, 12, "\(answer.element.due * 10)%", "m") }
    }
    drawing.height = top + 52 + Double(lines) * 16
    guard deal.way != nil else { return drawing }
    let x = max(Double(deal.due) * 150 - 8, 0.5)
    drawing.line(x, 22, 1200, 22, "sh")
    drawing.line(0, 22, x, 22, "si2")
    drawing.line(x, 0, x, drawing.height, "si15")
    drawing.text(deal.due > 0 ? x - 6 : 44, 12, today, deal.due > 0 ? "b e halo" : "b halo")
    return drawing
  }

  private var narrow: Drawing {
    var drawing = Drawing(id: id, width: 358, height: 0, .narrow)
    var y = 0.0
    for (index, answer) in deal.answers.enumerated() {
      if deal.way != nil, index == deal.due { y = mark(y, in: &drawing) }
      let name = Wording.capital(answer.element.spoken)
      drawing.text(0, y + 14, TextWidth.clip(name, to: 146, bold: true), "b")
      boxes(answer, 150, y + 6, 26, 9, in: &drawing)
      if answer.isDue { drawing.text(358, y + 14, "due", answer.isGap ? "b e" : "m e") }
      let text = TextWidth.wrap(words(answer), to: answer.isGap ? 356 / 1.1 : 356, lines: 2)
      for (line, words) in text.enumerated() {
        drawing.text(0, y + 32 + Double(line) * 16, words, answer.isGap ? "b" : "m")
      }
      y += 36 + Double(text.count) * 16
    }
    if deal.way != nil, deal.due == deal.answers.count { y = mark(y, in: &drawing) }
    drawing.height = y
    return drawing
  }

  /// The line between what is due and what is not; returns what is below it.
  private func mark(_ y: Double, in drawing: inout Drawing) -> Double {
    drawing.line(0, y, 358, y, "si15")
    drawing.text(358, y + 14, today + " of the way", "b e")
    return y + 22
  }
}
