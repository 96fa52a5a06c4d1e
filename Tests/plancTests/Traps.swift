import Testing

/// A plan that would cost a reader of Markdown or YAML far more than its length.
struct Trap: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  private static let limit = 1 << 20
  private static let head = "---\naccount: Northwind\ntier: 1\nstage: aware\n---\n"

  /// A unit repeated up to the size limit, or so many times.
  private init(
    _ name: String, _ unit: String, times: Int = .max, after start: String = head, end: String = ""
  ) {
    let room = (Trap.limit - start.utf8.count - end.utf8.count) / unit.utf8.count
    testDescription = name
    text = start + String(repeating: unit, count: min(room, times)) + end
  }

  /// Units that differ by their number, up to the size limit, or so many of them.
  private init(
    _ name: String, times: Int = .max, after start: String = head, end: String = "\n",
    each unit: (Int) -> String
  ) {
    var text = start
    var length = start.utf8.count + end.utf8.count
    var number = 0
    while number < times {
      let next = unit(number)
      length += next.utf8.count
      if length > Trap.limit { break }
      text += next
      number += 1
    }
    testDescription = name
    self.text = text + end
  }

  private static func table(_ section: String, _ columns: String...) -> String {
    let header = columns.map { "| \($0) " }.joined() + "|\n"
    return head + "## \(section)\n\n" + header + String(repeating: "|-", count: columns.count)
      + "|\n"
  }

  /// What the parser itself is slow or greedy at in known ways and in those that were found here.
  static let markdown = [
    Trap("images in brackets", "![[]()", times: 9_999),
    Trap("processing instructions", "a <?", times: 9_999),
    Trap("declarations", "a <!A ", times: 9_999),
    Trap("a host and closing brackets", "www.a)", times: 9_999),
    Trap("stars", "*"), Trap("125,000 stars", "*", times: 125_000),
    Trap("nested emphasis", "*a **b "),
    Trap("tildes", "~~a~~ "), Trap("single tildes", "~a", times: 9_999), Trap("many tildes", "~a"),
    Trap("underscores around a dot", "_"),
    Trap("nested quotes", ">", times: 10_000),
    Trap("backticks") { "e" + String(repeating: "`", count: $0 % 1400) },
    Trap("entities", "&amp;"), Trap("references", times: 9_999) { "[\($0)]: u\n" },
    Trap(
      "a definition used", "[a]", times: 9_990,
      after: head + "[a]: " + String(repeating: "u", count: 9_000) + "\n\n"),
    Trap("hosts") { "www.a\($0).bc " }, Trap("web addresses") { "http://a\($0).bc " },
    Trap("hosts with underscores", "www._"),
    Trap("mail addresses", times: 9_999) { "a\($0)@b.cd " },
    Trap(
      "mail addresses in a long line", "a@b.cd ", times: 9_000,
      after: head + String(repeating: "x", count: 900_000)),
    Trap("500 columns, 10,000 rows", "|x\n", times: 10_000, after: head + wide),
    Trap("a second rule", "|x\n", times: 10_000, after: head + wide + "|-|\n"),
    Trap(
      "a rule with form feeds", "|x\n", times: 10_000,
      after: head + wide.replacing("-", with: "-\u{C}")),
    Trap("49,000 cells", "|\n", times: 49_000, after: head + "|a|\n|-|\n"),
    Trap("a wide row", "a|", after: head + "a|b\n-|-\n"),
    Trap("small tables", "|a|\n|-|\n\n", times: 16_000),
    Trap("a long text above a table", "x\n", times: 49_000),
    Trap("headings", "## a\n", times: 49_000),
    Trap("set headings", "a\n-\n", times: 24_000), Trap("paragraphs", "a\n\n", times: 49_000),
    Trap("items", "- a\n", times: 49_000),
    Trap("empty items, nested") { String(repeating: " ", count: $0 * 2) + "-\n" },
    Trap("form feeds behind marks", "\u{C}", after: head + String(repeating: "## ", count: 30_000)),
    Trap("empty lines", "\n"), Trap("carriage returns", "\r"),
  ]

  private static let wide =
    String(repeating: "|a", count: 500) + "|\n" + String(repeating: "|-", count: 500) + "|\n"

  /// Plans of nothing but faults, and of very many rows.
  static let faults = [
    Trap("placeholders in a line", "TODO "), Trap("placeholders", "TODO\n\n", times: 49_000),
    Trap("unsafe links", times: 9_999) { "[a](x:\($0)) " },
    Trap("relative links", times: 9_999) { "[a](b\\_\($0)) " },
    Trap(
      "unknown contacts",
      after: table("Plays", "Date", "Play", "Channel", "Contact") + "| 2026-01-01 | x | call | "
    ) { "Q\($0)," },
    Trap("roles", after: table("Contacts", "Name", "Role") + "| Ann | ") { "q\($0)," },
    Trap("contacts", times: 24_000, after: table("Contacts", "Name", "Role")) {
      "|N\($0)|blocker|\n"
    },
    Trap("reporting lines", times: 16_000, after: table("Contacts", "Name", "Role", "Reports to")) {
      "|N\($0)|legal|N\($0 + 1)|\n"
    },
    Trap("whitespace", times: 16_000, after: table("Whitespace", "Offering", "Region", "Status")) {
      "|a\($0)|b|pursuing|\n"
    },
    Trap("days to come", times: 16_000, after: table("Contacts", "Name", "Role", "Last engaged")) {
      "|N\($0)|legal|2028-01-01|\n"
    },
    Trap("plays", times: 12_000, after: table("Plays", "Date", "Play", "Channel", "By")) {
      "|12/11/2026|x|emaill|a\($0)|\n"
    },
    Trap("tasks", times: 9_990, after: head + "## MAP\n\n") {
      "- [ ] t (@a, Q\($0), due 2026-13-01)\n"
    },
    Trap("words of a day", "x ", after: head + "## MAP\n\n- [ ] t (due ", end: ")\n"),
    Trap("words and days", "due x ", after: head + "## MAP\n\n- [ ] t (", end: ")\n"),
    Trap("numbers of a day", "1 ", after: head + "## MAP\n\n- [ ] t (due ", end: ")\n"),
    Trap("boxes in a task", "a\n[x] ", times: 9_990, after: head + "## MAP\n\n- [ ] "),
    Trap("parentheses in a task", "()", times: 9_990, after: head + "## MAP\n\n- [ ] @a "),
    Trap("reviews", "- 2026-13-01: x\n", after: head + "## Reviews\n\n"),
    Trap("sections twice", "## Plays\n", times: 49_000),
    Trap("misnamed sections", "## Playss\n", times: 49_000),
  ]

  /// Front matter.
  static let yaml = [
    Trap("keys", after: open, end: "---\n") { "k\($0): 1\n" },
    Trap("one key", "a: 1\n", times: 49_000, after: open),
    Trap("keys in a line", after: open + "potential: {", end: "}\n---\n") { "k\($0): 1, " },
    Trap("links in a line", after: open + "links: {", end: "}\n---\n") { "k\($0): a, " },
    Trap("a pod in a line", after: open + "pod: {", end: "}\n---\n") { "k\($0): a, " },
    Trap("brackets", "[", times: 9_000, after: open + "x-a: "),
    Trap("braces", "{", after: open + "x-a: "),
    Trap("dashes", "- ", after: open + "x-a:\n"), Trap("questions", "? ", after: open),
    Trap("indentation", after: open, end: "---\n") {
      String(repeating: " ", count: $0 % 1400) + "k:\n"
    },
    Trap("a quote that never closes", "y\n", times: 49_000, after: open + "x-a: \"x\n"),
    Trap("front matter that never closes", "a: b\n", times: 49_000, after: "---\n"),
    Trap("an alias bomb", after: "---\nb0: &b0 [x, x, x, x]\n", end: "---\n") {
      "b\($0 + 1): &b\($0 + 1) [*b\($0), *b\($0), *b\($0), *b\($0)]\n"
    },
    Trap("a name", "x", after: "---\ntier: 1\naccount: "),
  ]

  private static let open = "---\naccount: Northwind\ntier: 1\n"
}

