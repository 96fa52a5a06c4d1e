import PlanModel
import PlanSource
import Testing

@testable import PlanSite

/// What is due when.
@Suite struct CalendarTests {
  private static let plan = """
    ---
    account: North; wind, "Ltd"
    tier: 1
    owner: maya.chen
    reviewed: 2026-11-06
    ---
    ## Whitespace

    | Offering | Buying center | Status | Potential | Incumbent | Until | Owner |
    | --- | --- | --- | --- | --- | --- | --- |
    | Core | EMEA | competitor | 40k | Acme | 2027-01-15 | tom.fox |
    | Core | APAC | owned | 10k | | 2026-10-01 | |

    ## Opportunities

    | Opportunity | Amount | Stage | Close |
    | --- | --- | --- | --- |
    | Plants | 860k | Proposal | 2026-11-01 |
    | Sites | 20k | won | 2026-11-02 |

    ## Mutual action plan

    - [ ] Same (@tom.fox, Ann Lee, due 2026-11-19)
    - [ ] Same (@tom.fox, Ann Lee, due 2026-11-20)
    - [x] Done (@tom.fox, Ann Lee, due 2026-11-21)

    ## Plays

    | Date | Play | Channel | Contact | By | Outcome |
    | --- | --- | --- | --- | --- | --- |
    | 2026-11-20 | Today | meeting | Ann Lee | maya.chen | good |
    | 2026-11-21 | Tomorrow | meeting | Ann Lee | maya.chen | |
    """
  private let settings = """
    currency: EUR
    people:
      maya.chen: { name: Maya Chen, role: ae, email: maya@ours.example }
      tom.fox: { name: Tom Fox }
      idle: { name: Idle }
    tiers: { 1: { review-every: 14 } }
    """

  private func events(_ plan: String = Self.plan) -> [CalendarEvent] {
    Sample(plan, settings: settings).model.calendar.events
  }

