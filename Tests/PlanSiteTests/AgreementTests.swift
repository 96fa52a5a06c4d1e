import PlanModel
import Testing

@testable import PlanSite

/// What is late, planned or due is so on every page, and in the data.
@Suite struct AgreementTests {
  private static let settings = "people:\n  maya.chen: { name: Maya Chen, role: ae }\n"

  // MARK: Tasks

  private static let tasks = """
    ---
    account: Northwind
    tier: 1
    stage: opportunity
    owner: maya.chen
    reviewed: 2026-11-10
    ---
    ## Opportunities

    | Opportunity | Amount | Stage | Close |
    | --- | --- | --- | --- |
    | Paper | 10k | lost | 2026-10-20 |
    | Plants | 20k | Proposal | 2027-01-29 |

    ## Mutual action plan

    ### Paper
    - [ ] Sign the lost paper (@maya.chen, Ann, due 2026-10-10)

    ### Plants
    - [ ] Done by its day (@maya.chen, Ann, due 2026-11-05, done 2026-11-09)
    - [ ] Late (@maya.chen, Ann, due 2026-11-18)
    - [ ] Ahead (@maya.chen, Ann, due 2026-12-10)
      - [ ] One
        - [ ] Two
          - [ ] Three
            - [ ] Four (due 2026-11-19)
    """
  private static let late = ["Late", "Four"]

  @Test func whatIsLateIsLateOnEveryPage() throws {
    let sample = Sample(Self.tasks, settings: Self.settings)
    let (model, facts) = (sample.model, sample.facts)
    #expect(facts.plan.lateTasks(on: model.today).map(\.text.value) == Self.late)
    #expect(facts.overdue.map(\.text.value) == Self.late)
    #expect(facts.nextTask?.text.value == "Ahead")
    #expect(ActionState(facts).late == 2 && ActionState(facts).open == 2)
    #expect(OwnerWeek.all(model).first?.late.map(\.text) == Self.late)
    #expect(Plate(model, "maya.chen").late.map(\.task.text.value) == Self.late)
    #expect(PodWeek(model, owner: "maya.chen").late.map(\.task.text.value) == Self.late)
    #expect(model.groups["maya.chen"].late == 2 && model.groups["maya.chen"].open == 3)
    let events = model.calendar.events.filter { $0.kind == .task && $0.isLate }
    #expect(events.map(\.text) == Self.late)
  }

  @Test func pagesSayTheSameOfWhatIsLate() throws {
    let pages = try Sample(Self.tasks, settings: Self.settings).site()
    let home = try #require(pages["index.html"])
    #expect(home.contains("Maya Chen is late with two tasks"))
    let person = try #require(pages["people/maya-chen.html"])
    #expect(person.contains("2 tasks</a> are late") && !person.contains("lost paper"))
    let account = try #require(pages["accounts/northwind.html"])
    #expect(account.contains("Two tasks are late") && account.contains("Finish: Late"))
    #expect(!account.contains("Finish: Sign the lost paper") && !account.contains("41 days late"))
  }

  @Test func theDataSaysTheSameOfWhatIsLate() throws {
    let model = Sample(Self.tasks, settings: Self.settings).model
    let rows = DataTests.rows(String(decoding: DataFile.tasks.bytes(model, .csv), as: UTF8.self))
    let task = try #require(rows[0].firstIndex(of: "task"))
    let done = try #require(rows[0].firstIndex(of: "done"))
    let late = try #require(rows[0].firstIndex(of: "late"))
    #expect(rows.filter { $0[late] == "true" }.map { $0[task] } == Self.late)
    #expect(rows.filter { $0[done] == "true" }.map { $0[task] } == ["Done by its day"])
  }

  // MARK: Next steps in the whitespace

  /// A step of a cell that is pursued, by that day and of that status.
  private func step(_ by: String, status: String = "pursuing", owner: String = "") -> Sample {
    Sample(
      """
      ---
      account: Northwind
      tier: 1
      owner: maya.chen
      reviewed: 2026-11-10
      ---
      ## Whitespace

      | Offering | Buying center | Status | Potential | Owner | Next step | By |
      | --- | --- | --- | --- | --- | --- | --- |
      | Core | EMEA | \(status) | 120k | \(owner) | Plant tour | \(by) |
      """,
      settings:
        "people:\n  maya.chen: { name: Maya Chen, role: ae }\n  tom: { name: Tom Fox, role: se }\n")
  }

