import PlanMetrics
import PlanModel

/// How a segment does, whether it is resourced, and what its accounts share.
struct SegmentView: PageView {
  /// Rows of accounts; the list of accounts has them all.
  static let limit = 200

  let shell: Shell
  let name: String
  let lead: HTML
  let facts: HTML
  let accounts: HTML
  let compared: SectionBlock?
  let load: SectionBlock?
  let whitespace: [SectionBlock]
  let brief: HTML

  static let fields: [Field<SegmentView>] = withShell([
    .text("name") { $0.name }, .html("lead") { $0.lead }, .html("facts") { $0.facts },
    .html("accounts") { $0.accounts }, .html("compared") { $0.compared?.html ?? "" },
    .html("load") { $0.load?.html ?? "" },
    .html("whitespace") { $0.whitespace.map(\.html).joined() }, .html("brief") { $0.brief },
  ])

  init(_ model: SiteModel, key: String, path: String) {
    let cluster = Cluster(model, key: key)
    let group = GroupFacts(
      name: cluster.name, metrics: cluster.metrics, total: model.breakdown.total,
      figures: model.figures, isOwned: cluster.segment?.owner != nil)
    shell = Shell(
      model, path: path, title: "\(cluster.name) – \(model.program.title)",
      description: "How the segment \(cluster.name) does", current: "Segments")
    name = cluster.name
    lead = GroupSentences.lead(group)
    facts = Self.facts(cluster, model)
    let groups = Tier.allCases.compactMap { tier -> AccountGroup? in
      let own = cluster.accounts.filter { $0.tier == tier }
      return own.isEmpty
        ? nil : AccountGroup(tier, model, root: "../", of: own, limit: Self.limit)
    }
    accounts =
      groups.isEmpty
      ? "" : AccountTable(caption: "Accounts of the segment", groups: groups, model).html
    let blocks = GroupBlocks(
      model: model, facts: group, accounts: cluster.accounts, root: "../")
    let others = model.mainSegments.filter { $0 != key }
    compared = blocks.compared(
      [ShareDots.Group(label: "", name: cluster.name, metrics: cluster.metrics, isOwn: true)]
        + others.map { other in
          ShareDots.Group(
            label: "", name: model.name(ofSegment: other),
            metrics: model.breakdown.segments[other] ?? Metrics())
        },
      note: "The filled dot is \(cluster.name), a ring another segment, the bar the whole program")
    load = Self.load(cluster, model)
    whitespace = blocks.whitespace
    brief = cluster.segment.map { Self.brief($0, model) } ?? ""
  }

  private static func facts(_ cluster: Cluster, _ model: SiteModel) -> HTML {
    let figures = model.figures
    let nobody: HTML = "<b>nobody</b>"
    let tiers = Tier.allCases.compactMap { tier -> String? in
      let count = cluster.accounts.count { $0.tier == tier }
      return count == 0 ? nil : "\(Wording.grouped(count)) in tier \(tier.rawValue)"
    }
    let cost = cluster.cost(model.program)
    let pairs: [(String, HTML?)] = [
      (
        "Owner",
        cluster.segment?.owner.map { model.person($0.value, root: "../") } ?? nobody
      ),
      (
        "Marketing",
        cluster.segment?.marketing.map { model.person($0.value, root: "../") } ?? nobody
      ),
      ("Accounts", tiers.isEmpty ? nil : "\(tiers.joined(separator: ", "))"),
      ("Pipeline", "\(figures.money(cluster.metrics.summary.pipeline))"),
      ("Left to sell", "\(figures.money(cluster.metrics.summary.whitespace.toSell))"),
      ("Costs a year", cost.map { "\(figures.money($0))" }),
      ("File", cluster.segment.map { "<code>\($0.path)</code>" }),
    ]
    return pairs.compactMap { label, value -> HTML? in
      value.map { "<dt>\(label)</dt><dd>\($0)</dd>" }
    }.joined()
  }

  /// Who works the accounts of the segment, and what else they hold.
  private static func load(_ cluster: Cluster, _ model: SiteModel) -> SectionBlock? {
    guard !cluster.accounts.isEmpty else { return nil }
    let counts = Dictionary(grouping: cluster.accounts, by: \.owner).mapValues(\.count)
    let owners = counts.sorted { left, right in
      (right.value, left.key ?? "\u{10FFFF}") < (left.value, right.key ?? "\u{10FFFF}")
    }
    var table = DataTable(
      "Owners", [.text("Owner"), .number("Here"), .number("In all"), .number("Over the limit")])
    table.data = DataLinks(.people, root: "../")
    for (owner, count) in owners.prefix(30) {
      guard let owner else {
        table.rows.append(["<b>nobody</b>", "\(count)", "–", "–"])
        continue
      }
      let all = model.groups[owner].owned.map { model.active[$0] }
      let over = Tier.allCases.compactMap { tier -> String? in
        guard let limit = model.program[tier].maximumAccountsPerOwner else { return nil }
        let held = all.count { $0.tier == tier }
        return held > limit ? "\(held) of \(limit) in tier \(tier.rawValue)" : nil
      }
      table.rows.append([
        model.person(owner, root: "../"), "\(count)", "\(all.count)",
        over.isEmpty ? "–" : "<b>\(over.joined(separator: ", "))</b>",
      ])
    }
    let known = owners.count { $0.key != nil }
    let title =
      known == 0
      ? "Nobody owns its accounts"
      : "\(Wording.capital(Wording.spelled(known, "owner"))) \(Wording.verb(known, "works", "work")) its accounts"
    return SectionBlock(
      id: "load", title: title, note: "Accounts of the segment, and all that the owner holds",
      style: "c5", body: "<div class=\"fig\">" + table.html + "</div>")
  }

  /// What the segment's file says, as written.
  private static func brief(_ segment: Segment, _ model: SiteModel) -> HTML {
    var prose = Prose(pages: model.paths.accounts, path: segment.path, root: "../")
    var html = HTML()
    for section in segment.text {
      let text = section.title.plainText
      let name = text.isEmpty ? "Introduction" : text
      let style: HTML = section.kind == nil || section.kind == .brief ? "txt prose" : "txt"
      let heading: HTML = text.isEmpty ? "" : "<h3>\(prose.inline(section.title))</h3>"
      let body = prose.render(section.blocks, of: name)
      if text.isEmpty, body.isEmpty { continue }
      html += "<div class=\"\(style)\">\(heading)\(body)</div><div class=\"mar\"></div>\n"
    }
    return html
  }
}

/// A segment with its accounts.
struct Cluster {
  /// `ContactName.key` of its name.
  let key: String
  let name: String
  /// Its file; nil where there is none.
  let segment: Segment?
  let accounts: [Account]
  let metrics: Metrics

  init(_ model: SiteModel, key: String) {
    self.key = key
    segment = model.program.segments[key]
    accounts = (model.groups.segments[key] ?? []).map { model.active[$0] }
    name = model.name(ofSegment: key)
    metrics = model.breakdown.segments[key] ?? Metrics()
  }

  /// What sustained touches of its accounts cost a year; nil where a tier of theirs does not say.
  func cost(_ program: Program) -> Money? {
    var sum = Money.zero
    for tier in Tier.allCases {
      let count = accounts.count { $0.tier == tier }
      guard count > 0 else { continue }
      guard let needed = Capacity(accounts: count, program[tier]).needed else { return nil }
      sum = sum + needed
    }
    return accounts.isEmpty ? nil : sum
  }
}
