import PlanModel
import PlanSource

/// An account that the program decided not to work.
struct Excluded: PlanRule {
  static let about = RuleInfo(
    name: "list/excluded", level: .error,
    summary: "An account that `exclude` names, by its domain or by a fact of its fit.",
    why: "time for an account that nobody may sell to is taken from one that would buy",
    mend: "Retire the account, or correct the domain or the fact.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        domain: ↓shop.northwind.example
        ---
        """,
        settings: "exclude: { domains: [northwind.example] }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        domain: ↓https://Northwind.example/
        ---
        """,
        settings: "exclude: { domains: [northwind.example] }\n"),
      .bad(
        """
        ---
        account: Northwind
        tier: 2
        fit:
          industry: ↓Gambling
        ---
        """,
        settings: "exclude:\n  fit:\n    - { industry: gambling, reason: policy of 2025 }\n"),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        domain: oldnorthwind.example
        fit: { industry: retail }
        ---
        """,
        settings:
          "exclude: { domains: [northwind.example], fit: [{ industry: gambling, reason: policy }] }\n"
      ),
      .good(
        """
        ---
        account: Northwind
        tier: 2
        status: retired
        domain: northwind.example
        ---
        """,
        settings: "exclude: { domains: [northwind.example] }\n"),
    ])
  static let reads: [Topic] = [.key("domain"), .key("fit")]

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    let exclusions = context.program.exclusions
    if let domain = plan.domain, !exclusions.domains.isEmpty {
      let name = Self.host(domain.value)
      let excluded = exclusions.domains.first {
        let host = Self.host($0)
        return name == host || name.hasSuffix("." + host)
      }
      if let excluded {
        return [finding(at: domain.span, plan, "`exclude` names the domain `\(excluded)`")]
      }
    }
    for pair in plan.fit where !exclusions.fits.isEmpty {
      let items = pair.value.value.split(separator: ",").map { Nearest.fold(String($0)) }
      let excluded = exclusions.fits.first {
        Nearest.isSame($0.fact, pair.name.value) && items.contains(Nearest.fold($0.value))
      }
      if let excluded {
        return [
          finding(
            at: pair.value.span, plan,
            "`exclude` names \(excluded.fact) `\(excluded.value)`: \(excluded.reason)")
        ]
      }
    }
    return []
  }

  /// The domain in an address as a browser shows it: `https://www.northwind.example/about`.
  private static func host(_ text: String) -> String {
    var host = text.lowercased()[...]
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return String(host)
  }

  private func finding(at span: Span, _ plan: Plan, _ reason: String) -> Finding {
    finding(
      at: span, "\(plan.account.value) is not to be worked: \(reason)",
      help: "write `status: retired`, or correct what is written here")
  }
}
