import PlanModel
import PlanSource

/// A reporting line that closes on itself.
struct ReportsToCycle: PlanRule {
  static let about = RuleInfo(
    name: "committee/reports-to-cycle", level: .error,
    summary: "A reporting line that closes on itself.",
    why: "nobody stands at the top of it, so the plan cannot say who has the last word",
    mend: "Empty the `Reports to` of whoever stands highest, or write whom they do report to.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Tom Ek | end user | Ann Lee |
        | Ann Lee | champion | ↓Raj Iyer |
        | Raj Iyer | economic buyer | Mia Ott |
        | Mia Ott | legal | Ann Lee |
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Ann Lee | champion | ↓ann lee |
        | Raj Iyer | economic buyer | ↓Mia Ott |
        | Mia Ott | legal | Raj Iyer |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Reports to |
        | --- | --- | --- |
        | Ann Lee | champion | Raj Iyer |
        | Mia Ott | legal | Raj Iyer |
        | Raj Iyer | economic buyer | |
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        ## Buying committee

        | Name | Role | Reports to | Status |
        | --- | --- | --- | --- |
        | Ann Lee | champion | Raj Iyer | |
        | Raj Iyer | economic buyer | Ann Lee | left |
        """),
    ])
  static let reads: [Topic] = [
    .column(.committee, "Name"), .column(.committee, "Reports to"), .column(.committee, "Status"),
  ]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    guard plan.contacts.contains(where: { $0.reportsTo != nil }) else { return [] }
    return cycles(among: plan.contacts.filter { !$0.hasLeft }).compactMap { cycle in
      guard let first = cycle.first, let cell = first.reportsTo else { return nil }
      let names = cycle.map(\.name.value)
      let line = names.prefix(6) + (names.count > 6 ? ["…"] : []) + [first.name.value]
      return finding(
        at: cell.span,
        cycle.count == 1
          ? "\(first.name.value) reports to \(first.name.value)"
          : "the reporting line of \(first.name.value) leads back to \(first.name.value)",
        notes: cycle.count == 1 ? [] : [Note("line", line.joined(separator: " → "))],
        help: cycle.count == 1
          ? "empty the cell, or write whom \(first.name.value) reports to"
          : "empty the `Reports to` of whoever of \(Wording.list(names)) stands highest",
        key: cycle.map(\.key).min { $0.precedes($1) } ?? first.key,
        row: first.row)
    }
  }

  /// Each cycle once, from its first contact in the order of the table on. Everybody is walked over once.
  private func cycles(among contacts: [Contact]) -> [[Contact]] {
    // A name that was read is spelt as in its own row.
    let index = Dictionary(
      contacts.enumerated().map { ($1.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    let next = contacts.map { $0.reportsTo.flatMap { index[$0.value] } }
    var seen = [Bool](repeating: false, count: contacts.count)
    var found: [[Int]] = []
    for start in contacts.indices where !seen[start] {
      var path: [Int] = []
      var at: Int? = start
      while let here = at, !seen[here] {
        seen[here] = true
        path.append(here)
        at = next[here]
      }
      // A line that ends at somebody of an earlier one was walked already.
      guard let end = at, let entry = path.firstIndex(of: end) else { continue }
      let cycle = Array(path[entry...])
      let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      found.append(Array(cycle[first...] + cycle[..<first]))
    }
    return found.map { $0.map { contacts[$0] } }
  }
}
