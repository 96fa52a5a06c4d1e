import PlanMetrics
import PlanModel
import PlanSource

/// What one of our people has on the plate this week, over all active accounts.
struct OwnerWeek: Sendable {
  /// The days after today that are still of this week: the same weekday of the next one is the last.
  static let days = 7

  /// Of `people:`; nil for what waits on accounts without an owner.
  let person: String?
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

  /// Reviews that are late, the longest first.
  func lateReviews(on today: Day) -> [Item] { reviews.filter { $0.day < today } }

  /// What presses most: the task or review that is late longest, else what comes next.
  var first: Item? { (late + due + plays + reviews).min { $0.day < $1.day } }

  /// Whether a day is today or one of this week's.
  static func holds(_ day: Day, from today: Day) -> Bool { (0...days).contains(day - today) }

  /// Everybody with something to do this week: who is late longest first, then who has most to do.
  static func all(_ model: SiteModel) -> [OwnerWeek] {
    var weeks: [String?: OwnerWeek] = [:]
    let (today, end) = (model.today, model.today + days)
    func add(_ person: String?, _ list: WritableKeyPath<OwnerWeek, [Item]>, _ item: Item) {
      weeks[person, default: OwnerWeek(person: person)][keyPath: list].append(item)
    }
    for account in model.active {
      let plan = model.plan(of: account)
      for task in plan.duties {
        guard let day = task.due?.value, day <= end else { continue }
        let item = Item(plan: account.index, text: task.text.value, day: day, span: task.row)
        let isNobodys = task.people.isEmpty && task.contacts.isEmpty && account.owner == nil
        for person in isNobodys ? [nil] : Set(task.people.map(\.value) as [String?]) {
          add(person, day < today ? \.late : \.due, item)
        }
      }
      for play in plan.plays?.items ?? []
      where play.isPlanned(on: today) && play.date.value <= end {
        let item = Item(
          plan: account.index, text: play.play.value, day: play.date.value, span: play.row)
        for person in Set(play.by.map(\.value)) { add(person, \.plays, item) }
      }
      guard let due = account.reviewDue, due <= end else { continue }
      let item = Item(
        plan: account.index, text: "Review the plan", day: due,
        span: model.measures(of: account).lastReview?.span)
      add(account.owner, \.reviews, item)
    }
    return weeks.values.map { $0.sorted }.sorted { left, right in
      let (a, b) = (left.first?.day ?? end, right.first?.day ?? end)
      if a != b, min(a, b) < today { return a < b }
      if left.count != right.count { return left.count > right.count }
      return left.person ?? "" < right.person ?? ""
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
