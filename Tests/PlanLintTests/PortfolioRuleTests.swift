import PlanLint
import PlanModel
import PlanSource
import Testing

/// What the rules that see all plans say, beyond their examples.
struct PortfolioRuleTests {
  @Test func namesEachPairOfPlansOnce() {
    let plan = "---\naccount: Northwind\ntier: 3\ndomain: northwind.example\ncrm-id: N1\n---\n"
    let other = plan.replacing("N1", with: "N2").replacing(
      "account: Northwind", with: "account: North")
    let program = SmallProgram([
      ("plans/a.md", plan), ("plans/b.md", plan), ("plans/c.md", other), ("plans/x/a.md", other),
    ])
    #expect(
      program.findings(of: "structure/duplicate-account").map { "\($0.path): \($0.message)" } == [
        "plans/b.md: plans/a.md has the domain `northwind.example` already",
        "plans/c.md: plans/a.md has the domain `northwind.example` already",
        "plans/x/a.md: plans/a.md has the id `a` already",
        "plans/x/a.md: plans/c.md has the CRM id `N2` already",
      ])
  }

  @Test func pointsAtTheFirstOfTwoAccounts() throws {
    let program = SmallProgram([
      ("plans/a.md", "---\ntier: 3\naccount: North  Wind\n---\n"),
      ("plans/b.md", "---\naccount: north wind\ntier: 3\n---\n"),
    ])
    let finding = try #require(program.findings(of: "structure/duplicate-account").first)
    #expect(finding.notes.first?.place == Place(path: "plans/a.md", span: Span(21, 32)))
  }

  @Test func pointsAtTheSettingsFileWhereTheSettingIsNotWritten() throws {
    let plans = (0..<11).map {
      ("plans/p\($0).md", "---\naccount: P\($0)\ntier: 1\nowner: maya.chen\n---\n")
    }
    let finding = try #require(
      SmallProgram(plans).findings(of: "list/owner-overloaded").first)
    #expect(finding.path == "planc.yml")
    #expect(finding.span == nil)
    #expect(finding.message == "maya.chen owns 11 accounts of tier 1; one person may own 10")
  }
}
