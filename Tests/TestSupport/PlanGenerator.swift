/// Writes plans of all sections, with faults in some, and with all that the Markdown parser treats in a way of its own:
/// struck text, addresses that become links, escapes, wide tables.
public struct PlanGenerator {
  private var dice: Dice
  private static let first = ["Ann", "Raj", "Zoë", "森本", "Mia", "Łukasz", "Ines", "Tom"]
  private static let last = ["Lee", "Iyer", "Ott", "Ek", "Roux", "Żak", "Fox", "Pohl"]
  private static let tails = [
    "as ~~agreed~~ said in June", "see www.example.com/a_b_c for it",
    "write to ann.lee@example.com",
    "at https://example.com/?q=1&r=2, they say", "with *some* **weight** and `code`",
    "~one tilde~ and ~~~three~~~", "<b>html</b> & <who knows>", "a \\| pipe and \\~ tilde",
    "[a link](https://example.com) to it", "TODO", "straße, 🐢 and e\u{301}", "",
  ]

  public init(seed: UInt64) { dice = Dice(seed) }

  /// Paths and texts of plans; every one another account.
  public static func plans(_ count: Int, seed: UInt64) -> [(path: String, text: String)] {
    (0..<count).map { number in
      var generator = PlanGenerator(seed: seed &+ UInt64(number))
      let folder = ["", "west/", "east/", "west/coast/"][number % 4]
      return ("plans/\(folder)account-\(number).md", generator.plan("Account \(number)"))
    }
  }

  /// A plan of one account.
  public mutating func plan(_ account: String) -> String {
    let names = (0..<(2 + dice.below(6))).map { _ in
      dice.pick(Self.first) + " " + dice.pick(Self.last)
    }
    var text = frontMatter(account) + "# \(account)\n\n\(tail())\n\n"
    text += "## Brief\n\n### Priorities\n\n\(tail())\n\n### Point of view\n\n\(tail())\n\n"
    text += committee(names) + whitespace() + deals() + tasks(names) + plays(names)
    if dice.oneIn(3) { text += "## Reviews\n\n- \(day()): \(tail())\n  - [ ] \(task(names))\n\n" }
    if dice.oneIn(4) { text += "## Riskss\n\nmisnamed \(tail())\n\n" }
    if dice.oneIn(5) { text += "## Notes\n\n> quoted \(tail())\n\n~~~\ncode ~~ here\n~~~\n" }
    return dice.oneIn(6)
      ? text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n") : text
  }

  private mutating func frontMatter(_ account: String) -> String {
    var text = "---\naccount: \(account)\ntier: \(1 + dice.below(3))\n"
    if dice.oneIn(2) {
      text += "stage: \(dice.pick(["aware", "engaged", "opportunity", "enaged"]))\n"
    }
    if !dice.oneIn(5) { text += "owner: \(dice.pick(["maya.chen", "tom.fox", "nobody"]))\n" }
    if !dice.oneIn(4) { text += "reviewed: \(day())\n" }
    if dice.oneIn(3) { text += "potential: { acv: \(dice.pick(["320k", "$1.2M", "much"])) }\n" }
    if dice.oneIn(6) { text += "colour: blue\n" }
    return text + "---\n\n"
  }

  private mutating func committee(_ names: [String]) -> String {
    var text = "## Buying committee\n\n| Name | Role | Stance | Last engaged | Pain |\n"
    text += "| --- | --- | --- | --- | --- |\n"
    for name in names {
      let role = dice.pick(["champion", "economic buyer", "legal", "end-user, coach", "champoin"])
      let stance = dice.pick(["supporter", "neutral", "unknown", "blokker", ""])
      text += "| \(name) | \(role) | \(stance) | \(dice.oneIn(2) ? day() : "") | \(tail()) |\n"
    }
    return text + "\n"
  }

  private mutating func whitespace() -> String {
    var text = "## Whitespace\n\n| Offering | Buying center | Status | Potential |\n|-|-|-|-:|\n"
    for _ in 0..<dice.below(5) {
      let status = dice.pick(["open", "pursuing", "owned", "blocked", "closed"])
      text += "| \(dice.pick(["Core", "Twin"])) | \(dice.pick(["EMEA", "APAC"])) | \(status) | "
      text += dice.pick(["320k", "", "$1,200,000", "12 apples"]) + " |\n"
    }
    return text + "\n"
  }

  private mutating func deals() -> String {
    guard dice.oneIn(2) else { return "" }
    return "## Deals\n\n| Opportunity | Amount | Stage | Close |\n| - | - | - | - |\n"
      + "| Deal ~~old~~ new | 320k | \(dice.pick(["proposal", "won", "lost"])) | \(day()) |\n\n"
  }

  private mutating func tasks(_ names: [String]) -> String {
    var text = "## Mutual action plan\n\n"
    for _ in 0..<dice.below(6) {
      text += "- [\(dice.oneIn(2) ? "x" : " ")] \(task(names))\n"
      if dice.oneIn(3) { text += "  - [ ] a step, \(tail())\n" }
    }
    return text + "\n"
  }

  private mutating func task(_ names: [String]) -> String {
    "Task \(tail()) (@\(dice.pick(["maya.chen", "zoe"])), \(dice.pick(names)), due \(day()))"
  }

  private mutating func plays(_ names: [String]) -> String {
    var text = "## Plays\n\n| Date | Play | Channel | Contact | Outcome |\n|---|---|---|---|---|\n"
    for _ in 0..<dice.below(8) {
      text += "| \(day()) | \(tail()) x | \(dice.pick(["email", "call", "meeting", "fax"])) | "
      text +=
        "\(dice.pick(names + ["Nobody Known"])) | \(dice.pick(["answered", "no reply", tail()])) |\n"
    }
    return text + "\n"
  }

  private mutating func day() -> String {
    if dice.oneIn(12) { return dice.pick(["12/11/2026", "2026-02-30", "soon"]) }
    let (month, date) = (1 + dice.below(12), 10 + dice.below(18))
    return "\(2025 + dice.below(2))-\(month < 10 ? "0" : "")\(month)-\(date)"
  }

  private mutating func tail() -> String { dice.pick(Self.tails) }
}
