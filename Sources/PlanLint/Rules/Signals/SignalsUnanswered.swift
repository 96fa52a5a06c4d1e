import PlanModel
import PlanSource

/// A strong signal after which nobody of ours was in touch.
struct SignalsUnanswered: PlanRule {
  static let about = RuleInfo(
    name: "signals/unanswered", level: .warning,
    summary: "A strong signal, and no touch within the agreed working days.",
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
    .column(.signals, "Date"), .column(.signals, "Strength"), .column(.plays, "Date"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let within = context.program.limits.touchWithin
    guard within < .max, let signals = plan.signals?.items else { return [] }
    let last = context.measures.touches.last?.day
    return signals.compactMap { signal in
      let day = signal.date.value
      guard signal.strength?.value == .high, day <= context.today else { return nil }
      if let last, last >= day { return nil }
      guard context.today > day.adding(workingDays: within) else { return nil }
      return finding(
        at: signal.date.span,
        "\(Wording.short(signal.signal.value)): nobody was in touch in the "
          + "\(Wording.count(context.today - day, "day")) since; "
          + "\(Wording.count(within, "working day")) \(within == 1 ? "is" : "are") agreed",
        help: "be in touch today and add the row to Plays, dated \(context.today)",
        key: "\(day) \(ContactName.key(signal.signal.value))", row: signal.row)
    }
  }
}
