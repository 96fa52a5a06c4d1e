import PlanModel
import Testing

@testable import PlanSite

/// The review of several accounts: of an owner, a segment, the program.
@Suite struct GroupReviewTests {
  private func plan(
    _ name: String, _ sections: String = "", facts: String = "owner: maya.chen", tier: Int = 3
  ) -> (name: String, text: String) {
    let text = ReviewSample.plan(sections, facts: facts, tier: tier)
    return (name, text.replacing("Northwind", with: name.uppercased()))
  }

  private func model(_ plans: [(name: String, text: String)]) -> SiteModel {
    Sample(plans, settings: ReviewSample.settings).model
  }

  private func facts(_ plans: [(name: String, text: String)]) -> GroupReviewFacts {
    let model = model(plans)
    return GroupReviewFacts(model, ReviewGroup.all(model)[0])
  }

  private func said(_ name: String, _ plans: [(name: String, text: String)]) -> [String]? {
    let facts = facts(plans)
    return GroupMoved.remarks.said(name, of: (facts.moved, facts.figures))
      .map { [$0.clause, $0.detail] }
  }

  private func play(_ outcome: String) -> String {
    ReviewSample.plays("2026-09-01 | Talk | meeting | Ann | maya.chen | \(outcome)")
  }

  @Test func groupsAreTheProgramItsOwnersAndItsSegments() {
    let model = model([
      plan("a", facts: "owner: maya.chen\nsegment: Ports"), plan("b", facts: "segment: ports"),
      plan("c", facts: "owner: vera.holm"), plan("d", facts: "owner: zoe\nstatus: paused"),
    ])
    let groups = ReviewGroup.all(model)
    #expect(groups.map(\.name) == ["Account plans", "Maya Chen", "Vera Holm", "Ports"])
    #expect(groups.map(\.accounts.count) == [3, 1, 1, 2])
    #expect(Set(groups.map(\.page)).count == 4)
  }

  @Test func dealsAreAddedUp() {
    let won = plan("a", ReviewSample.deals("P | 2k | won | 2026-09-01 | "))
    let two = plan(
      "b", ReviewSample.deals("P | 3k | won | 2026-09-01 | ", "Q | | won | 2026-09-01 | "))
    #expect(said("won", [won]) == ["one deal was won", "$2k, A"])
    #expect(said("won", [won, two]) == ["three deals were won", "$5k, A and B"])
    #expect(said("won", [plan("a")]) == nil)
    let lost = plan("a", ReviewSample.deals("P | | lost | 2026-09-01 | "))
    #expect(said("lost", [lost]) == ["one deal was lost", "A"])
    let slipped = plan("a", ReviewSample.deals("P | | Offer | 2026-09-01 | "))
    #expect(said("slipped", [slipped]) == ["one open deal passed its close day", "A"])
    let created = plan("a", ReviewSample.deals("P | | Offer | | 2026-09-01"))
    #expect(said("created", [created]) == ["one deal came up", "A"])
  }

