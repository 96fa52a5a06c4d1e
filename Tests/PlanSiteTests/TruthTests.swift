import PlanMetrics
import PlanModel
import Testing

@testable import PlanSite

/// Sentences that once said more than the plan: each with the plan that made it untrue, and one of which it is true.
@Suite struct TruthTests {
  private typealias Plan = MoveTests

  private func move(_ name: String, _ facts: AccountFacts) -> String? {
    Moves.remarks.said(name, of: facts).map { "\($0.when) | \($0.title) | \($0.detail.source)" }
  }

  private func danger(_ name: String, _ facts: AccountFacts) -> String? {
    Dangers.remarks.said(name, of: facts).map { "\($0.title) | \($0.detail.source)" }
  }

  private static let deal = "Plants|860k|Proposal|2027-01-15"

  // MARK: What is said of people

  /// An advertisement asks for no answer, so it is no try that failed.
  @Test func anAdvertisementIsNoTry() {
    func heard(_ channel: String) -> String? {
      danger(
        "buyer",
        Plan.facts(
          people: ["Ann|economic-buyer|||"], plays: ["2026-11-10|Banner|\(channel)|Ann|maya|"]))
    }
    #expect(heard("ads")?.hasSuffix("never approached.") == true)
    #expect(heard("call")?.hasSuffix("never answered.") == true)
  }

  /// Of a row that cannot be read nobody knows whom it is with.
  @Test func aLogThatIsReadInPartProvesNothing() {
    func said(_ day: String) -> (String?, String) {
      let facts = Plan.facts(
        people: ["Ann|economic-buyer|||", "Bo|legal|||"],
        plays: ["\(day)|Lunch|meeting|Bo|maya|She agreed"])
      return (
        danger("buyer", facts), facts.silence(facts.present[0].contact, facts.present[0].measure)
      )
    }
    let whole = said("2026-11-12")
    #expect(whole.0?.hasSuffix("never approached.") == true)
    #expect(whole.1 == "nobody of ours has approached the economic buyer")
    let part = said("12/11/2026")
    #expect(part.0?.hasSuffix("in no touch that can be read.") == true)
    #expect(part.1 == "no touch that can be read names the economic buyer")
  }

