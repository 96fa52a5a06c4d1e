import PlanMetrics
import PlanModel
import PlanSource

/// Two plans for one account.
struct DuplicateAccount: PortfolioRule {
  static let about = RuleInfo(
    name: "structure/duplicate-account", level: .error,
    summary: "Two plans with one id, domain, crm-id or account name; the first, by path, counts.",
    why: "what this plan says of people, deals and touches is in no total and on no page",
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

  func check(_ roster: Roster) -> [Finding] { roster.duplicates.map(report) }

  private func report(_ duplicate: Duplicate) -> Finding {
    let (mark, first) = (duplicate.mark, duplicate.first)
    return finding(
      in: duplicate.plan, at: mark.span,
      "\(first.path) has the \(mark.words) `\(mark.value)` already",
      notes: [
        Note("first", first.account.value, at: Place(path: first.path, span: duplicate.firstSpan))
      ],
      help: mark.kind == .id
        ? "merge the two files; if they are two accounts, rename one file: its name is the id"
        : "merge the two files; if they are two accounts, mend `\(mark.key)` here or there",
      key: "\(mark.key) \(first.id)")
  }
}

extension Duplicate.Mark {
  fileprivate var key: String {
    switch kind {
    case .id: "id"
    case .domain: "domain"
    case .crmID: "crm-id"
    case .account: "account"
    }
  }

  fileprivate var words: String {
    switch kind {
    case .id, .domain: key
    case .crmID: "CRM id"
    case .account: "account name"
    }
  }
}
