import PlanModel
import PlanSource
import Testing

/// What the settings mean for plans.
struct ProgramTests {
  @Test func levelsComeFromTheCatalogueThenRulesThenTheLastOverride() {
    var program = Program()
    #expect(program.level(of: "a/b", standard: .info, in: "plans/x.md") == .info)
    program.levels = ["a/b": .warning]
    #expect(program.level(of: "a/b", standard: .info, in: "plans/x.md") == .warning)
    program.overrides = [
      Program.Override(plans: Glob("plans/**"), levels: ["a/b": .error]),
      Program.Override(plans: Glob("plans/x.md"), levels: ["a/b": .off]),
      Program.Override(plans: Glob("plans/x.md"), levels: ["a/c": .error]),
    ]
    #expect(program.level(of: "a/b", standard: .info, in: "plans/x.md") == .off)
    #expect(program.level(of: "a/b", standard: .info, in: "plans/y.md") == .error)
    #expect(program.level(of: "a/b", standard: .info, in: "planc.yml") == .warning)
  }

  @Test func aSettingsPlaceIsTheNearestThatIsWritten() {
    var program = Program()
    program.places = ["tiers": Span(1, 2), "tiers.1.name": Span(3, 4)]
    #expect(program.place(of: "tiers.1.name") == Span(3, 4))
    #expect(program.place(of: "tiers.1.maximum-accounts") == Span(1, 2))
    #expect(program.place(of: "rules.x") == nil)
  }

  @Test func findsTheOnePersonOfAName() {
    var program = Program()
    func person(_ id: String, _ name: String) -> Program.Person {
      Program.Person(id: id, name: name, job: nil, team: nil, email: nil)
    }
    program.people = [
      "a": person("a", "Maya Chen"), "b": person("b", "Tom Fox"), "c": person("c", "tom fox"),
    ]
    #expect(program.person(named: "maya chen") == "a")
    #expect(program.person(named: "Tom Fox") == nil)
    #expect(program.personIDs == ["a", "b", "c"])
    #expect(program.name(of: "a") == "Maya Chen")
    #expect(program.name(of: "zoe") == "zoe")
  }

  @Test(arguments: [
    (1, "2026-11-20", 2026, "2026-01-01", "2027-01-01"),
    (2, "2026-11-20", 2027, "2026-02-01", "2027-02-01"),
    (2, "2027-01-31", 2027, "2026-02-01", "2027-02-01"),
    (12, "2026-12-01", 2027, "2026-12-01", "2027-12-01"),
  ])
  func namesTheFiscalYear(
    _ start: Int, _ day: String, _ name: Int, _ first: String, _ next: String
  ) throws {
    var program = Program()
    program.fiscalYearStart = start
    let year = program.fiscalYear(of: try #require(Day(day)))
    #expect(year.name == name)
    #expect(year.first.description == first)
    #expect(year.next.description == next)
  }

  @Test func theTitleHasThreeSources() {
    var program = Program()
    #expect(program.title == "Account plans")
    program.name = "Field program"
    #expect(program.title == "Field program")
    program.site.title = "Plans"
    #expect(program.title == "Plans")
  }

  @Test func aPortfolioIsInTheOrderOfPaths() {
    func plan(_ path: String, _ id: String) -> Plan {
      Plan(
        id: id, path: path, opening: Span(0, 0), account: Located(id, at: Span(0, 0)),
        tier: Located(.one, at: Span(0, 0)))
    }
    let portfolio = Portfolio(
      program: Program(), plans: [plan("b/x.md", "x"), plan("a/x.md", "x"), plan("c.md", "c")])
    #expect(portfolio.plans.map(\.path) == ["a/x.md", "b/x.md", "c.md"])
    #expect(portfolio.plan(id: "x")?.path == "a/x.md")
    #expect(portfolio.plan(id: "y") == nil)
  }
}

/// When a value that could not be read may explain another finding.
struct TopicTests {
  @Test func keysTouchWhatIsInThem() {
    #expect(Topic.key("pod").touches(.key("pod.sdr")))
    #expect(Topic.key("pod.sdr").touches(.key("pod")))
    #expect(Topic.key("owner").touches(.key("owner")))
    #expect(!Topic.key("pod.sdr").touches(.key("pod.marketing")))
    #expect(!Topic.key("pod").touches(.key("podium")))
  }

  @Test func sectionsTouchTheirColumns() {
    let role = Topic.column(.committee, "Role")
    #expect(Topic.section(.committee).touches(role))
    #expect(role.touches(.section(.committee)))
    #expect(role.touches(role))
    #expect(!role.touches(.column(.committee, "Name")))
    #expect(!Topic.section(.plays).touches(role))
    #expect(!Topic.section(.plays).touches(.key("plays")))
  }
}
