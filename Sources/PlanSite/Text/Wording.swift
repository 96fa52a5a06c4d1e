import PlanModel

/// How sentences put numbers and lists into words.
enum Wording {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// `three`; above twelve, digits.
  static func spelled(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : grouped(number)
  }

  /// `1,234`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return digits
  }

  /// `1 account`, `3 accounts`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `one account`, `three accounts`, `no account`.
  static func spelled(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(spelled(number)) \(number == 1 || number == 0 ? one : many ?? one + "s")"
  }

  /// `both`, `all three`.
  static func all(_ number: Int) -> String { number == 2 ? "both" : "all \(spelled(number))" }

  /// `neither of the two`, `none of three`.
  static func none(of number: Int) -> String {
    number == 2 ? "neither of the two" : "none of \(spelled(number))"
  }

  /// With a capital first letter.
  static func capital(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return text }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Text that may run from right to left, among words that do not: what stands behind it keeps its place.
  static func isolated(_ text: String) -> String {
    text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Whether a letter belongs to a script that is written from right to left.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{590}"..."\u{8FF}", "\u{FB1D}"..."\u{FDFF}", "\u{FE70}"..."\u{FEFE}",
      "\u{10800}"..."\u{10FFF}", "\u{1E800}"..."\u{1EFFF}":
      true
    default: false
    }
  }

  /// The first word of a name.
  static func first(_ name: String) -> String {
    name.split(separator: " ").first.map(String.init) ?? name
  }

  /// What one of ours does, as it is spoken: `SDR`, `customer success`.
  static func job(_ word: String) -> String {
    word == "ae" || word == "sdr"
      ? word.uppercased() : word.split(separator: "-").joined(separator: " ")
  }

  /// `a`, `a and b`, `a, b and c`; beyond `limit`, `a, b and 4 others`.
  static func list(_ words: [String], limit: Int = 5) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    guard words.count > limit else {
      return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    }
    let rest = words.count - limit
    return words.prefix(limit).joined(separator: ", ")
      + " and \(rest) \(rest == 1 ? "other" : "others")"
  }

  /// `an economic buyer`, `a champion`.
  static func article(_ word: String) -> String {
    "aeiou".contains(word.lowercased().prefix(1)) ? "an \(word)" : "a \(word)"
  }

  /// What somebody is who holds a role: `an end user`, `in legal`.
  static func part(_ role: Role) -> String {
    role == .legal || role == .procurement ? "in \(role.spoken)" : article(role.spoken)
  }

  /// `who the economic buyer is`, `who is in legal`.
  static func whoIs(_ role: Role) -> String {
    switch role {
    case .economicBuyer, .champion, .executiveSponsor: "who the \(role.spoken) is"
    default: "who is \(part(role))"
    }
  }

  /// The verb for a number of things: `rests`, `rest`.
  static func verb(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 || number == 0 ? one : many
  }
}
