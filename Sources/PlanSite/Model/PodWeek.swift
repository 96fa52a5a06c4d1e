import PlanMetrics
import PlanModel
import PlanSource

/// What a pod did in the last seven days, and what the next seven ask of it: the accounts of one owner.
struct PodWeek: Sendable {
  /// Days behind today, and ahead of it.
  static let days = OwnerWeek.days

  struct Touched: Sendable {
    let account: Account
    let play: Play
  }

  struct Ignored: Sendable {
    let account: Account
    let signal: Signal
  }

  struct Member: Sendable {
    let id: String
    /// What they do in the pod, each word once.
    var roles: [String]
    var accounts = 0
    var open = 0
    var late = 0
  }

  let owner: String
  let today: Day
  let accounts: [Account]
  /// Answered plays of the last seven days, the latest first.
  let answers: [Touched]
  /// Unanswered ones of the same days.
  let tries: [Touched]
  /// Plays of the next seven days, the next first.
  let due: [Touched]
  /// Whether a signal came in inside the engagement window.
  let hasSignals: Bool
  /// Signals of that window that nobody followed with a talk; the strongest first, then the oldest.
  let signals: [Ignored]
  /// Open tasks and promises of its accounts, by day.
  let duties: [Duty]
  /// Reviews that are late, or due in the next seven days; the most pressing first. Negative days are days late.
  let reviews: [(account: Account, inDays: Int)]
  /// Accounts with a deal that must have a sponsor and have none.
  let sponsorless: [Account]
  /// The owner, then by what they do and name.
  let members: [Member]

  init(_ model: SiteModel, owner: String) {
    let today = model.today
    self.owner = owner
    self.today = today
    accounts = model.groups[owner].owned.map { model.active[$0] }
    var (answers, tries, due): ([Touched], [Touched], [Touched]) = ([], [], [])
    var (signals, duties): ([Ignored], [Duty]) = ([], [])
    var hasSignals = false
    for account in accounts {
      let (plan, measures) = (model.plan(of: account), model.measures(of: account))
      let plays = plan.plays?.items ?? []
      for touch in measures.touches
      where today - touch.day <= Self.days && touch.channel != .ads {
        let touched = Touched(account: account, play: plays[touch.index])
        if touch.isAnswered {
          answers.append(touched)
        } else if !touch.isPlanned {
          tries.append(touched)
        }
      }
      for play in plays
      where play.isPlanned(on: today) && OwnerWeek.holds(play.date.value, from: today) {
        due.append(Touched(account: account, play: play))
      }
      if !measures.recentSignals(of: plan).isEmpty { hasSignals = true }
      signals += measures.unfollowedSignals(of: plan).map { Ignored(account: account, signal: $0) }
      duties += Duty.all(of: account, plan)
    }
    self.answers = answers.stably { $0.play.date.value > $1.play.date.value }
    self.tries = tries
    self.due = due.stably { $0.play.date.value < $1.play.date.value }
    self.signals = signals.stably { left, right in
      let (a, b) = (left.signal.strength?.value.order ?? 0, right.signal.strength?.value.order ?? 0)
      return a != b ? a > b : left.signal.date.value < right.signal.date.value
    }
    self.duties = duties.stably(by: Duty.isOrdered)
    self.hasSignals = hasSignals
    reviews = accounts.compactMap { account -> (account: Account, inDays: Int)? in
      guard let due = account.reviewDue, due - today <= Self.days else { return nil }
      return (account, due - today)
    }.stably { $0.inDays < $1.inDays }
    sponsorless = accounts.filter { $0.deals > 0 && $0.needsSponsor && $0.sponsor == nil }
    members = Self.members(model, owner, accounts, duties)
  }

  var late: [Duty] { duties.filter { $0.task.isLate(on: today) } }
  /// Open tasks due today or in the next seven days.
  var soon: [Duty] {
    duties.filter { $0.due.map { OwnerWeek.holds($0, from: today) } ?? false }
  }
  var decisions: Int { late.count + reviews.count + sponsorless.count }

  private static func members(
    _ model: SiteModel, _ owner: String, _ accounts: [Account], _ duties: [Duty]
  ) -> [Member] {
    var members = [owner: Member(id: owner, roles: ["owner"], accounts: accounts.count)]
    for account in accounts {
      var seen: Set<String> = [owner]
      for member in model.plan(of: account).pod?.members ?? [] {
        let id = member.person.value
        if members[id]?.roles.contains(member.role.value) != true {
          members[id, default: Member(id: id, roles: [])].roles.append(member.role.value)
        }
        if seen.insert(id).inserted { members[id]?.accounts += 1 }
      }
    }
    for duty in duties {
      let isLate = duty.task.isLate(on: model.today)
      for id in Set(duty.task.people.map(\.value)) {
        members[id]?.open += 1
        if isLate { members[id]?.late += 1 }
      }
    }
    return members.values.sorted { left, right in
      if (left.id == owner) != (right.id == owner) { return left.id == owner }
      return (right.accounts, left.id) < (left.accounts, right.id)
    }
  }
}
