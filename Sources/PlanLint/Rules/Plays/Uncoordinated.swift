import PlanMetrics
import PlanModel
import PlanSource

/// There are plays enough, and each goes out on its own.
struct Uncoordinated: PlanRule {
  static let about = RuleInfo(
    name: "plays/uncoordinated", level: .info, settings: ["engagement-window"],
    summary: "Six or more touches in the window, and no week in which two channels reached two "
      + "contacts.",
    why:
      "one message that reaches several people in one week is talked about; six that come one by "
      + "one are not",
    mend: "Put two plays into one week: two channels, two contacts, one message.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | Raj Iyer | legal |

        ↓## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-09-01 | Mail | email | Ann Lee |
        | 2026-09-08 | Call | call | Raj Iyer |
        | 2026-09-15 | Mail | email | Ann Lee |
        | 2026-09-16 | Mail | email | Raj Iyer |
        | 2026-10-01 | Mail | email | Ann Lee |
        | 2026-10-02 | Call | call | Ann Lee |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ↓## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-01 | Mail | email | Ann Lee |
        | 2026-11-02 | Call | call | Ann Lee |
        | 2026-11-03 | Mail | email | Ann Lee |
        | 2026-11-04 | Call | call | Ann Lee |
        | 2026-11-05 | Mail | email | Ann Lee |
        | 2026-11-06 | Banner | ads | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |
        | Raj Iyer | legal |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-09-01 | Mail | email | Ann Lee |
        | 2026-09-07 | Call | call | Raj Iyer |
        | 2026-09-15 | Mail | email | Ann Lee |
        | 2026-09-22 | Mail | email | Raj Iyer |
        | 2026-10-01 | Mail | email | Ann Lee |
        | 2026-10-12 | Call | call | Ann Lee |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-01 | Mail | email | Ann Lee |
        | 2026-11-02 | Call | call | Ann Lee |
        | 2026-11-03 | Mail | email | Ann Lee |
        | 2026-11-04 | Call | call | Ann Lee |
        | 2026-11-05 | Mail | email | Ann Lee |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Plays

        | Date | Play | Channel |
        | --- | --- | --- |
        | 2026-11-01 | Mail | email |
        | 2026-11-02 | Call | call |
        | 2026-11-03 | Mail | email |
        | 2026-11-04 | Call | call |
        | 2026-11-05 | Mail | email |
        | 2026-11-06 | Call | call |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact |
        | --- | --- | --- | --- |
        | 2026-11-01 | Mail | email | Ann Lee |
        | 2026-11-02 | Mail | email | Ann Lee |
        | 2026-11-03 | Mail | email | Ann Lee |
        | 2026-11-04 | Mail | email | Ann Lee |
        | 2026-11-05 | Mail | email | Ann Lee |
        | 2026-11-06 | Mail | email | Ann Lee |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-11-01 | Mail | email | Ann Lee | fine |
        | 2026-11-02 | Call | call | Ann Lee | fine |
        | 2026-11-03 | Mail | email | Ann Lee | fine |
        | 2026-11-04 | Call | call | Ann Lee | fine |
        | 2026-11-05 | Mail | email | Ann Lee | fine |
        | 2026-11-06 | Call | call | Ann Lee | fine |
        """),
    ])
  static let reads: [Topic] = [
    .column(.plays, "Date"), .column(.plays, "Channel"), .column(.plays, "Contact"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let touches = context.measures.touches.filter(\.isInWindow)
    // Plays that name nobody do not tell whom they reached.
    guard let heading = plan.plays?.heading, touches.count >= 6,
      touches.contains(where: { !$0.contacts.isEmpty }),
      !touches.indices.contains(where: { index in
        // The week of a day holds that of a later touch of the day.
        (index == 0 || touches[index - 1].day != touches[index].day)
          && isCoordinated(touches[index...].prefix { $0.day - touches[index].day < 7 })
      })
    else { return [] }
    // One channel or one person: that is said already.
    let channels = Set(touches.compactMap(\.channel))
    if channels.count < 2, SingleChannel.speaks(of: plan, in: context) { return [] }
    if SingleThreaded.speaks(of: plan, in: context) { return [] }
    let days = context.measures.window.map { "in the last \($0) days" } ?? "so far"
    return [
      finding(
        at: heading,
        "\(touches.count) touches \(days), and no week in which two channels reached two contacts",
        help: help(plan, context.today))
    ]
  }

  private func isCoordinated(_ week: ArraySlice<PlanMeasures.Touch>) -> Bool {
    Set(week.compactMap(\.channel)).count >= 2 && Set(week.flatMap(\.contacts)).count >= 2
  }

  private func help(_ plan: Plan, _ today: Day) -> String {
    let names = plan.contacts.filter { !$0.hasLeft }.prefix(2).map(\.name.value)
    let monday = today + (8 - today.weekday)
    let first = ExampleRow.play(on: monday, by: .email, with: names.first, in: plan)
    let second = ExampleRow.play(
      on: monday + 2, by: .call, with: names.dropFirst().first, in: plan)
    return "plan two plays for one week: `\(first)` and `\(second)`"
  }
}
