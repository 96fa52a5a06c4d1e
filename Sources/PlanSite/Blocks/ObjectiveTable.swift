import PlanModel

/// Objectives against their targets.
extension ReviewSections {
  private static let objectiveLimit = 12

  func objectives(_ notes: inout Footnotes) -> SectionBlock {
    let objectives = plan.objectives?.items ?? []
    let title = ReviewSentences.objectives(objectives, on: review.today)
    guard !objectives.isEmpty else {
      return SectionBlock(
        id: "objectives", title: title,
        body: HTML(), lacks: "objectives")
    }
    var table = DataTable(
      "Objectives",
      [
        .text("Objective"), .number("Now"), .text("To target"), .number("Target"), .text("Whose"),
        .number("By"),
      ])
    table.data = DataLinks(.objectives, root: "../")
    for objective in objectives.prefix(Self.objectiveLimit) {
      let measure: HTML =
        objective.measure.map { "<br><span class=\"muted\">\($0.value)</span>" } ?? ""
      let whose =
        [review.facts.model.name(objective.owner?.value), objective.contact?.value].compactMap(
          \.self)
      let progress = Progress(of: objective)
      let isLate =
        !(progress?.isMet ?? false) && (objective.by.map { $0.value < review.today } ?? false)
      let day = objective.by.map { figures.day($0.value) } ?? "–"
      table.rows.append([
        "\(objective.text.value)" + notes.mark(objective.row, in: plan) + measure,
        "<b>\(objective.current?.value ?? "–")</b>", progress.map(Self.bar) ?? "",
        "\(objective.target?.value ?? "–")",
        "\(whose.isEmpty ? "nobody" : Wording.list(whose))",
        isLate ? "<span class=\"late\">\(day)</span>" : "\(day)",
      ])
    }
    let isDrawn = objectives.contains { Progress(of: $0) != nil }
    return SectionBlock(
      id: "objectives", title: title,
      note: isDrawn
        ? "Bars from nought to now, on one scale with the target"
        : "Now and target as the plan has them",
      body: Self.table(table, objectives.count, Self.objectiveLimit, "objective", in: "the plan"))
  }

  /// Now as a bar, the target as a stroke across it.
  static func bar(_ progress: Progress) -> HTML {
    let largest = max(progress.current, progress.target)
    guard min(progress.current, progress.target) >= 0, largest > 0 else { return "" }
    var drawing = Drawing(id: "", width: 112, height: 12, .wide)
    let (now, target) = (progress.current / largest * 108, progress.target / largest * 108)
    drawing.line(1, 6, 109, 6, "sh")
    drawing.rect(1, 4, now, 4, "fa")
    drawing.circle(1 + now, 6, 3, "fa")
    drawing.line(1 + target, 1, 1 + target, 11, "si2")
    return drawing.inline
  }
}
