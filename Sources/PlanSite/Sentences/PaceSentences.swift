import PlanMetrics
import PlanModel

/// What the home page says of the year's goal.
enum PaceSentences {
  /// The chart's title: what must still happen, beside what happened in the last four quarters.
  static let titles: [Remark<(GoalPace, Figures), String>] = [
    Remark("reached", 5) { pace, figures in
      guard let goal = pace.goal, pace.missing == .zero else { return nil }
      let over = pace.wonMoney.hundredths - goal.hundredths
      let sum = over > 0 ? ", \(figures.money(Money(hundredths: over))) beyond it" : ""
      return "The goal of \(figures.money(goal)) is reached\(sum)"
    },
    Remark("out of reach", 4) { pace, figures in
      guard let missing = pace.missing, missing > pace.openMoney else { return nil }
      let short = figures.money(Money(hundredths: missing.hundredths - pace.openMoney.hundredths))
      return pace.open.isEmpty
        ? "\(figures.money(missing)) is still to win, and no open deal closes this year"
        : "Every open deal of the year won would still leave \(short) to the goal"
    },
    Remark("must be won", 3) { pace, figures in
      guard let missing = pace.missing, missing > .zero else { return nil }
      let (won, lost) = pace.decided
      let rate =
        won + lost < GoalPace.minimumDecided
        ? "" : "; the last four quarters won \(won) of \(Wording.count(won + lost, "deal"))"
      return
        "\(figures.money(missing)) of the \(figures.money(pace.openMoney)) that closes this year must be won"
        + rate
    },
  ]

  /// `Won €2.46M of €4.00M with 80% of the year gone, €0.75M behind`; empty without a goal.
  ///
  /// - Parameter home: The way to the home page; empty on it.
  static func lead(_ pace: GoalPace, _ figures: Figures, home: String = "") -> HTML {
    guard let goal = pace.goal, let line = pace.straightLine else { return "" }
    let gone = pace.daysGone * 100 / pace.days
    let won: HTML =
      "<a href=\"\(home)#goal\">\(figures.money(pace.wonMoney))</a> of \(figures.money(goal))"
    guard pace.missing != .zero else { return "Won \(won), the goal of the year" }
    let apart = figures.money(Money(hundredths: abs(line.hundredths - pace.wonMoney.hundredths)))
    let state =
      apart == figures.money(.zero)
      ? "on the straight line" : "\(apart) \(line > pace.wonMoney ? "behind" : "ahead")"
    return "Won \(won) with \(gone)% of the year gone, <a href=\"\(home)#goal\">\(state)</a>"
  }

  /// Whether the year is on pace, as one of the home page's answers; nil without a goal.
  static func pace(_ pace: GoalPace, _ figures: Figures) -> AnswerView? {
    guard let goal = pace.goal, let line = pace.straightLine else { return nil }
    let isBehind = line > pace.wonMoney
    let text =
      pace.missing == .zero
      ? "Yes, it is reached."
      : "\(isBehind ? "No" : "Yes"). A straight line stands at \(figures.money(line)) today."
    return AnswerView(
      question: "On pace?", number: figures.money(pace.wonMoney),
      unit: "of \(figures.money(goal))",
      picture: Micro.gauge(pace.wonMoney.share(of: goal), marks: [line.share(of: goal)]),
      text: "\(text)")
  }

  /// Whether open deals cover what is still to win; nil without a goal.
  static func cover(_ pace: GoalPace, _ figures: Figures) -> AnswerView? {
    guard let missing = pace.missing else { return nil }
    let question = "Covered?"
    guard let coverage = pace.coverage else {
      return AnswerView(
        question: question, number: figures.money(pace.openMoney), unit: "open this year",
        picture: Micro.gauge(1, marks: []), text: "Nothing is left to win.")
    }
    let needed = pace.coverageNeeded
    let (won, lost) = pace.decided
    let most = max(needed ?? 1, coverage, 1)
    let judged: HTML
    if let needed {
      judged = """
        \(coverage >= needed ? "Yes" : "No"): we won \(won) of \(Wording.count(won + lost, "deal")).
        """
    } else if coverage < 1 {
      judged = "No: all of it would not do."
    } else {
      // Too few deals were decided to say how many are won.
      judged = "\(percent(of: 1 / coverage))% of it must be won."
    }
    return AnswerView(
      question: question, number: times(coverage),
      unit: needed.map { "of \(times($0)) needed" } ?? "the gap",
      picture: Micro.gauge(coverage / most, marks: [1 / most] + (needed.map { [$0 / most] } ?? [])),
      text: """
        \(figures.money(pace.openMoney)) closes this year for \(figures.money(missing)) still to win. \
        \(judged)
        """)
  }

  /// Whole percent, rounded up: what must be won is never less than it looks.
  private static func percent(of share: Double) -> Int { Int((share * 100).rounded(.up)) }

  /// `1.6×`, rounded down: a cover is never better than it looks.
  static func times(_ factor: Double) -> String {
    let tenths = Int((min(factor, 999) * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)×"
  }
}
