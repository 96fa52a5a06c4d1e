import PlanModel
import PlanSource

/// A deal that ended well or may still: what it is worth, and when it closed or is to close.
public struct DatedDeal: Sendable {
  /// The plan's place in `portfolio.plans`.
  public let plan: Int
  /// As the row has it.
  public let name: String
  /// In the program's currency.
  public let amount: Money
  /// The day on which it was won, or is to close.
  public let close: Day
  /// The amount's cell.
  public let span: Span
}

/// Won and open money of the fiscal year against the goal.
///
/// Only deals with an amount and a close day count. Won deals belong to the year in which they closed, today at the
/// latest; open ones close this year when their day is neither behind today nor beyond the year's end.
public struct GoalPace: Sendable {
  /// The day on which all of it is told.
  public let today: Day
  /// The fiscal year that holds today.
  public let year: (name: Int, first: Day, next: Day)
  /// The revenue goal of that year; nil when the settings have none, or one of another year.
  public let goal: Money?
  /// The goal of sourced pipeline of that year; nil when the settings have none, or one of another year.
  public let pipelineGoal: Money?
  /// By close day, then plan.
  public let won: [DatedDeal]
  /// By close day, then plan.
  public let open: [DatedDeal]
  /// Deals won and lost in the last four quarters, as `DealMetrics` counts them.
  public let decided: (won: Int, lost: Int)

  /// - Parameter pairs: Plans and their measures, in the portfolio's order.
  public init(
    of pairs: some Sequence<(Plan, PlanMeasures)>, in program: Program, on today: Day
  ) {
    self.today = today
    let year = program.fiscalYear(of: today)
    self.year = year
    let goals = program.goals.flatMap { ($0.fiscalYear ?? year.name) == year.name ? $0 : nil }
    goal = goals?.revenue
    pipelineGoal = goals?.pipeline
    var (won, open, decided): ([DatedDeal], [DatedDeal], (won: Int, lost: Int)) = ([], [], (0, 0))
    for (index, (plan, _)) in pairs.enumerated() where plan.isActive {
      let deals = DealMetrics(of: plan, on: today, in: program)
      decided.won += deals.won.deals
      decided.lost += deals.lost.deals
      for deal in plan.opportunities?.items ?? [] {
        guard let close = deal.close?.value else { continue }
        guard let amount = deal.amount, close >= year.first, close < year.next else { continue }
        let dated = DatedDeal(
          plan: index, name: deal.name.value, amount: amount.value, close: close,
          span: amount.span)
        switch deal.outcome {
        case .won: if close <= today { won.append(dated) }
        case .open: if close >= today { open.append(dated) }
        case .lost: break
        }
      }
    }
    let isOrdered = { (left: DatedDeal, right: DatedDeal) in
      (left.close.number, left.plan) < (right.close.number, right.plan)
    }
    self.won = won.sorted(by: isOrdered)
    self.open = open.sorted(by: isOrdered)
    self.decided = decided
  }

  /// What was won this year.
  public var wonMoney: Money { won.map(\.amount).total }
  /// What would be won if every open deal of the year were.
  public var openMoney: Money { open.map(\.amount).total }
  /// Days of the year that are gone, today among them.
  public var daysGone: Int { today - year.first + 1 }
  /// Of the whole fiscal year.
  public var days: Int { year.next - year.first }

  /// What is still to win; nil without a goal.
  public var missing: Money? {
    goal.map { Money(hundredths: max(0, $0.hundredths - wonMoney.hundredths)) }
  }

  /// Where a straight line to the goal stands today; nil without a goal.
  public var straightLine: Money? {
    goal.map { Money(hundredths: Int(Double($0.hundredths) * Double(daysGone) / Double(days))) }
  }

  /// Open money that closes this year over what is still to win; nil without a goal, or when it is reached.
  public var coverage: Double? {
    guard let missing, missing > .zero else { return nil }
    return Double(openMoney.hundredths) / Double(missing.hundredths)
  }

  /// Decided deals from which on a win rate says something.
  public static let minimumDecided = 10

  /// The coverage that the win rate of the last four quarters asks for; nil when no deal was won in them, or too few
  /// were decided.
  public var coverageNeeded: Double? {
    guard decided.won > 0, decided.won + decided.lost >= Self.minimumDecided else { return nil }
    return Double(decided.won + decided.lost) / Double(decided.won)
  }
}
