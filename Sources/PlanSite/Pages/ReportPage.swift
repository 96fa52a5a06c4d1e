import PlanReport
import PlanSource

/// What the linter says, by rule and by file.
struct ReportView: PageView {
  /// Findings on the page.
  static let limit = 1000

  let shell: Shell
  let kicker: String
  let lead: HTML
  let rules: HTML
  let groups: SectionBlock?
  let owners: SectionBlock?
  let files: [FileFindingsView]
  let more: String

  static let fields: [Field<ReportView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead }, .html("byRule") { $0.rules },
    .html("groups") { $0.groups?.html ?? "" }, .html("owners") { $0.owners?.html ?? "" },
    .list("files") { $0.files }, .flag("hasFindings") { !$0.files.isEmpty },
    .text("more") { $0.more },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "report.html", title: "Findings – \(model.program.title)",
      description: "What the linter says, by rule and by plan", current: "Findings")
    kicker = Figures.full(model.today)
    let findings = model.input.findings
    let counts = FindingCount.byRule(model.input.findings)
    lead = Self.sentence(
      errors: model.errors, warnings: model.warnings, all: findings.count,
      files: Set(findings.map(\.finding.path)).count, plans: model.input.files,
      active: model.active.count,
      counts, finds: model.summary)
    rules =
      counts.isEmpty ? "" : FindingTable.rules(counts, model, root: "", withNames: true).html
    let names = Dictionary(
      model.accounts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    groups = findings.isEmpty ? nil : Self.groups(findings)
    owners = findings.isEmpty ? nil : Self.owners(findings, names, model)
    var files: [FileFindingsView] = []
    var group: [FindingBlock] = []
    for (index, placed) in findings.prefix(Self.limit).enumerated() {
      group.append(FindingBlock(placed, model, root: "", isExplained: true))
      let path = placed.finding.path
      let isLast = index + 1 == min(findings.count, Self.limit)
      if isLast || findings[index + 1].finding.path != path {
        let account = names[path]
        files.append(
          FileFindingsView(
            name: account.map { model.link($0, root: "") } ?? "\(path)", path: path,
            count: Wording.count(group.count, "finding"), findings: group))
        group = []
      }
    }
    self.files = files
    let rest = findings.count - Self.limit
    more =
      rest > 0
      ? "The first \(Wording.grouped(Self.limit)) findings are shown, and "
        + "\(Wording.grouped(rest)) are not: `planc lint` prints them all." : ""
  }

  /// Owners in the table.
  private static let owners = 20

  private static func groups(_ findings: [PlacedFinding]) -> SectionBlock {
    let counts = FindingCount.all(findings) { FindingCount.group(of: $0.rule) }
    let table = FindingTable.heads("Findings by group", head: "About", counts) { count in
      "\(Wording.capital(RuleWords.topic(of: count.name))) <span class=\"src\">\(count.name)</span>"
    }
    return SectionBlock(
      id: "groups", title: ReportSentences.groups(counts),
      note: "What the rules are about, with their group; errors black",
      style: "c6", body: "<div class=\"fig\">" + table.html + "</div>")
  }

  private static func owners(
    _ findings: [PlacedFinding], _ names: [String: Account], _ model: SiteModel
  ) -> SectionBlock {
    let counts = FindingCount.all(findings) { names[$0.path].map { $0.owner ?? "" } }
    let table = FindingTable.heads(
      "Findings by owner", head: "Owner", counts, limit: owners
    ) { $0.name.isEmpty ? "<b>nobody</b>" : model.person($0.name, root: "") }
    let rest = counts.count - owners
    let more: HTML =
      rest > 0 ? "<p class=\"muted\">and \(Wording.count(rest, "owner")) with fewer</p>" : ""
    return SectionBlock(
      id: "owners", title: ReportSentences.owners(counts, name: model.program.name(of:)),
      note: "Owners of the plans that carry them; errors black", style: "c6",
      body: counts.isEmpty ? "" : "<div class=\"fig\">" + table.html + more + "</div>")
  }

  /// `14 errors and 25 warnings in 15 files. Six errors are of one kind: a role that the tier asks for and nobody holds.`
  static func sentence(
    errors: Int, warnings: Int, all: Int, files: Int, plans: Int, active: Int,
    _ counts: [FindingCount], finds: (String) -> String
  ) -> HTML {
    guard all > 0 else {
      if plans == 0 { return "There is nothing to check yet." }
      switch active {
      case 0: return "Nothing was found, and no plan is active."
      case 1: return "The one active plan meets what its tier asks for."
      default: return "All \(Wording.grouped(active)) active plans meet what their tiers ask for."
      }
    }
    var parts = [Wording.count(errors, "error"), Wording.count(warnings, "warning")]
    let advice = all - errors - warnings
    if advice > 0 { parts.append(Wording.count(advice, "piece of advice", "pieces of advice")) }
    var html: HTML = "\(Wording.list(parts)) in \(Wording.count(files, "file"))"
    // Only what stands out: of several with as many none is the one.
    let sorted = counts.sorted { ($0.errors, $0.all) > ($1.errors, $1.all) }
    if let top = sorted.first, top.errors > 1,
      sorted.dropFirst().allSatisfy({ $0.errors < top.errors })
    {
      let what = CodeSpans.html(RuleWords.phrase(finds(top.name)))
      html +=
        ". \(Wording.capital(Wording.spelled(top.errors))) errors are of one kind: <a href=\"#rules\">\(what)</a>"
    }
    html += "."
    return html
  }
}

/// The findings of one file.
struct FileFindingsView: View {
  let name: HTML
  let path: String
  let count: String
  let findings: [FindingBlock]

  static let fields: [Field<FileFindingsView>] = [
    .html("file") { $0.name }, .text("path") { $0.path }, .text("count") { $0.count },
    .html("findings") { $0.findings.map(\.html).joined() },
  ]
}
