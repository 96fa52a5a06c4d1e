import PlanMetrics
import PlanModel

/// Where the program stands, and what needs somebody this week.
struct HomeView: PageView {
  let shell: Shell
  let kicker: String
  let lead: HTML
  let answers: [AnswerView]
  let decisions: [MoveBlock]
  let week: SectionBlock?
  let goal: SectionBlock?
  let stages: SectionBlock?
  let money: SectionBlock?
  let depth: SectionBlock?
  let executives: SectionBlock?
  let freshness: SectionBlock?
  let whitespace: SectionBlock?
  let load: SectionBlock?
  let past: SectionBlock?
  let moved: SectionBlock?
  let findings: SectionBlock?
  /// `and 70 others in the list of accounts`; empty when all are shown.
  let others: String

  static let fields: [Field<HomeView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead }, .list("answers") { $0.answers },
    .html("decisions") { $0.decisions.map(\.html).joined() },
    .html("week") { $0.week?.html ?? "" }, .html("goal") { $0.goal?.html ?? "" },
    .html("stages") { $0.stages?.html ?? "" }, .html("money") { $0.money?.html ?? "" },
    .html("depth") { $0.depth?.html ?? "" }, .html("executives") { $0.executives?.html ?? "" },
    .html("freshness") { $0.freshness?.html ?? "" },
    .html("whitespace") { $0.whitespace?.html ?? "" }, .html("load") { $0.load?.html ?? "" },
    .html("past") { $0.past?.html ?? "" }, .html("moved") { $0.moved?.html ?? "" },
    .html("findings") { $0.findings?.html ?? "" },
    .text("others") { $0.others },
  ])

  init(_ model: SiteModel) {
    let figures = model.figures
    shell = Shell(
      model, path: "index.html", title: model.program.title,
      description: "Where the program stands and what needs a decision this week",
      current: "Program")
    let days = figures.year.next - figures.year.first
    let day = model.today - figures.year.first + 1
    kicker = "Fiscal \(figures.year.name), day \(day) of \(days). \(Figures.full(model.today))"
    lead = HomeLead.sentence(
      model.summary, model.summaries, model.pace, all: model.accounts, figures)
    let loads = Load.all(model.active, in: model.program)
    answers = model.active.isEmpty ? [] : Answers.all(model, loads)
    decisions = Decisions.top(model)
    guard !model.active.isEmpty else {
      (week, goal, stages, money, depth, executives) = (nil, nil, nil, nil, nil, nil)
      (freshness, whitespace, load, past, moved, findings, others) = (
        nil, nil, nil, nil, nil, nil, ""
      )
      return
    }
    let ledger = Ledger(model)
    others =
      ledger.others > 0
      ? "and \(Wording.count(ledger.others, "other")) in the list of accounts" : ""
    let pieces = HomeSections(model: model, ledger: ledger, loads: loads)
    week = WeekTable(model: model, weeks: OwnerWeek.all(model)).block
    goal = pieces.goal
    stages = pieces.stages
    money = pieces.money
    depth = pieces.depth
    executives = pieces.executives
    freshness = pieces.freshness
    whitespace = pieces.whitespace
    load = pieces.load
    past = PastDeals(model).block
    moved = MovedBlock(model).block
    findings = pieces.findings
  }
}

/// The dashboards of the home page.
private struct HomeSections {
  let model: SiteModel
  let ledger: Ledger
  let loads: [Load]

  /// Nil without a goal.
  var goal: SectionBlock? {
    guard let goal = model.pace.goal,
      let title = PaceSentences.titles.said(of: (model.pace, model.figures)).first
    else { return nil }
    return SectionBlock(
      id: "goal", title: title,
      note: "Won deals by close day, and what the year’s open deals would add, as a sum",
      style: "c8",
      body: GoalChart(model: model, pace: model.pace, goal: goal).picture(title: title).html)
  }

  var stages: SectionBlock {
    let title = HomeSentences.stages(model.summary.stages)
    let isCounted = Tier.allCases.contains { tier in
      Stage.allCases.contains { model.summaries[tier]?.stages[$0] ?? 0 > Squares.limit }
    }
    return SectionBlock(
      id: "stages", title: title,
      note: "Accounts by stage today; "
        + (isCounted ? "counts, not rates" : "one square is one account"),
      style: model.pace.goal == nil ? "c5" : "c4",
      body: Funnel.picture(model, title: title, width: model.pace.goal == nil ? 486 : 384).html)
  }

