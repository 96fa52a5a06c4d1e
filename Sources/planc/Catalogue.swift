import PlanLint
import PlanParser
import PlanSource

/// All rules, of every module, in the order of the docs.
enum Catalogue {
  static let groups = [
    "structure", "list", "sponsor", "pod", "committee", "brief", "whitespace", "objectives",
    "freshness",
  ]

  static let rules: [RuleInfo] = {
    let all =
      ReadingRules.all + Rules.plan.map { $0.about } + Rules.portfolio.map { $0.about }
    return groups.flatMap { group in
      all.filter { $0.group == group }.sorted { $0.name < $1.name }
    }
  }()

  static let names = rules.map(\.name)

  static func rule(named name: String) -> RuleInfo? { rules.first { $0.name == name } }
}
