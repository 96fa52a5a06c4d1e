import PlanModel

/// What somebody meant who wrote an amount otherwise than `1.2M EUR`.
enum MoneyGuess {
  /// What people write for a thousand, a million and a billion.
  private static let units = [
    ("k", ["thousand", "tsd", "tsd."]), ("M", ["million", "mio", "mio.", "mln", "mn"]),
    ("B", ["billion", "bn"]),
  ]

  /// The one amount that a text can mean, as the format has it. `1,5` without a unit may lack its zeros: it is not safe.
  static func form(for text: String, in program: Program) -> (text: String, isSafe: Bool)? {
    guard text.utf8.count <= 40 else { return nil }
    var form = text.replacing("'", with: "").replacing("’", with: "")
    form = withCode(form)
    let (number, rest) = divided(form)
    var isSafe = true
    if let plain = ungrouped(number) {
      form = form.replacing(number, with: plain)
    } else if number.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1, !number.contains(".") {
      form = form.replacing(number, with: number.replacing(",", with: "."))
      isSafe = !rest.isEmpty
    }
    guard form != text, case .success = MoneyReader.read(form, in: program) else { return nil }
    return (form, isSafe)
  }

  /// The text with `M` for `million` and `USD` for `usd`.
  private static func withCode(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (index, word) in words.enumerated() {
      let isCode = word.utf8.count == 3 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      if let (head, unit) = unit(of: word) {
        // `1.2 million` is `1.2M`: the unit stands at its number.
        if head.isEmpty, index > 0 { words[index - 1] += unit } else { words[index] = head + unit }
        if head.isEmpty, index > 0 { words[index] = "" }
      } else if isCode, words.count > 1 {
        words[index] = word.uppercased()
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func unit(of word: String) -> (head: String, unit: String)? {
    let folded = word.lowercased()
    for (unit, names) in units {
      for name in names where folded.hasSuffix(name) {
        let head = word.dropLast(name.count)
        if head.utf8.last.map({ (0x30...0x39).contains($0) }) ?? true {
          return (String(head), unit)
        }
      }
    }
    return nil
  }

  /// The digits with their points and commas, and the unit behind them.
  private static func divided(_ text: String) -> (number: String, unit: String) {
    let isNumber: (Character) -> Bool = { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    let number = text.drop { !isNumber($0) }.prefix(while: isNumber)
    let unit = text[number.endIndex...].drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
    return (String(number), ["k", "m", "b", "l", "cr"].contains(unit) ? unit : "")
  }

  /// `1200000` for `1.200.000`, and `1200000.50` for `1.200.000,50`: two points divide nothing but thousands.
  private static func ungrouped(_ number: String) -> String? {
    let halves = number.split(separator: ",", omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2 else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > (halves.count == 2 ? 1 : 2), (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    if halves.count == 2, !(1...2).contains(halves[1].utf8.count) { return nil }
    return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
  }
}
