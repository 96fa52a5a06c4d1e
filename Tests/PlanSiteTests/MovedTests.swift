import PlanModel
import Testing

@testable import PlanSite

/// What moved since the last review, by the plan's own days: it was held on 21 August, and today is 20 November.
@Suite struct MovedTests {
  private func said(_ name: String, _ sections: String, facts: String? = nil) -> [String]? {
    let review =
      facts.map { ReviewSample.review(sections, facts: $0) } ?? ReviewSample.review(sections)
    return Moved.remarks.said(name, of: review).map { [$0.clause, $0.detail] }
  }

  @Test func wonAndLostDealsHaveTheirCloseDaySince() {
    func won(_ day: String) -> String { ReviewSample.deals("Plant | 860k | won | \(day) | ") }
    #expect(said("won", won("2026-08-22")) == ["Plant was won", "$860k, closed on 22 Aug"])
    #expect(said("won", won("2026-08-21")) == nil)
    #expect(said("won", won("2026-11-20")) != nil)
    #expect(said("won", won("2026-11-21")) == nil)
    #expect(said("won", ReviewSample.deals("Plant | 860k | Offer | 2026-09-01 | ")) == nil)
    #expect(
      said(
        "lost", ReviewSample.deals("A | | lost | 2026-09-01 | ", "B | 2k | lost | 2026-09-02 | "))
        == ["two deals were lost", "A and B, $2k together"])
    #expect(
      said("lost", ReviewSample.deals("A | | lost | 2026-09-01 | "))
        == ["A was lost", "closed on 1 Sep"])
  }

  @Test func openDealsCameUpOrPassedTheirDay() {
    func deal(_ close: String, _ created: String) -> String {
      ReviewSample.deals("Plant | 860k | Offer | \(close) | \(created)")
    }
    #expect(
      said("created", deal("2027-01-29", "2026-09-01"))
        == ["the deal Plant came up", "$860k, to close on 29 Jan 2027"])
    #expect(said("created", deal("2027-01-29", "2026-08-21")) == nil)
    #expect(
      said("created", ReviewSample.deals("A | | Offer | | 2026-09-01", "B | 1k | | | 2026-09-01"))
        == ["two deals came up", "A and B, $1k together"])
    #expect(
      said("slipped", deal("2026-08-21", "")) == [
        "Plant passed its close day", "$860k was to close on 21 Aug",
      ])
    #expect(said("slipped", deal("2026-08-20", "")) == nil)
    #expect(said("slipped", deal("2026-11-20", "")) == nil)
    #expect(
      said("slipped", ReviewSample.deals("A | | | 2026-09-01 | ", "B | | | 2026-09-01 | "))
        == ["two open deals passed their close days", "A and B"])
  }

  @Test func aFirstAnswerIsOneThatNoneCameBefore() {
    let ann = ReviewSample.contacts("Ann | economic-buyer | | | ")
    func play(_ day: String, _ outcome: String) -> String {
      "\(day) | Talk | meeting | Ann | maya.chen | \(outcome)"
    }
    let first = ann + ReviewSample.plays(play("2026-09-01", "good"))
    #expect(
      said("answered", first) == [
        "one person is on record with a first answer", "Ann (economic buyer)",
      ])
    #expect(said("answered", ann + ReviewSample.plays(play("2026-09-01", "no reply"))) == nil)
    #expect(said("answered", ann + ReviewSample.plays(play("2026-08-21", "good"))) == nil)
    let both = ReviewSample.plays(play("2026-08-01", "good"), play("2026-09-01", "good"))
    #expect(said("answered", ann + both) == nil)
    // The cell alone, which holds the last answer, and a cell that is older than the play.
    #expect(said("answered", ReviewSample.contacts("Ann | coach | | 2026-09-01 | ")) == nil)
    let older = ReviewSample.contacts("Ann | coach | | 2026-08-01 | ")
    #expect(said("answered", older + ReviewSample.plays(play("2026-09-01", "good"))) == nil)
    let left = ReviewSample.contacts("Ann | coach | | | left")
    #expect(said("answered", left + ReviewSample.plays(play("2026-09-01", "good"))) == nil)
    let two = ReviewSample.plays(
      play("2026-09-01", "good"), "2026-09-02 | Talk | meeting | Raj | maya.chen | good")
    #expect(
      said("answered", ReviewSample.contacts("Ann | coach | | | ", "Raj | | | | ") + two)
        == ["two people are on record with a first answer", "Ann (coach) and Raj"])
  }

  /// The window is 90 days: who answered on 22 August still counts today, and who did on 22 May counted on 21 August.
  @Test(arguments: [
    ("2026-08-21", true), ("2026-05-23", true), ("2026-05-22", false), ("2026-08-22", false),
  ])
  func whoFellSilentWasEngaged(_ last: String, _ isSilent: Bool) {
    let sections = ReviewSample.contacts("Ann | champion | | \(last) | ")
    let words = ["one person fell silent", "Ann (champion): no answer for more than 90 days"]
    #expect(said("silent", sections) == (isSilent ? words : nil))
  }

  @Test func tasksAreDoneOrLateByTheirOwnDays() {
    #expect(
      said("done", ReviewSample.tasks("[x] Trial (@maya.chen, Ann, done 2026-09-01)"))
        == ["one task of the action plan was done", "Trial (1 Sep)"])
    #expect(said("done", ReviewSample.tasks("[x] Trial (done 2026-08-21)")) == nil)
    #expect(said("done", ReviewSample.tasks("[x] Trial (@maya.chen)")) == nil)
    // A step that only inherits its task's day is no other task.
    #expect(
      said("done", ReviewSample.tasks("[x] A (done 2026-09-01)\n  - [x] B\n  - [x] C"))
        == ["one task of the action plan was done", "A (1 Sep)"])
    #expect(
      said("done", ReviewSample.tasks("[ ] A (due 2026-12-01)\n  - [x] B (done 2026-09-01)"))
        == ["one task of the action plan was done", "B (1 Sep)"])
    #expect(
      said("late", ReviewSample.tasks("[ ] A (due 2026-11-19)", "[ ] B (due 2026-08-21)"))
        == [
          "two tasks of the action plan passed their days", "B (due 21 Aug) and A (due 19 Nov)",
        ])
    #expect(said("late", ReviewSample.tasks("[ ] A (due 2026-11-20)")) == nil)
    #expect(said("late", ReviewSample.tasks("[ ] A (due 2026-08-20)")) == nil)
  }

  @Test func tasksOfALostDealAreNotOwed() {
    let tasks = "## Mutual action plan\n\n### Plant\n\n- [ ] Sign (due 2026-09-01)\n\n"
    #expect(said("late", ReviewSample.deals("Plant | | lost | | ") + tasks) == nil)
    #expect(said("late", ReviewSample.deals("Plant | | Offer | | ") + tasks) != nil)
  }

  @Test func aStageIsWrittenAndNew() {
    func facts(_ day: String) -> String {
      "stage: engaged\nowner: maya.chen\nstage-since: \(day)"
    }
    #expect(
      said("stage", "", facts: facts("2026-09-01")) == [
        "the stage changed to engaged", "since 1 Sep",
      ])
    #expect(said("stage", "", facts: facts("2026-08-21")) == nil)
    #expect(said("stage", "", facts: "owner: maya.chen\nstage-since: 2026-09-01") == nil)
  }

  @Test func strongSignalsComeBeforeTheOthers() {
    let weak = "2026-09-01 | first-party | Visit | low | Site | "
    let strong = "2026-09-02 | first-party | Tender | high | Site | "
    #expect(said("signals", ReviewSample.signals(weak)) == ["one signal came in", "Visit"])
    #expect(
      said("signals", ReviewSample.signals(weak, strong)) == [
        "one strong signal came in", "Tender",
      ])
    #expect(
      said("signals", ReviewSample.signals(weak, weak)) == [
        "two signals came in", "Visit and Visit",
      ])
    #expect(
      said("signals", ReviewSample.signals("2026-08-21 | first-party | Visit | low | Site | "))
        == nil)
  }

  @Test func daysOfTheWhitespacePass() {
    func cell(_ status: String, _ by: String, _ until: String) -> String {
      ReviewSample.whitespace("Core | EMEA | \(status) | 5k | Ask | \(by) | \(until)")
    }
    #expect(
      said("renewals", cell("competitor", "", "2026-11-19")) == [
        "one renewal day passed", "Core in EMEA",
      ])
    #expect(said("renewals", cell("competitor", "", "2026-11-20")) == nil)
    #expect(
      said("steps", cell("pursuing", "2026-10-01", "")) == [
        "one next step in the whitespace passed its day", "Ask",
      ])
    #expect(said("steps", cell("open", "2026-10-01", "")) == nil)
    #expect(said("steps", cell("owned", "2026-10-01", "")) == nil)
  }

  @Test func touchesAreCountedWithTheirAnswers() {
    func play(_ day: String, _ outcome: String) -> String {
      "\(day) | Talk | meeting | Ann | maya.chen | \(outcome)"
    }
    #expect(
      said("touches", ReviewSample.plays(play("2026-09-01", "good")))
        == ["one touch was made", "answered"])
    #expect(
      said(
        "touches", ReviewSample.plays(play("2026-09-01", "good"), play("2026-09-02", "no reply")))
        == ["two touches were made", "one of them answered"])
    #expect(
      said("touches", ReviewSample.plays(play("2026-09-01", "good"), play("2026-09-02", "good")))
        == ["two touches were made", "all answered"])
    #expect(
      said("touches", ReviewSample.plays(play("2026-09-01", "no reply")))
        == ["one touch was made", "not answered"])
    #expect(said("touches", ReviewSample.plays(play("2026-08-21", "good"))) == nil)
    #expect(said("touches", ReviewSample.plays(play("2026-12-01", ""))) == nil)
  }

  @Test(arguments: [("2026-11-06", true), ("2026-11-07", false)])
  func silenceOfOursIsSaidAfterTwoWeeks(_ reviewed: String, _ isSaid: Bool) {
    let review = ReviewSample.review("", reviewed: reviewed)
    let words = Moved(clause: "no touch was logged", detail: "14 days without one")
    #expect(Moved.remarks.said("no touch", of: review) == (isSaid ? words : nil))
  }

  @Test func withoutAReviewTheQuarterIsLookedAt() {
    func clause(_ day: String, _ reviewed: String?) -> String? {
      let deals = ReviewSample.deals("Plant | 1k | won | \(day) | ")
      let review = ReviewSample.review(deals, reviewed: reviewed)
      return Moved.remarks.said("won", of: review)?.clause
    }
    #expect(clause("2026-08-21", nil) != nil)
    #expect(clause("2026-08-20", nil) == nil)
    // The review that is held today does not hide what moved before it.
    #expect(clause("2026-10-01", "2026-11-20") != nil)
  }

  @Test func whatDecidesComesFirst() {
    let sections =
      ReviewSample.contacts("Ann | economic-buyer | | | ")
      + ReviewSample.plays("2026-09-01 | Talk | meeting | Ann | maya.chen | good")
      + ReviewSample.tasks("[x] Trial (done 2026-09-01)", "[ ] Paper (due 2026-10-01)")
      + ReviewSample.deals("Plant | 1k | won | 2026-09-01 | ")
    let clauses = Moved.remarks.said(of: ReviewSample.review(sections), limit: 3).map(\.clause)
    #expect(
      clauses == [
        "Plant was won", "one person is on record with a first answer",
        "one task of the action plan passed its day",
      ])
    #expect(
      Moved.remarks.said(of: ReviewSample.review("", reviewed: "2026-11-10")).isEmpty)
  }
}
