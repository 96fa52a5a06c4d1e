import PlanMetrics
import PlanModel

/// What the review of several accounts says first, and the titles of its sections.
enum GroupReviewSentences {
  /// `Nine accounts carry €2.10M in five deals. Three reviews are late; four of six promises are broken.`
  static func lead(_ review: GroupReviewFacts) -> HTML {
    let accounts = review.accounts.count
    guard accounts > 0 else {
      return review.group.kind == .program
        ? NoAccount.sentence(review.model.accounts) : "No active account belongs here."
    }
    let moved = GroupMoved.remarks.said(of: (review.moved, review.figures), limit: 1).first
    let parts = [
      moved.map { "since the last reviews \($0.clause)" }, late(review.summary),
      ReviewSentences.owed(review.count),
    ].compactMap(\.self)
    let year =
      review.group.kind == .program
      ? PaceSentences.lead(review.model.pace, review.figures, home: "../index.html") : ""
    return """
      \(year.isEmpty ? year : year + ". ")\(money(review.accounts, review.figures)). \
      \(Wording.capital(parts.joined(separator: "; "))).
      """
  }

  /// `Nine of 22 accounts carry €3.60M of open pipeline`.
  static func money(_ accounts: [Account], _ figures: Figures) -> String {
    let carrying = accounts.count { $0.pipeline > .zero }
    let all = Wording.spelled(accounts.count, "account")
    guard carrying > 0 else {
      let toSell = accounts.map(\.toSell).total
      let have = Wording.verb(accounts.count, "has", "have")
      return "\(Wording.capital(all)) \(have) no open pipeline"
        + (toSell > .zero ? ", and \(figures.money(toSell)) left to sell" : "")
    }
    let who =
      carrying == accounts.count ? all : "\(Wording.spelled(carrying)) of \(all)"
    return "\(Wording.capital(who)) \(Wording.verb(carrying, "carries", "carry")) "
      + "\(figures.money(accounts.map(\.pipeline).total)) of open pipeline"
  }

  private static func late(_ summary: Summary) -> String {
    if summary.late > 0 {
      return
        "\(Wording.spelled(summary.late, "review")) \(Wording.verb(summary.late, "is", "are")) late"
    }
    let never = summary.neverReviewed
    if never > 0 {
      return
        "no review is late, \(Wording.spelled(never)) \(Wording.verb(never, "was", "were")) never held"
    }
    return "no review is late"
  }

  /// `Five of nine accounts have an open deal`.
  static func accounts(_ summary: Summary) -> String {
    let (deals, all) = (summary.penetrated, summary.accounts)
    if all == 0 { return "No account" }
    if all == 1 {
      return deals == 1 ? "The one account has an open deal" : "The one account has no open deal"
    }
    if deals == 0 { return "\(Wording.capital(Wording.none(of: all))) accounts has an open deal" }
    if deals == all, all == 2 { return "Both accounts have an open deal" }
    if deals == all { return "\(Wording.capital(Wording.all(all))) accounts have an open deal" }
    let some = Wording.capital(Wording.spelled(deals))
    let have = Wording.verb(deals, "has", "have")
    return "\(some) of \(Wording.spelled(all)) accounts \(have) an open deal"
  }

  /// `Six tasks are late in four accounts, the oldest by 40 days`.
  static func late(_ late: [(account: Int, task: ActionTask)], on today: Day) -> String {
    guard let first = late.first, let due = first.task.due?.value else { return "No task is late" }
    let days = Wording.count(today - due, "day")
    let accounts = Set(late.map(\.account)).count
    if late.count == 1 { return "One task is late, by \(days)" }
    let places = accounts == 1 ? "one account" : "\(Wording.spelled(accounts)) accounts"
    let all = Wording.capital(Wording.spelled(late.count))
    return "\(all) tasks are late in \(places), the oldest by \(days)"
  }

  /// `Four severe risks; one has no answer`.
  static func risks(_ risks: [Risk]) -> String {
    guard !risks.isEmpty else { return "No severe risk is written" }
    let open = risks.count { $0.mitigation == nil }
    let all = Wording.capital(Wording.spelled(risks.count, "severe risk"))
    if open == 0 {
      return risks.count == 1 ? "\(all), with an answer" : "\(all); each has an answer"
    }
    if open == risks.count {
      return risks.count == 1 ? "\(all), without an answer" : "\(all); none has an answer"
    }
    return "\(all); \(Wording.spelled(open)) \(Wording.verb(open, "has", "have")) no answer"
  }
}
