import PlanModel

/// What needs a decision this week, over all accounts: deals without a sponsor, deals that rest on one person, plans
/// that nobody reviewed while money is at stake.
enum Decisions {
  /// The three with the most money at stake, one for an account.
  static func top(_ model: SiteModel) -> [MoveBlock] {
    let candidates = model.active.filter { $0.pipeline > .zero }.sorted { left, right in
      left.pipeline != right.pipeline ? left.pipeline > right.pipeline : left.index < right.index
    }
    var found: [MoveBlock] = []
    for candidate in candidates {
      if let move = decision(candidate, model) { found.append(move) }
      if found.count == 3 { break }
    }
    return found
  }

  static func decision(_ account: Account, _ model: SiteModel) -> MoveBlock? {
    let figures = model.figures
    let link = model.link(account, root: "")
    let money: HTML = "\(figures.money(account.pipeline))"
    let closes: HTML =
      account.close.map { "\(money) closes on \(figures.day($0))" } ?? "\(money) has no close day"
    let owner = model.name(account.owner).map { "For \($0)." } ?? "Nobody owns the account."
    let when = account.close.map { "Closes \(figures.weekday($0))" } ?? "No close day written"
    if account.needsSponsor, account.sponsor == nil {
      let people =
        account.engaged == 0
        ? "nobody is engaged" : Wording.spelled(account.engaged) + " engaged"
      return MoveBlock(
        when: when, title: "Who sponsors \(account.name)?",
        detail:
          "\(link): \(closes); \(people), and nobody of our executives stands behind it. \(owner)",
        isLate: false)
    }
    if account.isSingleThreaded {
      let rests =
        account.known == 0
        ? "we know nobody there"
        : account.engaged == 0
          ? "none of \(account.known) contacts has answered lately"
          : account.known == 1
            ? "we know one person there"
            : "one of \(account.known) contacts answers"
      return MoveBlock(
        when: when, title: "Who else do we meet at \(account.name)?",
        detail: "\(link): \(closes), and \(rests). \(owner)", isLate: false)
    }
    if account.isLate, let since = account.sinceReview, let every = account.reviewEvery {
      return MoveBlock(
        when: "Due since \(figures.day(model.today - since + every))",
        title: "Review \(account.name)",
        detail: "\(link): \(closes); the plan was last reviewed \(since) days ago. \(owner)",
        isLate: true)
    }
    return nil
  }
}
