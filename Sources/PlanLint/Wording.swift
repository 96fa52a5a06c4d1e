import PlanModel
import PlanSource

/// How messages put numbers, lists and demands into words.
enum Wording {
  /// `1 contact`, `3 contacts`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `a`, `a and b`, `a, b and c`; beyond `limit`, `a, b, c and 4 others`.
  static func list(_ words: [String], limit: Int = 5) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    if words.count > limit {
      return words.prefix(limit).joined(separator: ", ")
        + " and \(count(words.count - limit, "other"))"
    }
    return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }

  /// `` `owner: a` or `owner: b` ``, for the first three of `ids`; `` `owner: …` `` when there are none.
  static func choice(_ key: String, of ids: [String]) -> String {
    let lines = (ids.isEmpty ? ["…"] : Array(ids.prefix(3))).map { "`\(key): \($0)`" }
    return lines.joined(separator: " or ")
  }

  /// `an economic buyer`, `a champion`.
  static func article(_ word: String) -> String {
    "aeiou".contains(word.lowercased().prefix(1)) ? "an \(word)" : "a \(word)"
  }

  /// `every day`, `every 35 days`.
  static func every(_ days: Int) -> String { days == 1 ? "every day" : "every \(days) days" }

  /// `one of them`, `3 of them`.
  static func some(_ number: Int) -> String { "\(number == 1 ? "one" : "\(number)") of them" }

  /// How to prune what no tier is left for.
  static let prune = "off the list (`status: paused` or `status: retired`)"

  /// What to write into Plays of a touch today.
  static func newPlays(on today: Day) -> String {
    "add a section `## Plays` with a table `| Date | Play | Channel |` and a row, such as "
      + "`| \(today) | <what we do> | call |`"
  }

  /// A longer text, cut so that a message stays one line.
  static func short(_ text: String, limit: Int = 60) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  /// `in 12 days (2026-12-02)`, `tomorrow (2026-11-21)`, `today`.
  static func ahead(_ day: Day, from today: Day) -> String {
    switch day - today {
    case 0: "today"
    case 1: "tomorrow (\(day))"
    case let days: "in \(days) days (\(day))"
    }
  }

  /// `tier 1 asks for 3 from stage opportunity on`, with the step that is in force.
  static func demand<Value>(
    _ tier: Tier, _ setting: ByStage<Value>, at stage: Stage, _ value: String
  ) -> String {
    demand(tier, value, from: setting.step(at: stage)?.from)
  }

  /// `tier 1 asks for one from stage aware on`, with the step that brought the word in.
  static func demand<Word: Equatable>(
    _ tier: Tier, _ setting: ByStage<[Word]>, for word: Word, at stage: Stage, _ value: String
  ) -> String {
    demand(tier, value, from: setting.start(of: word, at: stage))
  }

  private static func demand(_ tier: Tier, _ value: String, from stage: Stage?) -> String {
    let from = stage ?? .unaware
    return "tier \(tier.rawValue) asks for \(value)"
      + (from == .unaware ? "" : " from stage \(from.rawValue) on")
  }
}

extension Plan {
  /// Somebody of ours to be named in an example.
  var oneOfOurs: String? {
    owner?.value ?? pod?.members.first?.person.value ?? sponsor?.value
  }

  /// Somebody of theirs to be named in an example, whoever decides first.
  var oneOfTheirs: String? {
    let present = contacts.filter { !$0.hasLeft }
    return (present.first(where: \.decides) ?? present.first)?.name.value
  }
}

extension WhitespaceCell {
  /// As people say it: `Core in EMEA`.
  var spoken: String { "\(offering.value) in \(buyingCenter.value)" }
  /// Tells it from the other cells of its plan, whatever row it stands in.
  var key: String { "\(ContactName.key(offering.value)) in \(ContactName.key(buyingCenter.value))" }
}
