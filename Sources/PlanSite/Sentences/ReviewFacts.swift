import PlanMetrics
import PlanModel

/// What the review of one account is told from: the account's facts, what was promised, and what moved since.
final class ReviewFacts: Sendable {
  let facts: AccountFacts
  let promises: [Promise]
  let movement: Movement

  init(_ model: SiteModel, _ account: Account) {
    let facts = AccountFacts(model, account)
    self.facts = facts
    promises = Promise.all(in: facts.plan, on: facts.today)
    movement = Movement(facts.plan, facts.measures)
  }

  var plan: Plan { facts.plan }
  var account: Account { facts.account }
  var figures: Figures { facts.figures }
  var today: Day { facts.today }

  /// When an ask is to be answered that the plan has no day for: by the next review, or halfway to the next close day if
  /// that comes first; in this review if it is due, or nothing lies between.
  var byNextReview: String {
    guard let since = account.sinceReview, let every = account.reviewEvery else {
      return "in this review"
    }
    let halfway = account.close.map { ($0 - today) / 2 }
    let days = min(every - since, halfway ?? Int.max)
    return days > 0 ? "by \(figures.day(today + days))" : "in this review"
  }

  /// Who leads the program and so decides what no account decides; nil where the settings name nobody.
  var leaders: String? {
    let names = facts.model.whoNames
    return names.isEmpty ? nil : names
  }

  /// Names of ours and theirs: `Saskia Peeters, Joost Verbeek`.
  func people(_ task: ActionTask, limit: Int = 3) -> String {
    let names = task.people.compactMap { facts.model.name($0.value) } + task.contacts.map(\.value)
    return names.isEmpty ? "nobody named" : Wording.list(names, limit: limit)
  }

  /// Who of ours is asked for a task: its first person, else the account's owner.
  func asked(_ person: String?) -> String {
    facts.model.name(person ?? account.owner) ?? "whoever takes the account"
  }
}
