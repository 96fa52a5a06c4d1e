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

  @Test func whatIsLateIsOpenAndPastItsDayAtAnyDepth() throws {
    let tasks = """
      - [ ] Today (@maya.chen, due 2026-11-20)
        - [ ] One
          - [ ] Two
            - [ ] Three
              - [ ] Four (due 2026-11-19)
      - [ ] Older (@maya.chen, due 2026-11-01)
        - [ ] Inherits
        - [ ] Own person (@tom.fox)
      - [ ] Told (@maya.chen, due 2026-11-01, done 2026-11-09)
      - [x] Ticked (@maya.chen, due 2026-11-01)
      """
    let plan = try SmallAccount("## Mutual action plan\n\n\(tasks)\n").plan
    #expect(
      plan.lateTasks(on: SmallAccount.today).map(\.text.value) == ["Older", "Own person", "Four"])
    #expect(plan.runningTasks.count == 4 && plan.openTasks.count == 2)
  }

  @Test(arguments: [
    ("2026-11-19", "", false), ("2026-11-20", "", true), ("2026-11-20", "no reply", false),
    ("2026-11-20", "good", false), ("2026-11-21", "", true), ("2026-11-21", "booked", true),
  ])
  func aPlayIsPlannedUntilItsDayHasAnOutcome(
    _ day: String, _ outcome: String, _ isPlanned: Bool
  ) throws {
    let play = "\(day) | Mail | email | Ann Lee | \(outcome) | a"
    let account = try SmallAccount(ann: "", plays: [play])
    #expect(account.plan.plays?.items.first?.isPlanned(on: SmallAccount.today) == isPlanned)
    // Of today it is among the touches all the same.
    let touch = account.measures.touches.first
    #expect(touch?.isPlanned == (day > "2026-11-20" ? nil : isPlanned))
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
