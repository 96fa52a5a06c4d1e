import PlanModel
import Testing

@testable import PlanSite

/// What needs whom this week.
@Suite struct OwnerWeekTests {
  private func model(_ tasks: [String], plays: [String] = [], reviewed: String = "2026-11-10")
    -> SiteModel
  {
    Sample(
      """
      ---
      account: Northwind
      tier: 1
      owner: maya.chen
      reviewed: \(reviewed)
      ---
      ## Mutual action plan

      \(tasks.map { "- [ ] \($0)" }.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | By | Outcome |
      | --- | --- | --- | --- | --- |
      \(plays.map { "| \($0) |" }.joined(separator: "\n"))
      """, settings: "people: { maya.chen: { name: Maya Chen }, tom.fox: { name: Tom Fox } }"
    ).model
  }

  @Test func aWeekIsSevenDaysFromToday() throws {
    let weeks = OwnerWeek.all(
      model([
        "Late (@tom.fox, Ann, due 2026-11-19)", "Today (@tom.fox, Ann, due 2026-11-20)",
        "Last day (@tom.fox, Ann, due 2026-11-26)", "Beyond (@tom.fox, Ann, due 2026-11-27)",
      ]))
    let week = try #require(weeks.first)
    #expect(weeks.count == 1 && week.person == "tom.fox")
    #expect(week.late.map(\.text) == ["Late"])
    #expect(week.due.map(\.text) == ["Today", "Last day"])
    #expect(WeekTable.plate(week).source == "<span class=\"late\">1 task late</span>, 2 tasks due")
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
    #expect(week.first(on: model.today)?.text == "Review the plan")
    #expect(WeekTable.plate(week).source == "1 play, 1 review")
  }

  @Test func theTitleSaysWhoIsLate() {
    func title(_ model: SiteModel) -> String { WeekTable.title(OwnerWeek.all(model), model) }
    #expect(title(model([])) == "Nobody has anything due this week")
    #expect(
      title(model(["A (@tom.fox, Ann, due 2026-11-21)"]))
        == "One person has something due this week; nothing is late")
    #expect(
      title(model(["A (@tom.fox, Ann, due 2026-11-19)"]))
        == "One person has something due this week; Tom Fox is late with one task")
    #expect(
      title(model(["A (@tom.fox, @maya.chen, due 2026-11-19)", "B (@tom.fox, due 2026-11-18)"]))
        == "Two people have something due this week; two are late with tasks, Tom Fox with two")
    #expect(
      title(model([], reviewed: "2026-10-15"))
        == "One person has something due this week; one of their reviews is late")
  }
}
