import PlanMetrics
import PlanModel

extension AccountSections {
  /// What is to sell, and the next steps there; neither while no cell is mapped and the tier asks for none.
  var whitespace: (matrix: SectionBlock?, steps: SectionBlock?) {
    let matrix = WhitespaceMatrix(plan, facts.model.program, figures)
    guard !matrix.listed.isEmpty else {
      let isAsked = asked.minimumWhitespace.value(at: facts.measures.stage) ?? 0 > 0
      return (isAsked && facts.account.isActive ? Self.unmapped : nil, nil)
    }
    let title = AccountSentences.whitespace(matrix)
    let hidden =
      max(0, matrix.offerings.count - WhitespaceMatrix.limit)
      + max(0, matrix.centers.count - WhitespaceMatrix.limit)
    let rest = hidden > 0 ? "; what is not drawn is in the table" : ""
    let block = SectionBlock(
      id: "whitespace", title: title,
      note: "Squares are drawn to the money on one scale; what is in a deal is not counted\(rest)",
      style: "c7", body: matrix.picture(title: title, citations).html)
    let open = matrix.listed.filter(\.isUnsold)
    return (block, open.isEmpty ? nil : steps(open, AccountSentences.steps(matrix)))
  }

  private static let unmapped = SectionBlock(
    id: "whitespace", title: "No whitespace is mapped yet", style: "c7",
    body: """
      <p class="fig muted">A row in <code>## Whitespace</code> with offering, buying center, status and \
      potential draws the first square.</p>
      """)

  /// Rows of the table of next steps.
  private static let stepLimit = 6

  private func steps(_ open: [WhitespaceCell], _ title: String) -> SectionBlock {
    let sorted = open.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if (a.status?.value == .pursuing) != (b.status?.value == .pursuing) {
        return a.status?.value == .pursuing
      }
      let (first, second) = (a.potential?.value ?? .zero, b.potential?.value ?? .zero)
      return first != second ? first > second : left.offset < right.offset
    }
    let late = Set(plan.nextSteps.filter { $0.isLate(on: figures.today) }.map(\.row))
    let past =
      late.isEmpty
      ? "" : "; \(Wording.spelled(late.count)) \(Wording.verb(late.count, "is", "are")) late"
    var table = DataTable(
      "Next steps in the whitespace", [.text("Where"), .text("Next step"), .number("By")])
    table.data = DataLinks(.whitespace, root: "../")
    for (_, cell) in sorted.prefix(Self.stepLimit) {
      let money: HTML =
        cell.potential.map { amount in
          ", \(citations.cite("\(figures.money(amount.value))", amount.span))"
        } ?? HTML()
      let step: HTML =
        cell.nextStep.map { "\($0.value)" }
        ?? "<span class=\"muted\">No step. Write one in the row’s Next step</span>"
      let isLate = late.contains(cell.row)
      let day: HTML =
        cell.by.map { by in
          let day = citations.cite("\(figures.day(by.value))", by.span)
          return "<span class=\"nb\(isLate ? " late" : "")\">\(day)</span>"
        } ?? "–"
      table.rows.append([
        """
        \(cell.offering.value), \(cell.buyingCenter.value)<br><span class="muted small">\
        \(cell.status?.value.rawValue ?? "")\(money)</span>
        """,
        step, day,
      ])
    }
    let others = open.count - Self.stepLimit
    return SectionBlock(
      id: "steps", title: title + past,
      note: "Pursued first, then by money"
        + (others > 0 ? "; \(Wording.count(others, "smaller square")) in the plan" : ""),
      style: "c5", body: "<div class=\"fig\">" + table.html + "</div>")
  }
}
