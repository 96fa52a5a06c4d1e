import PlanModel
import TestSupport
import Testing

@testable import PlanParser

/// Amounts as people write them.
struct MoneyReaderTests {
  private func program(_ currency: String = "USD") -> Program {
    var program = Program()
    program.currency = currency
    program.currencies = ["EUR": 1.08, "INR": 0.012, "JPY": 0.0065, "GBP": 1.25]
    return program
  }

  private func hundredths(_ text: String, _ program: Program) -> Int? {
    try? MoneyReader.read(text, in: program).get().hundredths
  }

  @Test(arguments: [
    ("320000", 32_000_000), ("320,000", 32_000_000), ("320k", 32_000_000), ("320K", 32_000_000),
    ("$1.2M", 120_000_000), ("$ 1.2 m", 120_000_000), ("1.2M$", 120_000_000),
    ("USD 1.2M", 120_000_000), ("1.2M USD", 120_000_000), ("1.5b", 150_000_000_000),
    ("20L", 200_000_000), ("2Cr", 2_000_000_000), ("2CR", 2_000_000_000), ("0", 0), ("0.01", 1),
    ("12.3456", 1235), ("12.3444", 1234), ("1,20,00,000", 1_200_000_000),
    ("12,34,567", 123_456_700),
    ("1,234,567.89", 123_456_789), ("0.5k", 50_000), ("1.23456789M", 123_456_789), ("007", 700),
    ("1.123456789B", 112_345_678_900),
  ])
  func readsTheProgramsCurrency(_ text: String, _ hundredths: Int) {
    #expect(self.hundredths(text, program()) == hundredths)
  }

  @Test(arguments: [
    ("€450k", 48_600_000), ("450k €", 48_600_000), ("450k EUR", 48_600_000),
    ("EUR 450k", 48_600_000), ("1.2M EUR", 129_600_000), ("₹20L", 2_400_000),
    ("INR 2Cr", 24_000_000), ("2cr INR", 24_000_000), ("¥1,000,000", 650_000), ("£8", 1000),
  ])
  func convertsOthers(_ text: String, _ hundredths: Int) {
    #expect(self.hundredths(text, program()) == hundredths)
  }

  @Test(arguments: [
    ("1,5M", "write `1.5M`"), ("€1,25 M", "write `€1.25M`"), ("12,50", "write `12.50`"),
    ("1,5,5", "write it as"), ("1,x", "write it as"),
  ])
  func aDecimalCommaIsNamed(_ text: String, _ help: String) throws {
    guard case .failure(let fault) = MoneyReader.read(text, in: program()) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(fault.help.hasPrefix(help), "\(fault.help)")
  }

  @Test func theDollarIsTheProgramsOwn() {
    #expect(hundredths("$5", program("AUD")) == 500)
    #expect(hundredths("USD 5", program("AUD")) == nil)
    #expect(hundredths("$5", program("EUR")) == nil)
  }

  @Test(arguments: [
    "-5", "−5", "$-5", "5-10", "", "k", "$", "USD", "5kk", "1.2.3", "1.", ".5", "1,2", "12,34",
    ",123", "1,234,", "1,,234", "1234,567", "0x10", "1e3", "abc", "$$5", "$5€", "five", "5%",
    "٣", "５", "1.1234567891", "5 k k", "~5k", "5+", "+5", "USD 5 EUR", "inf", "nan",
  ])
  func refuses(_ text: String) { #expect(hundredths(text, program()) == nil) }

  @Test func refusesACurrencyWithoutARateAndSaysWhatToAdd() {
    guard case .failure(let fault) = MoneyReader.read("CHF 5", in: program()) else {
      return #expect(Bool(false), "was read")
    }
    #expect(fault.expected == "in a currency without a rate")
    #expect(fault.help.contains("currencies: { CHF: … }"))
  }

  @Test func aPointBeforeThreeDigitsHasTwoReadings() {
    for text in ["120.000", "€1.200", "1.500 EUR"] {
      guard case .failure(let fault) = MoneyReader.read(text, in: program()) else {
        Issue.record("\(text) was read")
        continue
      }
      #expect(fault.expected.contains(" to some and "))
    }
    guard case .failure(let fault) = MoneyReader.read("120.000", in: program()) else { return }
    #expect(fault.expected == "120000 to some and 120 to others")
    #expect(fault.help == "write `120000` or `120`, whichever is meant")
    #expect(hundredths("120.50", program()) == 12_050)
    #expect(hundredths("1.125M", program()) == 112_500_000)
  }

  @Test func refusesWhatIsTooLarge() {
    #expect(hundredths("10000000000000000", program()) == Money.limit)
    for text in [
      "10000000000000001", "99999999999999999999999", "92233720368547758.08", "99999999B",
    ] {
      #expect(hundredths(text, program()) == nil)
    }
    #expect(hundredths("EUR 9999999999999999", program()) == nil)
  }

  /// Every number, however it is grouped and whichever unit it has.
  @Test func formsOfOneNumberAreOneAmount() {
    var dice = Dice(7)
    for _ in 0..<2000 {
      let number = dice.below(10_000_000)
      let plain = hundredths(String(number), program())
      #expect(plain == number * 100)
      #expect(hundredths(grouped(number, by: 3), program()) == plain)
      #expect(hundredths(grouped(number, by: 2), program()) == plain)
      #expect(hundredths("$\(number)", program()) == plain)
      #expect(hundredths("\(number / 1000).\(padded(number % 1000))k", program()) == plain)
    }
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: 3 - String(number).count) + String(number)
  }

  /// The last three digits, then groups of `size`.
  private func grouped(_ number: Int, by size: Int) -> String {
    var digits = String(number)
    guard digits.count > 3 else { return digits }
    var groups = [String(digits.suffix(3))]
    digits.removeLast(3)
    while digits.count > size {
      groups.insert(String(digits.suffix(size)), at: 0)
      digits.removeLast(size)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}

/// What somebody meant who wrote a day otherwise.
struct DayGuessTests {
  @Test(arguments: [
    ("2026-13-05", "write `2026-05-13`"),
    ("12/11/2026", "write `2026-11-12` or `2026-12-11`, whichever is meant"),
    ("20.11.2026", "write `2026-11-20`"), ("2026/11/20", "write `2026-11-20`"),
    ("11/20/26", "write `2026-11-20`"), ("Nov 20, 2026", "write `2026-11-20`"),
    ("2. März 2026", "write `2026-03-02`"),
    ("2026-11-02   the last review", "write `2026-11-02`"),
    ("2026-11-02 (Mon)", "write `2026-11-02`"),
    ("Nov 5", "write its year as well, as year-month-day: `2026-11-05`"),
    ("02.11.", "write its year as well, as year-month-day: `2026-11-02`"),
    ("11/02", "write a day that exists as year-month-day, such as `2026-11-20`"),
    ("20 November 2026", "write `2026-11-20`"), ("2026-1-2", "write `2026-01-02`"),
    ("soon", "write a day that exists as year-month-day, such as `2026-11-20`"),
    ("2026-02-30", "write a day that exists as year-month-day, such as `2026-11-20`"),
    ("99999999999999999999/1/1", "write a day that exists as year-month-day, such as `2026-11-20`"),
  ])
  func namesTheDays(_ text: String, _ help: String) { #expect(DayGuess.help(for: text) == help) }
}
