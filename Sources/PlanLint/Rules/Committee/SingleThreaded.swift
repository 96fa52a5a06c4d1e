import PlanMetrics
import PlanModel
import PlanSource

/// Nearly all that we hear from the account comes from one person.
///
/// `too-few-engaged` counts people, this rule counts answers, and each can be mended while the other stays: three who
/// answered once beside one who answered twenty times are enough people and still one thread. So both may be said of a
/// plan. Fewer than three answered touches show no pattern, and that so few came is said by `too-few-engaged`.
struct SingleThreaded: PlanRule {
  static let about = RuleInfo(
    name: "committee/single-threaded", level: .warning,
    settings: ["minimum-engaged", "engagement-window"],
    summary:
      "One person holds 80% or more of the answered touches in the window; said from three answers on.",
    why: "when this one person leaves, falls ill or is overruled, the deal has no other voice",
    mend:
      "Plan a play with somebody else of the committee. Fewer than three answers show no pattern.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | ↓Ann Lee | champion | |
        | Raj Iyer | economic buyer | 2026-11-12 |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-09-02 | First call | call | Ann Lee | wants a demo |
        | 2026-10-06 | Demo | meeting | Ann Lee | likes it |
        | 2026-11-02 | Price list | email | Ann Lee | asks for terms |
        | 2026-11-04 | Invitation | email | Raj Iyer | No reply |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: mqa
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Raj Iyer | economic buyer |
        | ↓Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-09-02 | First call | call | Ann Lee | wants a demo |
        | 2026-09-22 | Demo | meeting | Ann Lee, Raj Iyer | both like it |
        | 2026-10-06 | Second demo | meeting | Ann Lee | likes it |
        | 2026-10-16 | Site visit | event | Raj Iyer | brought his team |
        | 2026-11-02 | Price list | email | Ann Lee | asks for terms |
        | 2026-11-09 | Terms | call | Ann Lee | will ask |
        | 2026-11-16 | Terms again | call | Ann Lee | has asked |
        """,
        settings: "tiers: { 1: { engagement-window: 50 } }\n"),
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
        | Raj Iyer | economic buyer |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-09-02 | First call | call | Ann Lee | wants a demo |
        | 2026-10-06 | Demo | meeting | Ann Lee, Raj Iyer | both like it |
        | 2026-11-02 | Price list | email | Ann Lee | asks for terms |
        | 2026-11-09 | Terms | call | Raj Iyer | will ask |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: mqa
        ---
        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-09-02 | First call | call | Ann Lee | wants a demo |
        | 2026-10-06 | Demo | meeting | Ann Lee | likes it |
        | 2026-11-02 | Price list | email | Ann Lee | asks for terms |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: opportunity
        ---
        ## Buying committee

        | Name | Role | Status |
        | --- | --- | --- |
        | Ann Lee | champion | |
        | Raj Iyer | economic buyer | |
        | Mia Ott | legal | left |

        ## Plays

        | Date | Play | Channel | Contact | Outcome |
        | --- | --- | --- | --- | --- |
        | 2026-09-02 | First call | call | Ann Lee, Raj Iyer | want a demo |
        | 2026-10-06 | Demo | meeting | Ann Lee, Raj Iyer | both like it |
        | 2026-11-02 | Price list | email | Ann Lee, Raj Iyer, Mia Ott | ask for terms |
        | 2026-11-03 | Terms | call | Mia Ott | will look |
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.committee, "Name"), .column(.committee, "Status"),
    .column(.plays, "Date"), .column(.plays, "Channel"), .column(.plays, "Contact"),
    .column(.plays, "Outcome"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.minimumEngaged
    guard let needed = setting.value(at: context.stage), needed >= 2 else { return [] }
    let (answers, total) = answers(plan, context.measures)
    guard total >= 3 else { return [] }
    // Two who hold 80% each were there together: that is no single thread.
    let heard = answers.filter { $0.count * 5 >= total * 4 }
    guard heard.count == 1, let voice = heard.first else { return [] }
    let days = context.measures.window.map { " in the last \($0) days" } ?? ""
    return [
      finding(
        at: voice.contact.name.span,
        "\(voice.count) of \(total) answers\(days) came from \(voice.contact.name.value); "
          + Wording.demand(
            plan.tier.value, setting, at: context.stage, "\(needed) engaged contacts"),
        notes: others(answers, than: voice), help: help(answers, plan, context.today),
        key: voice.contact.key)
    ]
  }

  private typealias Voice = (contact: Contact, count: Int)

  /// How many of the answered touches name each contact, and how many there are. Those with somebody who left, and
  /// nobody else, count for nothing.
  private func answers(_ plan: Plan, _ measures: PlanMeasures) -> (answers: [Voice], total: Int) {
    let gone = Set(plan.contacts.filter(\.hasLeft).map(\.key))
    var counts: [String: Int] = [:]
    var total = 0
    for touch in measures.answered
    where touch.contacts.isEmpty || !gone.isSuperset(of: touch.contacts) {
      total += 1
      for key in Set(touch.contacts) { counts[key, default: 0] += 1 }
    }
    return (plan.contacts.filter { !$0.hasLeft }.map { ($0, counts[$0.key] ?? 0) }, total)
  }

  private func others(_ answers: [Voice], than voice: Voice) -> [Note] {
    let others = answers.filter { $0.contact.key != voice.contact.key }
    guard others.contains(where: { $0.count > 0 }) else {
      return [Note("others", "nobody else answered")]
    }
    return [Note("others", Wording.list(others.map { "\($0.contact.name.value) \($0.count)" }))]
  }

  /// Names who was heard least, somebody who decides first.
  private func help(_ answers: [Voice], _ plan: Plan, _ today: Day) -> String {
    let least = answers.min { left, right in
      (left.count, left.contact.decides ? 0 : 1) < (right.count, right.contact.decides ? 0 : 1)
    }
    guard answers.count > 1, let next = least?.contact else {
      return "add somebody else to Buying committee, and plan a play with them"
    }
    let role = next.roles.first.map { " (\($0.value.spoken))" } ?? ""
    let row = ExampleRow.play(
      on: today + 14, by: .meeting, with: next.name.value, in: plan)
    return
      "plan a play with \(next.name.value)\(role), and log the answer: add a row to Plays with "
      + "a day ahead, `\(row)`"
  }
}
