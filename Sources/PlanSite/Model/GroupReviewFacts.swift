import PlanMetrics
import PlanModel

/// What the review of several accounts is told from.
final class GroupReviewFacts: Sendable {
  let model: SiteModel
  let group: ReviewGroup
  let summary: Summary
  /// Broken ones first, by how long; accounts as places in `accounts`.
  let promises: [(account: Int, promise: Promise)]
  let count: PromiseCount
  /// Late tasks, the oldest first.
  let late: [(account: Int, task: ActionTask)]
  /// Risks of severity high; those without an answer first.
  let risks: [(account: Int, risk: Risk)]
  let moved: GroupMovement
  /// The gravest ask of each of the accounts with most at stake.
  let asks: [(account: Account, ask: Ask)]

  /// Accounts that are looked at for asks.
  private static let asked = 100

  var accounts: [Account] { group.accounts }
  var figures: Figures { model.figures }

  init(_ model: SiteModel, _ group: ReviewGroup) {
    self.model = model
    self.group = group
    var (promises, late): ([(account: Int, promise: Promise)], [(account: Int, task: ActionTask)]) =
      ([], [])
    var risks: [(account: Int, risk: Risk)] = []
    var moved = GroupMovement()
    for (index, account) in group.accounts.enumerated() {
      let plan = model.plan(of: account)
      promises += Promise.all(in: plan, on: model.today).map { (index, $0) }
      let steps = plan.nextSteps.filter { $0.isLate(on: model.today) }
      late += (plan.lateTasks(on: model.today) + steps).map { (index, $0) }
      for risk in plan.risks?.items ?? [] where risk.severity?.value == .high {
        risks.append((index, risk))
      }
      moved.add(Movement(plan, model.measures(of: account)), account.name)
    }
    count = PromiseCount(promises.lazy.map(\.promise))
    self.promises = promises.enumerated().sorted {
      ($0.element.promise.rank, $0.offset) < ($1.element.promise.rank, $1.offset)
    }.map(\.element)
    let today = model.today
    self.late = late.enumerated().sorted {
      ($0.element.task.due?.value ?? today, $0.offset)
        < ($1.element.task.due?.value ?? today, $1.offset)
    }.map(\.element)
    self.risks =
      risks.filter { $0.risk.mitigation == nil } + risks.filter { $0.risk.mitigation != nil }
    self.moved = moved
    summary =
      group.kind == .program
      ? model.summary
      : Summary(
        of: group.accounts.lazy.map { (model.plan(of: $0), model.measures(of: $0)) },
        in: model.program)
    asks = Self.asks(group.accounts, model)
  }

  private static func asks(
    _ accounts: [Account], _ model: SiteModel
  ) -> [(account: Account, ask: Ask)] {
    let grave = Ask.remarks.filter { !Ask.routine.contains($0.name) }
    var found: [(account: Account, ask: Ask)] = []
    // A large account that nobody owns comes before all money: nobody would win it.
    func rank(_ account: Account) -> (Int, Money) {
      (account.tier == .one && account.owner == nil ? 1 : 0, account.pipeline)
    }
    let byMoney = accounts.stably { rank($0) > rank($1) }
    for account in byMoney.prefix(asked) where found.count < Ask.limit {
      if let ask = grave.said(of: ReviewFacts(model, account), limit: 1).first {
        found.append((account, ask))
      }
    }
    return found
  }
}

extension Promise {
  /// What is owed longest comes first, what is done last.
  fileprivate var rank: Int {
    switch outcome {
    case .broken(let days): -days
    case .open: 1
    case .keptLate: 2
    case .kept: 3
    }
  }
}

/// What moved in several accounts, each since its own last review.
struct GroupMovement: Sendable {
  /// So many things, so much money, in these accounts.
  struct Sum: Equatable, Sendable {
    private(set) var count = 0
    private(set) var money = Money.zero
    private(set) var accounts: [String] = []

    mutating func add(_ count: Int, _ money: Money = .zero, in account: String) {
      guard count > 0 else { return }
      self.count += count
      self.money = self.money + money
      accounts.append(account)
    }
  }

  private(set) var won = Sum()
  private(set) var lost = Sum()
  private(set) var created = Sum()
  private(set) var slipped = Sum()
  private(set) var stages = Sum()
  private(set) var answered = Sum()
  private(set) var silent = Sum()
  private(set) var done = Sum()
  private(set) var late = Sum()
  private(set) var steps = Sum()
  private(set) var renewals = Sum()
  private(set) var signals = Sum()
  private(set) var touches = Sum()
  private(set) var answers = 0

  mutating func add(_ moved: Movement, _ account: String) {
    func money(_ deals: [Opportunity]) -> Money { deals.compactMap { $0.amount?.value }.total }
    won.add(moved.won.count, money(moved.won), in: account)
    lost.add(moved.lost.count, money(moved.lost), in: account)
    created.add(moved.created.count, money(moved.created), in: account)
    slipped.add(moved.slipped.count, money(moved.slipped), in: account)
    stages.add(moved.stage == nil ? 0 : 1, in: account)
    answered.add(moved.answered.count, in: account)
    silent.add(moved.silent.count, in: account)
    done.add(moved.done.count, in: account)
    late.add(moved.late.count, in: account)
    steps.add(moved.steps.count, in: account)
    renewals.add(moved.renewals.count, in: account)
    signals.add(moved.signals.count { $0.strength?.value == .high }, in: account)
    touches.add(moved.touches, in: account)
    answers += moved.answers
  }
}
