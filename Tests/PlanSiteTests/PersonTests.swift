import PlanModel
import Testing

@testable import PlanSite

/// What is on the plate of one of ours.
@Suite struct PersonTests {
  private static let people = """
    people:
      maya.chen: { name: Maya Chen, role: ae, team: West, email: maya@own.example }
      tom.fox: { name: Tom Fox }
      vera.holm: { name: Vera Holm, role: executive }

    """

  /// An account of Maya's with these tasks and plays.
  private func model(
    _ tasks: [String] = [], plays: [String] = [], promises: [String] = [],
    keys: String = "owner: maya.chen", contacts: [String] = []
  ) -> SiteModel {
    Sample(
      """
      ---
      account: Northwind
      tier: 2
      reviewed: 2026-11-10
      \(keys)
      ---
      ## Buying committee

      | Name | Role | Owner | Last engaged |
      | --- | --- | --- | --- |
      \(contacts.map { "| \($0) |" }.joined(separator: "\n"))

      ## Mutual action plan

      \(tasks.map { "- [ ] \($0)" }.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | By | Outcome |
      | --- | --- | --- | --- | --- |
      \(plays.map { "| \($0) |" }.joined(separator: "\n"))

      ## Reviews

      - 2026-11-10: go
      \(promises.map { "  - [ ] \($0)" }.joined(separator: "\n"))
      """, settings: Self.people
    ).model
  }

  private func lead(_ model: SiteModel, _ id: String = "maya.chen") -> String {
    PersonSentences.lead(Plate(model, id)).source.replacing(/<[^>]*>/, with: "")
  }

  @Test func aTaskIsLateAfterItsDayAndThisWeeksTodayAndTheNextSevenDays() {
    let plate = Plate(
      model([
        "A (@maya.chen, due 2026-11-19)", "B (@maya.chen, due 2026-11-20)",
        "C (@maya.chen, due 2026-11-27)", "D (@maya.chen, due 2026-11-28)",
        "E (@tom.fox, due 2026-11-19)", "F (@maya.chen)",
      ]), "maya.chen")
    #expect(plate.duties.map(\.task.text.value) == ["A", "B", "C", "D", "F"])
    #expect(plate.late.map(\.task.text.value) == ["A"])
    #expect(plate.thisWeek.map(\.task.text.value) == ["B", "C"])
  }

  @Test func promisesAreTasksToo() {
    let model = model(
      ["A (@maya.chen, due 2026-12-01)"], promises: ["Letter (@maya.chen, due 2026-11-25)"])
    let plate = Plate(model, "maya.chen")
    #expect(plate.duties.map(\.review?.description) == ["2026-11-10", nil])
    #expect(model.groups["maya.chen"].open == 2)
  }

