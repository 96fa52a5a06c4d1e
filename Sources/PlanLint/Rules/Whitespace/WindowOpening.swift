import PlanModel
import PlanSource

/// A contract that ends soon: a competitor's, which is our chance, or ours, with which nobody does anything.
struct WindowOpening: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/window-opening", level: .info,
    summary:
      "A competitor's contract, or one of ours without a next step, that ends within 180 days.",
    why: "who talks to them only when the contract ends finds it renewed with somebody else",
    mend: "Pursue the competitor's cell; give our renewal an Owner, a Next step and a day.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Incumbent | Until |
        | --- | --- | --- | --- | --- |
        | Core | EMEA | competitor | Acme | ↓2027-05-18 |
        | Core | APAC | competitor | Acme | 2027-05-19 |
        | Core | Americas | competitor | Acme | ↓2026-11-20 |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Next step | Until |
        | --- | --- | --- | --- | --- |
        | Core | EMEA | owned | | ↓2027-02-28 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Next step | Until |
        | --- | --- | --- | --- | --- |
        | Core | EMEA | owned | Renewal talk | 2027-02-28 |
        | Core | APAC | owned | | 2027-09-30 |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Until |
        | --- | --- | --- | --- |
        | Core | EMEA | competitor | 2026-11-19 |
        | Core | APAC | pursuing | 2027-02-28 |
        | Core | Americas | competitor | |
        """),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Next step"),
    .column(.whitespace, "Until"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    (plan.whitespace?.items ?? []).compactMap { cell in
      guard let until = cell.until, (0..<180).contains(until.value - context.today) else {
        return nil
      }
      let ends = "ends " + Wording.ahead(until.value, from: context.today)
      let example = "`\(min(context.today + 14, max(context.today, until.value - 1)))`"
      switch cell.status?.value {
      case .competitor:
        let whose =
          cell.incumbent.map { "their contract with \($0.value)" } ?? "a competitor's contract"
        return finding(
          at: until.span, "\(whose) for \(cell.spoken) \(ends)",
          help: until.value == context.today
            ? "ask today whether they renew, then write the new day into Until, or `pursuing` as Status "
              + "with Owner, Next step and By"
            : "write `pursuing` as Status, with Owner, Next step and By (\(example)), before they renew",
          key: cell.key, row: cell.row)
      case .owned where cell.nextStep == nil:
        return finding(
          at: until.span, "our contract for \(cell.spoken) \(ends), and nobody planned the renewal",
          help: "fill in Owner, Next step (`Renewal talk with …`) and By (\(example))",
          key: cell.key, row: cell.row)
      default: return nil
      }
    }
  }
}
