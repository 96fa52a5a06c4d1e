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
        won + lost == 0
        ? "" : "; the last four quarters won \(won) of \(Wording.count(won + lost, "deal"))"
      return
        "\(figures.money(missing)) of the \(figures.money(pace.openMoney)) that closes this year must be won"
        + rate
    },
  ]

  /// `Won €2.46M of €4.00M with 80% of the year gone, €0.75M behind`; empty without a goal.
  static func lead(_ pace: GoalPace, _ figures: Figures) -> HTML {
    guard let goal = pace.goal, let line = pace.straightLine else { return "" }
    let gone = pace.daysGone * 100 / pace.days
    let won: HTML =
      "<a href=\"#goal\">\(figures.money(pace.wonMoney))</a> of \(figures.money(goal))"
    guard pace.missing != .zero else { return "Won \(won), the goal of the year" }
    let apart = figures.money(Money(hundredths: abs(line.hundredths - pace.wonMoney.hundredths)))
    let state =
      apart == figures.money(.zero)
      ? "on the straight line" : "\(apart) \(line > pace.wonMoney ? "behind" : "ahead")"
    return "Won \(won) with \(gone)% of the year gone, <a href=\"#goal\">\(state)</a>"
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
    let rate: HTML =
      won + lost == 0
      ? "no deal was decided in four quarters"
      : "we won \(won) of \(Wording.count(won + lost, "deal"))"
    let isCovered = needed.map { coverage >= $0 } ?? (coverage >= 1)
    let most = max(needed ?? 1, coverage, 1)
    return AnswerView(
      question: question, number: times(coverage),
      unit: needed.map { "of \(times($0)) needed" } ?? "of what is missing",
      picture: Micro.gauge(coverage / most, marks: [1 / most] + (needed.map { [$0 / most] } ?? [])),
      text: """
        \(isCovered ? "Yes" : "No"). \(figures.money(pace.openMoney)) closes this year for \
        \(figures.money(missing)) still to win; \(rate).
        """)
  }

  /// `1.6×`, rounded down: a cover is never better than it looks.
  static func times(_ factor: Double) -> String {
    let tenths = Int((min(factor, 999) * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)×"
  }
}
