import PlanLint
import PlanParser
import PlanSource

/// All rules, of every module, in the order of the docs.
enum Catalogue {
  static let groups = [
    "structure", "list", "sponsor", "pod", "committee", "brief", "whitespace", "objectives",
    "plays", "signals", "opportunity", "map", "freshness", "privacy", "waiver",
  ]

  static let rules: [RuleInfo] = {
    let all = ReadingRules.all + Rules.all
    // A group that is not listed comes last.
    func place(_ rule: RuleInfo) -> Int { groups.firstIndex(of: rule.group) ?? groups.count }
    return all.sorted { (place($0), $0.group, $0.name) < (place($1), $1.group, $1.name) }
  }()

  static let names = rules.map(\.name)

  private static let byName = Dictionary(
    rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static func rule(named name: String) -> RuleInfo? { byName[name] }
}
