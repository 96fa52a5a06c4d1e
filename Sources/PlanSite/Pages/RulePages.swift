import PlanModel
import PlanReport
import PlanSource

/// All rules, in the order of the docs.
struct RulesView: PageView {
  let shell: Shell
  let lead: HTML
  let groups: [RuleGroupView]

  static let fields: [Field<RulesView>] = withShell([
    .html("lead") { $0.lead }, .list("groups") { $0.groups },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "rules/index.html", title: "Rules – \(model.program.title)",
      description: "What the linter looks for, and why", current: "Findings")
    let counts = Dictionary(
      FindingCount.byRule(model.input.findings).map { ($0.name, $0.all) },
      uniquingKeysWith: { first, _ in first })
    let finding = model.input.rules.count { counts[$0.name, default: 0] > 0 }
    lead = Self.sentence(rules: model.input.rules.count, finding: finding)
    var groups: [RuleGroupView] = []
    for rule in model.input.rules {
      let count = counts[rule.name, default: 0]
      let line = RuleLineView(
        name: rule.name, href: "../" + (model.paths.rules[rule.name] ?? "rules/index.html"),
        level: RuleView.level(rule, model.program), summary: CodeSpans.html(rule.summary),
        count: count == 0 ? "" : Wording.grouped(count))
      if groups.last?.name == rule.group {
        groups[groups.count - 1].rules.append(line)
      } else {
        groups.append(RuleGroupView(name: rule.group, rules: [line]))
      }
    }
    self.groups = groups
  }

  /// `34 rules; 9 of them find something today.`
  static func sentence(rules: Int, finding: Int) -> HTML {
    if rules == 0 { return "There is no rule." }
    let first = Wording.count(rules, "rule")
    if finding == 0 { return "\(first); none finds anything today." }
    return
      "\(first); \(Wording.grouped(finding)) of them \(Wording.verb(finding, "finds", "find")) something today."
  }
}

/// The rules of a group.
struct RuleGroupView: View {
  let name: String
  var rules: [RuleLineView]

  static let fields: [Field<RuleGroupView>] = [
    .text("group") { $0.name }, .list("rules") { $0.rules },
  ]
}

/// A rule in the list.
struct RuleLineView: View {
  let name: String
  let href: String
  let level: String
  let summary: HTML
  let count: String

  static let fields: [Field<RuleLineView>] = [
    .text("name") { $0.name }, .text("href") { $0.href }, .text("level") { $0.level },
    .html("summary") { $0.summary }, .text("count") { $0.count },
  ]
}

/// One rule: what it finds, why, how to mend it, what it finds today.
struct RuleView: PageView {
  /// Findings on the page.
  static let limit = 200

  let shell: Shell
  let name: String
  let summary: HTML
  let why: HTML
  let mend: HTML
  let level: String
  let git: String
  let isCalendar: Bool
  let grace: Int
  let settings: [SettingView]
  let examples: [ExampleView]
  let findings: [FindingBlock]
  let more: String

  static let fields: [Field<RuleView>] = withShell([
    .text("name") { $0.name }, .html("summary") { $0.summary }, .html("why") { $0.why },
    .html("mend") { $0.mend }, .text("level") { $0.level }, .text("git") { $0.git },
    .flag("isCalendar") { $0.isCalendar },
    .number("grace") { $0.grace }, .list("settings") { $0.settings },
    .flag("hasSettings") { !$0.settings.isEmpty }, .list("examples") { $0.examples },
    .html("findings") { $0.findings.map(\.html).joined() },
    .text("more") { $0.more },
  ])

  init(_ model: SiteModel, _ rule: RuleInfo, path: String, findings: [PlacedFinding]) {
    shell = Shell(
      model, path: path, title: "\(rule.name) – \(model.program.title)",
      description: rule.summary, current: "Findings")
    name = rule.name
    summary = CodeSpans.html(rule.summary)
    why = CodeSpans.html(FindingBlock.sentence(rule.why))
    mend = CodeSpans.html(FindingBlock.sentence(rule.mend))
    level = Self.level(rule, model.program)
    git = rule.history.sentence ?? ""
    isCalendar = rule.calendar
    grace = model.program.limits.grace
    settings = rule.settings.map { name in
      let setting = TierSetting(rawValue: name)
      return SettingView(
        name: name, meaning: setting?.summary ?? "",
        values: Tier.allCases.map { tier in setting.map(model.program[tier].written) ?? "" })
    }
    examples = rule.examples.map(ExampleView.init)
    self.findings = findings.prefix(Self.limit).map { FindingBlock($0, model, root: "../") }
    let rest = findings.count - Self.limit
    more = rest > 0 ? "and \(Wording.count(rest, "other")): planc lint --select \(rule.name)" : ""
  }

  /// `error`, or `warning in this program, error by default`.
  static func level(_ rule: RuleInfo, _ program: Program) -> String {
    guard let own = program.levels[rule.name], own != rule.level else { return rule.level.rawValue }
    return "\(own.rawValue) in this program, \(rule.level.rawValue) by default"
  }
}

/// An example of a rule: files in which it finds something, or nothing.
struct ExampleView: View {
  let triggers: Bool
  let files: [ExampleFileView]

  static let fields: [Field<ExampleView>] = [
    .flag("triggers") { $0.triggers }, .list("files") { $0.files },
  ]

  init(_ example: Example) {
    triggers = example.triggers
    var files = example.files.map { ExampleFileView(path: $0.path, text: Self.marked($0.text)) }
    if !example.settings.isEmpty {
      files.append(ExampleFileView(path: "planc.yml", text: Self.marked(example.settings)))
    }
    files += example.history.map { commit in
      ExampleFileView(path: commit.line(in: example), text: Self.marked(commit.text ?? ""))
    }
    self.files = files
  }

  /// The text with each `↓` made a visible mark.
  static func marked(_ text: String) -> HTML {
    text.split(separator: Example.marker, omittingEmptySubsequences: false)
      .map { part -> HTML in "\(String(part))" }
      .joined(
        by:
          "<b class=\"here\"><span aria-hidden=\"true\">▸</span><span class=\"vh\">here: </span></b>"
      )
  }
}

/// A file of an example.
struct ExampleFileView: View {
  let path: String
  let text: HTML

  static let fields: [Field<ExampleFileView>] = [
    .text("path") { $0.path }, .html("text") { $0.text },
  ]
}

/// The page that a server shows for an address that is not there.
struct MissingView: PageView {
  let shell: Shell

  static let fields: [Field<MissingView>] = withShell([])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "404.html", title: "Not found – \(model.program.title)",
      description: "There is no such page", current: "", isAnywhere: true)
  }
}
