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
  let moves: [MoveBlock]
  let dangers: [MoveBlock]
  let committee: SectionBlock
  let whitespace: SectionBlock
  let steps: SectionBlock?
  let path: String
  let text: PlanText

  static let fields: [Field<AccountView>] = withShell([
    .text("name") { $0.name }, .text("tier") { $0.tier }, .text("tierHref") { $0.tierHref },
    .text("segment") { $0.segment }, .text("inactive") { $0.inactive }, .html("lead") { $0.lead },
    .html("facts") { $0.facts }, .html("moves") { $0.moves.map(\.html).joined() },
    .flag("hasMoves") { !$0.moves.isEmpty || !$0.dangers.isEmpty },
    .html("dangers") { $0.dangers.map(\.html).joined() }, .html("committee") { $0.committee.html },
    .html("whitespace") { $0.whitespace.html }, .html("steps") { $0.steps?.html ?? "" },
    .text("path") { $0.path }, .html("plan") { $0.text.html },
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
    text = PlanText(model, plan)
  }

  private static func committee(_ facts: AccountFacts) -> SectionBlock {
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
    return SectionBlock(
      id: "committee", title: title,
      note: facts.plan.contacts.isEmpty
        ? "Whom the tier asks for"
        : "\(count) of theirs \(isTree ? "by reporting line" : "by function"), with our counterpart",
      body: body)
  }

  private static func whitespace(_ matrix: WhitespaceMatrix) -> SectionBlock {
    guard !matrix.listed.isEmpty else {
      return SectionBlock(
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
    return SectionBlock(
      id: "whitespace", title: title,
      note: "Squares are drawn to the money on one scale; what is in a deal is not counted\(rest)",
      style: "c7", body: matrix.picture(title: title).html)
  }

  /// Rows of the table of next steps.
  private static let stepLimit = 6

  private static func steps(_ matrix: WhitespaceMatrix) -> SectionBlock {
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
    return SectionBlock(
      id: "steps", title: AccountSentences.steps(matrix),
      note: "Pursued first, then by money"
        + (others > 0 ? "; \(Wording.count(others, "smaller square")) in the plan" : ""),
      style: "c5", body: "<div class=\"fig\">" + table.html + "</div>")
  }
}
