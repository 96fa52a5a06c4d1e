import PlanModel

/// All reviews: of the program, its owners, its segments and its accounts.
struct ReviewsView: PageView {
  /// Rows of a table.
  static let limit = 200

  let shell: Shell
  let kicker: String
  let lead: HTML
  let owners: HTML
  let segments: HTML
  let accounts: HTML

  static let fields: [Field<ReviewsView>] = withShell([
    .text("kicker") { $0.kicker }, .html("lead") { $0.lead }, .html("owners") { $0.owners },
    .html("segments") { $0.segments }, .html("accounts") { $0.accounts },
  ])

  init(_ model: SiteModel, _ groups: [ReviewGroup]) {
    shell = Shell(
      model, path: Self.path, title: "Reviews – \(model.program.title)",
      description: "The business reviews of accounts, owners, segments and the program",
      current: "Reviews")
    kicker = Figures.full(model.today)
    let root = shell.root
    lead = Self.sentence(model, root: root)
    owners = Self.table("Owner", model, groups.filter { $0.kind == .owner }, root: root)
    segments = Self.table("Segment", model, groups.filter { $0.kind == .segment }, root: root)
    accounts = Self.accounts(model, root: root)
  }

  static let path = "qbr/index.html"

  /// `3 of 24 reviews are late; the program’s own review tells the story.`
  static func sentence(_ model: SiteModel, root: String) -> HTML {
    let link: HTML =
      "<a href=\"\(root)\(model.paths.reviews.program)\">the program’s own review</a>"
    let (late, all) = (model.summary.late, model.summary.accounts)
    guard all > 0 else { return NoAccount.sentence(model.accounts) }
    let never = model.summary.neverReviewed
    let their = late == 1 ? "its" : "their"
    let first =
      late > 0
      ? "\(Wording.grouped(late)) of \(Wording.count(all, "account")) "
        + "\(Wording.verb(late, "is", "are")) past \(their) review"
      : "No account is past its review"
    let rest =
      never > 0
      ? ", and \(Wording.grouped(never)) \(Wording.verb(never, "was", "were")) never reviewed" : ""
    return "\(first)\(rest); \(link) is the place to begin."
  }

  private static func done(_ count: PromiseCount) -> HTML {
    guard count.all > 0 else { return "–" }
    let broken: HTML =
      count.broken > 0 ? ", <span class=\"late\">\(count.broken) broken</span>" : ""
    return "\(count.done) of \(count.all)\(broken)"
  }

  private static func table(
    _ title: String, _ model: SiteModel, _ groups: [ReviewGroup], root: String
  ) -> HTML {
    guard !groups.isEmpty else { return HTML() }
    var table = DataTable(
      title,
      [
        .text(title), .number("Accounts"), .number("Late"), .number("Pipeline"),
        .number("Promises done"),
      ])
    table.data = DataLinks(.accounts, root: root)
    for group in groups.prefix(limit) {
      let promises = group.accounts.lazy.flatMap { account in
        Promise.all(in: model.plan(of: account), on: model.today)
      }
      let late = group.accounts.count(where: \.isLate)
      let money = group.accounts.map(\.pipeline).total
      table.rows.append([
        "<a href=\"\(root)\(group.page)\">\(group.name)</a>",
        "\(Wording.grouped(group.accounts.count))",
        late > 0 ? "<span class=\"late\">\(late)</span>" : "–",
        "\(money > .zero ? model.figures.money(money) : "–")", done(PromiseCount(promises)),
      ])
    }
    return ReviewSections.table(
      table, groups.count, limit, "review", in: "the folder of this page")
  }

  private static func accounts(_ model: SiteModel, root: String) -> HTML {
    guard !model.active.isEmpty else { return HTML() }
    var table = DataTable(
      "Accounts",
      [
        .text("Account"), .text("Owner"), .number("Last review"), .number("Next"),
        .number("Promises done"),
      ])
    table.data = DataLinks(.accounts, root: root)
    var tier: Tier?
    for account in model.active.prefix(limit) {
      if account.tier != tier {
        tier = account.tier
        table.rows.append(["<b>Tier \(account.tier.rawValue)</b>"])
      }
      guard let page = model.paths.reviews.accounts[account.path] else { continue }
      let last = account.sinceReview.map { model.figures.day(model.today - $0) } ?? "never"
      let promises = Promise.all(in: model.plan(of: account), on: model.today)
      table.rows.append([
        "<a href=\"\(root)\(page)\">\(account.name)</a>",
        model.name(account.owner).map { "\($0)" } ?? "<b>nobody</b>", "\(last)",
        next(account, model), done(PromiseCount(promises)),
      ])
    }
    return ReviewSections.table(
      table, model.active.count, limit, "account",
      in:
        "<a href=\"\(root)accounts.html\">the list of accounts</a>, each with a link to its review")
  }

  private static func next(_ account: Account, _ model: SiteModel) -> HTML {
    guard let due = account.reviewDue else { return "–" }
    if account.isLate {
      return "<span class=\"late\">\(Wording.count(model.today - due, "day")) late</span>"
    }
    return "\(model.figures.day(due))"
  }
}