  @Test func whatIsAheadOrLateIsInIt() {
    let told = events().map { "\($0.day) \($0.kind) \($0.text)\($0.isLate ? " late" : "")" }
    #expect(
      told == [
        "2026-11-01 close Plants late", "2026-11-19 task Same late",
        "2026-11-20 review Review of the plan", "2026-11-20 task Same",
        "2026-11-21 play Tomorrow", "2027-01-15 renewal Core, EMEA, now Acme",
      ])
  }

  @Test func objectivesThatAreNotMetAreInIt() throws {
    let plan =
      Self.plan + """

        ## Buying committee

        | Name | Role |
        | --- | --- |
        | Ann Lee | champion |

        ## Objectives

        | Objective | By | Owner | Contact | Target | Current |
        | --- | --- | --- | --- | --- | --- |
        | Missed | 2026-11-19 | tom.fox | | 3 | 2 |
        | Met | 2026-11-19 | tom.fox | | 3 | 3 |
        | Met early | 2026-12-19 | tom.fox | | 3 | 3 |
        | Fewer late trucks | 2026-11-20 | tom.fox | Ann Lee | | |
        | Of the owner | 2027-03-01 | | | | |
        | Without a day | | | | | |
        """
    let told = events(plan).filter { $0.kind == .objective }
    #expect(told.map(\.text) == ["Missed", "Fewer late trucks", "Of the owner"])
    #expect(told.map(\.people) == [["tom.fox"], ["tom.fox"], ["maya.chen"]])
    #expect(told[1].contacts == ["Ann Lee"] && told.map(\.isLate) == [true, false, false])
  }

  @Test(arguments: [
    ("2026-11-06", "2026-11-20", false), ("2026-11-05", "2026-11-19", true),
    ("2026-11-20", "2026-12-04", false),
  ])
  func reviewsFallDueByTheCadence(reviewed: String, due: String, isLate: Bool) throws {
    let plan = Self.plan.replacing("2026-11-06", with: reviewed)
    let review = try #require(events(plan).first { $0.kind == .review })
    #expect("\(review.day)" == due && review.isLate == isLate && review.people == ["maya.chen"])
  }

  @Test func aPlanThatNobodyReviewedIsDueToday() throws {
    let plan = Self.plan.replacing("reviewed: 2026-11-06\n", with: "")
    let review = try #require(events(plan).first { $0.kind == .review })
    #expect("\(review.day)" == Sample.day && !review.isLate && review.line == nil)
  }

  @Test(arguments: ["paused", "retired", "draft"])
  func onlyActiveAccountsAreInIt(status: String) {
    #expect(events(Self.plan.replacing("tier: 1\n", with: "tier: 1\nstatus: \(status)\n")).isEmpty)
  }

  @Test func peopleHaveWhatIsTheirs() throws {
    let model = Sample(Self.plan, settings: settings).model
    #expect(model.calendar.events(of: "tom.fox").map(\.kind) == [.task, .task, .renewal])
    #expect(model.calendar.events(of: "maya.chen").map(\.kind) == [.close, .review, .play])
    #expect(model.calendarPath(of: "tom.fox") == "people/tom-fox.ics")
    #expect(model.calendarPath(of: "idle") == nil)
  }

  // MARK: Weeks

  @Test func weeksBeginOnMonday() throws {
    let weeks = CalendarWeeks(Sample(Self.plan, settings: settings).model.calendar)
    #expect(weeks.weeks.count == 13 && "\(weeks.weeks[0].first)" == "2026-11-16")
    #expect(weeks.late.count == 2 && weeks.weeks[0].events.count == 3 && weeks.due == 4)
    #expect(weeks.later.isEmpty)
    let far = CalendarWeeks(
      Sample(Self.plan.replacing("2027-01-15", with: "2027-02-15"), settings: settings).model
        .calendar)
    #expect(far.later.count == 1)
    let near = CalendarWeeks(
      Sample(Self.plan.replacing("2027-01-15", with: "2027-02-14"), settings: settings).model
        .calendar)
    #expect(near.weeks[12].events.count == 1)
  }

  /// A program with so many tasks on each day; negative days are behind today.
  private func weeks(_ days: [(Int, Int)], plays: [Int] = []) -> CalendarWeeks {
    let today = Day(Sample.day) ?? Day(number: 0)
    let tasks = days.flatMap { day, count in
      (0..<count).map { "- [ ] Task \($0) (@a, B, due \(today + day))" }
    }.joined(separator: "\n")
    let rows = plays.map { "| \(today + $0) | Play | email | B | a |\n" }.joined()
    let table = "| Date | Play | Channel | Contact | By |\n| --- | --- | --- | --- | --- |\n" + rows
    let text = """
      ---
      account: A
      tier: 3
      ---
      ## Mutual action plan
      \(tasks)

      ## Plays

      \(table)
      """
    let sample = Sample(text, settings: "tiers: { 3: { review-every: none } }\n")
    return CalendarWeeks(sample.model.calendar)
  }

  @Test func leads() {
    func lead(_ days: [(Int, Int)]) -> String {
      CalendarSentences.lead(weeks(days)).source
        .replacing(/<[^>]*>/, with: "")
    }
    #expect(lead([]) == "Nothing is late, and no plan names a day in the next 13 weeks.")
    #expect(lead([(-1, 1)]) == "1 thing is late; no plan names a day in the next 13 weeks.")
    #expect(lead([(3, 1)]) == "Nothing is late; 1 thing falls due in the next 13 weeks.")
    #expect(
      lead([(-5, 2), (3, 1), (10, 3), (24, 2)])
        == "2 things are late; 6 fall due in the next 13 weeks, 3 of them in the week of 30 November."
    )
    // Two weeks with as many: none stands out.
    #expect(
      lead([(3, 3), (10, 3)]) == "Nothing is late; 6 things fall due in the next 13 weeks.")
    #expect(lead([(10, 4)]) == "Nothing is late; 4 things fall due in the next 13 weeks.")
  }

  @Test func headings() {
    let loads = CalendarSentences.loads
    #expect(loads.said("soon", of: weeks([(3, 4), (40, 3)]))?.hasPrefix("4 of the 7") == true)
    #expect(loads.said("soon", of: weeks([(3, 3), (40, 3)])) == nil)
    #expect(loads.said("soon", of: weeks([(3, 6)])) == nil)
    #expect(
      loads.said("plays end", of: weeks([(3, 1), (60, 1)], plays: [4, 10]))
        == "No play is planned beyond the week of 30 November")
    #expect(loads.said("plays end", of: weeks([(3, 1)], plays: [4, 10])) == nil)
    #expect(loads.said("plays end", of: weeks([(60, 1)], plays: [4, 200])) == nil)
    #expect(loads.said("plays end", of: weeks([(60, 1)])) == nil)
    #expect(
      loads.said("one kind", of: weeks([(3, 2), (40, 1)], plays: [40])) == "3 of the 4 are tasks")
    #expect(loads.said("one kind", of: weeks([(3, 1)], plays: [40])) == nil)
    #expect(loads.said("one kind", of: weeks([(3, 1)])) == "One task lies ahead")
    #expect(loads.said("one kind", of: weeks([(3, 2)])) == "All that lies ahead are tasks")
    #expect(
      loads.said("spread", of: weeks([(3, 1)], plays: [40]))
        == "2 things in 2 weeks, at most one in one")
    #expect(CalendarSentences.load(weeks([(-1, 2)])) == "All that is in the calendar is late")
    #expect(CalendarSentences.load(weeks([])) == "Nothing lies ahead")
    #expect(CalendarSentences.load(weeks([(-1, 2), (200, 1)])) == "Nothing lies ahead")
  }

  @Test func longWeeksAreCut() throws {
    let tasks = (0..<25).map { "- [ ] Task \($0) (@a, B, due 2026-12-01)" }.joined(separator: "\n")
    let text = "---\naccount: A\ntier: 3\n---\n## Mutual action plan\n\(tasks)\n"
    let page = try #require(try Sample(text).site()["calendar.html"])
    #expect(page.contains("and 5 others in <a href=\"data/calendar.csv\">"))
    #expect(page.matches(of: /<tr><td/).count == 21 + 1)
  }
}
