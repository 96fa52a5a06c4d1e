import PlanModel

/// Reads amounts: `320k`, `$1.2M`, `1.2M EUR`, `₹20L`, `INR 2Cr`.
enum MoneyReader {
  struct Fault: Error {
    /// What the text is not: `no amount`.
    let expected: String
    let help: String
  }

  private static let forms = "write it as `320000`, `320k`, `$1.2M` or `1.2M EUR`"

  /// The amount in the program's currency.
  ///
  /// - Parameter standard: The currency of an amount without one; nil for the program's.
  static func read(
    _ text: String, in program: Program, or standard: String? = nil
  ) -> Result<Money, Fault> {
    let isCompact = text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    let compact = isCompact ? text : text.filter { !$0.isWhitespace }
    guard let (code, digits) = currency(of: compact, in: program) else {
      return .failure(Fault(expected: "no amount", help: forms))
    }
    guard !digits.hasPrefix("-") && !digits.hasPrefix("−") else {
      return .failure(Fault(expected: "an amount below zero", help: forms))
    }
    if let (thousands, units) = twoWays(digits) {
      return .failure(
        Fault(
          expected: "\(thousands) to some and \(units) to others",
          help: "write `\(thousands)` or `\(units)`, whichever is meant"))
    }
    guard let hundredths = number(digits) else {
      let help = decimal(digits).map { "write `\(compact.replacing(digits, with: $0))`" }
      return .failure(Fault(expected: "no amount", help: help ?? forms))
    }
    guard let code = code ?? standard, code != program.currency else {
      return .success(Money(hundredths: hundredths))
    }
    guard let rate = program.currencies[code] else {
      return .failure(
        Fault(
          expected: "in a currency without a rate",
          help: "add the rate to planc.yml, `currencies: { \(code): … }` (units of "
            + "\(program.currency) in one \(code)), or write the amount in \(program.currency)"))
    }
    let converted = (Double(hundredths) * rate).rounded(.toNearestOrAwayFromZero)
    guard converted <= Double(Money.limit) else {
      return .failure(Fault(expected: "too large an amount", help: forms))
    }
    return .success(Money(hundredths: Int(converted)))
  }

  /// One spelling for all spellings of an amount, whether there is a rate for its currency or not.
  static func canonical(_ text: String) -> String? {
    let compact = text.filter { !$0.isWhitespace }
    guard let (code, digits) = currency(of: compact, in: Program()),
      let hundredths = number(digits)
    else { return nil }
    return "\(code ?? "") \(hundredths)"
  }

  /// The currency named before or after the number, if one is, and the number's text.
  private static func currency(
    of text: String, in program: Program
  ) -> (code: String?, number: String)? {
    // `320000` and `1.2M`, as most are written, name none.
    let ends = text.utf8.suffix(2)
    if ends.first.map(isDigit) == true,
      ends.last.map({ isDigit($0) || (0x61...0x7A).contains($0 | 0x20) }) == true,
      text.utf8.first.map(isDigit) == true
    {
      return (nil, text)
    }
    for (symbol, code) in Currency.symbols {
      let own =
        symbol == "$" && Currency.dollars.contains(program.currency) ? program.currency : code
      if text.hasPrefix(symbol) { return (own, String(text.dropFirst(symbol.count))) }
      if text.hasSuffix(symbol) { return (own, String(text.dropLast(symbol.count))) }
    }
    if Currency.isCode(text.prefix(3)) {
      return (String(text.prefix(3)), String(text.dropFirst(3)))
    }
    if Currency.isCode(text.suffix(3)) { return (String(text.suffix(3)), String(text.dropLast(3))) }
    return (nil, text)
  }

  /// `120.000` is 120000 to some and 120 to others: no currency has three digits of cents.
  private static func twoWays(_ text: String) -> (thousands: String, units: String)? {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, (1...3).contains(halves[0].utf8.count), halves[1].utf8.count == 3,
      halves.joined().utf8.allSatisfy(isDigit)
    else { return nil }
    return (halves.joined(), String(halves[0]))
  }

  /// `1.5M` for `1,5M`, where that is an amount.
  private static func decimal(_ text: String) -> String? {
    guard text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 else { return nil }
    let pointed = text.replacing(",", with: ".")
    return number(pointed) == nil ? nil : pointed
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let units: [(String, Int)] = [
    ("cr", 10_000_000), ("k", 1000), ("m", 1_000_000), ("b", 1_000_000_000), ("l", 100_000),
  ]

  /// A number with an optional unit, in hundredths.
  private static func number(_ text: String) -> Int? {
    if text.utf8.count <= 12, text.utf8.allSatisfy(isDigit), let number = Int(text) {
      return number * 100 <= Money.limit ? number * 100 : nil
    }
    let lower = text.lowercased()
    let unit = units.first { lower.hasSuffix($0.0) }
    let digits = lower.dropLast(unit?.0.count ?? 0)
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first, let number = grouped(whole) else {
      return nil
    }
    let fraction = halves.count == 2 ? halves[1] : ""
    guard halves.count == 1 || (!fraction.isEmpty && fraction.count <= 9),
      fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let scale = 100 * (unit?.1 ?? 1)
    let (large, overflow) = number.multipliedReportingOverflow(by: scale)
    guard !overflow, large <= Money.limit else { return nil }
    var power = 1
    for _ in 0..<fraction.count { power *= 10 }
    // Both are powers of ten, so one divides the other.
    let behind = Int(fraction) ?? 0
    let part =
      scale >= power ? behind * (scale / power) : (behind * 2 * scale + power) / (2 * power)
    return large + part <= Money.limit ? large + part : nil
  }

  /// `320000` or `320,000`: behind a comma three digits, or, in lakh and crore, two.
  private static func grouped(_ text: Substring) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    let isDigits = groups.allSatisfy { group in
      !group.isEmpty && group.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isDigits, let last = groups.last else { return nil }
    if groups.count > 1 {
      guard last.count == 3,
        groups.dropFirst().dropLast().allSatisfy({ $0.count == 2 || $0.count == 3 }),
        groups[0].count <= 3
      else { return nil }
    }
    return Int(groups.joined())
  }
}
