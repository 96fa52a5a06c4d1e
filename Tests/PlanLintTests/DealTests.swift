import PlanLint
import PlanModel
import PlanSource
import Testing

/// What the rules about deals and their action plans say, beyond their examples.
struct DealTests {
  private let front = "---\naccount: Northwind\ntier: 3\n---\n"

  @Test(arguments: [("2026-11-06", Level.warning), ("2026-11-05", .error)])
  func warnsOfALateTaskDuringTheGraceAndBlocksAfterIt(_ due: String, _ level: Level) {
    let plan = front + "## Mutual action plan\n\n- [ ] Sign (@maya.chen, due \(due))\n"
    #expect(SmallProgram(plan).levels(of: "map/overdue") == [level])
  }

  @Test(arguments: [("2026-11-06", Level.warning), ("2026-11-05", .error)])
  func warnsOfALateCloseDuringTheGraceAndBlocksAfterIt(_ close: String, _ level: Level) {
    let plan =
      front + "## Opportunities\n\n| Opportunity | Stage | Close |\n| --- | --- | --- |\n"
      + "| Core rollout | Proposal | \(close) |\n"
    #expect(SmallProgram(plan).levels(of: "opportunity/close-date-passed") == [level])
  }

  /// Ten days of a hundred are the share of identified pain; past it means one more.
  @Test(arguments: [("2026-11-10", 0), ("2026-11-09", 1)])
  func asksForAnElementPastItsShareOfTheWay(_ created: String, _ count: Int) throws {
    let close = try #require(Day(created)) + 100
    let plan =
      front + "## Opportunities\n\n| Opportunity | Stage | Created | Close |\n"
      + "| --- | --- | --- | --- |\n| Core rollout | Proposal | \(created) | \(close) |\n"
    #expect(SmallProgram(plan).findings(of: "opportunity/meddpicc-gap").count == count)
  }

  /// A task that cannot be read might be the one of theirs.
  @Test func withholdsAOneSidedPlanWhileATaskCannotBeRead() {
    let plan =
      front + "## Buying committee\n\n| Name | Role |\n| --- | --- |\n| Ann Lee | legal |\n\n"
      + "## Mutual action plan\n\n- [ ] Sign (@maya.chen, Bob Ray, due 2026-12-10)\n"
    let findings = SmallProgram(plan).findings
    #expect(findings.contains { $0.rule == "structure/unknown-contact" })
    #expect(!findings.contains { $0.rule == "map/one-sided" })
  }

  /// Two deals share the committee: that is one mistake.
  @Test func saysThinCoverageOnceAPlan() {
    let plan =
      front + "## Buying committee\n\n| Name | Role |\n| --- | --- |\n| Ann Lee | legal |\n\n"
      + "## Opportunities\n\n| Opportunity | Stage |\n| --- | --- |\n| Core rollout | Proposal |\n"
      + "| Core support | Proposal |\n"
    let settings = "rules: { committee/too-few-engaged: off }\n"
    #expect(
      SmallProgram(plan, settings: settings).findings(of: "opportunity/thin-coverage")
        .map(\.message) == [
          "`Core rollout` and 1 other deal are open, and 0 contacts are engaged; tier 3 asks for 1 "
            + "while a deal is open"
        ])
    #expect(SmallProgram(plan).findings(of: "opportunity/thin-coverage").isEmpty)
  }

  /// A step without a day has its parent's, at the same place: that is one finding, and a day of its own another.
  @Test func countsADayOnceThatAStepInherits() {
    let plan =
      front + "## Mutual action plan\n\n- [ ] Sign (@maya.chen, due 2026-11-19)\n"
      + "  - [ ] Price the offer\n  - [ ] Write the offer (due 2026-11-18)\n"
    #expect(
      SmallProgram(plan).findings(of: "map/overdue").map(\.key)
        == ["sign", "sign / write the offer"])
  }
}
