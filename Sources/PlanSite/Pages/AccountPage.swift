import PlanMetrics
import PlanModel
import PlanReport
import PlanSource

/// One account: whom to call, who decides, who is missing, what is to sell, and the plan as written.
struct AccountView: PageView {
  let shell: Shell
  let name: String
  let tier: String
  let tierHref: String
  let segment: String
  /// `paused` or `retired`; empty for an active account.
  let inactive: String
  let lead: HTML
  let facts: HTML
  let moves: [MoveView]
  let dangers: [MoveView]
  let committee: SectionView
  let whitespace: SectionView
  let steps: SectionView?
  let path: String
  let title: HTML
  let top: [FindingView]
  let sections: [PlanSectionView]

  static let fields: [Field<AccountView>] = withShell([
    .text("name") { $0.name }, .text("tier") { $0.tier }, .text("tierHref") { $0.tierHref },
    .text("segment") { $0.segment }, .text("inactive") { $0.inactive }, .html("lead") { $0.lead },
    .html("facts") { $0.facts }, .list("moves") { $0.moves },
    .flag("hasMoves") { !$0.moves.isEmpty || !$0.dangers.isEmpty },
    .list("dangers") { $0.dangers }, .flag("hasDangers") { !$0.dangers.isEmpty },
    .view("committee") { $0.committee }, .view("whitespace") { $0.whitespace },
    .view("steps") { $0.steps }, .text("path") { $0.path }, .html("planTitle") { $0.title },
    .list("top") { $0.top }, .flag("hasTop") { !$0.top.isEmpty },
    .list("sections") { $0.sections },
  ])

  init(_ model: SiteModel, _ account: Account) {
    let facts = AccountFacts(model, account)
    let plan = facts.plan
    shell = Shell(
      model, path: account.page ?? "accounts/draft.html",
      title: "\(account.name) – \(model.program.title)",
      description: "The account plan of \(account.name)", current: "Accounts")
    name = account.name
    tier = "Tier \(account.tier.rawValue)"
    tierHref = "tiers/\(account.tier.rawValue).html"
    segment = plan.segment?.value ?? ""
    inactive = account.isActive ? "" : account.status.rawValue
    lead = AccountSentences.lead(facts)
    self.facts = FactList(facts).html
    moves = Moves.next(facts)
    dangers = Dangers.all(facts)
    committee = Self.committee(facts)
    let matrix = WhitespaceMatrix(plan, model.program, model.figures)
    whitespace = Self.whitespace(matrix)
    steps =
      matrix.listed.contains { $0.isToSell && $0.opportunity == nil } ? Self.steps(matrix) : nil
    path = plan.path
    let text = PlanText(model, plan)
    title = text.title
    top = text.top
    sections = text.sections
  }

  private static func committee(_ facts: AccountFacts) -> SectionView {
    let title = AccountSentences.committee(facts)
    let map = CommitteeMap(facts.model, facts.account)
    let body: HTML
    if facts.plan.contacts.isEmpty, map.missing.isEmpty {
      body = """
        <p class="fig muted">A row in <code>## Buying committee</code> with name and role puts a person on \
        the map.</p>
        """
    } else {
      body = map.picture(title: title).html + CardText.key(facts.measures.window)
    }
    let isTree = facts.plan.contacts.count <= CommitteeMap.treeLimit
    let count = Wording.capital(Wording.spelled(facts.plan.contacts.count))
    return SectionView(
      id: "committee", title: title,
      note: facts.plan.contacts.isEmpty
        ? "Whom the tier asks for"
        : "\(count) of theirs \(isTree ? "by reporting line" : "by function"), with our counterpart",
      body: body)
  }

  private static func whitespace(_ matrix: WhitespaceMatrix) -> SectionView {
    guard !matrix.listed.isEmpty else {
      return SectionView(
        id: "whitespace", title: "No whitespace is mapped yet", style: "c7",
        body: """
          <p class="fig muted">A row in <code>## Whitespace</code> with offering, buying center, status and \
          potential draws the first square.</p>
          """)
    }
    let title = AccountSentences.whitespace(matrix)
    let hidden =
      max(0, matrix.offerings.count - WhitespaceMatrix.limit)
      + max(0, matrix.centers.count - WhitespaceMatrix.limit)
    let rest = hidden > 0 ? "; what is not drawn is in the table" : ""
    return SectionView(
      id: "whitespace", title: title,
      note: "Squares are drawn to the money on one scale; what is in a deal is not counted\(rest)",
      style: "c7", body: matrix.picture(title: title).html)
  }

