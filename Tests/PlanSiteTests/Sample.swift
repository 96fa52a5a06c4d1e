import PlanMetrics
import PlanModel
import PlanParser
import PlanReport
import PlanSource
import Theme

@testable import PlanSite

/// A small program in memory, read like a real one, and its site.
struct Sample {
  let input: SiteInput
  let model: SiteModel

  static let day = "2026-11-20"

  /// - Parameters:
  ///   - plans: Names and texts; a name without a slash stands in `plans/`.
  ///   - findings: What the linter would say, beside what reading says.
  init(
    _ plans: [(name: String, text: String)], settings: String = "", findings: [Finding] = [],
    rules: [RuleInfo] = [], on today: String = Sample.day
  ) {
    var program = Program()
    if !settings.isEmpty {
      program =
        SettingsReader.read(
          SourceFile(path: Program.path, bytes: Array(settings.utf8)), rules: rules.map(\.name)
        ).program
    }
    let sources = plans.map { plan in
      SourceFile(
        path: plan.name.contains("/") ? plan.name : "plans/\(plan.name).md",
        bytes: Array(plan.text.utf8))
    }
    let readings = sources.map { PlanReader.read($0, in: program) }
    let portfolio = Portfolio(program: program, plans: readings.compactMap(\.plan))
    let day = Day(today) ?? Day(number: 0)
    let measures = Measures(
      today: day, plans: portfolio.plans.map { PlanMeasures(of: $0, in: program, on: day) })
    var files = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    if !settings.isEmpty {
      files[Program.path] = SourceFile(path: Program.path, bytes: Array(settings.utf8))
    }
    var placer = Placer(sources: files)
    let placed = (readings.flatMap(\.findings) + findings).sorted(by: Finding.isOrdered)
      .map { placer.place($0) }
    input = SiteInput(
      portfolio: portfolio, measures: measures, findings: placed, rules: rules,
      files: sources.count, sources: files, version: "1.2.3"
    ) { [files] plan in
      files[plan.path].map { PlanReader.text(of: plan, $0, in: portfolio.program) } ?? []
    }
    model = SiteModel(input)
  }

  /// One account named Northwind.
  init(_ text: String, settings: String = "", findings: [Finding] = []) {
    self.init([("northwind", text)], settings: settings, findings: findings)
  }

  func site(_ own: [String: String] = [:]) throws -> [String: String] {
    let theme = Theme.files.merging(own.mapValues { Array($0.utf8) }) { $1 }
    var pages: [String: String] = [:]
    for file in try Site(input, theme: theme).files {
      pages[file.path] = String(decoding: file.render(), as: UTF8.self)
    }
    return pages
  }

  /// The facts of the first account.
  var facts: AccountFacts { AccountFacts(model, model.accounts[0]) }

  static let rule = RuleInfo(
    name: "committee/missing-role", level: .error, settings: ["required-roles"],
    summary: "A role that nobody holds.", why: "who is not on the map says no",
    mend: "Add `legal`.", examples: [.bad("---\ntier: 1\n---\n↓## Buying committee\n")])

  /// A tier-1 account with all that the pictures draw.
  static let rich = """
    ---
    account: Northwind
    tier: 1
    stage: opportunity
    owner: maya.chen
    sponsor: vera.holm
    reviewed: 2026-11-06
    links: { Wiki: "https://wiki.example/a b" }
    ---

    ## Brief

    ### Priorities
    Colder *mornings*. See [Tailwind](tailwind.md) and [their site](https://north.example).

    ## Buying committee

    | Name | Title | Role | Function | Stance | Influence | Reports to |
    | --- | --- | --- | --- | --- | --- | --- |
    | Helene Marsh | Chief executive | influencer | Board | neutral | high | |
    | Joost Verbeek | CFO | economic-buyer | Finance | sceptic | high | Helene Marsh |
    | Priya Raman | VP Energy | champion | Operations | advocate | high | Helene Marsh |
    | Tomas Weil | Engineer | technical-evaluator | Engineering | supporter | low | Priya Raman |
    | Owen Castell | CIO | blocker | IT | opponent | high | Joost Verbeek |

    ## Whitespace

    | Offering | Buying center | Status | Potential | Next step | Opportunity |
    | --- | --- | --- | --- | --- | --- |
    | Core | EMEA | open | 400k | | |
    | Core | APAC | pursuing | 100k | Walk the plant | |
    | Analytics | EMEA | owned | 50k | | |
    | Analytics | APAC | pursuing | 300k | | Plants |

    ## Opportunities

    | Opportunity | Amount | Stage | Close |
    | --- | --- | --- | --- |
    | Plants | 860k | Proposal | 2027-01-29 |

    ## Mutual action plan

    - [ ] Questionnaire answered (@maya.chen, Owen Castell, due 2026-11-10)
    - [x] Trial (@maya.chen, Tomas Weil, due 2026-10-10, done 2026-10-09)

    ## Plays

    | Date | Play | Channel | Contact | By | Outcome |
    | --- | --- | --- | --- | --- | --- |
    | 2026-07-15 | Payback | meeting | Joost Verbeek | maya.chen | wants numbers |
    | 2026-11-17 | Payback again | email | Joost Verbeek | maya.chen | no reply |
    | 2026-11-18 | Weekly | meeting | Priya Raman | maya.chen | good |
    | 2026-11-12 | Tuning | meeting | Tomas Weil | maya.chen | good |
    """
}
