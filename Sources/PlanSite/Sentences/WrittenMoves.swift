import PlanModel

/// Moves that somebody wrote down outside of the action plan: promises of reviews, next steps in the whitespace.
extension Moves {
  /// A step ahead is a move within so many days.
  private static let stepDays = 21

  static let written: [Remark<AccountFacts, MoveBlock>] = [
    Remark("late promise") { facts in
      let late = facts.plan.openPromises.flatMap(\.duties).filter { $0.isLate(on: facts.today) }
      guard let task = late.min(by: isSooner), let due = task.due?.value else { return nil }
      let others = others(late.count - 1, "promise")
      let move = MoveBlock(
        when: "Due since \(facts.figures.weekday(due)), \(people(task, facts))",
        title: "Keep the promise: \(task.text.value)",
        detail:
          "\(Wording.count(facts.today - due, "day")) late; a review of the account promised it\(others).",
        isLate: true)
      return (facts.weight(nil, 0.15, days: 1), move)
    },
    Remark("late next step") { facts in
      let late = facts.plan.nextSteps.filter { $0.isLate(on: facts.today) }
      // The costliest, of equal ones the one that is late longest.
      let most = late.map { potential($0, facts) }.max()
      let costly = late.filter { potential($0, facts) == most }
      guard let task = costly.min(by: isSooner), let due = task.due?.value else { return nil }
      let others = others(late.count - 1, "next step")
      let move = MoveBlock(
        when: "Due since \(facts.figures.weekday(due)), \(owner(task, facts))",
        title: "Take the step: \(task.text.value)",
        detail:
          "\(Wording.count(facts.today - due, "day")) late in the whitespace\(cell(task))\(others).",
        isLate: true)
      return (facts.weight(potential(task, facts), 0.2, days: 1), move)
    },
    Remark("next step") { facts in
      let ahead = facts.plan.nextSteps.filter { task in
        task.due.map { (0...stepDays).contains($0.value - facts.today) } ?? false
          && !isPlanned(task, facts)
      }
      guard let task = ahead.min(by: isSooner), let due = task.due?.value else { return nil }
      let move = MoveBlock(
        when: "By \(facts.figures.weekday(due)), \(owner(task, facts))", title: task.text.value,
        detail: "Next in the whitespace\(cell(task)).", isLate: false)
      return (facts.weight(potential(task, facts), 0.08, days: due - facts.today), move)
    },
  ]

  /// Whether the action plan or the plays have it already: of the same of ours, on the same day, in some of its words.
  private static func isPlanned(_ step: ActionTask, _ facts: AccountFacts) -> Bool {
    guard let due = step.due?.value, let who = step.people.first?.value else { return false }
    let task = facts.plan.openTasks.flatMap(\.duties).contains { task in
      task.due?.value == due && task.people.contains { $0.value == who }
        && sharesWord(task.text.value, step.text.value)
    }
    return task
      || (facts.plan.plays?.items ?? []).contains { play in
        play.date.value == due && play.isPlanned(on: facts.today)
          && play.by.contains { $0.value == who } && sharesWord(play.play.value, step.text.value)
      }
  }

  /// Whether two texts have a word of four letters or more in common.
  static func sharesWord(_ one: String, _ other: String) -> Bool {
    func words(_ text: String) -> Set<Substring> {
      Set(ContactName.key(text).split { !$0.isLetter }.filter { $0.count >= 4 })
    }
    return !words(one).isDisjoint(with: words(other))
  }

  private static func isSooner(_ left: ActionTask, _ right: ActionTask) -> Bool {
    (left.due?.value ?? Day.last) < (right.due?.value ?? Day.last)
  }

  /// `: Twin, Taulov`.
  private static func cell(_ task: ActionTask) -> String {
    task.milestone.map { ": \($0.value)" } ?? ""
  }

  private static func owner(_ task: ActionTask, _ facts: AccountFacts) -> String {
    facts.model.name(task.people.first?.value) ?? "nobody named"
  }

  /// What the step's cell could bring; nothing where nobody wrote it.
  private static func potential(_ task: ActionTask, _ facts: AccountFacts) -> Money {
    let cell = facts.plan.whitespace?.items.first { $0.row == task.row }
    return cell?.potential?.value ?? .zero
  }

  private static func others(_ count: Int, _ what: String) -> String {
    count > 0
      ? "; \(Wording.spelled(count, "other \(what)")) \(Wording.verb(count, "is", "are")) late too"
      : ""
  }
}