  /// Rows of the table of next steps.
  private static let stepLimit = 6

  private static func steps(_ matrix: WhitespaceMatrix) -> SectionView {
    let open = matrix.listed.filter { $0.isToSell && $0.opportunity == nil }
    let sorted = open.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if (a.status?.value == .pursuing) != (b.status?.value == .pursuing) {
        return a.status?.value == .pursuing
      }
      let (first, second) = (a.potential?.value ?? .zero, b.potential?.value ?? .zero)
      return first != second ? first > second : left.offset < right.offset
    }
    var table = DataTable(
      "Next steps in the whitespace", [.text("Where"), .text("Next step"), .number("By")])
    for (_, cell) in sorted.prefix(stepLimit) {
      let money = cell.potential.map { ", \(matrix.figures.money($0.value))" } ?? ""
      let step: HTML =
        cell.nextStep.map { "\($0.value)" }
        ?? "<span class=\"muted\">No step. Write one in the row’s Next step</span>"
      table.rows.append([
        """
        \(cell.offering.value), \(cell.buyingCenter.value)<br><span class="muted small">\
        \(cell.status?.value.rawValue ?? "")\(money)</span>
        """,
        step, "\(cell.by.map { matrix.figures.day($0.value) } ?? "–")",
      ])
    }
    let others = open.count - stepLimit
    return SectionView(
      id: "steps", title: AccountSentences.steps(matrix),
      note: "Pursued first, then by money"
        + (others > 0 ? "; \(Wording.count(others, "smaller square")) in the plan" : ""),
      style: "c5", body: "<div class=\"fig\">" + table.html + "</div>")
  }
}

/// A section of the plan as written, with the findings about it.
struct PlanSectionView: View {
  /// Heading and text, with the section's anchor.
  let text: HTML
  let findings: [FindingView]

  static let fields: [Field<PlanSectionView>] = [
    .html("text") { $0.text }, .list("findings") { $0.findings },
  ]

  /// - Parameter isProse: Running text, set in the serif.
  init(id: String, title: HTML, body: HTML, findings: [FindingView], isProse: Bool) {
    let style = isProse ? "txt prose" : "txt"
    let heading: HTML = title.isEmpty ? "" : "<h3>\(title)</h3>"
    text = "<div class=\"\(style)\" id=\"\(id)\">\(heading)\(body)</div>"
    self.findings = findings
  }
}

/// The plan's own text, and which findings stand beside which section.
struct PlanText {
  /// The first H1, when it is not the account's name.
  let title: HTML
  /// Findings about the front matter and the file.
  let top: [FindingView]
  let sections: [PlanSectionView]

  init(_ model: SiteModel, _ plan: Plan) {
    var prose = Prose(pages: model.pages, path: plan.path, root: "../")
    let heading = plan.title ?? []
    title = heading.plainText == plan.account.value ? "" : prose.inline(heading)
    var starts = plan.text.map(\.heading.start)
    starts.append(Int.max)
    let findings = Array(model.findings(in: plan.path))
    var top: [FindingView] = []
    var beside = [[FindingView]](repeating: [], count: plan.text.count)
    for placed in findings {
      let view = FindingView(placed, model, root: "../", isOnPlan: true)
      let start = placed.finding.span?.start ?? 0
      if placed.finding.span != nil,
        let index = plan.text.indices.last(where: { starts[$0] <= start && start < starts[$0 + 1] })
      {
        beside[index].append(view)
      } else {
        top.append(view)
      }
    }
    self.top = top
    var slugs = Slugs()
    for id in ["committee", "whitespace", "steps", "moves", "dangers", "plan", "main"] {
      _ = slugs.unique(id)
    }
    var sections: [PlanSectionView] = []
    for (section, beside) in zip(plan.text, beside) {
      let text = section.title.plainText
      let name = text.isEmpty ? "Introduction" : text
      sections.append(
        PlanSectionView(
          id: slugs.unique("s-" + Slugs.slug(name, fallback: "section")),
          title: prose.inline(section.title),
          body: prose.render(section.blocks, of: name), findings: beside,
          isProse: section.kind == nil || section.kind == .brief))
    }
    self.sections = sections
  }
}
