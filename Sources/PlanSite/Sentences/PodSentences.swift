import PlanModel

/// What a pod's page says.
enum PodSentences {
  static let clauses: [Remark<PodWeek, HTML>] = [
    Remark("answers", 5) { week in
      let answers = week.answers.count
      guard answers > 0 else {
        return week.tries.isEmpty
          ? nil
          : "nobody answered \(week.tries.count == 1 ? "the one try" : "any of \(week.tries.count) tries") in the last 7 days"
      }
      return """
        <a href="#answers">\(Wording.count(answers, "answer"))</a> came in the last 7 days
        """
    },
    Remark("due", 4) { week in
      let due = week.due.count
      guard due > 0 else { return nil }
      return """
        <a href="#due">\(Wording.count(due, "play"))</a> \(Wording.verb(due, "is", "are")) due in the next 7
        """
    },
    Remark("signals", 3) { week in
      let signals = week.signals.count
      guard signals > 0 else { return nil }
      return """
        <a href="#signals">\(Wording.count(signals, "signal"))</a> \(Wording.verb(signals, "waits", "wait")) \
        for a talk
        """
    },
    Remark("late", 2) { week in
      let late = week.late.count
      guard late > 0 else { return nil }
      return """
        <a href="#decisions">\(Wording.count(late, "task"))</a> \(Wording.verb(late, "is", "are")) late
        """
    },
    Remark("sponsorless", 1.5) { week in
      let count = week.sponsorless.count
      guard count > 0 else { return nil }
      return """
        <a href="#decisions">\(Wording.count(count, "account"))</a> with a deal \
        \(Wording.verb(count, "lacks", "lack")) a sponsor
        """
    },
    Remark("reviews", 1) { week in
      let count = week.reviews.count
      guard count > 0 else { return nil }
      return """
        <a href="#decisions">\(Wording.count(count, "review"))</a> \(Wording.verb(count, "is", "are")) due
        """
    },
  ]

  /// `3 answers came in the last 7 days; 5 plays are due in the next 7; 2 signals wait for a talk.`
  static func lead(_ week: PodWeek) -> HTML {
    let said = clauses.said(of: week, limit: 4)
    guard !said.isEmpty else {
      return "Nothing came in and nothing is due: no play, task or review falls in these two weeks."
    }
    return said.joined(by: "; ").capital + "."
  }

  static func answers(_ week: PodWeek) -> String {
    let answers = week.answers.count
    guard answers > 0 else { return "Nobody answered in the last 7 days" }
    let accounts = Set(week.answers.map(\.account.index)).count
    if answers == 1 { return "One answer came in" }
    return "\(Wording.capital(Wording.spelled(answers))) answers came in, from "
      + Wording.spelled(accounts, "account")
  }

  static func due(_ week: PodWeek) -> String {
    let due = week.due.count
    guard due > 0 else { return "No play is due in the next 7 days" }
    return
      "\(Wording.capital(Wording.spelled(due, "play"))) \(Wording.verb(due, "is", "are")) due in the next 7 days"
  }

  static func signals(_ week: PodWeek) -> String {
    let signals = week.signals
    guard !signals.isEmpty else {
      return week.hasSignals ? "A talk followed every signal" : "No signal came in"
    }
    let strong = signals.count { $0.signal.strength?.value == .high }
    let count = Wording.capital(Wording.spelled(signals.count, "signal"))
    let verb = Wording.verb(signals.count, "waits", "wait")
    guard strong > 0 else { return "\(count) \(verb) for a talk, none of them strong" }
    if signals.count == 1 { return "One strong signal waits for a talk" }
    let part = strong == signals.count ? "all" : Wording.spelled(strong)
    return "\(count) \(verb) for a talk, \(part) of them strong"
  }

  static func decisions(_ week: PodWeek) -> String {
    let count = week.decisions
    guard count > 0 else { return "Nothing waits for a decision" }
    let parts = [
      (week.late.count, "late task"), (week.reviews.count, "review"),
      (week.sponsorless.count, "deal without a sponsor"),
    ].filter { $0.0 > 0 }.map { number, word in
      Wording.spelled(
        number, word, word.hasPrefix("deal") ? "deals without a sponsor" : nil)
    }
    return
      "\(Wording.capital(Wording.list(parts))) \(Wording.verb(count, "waits", "wait")) for a decision"
  }
}
