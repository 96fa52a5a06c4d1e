import PlanMetrics
import PlanModel
import PlanSource

/// Two plans for one account.
struct DuplicateAccount: PortfolioRule {
  static let about = RuleInfo(
    name: "structure/duplicate-account", level: .error,
    summary: "Two plans with one id, domain, crm-id or account name.",
    why: "two plans split the account's people, deals and touches, and every total counts it twice",
    mend: "Merge the two plans into one; or, if they are two accounts, tell them apart.",
    examples: [
      .bad(
        files: [
          ("plans/east/northwind.md", "---\naccount: Northwind\ntier: 3\n---\n"),
          ("plans/west/northwind.md", "↓---\naccount: Northwind West\ntier: 3\n---\n"),
        ]),
      .bad(
        files: [
          (
            "plans/north-wind.md",
            "---\naccount: Northwind\ntier: 3\ndomain: northwind.example\n---\n"
          ),
          (
            "plans/northwind.md",
            "---\naccount: northwind\ntier: 3\ndomain: ↓NorthWind.example\n---\n"
          ),
          ("plans/tailwind.md", "---\naccount: ↓NORTHWIND\ntier: 3\n---\n"),
        ]),
      .good(
        files: [
          (
            "plans/northwind.md",
            "---\naccount: Northwind\ntier: 3\ndomain: northwind.example\ncrm-id: N1\n---\n"
          ),
          (
            "plans/northwind-east.md",
            "---\naccount: Northwind East\ntier: 3\ndomain: east.northwind.example\ncrm-id: N2\n---\n"
          ),
        ]),
      .good(
        files: [
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 3\ndomain:\ncrm-id: N1\n---\n"),
          ("plans/tail-wind.md", "---\naccount: Tailwind\ntier: 3\ndomain:\ncrm-id: N2\n---\n"),
          ("plans/tailwind.md", "---\ntier: 3\n---\n"),
        ]),
    ])
  // What could not be read equals nothing, so a finding never hangs on it.
  static let reads: [Topic] = []

  func check(_ roster: Roster) -> [Finding] {
    var first: [String: (plan: Int, mark: Mark)] = [:]
    var findings: [Finding] = []
    for index in roster.plans.indices {
      // One mistake, one finding: a plan that is copied is the same in several of these.
      var reported: Set<Int> = []
      for mark in marks(of: roster.plans[index]) {
        guard let other = first[mark.key] else {
          first[mark.key] = (index, mark)
          continue
        }
        guard reported.insert(other.plan).inserted else { continue }
        findings.append(
          report(mark, roster.plans[index], roster.plans[other.plan], at: other.mark.span))
      }
    }
    return findings
  }

  /// What an account is known by.
  private struct Mark {
    let name: String
    let value: String
    let span: Span
    let key: String
  }

  private func marks(of plan: Card) -> [Mark] {
    // Without an `account` the id stands in for it, and is no second mark.
    let account = plan.account.span == plan.opening ? nil : plan.account
    let keys = [("domain", plan.domain), ("crm-id", plan.crmID), ("account", account)]
    return [Mark(name: "id", value: plan.id, span: plan.opening, key: "id \(plan.id)")]
      + keys.compactMap { name, text in
        text.map {
          Mark(
            name: name, value: $0.value, span: $0.span, key: "\(name) \(ContactName.key($0.value))")
        }
      }
  }

  private func report(_ mark: Mark, _ plan: Card, _ other: Card, at span: Span) -> Finding {
    finding(
      in: plan, at: mark.span, "\(other.path) has the \(words(mark)) `\(mark.value)` already",
      notes: [Note("first", other.account.value, at: Place(path: other.path, span: span))],
      help: mark.name == "id"
        ? "merge the two files; if they are two accounts, rename one file: its name is the id"
        : "merge the two files; if they are two accounts, mend `\(mark.name)` here or there",
      key: "\(mark.name) \(other.id)")
  }

  private func words(_ mark: Mark) -> String {
    switch mark.name {
    case "account": "account name"
    case "crm-id": "CRM id"
    default: mark.name
    }
  }
}
