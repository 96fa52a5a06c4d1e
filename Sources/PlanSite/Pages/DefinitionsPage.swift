import PlanMetrics
import PlanModel

/// What the words of the site mean, with the numbers of this program.
struct DefinitionsView: PageView {
  let shell: Shell
  let kicker: String
  let lead: HTML
  let own: SectionBlock
  let governance: SectionBlock
  let engagement: SectionBlock
  let stages: SectionBlock
  let terms: SectionBlock
  let score: SectionBlock
  let content: SectionBlock
  let settings: [SettingView]
  let limits: SectionBlock

  static let fields: [Field<DefinitionsView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead }, .html("own") { $0.own.html },
    .html("governance") { $0.governance.html },
    .html("engagement") { $0.engagement.html }, .html("stages") { $0.stages.html },
    .html("terms") { $0.terms.html }, .html("score") { $0.score.html },
    .html("content") { $0.content.html }, .list("settings") { $0.settings },
    .html("limits") { $0.limits.html },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "definitions.html", title: "Definitions – \(model.program.title)",
      description: "What the words mean, and what the tiers ask for", current: "")
    kicker = "As planc.yml has it, over the defaults"
    lead = DefinitionWords.lead(model.program)
    let words = DefinitionSections(program: model.program, figures: model.figures)
    own = words.own
    governance = GovernanceBlock(model: model).section
    engagement = words.engagement
    stages = words.stages
    terms = words.terms
    score = words.score
    content = words.content
    settings = TierSetting.allCases.map { setting in
      SettingView(
        name: setting.rawValue, meaning: setting.summary,
        values: Tier.allCases.map { model.program[$0].written(setting) })
    }
    limits = words.limits
  }
}

private struct DefinitionSections {
  let program: Program
  let figures: Figures

  private func fig(_ table: DataTable) -> HTML { "<div class=\"fig\">" + table.html + "</div>" }

  var own: SectionBlock {
    let words = program.definitions
    guard !words.isEmpty else {
      return SectionBlock(
        id: "own", title: "No word is our own yet", style: "c7",
        body: """
          <p class="fig muted"><code>definitions: { sales-ready: "engaged, with a champion" }</code> in planc.yml says \
          what sales and marketing agreed to mean.</p>
          """)
    }
    var table = DataTable("Our own words", [.text("Word"), .text("Means")])
    for word in words { table.rows.append(["<b>\(word.word)</b>", "\(word.text)"]) }
    return SectionBlock(
      id: "own",
      title: words.count == 1
        ? "One word that sales and marketing agreed on"
        : "\(Wording.capital(Wording.spelled(words.count))) words that sales and marketing agreed on",
      note: "As planc.yml has it; what the pages themselves count stands below", style: "c7",
      body: fig(table))
  }

  var engagement: SectionBlock {
    let settings = program.engagement
    let curves = DecayCurves(
      settings: settings,
      windows: Tier.allCases.compactMap { tier in
        program[tier].engagementWindow.map { (tier, $0) }
      })
    let title = DefinitionWords.decay(settings)
    let body: HTML = """
      \(curves.picture(title: title).html)<p class="key">A contact counts at most \
      \(DefinitionWords.number(settings.cap)) points. The score of an account is their sum, and \
      \(DefinitionWords.percent(settings.breadth)) more for each person after the first with at least one point; web \
      adds at most \(DefinitionWords.number(Engagement.webLimit)) to an account, a bare “Last engaged” counts \
      \(DefinitionWords.number(Engagement.bareCell)). From \
      <b>\(Wording.count(settings.mqa, "point"))</b> on the account is an mqa, and marketing hands it to sales.</p>
      """
    return SectionBlock(
      id: "engagement", title: title,
      note: "Points of an answered touch by its age in days, by channel",
      style: "c7", body: body)
  }

  var stages: SectionBlock {
    var table = DataTable("Stages", [.text("Stage"), .text("When")])
    for (stage, meaning) in DefinitionWords.stages(program) {
      table.rows.append([
        "<span class=\"nb\">\(Micro.stage(stage.order))\(stage.rawValue)</span>", "\(meaning)",
      ])
    }
    return SectionBlock(
      id: "stages", title: "A stage is what the plan shows, unless it writes one",
      note: "The first that holds, from above", style: "c5", body: fig(table))
  }

