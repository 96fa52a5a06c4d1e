/// Plans with every section at so many rows, and names that are hard to draw.
enum Crowd {
  enum Names: String, CaseIterable, Sendable {
    case plain, long, unbroken, cjk, rightToLeft

    /// Unlike all others of its kind.
    func name(_ number: Int) -> String {
      switch self {
      case .plain: return "Ann Lee \(number)"
      case .long:
        let words =
          "\(number) Maximiliana Konstantina von und zu Hohenlohe-Waldenburg-Schillingsfürst "
        return String((words + words + words).prefix(200)).trimmingCharacters()
      case .unbroken: return "\(number)" + String(repeating: "Wm", count: 99)
      case .cjk: return "渡辺健太郎之助長谷川 第\(number)番 株式会社東京電力"
      case .rightToLeft: return "محمد عبد الرحمن بن سلمان \(number)"
      }
    }
  }

  private static let roles = [
    "economic-buyer", "champion", "executive-sponsor", "technical-evaluator", "end-user, coach",
    "procurement", "blocker", "",
  ]
  private static let stances = ["advocate", "supporter", "neutral", "sceptic", "opponent", ""]
  private static let grades = ["high", "medium", "low", ""]
  private static let channels = [
    "meeting", "executive", "event", "call", "email", "web", "direct-mail",
  ]
  private static let elements = [
    "Metrics", "Economic buyer", "Decision criteria", "Decision process", "Paper process",
    "Identified pain", "Champion", "Competition",
  ]

  /// An account that is worked, on the day of `Sample`.
  static func plan(_ count: Int, _ names: Names) -> String {
    func name(_ number: Int) -> String { names.name(number) }
    func pick(_ words: [String], _ number: Int) -> String { words[number % words.count] }
    /// A day around the sample's, in ISO 8601.
    func day(_ number: Int) -> String {
      let month = number % 11 + 2
      return "2026-\(month < 10 ? "0" : "")\(month)-\(number % 19 + 10)"
    }
    let contacts = (0..<count).map { number in
      "| \(name(number)) | \(name(number)) | \(pick(roles, number)) | \(name(number % 7)) | "
        + "\(pick(stances, number)) | \(pick(grades, number)) | \(pick(grades, number / 2)) | "
        + "\(number > 0 ? name(number / 3) : "") | \(number % 13 == 12 ? "left" : "") |"
    }
    let plays = (0..<count).map { number in
      "| \(day(number * 3)) | \(name(number)) | \(pick(channels, number)) | \(name(number / 2)), "
        + "\(name(number * 2 % max(count, 1))) | ours.\(number % 11) | "
        + "\(number % 3 == 0 ? "no reply" : "talked") |"
    }
    let tasks = (0..<count).map { number in
      (number % 5 == 0 ? "### \(name(number))\n" : "")
        + "- [\(number % 4 == 1 ? "x" : " ")] \(name(number)) ("
        + (number % 6 == 5 ? "" : "@ours.\(number % 11), ")
        + (number % 7 == 6 ? "" : "\(name(number)), ")
        + "due \(day(number * 5 + 3))\(number % 4 == 1 ? ", done \(day(number * 5 + 2))" : ""))\n"
        + "  - [\(number % 2 == 0 ? "x" : " ")] \(name(number))"
    }
    let cells = (0..<count).map { number in
      "| \(name(number % 9)) | \(name(number / 9)) | \(number % 2 == 0 ? "open" : "pursuing") | "
        + "\(number * 37 + 5)k | \(name(number)) | \(day(number)) |"
    }
    let answers = elements.prefix(max(count, 1)).enumerated().map { number, element in
      "| \(element) | \(number % 4) | \(number % 3 == 0 ? "" : name(number)) |"
    }
    let signals = (0..<count).map { number in
      "| \(day(number)) | first-party | \(name(number)) | \(pick(grades, number)) | x | "
        + "\(number % 2 == 0 ? "" : name(number)) |"
    }
    let people = (0..<11).map { "  role-\($0): ours.\($0)" }.joined(separator: "\n")
    return """
      ---
      account: "\(name(0))"
      tier: 1
      stage: opportunity
      stage-since: 2026-08-18
      owner: ours.0
      sponsor: ours.1
      segment: "\(name(1))"
      fit: { industry: food, employees: 3000 }
      potential: { acv: 300k, strategic: high }
      pod:
      \(people)
      ---

      ## Buying committee

      | Name | Title | Role | Function | Stance | Influence | Authority | Reports to | Status |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      \(contacts.joined(separator: "\n"))

      ## Whitespace

      | Offering | Buying center | Status | Potential | Next step | By |
      | --- | --- | --- | --- | --- | --- |
      \(cells.joined(separator: "\n"))

      ## Opportunities

      | Opportunity | Amount | Stage | Created | Close |
      | --- | --- | --- | --- | --- |
      | \(name(2)) | 860k | Proposal | 2026-08-01 | 2027-01-29 |

      ## MEDDPICC

      | Element | Score | Evidence |
      | --- | --- | --- |
      \(answers.joined(separator: "\n"))

      ## Mutual action plan

      \(tasks.joined(separator: "\n"))

      ## Plays

      | Date | Play | Channel | Contact | By | Outcome |
      | --- | --- | --- | --- | --- | --- |
      \(plays.joined(separator: "\n"))

      ## Signals

      | Date | Kind | Signal | Strength | Source | Action |
      | --- | --- | --- | --- | --- | --- |
      \(signals.joined(separator: "\n"))

      """
  }

  /// Our people, with names of the same kind.
  static func settings(_ names: Names) -> String {
    let people = (0..<11).map {
      "  ours.\($0): { name: \"\(names.name($0 + 500))\", role: other }"
    }
    return "people:\n\(people.joined(separator: "\n"))\n"
      + "icp:\n  - { fit: industry, in: [food], weight: 30 }\n"
      + "  - { fit: region, in: [EMEA], weight: 15 }\n"
  }
}

extension String {
  fileprivate func trimmingCharacters() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
