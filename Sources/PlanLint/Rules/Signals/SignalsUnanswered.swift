import PlanMetrics
import PlanModel
import PlanSource

/// A strong signal, or the answer that made an account ready for sales, after which nobody of ours was in touch.
struct SignalsUnanswered: PlanRule {
  static let about = RuleInfo(
    name: "signals/unanswered", level: .warning, settings: ["engagement-window"],
    limits: ["touch-within"],
    summary:
      "A strong signal, or the engagement score at the mqa threshold, and no touch or answer within "
      + "the agreed working days.",
    why: "who shows that they look is talking to somebody this week, with us or with another",
    mend:
      "Be in touch, and write it into Plays: by any channel but ads and web. `limits.touch-within` sets "
      + "the working days. All that one silence left unanswered is one finding, while it is inside the "
      + "engagement window; of an account that went quiet altogether, `plays/gone-quiet` says so.",
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
        | 2026-11-10 | Banner | ads |
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
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-16 |

        ## Signals

        | Date | Kind | Signal | Strength |
        | --- | --- | --- | --- |
        | 2026-11-13 | first-party | Five visits to the price page | high |
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
    .column(.committee, "Name"), .column(.committee, "Last engaged"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let within = context.program.limits.touchWithin
    guard within < .max else { return [] }
    // A call that is planned for today is none yet.
    let talk = context.measures.touches.last { $0.isTalk && !$0.isPlanned }
    let last = context.measures.lastTalk
    guard
      let found = ignored(plan, within, context)
        ?? crossing(plan, talk, since: last, within, context),
      // Of an account that went quiet altogether, that is said.
      !GoneQuiet.speaks(of: plan, in: context)
    else { return [] }
    return [found]
  }

  /// The strong signals that nobody followed are one silence, said at the first of them.
  private func ignored(
    _ plan: Plan, _ within: Int, _ context: PlanContext
  ) -> Finding? {
    let signals = context.measures.unfollowedSignals(of: plan).filter { signal in
      signal.strength?.value == .high
        && context.today > signal.date.value.adding(workingDays: within)
    }
    guard let first = signals.first else { return nil }
    let others = signals.dropFirst()
    let more = others.isEmpty ? "" : " and " + Wording.count(others.count, "other strong signal")
    let texts = others.map { "\(Wording.short($0.signal.value)) (\($0.date.value))" }
    return finding(
      at: first.date.span,
      "`\(Wording.short(first.signal.value))`\(more): "
        + silence(since: first.date.value, within, context),
      notes: others.isEmpty ? [] : [Note("others", Wording.list(texts))],
      help: help(plan, context),
      key: "\(first.date.value) \(ContactName.key(first.signal.value))", row: first.row)
  }

  /// The engagement score went over the threshold with our last talk, or with what they did since, and nobody followed.
  private func crossing(
    _ plan: Plan, _ talk: PlanMeasures.Touch?, since last: Day?, _ within: Int,
    _ context: PlanContext
  ) -> Finding? {
    let settings = context.program.engagement
    // From a deal on sales is there already. What was over the threshold a half-life ago is over half of it now.
    guard let plays = plan.plays?.items, context.stage < .opportunity,
      context.measures.engagement.score * 2 >= settings.mqa
    else { return nil }
    func score(on day: Day) -> Int {
      PlanMeasures(of: plan, in: context.program, on: day).engagement.score
    }
    let newest = context.measures.touches.last { !$0.isPlanned }
    for touch in [talk, newest?.index == talk?.index ? nil : newest].compactMap({ $0 })
    where touch.day >= last ?? touch.day && context.today - touch.day <= settings.halfLife
      && context.today > touch.day.adding(workingDays: within)
    {
      let reached = score(on: touch.day)
      guard reached >= settings.mqa, score(on: touch.day - 1) < settings.mqa else { continue }
      let play = plays[touch.index]
      return finding(
        at: play.date.span,
        "the engagement score reached \(reached) (an mqa has \(settings.mqa)): "
          + silence(since: touch.day, within, context),
        help: help(plan, context), key: "score", row: play.row)
    }
    return nil
  }

  private func silence(since day: Day, _ within: Int, _ context: PlanContext) -> String {
    "nobody was in touch in the \(Wording.count(context.today - day, "day")) since; "
      + "\(Wording.count(within, "working day")) \(within == 1 ? "is" : "are") agreed"
  }

  private func help(_ plan: Plan, _ context: PlanContext) -> String {
    plan.plays == nil
      ? "be in touch today, and " + Wording.newPlays(on: context.today)
      : "be in touch today and add the row to Plays, dated \(context.today)"
  }
}
