import PlanMetrics
import PlanModel
import PlanSource

/// Much was done, and nothing moved.
struct ActivityWithoutProgress: PlanRule {
  static let about = RuleInfo(
    name: "plays/activity-without-progress", level: .warning,
    summary: "Ten touches or more in a quarter, and nobody newly engaged, and no stage moved.",
    why: "what ten touches did not move, the eleventh of the same kind will not move either",
    mend: "Change the message, the channel or the people, or pause the account.",
    examples: [
      .bad(touches("2026-09-01", to: "Ann Lee", "fine", stageSince: "2026-08-19", marked: true)),
      .bad(
        touches("2026-08-20", to: "Raj Iyer", "no reply", stageSince: "2026-01-12", marked: true)),
      .good(touches("2026-09-01", to: "Ann Lee", "fine", stageSince: "2026-08-20")),
      .good(touches("2026-09-01", to: "Raj Iyer", "fine", stageSince: "2026-01-12")),
      .good(touches("2026-08-19", to: "Ann Lee", "fine", stageSince: "2026-01-12")),
      .good(touches("2026-09-01", to: "-", "fine", stageSince: "2026-01-12")),
      .good(touches("2026-09-01", to: "Ann Lee", "fine", stageSince: nil)),
      .good(
        touches("2026-09-01", to: "Ann Lee", "fine", stageSince: "2026-01-12") + """


          ## Opportunities

          | Opportunity | Stage | Created |
          | --- | --- | --- |
          | Core rollout | Proposal | 2026-10-01 |
          """),
    ])
  static let reads: [Topic] = [
    .key("stage-since"), .column(.plays, "Date"), .column(.plays, "Channel"),
    .column(.plays, "Contact"), .column(.plays, "Outcome"), .column(.committee, "Name"),
    .column(.committee, "Last engaged"), .column(.committee, "Status"),
    .column(.opportunities, "Created"),
  ]

  /// Days of a quarter, and the touches that are many in it.
  private static let (quarter, many) = (92, 10)

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    func isRecent(_ day: Day) -> Bool {
      day <= context.today && context.today - day <= Self.quarter
    }
    let touches = context.measures.touches.filter { isRecent($0.day) }
    // A stage of which nobody knows since when may have moved, and a play that names nobody may have reached anybody.
    guard touches.count >= Self.many, let heading = plan.plays?.heading,
      let since = plan.stageSince?.value, !isRecent(since), since <= context.today,
      touches.contains(where: { !$0.contacts.isEmpty }),
      !(plan.opportunities?.items ?? []).contains(where: {
        $0.created.map { isRecent($0.value) } ?? false
      })
    else { return [] }
    let first = firstAnswers(plan, context)
    guard !plan.contacts.contains(where: { !$0.hasLeft && first[$0.key].map(isRecent) ?? false })
    else { return [] }
    let answered = touches.count(where: \.isAnswered)
    return [
      finding(
        at: heading,
        "\(touches.count) touches in \(Self.quarter) days, \(answered) of them answered, and nobody "
          + "is newly engaged; the stage is \(context.stage.spoken) since \(since)",
        help: help(plan, first))
    ]
  }

  /// The first day on which each contact answered, by key.
  private func firstAnswers(_ plan: Plan, _ context: PlanContext) -> [String: Day] {
    var first: [String: Day] = [:]
    for contact in plan.contacts {
      guard let day = contact.lastEngaged?.value, day <= context.today else { continue }
      first[contact.key] = day
    }
    for touch in context.measures.touches where touch.isAnswered {
      for key in touch.contacts { first[key] = min(first[key] ?? touch.day, touch.day) }
    }
    return first
  }

  private func help(_ plan: Plan, _ first: [String: Day]) -> String {
    let silent = plan.contacts.filter { !$0.hasLeft && first[$0.key] == nil }
    guard let next = silent.first(where: \.decides) ?? silent.first else {
      return "add somebody to Buying committee whom we have not met, and plan a play with them; or "
        + "pause the account (`status: paused`)"
    }
    return
      "plan a play of another kind with \(next.name.value), who has never answered; or pause the "
      + "account (`status: paused`)"
  }

  /// A plan with nine touches of Ann Lee, whom we know, and a tenth.
  private static func touches(
    _ day: String, to name: String, _ outcome: String, stageSince: String?, marked: Bool = false
  ) -> String {
    let rows = (1...9).map { number in
      "| 2026-10-0\(number) | Call | call | \(name == "-" ? "" : "Ann Lee") | fine |"
    }
    return """
      ---
      account: Northwind
      tier: 3
      stage: engaged
      \(stageSince.map { "stage-since: \($0)" } ?? "status: active")
      ---
      ## Buying committee

      | Name | Role | Last engaged |
      | --- | --- | --- |
      | Ann Lee | champion | 2026-03-02 |
      | Raj Iyer | legal | |

      \(marked ? "↓" : "")## Plays

      | Date | Play | Channel | Contact | Outcome |
      | --- | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))
      | \(day) | Letter | email | \(name) | \(outcome) |
      """
  }
}