  var money: SectionBlock {
    let title = HomeSentences.money(
      model.active.map(\.pipeline), dealing: model.summary.penetrated, model.figures)
    return SectionBlock(
      id: "money", title: title,
      note: "Open pipeline and close day, else the stage; pale bars close after this fiscal year",
      style: "c5", body: PipelineBars.picture(ledger, title: title).html)
  }

  var depth: SectionBlock {
    let title = HomeSentences.depth(model.active, model.figures)
    let windows = Tier.allCases.map { tier in
      "tier \(tier.rawValue): "
        + (model.program[tier].engagementWindow.map { "\($0) days" } ?? "any time")
    }
    return SectionBlock(
      id: "depth", title: title,
      note: "Contacts who answered in the window (\(windows.joined(separator: ", ")))",
      style: "c4", body: EngagementDots.picture(ledger, title: title).html)
  }

  var executives: SectionBlock {
    let title = HomeSentences.executives(
      required: model.summary.sponsorRequired, covered: model.summary.sponsorCovered)
    let isMissed = model.active.contains {
      $0.needsSponsor && $0.counterpart != nil && $0.lastExecutiveTouch != nil
        && !$0.isCounterpartMet
    }
    let note =
      "A sponsor, a counterpart, an executive touch in the window"
      + (isMissed ? "; bold: that touch was with somebody else" : "")
    guard ledger.shown.contains(where: \.needsSponsor) else {
      let body: HTML = """
        <p class="fig muted">The tier setting <code>sponsor</code> says from which stage on an account must \
        have one.</p>
        """
      return SectionBlock(id: "exec", title: title, note: note, style: "c3", body: body)
    }
    return SectionBlock(
      id: "exec", title: title, note: note, style: "c3",
      body: ExecutiveCoverage.picture(ledger, title: title).html)
  }

  var freshness: SectionBlock {
    var late: [Tier: Int] = [:]
    for account in model.active where account.isLate { late[account.tier, default: 0] += 1 }
    let title = HomeSentences.freshness(
      late: late, never: model.summary.neverReviewed, accounts: model.summary.accounts)
    let lanes = FreshnessBarcode.lanes(model)
    let isDense = lanes.contains { $0.accounts.count > FreshnessBarcode.barsLimit }
    let bar = isDense ? "a bar is as high as there are plans" : "one bar is one plan"
    let body: HTML
    if lanes.isEmpty {
      body = """
        <p class="fig muted">Write the day of the last account review into <code>reviewed</code> of each \
        plan.</p>
        """
    } else {
      body = FreshnessBarcode.picture(model, title: title).html
    }
    return SectionBlock(
      id: "fresh", title: title,
      note: "Days since the last review, as a share of the tier’s cadence; \(bar)", body: body)
  }

  var whitespace: SectionBlock {
    WhitespaceBlock(OfferingSum.all(model, of: model.active), model.figures, root: "").section
  }

  var load: SectionBlock {
    let hasLimit = Tier.allCases.contains { model.program[$0].maximumAccountsPerOwner != nil }
    let title = HomeSentences.load(loads, hasLimit: hasLimit, name: model.program.name(of:))
    let others = loads.count - OwnerLoad.owners
    let rest = others > 0 ? "; \(Wording.count(others, "other owner")) not drawn" : ""
    let body: HTML
    if loads.isEmpty {
      body =
        "<p class=\"fig muted\">Write <code>owner</code> into the front matter of each plan.</p>"
    } else {
      body = OwnerLoad.picture(loads, model, title: title, root: "").html
    }
    return SectionBlock(
      id: "load", title: title, note: "Accounts by owner and tier\(rest)", style: "c7", body: body)
  }

  var findings: SectionBlock {
    let counts = FindingCount.byRule(model.input.findings)
    let title = HomeSentences.findings(counts, finds: model.summary)
    var body: HTML = "<p class=\"fig muted\">Every plan meets what its tier asks for.</p>"
    if !counts.isEmpty {
      let table = FindingTable.rules(counts, model, root: "", limit: 6)
      body = "<div class=\"fig\">" + table.html + "</div>"
    }
    return SectionBlock(
      id: "findings", title: title, note: "What the linter finds, errors first", style: "c5",
      body: body)
  }
}
