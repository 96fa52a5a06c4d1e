import PlanMetrics
import PlanModel
import PlanSource

/// What one of our people has on the plate this week, over all active accounts.
struct OwnerWeek: Sendable {
  /// Days from today, today among them.
  static let days = 7

  /// Of `people:`.
  let person: String
  /// Open tasks that are theirs and past their day, the longest first.
  var late: [Item] = []
  /// Open tasks that are theirs and due this week, the soonest first.
  var due: [Item] = []
  /// Plays planned for this week.
  var plays: [Item] = []
  /// Reviews of their accounts that are late, or fall due this week, the longest first.
  var reviews: [Item] = []

  struct Item: Sendable {
    /// In `portfolio.plans`.
    let plan: Int
    let text: String
    let day: Day
    let span: Span?
  }

  var count: Int { late.count + due.count + plays.count + reviews.count }

  /// What presses most: the task that is late longest, then a late review, then what comes next.
  func first(on today: Day) -> Item? {
    if let task = late.first { return task }
    if let review = reviews.first, review.day < today { return review }
    return (due + plays + reviews).min { $0.day < $1.day }
  }

  /// Everybody with something to do this week, the most pressed first.
  static func all(_ model: SiteModel) -> [OwnerWeek] {
    var weeks: [String: OwnerWeek] = [:]
    let (today, end) = (model.today, model.today + days)
    func add(_ person: String, _ list: WritableKeyPath<OwnerWeek, [Item]>, _ item: Item) {
      weeks[person, default: OwnerWeek(person: person)][keyPath: list].append(item)
    }
    for account in model.active {
      let plan = model.plan(of: account)
      for task in plan.duties {
        guard let day = task.due?.value, day < end else { continue }
        let item = Item(plan: account.index, text: task.text.value, day: day, span: task.row)
        for person in Set(task.people.map(\.value)) {
          add(person, day < today ? \.late : \.due, item)
        }
      }
      for play in plan.plays?.items ?? [] where play.date.value >= today && play.date.value < end {
        let item = Item(
          plan: account.index, text: play.play.value, day: play.date.value, span: play.row)
        for person in Set(play.by.map(\.value)) where !model.program.isAnswered(play) {
          add(person, \.plays, item)
        }
      }
      guard let owner = account.owner, let since = account.sinceReview,
        let every = account.reviewEvery, today - since + every < end
      else { continue }
      let item = Item(
        plan: account.index, text: "Review the plan", day: today - since + every,
        span: model.measures(of: account).lastReview?.span)
      add(owner, \.reviews, item)
    }
    return weeks.values.map { $0.sorted }.sorted { left, right in
      let (a, b) = (left.late.count, right.late.count)
      if a != b { return a > b }
      return left.count != right.count ? left.count > right.count : left.person < right.person
    }
  }

  private var sorted: OwnerWeek {
    var week = self
    for list in [\OwnerWeek.late, \.due, \.plays, \.reviews] {
      week[keyPath: list].sort { ($0.day.number, $0.plan) < ($1.day.number, $1.plan) }
    }
    return week
  }
}
