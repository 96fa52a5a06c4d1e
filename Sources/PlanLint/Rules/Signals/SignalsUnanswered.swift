import PlanMetrics
import PlanModel
import PlanSource

/// A strong signal, or the answer that made an account ready for sales, after which nobody of ours was in touch.
struct SignalsUnanswered: PlanRule {
  static let about = RuleInfo(
    name: "signals/unanswered", level: .warning, limits: ["touch-within"],
    summary:
      "A strong signal, or the engagement score over the mqa threshold, and no touch within the "
      + "agreed working days.",
    why: "who shows that they look is talking to somebody this week, with us or with another",
    mend: "Be in touch, and write it into Plays. `limits.touch-within` sets the working days.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Signals

        | Date | Kind | Signal | Strength |
        | --- | --- | --- | --- |
        | ↓2026-11-18 | first-party | Five visits to the price page | high |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Signals

        | Date | Kind | Signal | Strength | Action |
        | --- | --- | --- | --- | --- |
        | ↓2026-11-06 | organizational | New head of operations | high | call him |

        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-05 | First mail | email |
        | 2026-12-01 | Call | call |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | Raj Iyer | legal |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-11-10 | Workshop | meeting | Ann Lee, Raj Iyer | wants a trial |
        | ↓2026-11-17 | Plant tour | meeting | Ann Lee, Raj Iyer | asks for prices |
        """,
        settings: "engagement: { mqa: 40 }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Signals

        | Date | Kind | Signal | Strength |
        | --- | --- | --- | --- |
        | 2026-11-19 | first-party | Five visits to the price page | high |
        | 2026-11-02 | first-party | One visit | medium |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Signals

        | Date | Kind | Signal | Strength |
        | --- | --- | --- | --- |
        | 2026-11-06 | first-party | Five visits to the price page | high |

        ## Plays

        | Date | Play | Channel | Outcome |
        | --- | --- | --- | --- |
        | 2026-11-10 | Call | call | no answer |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Signals

        | Date | Kind | Signal | Strength |
        | --- | --- | --- | --- |
        | 2026-11-13 | first-party | Five visits to the price page | high |
        """,
        settings: "limits: { touch-within: 5 }\n"),
    ])
  static let reads: [Topic] = [
    .column(.signals, "Date"), .column(.signals, "Strength"), .section(.plays),
    .column(.committee, "Name"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let within = context.program.limits.touchWithin
    guard within < .max else { return [] }
    let last = context.measures.touches.last
    let signals = (plan.signals?.items ?? []).filter { signal in
      let day = signal.date.value
      return signal.strength?.value == .high && last.map { $0.day < day } ?? true
        && context.today > day.adding(workingDays: within)
    }
    let findings = signals.map { signal in
      finding(
        at: signal.date.span,
        "\(Wording.short(signal.signal.value)): \(silence(since: signal.date.value, within, context))",
        help: help(context), key: "\(signal.date.value) \(ContactName.key(signal.signal.value))",
        row: signal.row)
    }
    return findings + [crossing(plan, last, within, context)].compactMap { $0 }
  }

  /// The engagement score went over the threshold with the last touch, and nobody followed it.
  private func crossing(
    _ plan: Plan, _ last: PlanMeasures.Touch?, _ within: Int, _ context: PlanContext
  ) -> Finding? {
    let settings = context.program.engagement
    // From a deal on sales is there already.
    guard let last, let plays = plan.plays?.items, context.stage < .opportunity,
      context.today > last.day.adding(workingDays: within),
      // What was over the threshold a half-life ago is over half of it now.
      context.today - last.day <= settings.halfLife,
      context.measures.engagement.score * 2 >= settings.mqa
    else { return nil }
    func score(on day: Day) -> Int {
      PlanMeasures(of: plan, in: context.program, on: day).engagement.score
    }
    let reached = score(on: last.day)
    guard reached >= settings.mqa, score(on: last.day - 1) < settings.mqa else { return nil }
    let play = plays[last.index]
    return finding(
      at: play.date.span,
      "the engagement score rose to \(reached), over \(settings.mqa): "
        + silence(since: last.day, within, context),
      help: help(context), key: "score", row: play.row)
  }

  private func silence(since day: Day, _ within: Int, _ context: PlanContext) -> String {
    "nobody was in touch in the \(Wording.count(context.today - day, "day")) since; "
      + "\(Wording.count(within, "working day")) \(within == 1 ? "is" : "are") agreed"
  }

  private func help(_ context: PlanContext) -> String {
    "be in touch today and add the row to Plays, dated \(context.today)"
  }
}
