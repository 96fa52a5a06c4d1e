import PlanMetrics
import PlanModel

/// What the home page says, chosen by what the figures say.
enum HomeSentences {
  /// `Four accounts hold €2.60M of the €3.84M`.
  ///
  /// - Parameter dealing: Accounts with an open deal, whatever its amount and day.
  static func money(_ pipelines: [Money], dealing: Int, _ figures: Figures) -> String {
    let open = pipelines.filter { $0 > .zero }.sorted(by: >)
    let total = open.total
    if open.isEmpty {
      return dealing == 0 ? "No deal is open" : "No open deal has an amount and a day ahead"
    }
    if open.count == 1 { return "All \(figures.money(total)) of pipeline is in one account" }
    var sum = Money.zero
    for (index, money) in open.enumerated() {
      sum = sum + money
      guard sum.share(of: total) >= 0.6 else { continue }
      guard (index + 1) * 2 <= open.count, index < 12 else { break }
      let accounts = Wording.capital(Wording.spelled(index + 1, "account"))
      return "\(accounts) \(Wording.verb(index + 1, "holds", "hold")) \(figures.money(sum)) of the "
        + figures.money(total)
    }
    return "\(figures.money(total)) is spread over \(Wording.spelled(open.count)) accounts"
  }

  /// `Three accounts with a deal, €960k, rest on one person`.
  static func depth(_ accounts: [Account], _ figures: Figures) -> String {
    let dealing = accounts.filter { $0.deals > 0 }
    let single = dealing.filter(\.isSingleThreaded)
    if !single.isEmpty {
      let sum = single.map(\.pipeline).total
      let money = sum > .zero ? ", \(figures.money(sum))," : ""
      let count = Wording.capital(Wording.spelled(single.count, "account"))
      return
        "\(count) with a deal\(money) \(Wording.verb(single.count, "rests", "rest")) on \(whom(single))"
    }
    if !dealing.isEmpty { return "No deal rests on one person" }
    let known = accounts.map(\.known).reduce(0, +)
    if known == 0 { return "Nobody is known yet" }
    let engaged = accounts.map(\.engaged).reduce(0, +)
    return "\(Wording.grouped(engaged)) of \(Wording.count(known, "contact")) "
      + "\(Wording.verb(engaged, "is", "are")) engaged"
  }

  /// On whom accounts rest that no two people answer in: `one person`, `nobody`, `one person or nobody`.
  static func whom(_ single: [Account]) -> String {
    let nobody = single.count { $0.engaged == 0 }
    return nobody == 0 ? "one person" : nobody == single.count ? "nobody" : "one person or nobody"
  }

  /// `Five of eight accounts lack executive cover`.
  static func executives(required: Int, covered: Int) -> String {
    if required == 0 { return "No account has to have an executive sponsor yet" }
    let missing = required - covered
    if missing == 0 {
      return required == 1
        ? "The one account that must have a sponsor is covered"
        : "\(Wording.capital(Wording.all(required))) accounts that must have a sponsor are covered"
    }
    if missing == required {
      return required == 1
        ? "The one account that must have a sponsor lacks executive cover"
        : "\(Wording.capital(Wording.all(required))) accounts that must have a sponsor lack executive cover"
    }
    return "\(Wording.capital(Wording.spelled(missing))) of \(Wording.spelled(required)) accounts "
      + "\(Wording.verb(missing, "lacks", "lack")) executive cover"
  }

  /// `Five plans are past their review, three of them in tier 1`.
  static func freshness(late: [Tier: Int], never: Int, accounts: Int) -> String {
    let sum = late.values.reduce(0, +)
    let neverText = Wording.spelled(never, "plan")
    if sum == 0 {
      if accounts == 0 { return "There is no plan to review yet" }
      if never == accounts { return "No plan was ever reviewed" }
      if never > 0 {
        return
          "No review is late; \(neverText) \(Wording.verb(never, "was", "were")) never reviewed"
      }
      return accounts == 1
        ? "The one plan was reviewed in time"
        : "\(Wording.capital(Wording.all(accounts))) plans were reviewed in time"
    }
    let plans = Wording.capital(Wording.spelled(sum, "plan"))
    let base =
      "\(plans) \(Wording.verb(sum, "is", "are")) past \(Wording.verb(sum, "its", "their")) review"
    guard let first = Tier.allCases.first(where: { late[$0, default: 0] > 0 }) else { return base }
    let count = late[first, default: 0]
    if count == sum {
      return base
        + (sum == 1 ? ", in tier \(first.rawValue)" : ", all of them in tier \(first.rawValue)")
    }
    return base + ", \(Wording.spelled(count)) of them in tier \(first.rawValue)"
  }

