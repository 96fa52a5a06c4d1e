import PlanModel
import PlanSource

/// An account that is worth less than what its tier is for.
struct OutsideAcvBand: PlanRule {
  static let about = RuleInfo(
    name: "list/outside-acv-band", level: .warning, settings: ["acv"],
    summary: "The yearly value and its ceiling both lie below the tier's band.",
    why: "the work of a tier is paid by the deals of a tier; below its band every win loses money",
    mend: "Move the account to the tier of its value, or correct `potential`.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        potential: { acv: ↓80k, ceiling: 120k }
        ---
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        potential:
          ceiling: 20k
          acv: ↓10k
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        potential: { acv: 80k, ceiling: 400k }
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        potential: { acv: 80k }
        ---
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        potential: { acv: 80k, ceiling: 90k }
        ---
        """,
        settings: "tiers: { 1: { acv: none } }\n"),
    ])
  static let reads: [Topic] = [.key("tier"), .key("potential.acv"), .key("potential.ceiling")]

  /// Whether the value and its ceiling are known, and both below the band.
  static func isBelow(_ potential: Potential, _ settings: TierSettings) -> Bool {
    guard let from = settings.acv?.from, let acv = potential.acv, let ceiling = potential.ceiling
    else { return false }
    return acv.value < from && ceiling.value < from
  }

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard Self.isBelow(plan.potential, context.settings), let from = context.settings.acv?.from,
      let acv = plan.potential.acv, let ceiling = plan.potential.ceiling
    else { return [] }
    let tier = plan.tier.value
    let better = Tier.allCases.first { other in
      guard other != tier, let band = context.program[other].acv else { return false }
      return (band.from.map { $0 <= ceiling.value } ?? true)
        && (band.below.map { ceiling.value < $0 } ?? true)
    }
    return [
      finding(
        at: acv.span,
        "\(plan.account.value) is worth \(acv.value.plain) a year and \(ceiling.value.plain) at most; "
          + "tier \(tier.rawValue) begins at \(from.plain)",
        help: (better.map { "write `tier: \($0.rawValue)`" }
          ?? "take it off the list with `status: retired`")
          + ", or correct `potential` if the account is worth more")
    ]
  }
}
