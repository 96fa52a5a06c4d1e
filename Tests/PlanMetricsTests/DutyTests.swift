import PlanModel
import Testing

/// What of the action plan is still to be done.
struct DutyTests {
  private func duties(_ tasks: String, deals: String = "") throws -> [String] {
    let plan = try SmallAccount("## Mutual action plan\n\n\(tasks)\n\n\(deals)").plan
    return plan.openTasks.flatMap(\.duties).map(\.text.value)
  }

  @Test func aStepCountsWhenItSaysWhoOrWhenItself() throws {
    let tasks = """
      - [ ] Whole (@maya.chen, Ann Lee, due 2026-11-27)
        - [ ] Inherits
          - [ ] Own day (due 2026-11-25)
        - [ ] Own person (@tom.fox)
        - [x] Ticked (@tom.fox)
        - [ ] Done (@tom.fox, done 2026-11-13)
      - [x] Past (@maya.chen)
        - [ ] Of what is past (@tom.fox)
      """
    #expect(try duties(tasks) == ["Whole", "Own day", "Own person"])
  }

  @Test func whatBelongsToALostDealIsNotToBeDone() throws {
    let tasks = "### Old\n- [ ] A (@tom.fox)\n\n### New\n- [ ] B (@tom.fox)\n"
    let deals = "## Deals\n\n| Opportunity | Stage |\n|-|-|\n| Old | lost |\n| New | proposal |\n"
    #expect(try duties(tasks, deals: deals) == ["B"])
    #expect(try duties(tasks) == ["A", "B"])
  }

  @Test func promisesOfAllReviewsAreOpenUntilKept() throws {
    let plan = try SmallAccount(
      """
      ## Reviews

      - 2026-11-12: go
        - [ ] Savings (@tom.fox, due 2026-11-30)
      - 2026-10-13: wait
        - [x] Letter (@tom.fox, due 2026-10-20, done 2026-10-16)
        - [ ] Visit (@tom.fox, due 2026-10-20)
      """
    ).plan
    #expect(plan.openPromises.map(\.text.value) == ["Savings", "Visit"])
  }
}
