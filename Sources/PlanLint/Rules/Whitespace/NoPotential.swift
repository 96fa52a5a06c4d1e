import PlanModel
import PlanSource

/// A cell that is still to sell, and nobody said what it could bring.
struct NoPotential: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/no-potential", level: .warning,
    summary: "An open or pursued cell without money.",
    why: "without an amount nobody can say which of the open cells to go for first",
    mend: "Write what the cell could bring in a year into Potential.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Potential |
        | --- | --- | --- | --- |
        | Core | EMEA | ↓open | |
        | Core | APAC | ↓pursuing | - |
        | Core | Americas | owned | |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 1
        stage: opportunity
        ---
        ## Whitespace

        | Product | Region | Status |
        | --- | --- | --- |
        | Core | EMEA | ↓open |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status | Potential |
        | --- | --- | --- | --- |
        | Core | EMEA | open | 120k |
        | Core | APAC | competitor | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        stage: closed-won
        ---
        ## Whitespace

        | Offering | Buying center | Status | Potential |
        | --- | --- | --- | --- |
        | Core | EMEA | owned | 120k |
        | Core | APAC | open | |
        """),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Potential"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    if WhitespaceTooFew.reportsMissingPotentials(plan, in: context) { return [] }
    return (plan.whitespace?.items ?? []).compactMap { cell in
      guard cell.isToSell, cell.potential == nil, let status = cell.status else { return nil }
      return finding(
        at: status.span,
        "\(cell.spoken) is \(status.value == .open ? "open" : "pursued"), and nobody said what it could "
          + "bring",
        help: "write a year's worth into Potential: `120k` (add the column if there is none)",
        key: cell.key, row: cell.row)
    }
  }
}
