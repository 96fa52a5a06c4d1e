import PlanModel

/// What somebody meant who wrote a day otherwise than `2026-11-20`.
enum DayGuess {
  /// What to type instead.
  static func help(for text: String) -> String {
    let days = candidates(text)
    switch days.count {
    case 0:
      // What stands behind a day is a remark.
      if let day = Day(text.prefix(10)), !text.dropFirst(10).contains(where: \.isNumber) {
        return "write `\(day)`"
      }
      if let month = withoutYear(text) {
        return "write its year as well, as year-month-day: `2026-\(month)`"
      }
      return "write a day that exists as year-month-day, such as `2026-11-20`"
    case 1: return "write `\(days[0])`"
    default:
      return "write " + days.map { "`\($0)`" }.joined(separator: " or ") + ", whichever is meant"
    }
  }

  /// The one day that a text can mean, as the format has it. A year of two digits could be a day as well, and `~`, `<` or
  /// `?` beside a day says something of it: neither is safe.
  static func form(for text: String) -> (text: String, isSafe: Bool)? {
    let days = candidates(text)
    guard days.count == 1, let day = days.first else { return nil }
    let parts = parts(of: text)
    guard parts.allSatisfy({ Int($0) != nil || Months.number($0) != nil }) else { return nil }
    let hasYear = parts.contains { $0.utf8.count >= 4 && Int($0) != nil }
    let isSwapped = Int(parts[0]).map { $0 >= 1000 } ?? false && number(parts[1]) ?? 0 > 12
    return (day.description, hasYear && isDivided(text) && !isSwapped)
  }

  /// Whether nothing but marks that divide a day stands in a text, and at its end at most one of them.
  private static func isDivided(_ text: String) -> Bool {
    let end = text.last.map { $0 == "," || $0 == "." } ?? false ? text.dropLast() : text[...]
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    return end.first.map(isPart) ?? false && end.last.map(isPart) ?? false
      && end.allSatisfy { isPart($0) || " .,/-–—‑−_\u{A0}\u{202F}".contains($0) }
  }

  private static let english = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  /// What may stand between the parts of a day, or before it.
  private static let fillers: Set<String> = ["de", "del", "of", "the", "le", "den", "am", "on"]
  private static let weekdays: Set<String> = [
    "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs",
    "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mo", "di", "mi", "do", "fr", "sa",
    "so",
  ]

  /// The numbers and months, without weekdays and a time of day.
  private static func parts(of text: String) -> [String] {
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != ":" }.map(
      withoutEnding)
    // `02t10:00` behind a month, and `10:00` behind a day.
    if words.count > 2, let time = words[2].firstIndex(of: "t"), words[2].contains(":"),
      Int(words[2][..<time]) != nil
    {
      words[2] = String(words[2][..<time])
    }
    words = words.filter {
      !fillers.contains($0) && !weekdays.contains($0)
        && !($0.contains(":") && $0.first?.isNumber == true)
    }.map { $0.filter { $0 != ":" } }
    // `20261102`
    if words.count == 1, let word = words.first, word.utf8.count == 8, word.hasPrefix("20"),
      Int(word) != nil
    {
      return [String(word.prefix(4)), String(word.dropFirst(4).prefix(2)), String(word.suffix(2))]
    }
    return words
  }

  /// `1` for `1st`.
  private static func withoutEnding(_ part: Substring) -> String {
    guard part.first?.isNumber == true, part.last?.isNumber == false,
      let ending = ["st", "nd", "rd", "th", "er", "º"].first(where: part.hasSuffix)
    else { return String(part) }
    return String(part.dropLast(ending.count))
  }

  /// A number, or a month by its name, if only by the first letters of an English one.
  private static func number(_ part: String) -> Int? {
    if let number = Int(part), number >= 0 { return number }
    return Months.number(part) ?? english.firstIndex(of: String(part.prefix(3))).map { $0 + 1 }
  }

  /// The days that the parts can mean, the American reading last.
  private static func candidates(_ text: String) -> [Day] {
    let parts = parts(of: text)
    guard parts.count == 3 else { return [] }
    let named = parts.firstIndex { Int($0) == nil }
    guard let a = number(parts[0]), let b = number(parts[1]), let c = number(parts[2]) else {
      return []
    }
    var found: [Day] = []
    func add(_ year: Int, _ month: Int, _ day: Int) {
      let year = year < 100 ? year + 2000 : year
      if let day = Day(year: year, month: month, day: day), !found.contains(day) {
        found.append(day)
      }
    }
    if a >= 1000 {
      add(a, b, c)
      // `2026-13-05` has no month.
      if b > 12 { add(a, c, b) }
    } else if named == 0 {
      add(c, a, b)
    } else if named == 1 {
      add(c, b, a)
    } else {
      add(c, b, a)
      add(c, a, b)
    }
    return found
  }

  /// Month and day of `Nov 5` and `02.11.`, which lack their year: `11-05`.
  private static func withoutYear(_ text: String) -> String? {
    let parts = parts(of: text)
    guard parts.count == 2, let a = number(parts[0]), let b = number(parts[1]) else { return nil }
    let isNamed = Int(parts[0]) == nil
    guard isNamed || Int(parts[1]) == nil || text.contains(".") else { return nil }
    // 2028 has all days.
    return Day(year: 2028, month: isNamed ? a : b, day: isNamed ? b : a).map {
      String($0.description.dropFirst(5))
    }
  }
}
