import Foundation
import PlanModel
import PlanParser
import PlanSource
import Testing
import Theme

@testable import PlanSite

/// What is handed to readers outside: what the edition names, and not a byte of anything else.
struct EditionTests {
  private static let first = CanaryProgram("Zax", year: 2031)
  private static let second = CanaryProgram("Qov", year: 2033)
  private static let folder = "plans/zaxfolder/zax-account.md"

  /// Two accounts with the settings of the first.
  private static func sample() -> Sample {
    Sample(
      [(folder, first.plan), ("plans/qovfolder/qov-account.md", second.plan)],
      settings: first.settings)
  }

  private static func files(_ name: String, of sample: Sample) throws -> [String: [UInt8]] {
    let edition = try #require(
      sample.model.program.site.editions.first { $0.name == name }, "no edition \(name)")
    let site = try Site(sample.input, edition: edition, theme: Theme.files)
    return Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, $0.render()) })
  }

  /// Places that each edition of the canary program names.
  private static let named: [String: Set<String>] = [
    "all": [
      "field.account", "field.domain", "field.segment", "field.reviewed", "field.links.name",
      "field.links.url", "field.tags", "brief.priorities", "brief.pain-points",
      "brief.current-solutions", "brief.point-of-view", "objectives.objective",
      "objectives.measure", "objectives.target", "objectives.current", "objectives.by",
      "committee.name", "committee.title", "committee.function", "map.milestone", "map.task",
      "map.due", "plays.date", "plays.play", "risks.risk", "risks.mitigation",
    ],
    "some": [
      "objectives.objective", "objectives.target", "map.milestone", "map.task", "map.due",
    ],
    "fewer": ["field.account", "brief.pain-points", "plays.date", "plays.play"],
  ]

  /// A text as it may be read out of bytes: as it stands, with entities and with percents undone, in one case.
  private static func readings(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var plain = text
    for (entity, sign) in [
      ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] {
      plain = plain.replacing(entity, with: sign)
    }
    return [text, plain, plain.removingPercentEncoding ?? plain].map { $0.lowercased() }
  }

  private static func all(_ files: [String: [UInt8]]) -> [(path: String, readings: [String])] {
    files.sorted { $0.key < $1.key }.filter { !$0.key.hasSuffix("style.css") }
      .map { path, bytes in (path, readings(Array(path.utf8)) + readings(bytes)) }
  }

  @Test func theProgramOfCanariesIsRead() throws {
    for program in [Self.first, Self.second] {
      let (_, findings) = SettingsReader.read(
        SourceFile(path: Program.path, bytes: Array(program.settings.utf8)), rules: [])
      #expect(findings.map(\.message) == [])
      let plan = try #require(
        PlanReader.read(
          SourceFile(path: "plans/a.md", bytes: Array(program.plan.utf8)), in: Program()
        ).plan)
      #expect(plan.contacts.count == 3 && plan.objectives?.items.count == 1)
      #expect(plan.actionPlan?.items.count == 3 && plan.actionPlan?.items.first?.steps.count == 1)
      #expect(plan.brief?.parts.count == 4 && plan.plays?.items.count == 2)
      #expect(plan.risks?.items.count == 1 && plan.reviews?.items.count == 1)
      #expect(plan.objectives?.items.first?.by != nil && plan.objectives?.items.first?.owner != nil)
    }
    #expect(Self.first.canaries.count > 120)
    #expect(Set(Self.first.canaries.map(\.place)).isSuperset(of: Self.named["all"] ?? []))
  }

  /// Every canary of the program is in the pages if the edition names it, else in no byte of them.
  @Test(arguments: ["all", "some", "fewer"])
  func whatIsNotNamedIsNotThere(_ name: String) throws {
    let files = try Self.files(name, of: Self.sample())
    let named = try #require(Self.named[name])
    let everything = Self.all(files)
    let own = try #require(everything.first { $0.path == "zax-account/index.html" }).readings
    for canary in Self.first.canaries {
      if named.contains(canary.place) {
        let isThere = canary.forms.contains { form in own[4].contains(form.lowercased()) }
        #expect(isThere, "\(name): \(canary.place) \(canary.forms[0]) is named and not there")
        continue
      }
      for form in canary.forms {
        let found = everything.filter { $0.readings.contains { $0.contains(form.lowercased()) } }
        #expect(found.isEmpty, "\(name): \(canary.place) \(form) in \(found.map(\.path))")
      }
    }
  }

  /// A folder is handed out by itself: nothing in it is about another account, and nothing above it tells of any.
  @Test(arguments: ["all", "some", "fewer"])
  func aFolderHoldsOneAccount(_ name: String) throws {
    let files = try Self.files(name, of: Self.sample())
    #expect(
      Set(files.keys)
        == Set(
          ["zax-account", "qov-account"].flatMap { folder in
            ["index.html", "style.css", "favicon.svg"].map { "\(folder)/\($0)" }
          }))
    for (folder, other) in [("zax-account", Self.second), ("qov-account", Self.first)] {
      for (path, readings) in Self.all(files) where path.hasPrefix(folder + "/") {
        for form in other.canaries.flatMap(\.forms) where form.hasPrefix(other.prefix) {
          #expect(!readings.contains { $0.contains(form.lowercased()) }, "\(form) in \(path)")
        }
        #expect(!readings.dropFirst(3).contains { $0.contains("zax-account") })
      }
    }
  }

  /// What the theme brings is the same for all, and the page asks for nothing outside its folder.
  @Test func aFolderStandsByItself() throws {
    let files = try Self.files("all", of: Self.sample())
    #expect(files["zax-account/style.css"] == Theme.files["style.css"])
    let page = String(decoding: try #require(files["zax-account/index.html"]), as: UTF8.self)
    #expect(
      page.matches(of: /(?:href|src)="(?!https:\/\/)([^"]*)"/).map { String($0.1) } == [
        "favicon.svg", "style.css", "#main",
      ])
    #expect(!page.contains("<script") && !page.contains("planc"))
  }

  // MARK: Names in texts

  private static let people = """
    people:
      maya.chen: { name: Maya Chen, role: ae, email: maya@us.example }
      li.ming: { name: 李明, role: sdr }
    site: { editions: { c: { sections: [risks], fields: [account] } } }
    """

  /// What the page makes of a risk of Northwind, whose contact is Ann Lee; Tailwind and Target are other accounts.
  private static func said(_ risk: String) throws -> String {
    func plan(_ name: String, _ rest: String = "") -> String {
      "---\naccount: \(name)\ntier: 2\n---\n" + rest
    }
    let sample = Sample(
      [
        (
          "northwind",
          plan(
            "Northwind Traders",
            """
            ## Buying committee

            | Name | Role |
            | --- | --- |
            | Ann Lee | champion |

            ## Risks

            | Risk |
            | --- |
            | \(risk) |
            """)
        ), ("tailwind", plan("Tailwind & Sons")), ("target", plan("Target")),
        ("northwind-2", plan("Northwind")),
      ], settings: Self.people)
    let page = String(
      decoding: try #require(try files("c", of: sample)["northwind/index.html"]), as: UTF8.self)
    let start = try #require(page.firstRange(of: "<li><h3>")).upperBound
    return String(page[start...].prefix { $0 != "<" })
  }

  @Test(arguments: [
    ("Ann Lee leaves", "Ann Lee leaves"),
    ("maya chen is ill", "our team is ill"), ("MAYA  CHEN's draft", "our team&#39;s draft"),
    ("Ask @maya.chen, or @nobody.here.", "Ask our team, or our team."),
    ("Write to maya@us.example today", "Write to our team today"),
    ("Write to ann@north.example", "Write to ann@north.example"),
    ("id maya.chen stays", "id our team stays"), ("Maya wins", "Maya wins"),
    ("与李明同意", "与our team同意"),
    ("Like Tailwind & Sons do", "Like another company do"), ("Tailwind stays", "Tailwind stays"),
    ("Target moves", "another company moves"), ("The target moves", "The target moves"),
    ("Northwind Traders moves", "Northwind Traders moves"),
    ("Northwind moves", "another company moves"),
    ("Price <!-- 20% is fine -->rises", "Price rises"), ("a <!-- b", "a"),
    ("&commat;maya.chen", "our team"),
  ])
  func namesThatAreNoneOfTheirsAreTakenOut(_ risk: String, _ said: String) throws {
    #expect(try Self.said(risk) == said)
  }

  // MARK: Sentences

  private static func lead(_ body: String) throws -> String {
    let sample = Sample(
      "---\naccount: N\ntier: 2\n---\n" + body,
      settings: """
        site: { editions: { c: { sections: [objectives, mutual-action-plan], columns: { objectives: [by] } } } }
        """)
    let files = try files("c", of: sample)
    let page = String(decoding: try #require(files["northwind/index.html"]), as: UTF8.self)
    guard let start = page.firstRange(of: "class=\"lead\">")?.upperBound else { return "" }
    return String(page[start...].prefix { $0 != "<" })
  }

  private static func tasks(_ tasks: String...) -> String {
    "## Mutual action plan\n\n" + tasks.map { "- \($0)\n" }.joined()
  }

  @Test(arguments: [
    (tasks("[ ] A"), "The one task is not done yet."), (tasks("[x] A"), "The one task is done."),
    (tasks("[ ] A (@a, B, due 2026-11-19)"), "The one task is overdue."),
    (tasks("[ ] A (@a, B, due 2026-11-20)"), "The one task is due today."),
    (tasks("[x] A", "[x] B"), "Both tasks are done."),
    (tasks("[ ] A", "[ ] B"), "None of two tasks is done."),
    (
      tasks("[x] A", "[ ] B (@a, C, due 2026-11-19)", "[ ] D (@a, C, due 2026-11-21)"),
      "One of three tasks is done, one is overdue; the next is due on 21 November 2026."
    ),
    (
      tasks("[x] A", "[x] B", "[ ] C (@a, D, due 2026-01-02)", "[ ] C (@a, D, due 2026-01-02)"),
      "Two of four tasks are done, two are overdue."
    ),
    (
      "## Objectives\n\n| Objective | By |\n| --- | --- |\n| A | 2026-11-20 |\n",
      "One objective, due by 20 November 2026."
    ),
    (
      "## Objectives\n\n| Objective | By |\n| --- | --- |\n| A | 2026-11-19 |\n| B | |\n\n"
        + tasks("[x] A"), "Two objectives. The one task is done."
    ),
    (
      "## Objectives\n\n| Objective | By |\n| --- | --- |\n| A | 2027-02-01 |\n| B | 2027-01-01 |\n",
      "Two objectives, the first due by 1 January 2027."
    ),
  ])
  func theFirstSentenceSaysHowFarItIs(_ body: String, _ lead: String) throws {
    #expect(try Self.lead(body) == lead)
  }

  /// Which deal a task belongs to is ours to know.
  @Test func dealsAreNoMilestones() throws {
    let body = """
      ## Opportunities

      | Opportunity | Stage |
      | --- | --- |
      | Upsell one | Proposal |
      | Upsell two | Proposal |

      ## Mutual action plan

      ### Upsell one

      #### Terms

      - [ ] Read

      ### Upsell two

      - [x] Signed
      """
    let sample = Sample(
      "---\naccount: N\ntier: 2\n---\n" + body,
      settings: "site: { editions: { c: { sections: [mutual-action-plan] } } }\n")
    let page = String(
      decoding: try #require(try Self.files("c", of: sample)["northwind/index.html"]), as: UTF8.self
    )
    #expect(page.contains("Terms <span class=\"u\">0 of 1 done</span>") && page.contains("Signed"))
    #expect(!page.contains("Upsell"))
  }

  @Test func accountsWithNothingToShowHaveNoPage() throws {
    let settings = "site: { editions: { c: { sections: [objectives] } } }\n"
    func plan(_ rest: String) -> String { "---\naccount: N\ntier: 2\n\(rest)" }
    let objectives = "\n## Objectives\n\n| Objective |\n| --- |\n| A |\n"
    let sample = Sample(
      [
        ("a", plan("---\n" + objectives)), ("b", plan("---\n")),
        ("c", plan("status: draft\n---\n" + objectives)),
        ("d", plan("status: retired\n---\n" + objectives)),
      ], settings: settings)
    let pages = try Self.files("c", of: sample).keys.filter { $0.hasSuffix(".html") }
    #expect(pages == ["a/index.html"])
  }

  @Test func sameInputSameBytes() throws {
    #expect(try Self.files("all", of: Self.sample()) == Self.files("all", of: Self.sample()))
  }
}