/// No plan of any content costs more than others: processor time is limited, and memory is measured.
struct TrapTests {
  @Test(arguments: Trap.markdown) func markdown(_ trap: Trap) throws { try check(trap, "build") }
  @Test(arguments: Trap.faults) func faults(_ trap: Trap) throws { try check(trap, "build") }
  /// A report of so many findings costs little beside the reading: every fourth shows it.
  @Test(arguments: Trap.faults.indices.filter { $0 % 4 == 0 }.map { Trap.faults[$0] })
  func faultsListed(_ trap: Trap) throws { try check(trap, "lint") }
  @Test(arguments: Trap.yaml) func yaml(_ trap: Trap) throws { try check(trap, "build") }

  private func check(_ trap: Trap, _ command: String) throws {
    #expect(trap.text.utf8.count <= 1 << 20)
    let folder = try Folder([("plans/northwind.md", trap.text)])
    let before = folder.snapshot(of: "plans")
    let outcome = try Planc.measure([command, "--as-of", "2026-11-20", "-q"], in: folder)
    #expect(outcome.status == (command == "lint" ? 1 : 0), "\(outcome.notes)")
    #expect(try #require(outcome.memory) < 300)
    #expect(try #require(outcome.memory) > 1)
    #expect(folder.snapshot(of: "plans") == before)
  }
}