  @Test func peopleTasksAndTouchesAreCounted() {
    let ann =
      ReviewSample.contacts("Ann | coach | | | ")
      + ReviewSample.plays("2026-09-01 | Talk | meeting | Ann | maya.chen | good")
    #expect(
      said("answered", [plan("a", ann)])
        == ["one person is on record with a first answer", "A"])
    #expect(
      said("answered", [plan("a", ann), plan("b", ann)])?[0]
        == "two people in two accounts are on record with a first answer")
    let quiet = ReviewSample.contacts("Ann | coach | | 2026-08-01 | ")
    #expect(said("silent", [plan("a", quiet, tier: 1)]) == ["one person fell silent", "A"])
    let late = ReviewSample.tasks("[ ] A (due 2026-10-01)")
    #expect(said("late", [plan("a", late)]) == ["one task of an action plan passed its day", "A"])
    let done = ReviewSample.tasks("[x] A (done 2026-10-01)", "[x] B (done 2026-10-01)")
    #expect(said("done", [plan("a", done)]) == ["two tasks of action plans were done", "A"])
    let stage = plan("a", facts: "stage: engaged\nstage-since: 2026-10-01")
    #expect(said("stages", [stage, plan("b")]) == ["one account changed its stage", "A"])
    let weak = ReviewSample.signals("2026-09-01 | first-party | Visit | low | Site | ")
    #expect(said("signals", [plan("a", weak)]) == nil)
    let strong = weak.replacing("low", with: "high")
    #expect(said("signals", [plan("a", strong)]) == ["one strong signal came in", "A"])
    #expect(
      said("touches", [plan("a", play("good")), plan("b", play("no reply")), plan("c")])
        == ["two touches were made", "1 answered, in 2 accounts"])
    #expect(said("touches", [plan("a")]) == nil)
  }

  @Test func theLeadCounts() {
    func lead(_ plans: [(name: String, text: String)]) -> String {
      GroupReviewSentences.lead(facts(plans)).source
    }
    #expect(lead([plan("a")]) == "One account has no open pipeline. No review is late.")
    let deal = ReviewSample.deals("P | 2k | Offer | 2027-01-29 | ")
    #expect(
      lead([plan("a", deal), plan("b", deal)])
        == "Two accounts carry $4k of open pipeline. No review is late.")
    let cell = ReviewSample.whitespace("Core | EMEA | open | 5k | | | ")
    #expect(
      lead([plan("a", cell, tier: 1), plan("b")])
        == "Two accounts have no open pipeline, and $5k left to sell. One review is late.")
    let broken = "## Reviews\n\n- 2026-10-01: go\n  - [ ] Pay (due 2026-11-01)\n"
    #expect(
      lead([plan("a", broken + play("good"))])
        == "One account has no open pipeline. No review is late; the one promise is broken.")
    #expect(
      lead([plan("a", play("good"))])
        == "One account has no open pipeline. Since the last reviews one touch was made; no review is late."
    )
    let never = ("a", "---\naccount: A\ntier: 3\n---\n")
    #expect(
      lead([never])
        == "One account has no open pipeline. No review is late, one was never held.")
    #expect(lead([]).hasPrefix("There is no active account yet"))
  }

  @Test func theTitleOfTheAccounts() {
    let deal = ReviewSample.deals("P | 2k | Offer | 2027-01-29 | ")
    func title(_ plans: [(name: String, text: String)]) -> String {
      GroupReviewSentences.accounts(facts(plans).summary)
    }
    #expect(title([plan("a", deal)]) == "The one account has an open deal")
    #expect(title([plan("a")]) == "The one account has no open deal")
    #expect(title([plan("a"), plan("b")]) == "Neither of the two accounts has an open deal")
    #expect(title([plan("a", deal), plan("b", deal)]) == "Both accounts have an open deal")
    #expect(title([plan("a", deal), plan("b")]) == "One of two accounts has an open deal")
    #expect(
      title([plan("a", deal), plan("b"), plan("c", deal)])
        == "Two of three accounts have an open deal")
  }

  @Test func lateTasksAndRisks() {
    func title(_ items: [[String]]) -> String {
      let plans = items.enumerated().map { index, items in
        plan(
          "a\(index)", "## Mutual action plan\n\n" + items.map { "- [ ] A (due \($0))\n" }.joined())
      }
      let facts = facts(plans)
      return GroupReviewSentences.late(facts.late, on: facts.model.today)
    }
    #expect(title([["2026-11-20"]]) == "No task is late")
    #expect(title([["2026-11-19"]]) == "One task is late, by 1 day")
    #expect(
      title([["2026-11-19", "2026-11-10"]])
        == "Two tasks are late in one account, the oldest by 10 days")
    #expect(
      title([["2026-11-19"], ["2026-11-10"]])
        == "Two tasks are late in two accounts, the oldest by 10 days")
    func risks(_ rows: String...) -> String {
      let text = "## Risks\n\n| Risk | Severity | Mitigation |\n| - | - | - |\n"
      let plan = plan("a", text + rows.map { "| \($0) |\n" }.joined())
      return GroupReviewSentences.risks(facts([plan]).risks.map(\.risk))
    }
    #expect(risks("A | medium | ") == "No severe risk is written")
    #expect(risks("A | high | ") == "One severe risk, without an answer")
    #expect(risks("A | high | B") == "One severe risk, with an answer")
    #expect(risks("A | high | ", "B | high | ") == "Two severe risks; none has an answer")
    #expect(risks("A | high | C", "B | high | C") == "Two severe risks; each has an answer")
    #expect(risks("A | high | C", "B | high | ") == "Two severe risks; one has no answer")
  }

  /// One for an account, those with most money first, and nothing that is on its way anyway.
  @Test func asksAreTheGravest() {
    let quiet = ReviewSample.tasks("[ ] Sign (@vera.holm, due 2026-12-01)")
    let asks = facts([
      plan("a", facts: "stage: aware"), plan("b", quiet),
      plan("c", ReviewSample.deals("P | 2k | Offer | 2027-01-29 | ")),
    ]).asks
    #expect(asks.map(\.account.name) == ["C", "A"])
    #expect(asks.map(\.ask.title) == ["Open a second door.", "Name an owner."])
  }

  @Test func promisesThatAreOwedLongestComeFirst() {
    func promise(_ text: String) -> String { "## Reviews\n\n- 2026-10-01: go\n  - \(text)\n" }
    let facts = facts([
      plan("a", promise("[x] kept (due 2026-10-20)")),
      plan("b", promise("[ ] broken (due 2026-11-10)")),
      plan("c", promise("[ ] open (due 2026-12-10)")),
      plan("d", promise("[ ] older (due 2026-11-01)")),
    ])
    #expect(facts.promises.map(\.promise.task.text.value) == ["older", "broken", "open", "kept"])
    #expect(facts.count.all == 4 && facts.count.broken == 2)
  }
}

/// What moved of late, on the home.
@Suite struct MovedBlockTests {
  private func block(_ close: String, status: String = "active") -> String? {
    MovedBlock(
      Sample(
        """
        ---
        account: Northwind
        tier: 1
        status: \(status)
        reviewed: 2026-11-19
        ---
        ## Opportunities

        | Opportunity | Amount | Stage | Close |
        | --- | --- | --- | --- |
        | Plants | 860k | won | \(close) |
        """
      ).model
    ).block?.html.source
  }

  @Test func thirtyDaysAreLookedBackOn() throws {
    let html = try #require(block("2026-10-22"))
    #expect(html.contains("What moved") && html.contains("In the last 30 days"))
    #expect(html.contains("<b>One deal was won.</b>") && html.contains("$860k, Northwind."))
    #expect(html.contains("href=\"qbr/program.html\""))
  }

  @Test func whatIsOlderOrNotWorkedIsNot() {
    #expect(block("2026-10-21") == nil && block("2026-11-01", status: "paused") == nil)
  }
}
