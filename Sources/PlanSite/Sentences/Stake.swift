import PlanMetrics
import PlanModel

/// What an account is about, in one clause: `€860k closes in 70 days`, `No deal is open; €1.04M is left to sell`.
struct Stake: Sendable {
  private(set) var before = ""
  /// The part that stands for the sum; empty without an anchor.
  private(set) var money = ""
  private(set) var after = ""
  /// Of the section of the account's page that the sum comes from.
  private(set) var anchor: String?

  var text: String { before + money + after }

  init(_ facts: AccountFacts) {
    let open = facts.measures.pipelineDeals
    let figures = facts.figures
    guard !open.isEmpty else {
      if setPast(facts) { return }
      before = "No deal is open"
      guard facts.account.toSell > .zero else { return }
      before += "; "
      (money, after) = (figures.money(facts.account.toSell), " is left to sell")
      anchor = "whitespace"
      return
    }
    anchor = "plan"
    let sum = facts.account.pipeline
    if open.count == 1 {
      money = sum > .zero ? figures.money(sum) : "A deal without an amount"
      after =
        facts.account.close.map { " closes \(figures.ahead($0))" }
        ?? " is open, without a close day"
      return
    }
    let deals = "\(Wording.spelled(open.count)) deals"
    money = sum > .zero ? figures.money(sum) : Wording.capital(deals)
    after =
      (sum > .zero ? " is open in \(deals)" : " without an amount are open")
      + (facts.account.close.map { ", the first closes \(figures.ahead($0))" }
        ?? ", without a close day")
  }

  /// Says of deals that should have closed that they should have, where there are any.
  private mutating func setPast(_ facts: AccountFacts) -> Bool {
    let past = facts.measures.deals.filter { ($0.close?.value ?? facts.today) < facts.today }
    guard let first = past.compactMap({ $0.close?.value }).min() else { return false }
    let days = Wording.count(facts.today - first, "day")
    let amount = past.compactMap { $0.amount?.value }.total
    let sum = amount > .zero ? facts.figures.money(amount) : nil
    anchor = "plan"
    if past.count == 1 {
      (money, after) = (sum ?? "The deal", " should have closed \(days) ago")
    } else {
      let deals = Wording.capital("\(Wording.spelled(past.count)) deals")
      money = sum.map { "\(deals), \($0)," } ?? deals
      after = " should have closed, the first \(days) ago"
    }
    return true
  }
}
