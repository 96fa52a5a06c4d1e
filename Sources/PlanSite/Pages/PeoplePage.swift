import PlanModel

/// Everybody of ours, with what they hold and what they owe.
struct PeopleView: PageView {
  /// Rows of the table.
  static let limit = 1000

  let shell: Shell
  let kicker: String
  let lead: HTML
  let load: SectionBlock?
  let sponsors: SectionBlock?
  let people: HTML
  /// `and 20 others`; empty when all are shown.
  let others: String

  static let fields: [Field<PeopleView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead },
    .html("load") { $0.load?.html ?? "" }, .html("people") { $0.people },
    .html("sponsors") { $0.sponsors?.html ?? "" },
    .text("others") { $0.others },
  ])

  init(_ model: SiteModel) {
    shell = Shell(
      model, path: "people/index.html", title: "People – \(model.program.title)",
      description: "Who of ours holds which accounts and owes which tasks", current: "People")
    kicker = Figures.full(model.today)
    let crew = Crew(model)
    lead = PeopleSentences.lead(crew)
    let loads = Load.all(model.active, in: model.program)
    if loads.isEmpty {
      load = nil
    } else {
      let hasLimit = Tier.allCases.contains { model.program[$0].maximumAccountsPerOwner != nil }
      let title = HomeSentences.load(loads, hasLimit: hasLimit, name: model.program.name(of:))
      let rest = loads.count - OwnerLoad.owners
      load = SectionBlock(
        id: "load", title: title,
        note: "Accounts by owner and tier"
          + (rest > 0 ? "; \(Wording.count(rest, "other owner")) in the table" : ""),
        style: "c7", body: OwnerLoad.picture(loads, model, title: title, root: "../").html)
    }
    sponsors = Self.sponsors(crew, model)
    people = crew.members.isEmpty ? "" : Self.table(crew, model)
    let rest = crew.members.count - Self.limit
    others = rest > 0 ? "and \(Wording.count(rest, "other")) with less to do" : ""
  }

  /// Who of the executives stands behind how many accounts; nil where nobody does.
  private static func sponsors(_ crew: Crew, _ model: SiteModel) -> SectionBlock? {
    let limit = model.program.limits.maximumAccountsPerSponsor
    let sponsors = crew.members.filter { $0.sponsored > 0 }
      .stably { $0.sponsored > $1.sponsored }
    guard !sponsors.isEmpty else { return nil }
    var table = DataTable(
      "Sponsors",
      [.text("Sponsor"), .number("Accounts"), .number("Covered"), .number("Pipeline")])
    table.data = DataLinks(.people, root: "../")
    for sponsor in sponsors.prefix(OwnerLoad.owners) {
      let accounts = model.groups[sponsor.id].sponsored.map { model.active[$0] }
      let money = accounts.map(\.pipeline).total
      table.rows.append([
        model.person(sponsor.id, root: "../"),
        sponsor.sponsored > limit ? "<b>\(sponsor.sponsored)</b>" : "\(sponsor.sponsored)",
        "\(accounts.count(where: \.isCovered))",
        money > .zero ? "\(model.figures.money(money))" : "–",
      ])
    }
    let rest = sponsors.count - OwnerLoad.owners
    let more: HTML =
      rest > 0 ? "<p class=\"muted\">and \(Wording.count(rest, "other sponsor"))</p>" : ""
    return SectionBlock(
      id: "sponsors", title: PeopleSentences.sponsors(sponsors.map(\.sponsored), limit: limit),
      note: "Accounts they sponsor, of at most \(Wording.grouped(limit)) each", style: "c5",
      body: "<div class=\"fig\">" + table.html + more + "</div>")
  }

  private static func table(_ crew: Crew, _ model: SiteModel) -> HTML {
    var html: HTML = """
      <div class="box fig" tabindex="0" role="region" aria-label="People"><table class="dense">\
      <caption class="vh">People, by late and open tasks</caption><thead><tr>\
      <th scope="col">Name</th><th scope="col" class="num">Late</th>\
      <th scope="col" class="num">Open tasks</th>\
      <th scope="col"><span class="vh">Open tasks drawn</span></th>\
      <th scope="col">Role</th><th scope="col">Team</th><th scope="col">Pod</th>
      """
    for tier in Tier.allCases {
      html += "<th scope=\"col\" class=\"num\">Tier \(tier.rawValue)</th>"
    }
    html += """
      <th scope="col" class="num">Pipeline</th><th scope="col" class="num">Sponsors</th></tr></thead><tbody>

      """
    let most = crew.members.map(\.open).max() ?? 0
    for member in crew.members.prefix(limit) {
      html += row(member, of: most, model)
    }
    return html + "</tbody></table></div>" + DataLinks(.people, root: "../").html
  }

  private static func row(_ member: Crew.Member, of most: Int, _ model: SiteModel) -> HTML {
    func count(_ number: Int) -> String { number > 0 ? Wording.grouped(number) : "–" }
    let person = model.program.people?[member.id]
    let pod: HTML =
      model.paths.pods[member.id].map { "<a href=\"../\($0)\">this week</a>" } ?? "–"
    let bar = member.open > 0 ? Micro.bar(Double(member.open) / Double(max(most, 1)), "fa2") : ""
    let late: HTML = member.late > 0 ? " class=\"num late\"" : " class=\"num muted\""
    var html: HTML = """
      <tr><th scope="row">\(model.person(member.id, root: "../"))</th>\
      <td\(late)>\(count(member.late))</td><td class="num">\(count(member.open))</td><td>\(bar)</td>\
      <td>\(person?.job?.title ?? "–")</td><td>\(person?.team ?? "–")</td><td>\(pod)</td>
      """
    for tier in Tier.allCases { html += "<td class=\"num\">\(count(member[tier]))</td>" }
    return html + """
      <td class="num">\(member.pipeline > .zero ? model.figures.money(member.pipeline) : "–")</td>\
      <td class="num">\(count(member.sponsored))</td></tr>

      """
  }
}

/// Everybody of ours, counted.
struct Crew {
  struct Member {
    let id: String
    let name: String
    /// Accounts owned, by tier.
    let accounts: [Tier: Int]
    let pipeline: Money
    let sponsored: Int
    let open: Int
    let late: Int

    subscript(tier: Tier) -> Int { accounts[tier] ?? 0 }
  }

  /// By late tasks, open tasks, pipeline and name.
  let members: [Member]
  /// Active accounts that nobody owns.
  let ownerless: Int

  init(_ model: SiteModel) {
    ownerless = model.active.count { $0.owner == nil }
    members = model.paths.people.keys.map { id in
      let group = model.groups[id]
      let owned = group.owned.map { model.active[$0] }
      return Member(
        id: id, name: model.program.name(of: id),
        accounts: Dictionary(grouping: owned, by: \.tier).mapValues(\.count),
        pipeline: owned.map(\.pipeline).total, sponsored: group.sponsored.count,
        open: group.open, late: group.late)
    }.sorted { left, right in
      if left.late != right.late { return left.late > right.late }
      if left.open != right.open { return left.open > right.open }
      if left.pipeline != right.pipeline { return left.pipeline > right.pipeline }
      return (left.name, left.id) < (right.name, right.id)
    }
  }
}
