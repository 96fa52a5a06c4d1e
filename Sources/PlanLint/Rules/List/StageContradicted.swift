import PlanModel
import PlanSource

/// A stage that somebody wrote, and that deals and touches speak against.
struct StageContradicted: PlanRule {
  static let about = RuleInfo(
    name: "list/stage-contradicted", level: .warning,
    summary: "A written stage that opportunities and touches contradict.",
    why:
      "what a tier asks for, and every funnel, goes by the stage: a wrong one asks the wrong things",
    mend: "Write the stage that the plan shows, or delete `stage`: then it is derived.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: ↓aware
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-02 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: ↓unaware
        ---
        ## Plays

        | Date | Play | Channel | Outcome |
        | --- | --- | --- | --- |
        | 2026-11-02 | First mail | email | no reply |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: ↓mqa
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2025-11-02 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: ↓closed-won
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | First plant | lost |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        stage: ↓engaged
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | First plant | closed won |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: engaged
        ---
        ## Buying committee

        | Name | Role | Last engaged |
        | --- | --- | --- |
        | Ann Lee | champion | 2026-11-02 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: opportunity
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | First plant | closed won |
        | Second plant | proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        stage: closed-won
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | owned |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Second plant | proposal |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: engaged
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .section(.committee), .section(.opportunities), .section(.plays),
    .section(.whitespace),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let stage = plan.stage, let fact = contradiction(stage.value, plan, context) else {
      return []
    }
    let shown = context.measures.derivedStage
    return [
      finding(
        at: stage.span, "stage is `\(stage.value.rawValue)`, and \(fact)",
        help: "write `stage: \(shown.rawValue)`, or delete the line: then the stage is derived")
    ]
  }

  /// What speaks against a stage, as the end of a sentence.
  private func contradiction(_ stage: Stage, _ plan: Plan, _ context: PlanContext) -> String? {
    let measures = context.measures
    let shown = measures.derivedStage
    let deals = plan.opportunities?.items ?? []
    if stage < shown {
      switch shown {
      // A customer who buys more is at an opportunity again, and `opportunity/stage-mismatch` asks for that stage.
      case .closedWon where measures.deals.isEmpty:
        return deals.first { $0.outcome == .won }.map { "\($0.name.value) is won" }
      case .engaged: return engaged(plan, context)
      // Whom marketing hands over is for people to say, but not of accounts that they say never answered.
      case .mqa where stage < .engaged: return engaged(plan, context)
      case .aware: return measures.touches.last.map { "somebody was in touch on \($0.day)" }
      // `opportunity/stage-mismatch` says it of deals.
      default: return nil
      }
    }
    switch stage {
    case .closedWon:
      let owns = (plan.whitespace?.items ?? []).contains { $0.status?.value == .owned }
      return shown < stage && !deals.isEmpty && !owns
        ? "no opportunity is won and no whitespace is owned" : nil
    case .engaged, .mqa:
      // `committee/too-few-engaged` or `too-few-contacts` say so where the tier asks for somebody.
      let settings = context.settings
      let isAsked =
        (settings.minimumEngaged.value(at: stage) ?? 0) > 0
        && TooFewEngaged.isHeard(of: plan, in: context)
        || plan.contacts.isEmpty && (settings.minimumContacts.value(at: stage) ?? 0) > 0
          && TooFewContacts.isHeard(of: plan, in: context)
      return shown <= .aware && !isAsked ? "nobody is engaged" : nil
    default: return nil
    }
  }

  private func engaged(_ plan: Plan, _ context: PlanContext) -> String? {
    zip(plan.contacts, context.measures.contacts)
      .filter { $1.isEngaged }
      .compactMap { contact, measure in measure.lastEngaged.map { (contact.name.value, $0) } }
      .max { $0.1 < $1.1 }
      .map { "\($0) answered on \($1)" }
  }
}
