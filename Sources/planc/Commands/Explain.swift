import ArgumentParser
import PlanModel
import PlanReport
import PlanSource

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule finds, why it matters, and how to mend it.",
    discussion: """
      Examples:
        planc explain committee/too-few-engaged
        planc explain --all
      """,
    aliases: ["rule"])

  /// How the explanation is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: ArgumentHelp("A rule, or a group of rules.", valueName: "rule"))
  var rule: String?
  @Flag(help: "List all rules, a line each.")
  var all = false
  @Option(help: "How it is written.")
  var outputFormat = Format.text

  func validate() throws {
    let example = "such as `planc explain sponsor/missing`"
    if rule == nil, !all {
      throw Fault("`planc explain` needs a rule", help: "name one, \(example), or pass --all")
    }
    if rule != nil, all {
      throw Fault(
        "a rule and --all do not go together", help: "name a rule, \(example), or pass --all")
    }
    try Blank.refuse(rule, "the rule", help: "name one, \(example), or pass --all")
  }

  func run() throws {
    let rules = try chosen().map(RuleText.init)
    switch outputFormat {
    case .markdown:
      try World.print(
        all || rules.count > 1
          ? RuleText.markdownIndex(rules) : rules.map { $0.markdown }.joined())
    case .json: try World.print(RuleText.json(rules, asList: all || rules.count > 1))
    case .text:
      try World.print(
        all || rules.count > 1
          ? RuleText.list(rules) : rules.map { $0.page }.joined(separator: "\n"))
    }
  }

  private func chosen() throws(Fault) -> [RuleInfo] {
    guard let rule else { return Catalogue.rules }
    if let found = Catalogue.rule(named: rule) { return [found] }
    let group = Catalogue.rules.filter { $0.group == rule }
    if !group.isEmpty { return group }
    throw Suggestion.fault(
      "there is no rule `\(rule)`", rule, among: Catalogue.names + Catalogue.groups,
      asking: "planc explain --all")
  }
}

extension RuleText {
  /// The rule with the defaults of the settings it reads.
  init(_ rule: RuleInfo) {
    let settings = rule.settings.compactMap(TierSetting.init(rawValue:)).map { setting in
      Setting(
        name: setting.rawValue, meaning: setting.summary,
        defaults: Tier.allCases.map { TierSettings.standard($0).written(setting) })
    }
    let limits = rule.limits.compactMap(LimitSetting.init(rawValue:)).map { limit in
      Limit(
        name: limit.rawValue, meaning: limit.summary,
        standard: "\(Program.Limits()[keyPath: limit.path])")
    }
    self.init(rule: rule, settings: settings, limits: limits)
  }
}
