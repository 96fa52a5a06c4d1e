import PlanModel
import Testing

@testable import PlanSite

/// Each next move: when it is named, in which words, and what it weighs.
@Suite struct MoveTests {
  static let settings = """
    people:
      maya: { name: Maya Chen, role: ae }
      tom: { name: Tom Fox, role: sdr }
    tiers:
      1: { sponsor: { aware: required }, minimum-engaged: 2, required-roles: none }
      3: { sponsor: none, minimum-engaged: none }
    """

  /// An active account whose pieces are given.
  static func facts(
    _ keys: String = "tier: 3", people: [String] = [], deals: [String] = [], tasks: String = "",
    plays: [String] = [], cells: [String] = [], rest: String = ""
  ) -> AccountFacts {
    func table(_ title: String, _ head: String, _ rows: [String]) -> String {
      let rule = head.split(separator: "|").map { _ in "---" }.joined(separator: " | ")
      return rows.isEmpty
        ? ""
        : "## \(title)\n\n| \(head) |\n| \(rule) |\n" + rows.map { "| \($0) |\n" }.joined() + "\n"
    }
    return Sample(
      "---\naccount: Northwind\nstage: engaged\nowner: maya\n\(keys)\n---\n\n"
        + table("Buying committee", "Name|Role|Stance|Last engaged|Status", people)
        + table("Opportunities", "Opportunity|Amount|Stage|Close", deals)
        + "## Mutual action plan\n\n\(tasks)\n\n"
        + table("Plays", "Date|Play|Channel|Contact|By|Outcome", plays)
        + table("Whitespace", "Offering|Buying center|Status|Potential|Next step", cells) + rest,
      settings: settings
    ).facts
  }

  private func said(_ name: String, _ facts: AccountFacts) -> String? {
    Moves.remarks.said(name, of: facts).map { move in
      [move.when, move.title, move.detail.source].joined(separator: " | ")
    }
  }

