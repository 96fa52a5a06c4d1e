import PlanMetrics
import PlanModel
import PlanSource

/// A brief that would read the same for any company.
struct OnlyALogo: PlanRule {
  static let about = RuleInfo(
    name: "brief/only-a-logo", level: .warning, settings: ["required-brief"],
    summary:
      "A brief that may read the same for any company: no name, no number and nothing that the "
      + "plan knows of the account was found in it.",
    why: "a page on which only the logo changes tells the customer that nobody has looked",
    mend:
      "Name one of their people, units or numbers, or what happened there, in each part. It goes by "
      + "capitals and numbers, and guesses: a waiver lets a brief be.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ↓## Brief

        ### Priorities

        Northwind wants to grow profitably and to digitise its processes.

        ### Point of view

        With our platform they reach their goals faster.
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ↓## Brief

        The company is a leader in its market. In 2026 the focus is on customers, costs and growth.

        ## Buying committee

        | Name    | Role     |
        | ------- | -------- |
        | Ann Lee | champion |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Brief

        Northwind wants to grow profitably, and to close one of its 14 depots.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Brief

        The company wants to grow, and lee is measured on the costs of the yard.

        ## Buying committee

        | Name    | Role     |
        | ------- | -------- |
        | Ann Lee | champion |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Brief

        The company wants to grow profitably and to digitise its processes.
        """),
    ])
  static let reads: [Topic] = [
    .key("fit"), .section(.committee), .section(.whitespace), .section(.signals),
    .section(.brief),
  ]

  /// A brief of fewer words says too little to be judged.
  private static let leastWords = 8

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let brief = plan.brief, !context.settings.requiredBrief.all(at: .closedWon).isEmpty,
      !ProperFacts.stand(in: brief.text, besides: plan.account.value),
      BriefWords.count(in: ProperFacts.withoutHints(brief.text)) >= Self.leastWords,
      !namesKnownFacts(brief.text, plan, context.program),
      !isTemplate(brief.text, plan, context)
    else { return [] }
    return [
      finding(
        at: brief.heading,
        "the brief may read the same for any company: it has no name with a capital, no number but "
          + "years and small ones, and nothing that the plan of \(plan.account.value) names elsewhere",
        help: "name who wants it, in which of their units, by when and how much, such as "
          + "`Ann Lee closes one of the 14 depots by May`")
    ]
  }

  /// Whether `brief/boilerplate` says that the text is the template's.
  private func isTemplate(_ text: String, _ plan: Plan, _ context: PlanContext) -> Bool {
    plan.isTierKnown && plan.tier.value == .one && context.hears(Boilerplate.about, of: plan)
      && Boilerplate.templateShare(of: text) != nil
  }

  /// Whether the text names what the rest of the plan knows.
  private func namesKnownFacts(_ text: String, _ plan: Plan, _ program: Program) -> Bool {
    var names: [String] = plan.contacts.flatMap { Self.words($0.name.value, from: 3) }
    names += (program.offerings ?? []) + (program.buyingCenters ?? [])
    names += (plan.buyingCenters ?? []).map(\.value) + plan.tags.map(\.value)
    names += plan.fit.map(\.value.value) + [plan.segment?.value ?? ""]
    for cell in plan.whitespace?.items ?? [] {
      names += [cell.offering.value, cell.buyingCenter.value, cell.incumbent?.value ?? ""]
    }
    names += (plan.opportunities?.items ?? []).map(\.name.value)
    var events = (plan.signals?.items ?? []).map(\.signal.value)
    events += (plan.objectives?.items ?? []).map(\.text.value)
    events += (plan.risks?.items ?? []).map(\.risk.value)
    names += events.flatMap { Self.words($0, from: 6) }.filter { !ProperFacts.general.contains($0) }
    return NameFinder(names.filter { !$0.isEmpty }).found(in: [text]).contains(true)
  }

  private static func words(_ text: String, from length: Int) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= length }
  }
}
