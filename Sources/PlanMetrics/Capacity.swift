import PlanModel

/// Whether a tier has room for its accounts, and the money to work them.
public struct Capacity: Sendable {
  /// Active ones.
  public let accounts: Int
  /// `maximum-accounts`; nil: none is set.
  public let limit: Int?
  /// A year, for all of them; nil: none is set.
  public let budget: Money?
  /// A year, for the sustained touches of one; nil: none is set.
  public let cost: Money?

  public init(accounts: Int, _ settings: TierSettings) {
    self.accounts = accounts
    limit = settings.maximumAccounts
    budget = settings.budget
    cost = settings.costPerAccount
  }

  /// Accounts that it may still take; negative where it holds too many.
  public var room: Int? { limit.map { $0 - accounts } }
  /// Accounts that the budget pays for: budget / cost, whole ones; nil while either is not set.
  public var funded: Int? {
    guard let budget, let cost, cost > .zero else { return nil }
    return budget.hundredths / cost.hundredths
  }
  /// What the budget gives each account.
  public var each: Money? {
    guard let budget, accounts > 0 else { return nil }
    return Money(hundredths: budget.hundredths / accounts)
  }
  /// What all accounts cost.
  public var needed: Money? {
    cost.map { cost in
      let (product, overflows) = cost.hundredths.multipliedReportingOverflow(by: accounts)
      return Money(hundredths: overflows ? .max : product)
    }
  }
}
