import PlanModel
import Testing

@testable import PlanSite

@Suite struct SentenceTests {
  private let figures = Figures(Program(), today: Day("2026-11-20") ?? Day(number: 0))

  private func money(_ amounts: Int...) -> String {
    HomeSentences.money(
      amounts.map { Money(hundredths: $0 * 100_000) }, dealing: amounts.count, figures)
  }

  @Test func concentration() {
    #expect(money() == "No deal is open")
    #expect(money(0, 860) == "All $860k of pipeline is in one account")
    #expect(money(800, 50, 50, 100) == "One account holds $800k of the $1.00M")
    #expect(money(400, 300, 100, 100, 100) == "Two accounts hold $700k of the $1.00M")
    #expect(money(250, 250, 250, 250) == "$1.00M is spread over four accounts")
  }

  @Test func executives() {
    #expect(
      HomeSentences.executives(required: 0, covered: 0)
        == "No account has to have an executive sponsor yet")
    #expect(
      HomeSentences.executives(required: 8, covered: 3)
        == "Five of eight accounts lack executive cover")
    #expect(
      HomeSentences.executives(required: 8, covered: 7)
        == "One of eight accounts lacks executive cover")
    #expect(
      HomeSentences.executives(required: 8, covered: 8)
        == "All eight accounts that must have a sponsor are covered")
    #expect(
      HomeSentences.executives(required: 1, covered: 0)
        == "The one account that must have a sponsor lacks executive cover")
  }

  @Test func freshness() {
    func title(_ late: [Tier: Int], never: Int = 0, of accounts: Int = 9) -> String {
      HomeSentences.freshness(late: late, never: never, accounts: accounts)
    }
    #expect(
      title([.one: 3, .two: 2]) == "Five plans are past their review, three of them in tier 1")
    #expect(title([.two: 2]) == "Two plans are past their review, all of them in tier 2")
    #expect(title([.three: 1]) == "One plan is past its review, in tier 3")
    #expect(title([:]) == "All nine plans were reviewed in time")
    #expect(title([:], never: 1) == "No review is late; one plan was never reviewed")
    #expect(title([:], never: 9) == "No plan was ever reviewed")
    #expect(title([:], of: 0) == "There is no plan to review yet")
  }

  @Test func stages() {
    #expect(
      HomeSentences.stages([.opportunity: 8, .mqa: 2])
        == "Eight accounts are at stage opportunity; only two are next in line")
    #expect(
      HomeSentences.stages([.opportunity: 1])
        == "One account is at stage opportunity; nobody is next in line")
    #expect(
      HomeSentences.stages([.engaged: 1])
        == "No account is at stage opportunity yet; one is engaged or beyond")
    #expect(
      HomeSentences.stages([.closedWon: 2]) == "No account is at stage opportunity; two have bought"
    )
    #expect(HomeSentences.stages([:]) == "No account has come as far as engaged yet")
  }

  @Test func findings() {
    var top = FindingCount(name: "committee/missing-role")
    top.errors = 6
    var other = FindingCount(name: "brief/missing-part")
    other.warnings = 4
    func finds(_ rule: String) -> String {
      rule == top.name ? "A `role` that nobody holds." : "?"
    }
    #expect(HomeSentences.findings([], finds: finds) == "There is no finding")
    #expect(
      HomeSentences.findings([top], finds: finds)
        == "All 6 findings are of one kind: a role that nobody holds")
    #expect(
      HomeSentences.findings([top, other], finds: finds)
        == "6 of 10 findings are of one kind: a role that nobody holds")
  }

  @Test(arguments: [
    ("A role that nobody holds.", "a role that nobody holds"),
    ("`tier` is missing.", "`tier` is missing"),
    ("Tier 1: an e", "Tier 1: an e"), ("MEDDPICC is empty", "MEDDPICC is empty"), ("", ""),
  ])
  func aSummaryIsSaidWithinASentence(_ summary: String, _ phrase: String) {
    #expect(RuleWords.phrase(summary) == phrase)
  }

  private func plan(_ id: String, _ front: String, _ body: String = "") -> (String, String) {
    (id, "---\naccount: \(id)\n\(front)\n---\n\(body)")
  }

  private static let deal =
    "## Opportunities\n\n| Opportunity | Amount | Stage | Close |\n| --- | --- | --- | --- |\n| D | 200k | Proposal | 2026-12-18 |\n"

  @Test func homeLead() {
    func lead(_ plans: [(String, String)]) -> String {
      let model = Sample(plans).model
      return HomeLead.sentence(
        model.summary, model.summaries, model.pace, all: model.accounts, model.figures
      ).source
        .replacing(/<[^>]*>/, with: "")
    }
    #expect(lead([]) == "There is no active account yet: planc new writes the first plan.")
    let asleep = [
      plan("a", "tier: 2\nstatus: draft"), plan("b", "tier: 2\nstatus: retired"),
      plan("c", "tier: 2\nstatus: retired"),
    ]
    #expect(lead(asleep) == "No account is active: 1 draft and 2 retired.")
    #expect(
      lead([plan("a", "tier: 2\nreviewed: 2026-11-01")])
        == "No deal is open in 1 account; no review is late.")
    let two = [
      plan("a", "tier: 1\nreviewed: 2026-01-01", Self.deal),
      plan("b", "tier: 2\nreviewed: 2026-11-01", Self.deal),
      plan("c", "tier: 2\nreviewed: 2026-11-01", Self.deal),
      plan("d", "tier: 1\nreviewed: 2026-11-01\nstatus: paused", Self.deal),
    ]
    #expect(
      lead(two)
        == "Tier 2 carries $400k of the $600k pipeline; 3 of 3 accounts with an open deal rest on nobody; "
        + "1 of 3 reviews is late.")
    #expect(
      lead([plan("a", "tier: 3", Self.deal)])
        == "All of the $200k pipeline is in tier 3; the one account with an open deal rests on nobody; "
        + "the one plan was never reviewed.")
  }

  @Test func decisions() {
    let settings = "people:\n  maya: { name: Maya Chen, role: ae }\n"
    let model = Sample(
      [
        plan("lone", "tier: 1\nstage: opportunity\nowner: maya", Self.deal),
        plan("thin", "tier: 2\nreviewed: 2026-11-01\nowner: maya", Self.deal),
        plan("fine", "tier: 2\nreviewed: 2026-11-01"),
      ], settings: settings
    ).model
    let titles = Decisions.top(model).map(\.title)
    #expect(titles == ["Who sponsors lone?", "Who else do we meet at thin?"])
    #expect(Decisions.top(Sample([plan("fine", "tier: 3")]).model).isEmpty)
    let cells =
      "## Whitespace\n\n| Offering | Buying center | Status | Potential |\n| - | - | - | - |\n| A | B | open | 90k |\n"
    let orphan = Sample([plan("orphan", "tier: 1\nreviewed: 2026-11-01", cells)]).model
    #expect(Decisions.top(orphan).map(\.title) == ["Who owns orphan?"])
    #expect(Decisions.top(orphan).first?.detail.source.contains("$90k is left to sell") == true)
  }

  @Test func ownersAboveTheirLimit() {
    let settings =
      "people:\n  maya: { name: Maya Chen, role: ae }\ntiers:\n  1: { maximum-accounts-per-owner: 1 }\n"
    func title(_ count: Int) -> String {
      let plans = (0..<count).map { plan("p\($0)", "tier: 1\nowner: maya") }
      let model = Sample(plans, settings: settings).model
      return HomeSentences.load(
        Load.all(model.active, in: model.program), hasLimit: true, name: model.program.name(of:))
    }
    #expect(title(0) == "No account has an owner yet")
    #expect(title(1) == "No owner holds more accounts than they may")
    #expect(title(2) == "Maya Chen holds one tier-1 account too many")
    #expect(title(4) == "Maya Chen holds three tier-1 accounts too many")
  }
}