  @Test func theLeadSaysWhatIsLateAndDue() {
    #expect(
      lead(model(["A (@maya.chen, due 2026-11-19)", "B (@maya.chen, due 2026-11-27)"]))
        == "1 task is late and 1 falls due in the next 7 days; \(Self.inTime)")
    #expect(
      lead(model(["A (@maya.chen, due 2026-11-19)", "B (@maya.chen, due 2026-11-18)"]))
        == "2 tasks are late; \(Self.inTime)")
    #expect(
      lead(model(["A (@maya.chen, due 2026-11-20)"]))
        == "1 task falls due in the next 7 days; \(Self.inTime)")
    #expect(lead(model()) == "The review of the one account is not late.")
    #expect(lead(model(), "tom.fox") == "Nothing is on the plate of Tom Fox.")
  }

  private static let inTime = "the review of the one account is not late."

  @Test(arguments: [
    (["2026-11-28"], "The one open task falls due in 8 days"),
    ([""], "The one open task has no day"),
    (["2026-11-28", ""], "Neither of the 2 open tasks falls due in the next 7 days"),
    (["2026-11-28", "", ""], "None of the 3 open tasks falls due in the next 7 days"),
  ])
  func theLeadSaysThatNoTaskIsDue(_ days: [String], _ sentence: String) {
    let tasks = days.map { "A (@maya.chen\($0.isEmpty ? "" : ", due \($0)"))" }
    #expect(lead(model(tasks)) == "\(sentence); \(Self.inTime)")
  }

  @Test(arguments: [
    ([0], "the one planned play is today"), ([1], "the one planned play is tomorrow"),
    ([18], "the one planned play is in 18 days"),
    ([18, 19], "the next of 2 planned plays is in 18 days"),
  ])
  func theLeadSaysWhenTheNextPlayIs(_ days: [Int], _ clause: String) throws {
    let today = try #require(Day(Sample.day))
    let plays = days.map { "\(today + $0) | Dinner | meeting | maya.chen | " }
    #expect(lead(model(plays: plays)).hasSuffix("; \(clause)."))
  }

  /// Tier 2 asks for a review every 100 days; without one it is due today.
  @Test(arguments: [
    (["2026-08-20"], "The review of the one account is not late."),
    (["2026-08-19"], "The review of the one account falls due in the next 7 days."),
    ([""], "The review of the one account falls due in the next 7 days."),
    (["2026-08-11"], "The review of the one account is late."),
    (["2026-11-10", "2026-11-10"], "No review of 2 accounts is late."),
    (["2026-08-11", "2026-11-10"], "The review of 1 of 2 accounts is late."),
    (["2026-08-11", "2026-08-11"], "The reviews of both accounts are late."),
    (["", ""], "The reviews of both accounts fall due in the next 7 days."),
    (["2026-11-10", "2026-11-10", "2026-11-10"], "No review of 3 accounts is late."),
    (
      ["2026-08-11", "2026-08-11", ""],
      "The reviews of 2 of 3 accounts are late and 1 falls due in the next 7 days."
    ),
    (["2026-08-11", "2026-08-11", "2026-08-11"], "The reviews of all 3 accounts are late."),
  ])
  func theLeadSaysWhichReviewsAreLate(_ days: [String], _ sentence: String) {
    let plans = days.enumerated().map { number, day in
      (
        name: "a\(number)",
        text: """
        ---
        account: A\(number)
        tier: 2
        owner: maya.chen
        \(day.isEmpty ? "segment: Food" : "reviewed: \(day)")
        ---

        """
      )
    }
    #expect(lead(Sample(plans, settings: Self.people).model) == sentence)
  }

  @Test func whoWentQuietAnsweredOnceAndNotInTheWindow() {
    let model = model(contacts: [
      "Ann Lee | champion | | 2026-08-21", "Raj Iyer | legal | | 2026-08-22",
      "Mia Ott | legal | | 2026-08-21", "Tom Ek | legal | tom.fox | 2026-08-21",
      "Zoe Roux | champion | | ",
    ])
    let plate = Plate(model, "maya.chen")
    #expect(plate.quiet.map(\.contact.name.value) == ["Ann Lee", "Mia Ott"])
    #expect(lead(model).contains("1 decider went quiet"))
    #expect(
      PersonSentences.quiet(plate.quiet) == "Two people of theirs went quiet, one of whom decides")
    #expect(Plate(model, "tom.fox").quiet.map(\.contact.name.value) == ["Tom Ek"])
    #expect(!lead(model, "tom.fox").contains("decider"))
  }

  @Test func aSponsorIsToldWhichAccountsAreCold() {
    let cold = model(keys: "sponsor: vera.holm")
    #expect(lead(cold, "vera.holm") == "The one sponsored account lacks executive cover.")
    let covered = model(
      plays: ["2026-11-02 | Dinner | executive | vera.holm | good"], keys: "sponsor: vera.holm",
      contacts: ["Ann Lee | executive-sponsor | | "])
    #expect(lead(covered, "vera.holm") == "The one sponsored account is covered.")
    let plate = Plate(covered, "vera.holm")
    #expect(PersonSentences.sponsored(plate.sponsored) == "The one sponsored account is covered")
  }

  @Test func titlesOfTasks() {
    let figures = model().figures
    func title(_ tasks: String...) -> String {
      PersonSentences.tasks(Plate(model(tasks), "maya.chen"), figures)
    }
    #expect(title() == "No task is open")
    #expect(title("A (@maya.chen, due 2026-11-18)") == "The one open task is 2 days late")
    #expect(
      title("A (@maya.chen, due 2026-11-18)", "B (@maya.chen, due 2026-11-19)")
        == "Both open tasks are late, the oldest by 2 days")
    #expect(
      title("A (@maya.chen, due 2026-11-19)", "B (@maya.chen, due 2026-11-20)")
        == "One of two open tasks is late, by 1 day")
    #expect(title("A (@maya.chen, due 2026-11-20)") == "The one open task falls due today")
    #expect(
      title("A (@maya.chen, due 2026-11-21)", "B (@maya.chen)")
        == "Nothing is late; the first of two open tasks falls due on Sat 21 Nov")
    #expect(title("A (@maya.chen)") == "The one open task has no day")
  }

  @Test func theTableOfTasksStandsUnderItsHeads() throws {
    let pages = try Sample(
      [
        (
          "northwind",
          """
          ---
          account: Northwind
          tier: 2
          owner: maya.chen
          ---
          ## Mutual action plan

          - [ ] Old (@maya.chen, Ann Lee, due 2026-11-10)
          - [ ] Soon (@maya.chen, @tom.fox, due 2026-11-24)
          - [ ] Some day (@maya.chen)
          """
        )
      ], settings: Self.people
    ).site()
    let page = try #require(pages["people/maya-chen.html"])
    let order = [
      "Late</th>", "10 days late", "Old</a>", "This week</th>", "Soon</a>", "Without a day",
    ]
    var rest = page[...]
    for text in order {
      let found = try #require(rest.firstRange(of: text), "\(text)")
      rest = rest[found.upperBound...]
    }
    #expect(page.contains("href=\"../accounts/northwind.html#L9\""))
    #expect(page.contains("mailto:maya@own.example"))
    #expect(page.contains("<a href=\"../people/tom-fox.html\">Tom Fox</a>"))
    let people = try #require(pages["people/index.html"])
    #expect(people.contains("2 of 3 people") == false)
    #expect(people.contains("1 of 3 people</a> has a late task"))
    #expect(people.contains("Maya Chen has the most to do, 3 open tasks"))
  }

  @Test func aPersonMayBeCalledIndex() throws {
    let pages = try Sample([], settings: "people: { index: { name: Index } }").site()
    #expect(pages["people/index-2.html"]?.contains("Nothing is on the plate of Index.") == true)
    #expect(pages["people/index.html"]?.contains("index-2.html") == true)
  }

  @Test func daysAhead() throws {
    let figures = model().figures
    let today = try #require(Day("2026-11-20"))
    func title(_ marks: (Int, DayStacks.Kind)...) -> String {
      WeekSentences.ahead(
        marks.map { DayStacks.Mark(day: today + $0.0, kind: $0.1) }, from: today, to: today + 14,
        figures)
    }
    #expect(title((15, .task)) == "No task and no play falls due in the next 14 days")
    #expect(
      title((-1, .late)) == "No task and no play falls due in the next 14 days; one task is late")
    #expect(title((14, .play)) == "One play falls on the next 14 days, on Fri 4 Dec")
    #expect(title((1, .task), (1, .task)) == "Both tasks of the next 14 days fall on Sat 21 Nov")
    #expect(
      title((1, .task), (1, .play), (2, .task))
        == "Two of three tasks and plays of the next 14 days fall on Sat 21 Nov")
    #expect(title((1, .play), (2, .play)) == "Two plays fall on two of the next 14 days")
  }

  @Test func stacksOfDaysStayInTheFrame() throws {
    let today = try #require(Day("2026-11-20"))
    let marks =
      (0..<30).map { DayStacks.Mark(day: today + $0 / 20, kind: .task) }
      + [DayStacks.Mark(day: today - 3, kind: .late), DayStacks.Mark(day: today + 99, kind: .play)]
    let html = DayStacks(id: "d", marks, from: today, to: today + 13, today: today)
      .picture(title: "T", model().figures).html.source
    #expect(html.contains(">20</text>") && html.contains(">late</text>"))
    #expect(html.contains(">later</text>"))
    for match in html.matches(of: /<(?:rect|circle|text)[^>]* (?:y|cy)="(-?[0-9.]+)"/) {
      #expect(try #require(Double(match.1)) >= 0)
    }
  }
}
