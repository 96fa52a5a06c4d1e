import PlanModel

/// What the review of an account says first, and the titles of its sections.
enum ReviewSentences {
  /// `€640k closes in 70 days. Since 12 November one deal came up; one of four promises is broken.`
  static func lead(_ review: ReviewFacts) -> HTML {
    let promises = PromiseCount(review.promises)
    let parts = [moved(review), owed(promises)].compactMap(\.self)
    let rest = parts.isEmpty ? "" : " " + Wording.capital(parts.joined(separator: "; ")) + "."
    return "\(Stake(review.facts).text).\(rest)"
  }

  /// The two weightiest things that moved.
  private static func moved(_ review: ReviewFacts) -> String? {
    let clauses = Moved.remarks.said(of: review, limit: 2).map(\.clause)
    let since = since(review)
    guard !clauses.isEmpty else { return "nothing is dated \(since)" }
    return "\(since) \(Wording.list(clauses))"
  }

  /// `since 12 November`; `in the last quarter`, where no review is written.
  static func since(_ review: ReviewFacts) -> String {
    review.movement.isReview
      ? "since \(review.figures.dayInFull(review.movement.since))" : "in the last quarter"
  }

  /// What became of the promises, where that is worth a clause.
  static func owed(_ count: PromiseCount) -> String? {
    guard count.all > 0 else { return nil }
    if count.broken > 0 {
      if count.broken == count.all {
        return count.all == 1
          ? "the one promise is broken" : "\(Wording.all(count.all)) promises are broken"
      }
      let verb = Wording.verb(count.broken, "is", "are")
      let some = "\(Wording.spelled(count.broken)) of \(Wording.spelled(count.all))"
      return "\(some) promises \(verb) broken"
    }
    guard count.done == count.all else { return nil }
    return count.all == 1
      ? "the one promise was kept" : "\(Wording.all(count.all)) promises were kept"
  }

  /// `Three promises kept, one kept late, two broken, one open`.
  static func promises(_ count: PromiseCount) -> String {
    guard count.all > 0 else { return "No promise of a review is written" }
    let parts = [
      (count.kept, "kept"), (count.keptLate, "kept late"), (count.broken, "broken"),
      (count.open, "open"),
    ].filter { $0.0 > 0 }
    if parts.count == 1, count.all > 1 {
      return Wording.capital("\(Wording.all(count.all)) promises are \(parts[0].1)")
    }
    let words = parts.enumerated().map { index, part in
      index == 0
        ? "\(Wording.spelled(part.0, "promise")) \(part.1)" : "\(Wording.spelled(part.0)) \(part.1)"
    }
    return Wording.capital(words.joined(separator: ", "))
  }

