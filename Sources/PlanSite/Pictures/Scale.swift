import PlanModel

/// Round steps for an axis of money.
enum Scale {
  /// Zero and up to four round amounts, of which the last is not above the largest value.
  static func ticks(upTo largest: Money) -> [Money] {
    guard largest.hundredths >= 400 else { return [.zero] }
    var power = 1
    while power * 10 <= largest.hundredths / 4 { power *= 10 }
    let step = [1, 2, 3, 5, 10].map { $0 * power }.first { largest.hundredths / $0 <= 4 } ?? power
    let count = min(largest.hundredths / step, 4)
    return (0...count).map { Money(hundredths: $0 * step) }
  }
}

extension Money {
  /// The share of another amount, 0 where that is none.
  func share(of whole: Money) -> Double {
    whole.hundredths == 0 ? 0 : Double(hundredths) / Double(whole.hundredths)
  }
}
