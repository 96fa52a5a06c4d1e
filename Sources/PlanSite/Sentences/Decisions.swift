import PlanModel

/// What needs a decision this week, over all accounts: accounts that nobody owns, deals without a sponsor, deals that
/// rest on one person, plans that nobody reviewed while money is at stake.
enum Decisions {
  /// The three with the most money at stake, one for an account.
  static func top(_ model: SiteModel) -> [MoveBlock] {
    func stake(_ account: Account) -> Money {
      account.pipeline > .zero || account.owner != nil ? account.pipeline : account.toSell
    }
    let candidates = model.active.filter { stake($0) > .zero }.sorted { left, right in
      let (a, b) = (stake(left), stake(right))
      return a != b ? a > b : left.index < right.index
    }
    var found: [MoveBlock] = []
    for candidate in candidates {
      if let move = decision(candidate, model) { found.append(move) }
      if found.count == 3 { break }
    }
    return found
  }

  /// What an account may need a decision on; one of them, the first that is true.
  static let all: [Remark<(Account, SiteModel), MoveBlock>] = [
    Remark("owner", 4) { account, model in
      guard account.owner == nil else { return nil }
      let names = model.whoNames
      let late = account.isLate ? "; its review is late" : ""
      return MoveBlock(
        when: names.isEmpty ? "Nobody owns it" : "For \(names)",
        title: "Who owns \(account.name)?",
        detail: "\(money(account, model))\(late). Nobody of ours answers for it.", isLate: false)
    },
    Remark("sponsor", 3) { account, model in
      guard account.needsSponsor, account.sponsor == nil else { return nil }
      let people =
        account.engaged == 0
        ? "nobody is engaged" : Wording.spelled(account.engaged) + " engaged"
      return MoveBlock(
        when: closing(account, model), title: "Who sponsors \(account.name)?",
        detail: """
          \(money(account, model)); \(people), and nobody of our executives stands behind it. \
          \(model.whoNames.isEmpty ? owner(account, model) : "For \(model.whoNames).")
          """, isLate: false)
    },
    Remark("one thread", 2) { account, model in
      guard account.isSingleThreaded else { return nil }
      let rests =
        account.known == 0
        ? (model.plan(of: account).contacts.isEmpty
          ? "we know nobody there" : "everybody we knew there has left")
        : account.engaged == 0
          ? (account.known == 1
            ? "the one person we know has not answered lately"
            : "\(Wording.none(of: account.known)) contacts has answered lately")
          : account.known == 1
            ? "we know one person there"
            : "one of \(account.known) contacts answers"
      return MoveBlock(
        when: closing(account, model), title: "Who else do we meet at \(account.name)?",
        detail: "\(money(account, model)), and \(rests). \(owner(account, model))", isLate: false)
    },
    Remark("late review", 1) { account, model in
      guard account.isLate, let since = account.sinceReview, let every = account.reviewEvery else {
        return nil
      }
      return MoveBlock(
        when: "Due since \(model.figures.day(model.today - since + every))",
        title: "Review \(account.name)",
        detail: """
          \(money(account, model)); the plan was last reviewed \(since) days ago. \
          \(owner(account, model))
          """, isLate: true)
    },
  ]

  static func decision(_ account: Account, _ model: SiteModel) -> MoveBlock? {
    all.said(of: (account, model), limit: 1).first
  }

  private static func closing(_ account: Account, _ model: SiteModel) -> String {
    account.close.map { "Closes \(model.figures.weekday($0))" } ?? "No close day written"
  }

  private static func money(_ account: Account, _ model: SiteModel) -> HTML {
    let link = model.link(account, root: "")
    guard account.pipeline > .zero else {
      return "\(link): \(model.figures.money(account.toSell)) is left to sell"
    }
    let sum = model.figures.money(account.pipeline)
    let dated = model.measures(of: account).pipelineDeals.count
    guard let close = account.close else { return "\(link): \(sum) has no close day" }
    let day = model.figures.day(close)
    return dated == 1
      ? "\(link): \(sum) closes on \(day)"
      : "\(link): \(sum) in \(Wording.spelled(dated)) deals, the first closes on \(day)"
  }

  private static func owner(_ account: Account, _ model: SiteModel) -> String {
    model.name(account.owner).map { "For \($0)." } ?? "Nobody owns the account."
  }
}
