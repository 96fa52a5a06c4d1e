import Testing

@testable import PlanSite

/// Each way to lose an account: when it is named, and in which words.
@Suite struct DangerTests {
  private func said(_ name: String, _ facts: AccountFacts) -> String? {
    Dangers.remarks.said(name, of: facts).map { "\($0.title) | \($0.detail.source)" }
  }

  private static let deal = "Plants|860k|Proposal|2027-01-15"

  @Test func opponent() {
    let owen = "Owen|legal|opponent||"
    #expect(
      said("opponent", MoveTests.facts(people: [owen]))
        == "Owen stops it | Opponent; no risk, objective or planned play names them.")
    #expect(
      said("opponent", MoveTests.facts(people: ["Owen|blocker|neutral||"]))
        == "Owen stops it | Blocker; no risk, objective or planned play names them.")
    let risk = "## Risks\n\n| Risk | Severity |\n| --- | --- |\n| OWEN says no | high |\n"
    #expect(said("opponent", MoveTests.facts(people: [owen], rest: risk)) == nil)
    #expect(
      said(
        "opponent",
        MoveTests.facts(people: [owen], plays: ["2026-11-21|Call|call|Owen|maya|"])) == nil)
    #expect(said("opponent", MoveTests.facts(people: ["Owen|legal|sceptic||"])) == nil)
  }

  @Test func oneThread() {
    #expect(
      said("one thread", MoveTests.facts(people: ["Ann|legal||2026-11-01|"], deals: [Self.deal]))
        == "Ann changes jobs | Nobody else answered in 180 days; the deal rests on one person.")
    #expect(
      said("one thread", MoveTests.facts(people: ["Ann|legal|||"], deals: [Self.deal]))
        == "Nobody there is working for it | A deal is open and nobody answered in 180 days.")
    #expect(said("one thread", MoveTests.facts(people: ["Ann|legal|||"])) == nil)
    let two = ["Ann|legal||2026-11-01|", "Raj|legal||2026-11-01|"]
    #expect(said("one thread", MoveTests.facts(people: two, deals: [Self.deal])) == nil)
  }

  private func meddpicc(_ row: String, _ close: String = "2027-01-15") -> AccountFacts {
    MoveTests.facts(
      deals: ["Plants|860k|Proposal|\(close)"],
      rest: "## MEDDPICC\n\n| Element | Score | Evidence |\n| --- | --- | --- |\n\(row)\n")
  }

  @Test func paper() {
    #expect(
      said("paper", meddpicc("| Paper process | 1 | |"))
        == "The paper starts too late | Paper process stands at 1 of 3, and the deal closes in 56 days."
    )
    #expect(
      said("paper", meddpicc("| Paper process | 0 | |", "2026-11-21"))?.hasSuffix("in 1 day.")
        == true)
    #expect(said("paper", meddpicc("| Paper process | 2 | |")) == nil)
    #expect(said("paper", meddpicc("| Paper process | 1 | |", "2027-02-18")) != nil)
    #expect(said("paper", meddpicc("| Paper process | 1 | |", "2027-02-19")) == nil)
  }

  @Test func emptyChair() {
    let gone = "Ann|champion|||left"
    #expect(
      said("empty chair", MoveTests.facts(people: [gone]))
        == "Ann’s chair stays empty | They were champion and have left; nobody holds the role now.")
    #expect(said("empty chair", MoveTests.facts(people: [gone, "Raj|champion|||"])) == nil)
    #expect(said("empty chair", MoveTests.facts(people: ["Ann|legal|||left"])) == nil)
  }

  @Test func writtenRisk() {
    func facts(_ rows: String...) -> AccountFacts {
      MoveTests.facts(
        rest: "\n## Risks\n\n| Risk | Severity | Mitigation | Owner |\n| - | - | - | - |\n"
          + rows.map { "| \($0) |\n" }.joined())
    }
    #expect(
      said("written risk", facts("Freeze | high | Ask early | maya"))
        == "Freeze | Our answer: Ask early. Maya Chen.")
    // A placeholder is no answer, and what has none comes first.
    #expect(
      said("written risk", facts("Freeze | high | Ask early | maya", "Merger | high | TBD | "))
        == "Merger | No answer is written.")
    let both = facts("Freeze | medium | | ", "Merger | high | Wait | ")
    #expect(said("written risk", both) == "Merger | Our answer: Wait.")
    #expect(said("second risk", both) == "Freeze | No answer is written.")
    #expect(said("written risk", facts("Freeze | low | | ")) == nil)
    #expect(said("second risk", facts("Freeze | medium | | ")) == nil)
  }

  @Test func buyer() {
    #expect(
      said("buyer", MoveTests.facts(people: ["Ann|economic-buyer|sceptic|2026-11-19|"]))
        == "Ann says no | Economic buyer, sceptic, last answered yesterday.")
    #expect(
      said("buyer", MoveTests.facts(people: ["Ann|economic-buyer|||"]))
        == "Ann decides without hearing us | Economic buyer, stance unknown, never approached.")
    #expect(
      said("buyer", MoveTests.facts(people: ["Ann|economic-buyer|neutral|2026-11-19|"])) == nil)
  }

  @Test func leaver() {
    let people = ["Ann|legal|||", "Raj|legal|||", "Lee|legal|||", "Kim|legal|||"]
    let ann = "2026-11-20|Talk|meeting|Ann|maya|talked"
    let raj = "2026-11-20|Talk|call|Raj|maya|talked"
    func facts(_ plays: String..., deals: [String] = []) -> AccountFacts {
      facts(plays, deals: deals)
    }
    func facts(_ plays: [String], deals: [String] = []) -> AccountFacts {
      MoveTests.facts(people: people, deals: deals, plays: plays)
    }
    // (20 + 5) * 1.15 = 28.75
    #expect(
      said("leaver", facts(ann, ann, raj))
        == "Ann leaves | 2 of our 3 answered touches are with them: engagement falls from 29 to 5.")
    #expect(
      said("leaver", facts(ann, ann))
        == "Ann leaves | Both of our answered touches are with them: engagement falls from 20 to 0."
    )
    // One answer is too little, and a deal on one person has its own words.
    #expect(said("leaver", facts(ann, raj)) == nil)
    #expect(said("leaver", facts(ann, ann, deals: [Self.deal])) == nil)
    // Four alike: 30 * 1.3 of 40 * 1.45 are left, less than a third is gone.
    let four = ["Ann", "Raj", "Lee", "Kim"].map { raj.replacing("Raj", with: $0) }
    #expect(said("leaver", facts(four + four)) == nil)
    #expect(said("leaver", facts([raj, raj] + Array(four[2...] + four[2...]))) != nil)
    #expect(said("leaver", facts()) == nil)
  }

  @Test func unproven() {
    #expect(
      said("unproven", MoveTests.facts(deals: [Self.deal]))
        == "What the deal rests on is not written | Nothing is said of it in MEDDPICC.")
    #expect(
      said("unproven", meddpicc("| Metrics | 0 | |\n| Champion | 0 | |"))
        == "We do not know enough | MEDDPICC stands at 0 for metrics and champion.")
    #expect(said("unproven", meddpicc("| Metrics | 1 | |")) == nil)
    #expect(said("unproven", MoveTests.facts()) == nil)
  }

  @Test func competitor() {
    let cells = ["Core|EMEA|competitor|5k|", "Flex|EMEA|competitor|9k|", "Flex|APAC|open|99k|"]
    #expect(
      said("competitor", MoveTests.facts(cells: cells))
        == "A competitor holds Flex in EMEA | $9k.")
    #expect(said("competitor", MoveTests.facts(cells: [cells[2]])) == nil)
  }
}
