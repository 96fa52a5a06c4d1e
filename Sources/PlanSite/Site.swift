import PlanModel
import PlanReport
import PlanSource

/// The compiled site: a list of files that render themselves.
public struct Site: Sendable {
  /// Sorted by path. Rendering is pure, so it can happen on as many threads as there are.
  public let files: [OutputFile]
  /// The reviews that `build --pdf` prints, as they are printed: of the program, its owners, its segments and its
  /// tier-1 accounts.
  public let sheets: [OutputFile]
  /// Templates of the theme that no page uses, by file name.
  public let unusedTemplates: [String]

  /// Checks the templates and lays the site out; nothing is rendered yet.
  ///
  /// - Parameter theme: Files by name, `account.mustache` or `style.css`: the built-in ones, overlaid by the user's own.
  /// - Throws: What is wrong with the templates.
  public init(_ input: SiteInput, theme: [String: [UInt8]]) throws(ThemeFaults) {
    let templates = try Templates(theme)
    unusedTemplates = templates.unused
    let model = SiteModel(input)
    var files: [OutputFile] = []
    func add(_ path: String, _ render: @escaping @Sendable () -> [UInt8]) {
      files.append(OutputFile(path: path, render: render))
    }
    add("index.html") { templates.render("index", HomeView(model)) }
    add("accounts.html") { templates.render("accounts", AccountsView(model)) }
    add("report.html") { templates.render("report", ReportView(model)) }
    add("404.html") { templates.render("missing", MissingView(model)) }
    add("rules/index.html") { templates.render("rules", RulesView(model)) }
    for tier in Tier.allCases {
      add("tiers/\(tier.rawValue).html") { templates.render("tier", TierView(model, tier)) }
    }
    for account in model.accounts {
      guard let page = account.page else { continue }
      add(page) { templates.render("account", AccountView(model, account)) }
    }
    add("list.html") { templates.render("list", ListView(model)) }
    add("definitions.html") { templates.render("definitions", DefinitionsView(model)) }
    add("metrics.html") { templates.render("metrics", MetricsView(model)) }
    add("people/index.html") { templates.render("people", PeopleView(model)) }
    for (id, path) in model.paths.people {
      add(path) { templates.render("person", PersonView(model, id, path: path)) }
    }
    for (owner, path) in model.paths.pods {
      add(path) { templates.render("pod", PodView(model, owner: owner, path: path)) }
    }
    add("segments/index.html") { templates.render("segments", SegmentsView(model)) }
    for (key, path) in model.paths.segments {
      add(path) { templates.render("segment", SegmentView(model, key: key, path: path)) }
    }
    let groups = ReviewGroup.all(model)
    add(ReviewsView.path) { templates.render("reviews", ReviewsView(model, groups)) }
    var sheets: [OutputFile] = []
    func add(_ page: String, isSheet: Bool, _ view: @escaping @Sendable () -> ReviewView) {
      add(page) { templates.render("qbr", view()) }
      guard isSheet else { return }
      let base = model.program.site.baseURL
      sheets.append(
        OutputFile(path: page) { PrintLinks.settle(templates.render("qbr", view()), base: base) })
    }
    for group in groups { add(group.page, isSheet: true) { ReviewView(model, group) } }
    for account in model.active {
      guard let page = model.paths.reviews.accounts[account.path] else { continue }
      add(page, isSheet: account.tier == .one) { ReviewView(model, account, path: page) }
    }
    self.sheets = sheets
    let byRule = Dictionary(grouping: input.findings, by: \.finding.rule)
    for rule in input.rules {
      guard let page = model.paths.rules[rule.name] else { continue }
      let findings = byRule[rule.name] ?? []
      add(page) {
        templates.render("rule", RuleView(model, rule, path: page, findings: findings))
      }
    }
    add("calendar.html") { templates.render("calendar", CalendarView(model)) }
    if !model.calendar.events.isEmpty {
      add(CalendarView.file) { model.calendarFile(model.calendar.events, model.program.title) }
    }
    for id in model.paths.people.keys {
      guard let path = model.calendarPath(of: id) else { continue }
      add(path) { model.calendarFile(model.calendar.events(of: id), model.program.name(of: id)) }
    }
    add("data/index.html") { templates.render("data", DataView(model)) }
    for file in DataFile.all {
      for format in DataFormat.allCases {
        add(file.path(format)) { file.bytes(model, format) }
      }
    }
    let pages = Set(files.map(\.path))
    add("search.js") { SearchIndex(model, pages: pages).bytes }
    for (name, bytes) in theme where !name.hasSuffix(".mustache") { add(name) { bytes } }
    self.files = files.sorted { $0.path.precedes($1.path) }
  }
}