  @Test func lateTask() {
    let late = "- [ ] Count (@maya, Ann, due 2026-11-19)\n"
    let ann = ["Ann|legal|||"]
    #expect(
      said("late task", Self.facts(people: ann, tasks: late))
        == "Due since Thu 19 Nov, Maya Chen with Ann | Finish: Count | 1 day late in the action plan."
    )
    #expect(
      said("late task", Self.facts(tasks: late + late + "- [ ] Old (due 2026-11-01)"))
        == "Due since Sun 1 Nov, nobody named | Finish: Old | 19 days late in the action plan; "
        + "two other tasks are late too.")
    #expect(said("late task", Self.facts(tasks: "- [ ] Count (@maya, due 2026-11-20)")) == nil)
    #expect(said("late task", Self.facts(tasks: "- [x] Count (@maya, due 2026-11-10)")) == nil)
  }

  @Test func latePromise() {
    func facts(_ days: String...) -> AccountFacts {
      let tasks = days.map { "  - [ ] Count \($0) (@maya, due \($0))\n" }.joined()
      return Self.facts(rest: "## Reviews\n\n- 2026-10-02: Decided.\n" + tasks)
    }
    #expect(
      said("late promise", facts("2026-11-19"))
        == "Due since Thu 19 Nov, Maya Chen, nobody of theirs | Keep the promise: Count 2026-11-19 | "
        + "1 day late; a review of the account promised it.")
    #expect(
      said("late promise", facts("2026-11-19", "2026-11-01"))?.hasSuffix(
        "19 days late; a review of the account promised it; one other promise is late too.") == true
    )
    #expect(said("late promise", facts("2026-11-20")) == nil)
  }

  @Test func nextStep() {
    func facts(_ day: String, potential: String = "120k") -> AccountFacts {
      Self.facts(
        rest: """
          ## Whitespace

          | Offering | Buying center | Status | Potential | Next step | By |
          | --- | --- | --- | --- | --- | --- |
          | Core | EMEA | pursuing | \(potential) | Plant tour | \(day) |
          """)
    }
    #expect(
      said("next step", facts("2026-12-11"))
        == "By Fri 11 Dec, Maya Chen | Plant tour | Next in the whitespace: Core, EMEA.")
    #expect(said("next step", facts("2026-11-20")) != nil)
    #expect(said("next step", facts("2026-12-12")) == nil)
    #expect(said("next step", facts("2026-11-19")) == nil)
    #expect(
      said("late next step", facts("2026-11-19"))
        == "Due since Thu 19 Nov, Maya Chen | Take the step: Plant tour | "
        + "1 day late in the whitespace: Core, EMEA.")
    #expect(said("late next step", facts("2026-11-20")) == nil)
    #expect(said("late next step", facts("2026-11-19", potential: "")) != nil)
  }

  @Test func noOwner() {
    func moves(_ front: String) -> [MoveBlock] {
      Moves.next(
        Sample(
          "---\naccount: A\ntier: 3\n\(front)---\n",
          settings: Self.settings + "\nprogram-sponsors: [maya, tom]\n"
        ).facts)
    }
    #expect(moves("").first?.title == "Name an owner")
    #expect(moves("").first?.when == "Maya Chen or Tom Fox")
    #expect(!moves("owner: maya\n").contains { $0.title == "Name an owner" })
  }

  @Test func dealPastItsCloseDay() {
    #expect(
      said("deal past its close day", Self.facts(deals: ["P|640k|Offer|2026-11-19"]))
        == "Was to close on Thu 19 Nov, Maya Chen | Give P a new close day, or end it | "
        + "$640k counts in no pipeline until then.")
    #expect(
      said(
        "deal past its close day",
        Self.facts(deals: ["P|1k|Offer|2026-11-19", "Q|2k|Offer|2026-10-01"]))?
        .hasSuffix(
          "Give Q a new close day, or end it | $2k counts in no pipeline until then; "
            + "one other deal is past its day too.") == true)
    #expect(
      said("deal past its close day", Self.facts(deals: ["P|640k|Offer|2026-11-20"])) == nil)
    #expect(said("deal past its close day", Self.facts(deals: ["P|640k|won|2026-11-19"])) == nil)
  }

  @Test func signalWithoutAnAction() {
    func facts(_ row: String) -> AccountFacts {
      Self.facts(
        rest: "\n## Signals\n\n| Date | Kind | Signal | Strength | Source | Action |\n"
          + "| - | - | - | - | - | - |\n| \(row) |\n")
    }
    let name = "signal without an action"
    #expect(
      said(name, facts("2026-11-10 | usage | They hire | high | board |  "))
        == "Maya Chen | Answer the signal: They hire | Strong, seen 10 days ago; "
        + "nobody talked to them since, and no action is written."
    )
    #expect(said(name, facts("2026-10-21 | usage | They hire | high | board | TBD")) != nil)
    for row in [
      "2026-10-20 | usage | Old | high | b | ", "2026-11-10 | usage | Weak | medium | b | ",
      "2026-11-10 | usage | Done | high | b | Rang them",
    ] { #expect(said(name, facts(row)) == nil) }
  }

  @Test func noSponsor() {
    #expect(
      said("no sponsor", Self.facts("tier: 1"))
        == "Maya Chen | Name our executive sponsor | Tier 1 asks for one at stage engaged.")
    #expect(
      said("no sponsor", Self.facts("tier: 1", people: ["Ann|economic-buyer|||"]))?
        .hasSuffix("Their side would be Ann.") == true)
    #expect(said("no sponsor", Self.facts("tier: 1\nsponsor: tom")) == nil)
    #expect(said("no sponsor", Self.facts()) == nil)
  }

  @Test func quietDecider() {
    let ann = "Ann|economic-buyer|sceptic||"
    #expect(
      said("quiet decider", Self.facts(people: [ann]))
        == "Maya Chen, no play planned | Reach Ann | Economic buyer, sceptic; never approached.")
    let plays = [
      "2026-03-01|Lunch|meeting|Ann|maya|talked", "2026-11-01|Mail|email|Ann|maya|no reply",
      "2026-11-24|Call|call|Ann|maya|",
    ]
    #expect(
      said("quiet decider", Self.facts(people: [ann], plays: plays))
        == "By Tue 24 Nov: Call | Reach Ann | Economic buyer, sceptic; last answered 264 days ago, "
        + "one try unanswered since.")
    #expect(said("quiet decider", Self.facts(people: ["Ann|legal|||"])) == nil)
    #expect(said("quiet decider", Self.facts(people: ["Ann|champion||2026-11-01|"])) == nil)
  }

  @Test func missingRole() {
    #expect(
      said("missing role", Self.facts("tier: 2", people: ["Ann|champion|||"]))
        == "Maya Chen | Find out who the economic buyer is | Tier 2 asks for one at stage engaged.")
    #expect(
      said("missing role", Self.facts("tier: 2"))?.hasSuffix("Also missing: champion.") == true)
    #expect(
      said("missing role", Self.facts("tier: 2", people: ["Ann|champion, economic-buyer|||"]))
        == nil)
  }

  @Test func nextTask() {
    func task(_ day: String) -> AccountFacts {
      Self.facts(people: ["Ann|legal|||"], tasks: "### Prove\n- [ ] Count (@maya, Ann, due \(day))")
    }
    #expect(
      said("next task", task("2026-12-11"))
        == "By Fri 11 Dec, Maya Chen with Ann | Count | Next in the action plan. Milestone: Prove.")
    #expect(said("next task", task("2026-11-20")) != nil)
    #expect(
      said("next task", task("2026-12-12")) == nil && said("next task", task("2026-11-19")) == nil)
  }

  @Test func fewEngaged() {
    let people = ["Ann|legal||2026-11-01|", "Raj|legal||2026-03-01|", "Lee|legal||2026-05-01|"]
    #expect(
      said("few engaged", Self.facts("tier: 1", people: people))
        == "Maya Chen | Engage one more person | 1 of 3 answer; the tier asks for 2. "
        + "Nearest is Lee, who last answered 203 days ago.")
    #expect(
      said("few engaged", Self.facts("tier: 1"))
        == "Maya Chen | Find somebody to talk to | Nobody there is known; the tier asks for 2 people who answer."
    )
    #expect(
      said("few engaged", Self.facts("tier: 1", people: ["Ann|legal|||"]))?
        .contains("Engage two people") == true)
    #expect(
      said("few engaged", Self.facts("tier: 1", people: people + ["Kim|legal||2026-11-01|"])) == nil
    )
    #expect(said("few engaged", Self.facts()) == nil)
  }

  @Test func lateReview() {
    #expect(
      said("late review", Self.facts("tier: 1\nreviewed: 2026-10-15"))
        == "Due since Thu 19 Nov, Maya Chen | Review the plan with the pod | Last reviewed 36 days "
        + "ago; tier 1 asks for every 35.")
    #expect(said("late review", Self.facts("tier: 1\nreviewed: 2026-10-16")) == nil)
    #expect(said("late review", Self.facts("tier: 1")) == nil)
  }

  @Test func nextPlay() {
    #expect(
      said(
        "next play",
        Self.facts(people: ["Ann|legal|||"], plays: ["2026-11-24|Dinner|executive|Ann|tom|"]))
        == "On Tue 24 Nov, Tom Fox | Dinner | Executive with Ann.")
    #expect(
      said("next play", Self.facts(plays: ["2026-11-20|Dinner|executive|||"]))
        == "On Fri 20 Nov | Dinner | Executive.")
    #expect(said("next play", Self.facts(plays: ["2026-11-20|Dinner|executive|||good"])) == nil)
    #expect(said("next play", Self.facts(plays: ["2026-11-19|Dinner|executive|||"])) == nil)
  }

  @Test func oneThread() {
    let ann = ["Ann|legal||2026-11-10|"]
    let (one, two) = (
      ["P|9k|Offer|2027-01-15"], ["P|9k|Offer|2027-01-15", "Q|9k|Offer|2027-01-15"]
    )
    #expect(
      said("one thread", Self.facts(people: ann, deals: one))
        == "Maya Chen | Open a second door | The deal rests on Ann alone.")
    #expect(
      said("one thread", Self.facts(people: ann, deals: two))?
        .hasSuffix("The deals rest on Ann alone.") == true)
    // Where nobody answers there is no first door, and the tier may ask for more people than one.
    #expect(said("one thread", Self.facts(people: ["Ann|legal|||"], deals: one)) == nil)
    #expect(said("one thread", Self.facts("tier: 1", people: ann, deals: one)) == nil)
    #expect(said("one thread", Self.facts(people: ann)) == nil)
  }

  @Test func squareWithoutAStep() {
    #expect(
      said(
        "square without a step",
        Self.facts(cells: [
          "Core|EMEA|open|5k|", "Core|APAC|pursuing|9k|", "Flex|EMEA|open|99k|Call",
        ]))
        == "Maya Chen | Decide a next step for Core in APAC | Pursuing, $9k; the row names no step."
    )
    #expect(
      said("square without a step", Self.facts(cells: ["Core|EMEA|open||"]))?
        .hasSuffix("Open; the row names no step.") == true)
    #expect(said("square without a step", Self.facts(cells: ["Core|EMEA|owned|5k|"])) == nil)
  }

  // MARK: Ranks

  @Test func namesAreUnique() {
    #expect(Set(Moves.remarks.map(\.name)).count == Moves.remarks.count)
    #expect(Set(Dangers.remarks.map(\.name)).count == Dangers.remarks.count)
  }

  private func titles(_ facts: AccountFacts) -> [String] { Moves.next(facts).map(\.title) }

  /// A late task before all; a decider before a task of next week, while the close is near.
  @Test func moneyAndDaysRank() {
    let late = "- [ ] Late (@maya, Ann, due 2026-11-10)\n"
    let soon = "- [ ] Soon (@maya, Ann, due 2026-11-27)\n"
    func facts(_ close: String, _ tasks: String) -> AccountFacts {
      Self.facts(
        people: ["Ann|economic-buyer|||"], deals: ["Plants|860k|Proposal|\(close)"], tasks: tasks)
    }
    #expect(titles(facts("2027-01-15", late + soon)) == ["Finish: Late", "Reach Ann", "Soon"])
    #expect(titles(facts("2027-06-15", late + soon)) == ["Finish: Late", "Soon", "Reach Ann"])
    #expect(titles(facts("2027-01-15", soon)) == ["Reach Ann", "Soon"])
  }

  /// Of two deals the larger weighs more, the days being the same.
  @Test func aDealOfItsOwnWeighsItsOwnMoney() {
    func first(_ plants: String) -> String? {
      titles(
        Self.facts(
          deals: ["Plants|\(plants)|Proposal|2027-01-15", "Other|100k|Proposal|2027-01-15"],
          tasks: "### Plants\n- [ ] Soon (@maya, Ann, due 2026-11-27)\n",
          cells: ["Core|EMEA|open|400k|"])
      ).first
    }
    #expect(first("900k") == "Soon")
    #expect(first("1k") == "Decide a next step for Core in EMEA")
  }

  @Test func thePageSaysRankedWhereItIs() throws {
    func note(_ facts: AccountFacts) -> String { AccountView(facts.model, facts.account).movesNote }
    let tasks = "- [ ] Late (@maya, Ann, due 2026-11-10)\n- [ ] Soon (@maya, Ann, due 2026-11-27)\n"
    let deal = ["Plants|860k|Proposal|2027-01-15"]
    #expect(
      note(Self.facts(deals: deal, tasks: tasks)) == "Ranked by money at stake and days left")
    #expect(note(Self.facts(tasks: tasks)) == "What is due, missing or quiet")
    #expect(note(Self.facts()) == "No move follows from what the plan says")
  }
}
