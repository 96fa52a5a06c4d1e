import PlanMetrics
import PlanModel

/// The sections of the review of several accounts.
struct GroupSections {
  /// Rows of the table of accounts, and of those of promises, tasks and risks.
  private static let accountLimit = 30
  private static let limit = 12

  let review: GroupReviewFacts
  let root: String

  private var figures: Figures { review.figures }
  private var model: SiteModel { review.model }

  init(_ review: GroupReviewFacts, root: String) {
    self.review = review
    self.root = root
  }

  /// The account's name, leading to its own review.
  func link(_ account: Account) -> HTML {
    guard let page = model.paths.reviews.accounts[account.path] else { return "\(account.name)" }
    return "<a href=\"\(root)\(page)\">\(account.name)</a>"
  }

  var state: [StateFigure] {
    let sum = review.summary
    func share(_ part: Int, _ whole: Int) -> HTML {
      whole == 0 ? "–" : "\(Wording.grouped(part)) of \(Wording.grouped(whole))"
    }
    return [
      StateFigure("Pipeline", "\(figures.money(sum.pipeline))"),
      StateFigure(
        "Left to sell",
        "\(sum.whitespace.toSell > .zero ? figures.money(sum.whitespace.toSell) : "–")"),
      StateFigure("Accounts with a deal", share(sum.penetrated, sum.accounts)),
      StateFigure("Deals on one, or none", share(sum.singleThreadedDeals, sum.penetrated)),
      StateFigure("Engaged contacts", share(sum.engagedContacts, sum.contacts)),
      StateFigure("Executive coverage", share(sum.sponsorCovered, sum.sponsorRequired)),
      StateFigure("Reviewed in time", share(sum.fresh, sum.accounts)),
      StateFigure("Promises done", share(review.count.done, review.count.all)),
    ]
  }

  func all(_ notes: inout Footnotes) -> [SectionBlock] {
    guard !review.accounts.isEmpty else { return [] }
    let (accounts, promises) = (self.accounts, self.promises(&notes))
    let late = self.late(&notes)
    return [accounts, promises, whitespace, late, risks(&notes)].compactMap(\.self)
  }

  private var accounts: SectionBlock {
    var table = DataTable(
      "Accounts",
      [
        .text("Account"), .text("Stage"), .text("Owner"), .number("Engaged"), .number("Pipeline"),
        .number("Closes"), .number("Reviewed"),
      ])
    table.data = DataLinks(.accounts, root: root)
    for account in review.accounts.prefix(Self.accountLimit) {
      let last = account.sinceReview.map { figures.day(model.today - $0) } ?? "never"
      table.rows.append([
        link(account), "\(account.stage.rawValue)", owner(account),
        "\(account.engaged) of \(account.known)",
        "\(account.pipeline > .zero ? figures.money(account.pipeline) : "–")",
        "<span class=\"nb\">\(account.close.map(figures.day) ?? "–")</span>",
        account.isLate ? "<span class=\"late\">\(last)</span>" : "\(last)",
      ])
    }
    return SectionBlock(
      id: "accounts", title: GroupReviewSentences.accounts(review.summary),
      note: "By tier, then pipeline; a review in red is late",
      body: ReviewSections.table(
        table, review.accounts.count, Self.accountLimit, "account",
        in: "<a href=\"\(root)accounts.html\">the list of accounts</a>"))
  }

  private func owner(_ account: Account) -> HTML {
    model.name(account.owner).map { "\($0)" } ?? "<b>nobody</b>"
  }

  private func whose(_ task: ActionTask) -> HTML {
    let names = task.people.compactMap { model.name($0.value) } + task.contacts.map(\.value)
    return names.isEmpty ? "nobody named" : "\(Wording.list(names, limit: 2))"
  }

