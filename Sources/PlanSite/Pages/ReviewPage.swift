import PlanModel

/// What is said in a business review, of one account or of several: the state, what moved and what is asked first, then
/// what it rests on. Made to be printed.
struct ReviewView: PageView {
  let shell: Shell
  let kicker: String
  let name: String
  /// The account's own page; empty for several.
  let plan: String
  let lead: HTML
  /// Where things stand.
  let state: [StateFigure]
  let since: String
  let moved: [Moved]
  let asks: [AskBlock]
  let sections: [SectionBlock]
  let notes: HTML
  /// Beside the page; empty where none is printed.
  let pdf: String
  let isLetter: Bool

  static let fields: [Field<ReviewView>] = withShell([
    .text("kicker") { $0.kicker }, .text("name") { $0.name }, .text("plan") { $0.plan },
    .html("lead") { $0.lead },
    .html("state") { StateFigure.html($0.state) }, .text("since") { $0.since },
    .html("moved") { $0.moved.map(\.html).joined() },
    .html("asked") { $0.asks.prefix(Ask.first).map(\.short).joined() },
    .html("sections") { $0.sections.map(\.html).joined() },
    .html("asks") { $0.asks.map(\.html).joined() }, .html("notes") { $0.notes },
    .text("pdf") { $0.pdf }, .flag("isLetter") { $0.isLetter },
  ])

  /// The review of an account.
  ///
  /// - Parameter path: Of the page, from the site's root.
  init(_ model: SiteModel, _ account: Account, path: String) {
    let review = ReviewFacts(model, account)
    shell = Shell(
      model, path: path, title: "Review of \(account.name) – \(model.program.title)",
      description: "What to say in the business review of \(account.name)", current: "Reviews")
    let segment = review.plan.segment.map { ", \($0.value)" } ?? ""
    kicker =
      "Business review, \(Figures.long(model.today)). Tier \(account.tier.rawValue)\(segment)"
    name = account.name
    plan = account.page ?? ""
    lead = ReviewSentences.lead(review)
    var notes = Footnotes(model, root: shell.root)
    let parts = ReviewSections(review, root: shell.root)
    state = parts.state(&notes)
    since = Wording.capital(ReviewSentences.since(review))
    moved = Moved.remarks.said(of: review, limit: 3)
    sections = parts.all(&notes)
    asks = Ask.remarks.said(of: review, limit: Ask.limit).map { ask in
      AskBlock(ask, note: notes.mark(ask.source, in: review.plan))
    }
    self.notes = notes.html
    (pdf, isLetter) = Self.paper(model, path, account.tier == .one)
  }

  /// The review of several accounts.
  init(_ model: SiteModel, _ group: ReviewGroup) {
    let review = GroupReviewFacts(model, group)
    shell = Shell(
      model, path: group.page, title: "Review of \(group.name) – \(model.program.title)",
      description: "What to say in the business review of \(group.name)", current: "Reviews")
    kicker = "Business review, \(Figures.long(model.today)). \(group.kind.spoken)"
    name = group.name
    plan = ""
    lead = GroupReviewSentences.lead(review)
    var notes = Footnotes(model, root: shell.root)
    let parts = GroupSections(review, root: shell.root)
    state = parts.state
    since = "Since the last review of each account, or in the last quarter"
    moved = GroupMoved.remarks.said(of: (review.moved, model.figures), limit: 3)
    sections = parts.all(&notes)
    asks = review.asks.map { pair in
      let plan = model.plan(of: pair.account)
      return AskBlock(
        pair.ask, about: parts.link(pair.account), note: notes.mark(pair.ask.source, in: plan))
    }
    self.notes = notes.html
    (pdf, isLetter) = Self.paper(model, group.page, true)
  }

  private static func paper(
    _ model: SiteModel, _ path: String, _ isPrinted: Bool
  ) -> (pdf: String, isLetter: Bool) {
    let file = isPrinted && model.input.prints ? Paper.file(of: path) : ""
    return (
      file.split(separator: "/").last.map(String.init) ?? "", model.input.paper == .letter
    )
  }
}

/// An ask as pages show it.
struct AskBlock {
  let ask: Ask
  /// The account, where there are several.
  let account: HTML
  let note: HTML

  init(_ ask: Ask, about account: HTML = HTML(), note: HTML) {
    self.ask = ask
    self.account = account.isEmpty ? account : account + ": "
    self.note = note
  }

  /// An item of the list on the first screen.
  var short: HTML {
    "<li><b>\(account)\(ask.title)</b> <span class=\"muted\">\(ask.whoWhen)</span></li>"
  }

  /// An item of the list at the end.
  var html: HTML {
    """
    <li><span><b>\(account)\(ask.title)</b>\(note) \(ask.reason)</span>\
    <span class="muted">\(ask.whoWhen)</span></li>
    """
  }
}
