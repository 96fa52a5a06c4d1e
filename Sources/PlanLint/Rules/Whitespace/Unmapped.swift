import PlanModel
import PlanSource

/// An offering or a buying center that no row of the whitespace names.
///
/// A section without a row is another mistake: `structure/missing-table` or `whitespace/too-few` says so, if it is one.
struct Unmapped: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/unmapped", level: .info,
    summary: "An offering or a buying center that no row names.",
    why: "nobody sells what nobody thought of for this account",
    mend: "Add a row for it: `open`, or `blocked` with a Reason if it can never be sold there.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ↓## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | core | emea | open |
        | Core | APAC | open |
        """,
        settings: "offerings: [Core, Analytics]\nbuying-centers: [EMEA, APAC]\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        buying-centers: [Plant Ghent, Plant Lyon]
        ---
        ↓## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | Plant Ghent | open |
        """,
        settings: "buying-centers: [EMEA, APAC]\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | EMEA | open |
        | Analytics | EMEA | blocked |
        """,
        settings: "offerings: [Core, Analytics]\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        """,
        settings: "offerings: [Core, Analytics]\nbuying-centers: [EMEA, APAC]\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        buying-centers: [Plant Ghent]
        ---
        ## Whitespace

        | Offering | Buying center | Status |
        | --- | --- | --- |
        | Core | Plant Ghent | open |
        """,
        settings: "buying-centers: [EMEA, APAC]\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Whitespace
        """,
        settings: "offerings: [Core, Analytics]\n"),
    ])
  static let reads: [Topic] = [
    .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .key("buying-centers"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard let section = plan.whitespace, !section.items.isEmpty else { return [] }
    let ours = absent(
      context.program.offerings ?? [], from: section.items.map(\.offering.value))
    let theirs = absent(
      plan.buyingCenters?.map(\.value) ?? context.program.buyingCenters ?? [],
      from: section.items.map(\.buyingCenter.value))
    let (offering, center) = (section.items[0].offering.value, section.items[0].buyingCenter.value)
    return ours.map { report("offering", $0, in: section, $0, center) }
      + theirs.map { report("buying center", $0, in: section, offering, $0) }
  }

  /// The names that no row holds; rows have them in the spelling of the settings.
  private func absent(_ names: [String], from written: [String]) -> [String] {
    let written = Set(written)
    return names.filter { !written.contains($0) }
  }

  private func report(
    _ kind: String, _ name: String, in section: PlanModel.Section<WhitespaceCell>,
    _ offering: String, _ center: String
  ) -> Finding {
    let row = ExampleRow.text(
      in: .whitespace, section.header,
      ["Offering": offering, "Buying center": center, "Status": "open"])
    return finding(
      at: section.heading, "no row of Whitespace names the \(kind) \(name)",
      help: "add a row such as `\(row)`, or one with `blocked` and a Reason",
      key: "\(kind) \(ContactName.key(name))")
  }
}
