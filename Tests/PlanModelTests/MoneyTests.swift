import PlanModel
import Testing

/// Amounts and currencies.
struct MoneyTests {
  @Test func isNeverNegativeAndNeverOverflows() {
    #expect(Money(hundredths: -1) == .zero)
    let most = Money(hundredths: .max)
    #expect(most.hundredths == Money.limit)
    #expect([most, most, most].total == most)
  }

  @Test func addsUp() {
    let amounts = [100, 250, 5].map(Money.init(hundredths:))
    #expect(amounts.total == Money(hundredths: 355))
    #expect(amounts.total.units == 3.55)
    #expect([Money]().total == .zero)
    #expect(amounts[0] < amounts[1])
  }

  @Test(arguments: [
    ("USD", "$"), ("AUD", "$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "¥"), ("INR", "₹"),
    ("CHF", "CHF\u{A0}"),
  ])
  func printsTheSignOfACurrency(_ code: String, _ sign: String) {
    #expect(Currency.sign(of: code) == sign)
  }

  @Test func codesAreThreeCapitals() {
    #expect(Currency.isCode("EUR"))
    for text in ["eur", "EU", "EURO", "E1R", "ÄUR", ""] { #expect(!Currency.isCode(text)) }
  }
}
