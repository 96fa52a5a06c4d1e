import PlanMetrics
import PlanModel
import PlanSource

/// A sponsor with more accounts than an executive can call.
struct SponsorOverloaded: PortfolioRule {
  static let about = RuleInfo(
    name: "sponsor/overloaded", level: .warning, limits: ["maximum-accounts-per-sponsor"],
    summary: "An executive sponsor with more active accounts than `limits` allows.",
    why:
      "an executive who sponsors everybody calls nobody, and every plan still says that they will",
    mend: "Give some accounts another `sponsor`, or raise `limits.maximum-accounts-per-sponsor`.",
    examples: [
      .bad(
        files: [
          ("planc.yml", "limits: { maximum-accounts-per-sponsor: ↓1 }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nsponsor: vera.holm\n---\n"),
          ("plans/tailwind.md", "---\naccount: Tailwind\ntier: 2\nsponsor: vera.holm\n---\n"),
        ]),
      .bad(
        files: [
          ("planc.yml", "limits:\n  maximum-accounts-per-sponsor: ↓0\n  grace: 7\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nsponsor: vera.holm\n---\n"),
        ]),
      .good(
        files: [
          ("planc.yml", "limits: { maximum-accounts-per-sponsor: 1 }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nsponsor: vera.holm\n---\n"),
          (
            "plans/tailwind.md",
            "---\naccount: Tailwind\ntier: 2\nstatus: paused\nsponsor: vera.holm\n---\n"
          ),
        ]),
      .good(
        files: [
          ("planc.yml", "limits: { maximum-accounts-per-sponsor: none }\n"),
          ("plans/northwind.md", "---\naccount: Northwind\ntier: 1\nsponsor: vera.holm\n---\n"),
        ]),
    ])
  static let reads: [Topic] = []

  func check(_ roster: Roster) -> [Finding] {
    let limit = roster.program.limits.maximumAccountsPerSponsor
    let plans = roster.plans.filter { $0.isActive && $0.sponsor != nil }
    return Dictionary(grouping: plans) { $0.sponsor?.value ?? "" }
      .filter { $0.value.count > limit }
      .sorted { $0.key.precedes($1.key) }
      .map { sponsor, plans in
        finding(
          about: "limits.maximum-accounts-per-sponsor", in: roster.program,
          "\(roster.program.name(of: sponsor)) sponsors "
            + "\(Wording.count(plans.count, "account")); one executive may sponsor \(limit)",
          notes: [Note("accounts", Wording.list(plans.map(\.account.value)))],
          help: "give \(Wording.some(plans.count - limit)) another `sponsor`, or raise "
            + "`maximum-accounts-per-sponsor`",
          key: sponsor)
      }
  }
}
