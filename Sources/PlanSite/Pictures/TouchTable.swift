import PlanMetrics
import PlanModel

/// The touches of an account, those to come and those that are only noted, the latest first.
enum TouchTable {
  static func table(_ facts: AccountFacts, _ citations: Citations) -> DataTable {
    var table = DataTable(
      "Touches as a table",
      [
        .text("Day"), .text("Theirs"), .text("Ours"), .text("Touch"), .text("Channel"),
        .text("Answer"),
      ])
    table.data = DataLinks(.plays, root: "../")
    let plays = facts.plan.plays?.items ?? []
    var rows: [(day: Day, cells: [HTML])] = plays.enumerated().compactMap { index, play in
      play.isPlanned(on: facts.today) ? row(play, "planned", facts, citations) : nil
    }
    for touch in facts.measures.touches where !touch.isPlanned {
      rows.append(
        row(plays[touch.index], touch.isAnswered ? "answered" : "none", facts, citations))
    }
    var never: [HTML] = []
    for (index, contact) in facts.plan.contacts.enumerated() where !contact.hasLeft {
      if let day = facts.cellAlone(index), let cell = contact.lastEngaged {
        let date = citations.cite("\(facts.figures.day(day))", cell.span)
        rows.append(
          (day, [date, "\(contact.name.value)", "–", "Last engaged", "–", "answered"]))
      } else if facts.touches.lines[index].all.isEmpty,
        facts.touches.lines[index].planned.isEmpty
      {
        never.append("\(contact.name.value)")
      }
    }
    table.rows = rows.enumerated().sorted { left, right in
      (right.element.day, left.offset) < (left.element.day, right.offset)
    }.map(\.element.cells)
    for name in never { table.rows.append(["never", name, "–", "–", "–", "–"]) }
    return table
  }

  private static func row(
    _ play: Play, _ answer: HTML, _ facts: AccountFacts, _ citations: Citations
  ) -> (day: Day, cells: [HTML]) {
    let theirs = play.contacts.map(\.value).joined(separator: ", ")
    let ours = play.by.map { facts.model.program.name(of: $0.value) }.joined(separator: ", ")
    return (
      play.date.value,
      [
        citations.cite("\(facts.figures.day(play.date.value))", play.row),
        "\(theirs.isEmpty ? "nobody named" : theirs)", "\(ours.isEmpty ? "nobody named" : ours)",
        "\(play.play.value)", "\(play.channel?.value.spoken ?? "–")", answer,
      ]
    )
  }
}
