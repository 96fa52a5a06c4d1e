import PlanModel

/// What somebody meant who wrote a day otherwise than `2026-11-20`.
enum DayGuess {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// What to type instead.
  static func help(for text: String) -> String {
    let days = candidates(text)
    switch days.count {
    case 0: return "write a day that exists as year-month-day, such as `2026-11-20`"
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
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(withoutEnding)
    let names = parts.filter { Int($0) == nil }
    guard names.allSatisfy({ name in monthNames.contains { $0.hasPrefix(name) || name == "sept" } })
    else { return nil }
    let hasYear = parts.contains { $0.utf8.count == 4 && Int($0) != nil }
    return (day.description, hasYear && isDivided(text))
  }

  /// Whether nothing but marks that divide a day stands in a text, and at its end at most one of them.
  private static func isDivided(_ text: String) -> Bool {
    let end = text.last.map { $0 == "," || $0 == "." } ?? false ? text.dropLast() : text[...]
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    return end.first.map(isPart) ?? false && end.last.map(isPart) ?? false
      && end.allSatisfy { isPart($0) || " .,/-–_\u{A0}".contains($0) }
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `1` for `1st`.
  private static func withoutEnding(_ part: Substring) -> String {
    let isOrdinal =
      part.first?.isNumber == true && ["st", "nd", "rd", "th"].contains(part.suffix(2))
    return String(isOrdinal ? part.dropLast(2) : part)
  }

  /// The days that the parts can mean, the American reading last.
  private static func candidates(_ text: String) -> [Day] {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(withoutEnding)
    guard parts.count == 3 else { return [] }
    let numbers = parts.map { part -> Int? in
      if let number = Int(part), number >= 0 { return number }
      return months.firstIndex(of: String(part.prefix(3))).map { $0 + 1 }
    }
    let named = parts.firstIndex { Int($0) == nil }
    guard let a = numbers[0], let b = numbers[1], let c = numbers[2] else { return [] }
    var found: [Day] = []
    func add(_ year: Int, _ month: Int, _ day: Int) {
      let year = year < 100 ? year + 2000 : year
      if let day = Day(year: year, month: month, day: day), !found.contains(day) {
        found.append(day)
      }
    }
    if a >= 1000 {
      add(a, b, c)
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
}
