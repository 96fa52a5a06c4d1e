import PlanModel

/// The tasks of an action plan with their steps.
enum TaskTable {
  static func table(
    _ tasks: [ActionTask], _ facts: AccountFacts, _ citations: Citations
  ) -> DataTable {
    var table = DataTable(
      "Action plan as a table",
      [
        .text("Task"), .text("Milestone"), .text("Ours"), .text("Theirs"), .number("Due"),
        .text("State"),
      ])
    table.data = DataLinks(.tasks, root: "../")
    for task in tasks { add(task, 0, to: &table, facts, citations) }
    return table
  }

  private static func add(
    _ task: ActionTask, _ depth: Int, to table: inout DataTable, _ facts: AccountFacts,
    _ citations: Citations
  ) {
    let sign = String(repeating: "– ", count: min(depth, 6))
    let milestone = [task.opportunity?.value, task.milestone?.value].compactMap { $0 }
    let ours = task.people.map { facts.model.program.name(of: $0.value) }
    table.rows.append([
      "\(sign)\(citations.cite("\(task.text.value)", task.row))",
      "\(milestone.isEmpty ? "–" : milestone.joined(separator: ": "))",
      "\(ours.isEmpty ? "nobody" : ours.joined(separator: ", "))",
      "\(task.contacts.isEmpty ? "nobody" : facts.theirs(task).joined(separator: ", "))",
      "\(task.due.map { facts.figures.day($0.value) } ?? "no day")", state(task, facts),
    ])
    for step in task.steps { add(step, depth + 1, to: &table, facts, citations) }
  }

  private static func state(_ task: ActionTask, _ facts: AccountFacts) -> HTML {
    guard task.isOpen else {
      return "done\(task.done.map { " \(facts.figures.day($0.value))" } ?? "")"
    }
    guard let due = task.due?.value, task.isLate(on: facts.today) else { return "open" }
    return "<span class=\"late\">\(Wording.count(facts.today - due, "day")) late</span>"
  }
}
