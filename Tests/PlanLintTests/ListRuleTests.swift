import PlanLint
import PlanSource
import Testing

/// What the rules about the target list say, beyond their examples.
struct ListRuleTests {
  private static let icp =
    "icp: [{ fit: industry, in: [manufacturing], weight: 60 }, { fit: region, in: [EMEA], weight: 40 }]\n"

  private func plan(
    tier: Int = 2, _ keys: String = "", fit: String = "industry: manufacturing, region: EMEA",
    potential: String = "acv: 250k", _ sections: String = ""
  ) -> String {
    "---\naccount: Northwind\ntier: \(tier)\nfit: { \(fit) }\npotential: { \(potential) }\n\(keys)---\n"
      + sections
  }

  private func findings(_ plan: String, of rule: String) -> [Finding] {
    SmallProgram(plan, settings: Self.icp).findings(of: rule)
  }

  /// A plan that nobody knew thirty days ago was above no line for thirty days.
  @Test(arguments: [("2026-10-21", 1), ("2026-10-22", 0)])
  func scoresAPlanThirtyDaysBackOnlyIfItIsKnown(_ day: String, _ count: Int) {
    let plays =
      "## Plays\n\n| Date | Play | Channel |\n| --- | --- | --- |\n| \(day) | Call | call |\n"
    let signals =
      "## Signals\n\n| Date | Kind | Signal |\n| --- | --- | --- |\n| \(day) | usage | x |\n"
    let rule = "list/promote"
    #expect(findings(plan("listed: \(day)\n"), of: rule).count == count)
    #expect(findings(plan("", plays), of: rule).count == count)
    #expect(findings(plan("", signals), of: rule).count == count)
    #expect(findings(plan(), of: rule).isEmpty)
    let low = plan(tier: 1, "listed: \(day)\n", fit: "industry: retail", potential: "acv: 10k")
    #expect(findings(low, of: "list/demote").count == count)
  }

