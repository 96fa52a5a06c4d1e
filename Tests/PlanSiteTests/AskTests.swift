import PlanModel
import Testing

@testable import PlanSite

/// What is asked in a review, of whom and by when: of an account of tier 1 that was reviewed on 2 November, and will be
/// again by 7 December.
@Suite struct AskTests {
  private static let facts = "stage: aware\nowner: maya.chen\nsponsor: vera.holm"

  private func ask(
    _ name: String, _ sections: String = "", facts: String = facts, tier: Int = 1
  ) -> Ask? {
    let review = ReviewSample.review(sections, facts: facts, reviewed: "2026-11-02", tier: tier)
    return Ask.remarks.said(name, of: review)
  }

  /// Title, reason, who and when.
  private func said(
    _ name: String, _ sections: String = "", facts: String = facts, tier: Int = 1
  ) -> [String]? {
    ask(name, sections, facts: facts, tier: tier).map { [$0.title, $0.reason, $0.who, $0.when] }
  }

  @Test func whoOwnsAndWhoSponsors() {
    #expect(said("owner") == nil)
    #expect(
      said("owner", facts: "stage: aware\nsponsor: vera.holm")
        == ["Name an owner.", "Nobody of ours answers for the account.", "Vera Holm", "by 7 Dec"])
    #expect(said("owner", facts: "stage: aware")?[2] == "whoever leads the program")
    #expect(said("sponsor") == nil)
    #expect(said("sponsor", facts: "stage: aware\nowner: maya.chen", tier: 3) == nil)
    #expect(
      said(
        "sponsor", ReviewSample.contacts("Ann | economic-buyer | | | "),
        facts: "stage: opportunity\nowner: maya.chen")
        == [
          "Name an executive sponsor.",
          "Tier 1 asks for one at stage opportunity. Their side would be Ann.", "Maya Chen",
          "by 7 Dec",
        ])
  }

  /// Tier 1 is reviewed every 35 days.
  @Test(arguments: [
    ("2026-10-17", "by 21 Nov"), ("2026-10-16", "in this review"), (nil, "in this review"),
  ])
  func whatHasNoDayIsForTheNextReview(_ reviewed: String?, _ when: String) {
    let review = ReviewSample.review("", facts: "stage: aware", reviewed: reviewed)
    #expect(Ask.remarks.said("owner", of: review)?.when == when)
  }

  @Test func aCloseDayThatPassed() {
    func deal(_ close: String) -> String { "Plant | 860k | Offer | \(close) | " }
    #expect(
      said("close day", ReviewSample.deals(deal("2026-11-19")))
        == [
          "Agree a new close day for Plant, or end it.", "$860k was to close yesterday.",
          "Maya Chen", "in this review",
        ])
    #expect(said("close day", ReviewSample.deals(deal("2026-11-20"))) == nil)
    #expect(said("close day", ReviewSample.deals("P | | won | 2026-11-01 | ")) == nil)
    #expect(
      said("close day", ReviewSample.deals(deal("2026-11-10"), "B | | | 2026-11-01 | "))?[...1]
        == [
          "Agree a new close day for B, or end it.",
          "It was to close 19 days ago; one other deal is past its day too.",
        ])
  }

  @Test func lateTasksAndBrokenPromisesAreRed() throws {
    let late = try #require(
      ask("late task", ReviewSample.tasks("[ ] Sign (@vera.holm, due 2026-11-19)")))
    #expect(late.title == "Finish, or agree a new day: Sign.")
    #expect(late.reason == "1 day late in the action plan.")
    #expect([late.who, late.when] == ["Vera Holm", "due 19 Nov"])
    #expect(late.isLate && late.source != nil)
    #expect(ask("late task", ReviewSample.tasks("[ ] Sign (due 2026-11-20)")) == nil)
    #expect(
      ask("late task", ReviewSample.tasks("[ ] A. (due 2026-11-01)", "[ ] B (due 2026-11-02)"))
        .map { [$0.title, $0.reason] } == [
          "Finish, or agree a new day: A.",
          "19 days late in the action plan; one other task is late too.",
        ])
    let promise = try #require(
      ask("promise", "## Reviews\n\n- 2026-10-01: go\n  - [ ] Pay (@vera.holm, due 2026-11-01)\n"))
    #expect(
      [promise.title, promise.reason, promise.who, promise.when] == [
        "Keep the promise or take it back: Pay.", "Promised on 1 Oct.", "Vera Holm", "due 1 Nov",
      ])
    #expect(promise.isLate)
    #expect(
      ask("promise", "## Reviews\n\n- 2026-10-01: go\n  - [ ] Pay (due 2026-11-20)\n") == nil)
  }

  @Test func anExecutiveIsReachedByTheSponsor() {
    #expect(
      said("decider", ReviewSample.contacts("Ann | economic-buyer | sceptic | 2026-08-01 | "))
        == [
          "Reach Ann.", "Economic buyer, sceptic; last answered 111 days ago.", "Vera Holm",
          "by 7 Dec",
        ])
    #expect(
      said("decider", ReviewSample.contacts("Ann | champion | unknown | | "))
        == ["Reach Ann.", "Champion, stance unknown; never approached.", "Maya Chen", "by 7 Dec"])
    #expect(
      said("decider", ReviewSample.contacts("Ann | champion | | 2026-08-22 | ")) == nil)
    #expect(said("decider", ReviewSample.contacts("Ann | coach | | | ")) == nil)
  }

  @Test func whoOpposesAndNobodyAnswers() {
    let contact = ReviewSample.contacts("Ann | coach | opponent | | ")
    #expect(
      said("opponent", contact)?[...1] == [
        "Decide what we do about Ann.",
        "Opponent; no risk, objective or planned play names them.",
      ])
    #expect(said("opponent", contact + ReviewSample.risks("Ann says no | high | | ")) == nil)
    #expect(
      said("opponent", ReviewSample.contacts("Ann | blocker | | | "))?[1].hasPrefix("Blocker")
        == true)
  }

  @Test func aRoleThatNobodyHolds() {
    let facts = "stage: engaged\nowner: maya.chen"
    let title = said("role", facts: facts)
    #expect(title?[0].hasPrefix("Put a name to the role: ") == true)
    #expect(title?[1].hasPrefix("Tier 1 asks for it at stage engaged. Also missing: ") == true)
    #expect(said("role", tier: 3) == nil)
  }

  @Test func aDealOnOnePerson() {
    let deal = ReviewSample.deals("Plant | 860k | Offer | 2027-01-29 | ")
    let ann = ReviewSample.contacts("Ann | coach | | 2026-11-01 | ")
    #expect(
      said("one thread", deal + ann)?[...1] == ["Open a second door.", "$860k rests on Ann alone."])
    #expect(said("one thread", deal)?[1] == "$860k rests on nobody who answers.")
    #expect(said("one thread", ann) == nil)
    let two = ReviewSample.contacts(
      "Ann | coach | | 2026-11-01 | ", "Raj | coach | | 2026-11-01 | ")
    #expect(said("one thread", deal + two) == nil)
  }

  @Test(arguments: [
    ("2026-10-21 | first-party | Tender | high | Site | ", true),
    ("2026-10-20 | first-party | Tender | high | Site | ", false),
    ("2026-11-10 | first-party | Tender | high | Site | Called", false),
    ("2026-11-10 | first-party | Tender | medium | Site | ", false),
    ("2026-11-21 | first-party | Tender | high | Site | ", false),
  ])
  func aStrongSignalIsAnswered(_ row: String, _ isAsked: Bool) {
    let words = [
      "Answer the signal: Tender.",
      "Strong, seen 30 days ago; nobody talked to them since, and no action is written.",
    ]
    #expect(
      said("signal", ReviewSample.signals(row)).map { Array($0[...1]) } == (isAsked ? words : nil))
  }

  @Test func aSevereRiskIsAnswered() {
    #expect(
      said("risk", ReviewSample.risks("Fire | high | | vera.holm"))?[...2] == [
        "Decide what answers the risk: Fire.", "Severity high, and no mitigation is written.",
        "Vera Holm",
      ])
    #expect(said("risk", ReviewSample.risks("Fire | high | Water | ")) == nil)
    #expect(said("risk", ReviewSample.risks("Fire | medium | | ")) == nil)
  }

  @Test func bothSidesOfATaskThatIsNear() {
    #expect(
      said("our side", ReviewSample.tasks("[ ] Sign (Ann, due 2026-12-20)")) == [
        "Say who of ours does it: Sign.", "The task is near and names nobody of ours.",
        "Maya Chen", "by 20 Dec",
      ])
    #expect(said("our side", ReviewSample.tasks("[ ] Sign (Ann, due 2026-12-21)")) == nil)
    #expect(
      said("their side", ReviewSample.tasks("[ ] Sign (@vera.holm, due 2026-12-01)")) == [
        "Find somebody on their side for: Sign.", "The task is near and names nobody of theirs.",
        "Vera Holm", "by 1 Dec",
      ])
    let ann = ReviewSample.contacts("Ann | coach | | | ")
    let both = ann + ReviewSample.tasks("[ ] Sign (@vera.holm, Ann, due 2026-12-01)")
    #expect(said("our side", both) == nil && said("their side", both) == nil)
    #expect(
      said("next task", both) == [
        "Hold the day: Sign.", "Next in the action plan, with Ann.", "Vera Holm", "by 1 Dec",
      ])
    #expect(
      said("next task", ReviewSample.tasks("[x] Sign (@vera.holm, Ann, due 2026-12-01)")) == nil)
  }

  @Test func theLargestCellWithoutAStep() {
    let cells = ReviewSample.whitespace(
      "Core | EMEA | open | 5k | | | ", "Core | APAC | open | 9k | | | ",
      "Core | NA | open | 90k | Call | | ", "Core | LA | owned | 99k | | | ")
    #expect(
      said("next step", cells)?[...1] == [
        "Decide the next step for Core in APAC.", "$9k open, and the row names no step.",
      ])
    #expect(said("next step", ReviewSample.whitespace("Core | EMEA | open | | | | ")) == nil)
  }

  @Test func theGravestComeFirst() {
    let sections =
      ReviewSample.tasks("[ ] Sign (@vera.holm, Ann, due 2026-11-10)")
      + ReviewSample.risks("Fire | high | | ") + ReviewSample.deals("P | | | 2026-11-01 | ")
    let names = Ask.remarks.said(of: ReviewSample.review(sections), limit: 3).map(\.title)
    #expect(
      names == [
        "Agree a new close day for P, or end it.", "Finish, or agree a new day: Sign.",
        "Put a name to the role: economic buyer.",
      ])
  }
}