  var terms: SectionBlock {
    var table = DataTable("What the pages count", [.text("Word"), .text("Means")])
    for (word, meaning) in DefinitionWords.terms(program) {
      table.rows.append(["<b>\(word)</b>", meaning])
    }
    return SectionBlock(
      id: "terms", title: "What the pages count", note: "Active accounts alone",
      body: fig(table))
  }

  var score: SectionBlock {
    guard let icp = program.icp else {
      return SectionBlock(
        id: "score", title: "No account has a score yet", style: "c7",
        body: """
          <p class="fig muted"><code>icp: [{ fit: industry, in: [logistics], weight: 60 }]</code> in planc.yml says whom \
          the program is for.</p>
          """)
    }
    let settings = program.score
    var table = DataTable(
      "Ideal customer profile", [.text("Fact"), .text("Is met by"), .number("Weight")])
    for criterion in icp {
      let test: String
      switch criterion.test {
      case .one(let words): test = Wording.list(words, limit: 12)
      case .any(let words): test = "any of " + Wording.list(words, limit: 12)
      case .atLeast(let least): test = "\(DefinitionWords.number(least)) or more"
      }
      table.rows.append([
        "<b>\(criterion.fact)</b>", "\(test)", "\(DefinitionWords.number(criterion.weight))",
      ])
    }
    let (high, medium, low) = (
      DefinitionWords.number(AccountScore.worth(.high)),
      DefinitionWords.number(AccountScore.worth(.medium)),
      DefinitionWords.number(AccountScore.worth(.low))
    )
    let edge = program[.one].acv?.from.map { figures.money($0) }
    let potential =
      edge.map { "the yearly value over \($0), the lower edge of tier 1, at most 100" }
      ?? "nothing while tier 1 has no lower edge of acv"
    let body: HTML = """
      <p class="fig">Score = \(DefinitionWords.percent(settings.fit)) fit + \
      \(DefinitionWords.percent(settings.potential)) potential + \(DefinitionWords.percent(settings.intent)) intent, each 0 \
      to 100. Fit is the weight of the facts met over the weight of all. Potential is \(potential); 10 more for strategic \
      weight high, 5 for medium. Intent adds the signals with a source, \(high), \(medium) or \(low) by strength, each half after \
      \(DefinitionWords.number(AccountScore.intentHalfLife)) days.</p>
      """
    return SectionBlock(
      id: "score",
      title:
        "Tier 1 from \(settings.first.points) points of 100, tier 2 from \(settings.second.points)",
      note: "The score of an account, and the ideal customer profile", style: "c7",
      body: body + fig(table))
  }

  var content: SectionBlock {
    guard let matrix = program.content else {
      return SectionBlock(
        id: "content", title: "No content is set down", style: "c5",
        body: """
          <p class="fig muted"><code>content: { awareness: { 1: [industry-briefing] } }</code> in planc.yml says what serves \
          which buying stage in which tier.</p>
          """)
    }
    var table = DataTable(
      "Content by buying stage and tier",
      [.text("Stage")] + Tier.allCases.map { .text("Tier \($0.rawValue)") })
    for stage in BuyingStage.allCases {
      table.rows.append(
        ["\(Wording.capital(stage.spoken))"]
          + Tier.allCases.map { tier in
            let words = matrix.words[stage]?[tier] ?? []
            return words.isEmpty ? "–" : "\(words.joined(separator: ", "))"
          })
    }
    let count = Set(matrix.all).count
    return SectionBlock(
      id: "content",
      title:
        "\(Wording.capital(Wording.spelled(count))) \(Wording.verb(count, "piece serves", "pieces serve")) the buying stages",
      note: "What serves which buying stage in which tier", style: "c5", body: fig(table))
  }

  var limits: SectionBlock {
    var table = DataTable("Limits", [.text("Limit"), .number("Value"), .text("What it is")])
    for limit in LimitSetting.allCases {
      let value = program.limits[keyPath: limit.path]
      table.rows.append([
        "<code>\(limit.rawValue)</code>",
        value == limit.none ? "none" : "\(Wording.grouped(value))",
        "<span class=\"muted\">\(limit.summary)</span>",
      ])
    }
    return SectionBlock(
      id: "limits", title: "What all tiers have in common", note: "Limits of planc.yml",
      body: fig(table))
  }
}
