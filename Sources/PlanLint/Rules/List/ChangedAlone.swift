import PlanMetrics
import PlanModel
import PlanSource

/// A change that puts an account on the list, or into another tier, without saying that sales and marketing agreed.
///
/// It is asked of a change alone: `planc lint --new` and `--changed`.
struct ChangedAlone: PortfolioRule {
  static let about = RuleInfo(
    name: "list/changed-alone", level: .error,
    summary:
      "A new active account, or another tier, without a new `listed` day and a `listed-by` of sales "
      + "and marketing. Only `--new` and `--changed` ask, for it is about a change.",
    why: "a list that one side changes alone is worked by one side alone",
    mend:
      "Agree on it, then write the day into `listed`, and who agreed into `listed-by`: at least "
      + "one of sales (role ae or sdr) and one of marketing.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: ↓1
        ---
        """,
        history: [
          .init("2026-10-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 2\n---\n")
        ]),
      .bad(
        """
        ---
        account: Northwind
        tier: ↓3
        listed: 2026-11-18
        listed-by: [maya.chen]
        ---
        """,
        settings:
          "people: { maya.chen: { name: Maya Chen, role: ae }, tom.fox: { name: Tom Fox, role: marketing } }\n",
        history: [
          .init(
            "2026-10-01", by: "maya@example.com", "---\naccount: Contoso\ntier: 3\n---\n",
            path: "plans/contoso.md")
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        listed: 2026-11-18
        listed-by: [maya.chen, tom.fox]
        ---
        """,
        settings:
          "people: { maya.chen: { name: Maya Chen, role: ae }, tom.fox: { name: Tom Fox, role: marketing } }\n",
        history: [
          .init(
            "2026-10-01", by: "maya@example.com",
            "---\naccount: Northwind\ntier: 2\nlisted: 2025-03-01\n---\n")
        ]),
      .good(
        """
        ---
        account: Northwind
        tier: 1
        stage: aware
        ---
        """,
        history: [
          .init("2026-10-01", by: "maya@example.com", "---\naccount: Northwind\ntier: 1\n---\n")
        ]),
    ])
  static let reads: [Topic] = [.key("tier"), .key("status"), .key("listed"), .key("listed-by")]

  func check(_ roster: Roster) -> [Finding] {
    guard let before = roster.before else { return [] }
    let byID = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byName = Dictionary(
      before.map { (ContactName.key($0.account.value), $0) },
      uniquingKeysWith: { first, _ in first })
    return roster.plans.filter(\.isActive).compactMap { plan in
      let old = byID[plan.id] ?? byName[ContactName.key(plan.account.value)]
      return finding(plan, old, roster.program, roster.today)
    }
  }

  private func finding(_ plan: Card, _ old: Card?, _ program: Program, _ today: Day) -> Finding? {
    let what: String
    if let old, old.isActive {
      // A tier that could not be read before is no other one.
      guard old.isTierKnown, old.tier.value != plan.tier.value else { return nil }
      what = "moved from tier \(old.tier.value.rawValue) to tier \(plan.tier.value.rawValue)"
    } else {
      what = "is new on the list of tier \(plan.tier.value.rawValue)"
    }
    let isListed = plan.listed.map { $0.value != old?.listed?.value } ?? false
    let absent = isListed ? missing(plan, program) : ["a new `listed` day"] + missing(plan, program)
    guard !absent.isEmpty else { return nil }
    return finding(
      in: plan, at: plan.tier.span,
      "\(plan.account.value) \(what) without \(Wording.list(absent))",
      help: "agree on it with sales and marketing, then write `listed: "
        + "\(isListed ? plan.listed?.value ?? today : today)` and `listed-by: [\(names(plan, program))]`"
    )
  }

  /// Whose word is missing. While the settings do not say who does what, two names will do.
  private func missing(_ plan: Card, _ program: Program) -> [String] {
    guard let people = program.people, people.values.contains(where: { $0.job != nil }) else {
      return Set(plan.listedBy.map(\.value)).count > 1 ? [] : ["two names in `listed-by`"]
    }
    let jobs = plan.listedBy.compactMap { people[$0.value]?.job }
    var missing: [String] = []
    if !jobs.contains(.ae), !jobs.contains(.sdr) { missing.append("sales in `listed-by`") }
    if !jobs.contains(.marketing) { missing.append("marketing in `listed-by`") }
    return missing
  }

  private func names(_ plan: Card, _ program: Program) -> String {
    let sales = program.people(in: .ae).first ?? program.people(in: .sdr).first
    var names = plan.listedBy.map(\.value)
    for name in [plan.owner?.value ?? sales, program.people(in: .marketing).first]
    where names.count < 2 {
      if let name, !names.contains(name) { names.append(name) }
    }
    return names.isEmpty
      ? "…, …" : names.count == 1 ? names[0] + ", …" : names.joined(separator: ", ")
  }
}
