import PlanMetrics
import PlanModel
import PlanSource

/// Somebody sold us a sign of intent, and no seller looked whether it is true.
struct Unvalidated: PlanRule {
  static let about = RuleInfo(
    name: "signals/unvalidated", level: .info,
    summary:
      "A third-party signal of a tier-1 account without an action, and without a sales touch "
      + "since.",
    why: "bought intent is often noise, and a tier-1 account costs too much to be run on noise",
    mend: "Let sales ask somebody there, then write what came of it into Action.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-01 | First call | call |
        | 2026-11-09 | Banner | ads |

        ## Signals

        | Date | Kind | Signal | Action |
        | --- | --- | --- | --- |
        | 2026-11-02 | ↓third-party | Surge on warehouse control | |
        | 2026-11-02 | first-party | Five readers of the report | |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Plays

        | Date | Play | Channel | By |
        | --- | --- | --- | --- |
        | 2026-11-09 | Newsletter | email | lin.berg |

        ## Signals

        | Date | Kind | Signal |
        | --- | --- | --- |
        | 2026-11-02 | ↓third-party | Surge on warehouse control |
        """,
        settings: "people: { lin.berg: { name: Lin Berg, role: marketing } }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-02 | First call | call |

        ## Signals

        | Date | Kind | Signal | Action |
        | --- | --- | --- | --- |
        | 2026-11-02 | third-party | Surge on warehouse control | |
        | 2026-11-12 | third-party | Surge on sorters | Asked Ann Lee: not hers |
        | 2026-11-19 | third-party | Surge on robots | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Plays

        | Date | Play | Channel | By |
        | --- | --- | --- | --- |
        | 2026-11-09 | Workshop | event | lin.berg, maya.chen |

        ## Signals

        | Date | Kind | Signal |
        | --- | --- | --- |
        | 2026-11-02 | third-party | Surge on warehouse control |
        """,
        settings: """
          people:
            lin.berg: { name: Lin Berg, role: marketing }
            maya.chen: { name: Maya Chen, role: ae }

          """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Signals

        | Date | Kind | Signal |
        | --- | --- | --- |
        | 2026-11-02 | third-party | Surge on warehouse control |
        """),
    ])
  static let reads: [Topic] = [
    .key("tier"), .column(.signals, "Date"), .column(.signals, "Kind"),
    .column(.signals, "Signal"), .column(.signals, "Action"), .column(.plays, "Date"),
    .column(.plays, "Channel"), .column(.plays, "By"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.tier.value == .one, let signals = plan.signals?.items else { return [] }
    let within = context.program.limits.touchWithin
    guard within < .max else { return [] }
    let talk = context.measures.touches.last(where: \.isTalk)?.day
    let last = context.measures.touches.last { isSales($0, plan, context.program) }?.day
    return signals.compactMap { signal in
      let day = signal.date.value
      guard let kind = signal.kind, kind.value == .thirdParty, signal.action == nil,
        last.map({ $0 < day }) ?? true,
        context.today > day.adding(workingDays: within),
        // `signals/unanswered` says so of a strong one that nobody followed at all.
        signal.strength?.value != .high || talk.map({ $0 >= day }) ?? false
      else { return nil }
      // No `row`: a play that cannot be read might be the touch.
      return finding(
        at: kind.span,
        "the third-party signal `\(Wording.short(signal.signal.value))` is "
          + "\(Wording.count(context.today - day, "day")) old, and no action and no sales touch "
          + "followed it",
        help: "let \(seller(of: plan, context.program)) ask somebody at \(plan.account.value) "
          + "whether it is true, then write into Action what came of it",
        key: "\(day) \(ContactName.key(signal.signal.value))")
    }
  }

  /// Whether a seller may have made the touch: no ad, no web visit, and not only people who do something else.
  private func isSales(_ touch: PlanMeasures.Touch, _ plan: Plan, _ program: Program) -> Bool {
    guard touch.isTalk else { return false }
    let people = plan.plays?.items[touch.index].by.map(\.value) ?? []
    return people.isEmpty
      || people.contains { id in
        guard id != plan.owner?.value, let job = program.people?[id]?.job else { return true }
        return job == .ae || job == .sdr
      }
  }

  private func seller(of plan: Plan, _ program: Program) -> String {
    plan.owner.map { program.name(of: $0.value) } ?? "sales"
  }
}
