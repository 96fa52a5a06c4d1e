import PlanModel
import Testing

@testable import PlanSite

/// What a pod does this week.
@Suite struct PodTests {
  private func week(
    plays: [String] = [], signals: [String] = [], keys: String = "reviewed: 2026-11-10",
    tasks: [String] = [], deal: Bool = false, tier: Int = 2
  ) -> PodWeek {
    PodWeek(
      Sample(
        """
        ---
        account: Northwind
        tier: \(tier)
        owner: maya.chen
        pod: { sdr: tom.fox, marketing: tom.fox, solutions: zoe }
        \(keys)
        ---
        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        \(deal ? "| Big | proposal |" : "")

        ## Mutual action plan

        \(tasks.map { "- [ ] \($0)" }.joined(separator: "\n"))

        ## Plays

        | Date | Play | Channel | By | Outcome |
        | --- | --- | --- | --- | --- |
        \(plays.map { "| \($0) |" }.joined(separator: "\n"))

        ## Signals

        | Date | Kind | Signal | Strength |
        | --- | --- | --- | --- |
        \(signals.map { "| \($0) |" }.joined(separator: "\n"))
        """
      ).model, owner: "maya.chen")
  }

  private func lead(_ week: PodWeek) -> String {
    PodSentences.lead(week).source.replacing(/<[^>]*>/, with: "")
  }

  @Test func answersAreOfTheLastSevenDaysAndPlaysOfTheNextSeven() {
    let week = week(plays: [
      "2026-11-12 | Too old | call | tom.fox | yes", "2026-11-13 | Old | call | tom.fox | yes",
      "2026-11-19 | New | call | tom.fox | yes", "2026-11-19 | Silent | call | tom.fox | no reply",
      "2026-11-19 | Banner | ads | tom.fox | seen", "2026-11-20 | Today | call | tom.fox | ",
      "2026-11-27 | Last | call | tom.fox | ", "2026-11-28 | Beyond | call | tom.fox | ",
    ])
    #expect(week.answers.map(\.play.play.value) == ["New", "Old"])
    #expect(week.tries.map(\.play.play.value) == ["Silent"])
    #expect(week.due.map(\.play.play.value) == ["Today", "Last"])
    #expect(lead(week) == "2 answers came in the last 7 days; 2 plays are due in the next 7.")
    #expect(PodSentences.answers(week) == "Two answers came in, from one account")
  }

  @Test func aSignalWaitsUntilSomebodyTalks() {
    let signal = "2026-11-10 | first-party | Read | high"
    func waiting(_ play: String) -> Int { week(plays: [play], signals: [signal]).signals.count }
    #expect(waiting("2026-11-09 | A | call | tom.fox | no reply") == 1)
    #expect(waiting("2026-11-10 | A | call | tom.fox | no reply") == 0)
    #expect(waiting("2026-11-12 | A | ads | tom.fox | ") == 1)
    #expect(waiting("2026-11-12 | A | web | tom.fox | ") == 1)
    // Tier 2 has a window of 90 days.
    #expect(week(signals: ["2026-08-22 | usage | Old | low"]).signals.count == 1)
    #expect(week(signals: ["2026-08-21 | usage | Older | low"]).signals.isEmpty)
    #expect(week(signals: ["2026-11-21 | usage | To come | low"]).signals.isEmpty)
  }

  @Test func titlesOfSignals() {
    #expect(PodSentences.signals(week()) == "No signal came in")
    #expect(
      PodSentences.signals(
        week(
          plays: ["2026-11-12 | A | call | tom.fox | yes"],
          signals: ["2026-11-10 | usage | A | high"])) == "A talk followed every signal")
    #expect(
      PodSentences.signals(week(signals: ["2026-11-10 | usage | A | high"]))
        == "One strong signal waits for a talk")
    let two = week(signals: ["2026-11-10 | usage | A | low", "2026-11-11 | usage | B | high"])
    #expect(PodSentences.signals(two) == "Two signals wait for a talk, one of them strong")
    #expect(two.signals.map(\.signal.signal.value) == ["B", "A"])
    #expect(lead(two) == "2 signals wait for a talk.")
  }

  /// Tier 2 asks for a review every 100 days.
  @Test(arguments: [
    ("2026-08-11", [-1]), ("2026-08-12", [0]), ("2026-08-19", [7]), ("2026-08-20", []),
  ])
  func reviewsAreDueForSevenDays(_ day: String, _ days: [Int]) {
    #expect(week(keys: "reviewed: \(day)").reviews.map(\.inDays) == days)
  }

  @Test func decisions() {
    #expect(PodSentences.decisions(week()) == "Nothing waits for a decision")
    let late = week(keys: "reviewed: 2026-08-11", tasks: ["A (@zoe, due 2026-11-19)"])
    #expect(
      PodSentences.decisions(late) == "One late task and one review wait for a decision")
    #expect(lead(late) == "1 task is late; 1 review is due.")
    let deal = week(deal: true, tier: 1)
    #expect(
      PodSentences.decisions(deal) == "One deal without a sponsor waits for a decision")
    #expect(week(keys: "sponsor: vera", deal: true, tier: 1).sponsorless.isEmpty)
    #expect(week(deal: true, tier: 2).sponsorless.isEmpty)
    #expect(lead(week()).hasPrefix("Nothing came in and nothing is due"))
  }

  @Test func members() {
    let members = week(tasks: ["A (@zoe, due 2026-11-19)", "B (@zoe)", "C (@nobody)"]).members
    #expect(members.map(\.id) == ["maya.chen", "tom.fox", "zoe"])
    #expect(members[1].roles == ["sdr", "marketing"])
    #expect(members[1].accounts == 1)
    #expect(members[2].open == 2 && members[2].late == 1)
  }

  @Test func around() throws {
    let today = try #require(Day("2026-11-20"))
    func title(_ marks: (Int, DayStacks.Kind)...) -> String {
      WeekSentences.around(marks.map { .init(day: today + $0.0, kind: $0.1) }, today: today)
    }
    #expect(
      title((-1, .answer), (1, .play), (2, .task))
        == "One answer came in the last 7 days; two tasks and plays fall due in the next 7")
    #expect(
      title((-1, .touch), (-3, .late))
        == "Nobody answered in the last 7 days; no task and no play falls due in the next 7, one task is late"
    )
    #expect(
      title((7, .play))
        == "Nobody answered in the last 7 days; one play falls due in the next 7")
    #expect(
      title((8, .task))
        == "Nobody answered in the last 7 days; no task and no play falls due in the next 7")
  }
}