  /// `Forecast is €2.29M of the €5.74M still to sell`.
  static func whitespace(_ sums: [OfferingSum], _ figures: Figures) -> String {
    let total = sums.map(\.toSell).total
    guard let top = sums.max(by: { $0.toSell < $1.toSell }), total > .zero else {
      return sums.isEmpty
        ? "Nothing with a potential is left to sell outside of a deal"
        : "Nothing of the mapped whitespace is left to sell"
    }
    if sums.count(where: { $0.toSell > .zero }) == 1 {
      return "All \(figures.money(total)) still to sell is \(top.offering)"
    }
    return
      "\(top.offering) is \(figures.money(top.toSell)) of the \(figures.money(total)) still to sell"
  }

  /// `Eight accounts are at stage opportunity; only two are next in line`.
  static func stages(_ stages: [Stage: Int]) -> String {
    let (deals, next) = (stages[.opportunity, default: 0], stages[.mqa, default: 0])
    let won = stages[.closedWon, default: 0]
    if deals == 0 {
      if won > 0 {
        return
          "No account is at stage opportunity; \(Wording.spelled(won)) \(Wording.verb(won, "has", "have")) bought"
      }
      let engaged = stages[.engaged, default: 0] + next
      if engaged == 0 { return "No account has come as far as engaged yet" }
      return
        "No account is at stage opportunity yet; \(Wording.spelled(engaged)) \(Wording.verb(engaged, "is", "are")) engaged or beyond"
    }
    let first =
      "\(Wording.capital(Wording.spelled(deals, "account"))) \(Wording.verb(deals, "is", "are")) at stage opportunity"
    if next == 0 { return first + "; nobody is next in line" }
    let only = next * 2 < deals ? "only " : ""
    return first
      + "; \(only)\(Wording.spelled(next)) \(Wording.verb(next, "is", "are")) next in line"
  }

  /// `Nadia Brandt holds one tier-1 account too many`.
  static func load(_ loads: [Load], hasLimit: Bool, name: (String) -> String) -> String {
    let over = loads.filter { $0.over != nil }
    if let first = over.first, let excess = first.over {
      if over.count > 1 {
        return
          "\(Wording.capital(Wording.spelled(over.count))) owners hold more accounts than they may"
      }
      let much = excess.count - excess.limit
      return "\(name(first.owner)) holds \(Wording.spelled(much)) tier-\(excess.tier.rawValue) "
        + "\(much == 1 ? "account" : "accounts") too many"
    }
    if loads.isEmpty { return "No account has an owner yet" }
    return hasLimit
      ? "No owner holds more accounts than they may"
      : "\(Wording.capital(Wording.spelled(loads.count, "owner"))) \(Wording.verb(loads.count, "works", "work")) the accounts"
  }

  /// `12 of 26 findings are of one kind: a role that the tier asks for and nobody holds`.
  ///
  /// - Parameter finds: What a rule finds, in one sentence.
  static func findings(_ counts: [FindingCount], finds: (String) -> String) -> String {
    let sum = counts.map(\.all).reduce(0, +)
    guard let top = counts.max(by: { $0.all < $1.all }), sum > 0 else {
      return "There is no finding"
    }
    if sum == 1 { return "There is one finding" }
    let what = RuleWords.phrase(finds(top.name)).replacing("`", with: "")
    if counts.count == 1 { return "All \(Wording.grouped(sum)) findings are of one kind: \(what)" }
    if top.all * 5 < sum || top.all == 1 {
      return
        "\(Wording.grouped(sum)) findings are spread over \(Wording.spelled(counts.count)) rules"
    }
    return
      "\(Wording.grouped(top.all)) of \(Wording.grouped(sum)) findings are of one kind: \(what)"
  }
}
