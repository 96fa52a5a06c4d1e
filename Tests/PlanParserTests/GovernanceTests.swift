import PlanModel
import PlanSource
import Testing

/// What `planc.yml` says of the program itself, and of what its site shows to whom.
struct GovernanceTests {
  private static let people = "people: { vera.holm: { name: Vera Holm } }\n"

  @Test func readsWhoStandsBehindTheProgramAndWhatItIsToBring() {
    let (program, findings) = SettingsTests.read(
      Self.people + """
        currency: EUR
        currencies: { USD: 0.5 }
        program-sponsors: [vera.holm]
        goals: { pipeline: $12M, revenue: 4M, fiscal-year: 2027 }
        definitions:
          sales-ready: engaged, with a champion and a sourced opportunity
          engaged: a contact who answered in the window
        cadence: { pod: weekly, pipeline: Monthly, program: fortnightly }
        """)
    #expect(findings.map(\.message) == [])
    #expect(program.sponsors == ["vera.holm"])
    #expect(program.goals?.pipeline == .thousands(6000))
    #expect(program.goals?.revenue == .thousands(4000))
    #expect(program.goals?.fiscalYear == 2027)
    #expect(program.definitions.map(\.word) == ["sales-ready", "engaged"])
    #expect(
      program.definitions.first?.text == "engaged, with a champion and a sourced opportunity")
    #expect(program.cadence.map(\.meeting) == ["pod", "pipeline", "program"])
    #expect(program.cadence.map(\.rhythm) == [.weekly, .monthly, .biweekly])
  }

  @Test func nothingOfItMustBeThere() {
    let (program, findings) = SettingsTests.read(
      "goals: { revenue: 1k }\ndefinitions:\ncadence:\nprogram-sponsors: anybody\n")
    #expect(findings.map(\.message) == [])
    #expect(program.goals?.pipeline == nil && program.goals?.fiscalYear == nil)
    #expect(program.goals?.revenue == .thousands(1))
    #expect(program.definitions.isEmpty && program.cadence.isEmpty)
    #expect(program.sponsors == ["anybody"])
    #expect(SettingsTests.read("").program.goals == nil)
  }

  @Test func readsASite() throws {
    let (program, findings) = SettingsTests.read(
      """
      site:
        repository: https://git.example.com/us/plans.git/
        logo: images/our-logo.SVG
        editions:
          customer:
            sections: [Mutual action plan, objectives, brief]
            columns: { objectives: [Target, by, measure], Brief: [point of view] }
            fields: [account, links]
          board-2: { fields: [account] }
      """)
    #expect(findings.map(\.message) == [])
    #expect(program.site.repository == "https://git.example.com/us/plans")
    #expect(program.site.logo == "images/our-logo.SVG")
    #expect(program.site.editions.map(\.name) == ["customer", "board-2"])
    let customer = try #require(program.site.editions.first)
    #expect(customer.parts.map(\.kind) == [.actionPlan, .objectives, .brief])
    #expect(customer.parts[0].columns == ["Milestone", "Task", "Done", "Due"])
    #expect(customer.parts[1].columns == ["Objective", "Target", "By", "Measure"])
    #expect(customer.parts[2].columns == ["Point of view"])
    #expect(customer.fields == [.account, .links])
    #expect(program.site.editions[1].parts.isEmpty)
  }

  /// Each mistake is one error, at its place, with what to write instead.
  @Test(arguments: [
    ("program-sponsors: [↓vera.hom]", "unknown-person", "write `vera.holm`"),
    ("program-sponsors: [↓Vera Holm]", "unknown-person", "write `vera.holm`"),
    ("program-sponsors: [vera.holm, ↓vera.holm]", "duplicate-key", "delete one"),
    ("program-sponsors: ↓{ a: b }", "invalid-value", "write one value"),
    ("goals: ↓12M", "invalid-value", "write `goals: {"),
    ("goals: ↓{ fiscal-year: 2027 }", "invalid-value", "write at least one of `pipeline`"),
    ("goals: { pipeline: ↓0 }", "invalid-value", "write an amount above zero"),
    ("goals: { pipeline: ↓-1M }", "invalid-value", "write it as"),
    ("goals: { revenue: ↓much }", "invalid-value", "write it as"),
    ("goals: { revenue: ↓4M CHF }", "invalid-value", "add the rate"),
    ("goals: { revenue: ↓4,000,000 }", "invalid-value", "quote it"),
    ("goals: { revenue: 4M, fiscal-year: ↓FY27 }", "invalid-value", "write a whole number"),
    ("goals: { ↓pipline: 4M, revenue: 4M }", "unknown-key", "write `pipeline`"),
    ("definitions: ↓[engaged]", "invalid-value", "write `definitions: {"),
    ("definitions: { ↓engaged: }", "invalid-value", "write what it means"),
    ("definitions: { a: engaged, ↓with a champion }", "invalid-value", "write what it means"),
    ("definitions: { a: ↓[engaged] }", "invalid-value", "write one value"),
    ("cadence: ↓weekly", "invalid-value", "write `cadence: {"),
    ("cadence: { pod: ↓weekely }", "invalid-value", "write `weekly`"),
    ("cadence: { pod: ↓often }", "invalid-value", "write one of daily, weekly"),
    ("cadence: { ↓pod: }", "invalid-value", "write one behind the colon: daily"),
  ])
  func aMistakeOfTheProgramIsAnError(_ text: String, _ rule: String, _ help: String) {
    expectOne(Self.people + text, rule, help)
  }

  @Test(arguments: [
    ("repository: ↓git@github.com:us/plans", "invalid-value", "write the repository's page"),
    ("repository: ↓https:///plans", "invalid-value", "write the repository's page"),
    ("repository: ↓\"https://x/\\\"a\"", "invalid-value", "write the repository's page"),
    ("repository: ↓https://me:pass@host.example/a", "invalid-value", "leave out what stands"),
    ("repository: ↓https://me@host.example/a", "invalid-value", "leave out what stands"),
    ("repository: ↓https://host.example/a?b=1", "invalid-value", "leave out what begins"),
    ("logo: ↓../logo.svg", "invalid-value", "write it from the folder"),
    ("logo: ↓/logo.svg", "invalid-value", "write it from the folder"),
    ("logo: ↓https://x.example/logo.svg", "invalid-value", "write it from the folder"),
    ("logo: ↓images/logo.gif", "invalid-value", "name a file that ends"),
    ("logo: ↓svg", "invalid-value", "name a file that ends"),
    ("↓repo: https://github.com/us/plans", "unknown-key", "known here"),
  ])
  func aMistakeOfTheSiteIsAnError(_ setting: String, _ rule: String, _ help: String) {
    expectOne("site:\n  \(setting)", rule, help)
  }

  @Test(arguments: [
    ("↓[a]", "invalid-value", "write `customer:"),
    ("{ ↓Customer: { sections: [objectives] } }", "invalid-value", "write lower-case letters"),
    ("{ customer: ↓objectives }", "invalid-value", "write `key: value` lines"),
    ("{ ↓customer: { sections: [] } }", "missing-key", "add a line `sections:"),
    ("{ customer: { ↓section: [objectives] } }", "unknown-key", "write `sections`"),
    ("{ customer: { sections: [↓objectivs] } }", "invalid-value", "write `objectives`"),
    ("{ customer: { sections: [↓meetings] } }", "invalid-value", "write one of brief"),
    ("{ customer: { sections: [objectives, ↓goals] } }", "duplicate-key", "delete one"),
    ("{ customer: { sections: [↓brief] } }", "invalid-value", "write `columns: { brief: [prio"),
    (
      "{ customer: { sections: [↓whitespace] } }", "invalid-value", "delete it; an edition may show"
    ),
    ("{ customer: { sections: [↓meddpicc] } }", "invalid-value", "delete it"),
    ("{ c: { sections: [risks], columns: ↓[risk] } }", "invalid-value", "write `columns: {"),
    (
      "{ c: { sections: [risks], columns: { ↓plays: [contact] } } }", "invalid-value", "add `plays`"
    ),
    ("{ c: { sections: [risks], columns: { ↓deals: [amount] } } }", "invalid-value", "delete it"),
    ("{ c: { sections: [risks], columns: { risks: [↓severty] } } }", "invalid-value", "write `sev"),
    ("{ c: { sections: [risks], columns: { risks: [↓colour] } } }", "invalid-value", "an edition"),
    ("{ c: { sections: [risks], columns: { risks: [↓owner] } } }", "invalid-value", "delete it"),
    ("{ c: { sections: [plays], columns: { plays: [↓By] } } }", "invalid-value", "delete it"),
    ("{ c: { sections: [risks], fields: [↓acount] } }", "invalid-value", "write `account`"),
    ("{ c: { sections: [risks], fields: [↓owner] } }", "invalid-value", "delete it"),
    ("{ c: { sections: [risks], fields: [↓x-own] } }", "invalid-value", "delete it"),
  ])
  func aMistakeOfAnEditionIsAnError(_ editions: String, _ rule: String, _ help: String) {
    expectOne("site:\n  editions: \(editions)", rule, help)
  }

  /// An edition cannot be talked into what says how we see an account, whom we send, or what we score.
  @Test(arguments: [
    "stance", "Influence", "authority", "role", "objection", "Cares about", "owner",
  ])
  func whatIsOursAloneIsRefusedWithItsReason(_ column: String) {
    let (program, findings) = SettingsTests.read(
      "site: { editions: { c: { sections: [buying-committee], columns: { contacts: [\(column)] } } } }"
    )
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("is not for readers outside: it ") == true)
    #expect(program.site.editions.first?.parts.first?.columns == ["Name"])
  }

  /// What the format has and an edition may not show is refused with a reason: nothing is merely unknown.
  @Test(arguments: SectionKind.allCases)
  func everyColumnIsShownOrRefused(_ kind: SectionKind) {
    let (always, named) = Edition.columns(of: kind)
    #expect((always + named).isEmpty == (Edition.refusal(of: kind) != nil))
    for column in kind.columns where Edition.refusal(of: kind) == nil {
      let isShown = (always + named).contains(column.name)
      #expect(isShown == (Edition.refusal(of: column.name, in: kind) == nil))
    }
  }

  @Test func aSectionTwiceIsNamedOnce() {
    let (_, findings) = SettingsTests.read(
      "site: { editions: { c: { sections: [objectives, goals] } } }")
    #expect(
      findings.map(\.message) == [
        "`goals` stands in `site.editions.c.sections` a second time; the first counts"
      ])
  }

  private func expectOne(_ text: String, _ rule: String, _ help: String) {
    let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
    let (_, findings) = SettingsTests.read(parts.joined() + "\n")
    #expect(findings.map(\.rule) == ["structure/" + rule], "\(findings.map(\.message))")
    #expect(findings.map { $0.span?.start } == [parts[0].utf8.count])
    #expect(findings.first?.help.contains(help) == true, "\(findings.map(\.help))")
  }
}
