import PlanModel
import PlanSource

/// An objective of which nobody can say whether it was reached.
struct Unmeasured: PlanRule {
  static let about = RuleInfo(
    name: "objectives/unmeasured", level: .warning,
    summary: "An objective without measure or target.",
    why: "what nobody can count, nobody can show the customer as reached when the renewal comes",
    mend:
      "Fill in Measure (what is counted) and Target (the number it should reach). A number in the "
      + "objective itself does too, such as `20%` or `5 days`; the one in a name, such as `Phase 2`, does not.",
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
        | ↓Phase 2 live | maya.chen |
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

  /// Words whose number is their name: `Phase 2`.
  private static let numbered: Set<String> = [
    "batch", "building", "dock", "fy", "gate", "hall", "industry", "iso", "level", "line", "lot",
    "milestone", "module", "no", "no.", "nr", "nr.", "option", "phase", "pilot", "plant", "release",
    "round", "site", "sprint", "stage", "step", "tier", "version", "wave", "zone",
  ]
  private static let units: Set<String> = [
    "", "%", "‰", "+", "x", "k", "m", "mn", "mio", "bn", "b", "t", "kg", "km", "km2", "m2", "m3",
    "h",
    "hr", "hrs", "hour", "hours", "min", "minute", "s", "sec", "ms", "day", "days", "week", "weeks",
    "month", "months", "year", "years", "y", "p", "pp", "pt", "pts", "bp", "bps", "pct", "percent",
    "kwh", "mwh", "gwh", "eur", "usd", "gbp", "chf", "inr", "l", "cr", "€", "$", "£", "¥", "₹",
  ]

  /// Whether the text holds a number that stands alone or with its unit, and is no year: then it measures itself. A
  /// digit in a name does not: `3PL`, `Phase 2`.
  private static func hasFigure(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.indices.contains { index in
      let before = index > 0 ? words[index - 1].lowercased() : ""
      return isFigure(words[index], behind: before)
    }
  }

  private static func isFigure(_ word: Substring, behind before: String) -> Bool {
    let bare = word.drop { "$€£¥₹(+-<>≤≥~".contains($0) }
    let digits = bare.prefix(while: \.isNumber)
    let isYear = digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
    guard !digits.isEmpty, !isYear else { return false }
    var unit = bare.drop { $0.isNumber || ".,-–".contains($0) }
    while let last = unit.last, ".,;:!?)".contains(last) { unit.removeLast() }
    // `22:00`, `5d` or less; but a scanner in 3D.
    let isTime = unit.count == 3 && unit.hasPrefix(":") && unit.dropFirst().allSatisfy(\.isNumber)
    guard isTime || unit == "d" || units.contains(unit.lowercased()) else { return false }
    return !unit.isEmpty || !numbered.contains(before)
  }
}
