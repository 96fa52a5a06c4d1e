import PlanMetrics
import PlanModel

/// What an account's page says first, and the titles of its pictures.
enum AccountSentences {
  /// `€860k closes in 70 days. Four of nine people are engaged; the economic buyer has been silent for 128 days.`
  static func lead(_ facts: AccountFacts) -> HTML {
    switch facts.account.status {
    case .paused: return "This account is paused: it counts in no figure of the program."
    case .retired: return "This account is retired: it counts in no figure of the program."
    case .active, .draft: break
    }
    let troubles = people(facts).joined(by: ", and ")
    return money(facts) + ". " + engaged(facts) + (troubles.isEmpty ? "." : "; " + troubles + ".")
  }

  /// What is at stake and when; the money leads to the section it comes from.
  private static func money(_ facts: AccountFacts) -> HTML {
    let stake = Stake(facts)
    guard let anchor = stake.anchor else { return "\(stake.before)" }
    return "\(stake.before)<a href=\"#\(anchor)\">\(stake.money)</a>\(stake.after)"
  }

  static func engaged(_ facts: AccountFacts) -> HTML {
    let (engaged, known) = (facts.account.engaged, facts.account.known)
    if known == 0 {
      return facts.plan.contacts.isEmpty
        ? "<a href=\"#committee\">Nobody</a> is known yet"
        : "<a href=\"#committee\">Everybody</a> we knew has left"
    }
    if known == 1 {
      return engaged == 1
        ? "The <a href=\"#committee\">one person</a> we know is engaged"
        : "The <a href=\"#committee\">one person</a> we know is not engaged"
    }
    if engaged == 0 {
      return
        "<a href=\"#committee\">\(Wording.capital(Wording.none(of: known)))</a> people is engaged"
    }
    if engaged == known {
      return "<a href=\"#committee\">\(Wording.capital(Wording.all(known)))</a> people are engaged"
    }
    let count = Wording.capital(Wording.spelled(engaged))
    return """
      <a href="#committee">\(count) of \(Wording.spelled(known))</a> people \
      \(Wording.verb(engaged, "is", "are")) engaged
      """
  }

  /// The two weightiest things about people that stand against the deal.
  static func people(_ facts: AccountFacts) -> [HTML] {
    var parts: [HTML] = []
    if facts.account.owner == nil { parts.append("nobody of ours owns the account") }
    if let (contact, measure) = facts.quietDeciders.first {
      parts.append("\(facts.silence(contact, measure))")
    }
    if let opponent = facts.opponents.first(where: { $0.stance?.value == .opponent }) {
      parts.append("\(opponent.name.value) opposes us")
    }
    if let role = facts.missing.first {
      let more = facts.missing.count - 1
      let rest =
        more > 1
        ? " or fills \(Wording.spelled(more, "other role"))"
        : more == 1 ? " or \(Wording.part(facts.missing[1]))" : ""
      parts.append("nobody we know is \(Wording.part(role))\(rest)")
    }
    return Array(parts.prefix(2))
  }

  /// The whitespace's title.
  static func whitespace(_ matrix: WhitespaceMatrix) -> String {
    let figures = matrix.figures
    let total = matrix.toSell { _ in true }
    guard total > .zero else {
      let open = matrix.listed.count(where: \.isUnsold)
      if open > 0 {
        return "\(Wording.capital(Wording.spelled(open, "cell"))) left to sell, without a sum"
      }
      return matrix.listed.contains(where: \.isInDeal)
        ? "All that could be sold is in a deal" : "Nothing is left to sell on this map"
    }
    let sums = matrix.centers.map { center in
      (center: center, money: matrix.toSell { $0.buyingCenter.value == center })
    }
    let most = sums.map(\.money).max() ?? .zero
    guard sums.count(where: { $0.money > .zero }) > 1,
      let top = sums.first(where: { $0.money == most })
    else {
      let place = sums.first { $0.money > .zero }?.center ?? ""
      return "\(figures.money(total)) is left to sell, all of it in \(place)"
    }
    return
      "\(figures.money(total)) is left to sell, \(figures.money(top.money)) of it in \(top.center)"
  }

  /// The title of the next steps.
  static func steps(_ matrix: WhitespaceMatrix) -> String {
    let open = matrix.listed.filter(\.isUnsold)
    let planned = open.count { $0.nextStep != nil }
    if open.isEmpty { return "No square is open" }
    if planned == open.count {
      return open.count == 1
        ? "The one open square has a next step" : "Every open square has a next step"
    }
    if planned == 0 {
      return open.count == 1
        ? "The one open square has no next step" : "No open square has a next step"
    }
    return
      "\(Wording.capital(Wording.spelled(planned))) of \(Wording.spelled(open.count)) open squares "
      + "\(Wording.verb(planned, "has", "have")) a next step"
  }
}
