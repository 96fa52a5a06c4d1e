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
    var first = [[String: (plan: Int, mark: Mark)]](repeating: [:], count: Mark.Kind.allCases.count)
    for kind in first.indices { first[kind].reserveCapacity(roster.plans.count) }
    var findings: [Finding] = []
    for index in roster.plans.indices {
      // One mistake, one finding: a plan that is copied is the same in several of these.
      var reported: Set<Int> = []
      for mark in marks(of: roster.plans[index]) {
        let key = mark.kind == .id ? mark.value : ContactName.key(mark.value)
        guard let other = first[mark.kind.rawValue][key] else {
          first[mark.kind.rawValue][key] = (index, mark)
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
    enum Kind: Int, CaseIterable { case id, domain, crmID, account }
    let kind: Kind
    let value: String
    let span: Span

    var key: String {
      switch kind {
      case .id: "id"
      case .domain: "domain"
      case .crmID: "crm-id"
      case .account: "account"
      }
    }

    var words: String {
      switch kind {
      case .id, .domain: key
      case .crmID: "CRM id"
      case .account: "account name"
      }
    }
  }

  private func marks(of plan: Card) -> [Mark] {
    var marks = [Mark(kind: .id, value: plan.id, span: plan.opening)]
    if let domain = plan.domain {
      marks.append(Mark(kind: .domain, value: domain.value, span: domain.span))
    }
    if let id = plan.crmID { marks.append(Mark(kind: .crmID, value: id.value, span: id.span)) }
    // Without an `account` the id stands in for it, and is no second mark.
    if plan.account.span != plan.opening {
      marks.append(Mark(kind: .account, value: plan.account.value, span: plan.account.span))
    }
    return marks
  }

  private func report(_ mark: Mark, _ plan: Card, _ other: Card, at span: Span) -> Finding {
    finding(
      in: plan, at: mark.span, "\(other.path) has the \(mark.words) `\(mark.value)` already",
      notes: [Note("first", other.account.value, at: Place(path: other.path, span: span))],
      help: mark.kind == .id
        ? "merge the two files; if they are two accounts, rename one file: its name is the id"
        : "merge the two files; if they are two accounts, mend `\(mark.key)` here or there",
      key: "\(mark.key) \(other.id)")
  }
}
