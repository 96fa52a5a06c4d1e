import PlanModel
import PlanSource
import Testing

/// The mutual action plan and the reviews: tasks with who and when.
struct TaskTests {
  private func tasks(_ list: String, body: String = committee) -> (SmallPlan, [ActionTask]) {
    let small = SmallPlan(body: body + "## Mutual action plan\n\n" + list)
    return (small, small.plan?.actionPlan?.items ?? [])
  }

  @Test func readsWhoAndWhenInAnyOrder() {
    let (small, tasks) = tasks(
      """
      - [x] Security review passed (@maya.chen, Ann Lee, due 2026-10-15, done 2026-10-12)
      - [ ] Board approves (due 2026-12-10, Raj Iyer, ann lee, @tom.fox, @maya.chen)
      """)
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == ["Security review passed", "Board approves"])
    #expect(tasks.map(\.isDone) == [true, false])
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"], ["tom.fox", "maya.chen"]])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Ann Lee"], ["Raj Iyer", "Ann Lee"]])
    #expect(tasks.map { $0.due?.value.description } == ["2026-10-15", "2026-12-10"])
    #expect(tasks.map { $0.done?.value.description } == ["2026-10-12", nil])
    #expect(small.written(tasks[1].contacts[1]) == "ann lee")
    #expect(small.written(tasks[1].people[0]) == "tom.fox")
    #expect(small.written(tasks[0].done) == "2026-10-12")
    #expect(small.written(tasks[0].text) == "Security review passed")
  }

  @Test(arguments: [
    "Read it (see appendix)", "Read it (Ann Lee)", "Read it", "Read (due) it",
    "Do (a) then b (overdue)",
  ])
  func otherParenthesesAreText(_ text: String) {
    let (small, tasks) = tasks("- [ ] \(text)\n")
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == [text])
    #expect(tasks.map(\.people.isEmpty) == [true])
  }

  @Test func theLastParenthesisCounts() {
    let (small, tasks) = tasks("- [ ] Review (the second) of it (@maya.chen, due 2026-12-10)\n")
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == ["Review (the second) of it"])
  }

  @Test(arguments: [
    ("@maya.chen, Ann Lee, due ↓12/10/2026", "invalid-value"),
    ("@maya.chen, ↓Nobody Known, due 2026-12-10", "unknown-contact"),
    ("@maya.chen, done ↓soon", "invalid-value"),
  ])
  func reportsWhatItCannotRead(_ details: String, _ rule: String) {
    let (small, tasks) = tasks("- [ ] Board approves (\(details))\n")
    #expect(small.rules == [rule])
    #expect(small.places == small.marks)
    #expect(tasks.count == 1)
  }

  @Test func unknownPeopleOfOurs() {
    let small = SmallPlan(
      body: "## MAP\n\n- [ ] Approve (@↓zoe, due 2026-12-10)\n",
      settings: "people: { maya.chen: { name: Maya Chen } }\n")
    #expect(small.rules == ["unknown-person"])
    #expect(small.places == small.marks)
  }

  @Test func stepsInheritWhoAndWhen() throws {
    let (small, tasks) = tasks(
      """
      - [ ] Legal agrees (@maya.chen, Ann Lee, due 2026-12-10)
        - [x] Draft sent (@tom.fox)
        - [ ] Draft read (Raj Iyer, due 2026-12-01)
          - [ ] Twice
        - a remark
      """)
    #expect(small.rules == [])
    #expect(tasks.count == 1)
    let steps = tasks[0].steps
    #expect(steps.map { $0.people.map(\.value) } == [["tom.fox"], ["maya.chen"]])
    #expect(steps.map { $0.contacts.map(\.value) } == [["Ann Lee"], ["Raj Iyer"]])
    #expect(steps.map { $0.due?.value.description } == ["2026-12-10", "2026-12-01"])
    #expect(steps[1].steps.map { $0.due?.value.description } == ["2026-12-01"])
    #expect(steps[1].steps.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
  }

  @Test func headingsAreMilestones() {
    let (_, tasks) = tasks("- [ ] a\n\n### Pilot\n\n- [ ] b\n\n#### Week 1\n\n- [ ] c\n")
    #expect(tasks.map { $0.milestone?.value } == [nil, "Pilot", "Week 1"])
    #expect(tasks.allSatisfy { $0.opportunity == nil })
  }

  @Test func withSeveralDealsTheirHeadingsAreDeals() {
    let deals = """
      ## Deals

      | Opportunity | Stage |
      | --- | --- |
      | Big deal | proposal |
      | Small | proposal |


      """
    let (_, tasks) = tasks(
      "### BIG  deal\n\n- [ ] a\n\n#### Pilot\n\n- [ ] b\n\n### Other\n\n- [ ] c\n", body: deals)
    #expect(tasks.map { $0.opportunity?.value } == ["BIG  deal", "BIG  deal", nil])
    #expect(tasks.map { $0.milestone?.value } == [nil, "Pilot", "Other"])
  }

  @Test func aListWithoutBoxesIsNoPlan() {
    let (small, tasks) = tasks("- call them\n- [] and them\n")
    #expect(small.rules == ["missing-table"])
    #expect(tasks.isEmpty)
  }

  @Test func reviewsBeginWithADayAndPromiseTasks() throws {
    let small = SmallPlan(
      body: committee + """
        ## QBRs

        - 2026-11-02: stay on course
          - [ ] Call the board (@maya.chen, Ann Lee, due 2026-12-01)
        - 2026-08-02 – widen
        - 2026-05-02, nothing
        - ↓Last spring: everything
        - 2026-02-02
        """)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    let reviews = try #require(small.plan?.reviews?.items)
    #expect(
      reviews.map(\.day.value.description)
        == ["2026-11-02", "2026-08-02", "2026-05-02", "2026-02-02"])
    #expect(reviews.map(\.decided.value) == ["stay on course", "widen", "nothing", ""])
    #expect(reviews[0].promises.map(\.text.value) == ["Call the board"])
    #expect(small.written(reviews[0].day) == "2026-11-02")
    #expect(small.written(reviews[0].decided) == "stay on course")
  }
}