  /// `One deal came up, two tasks done and one first answer since 12 November`.
  static func movement(_ review: ReviewFacts) -> String {
    let moved = review.movement
    let counts = [
      count(moved.won.count, "deal won", "deals won"),
      count(moved.lost.count, "deal lost", "deals lost"),
      count(moved.slipped.count, "deal past its close day", "deals past their close days"),
      count(moved.created.count, "new deal", "new deals"),
      count(moved.answered.count, "first answer", "first answers"),
      count(moved.silent.count, "person fallen silent", "people fallen silent"),
      count(moved.late.count, "task past its day", "tasks past their days"),
      count(moved.steps.count, "next step past its day", "next steps past their days"),
      count(moved.done.count, "task done", "tasks done"),
      count(moved.signals.count, "signal", "signals"), count(moved.touches, "touch", "touches"),
      count(moved.renewals.count, "renewal day", "renewal days"),
    ].compactMap(\.self)
    let since = since(review)
    if moved.isEmpty { return "Nothing in the plan is dated \(since)" }
    // What is left is a stage.
    guard !counts.isEmpty else { return "No deal, task or person moved \(since)" }
    return Wording.capital("\(Wording.list(counts, limit: 4)) \(since)")
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String? {
    number == 0 ? nil : Wording.spelled(number, one, many)
  }

  /// `Two objectives, one of them past its day`.
  static func objectives(_ objectives: [Objective], on today: Day) -> String {
    guard !objectives.isEmpty else { return "No objective is written" }
    let all = Wording.capital(Wording.spelled(objectives.count, "objective"))
    let met = objectives.count { Progress(of: $0)?.isMet ?? false }
    let past = objectives.filter { objective in
      let isMet = Progress(of: objective)?.isMet ?? false
      return !isMet && (objective.by.map { $0.value < today } ?? false)
    }.count
    let parts = [
      met > 0 ? "\(Wording.spelled(met)) at \(met == 1 ? "its" : "their") target" : nil,
      past > 0 ? "\(Wording.spelled(past)) past \(past == 1 ? "its" : "their") day" : nil,
    ].compactMap(\.self)
    if !parts.isEmpty { return "\(all), \(Wording.list(parts))" }
    let open = objectives.count { $0.target == nil }
    if open == 0 {
      return objectives.count == 1 ? "\(all), and its target" : "\(all), each with its target"
    }
    return "\(all), \(Wording.spelled(open)) without a target"
  }

  /// `Seven steps to 29 January; one is late, and one has nobody on their side`.
  static func actionPlan(_ review: ReviewFacts) -> String {
    let tasks = review.plan.runningTasks
    // Steps that say themselves who or when are late, or due, by themselves.
    let open = review.plan.openTasks.flatMap(\.duties)
    guard !tasks.isEmpty else { return "No step is agreed with them yet" }
    guard !open.isEmpty else {
      return tasks.count == 1
        ? "The one step of the action plan is done" : "Every step of the action plan is done"
    }
    let steps = Wording.capital(Wording.spelled(open.count, "step")) + " to do"
    let last = open.compactMap { $0.due?.value }.max()
    let end =
      last.map { $0 >= review.today ? ", the last by \(review.figures.dayInFull($0))" : "" }
      ?? ", none with a day"
    let until =
      open.count == 1
      ? end.replacing("the last by", with: "by").replacing("none with a day", with: "without a day")
      : end
    let alone = review.plan.openTasks.count { !review.facts.hasTheirs($0) }
    let parts = [
      review.facts.overdue.isEmpty
        ? nil
        : "\(Wording.spelled(review.facts.overdue.count)) \(Wording.verb(review.facts.overdue.count, "is", "are")) late",
      alone == 0
        ? nil
        : "\(Wording.spelled(alone)) \(Wording.verb(alone, "names", "name")) nobody of theirs",
    ].compactMap(\.self)
    return steps + until + (parts.isEmpty ? "" : "; " + Wording.list(parts))
  }

  /// `Two risks, one of them severe; one has no answer`.
  static func risks(_ risks: [Risk]) -> String {
    guard !risks.isEmpty else { return "No risk is written" }
    let severe = risks.count { $0.severity?.value == .high }
    let open = risks.count { $0.mitigation == nil }
    let all = Wording.capital(Wording.spelled(risks.count, "risk"))
    let how =
      severe == 0
      ? ""
      : severe == risks.count
        ? (severe == 1 ? ", severe" : ", all severe")
        : ", \(Wording.spelled(severe)) of them severe"
    let answered =
      open == 0
      ? (risks.count == 1 ? ", with an answer" : "; each has an answer")
      : open == risks.count
        ? (risks.count == 1 ? ", without an answer" : "; none has an answer")
        : "; \(Wording.spelled(open)) \(Wording.verb(open, "has", "have")) no answer"
    return all + how + answered
  }
}

extension Figures {
  /// `12 November`; with the year when it is not in this fiscal year.
  func dayInFull(_ day: Day) -> String {
    let long = Figures.long(day)
    return day >= year.first && day < year.next ? String(long.dropLast(5)) : long
  }
}