  @Test func namesWhatAMoveNeedsToBeMerged() {
    let low = plan(
      tier: 1, "listed: 2026-01-01\n", fit: "industry: retail, region: US", potential: "acv: 10k")
    #expect(
      findings(low, of: "list/demote").map(\.help) == [
        "agree on it with sales and marketing, then write `tier: 3`, `listed: 2026-11-20` and who "
          + "agreed into `listed-by`"
      ])
    let unknown = low.replacing(", region: US", with: "")
    #expect(
      findings(unknown, of: "list/demote").map(\.help) == [
        "agree on it with sales and marketing, then write `tier: 3`, `listed: 2026-11-20` and who "
          + "agreed into `listed-by`; or add the facts of `fit` that are missing"
      ])
    #expect(
      findings(plan("listed: 2026-01-01\n"), of: "list/promote").map(\.help) == [
        "agree on it with sales and marketing, then write `tier: 1`, `listed: 2026-11-20` and who "
          + "agreed into `listed-by`"
      ])
  }

  /// What the tier above would send back at once is not promoted to it.
  @Test func promotesToATierWhoseBandTheAccountReaches() {
    func tiers(_ potential: String) -> [String] {
      findings(
        plan(tier: 3, "listed: 2026-01-01\n", potential: potential + ", strategic: high"),
        of: "list/promote"
      ).map { String($0.help.drop { $0 != "`" }.prefix(9)) }
    }
    #expect(tiers("acv: 30k, ceiling: 40k") == [])
    #expect(tiers("acv: 200k, ceiling: 240k") == ["`tier: 2`"])
    #expect(tiers("acv: 200k, ceiling: 400k") == ["`tier: 1`"])
  }

  @Test func quietIsWhomNobodyReachedAndWhoDidNotAnswer() {
    let plays =
      "## Plays\n\n| Date | Play | Channel |\n| --- | --- | --- |\n| 2026-05-01 | Call | call |\n"
    let committee =
      "## Buying committee\n\n| Name | Role | Last engaged |\n| --- | --- | --- |\n| Ann Lee | legal | 2026-11-19 |\n\n"
    #expect(findings(plan(tier: 1, "", plays), of: "list/demote").count == 1)
    #expect(findings(plan(tier: 1, "", committee + plays), of: "list/demote").isEmpty)
  }

  /// Whom people wrote down as knowing nothing of us, and who answered enough to be handed to sales.
  @Test(arguments: [("unaware", 1), ("aware", 1), ("engaged", 0)])
  func saysThatAStageIsFarBehind(_ stage: String, _ count: Int) {
    let rows = ["Ann Lee", "Raj Iyer", "Lee Poe"].map {
      "| 2026-11-18 | Visit | meeting | \($0) | fine |\n| 2026-11-19 | Lunch | meeting | \($0) | fine |\n"
    }
    let text =
      "---\naccount: Northwind\ntier: 1\nstage: \(stage)\n---\n## Buying committee\n\n| Name | Role |\n| --- | --- |\n"
      + "| Ann Lee | legal |\n| Raj Iyer | legal |\n| Lee Poe | legal |\n\n## Plays\n\n"
      + "| Date | Play | Channel | Contact | Outcome |\n| --- | --- | --- | --- | --- |\n"
      + rows.joined()
    let found = SmallProgram(text).findings(of: "list/stage-contradicted")
    #expect(found.count == count)
    #expect(
      found.allSatisfy {
        $0.message.hasSuffix("answered on 2026-11-19") && $0.help.hasPrefix("write `stage: mqa`")
      }, "\(found.map(\.message))")
  }

  /// A customer who buys more is at an opportunity again.
  @Test(arguments: ["opportunity", "mqa"])
  func anOpenDealOfACustomerContradictsNoOpportunity(_ stage: String) {
    let text =
      "---\naccount: Northwind\ntier: 2\nstage: \(stage)\n---\n## Opportunities\n\n"
      + "| Opportunity | Stage |\n| --- | --- |\n| Core pilot | won |\n| Core rollout | Proposal |\n"
    #expect(SmallProgram(text).findings(of: "list/stage-contradicted").isEmpty)
  }

  /// Below tier 3 there is no tier.
  @Test func tellsTierThreeToPauseOrRetire() {
    let plans = (1...3).map {
      ("plans/p\($0).md", "---\naccount: P\($0)\ntier: 3\nowner: maya.chen\n---\n")
    }
    let settings =
      "tiers: { 3: { maximum-accounts: 2, maximum-accounts-per-owner: 2, budget: 10k, cost-per-account: 20k } }\n"
    let program = SmallProgram(plans + [("planc.yml", settings)])
    #expect(
      program.findings(of: "list/over-capacity").map(\.help) == [
        "take 1 account off the list (`status: paused` or `status: retired`), or raise "
          + "`maximum-accounts` of tier 3"
      ])
    #expect(
      program.findings(of: "list/owner-overloaded").map(\.help) == [
        "give one of them another `owner`, or take it off the list (`status: paused` or "
          + "`status: retired`), or raise `maximum-accounts-per-owner` of tier 3"
      ])
    #expect(
      program.findings(of: "list/underfunded").map(\.help) == [
        "it pays for none: raise `budget`, or take all 3 off the list (`status: paused` or "
          + "`status: retired`)"
      ])
    let half = SmallProgram(plans + [("planc.yml", settings.replacing("10k", with: "40k"))])
    #expect(
      half.findings(of: "list/underfunded").map(\.help) == [
        "it pays for 2 accounts: take 1 account off the list (`status: paused` or "
          + "`status: retired`), or raise `budget`"
      ])
  }

  /// A stage that is old for one tier may have its time in another.
  @Test(arguments: [
    (1, "", "move it to tier 3"), (2, "", "move it to tier 3"),
    (3, "tiers: { 3: { clock: 100 } }\n", "take it off the list"),
    (1, "tiers: { 2: { clock: 900 } }\n", "move it to tier 2"),
  ])
  func namesATierThatGivesAStageItsTime(_ tier: Int, _ settings: String, _ advice: String) {
    let text =
      "---\naccount: Northwind\ntier: \(tier)\nstage: engaged\nstage-since: 2025-05-01\n---\n"
    let found = SmallProgram(text, settings: settings).findings(of: "freshness/stage-stalled")
    #expect(
      found.count == 1 && found.allSatisfy { $0.help.contains(advice) }, "\(found.map(\.help))")
  }

  @Test func givesOneOfThemInWords() {
    let plans = (1...2).map {
      (
        "plans/p\($0).md",
        "---\naccount: P\($0)\ntier: 1\nowner: maya.chen\nsponsor: vera.holm\n---\n"
      )
    }
    let settings =
      "limits: { maximum-accounts-per-sponsor: 1 }\ntiers: { 1: { maximum-accounts-per-owner: 1 } }\n"
    let program = SmallProgram(plans + [("planc.yml", settings)])
    #expect(
      program.findings(of: "list/owner-overloaded").map(\.help) == [
        "give one of them another `owner` or `tier: 2`, or raise `maximum-accounts-per-owner` of tier 1"
      ])
    #expect(
      program.findings(of: "sponsor/overloaded").map(\.help) == [
        "give one of them another `sponsor`, or raise `maximum-accounts-per-sponsor`"
      ])
  }
}
