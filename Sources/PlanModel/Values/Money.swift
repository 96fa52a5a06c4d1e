/// An amount in the program's currency, never negative.
public struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of the currency's unit.
  public let hundredths: Int

  /// Amounts beyond ten quadrillion units are clamped, so that sums never overflow.
  public init(hundredths: Int) {
    self.hundredths = min(max(hundredths, 0), Money.limit)
  }

  /// The largest amount, in hundredths.
  public static let limit = 1_000_000_000_000_000_000
  public static let zero = Money(hundredths: 0)

  /// So many thousand units.
  public static func thousands(_ count: Int) -> Money { Money(hundredths: count * 100_000) }

  /// As a plan may write it, without a currency: `1.2M`, `250k`, `1200`, `0.5`.
  public var plain: String {
    let tenths = hundredths / 10_000_000
    if tenths >= 10, hundredths % 10_000_000 == 0 {
      return "\(tenths / 10)" + (tenths % 10 == 0 ? "M" : ".\(tenths % 10)M")
    }
    if hundredths % 100_000 == 0, hundredths > 0 { return "\(hundredths / 100_000)k" }
    let rest = hundredths % 100
    return "\(hundredths / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  /// In units of the currency.
  public var units: Double { Double(hundredths) / 100 }

  public static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }
  public static func + (left: Money, right: Money) -> Money {
    Money(hundredths: left.hundredths + right.hundredths)
  }
}

extension Sequence where Element == Money {
  /// The sum, in the program's currency.
  public var total: Money { reduce(.zero, +) }
}

/// The currencies that a plan can name.
public enum Currency {
  /// The symbols that may stand before or after an amount; `$` is the program's own dollar, if it has one.
  public static let symbols: [(symbol: String, code: String)] = [
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"),
  ]
  /// Currencies whose sign is `$` when the program counts in them.
  public static let dollars: Set<String> = [
    "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS",
  ]

  /// The sign to print before an amount: a symbol, else the code and a space.
  public static func sign(of code: String) -> String {
    if dollars.contains(code) { return "$" }
    return symbols.first { $0.code == code }?.symbol ?? code + "\u{A0}"
  }

  /// Whether the text has the form of an ISO 4217 code: three capital letters.
  public static func isCode(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
