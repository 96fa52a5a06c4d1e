import PlanModel
import Testing

@testable import PlanSite

/// What needs whom this week.
@Suite struct OwnerWeekTests {
  private func model(
    _ tasks: [String], plays: [String] = [], reviewed: String = "2026-11-10",
    owner: String = "owner: maya.chen",
    people: String = "maya.chen: { name: Maya Chen }, tom.fox: { name: Tom Fox }"
  ) -> SiteModel {
    Sample(
      """
      ---
      account: Northwind
      tier: 1
      \(owner)
      reviewed: \(reviewed)
      ---
      ## Mutual action plan

      \(tasks.map { "- [ ] \($0)" }.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | By | Outcome |
      | --- | --- | --- | --- | --- |
      \(plays.map { "| \($0) |" }.joined(separator: "\n"))
      """, settings: "people: { \(people) }"
    ).model
  }

  @Test func aWeekIsTodayAndTheNextSevenDays() throws {
    let weeks = OwnerWeek.all(
      model([
        "Late (@tom.fox, Ann, due 2026-11-19)", "Today (@tom.fox, Ann, due 2026-11-20)",
        "Last day (@tom.fox, Ann, due 2026-11-27)", "Beyond (@tom.fox, Ann, due 2026-11-28)",
      ]))
    let week = try #require(weeks.first)
    #expect(weeks.count == 1 && week.person == "tom.fox")
    #expect(week.late.map(\.text) == ["Late"])
    #expect(week.due.map(\.text) == ["Today", "Last day"])
    let one = model(["Last day (@tom.fox, Ann, due 2026-11-27)"])
    #expect(
      WeekTable.plate(week, on: one.today).source
        == "<span class=\"late\">1 task late</span>, 2 tasks due")
    let block = WeekTable(model: one, weeks: OwnerWeek.all(one)).block.html.source
    #expect(block.contains("Up to Fri 27 Nov; who is late longest first"))
  }

  @Test func playsReviewsAndWhatPressesMost() throws {
    let model = model(
      [],
      plays: [
        "2026-11-20 | Held | call | maya.chen | She agreed",
        "2026-11-25 | Dinner | meeting | maya.chen | ",
        "2026-12-25 | Far | meeting | maya.chen | ",
      ], reviewed: "2026-10-16")
    let week = try #require(OwnerWeek.all(model).first)
    #expect(week.plays.map(\.text) == ["Dinner"])
    // 35 days later is today: due, not late.
    #expect(week.reviews.count == 1)
    #expect(week.first?.text == "Review the plan")
    #expect(WeekTable.plate(week, on: model.today).source == "1 play, 1 review due")
  }

  @Test func theTitleSaysWhoIsLate() {
    func title(_ model: SiteModel) -> String { WeekTable.title(OwnerWeek.all(model), model) }
    #expect(title(model([])) == "Nobody has anything due this week")
    #expect(
      title(model(["A (@tom.fox, Ann, due 2026-11-21)"]))
        == "One person has something due this week; nothing is late")
    #expect(
      title(model(["A (@tom.fox, Ann, due 2026-11-19)"]))
        == "Tom Fox is late with one task")
    #expect(
      title(model(["A (@tom.fox, @maya.chen, due 2026-11-19)", "B (@tom.fox, due 2026-11-18)"]))
        == "Two people are late, Tom Fox longest, 2 days")
    #expect(
      title(model([], reviewed: "2026-10-15"))
        == "Maya Chen is late with one review")
  }

  /// A review that is 94 days late presses more than a task of yesterday, and whoever owes it stands first.
  @Test func lateReviewsAreLate() throws {
    let model = model(
      ["A (@ada, Ann, due 2026-11-19)", "B (@ada, Ann, due 2026-11-19)"], reviewed: "2026-07-14",
      people: "ada: { name: Ada }, maya.chen: { name: Maya Chen }")
    let weeks = OwnerWeek.all(model)
    #expect(weeks.map(\.person) == ["maya.chen", "ada"])
    #expect(weeks[0].first?.text == "Review the plan")
    #expect(
      WeekTable.plate(weeks[0], on: model.today).source
        == "<span class=\"late\">1 review late</span>")
    #expect(
      WeekTable.title(weeks, model)
        == "Two people are late, Maya Chen longest, 94 days")
  }

  @Test func nobodyIsLateLongestWhereTwoAre() {
    let model = model(["Sign (@maya.chen, @tom.fox, Ann, due 2026-11-10)"])
    #expect(
      WeekTable.title(OwnerWeek.all(model), model)
        == "Two people are late, by up to 10 days")
  }

  // MARK: Without an owner

  /// Accounts of tier 1, which asks for a review every 35 days, by owner and day of the review.
  private func weeks(_ accounts: [(owner: String?, reviewed: String)]) -> (String, String) {
    let plans = accounts.enumerated().map { number, account in
      (
        name: "a\(number)",
        text: """
        ---
        account: A\(number)
        tier: 1
        \(account.owner.map { "owner: \($0)" } ?? "segment: Food")
        reviewed: \(account.reviewed)
        ---

        """
      )
    }
    let model = Sample(plans, settings: "people: { maya.chen: { name: Maya Chen } }").model
    let weeks = OwnerWeek.all(model)
    return (
      WeekTable.title(weeks, model), WeekTable(model: model, weeks: weeks).block.html.source
    )
  }

  private static let late = "2026-10-15"
  private static let due = "2026-10-16"

  @Test func whatNobodyOwnsIsNobodysAndNobodyIsNoPerson() {
    let (title, html) = weeks([("maya.chen", Self.due), (nil, Self.late)])
    #expect(
      title == "One person has something due this week, and one review of an account without an "
        + "owner is late")
    #expect(html.contains("<b>Nobody</b>") && html.contains("1 day late"))
    #expect(
      weeks([("maya.chen", Self.due), (nil, Self.due)]).0
        == "One person has something due this week, and one review of an account without an owner "
        + "is due; nothing is late")
    #expect(
      weeks([("maya.chen", Self.late), (nil, Self.due)]).0
        == "Maya Chen is late with one review; one review of an account without an owner is due")
    #expect(weeks([("maya.chen", Self.due)]).1.contains("Nobody") == false)
  }

  @Test func whereNobodyElseHasAnythingTheTitleIsOfThoseReviews() {
    #expect(weeks([(nil, Self.late)]).0 == "One review of an account without an owner is late")
    #expect(
      weeks([(nil, Self.late), (nil, Self.late)]).0
        == "Two reviews of accounts without an owner are late")
    #expect(
      weeks([(nil, Self.late), (nil, Self.due)]).0
        == "Two reviews of accounts without an owner are due, one of them late")
    #expect(weeks([(nil, "2026-11-10")]).0 == "Nobody has anything due this week")
  }

  @Test func nobodysRowIsShownBehindManyPeople() {
    let tasks = (0..<20).map { "Late (@p\($0), Ann, due 2026-11-19)" }
    let people = (0..<20).map { "p\($0): { name: P\($0) }" }.joined(separator: ", ")
    let model = model(tasks, reviewed: "2026-10-16", owner: "segment: Food", people: people)
    let weeks = OwnerWeek.all(model)
    #expect(weeks.count == 21 && weeks.last?.person == nil)
    let html = WeekTable(model: model, weeks: weeks).block.html.source
    #expect(html.contains("<b>Nobody</b>") && html.contains("9 other people on their own pages"))
  }
}
