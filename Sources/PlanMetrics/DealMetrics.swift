import PlanModel

/// Deals and what they are worth together; a deal without an amount is counted and worth nothing.
public struct DealSum: Sendable, Equatable {
  /// How many.
  public var deals = 0
  /// What those with an amount are worth together, in the program's currency.
  public var money = Money.zero

  public init() {}

  mutating func add(_ deal: Opportunity) {
    deals += 1
    money = money + (deal.amount?.value ?? .zero)
  }

  static func += (left: inout DealSum, right: DealSum) {
    left.deals += right.deals
    left.money = left.money + right.money
  }
}

/// What the deals of some accounts add up to on one day: pipeline, win rate, deal size, cycle, velocity.
///
/// Closed are the deals that ended in the last four quarters. A deal that is still open more than 90 days after its
/// close day counts as lost on the ninety-first. A deal that was created before its account was `listed` is none of the
/// program's, and one that ended without a close day belongs to no quarter.
public struct DealMetrics: Sendable {
  /// Open, with a close day that is not behind today, or with none.
  public private(set) var pipeline = DealSum()
  /// The pipeline by what the owner expects; nil: the plan does not say.
  public private(set) var forecast: [Forecast?: DealSum] = [:]
  /// The pipeline by who brought it in; nil: the plan does not say.
  public private(set) var source: [Origin?: DealSum] = [:]
  /// The part of the pipeline that closes in this fiscal year.
  public private(set) var closingThisYear = DealSum()
  /// The part of the pipeline that was created in the last quarter.
  public private(set) var created = DealSum()
  /// Open, with a close day behind today.
  public private(set) var slipped = DealSum()
  /// Won in this fiscal year, by close day.
  public private(set) var wonThisYear = DealSum()
  /// Won in the last four quarters.
  public private(set) var won = DealSum()
  /// Lost in the last four quarters.
  public private(set) var lost = DealSum()
  /// Ended, but nobody wrote when: counted nowhere else.
  public private(set) var undated = 0
  /// Ended in the last four quarters and created before their account was listed, so that they are not the program’s.
  public private(set) var earlier = 0
  /// Deals of `won` with an amount.
  private var priced = 0
  /// Days from `Created` to `Close` of the deals of `won` that say both.
  private var cycles: [Int] = []

  /// Days after its close day from which an open deal counts as lost.
  public static let patience = 90
  /// The days that count as the last four quarters, today among them.
  public static let fourQuarters = 4 * Day.quarter

  public init() {}

  /// Over one account.
  public init(of plan: Plan, on today: Day, in program: Program) {
    let year = program.fiscalYear(of: today)
    for deal in plan.opportunities?.items ?? [] {
      switch deal.outcome {
      case .open: addOpen(deal, of: plan, on: today, yearEnds: year.next)
      case .won, .lost:
        guard let close = deal.close?.value else {
          undated += 1
          continue
        }
        guard close <= today else { continue }
        if deal.outcome == .won, close >= year.first { wonThisYear.add(deal) }
        addClosed(deal, isWon: deal.outcome == .won, of: plan, on: close, today)
      }
    }
  }

  private mutating func addOpen(
    _ deal: Opportunity, of plan: Plan, on today: Day, yearEnds: Day
  ) {
    if let close = deal.close?.value, close < today {
      slipped.add(deal)
      if today - close > Self.patience {
        addClosed(deal, isWon: false, of: plan, on: close + Self.patience + 1, today)
      }
      return
    }
    pipeline.add(deal)
    forecast[deal.forecast?.value, default: DealSum()].add(deal)
    source[deal.source?.value, default: DealSum()].add(deal)
    if let close = deal.close?.value, close < yearEnds { closingThisYear.add(deal) }
    if let day = deal.created?.value, day <= today, today - day < Day.quarter {
      created.add(deal)
    }
  }

  private mutating func addClosed(
    _ deal: Opportunity, isWon: Bool, of plan: Plan, on day: Day, _ today: Day
  ) {
    guard today - day < Self.fourQuarters else { return }
    if let created = deal.created?.value, let listed = plan.listed?.value, created < listed {
      earlier += 1
      return
    }
    guard isWon else { return lost.add(deal) }
    won.add(deal)
    if deal.amount != nil { priced += 1 }
    if let created = deal.created?.value, created <= day { cycles.append(day - created) }
  }

  public static func += (left: inout DealMetrics, right: DealMetrics) {
    left.pipeline += right.pipeline
    for (key, sum) in right.forecast { left.forecast[key, default: DealSum()] += sum }
    for (key, sum) in right.source { left.source[key, default: DealSum()] += sum }
    left.closingThisYear += right.closingThisYear
    left.created += right.created
    left.slipped += right.slipped
    left.wonThisYear += right.wonThisYear
    left.won += right.won
    left.lost += right.lost
    left.undated += right.undated
    left.earlier += right.earlier
    left.priced += right.priced
    left.cycles += right.cycles
  }

  // MARK: Figures

  /// won / (won + lost) in the last four quarters.
  public var winRate: Share { Share(won.deals, of: won.deals + lost.deals) }
  /// The mean amount of the deals won in the last four quarters, of those with an amount.
  public var meanWon: Money? {
    priced == 0 ? nil : Money(hundredths: won.money.hundredths / priced)
  }
  /// The median days from created to close of the deals won in the last four quarters, of those that say both.
  public var medianCycle: Int? { Median.of(cycles) }
  /// Money a day: open deals * win rate * mean won amount / mean days from created to close; nil where one is unknown.
  public var velocity: Money? {
    guard let rate = winRate.ratio, let mean = meanWon, !cycles.isEmpty else { return nil }
    let days = Double(cycles.reduce(0, +)) / Double(cycles.count)
    guard days > 0 else { return nil }
    return Money(hundredths: Int(Double(pipeline.deals) * rate * Double(mean.hundredths) / days))
  }
}
