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
  let movesNote: String
  let dangers: [MoveBlock]
  let bridge: SectionBlock?
  let committee: SectionBlock
  let whitespace: SectionBlock?
  let steps: SectionBlock?
  let engagement: SectionBlock?
  let actionPlan: SectionBlock?
  let meddpicc: SectionBlock?
  let score: SectionBlock?
  let signals: SectionBlock?
  let path: String
  let text: PlanText

  static let fields: [Field<AccountView>] = withShell([
    .text("name") { $0.name }, .text("tier") { $0.tier }, .text("tierHref") { $0.tierHref },
    .text("segment") { $0.segment }, .text("inactive") { $0.inactive }, .html("lead") { $0.lead },
    .html("facts") { $0.facts }, .html("toc") { $0.toc },
    .html("moves") { $0.moves.map(\.html).joined() }, .text("movesNote") { $0.movesNote },
    .flag("hasMoves") { $0.hasMoves },
    .html("dangers") { $0.dangers.map(\.html).joined() },
    .html("bridge") { $0.bridge?.html ?? "" }, .html("committee") { $0.committee.html },
    .html("whitespace") { $0.whitespace?.html ?? "" }, .html("steps") { $0.steps?.html ?? "" },
    .html("engagement") { $0.engagement?.html ?? "" },
    .html("actionPlan") { $0.actionPlan?.html ?? "" },
    .html("meddpicc") { $0.meddpicc?.html ?? "" }, .html("score") { $0.score?.html ?? "" },
    .html("signals") { $0.signals?.html ?? "" },
    .flag("hasScore") { $0.score != nil || $0.signals != nil },
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
    moves = Moves.next(facts)
    movesNote =
      moves.isEmpty
      ? "No move follows from what the plan says"
      : moves.count > 1 && Moves.isRanked(facts)
        ? "Ranked by money at stake and days left" : "What is due, missing or quiet"
    dangers = Dangers.all(facts)
    let sections = AccountSections(facts)
    self.facts = FactList(facts, sections.citations).html
    bridge = sections.bridge
    committee = sections.committee
    (whitespace, steps) = sections.whitespace
    engagement = sections.engagement
    actionPlan = sections.actionPlan
    meddpicc = sections.meddpicc
    score = sections.score
    signals = sections.signals
    path = plan.path
    text = PlanText(model, plan)
  }

  private var hasMoves: Bool { !moves.isEmpty || !dangers.isEmpty }

  /// Links to the sections that are there.
  private var toc: HTML {
    let entries: [(id: String, label: HTML, isThere: Bool)] = [
      ("moves", "Moves", hasMoves), ("bridge", "Bridge", bridge != nil),
      ("committee", "Committee", true), ("whitespace", "Whitespace", whitespace != nil),
      ("engagement", "Engagement", engagement != nil),
      ("action-plan", "Action plan", actionPlan != nil),
      ("meddpicc", "MEDDPICC", meddpicc != nil), ("score", "Score", score != nil),
      ("signals", "Signals", signals != nil),
      ("plan", "The plan", true),
    ]
    return entries.filter(\.isThere)
      .map { entry -> HTML in "<a href=\"#\(entry.id)\">\(entry.label)</a>" }.joined()
  }
}