  private func promises(_ notes: inout Footnotes) -> SectionBlock {
    let title = ReviewSentences.promises(review.count)
    guard !review.promises.isEmpty else {
      return SectionBlock(
        id: "promises", title: title,
        body: ReviewSections.hint(
          "A task below a review in <code>## Reviews</code> of a plan is a promise."))
    }
    var table = DataTable(
      "Promises",
      [.text("Promise"), .text("Account"), .text("Whose"), .number("Due"), .number("Outcome")])
    table.data = DataLinks(.reviews, root: root)
    for (index, promise) in review.promises.prefix(Self.limit) {
      let (row, account) = (PromiseRow(promise, figures), review.accounts[index])
      table.rows.append([
        row.text + notes.mark(promise.task.row, in: model.plan(of: account)), link(account),
        whose(promise.task), row.due, row.outcome,
      ])
    }
    return SectionBlock(
      id: "promises", title: title, note: "Of the last reviews; what is owed longest comes first",
      body: ReviewSections.table(
        table, review.promises.count, Self.limit, "promise", in: "the accounts’ reviews"))
  }

  private var whitespace: SectionBlock {
    let sums = OfferingSum.all(model, of: review.accounts)
    let title = HomeSentences.whitespace(sums, figures)
    guard !sums.isEmpty else {
      return SectionBlock(
        id: "whitespace", title: title,
        body: ReviewSections.hint(
          "A row in <code>## Whitespace</code> with offering, buying center, status and potential counts here."
        ))
    }
    let most = sums.map(\.toSell).max() ?? .zero
    var table = DataTable(
      "Whitespace by offering",
      [
        .text("Offering"), .number("Owned"), .number("Pursued"), .number("Open"),
        .number("Competitors"), .number("Left to sell"), .text("Drawn"),
      ])
    table.data = DataLinks(.whitespace, root: root)
    func money(_ sum: Money) -> HTML { sum > .zero ? "\(figures.money(sum))" : "–" }
    for sum in sums.prefix(Self.limit) {
      table.rows.append([
        "\(sum.offering)", money(sum.owned), money(sum.pursuing), money(sum.open),
        money(sum.competitor), "<b>\(money(sum.toSell))</b>",
        sum.toSell > .zero ? Micro.bar(sum.toSell.share(of: most), "fa") : "",
      ])
    }
    return SectionBlock(
      id: "whitespace", title: title, note: "Potential by offering, without what is in a deal",
      body: ReviewSections.table(
        table, sums.count, Self.limit, "offering", in: "the accounts’ plans"))
  }

  private func late(_ notes: inout Footnotes) -> SectionBlock? {
    let title = GroupReviewSentences.late(review.late, on: model.today)
    guard !review.late.isEmpty else { return nil }
    var table = DataTable(
      "Late tasks", [.text("Task"), .text("Account"), .text("Whose"), .number("Late by")])
    table.data = DataLinks(.tasks, root: root)
    for (index, task) in review.late.prefix(Self.limit) {
      let account = review.accounts[index]
      let days = task.due.map { Wording.count(model.today - $0.value, "day") } ?? ""
      table.rows.append([
        "\(task.text.value)" + notes.mark(task.row, in: model.plan(of: account)), link(account),
        whose(task), "<span class=\"late\">\(days)</span>",
      ])
    }
    return SectionBlock(
      id: "late", title: title, note: "In action plans and whitespace, the oldest first",
      body: ReviewSections.table(
        table, review.late.count, Self.limit, "task", in: "the accounts’ reviews"))
  }

  private func risks(_ notes: inout Footnotes) -> SectionBlock {
    let title = GroupReviewSentences.risks(review.risks.map(\.risk))
    guard !review.risks.isEmpty else {
      return SectionBlock(
        id: "risks", title: title,
        body: ReviewSections.hint(
          "A row in <code>## Risks</code> of severity high counts here."))
    }
    var table = DataTable(
      "Severe risks", [.text("Risk"), .text("Account"), .text("Answer"), .text("Owner")])
    table.data = DataLinks(.risks, root: root)
    for (index, risk) in review.risks.prefix(Self.limit) {
      let account = review.accounts[index]
      table.rows.append([
        "\(risk.risk.value)" + notes.mark(risk.row, in: model.plan(of: account)), link(account),
        risk.mitigation.map { "\($0.value)" } ?? "<b>none written</b>",
        "<span class=\"nb\">\(model.name(risk.owner?.value) ?? "nobody")</span>",
      ])
    }
    return SectionBlock(
      id: "risks", title: title, note: "Of severity high, those without an answer first",
      body: ReviewSections.table(
        table, review.risks.count, Self.limit, "risk", in: "the accounts’ reviews"))
  }
}