  @Test(arguments: [("2026-11-19", true), ("2026-11-20", false), ("2026-11-27", false)])
  func aStepIsDueOnEveryPage(_ by: String, _ isLate: Bool) throws {
    let sample = step(by)
    let model = sample.model
    let week = try #require(OwnerWeek.all(model).first { $0.person == "maya.chen" })
    #expect(week.late.map(\.text) == (isLate ? ["Plant tour"] : []))
    #expect(week.due.map(\.text) == (isLate ? [] : ["Plant tour"]))
    let plate = Plate(model, "maya.chen")
    #expect(plate.late.count == (isLate ? 1 : 0) && plate.thisWeek.count == (isLate ? 0 : 1))
    let pod = PodWeek(model, owner: "maya.chen")
    #expect(pod.late.count == (isLate ? 1 : 0) && pod.soon.count == (isLate ? 0 : 1))
    #expect(
      model.groups["maya.chen"].open == 1 && model.groups["maya.chen"].late == (isLate ? 1 : 0))
    let event = try #require(model.calendar.events.first { $0.kind == .task })
    #expect(event.text == "Plant tour" && event.isLate == isLate && event.people == ["maya.chen"])
    let rows = DataTests.rows(String(decoding: DataFile.tasks.bytes(model, .csv), as: UTF8.self))
    let (kind, late) = (rows[0].firstIndex(of: "kind"), rows[0].firstIndex(of: "late"))
    #expect(try rows[1][#require(kind)] == "whitespace" && rows[1][#require(late)] == "\(isLate)")
    let move = try #require(Moves.next(sample.facts).first { $0.title.contains("Plant tour") })
    #expect(move.isLate == isLate && move.detail.source.contains("in the whitespace: Core, EMEA"))
  }

  @Test func aStepIsItsCellsOwners() {
    let model = step("2026-11-24", owner: "tom").model
    #expect(Plate(model, "tom").thisWeek.count == 1 && Plate(model, "maya.chen").duties.isEmpty)
  }

  private func stepInDeal(_ stage: String, rest: String = "") -> SiteModel {
    let plan = """
      ---
      account: Northwind
      tier: 1
      owner: maya.chen
      reviewed: 2026-11-10
      ---
      ## Opportunities

      | Opportunity | Amount | Stage | Close |
      | --- | --- | --- | --- |
      | Plants | 20k | \(stage) | 2027-01-29 |

      ## Whitespace

      | Offering | Buying center | Status | Next step | By | Opportunity |
      | --- | --- | --- | --- | --- | --- |
      | Core | EMEA | pursuing | Plant tour | 2026-11-19 | Plants |

      """
    return Sample(plan + rest, settings: Self.settings).model
  }

  @Test func whatWasWonHasNoStep() {
    let model = stepInDeal("won")
    #expect(OwnerWeek.all(model).isEmpty && Plate(model, "maya.chen").duties.isEmpty)
    #expect(!model.calendar.events.contains { $0.kind == .task })
  }

  /// A step in a deal is the action plan's, as long as that has anything to do.
  @Test(arguments: [
    ("- [ ] Pilot (@maya.chen, Ann)", ["Pilot"]), ("- [x] Pilot (@maya.chen, Ann)", ["Plant tour"]),
    ("", ["Plant tour"]),
  ])
  func aStepInADealIsTheActionPlans(_ task: String, _ duties: [String]) {
    let model = stepInDeal("", rest: "\n## Mutual action plan\n\n\(task)\n")
    #expect(Plate(model, "maya.chen").duties.map(\.task.text.value) == duties)
    #expect(
      model.calendar.events.contains { $0.kind == .task } == (duties == ["Plant tour"]))
  }

  /// A lost deal takes its own tasks with it; a cell that is still pursued is sold without it.
  @Test func whatIsPursuedAfterItsDealWasLostHasItsStep() {
    let model = stepInDeal("Closed lost")
    #expect(Plate(model, "maya.chen").duties.map(\.task.text.value) == ["Plant tour"])
    #expect(model.calendar.events.contains { $0.kind == .task })
  }

  @Test func aLateStepIsAskedForAndSaidToHaveMoved() throws {
    let review = ReviewFacts(step("2026-11-19").model, step("2026-11-19").model.accounts[0])
    let ask = try #require(Ask.remarks.said("late step", of: review))
    #expect(ask.title == "Take the step, or agree a new day: Plant tour.")
    #expect(ask.who == "Maya Chen" && ask.when == "due 19 Nov" && ask.isLate)
    #expect(ask.reason == "1 day late in the whitespace.")
    let ahead = step("2026-11-20").model
    #expect(Ask.remarks.said("late step", of: ReviewFacts(ahead, ahead.accounts[0])) == nil)
    let pages = try step("2026-11-19").site()
    let home = try #require(pages["index.html"])
    #expect(home.contains("One next step in the whitespace passed its day"))
    let group = try #require(pages["qbr/maya-chen.html"])
    #expect(group.contains("Plant tour") && group.contains("One task is late"))
    let page = try #require(pages["accounts/northwind.html"])
    #expect(page.contains("The one open square has a next step; one is late"))
  }

  @Test func aStepThatIsNobodysIsSomebodysProblem() throws {
    let sample = Sample(
      """
      ---
      account: Northwind
      tier: 3
      reviewed: 2026-11-10
      ---
      ## Whitespace

      | Offering | Buying center | Status | Next step | By |
      | --- | --- | --- | --- | --- |
      | Core | EMEA | pursuing | Plant tour | 2026-11-19 |
      """, settings: Self.settings)
    let weeks = OwnerWeek.all(sample.model)
    #expect(weeks.count == 1 && weeks[0].person == nil && weeks[0].late.count == 1)
    #expect(
      WeekTable.title(weeks, sample.model)
        == "One task or review of an account without an owner is late")
  }

  @Test(arguments: ["open", "owned", "blocked", "competitor"])
  func whatIsNotPursuedHasNoStep(_ status: String) {
    let sample = step("2026-11-19", status: status)
    #expect(sample.facts.plan.nextSteps.isEmpty && OwnerWeek.all(sample.model).isEmpty)
  }

  // MARK: Plays

  private func play(_ day: String, _ outcome: String = "") -> Sample {
    Sample(
      """
      ---
      account: Northwind
      tier: 1
      owner: maya.chen
      reviewed: 2026-11-10
      ---
      ## Buying committee

      | Name | Role |
      | --- | --- |
      | Ann | economic-buyer, blocker |

      ## Plays

      | Date | Play | Channel | Contact | By | Outcome |
      | --- | --- | --- | --- | --- | --- |
      | \(day) | Lunch | meeting | Ann | maya.chen | \(outcome) |
      """, settings: Self.settings)
  }

  /// Where each page that knows planned plays has this one.
  private func planned(_ sample: Sample) -> [Bool] {
    let (model, facts) = (sample.model, sample.facts)
    return [
      OwnerWeek.all(model).contains { !$0.plays.isEmpty },
      !Plate(model, "maya.chen").plays.isEmpty, !PodWeek(model, owner: "maya.chen").due.isEmpty,
      model.calendar.events.contains { $0.kind == .play }, facts.nextPlay != nil,
      !facts.touches.lines[0].planned.isEmpty, facts.unhandledOpponents.isEmpty,
    ]
  }

  @Test(arguments: [
    ("2026-11-19", "", false, 1), ("2026-11-20", "", true, 0), ("2026-11-20", "no reply", false, 1),
    ("2026-11-20", "She agreed", false, 0), ("2026-11-27", "", true, 0),
    ("2026-11-27", "Table booked", true, 0),
  ])
  func aPlayIsPlannedOnEveryPageOrOnNone(
    _ day: String, _ outcome: String, _ isPlanned: Bool, _ tries: Int
  ) {
    let sample = play(day, outcome)
    #expect(planned(sample).allSatisfy { $0 == isPlanned }, "\(planned(sample))")
    let facts = sample.facts
    #expect(facts.triesSince(facts.plan.contacts[0], nil) == tries)
    #expect(facts.touches.lines[0].all.count == (isPlanned ? 0 : 1))
    #expect(facts.bridge.ours.map(\.tried).reduce(0, +) == (isPlanned ? 0 : 1))
  }

  @Test func whatIsPlannedForTodayIsSaidSo() throws {
    let sample = play("2026-11-20")
    let pages = try sample.site()
    let person = try #require(pages["people/maya-chen.html"])
    #expect(person.contains("the one planned play is today"))
    #expect(person.contains("One play is planned, today"))
    let account = try #require(pages["accounts/northwind.html"])
    #expect(account.contains("By Fri 20 Nov: Lunch") && !account.contains("no play planned"))
    #expect(account.contains("<td>planned</td>"))
  }

  // MARK: Reviews

  /// Tier 1 asks for a review every 35 days.
  @Test(
    arguments: [
      (nil, 0), ("2026-10-15", -1), ("2026-10-16", 0), ("2026-10-23", 7), ("2026-10-24", nil),
    ] as [(String?, Int?)])
  func aReviewIsDueOnEveryPageOrOnNone(_ reviewed: String?, _ days: Int?) {
    let model = Sample(
      """
      ---
      account: Northwind
      tier: 1
      owner: maya.chen
      \(reviewed.map { "reviewed: \($0)" } ?? "segment: Food")
      ---

      """, settings: Self.settings
    ).model
    let account = model.accounts[0]
    let due = days.map { model.today + $0 }
    if let due { #expect(account.reviewDue == due) }
    #expect(OwnerWeek.all(model).flatMap(\.reviews).first?.day == due)
    #expect(PodWeek(model, owner: "maya.chen").reviews.first?.inDays == days)
    #expect(Plate(model, "maya.chen").reviewsThisWeek == (days.map { $0 >= 0 } == true ? 1 : 0))
    let event = model.calendar.events.first { $0.kind == .review }
    #expect(event?.day == account.reviewDue && event?.isLate == (days == -1))
  }
}
