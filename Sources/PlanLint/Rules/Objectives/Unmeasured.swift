import PlanModel
import PlanSource

/// An objective of which nobody can say whether it was reached.
struct Unmeasured: PlanRule {
  static let about = RuleInfo(
    name: "objectives/unmeasured", level: .warning,
    summary: "An objective without measure or target.",
    why: "what nobody can count, nobody can show the customer as reached when the renewal comes",
    mend: "Fill in Measure (what is counted) and Target (the number it should reach).",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Objectives

        | Objective | Measure | Target |
        | --- | --- | --- |
        | ↓Fewer late trucks | late trucks a week | |
        | ↓Faster close | | 3 |
        | ↓Happy people in Q3 | - | |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        ---
        ## Objectives

        | Objective | Owner |
        | --- | --- |
        | ↓Two plants in one by 2027 | maya.chen |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Objectives

        | Objective | Measure | Target |
        | --- | --- | --- |
        | Fewer late trucks | late trucks a week | 5 |
        | Faster close | | 3 working days |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        ---
        ## Objectives

        | Objective |
        | --- |
        | Cut late trucks by 20% |
        | Save $40k a week |
        """),
    ])
  static let reads: [Topic] = [
    .column(.objectives, "Objective"), .column(.objectives, "Measure"),
    .column(.objectives, "Target"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    (plan.objectives?.items ?? []).compactMap { objective in
      let missing = [
        ("a measure", "Measure", "what is counted", !hasMeasure(objective)),
        ("a target", "Target", "the number it should reach", objective.target == nil),
      ].filter(\.3)
      guard !missing.isEmpty, !Self.hasFigure(objective.text.value) else { return nil }
      return finding(
        at: objective.text.span,
        "the objective `\(Wording.short(objective.text.value))` has no "
          + missing.map { String($0.0.dropFirst(2)) }.joined(separator: " and no "),
        help: "fill in " + Wording.list(missing.map { "\($0.1) (\($0.2))" })
          + ", so that both sides can tell when it is reached",
        key: ContactName.key(objective.text.value), row: objective.row)
    }
  }

  /// A target of several words, such as `5 late trucks`, says what is counted.
  private func hasMeasure(_ objective: Objective) -> Bool {
    if objective.measure != nil { return true }
    let words = (objective.target?.value ?? "").split(separator: " ")
    return words.filter { $0.contains(where: \.isLetter) }.count > 1
  }

  /// Whether the text holds a number that is no year: then it measures itself.
  private static func hasFigure(_ text: String) -> Bool {
    text.split(separator: " ").contains { word in
      let digits = word.drop { "$€£¥₹(+-<>≤≥~".contains($0) }.prefix(while: \.isNumber)
      let isYear = digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
      return !digits.isEmpty && !isYear
    }
  }
}
