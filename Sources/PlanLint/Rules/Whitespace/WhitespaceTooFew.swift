import PlanModel
import PlanSource

/// The plan shows too little that is still to sell.
struct WhitespaceTooFew: PlanRule {
  static let about = RuleInfo(
    name: "whitespace/too-few", level: .error, settings: ["minimum-whitespace"],
    summary: "Fewer open or pursued cells with a potential than the tier asks for.",
    why: "an account whose growth nobody mapped ends with its first deal",
    mend: "Add rows for what could be sold next, each with Status `open` and a Potential.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        stage: closed-won
        ---
        ↓## Whitespace

        | Offering | Buying center | Status | Potential |
        | --- | --- | --- | --- |
        | Core | EMEA | owned | 120k |
        | Core | APAC | open | |
        """),
      .bad(
        """
        ↓---
        account: Northwind
        tier: 1
        stage: opportunity
        ---
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
        | Core | APAC | pursuing | 80k |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: mqa
        ---
        """),
    ])
  static let reads: [Topic] = [
    .key("stage"), .column(.whitespace, "Offering"), .column(.whitespace, "Buying center"),
    .column(.whitespace, "Status"), .column(.whitespace, "Potential"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let setting = context.settings.minimumWhitespace
    let cells = (plan.whitespace?.items ?? []).filter(\.isToSell)
    let count = cells.count { $0.potential != nil }
    guard let needed = setting.value(at: context.stage), count < needed else { return [] }
    return [
      finding(
        at: plan.whitespace?.heading ?? plan.opening,
        (count == 0 ? "no cell is" : "\(Wording.count(count, "cell is", "cells are"))")
          + " open or pursued with a potential; "
          + Wording.demand(plan.tier.value, setting, at: context.stage, "\(needed)"),
        // Of fewer cells than are needed `no-potential` says what each lacks.
        notes: (cells.count < needed ? [] : cells).filter { $0.potential == nil }.prefix(5).map {
          Note(
            "without potential", $0.spoken, at: Place(path: plan.path, span: $0.offering.span))
        },
        help: help(plan, context.program, needed: needed, cells.count))
    ]
  }

  /// Whether this rule reports the plan only because potentials are missing: enough cells are open or pursued. Then
  /// `no-potential` does not say it again.
  static func reportsMissingPotentials(_ plan: Plan, in context: PlanContext) -> Bool {
    guard plan.isTierKnown,
      let needed = context.settings.minimumWhitespace.value(at: context.stage)
    else { return false }
    let cells = (plan.whitespace?.items ?? []).filter(\.isToSell)
    return cells.count >= needed && cells.count(where: { $0.potential != nil }) < needed
      && isHeard(of: plan, in: context)
  }

  private func help(_ plan: Plan, _ program: Program, needed: Int, _ count: Int) -> String {
    if count >= needed { return "write what each could bring in a year into Potential: `120k`" }
    guard plan.whitespace != nil else {
      return "add a section `## Whitespace` with a table `| Offering | Buying center | Status | "
        + "Potential |` and a row for each thing still to sell"
    }
    let (offering, center) = free(plan, program) ?? ("<what we could sell>", "<to whom>")
    let row = ExampleRow.text(
      in: .whitespace, plan.whitespace?.header,
      ["Offering": offering, "Buying center": center, "Status": "open", "Potential": "120k"],
      needing: "Potential")
    let lacks = ExampleRow.lacks("Potential", in: .whitespace, plan.whitespace?.header)
    return
      "add \(lacks ? "a column `Potential` and " : "")a row to Whitespace for each thing still to "
      + "sell, such as `\(row)`"
  }

  /// A pair of the program's offerings and the account's buying centers that has no row yet.
  private func free(_ plan: Plan, _ program: Program) -> (String, String)? {
    let taken = Set((plan.whitespace?.items ?? []).map(\.key))
    let centers = plan.buyingCenters?.map(\.value) ?? program.buyingCenters ?? []
    for offering in program.offerings ?? [] {
      let key = ContactName.key(offering)
      let free = centers.first { !taken.contains("\(key) in \(ContactName.key($0))") }
      if let free { return (offering, free) }
    }
    return nil
  }
}
