import PlanModel
import Testing

@testable import PlanSite

/// The mutual action plan on a time line, and what its title says.
@Suite struct ActionTimelineTests {
  private func facts(
    _ tasks: String, keys: String = "tier: 1\nstage: opportunity",
    deals: String = ""
  ) -> AccountFacts {
    let settings = "people:\n  maya: { name: Maya Chen, role: ae }\n"
    return Sample(
      """
      ---
      account: Northwind
      \(keys)
      ---
      ## Buying committee

      | Name | Role |
      | --- | --- |
      | Ann Lee | champion |

      ## Opportunities

      | Opportunity | Amount | Stage | Close |
      | --- | --- | --- | --- |
      | Plants | 860k | Proposal | 2027-01-29 |
      \(deals)

      ## Mutual action plan

      \(tasks)
      """, settings: settings
    ).facts
  }

  private func html(_ facts: AccountFacts) -> String {
    AccountSections(facts).actionPlan?.html.source ?? ""
  }

  private static let open = "- [ ] Sign (@maya, Ann Lee, due 2026-11-20)\n"
  private static let late = "- [ ] Count (@maya, Ann Lee, due 2026-11-19)\n"
  private static let done = "- [x] Try (@maya, Ann Lee, due 2026-11-10, done 2026-11-09)\n"