  /// The first of those who left has a successor; the second one's chair is the empty one.
  @Test func theChairThatStaysEmptyIsNamed() {
    let people = [
      "Ann|champion|||left", "Bo|economic-buyer, champion|||left", "Cy|champion|||",
    ]
    #expect(
      danger("empty chair", Plan.facts(people: people))
        == "Bo’s chair stays empty | They were economic buyer and have left; nobody holds the role now."
    )
    #expect(danger("empty chair", Plan.facts(people: people + ["Di|economic-buyer|||"])) == nil)
  }

  /// Nor does it prove that nobody talked, logged or answered; what is wrong elsewhere in a row is no reason to doubt.
  @Test func nothingIsSaidOfALogThatIsReadInPart() {
    func facts(_ day: String, _ by: String = "maya") -> AccountFacts {
      Plan.facts(
        people: ["Ann|economic-buyer|||", "Bo|legal|||"], deals: [Self.deal],
        plays: ["\(day)|Lunch|meeting|Bo|\(by)|She agreed"],
        rest: "## Signals\n\n| Date | Kind | Signal | Strength |\n| - | - | - | - |\n"
          + "| 2026-11-15 | usage | They hire | high |\n")
    }
    #expect(facts("2026-11-12", "former.colleague").isLogWhole)
    #expect(!facts("12/11/2026").isLogWhole)
    let name = "signal without an action"
    #expect(move(name, facts("2026-11-12"))?.contains("nobody talked to them since") == true)
    #expect(move(name, facts("12/11/2026"))?.hasSuffix("days ago; no action is written.") == true)
    #expect(danger("one thread", facts("12/11/2026")) == nil)
    #expect(danger("one thread", facts("2026-11-12"))?.contains("Nobody else answered") == true)
  }

  @Test func whoLeftIsNoPartner() {
    func facts(_ status: String) -> AccountFacts {
      Plan.facts(
        people: ["Ann|legal|||\(status)"], tasks: "- [ ] Pilot (@maya, Ann, due 2026-11-24)\n")
    }
    #expect(move("next task", facts(""))?.hasPrefix("By Tue 24 Nov, Maya Chen with Ann |") == true)
    #expect(move("next task", facts("left"))?.contains("with Ann (left) |") == true)
    #expect(ActionState(facts("")).withoutTheirs == 0)
    #expect(ActionState(facts("left")).withoutTheirs == 1)
    let lead = AccountSentences.engaged(facts("left")).source
    #expect(lead.hasSuffix("we knew has left"))
  }

  /// Done tasks with theirs show that they did sign up once.
  @Test func whoDidATaskHasSignedUpToOne() {
    func title(_ first: String) -> String {
      ActionTitles.title(
        Plan.facts(
          people: ["Ann|legal|||"],
          tasks: "- [x] Workshop (@maya\(first))\n- [ ] A (@maya)\n- [ ] B (@maya)\n"))
    }
    #expect(title("") == "Nobody on their side has signed up to a task")
    #expect(title(", Ann") == "Two tasks have nobody on their side")
  }

  @Test func theNearestPlayIsNamedWhateverItsRow() {
    let facts = Plan.facts(
      people: ["Ann|economic-buyer|||"],
      plays: ["2027-01-15|Far dinner|meeting|Ann|maya|", "2026-11-25|Near lunch|meeting|Ann|maya|"])
    #expect(move("quiet decider", facts)?.hasPrefix("By Wed 25 Nov: Near lunch |") == true)
  }

  // MARK: What is said of deals

  /// A lost deal's elements say nothing of the one that is open.
  @Test func meddpiccIsTheOpenDeals() {
    func facts(_ live: Int) -> AccountFacts {
      let head = "| Element | Score | Evidence |\n| --- | --- | --- |\n"
      return Plan.facts(
        deals: ["Gone|9k|lost|2026-01-15", "Live|9k|Offer|2027-01-15"],
        rest: "## MEDDPICC\n\n### Gone\n\n\(head)| Metrics | 0 | x |\n| Champion | 0 | x |\n\n"
          + "### Live\n\n\(head)| Metrics | 3 | x |\n| Champion | \(live) | x |\n")
    }
    #expect(
      danger("unproven", facts(0))
        == "We do not know enough | MEDDPICC stands at 0 for champion.")
    #expect(danger("unproven", facts(3)) == nil)
  }

  /// Neither while a deal is in the pipeline, nor when the open one has slipped, nor when none is left.
  @Test(arguments: [
    ("Live", "Live | 9k | Offer | 2027-01-15 | ", true),
    ("Gone", "Live | 9k | Offer | 2027-01-15 | ", false),
    ("Live", "Live | 9k | Offer | 2026-11-15 | ", true),
    ("Gone", "Live | 9k | Offer | 2026-11-15 | ", false),
    ("Gone", "Late | 9k | lost | 2026-11-15 | ", false),
  ])
  func aReviewShowsNoOtherDealsScore(_ heading: String, _ deal: String, _ isShown: Bool) throws {
    let page = try #require(
      try Sample(
        ReviewSample.plan(
          ReviewSample.deals("Gone | 9k | lost | 2026-01-15 | ", deal)
            + "\n## MEDDPICC\n\n### \(heading)\n\n| Element | Score | Evidence |\n| --- | --- | --- |\n"
            + "| Metrics | 3 | x |\n"), settings: ReviewSample.settings
      ).site()["qbr/northwind.html"])
    #expect(page.contains("3 of 24") == isShown)
  }

  /// A table under no heading is of the deal that closes first, whatever its row.
  @Test func theTableWithoutAHeadingIsOfTheNextClose() {
    let facts = Plan.facts(
      deals: ["Small|10k|Offer|2027-10-15", "Large|900k|Offer|2026-12-15"],
      rest:
        "## MEDDPICC\n\n| Element | Score | Evidence |\n| --- | --- | --- |\n| Paper process | 0 | x |\n"
    )
    #expect(facts.qualified.map(\.name) == ["Large"])
    #expect(danger("paper", facts)?.contains("Large closes in 25 days") == true)
  }

  // MARK: What is said twice

  @Test func oneMeetingIsOneMove() {
    func titles(_ day: String) -> [String] {
      Moves.next(
        Plan.facts(
          people: ["Ann|legal||2026-11-10|"],
          tasks: "- [ ] Dinner agreed (@maya, Ann, due 2026-11-24)\n",
          plays: ["\(day)|Dinner|meeting|Ann|maya|"])
      ).map(\.title)
    }
    #expect(titles("2026-11-24") == ["Dinner agreed"])
    #expect(titles("2026-11-25") == ["Dinner agreed", "Dinner"])
  }

  /// The day and the people of another piece of work do not make it the same.
  @Test func whatFallsOnOneDayIsNotOneThing() {
    let facts = Plan.facts(
      people: ["Ann|legal||2026-11-10|"],
      tasks: "- [ ] Legal reads the contract (@maya, Ann, due 2026-11-24)\n",
      plays: ["2026-11-24|Executive dinner|meeting|Ann|maya|"],
      rest: "## Whitespace\n\n| Offering | Buying center | Status | Next step | By |\n"
        + "| - | - | - | - | - |\n| Core | EMEA | pursuing | Send the offer | 2026-11-24 |\n")
    #expect(
      Moves.next(facts).map(\.title).sorted()
        == ["Executive dinner", "Legal reads the contract", "Send the offer"])
  }

  @Test func aStepThatIsPlannedIsSaidOnce() {
    func titles(_ due: String) -> [String] {
      Moves.next(
        Plan.facts(
          people: ["Ann|legal||2026-11-10|"],
          tasks: "- [ ] Tour agreed (@maya, Ann, due \(due))\n",
          rest: "## Whitespace\n\n| Offering | Buying center | Status | Next step | By |\n"
            + "| - | - | - | - | - |\n| Core | EMEA | pursuing | Plant tour | 2026-11-24 |\n")
      ).map(\.title)
    }
    #expect(titles("2026-11-24") == ["Tour agreed"])
    #expect(titles("2026-11-25").sorted() == ["Plant tour", "Tour agreed"])
  }

  @Test func theTaskAfterTheNextComesBeforeWhatNobodyBegan() {
    let facts = Plan.facts(
      people: ["Ann|legal||2026-11-10|"], deals: [Self.deal],
      tasks: "- [ ] B (@maya, Ann, due 2026-12-04)\n- [ ] A (@maya, Ann, due 2026-12-01)\n",
      cells: ["Core|EMEA|open|90k|"])
    #expect(Moves.next(facts).map(\.title).filter { $0 != "Open a second door" } == ["A", "B"])
  }

  /// Whoever the committee says meets them, on every page.
  @Test(arguments: [("tom", "Tom Fox"), ("", "Maya Chen")])
  func oneAskHasOneAddressee(_ owner: String, _ name: String) {
    let facts = Sample(
      """
      ---
      account: Northwind
      tier: 3
      owner: maya
      ---
      ## Buying committee

      | Name | Role | Owner |
      | --- | --- | --- |
      | Ann | economic-buyer | \(owner) |
      """, settings: MoveTests.settings
    ).facts
    #expect(move("quiet decider", facts)?.hasPrefix("\(name), no play planned") == true)
    let ask = Ask.remarks.said("decider", of: ReviewFacts(facts.model, facts.account))
    #expect(ask?.who == name)
  }

  // MARK: What is said of time

  /// A day in the committee's table is a touch as well.
  @Test func whoAnsweredWasTouched() {
    func said(_ day: String) -> Moved? {
      Moved.remarks.said(
        "no touch", of: ReviewSample.review(ReviewSample.contacts("Ann | legal | | \(day) | ")))
    }
    #expect(said("2026-08-21")?.clause == "no touch was logged")
    #expect(said("2026-11-10") == nil)
  }

  @Test(arguments: [
    ("2026-11-20", "in this review"), ("2026-11-21", "in this review"), ("2026-11-24", "by 22 Nov"),
  ])
  func nothingIsAskedForAfterTheClose(_ close: String, _ when: String) {
    let review = ReviewSample.review(
      ReviewSample.deals("Live | 9k | Offer | \(close) | "), reviewed: "2026-11-10")
    #expect(review.byNextReview == when)
  }

  /// What is won tomorrow is not won.
  @Test(arguments: [("2026-11-20", 1), ("2026-11-21", 0)])
  func wonIsWhatClosed(_ close: String, _ won: Int) {
    let model = Plan.facts(deals: ["Plants|860k|won|\(close)"]).model
    #expect(model.pace.won.count == won)
    #expect(model.breakdown.total.deals.wonThisYear.deals == won)
  }

  /// A call of today that nobody has written the outcome of may still be to come.
  @Test(arguments: [("", nil), ("no reply", "2026-11-20")] as [(String, String?)])
  func whatIsPlannedIsNoTalk(_ outcome: String, _ day: String?) {
    let facts = Plan.facts(plays: ["2026-11-20|Call|call||maya|\(outcome)"])
    #expect(facts.measures.lastTalk == day.flatMap { Day($0) })
  }

  /// Tasks of the deal that is open are no reason to forget what a lost one left.
  @Test func aLostDealsCellKeepsItsStep() {
    let facts = Plan.facts(
      deals: ["Gone|9k|lost|2026-01-15", "Live|9k|Offer|2027-01-15"],
      tasks: "- [ ] Pilot (@maya, due 2026-11-24)\n",
      rest: "## Whitespace\n\n| Offering | Buying center | Status | Next step | Opportunity |\n"
        + "| - | - | - | - | - |\n| Core | EMEA | pursuing | Tour | Gone |\n"
        + "| Core | APAC | pursuing | Visit | Live |\n")
    #expect(facts.plan.nextSteps.map(\.text.value) == ["Tour"])
  }
}