  @Test func lateIsRedAndNothingElseIs() {
    #expect(html(facts(Self.late)).contains("1 day late, due 19 Nov"))
    for task in [Self.open, Self.done] {
      let html = html(facts(task))
      #expect(
        !html.contains("class=\"fl\"") && !html.contains("class=\"l ")
          && !html.contains("1 day late") && !html.contains("class=\"late\""))
    }
  }

  @Test func whoIsMissingIsNobody() throws {
    let sheet = try #require(
      Labels(html(facts("- [ ] Sign (@maya, due 2026-12-20)\n- [ ] Go (Ann Lee, due 2026-12-20)")))
        .sheets.first)
    let nobody = sheet.labels.filter { $0.text == "nobody" }
    #expect(nobody.count == 2 && nobody[0].left > 1000 && nobody[1].left < 600)
  }

  @Test func milestonesAreGroupsAndStepsAreCounted() {
    let html = html(
      facts(
        """
        ### Prove
        \(Self.open)\
          - [x] Access drawn
          - [ ] Logs priced (due 2026-11-01)
        ### Sign
        \(Self.done)
        """))
    #expect(html.contains("Sign (1 of 2 steps done, 1 late)"))
    #expect(html.contains(">Prove</text>") && html.contains(">Sign</text>"))
    #expect(html.contains("– <a href=") && html.contains(">Logs priced</a>"))
    #expect(html.contains("19 days late"))
  }

  @Test func tasksOfALostDealAreNotDrawn() {
    let html = html(
      facts(
        "### Plants\n\(Self.open)\n### Gone\n\(Self.late)",
        deals: "| Gone | 40k | lost | 2026-11-18 |"))
    #expect(html.contains(">Sign</a>") && !html.contains(">Count</a>"))
    #expect(!html.contains("1 day late") && html.contains("0 of 1 task done"))
  }

  @Test func aDayBehindDoneIsATick() {
    let html = html(facts("- [ ] Try (@maya, Ann Lee, due 2026-11-10, done 2026-11-09)\n"))
    #expect(html.contains("1 of 1 task done") && html.contains("<td>done 9 Nov</td>"))
    #expect(!html.contains("days late"))
  }

  @Test func manyTasksAreCutTheOpenOnesLast() {
    let tasks =
      (0..<20).map { "- [x] Done\($0) (@maya, Ann Lee, done 2026-11-09)" }
      + (0..<20).map { "- [ ] Open\($0) (@maya, Ann Lee, due 2026-12-09)" }
    let html = html(facts(tasks.joined(separator: "\n")))
    let drawn = Labels(html).sheets[0].labels.map(\.text)
    #expect(drawn.count { $0.hasPrefix("Open") } == 20)
    #expect(drawn.count { $0.hasPrefix("Done") } == 4)
    #expect(html.contains("16 more are in the table"))
    for number in 0..<20 {
      #expect(html.contains(">Open\(number)</a>") && html.contains(">Done\(number)</a>"))
    }
  }

  @Test func tasksOfSeveralDealsNameTheirs() {
    let html = html(
      facts(
        "### Plants\n#### Prove\n\(Self.open)\n### Extension\n\(Self.late)",
        deals: "| Extension | 40k | Proposal | 2026-11-18 |"))
    #expect(html.contains("<td>Plants: Prove</td>") && html.contains("<td>Extension</td>"))
    #expect(html.contains("<p class=\"sub\">0 of 2 tasks done; Plants closes in 70 days</p>"))
  }

  @Test(arguments: [
    "- [ ] A (@maya, Ann Lee)", "- [x] A (@maya, Ann Lee)", "- [ ] A",
    "- [ ] A (@maya, Ann Lee, due 2031-01-01)", "- [ ] A (@maya, Ann Lee, due 2020-01-01)",
    "- [x] A (@maya, Ann Lee, done 2020-01-01)\n- [ ] B (@maya, Ann Lee, due 2026-11-21)",
  ])
  func daysFarAwayAndNoDayAreDrawn(_ task: String) {
    let sheets = Labels(html(facts(task))).sheets
    #expect(sheets.count == 2 && sheets.flatMap(\.faults) == [])
  }

  @Test func thePlanIsAskedForFromAnAmountOn() {
    #expect(html(facts("")).contains("<code>## Mutual action plan</code>"))
    #expect(AccountSections(facts("", keys: "tier: 3\nstage: opportunity")).actionPlan == nil)
    #expect(
      AccountSections(facts("", keys: "tier: 1\nstage: opportunity\nstatus: paused")).actionPlan
        == nil)
  }

  @Test func theNoteCountsAndLooksAhead() {
    #expect(
      html(facts(Self.done + Self.open)).contains(
        "<p class=\"sub\">1 of 2 tasks done; Plants closes in 70 days</p>"))
  }

  // MARK: Titles

  private func said(_ name: String, _ tasks: String) -> String? {
    ActionTitles.remarks.said(name, of: ActionState(facts(tasks)))
  }

  @Test func late() {
    #expect(said("late", Self.late) == "One task is late")
    #expect(said("late", Self.late + Self.late) == "Two tasks are late")
    #expect(said("late", Self.open + Self.done) == nil)
    #expect(
      said("late", Self.late + "- [ ] Go (@maya, due 2026-12-01)")
        == "One task is late, and one has nobody on their side")
    #expect(
      said("late", Self.late + "- [ ] Go (@maya, due 2026-12-01)\n- [ ] Go (due 2026-12-01)")
        == "One task is late, and two have nobody on their side")
    // A step with a day of its own is late by that; one that inherits its task's is not counted.
    #expect(said("late", Self.open + "  - [ ] Step (due 2026-11-01)") == "One task is late")
    #expect(said("late", Self.late + "  - [ ] Step (due 2026-11-01)") == "Two tasks are late")
    #expect(said("late", Self.late + "  - [ ] Step") == "One task is late")
    #expect(said("late", "- [ ] Told (due 2026-11-10, done 2026-11-09)\n") == nil)
  }

  @Test func withoutOneSide() {
    let ours = "- [ ] Go (@maya, due 2026-12-01)\n"
    #expect(said("nobody of theirs", ours) == nil)
    #expect(
      said("nobody of theirs", ours + ours) == "Nobody on their side has signed up to a task")
    #expect(said("nobody of theirs", ours + ours + Self.open) == nil)
    #expect(said("without theirs", ours) == "One task has nobody on their side")
    #expect(said("without theirs", ours + ours) == "Two tasks have nobody on their side")
    #expect(said("without theirs", Self.open) == nil)
    let theirs = "- [ ] Go (Ann Lee, due 2026-12-01)\n"
    #expect(said("without ours", theirs) == "One task has nobody of ours")
    #expect(said("without ours", theirs + theirs) == "Two tasks have nobody of ours")
    #expect(said("without ours", Self.open + "- [x] Done (Ann Lee, due 2026-12-01)") == nil)
  }

  @Test func afterTheClose() {
    let last = "- [ ] Go (@maya, Ann Lee, due 2027-01-29)\n"
    let after = "- [ ] Go (@maya, Ann Lee, due 2027-01-30)\n"
    #expect(said("after the close", last) == nil)
    #expect(said("after the close", after) == "One task is due after the deal closes")
    #expect(said("after the close", after + after) == "Two tasks are due after the deal closes")
  }

  @Test func withoutADay() {
    let undated = "- [ ] Go (@maya, Ann Lee)\n"
    #expect(said("without a day", undated) == "One task has no day")
    #expect(said("without a day", undated + undated) == "Two tasks have no day")
    #expect(said("without a day", Self.open + "- [x] Go (@maya, Ann Lee)") == nil)
  }

  @Test func doneAndOnTime() {
    #expect(said("done", Self.done) == "The one task is done")
    #expect(said("done", Self.done + Self.done) == "Both tasks are done")
    #expect(said("done", Self.done + Self.done + Self.done) == "All three tasks are done")
    #expect(said("done", Self.done + Self.open) == nil)
    #expect(
      said("on time", Self.done + Self.open) == "Nothing is late; the next task is due on 20 Nov")
    #expect(said("on time", Self.late + Self.open) == nil)
    #expect(said("on time", Self.done) == nil)
  }
}
