import PlanSource

/// A comment that a sales manager can read: the counts, then a table by account, what blocks first.
enum MarkdownFormat {
  /// GitHub takes no longer comment; in characters, of which there are no more than bytes.
  static let commentLimit = 65_535
  /// Room for the line about what was left out.
  private static let reserve = 200

  /// - Parameter limit: Bytes that the text must not exceed.
  static func write(_ report: Report, below limit: Int = commentLimit) -> String {
    var text = "**\(report.summary)** on \(report.asOf)\n"
    if report.findings.isEmpty { return text + "\nThere is nothing to mend.\n" }
    text += "\n| Account | Level | What | Where |\n| --- | --- | --- | --- |\n"
    // Of more than fits the mildest are left out.
    var room = limit - reserve - text.utf8.count
    let rows = levels.flatMap { level in report.findings.filter { $0.finding.level == level } }
      .map { (placed: $0, text: row($0, report)) }
    let fitting = rows.prefix { row in
      room -= row.text.utf8.count
      return room >= 0
    }
    for group in groups(fitting) { for row in group { text += row.text } }
    return fitting.count == rows.count ? text : text + rest(rows.count - fitting.count)
  }

  private static let levels = [Level.error, .warning, .info]
  private typealias Row = (placed: PlacedFinding, text: String)

  /// By account, those with most that blocks first, and in each what blocks first.
  private static func groups(_ rows: ArraySlice<Row>) -> [[Row]] {
    func account(_ row: Row) -> String { row.placed.finding.account ?? row.placed.finding.path }
    let groups = Dictionary(grouping: rows, by: account).map { name, rows in
      (name, counts: levels.map { level in rows.count { $0.placed.finding.level == level } }, rows)
    }
    return groups.sorted { left, right in
      if left.counts != right.counts { return right.counts.lexicographicallyPrecedes(left.counts) }
      return left.0.precedes(right.0)
    }.map(\.2)
  }

  private static func rest(_ count: Int) -> String {
    "\n\(count) more finding\(count == 1 ? "" : "s") did not fit here, the mildest; "
      + "`planc lint` lists them all.\n"
  }

  private static func row(_ placed: PlacedFinding, _ report: Report) -> String {
    let finding = placed.finding
    let account = finding.account.map { report.accounts[$0] ?? $0 } ?? finding.path
    let level = finding.level == .error ? "**error**" : finding.level.rawValue
    let cells = [
      MarkdownText.escape(account), level,
      MarkdownText.sentence(finding.message) + "<br>→ " + MarkdownText.sentence(finding.help),
      MarkdownText.escape("\(finding.path):\(placed.start.line)"),
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }
}

/// Text from a plan, safe in a cell of a Markdown table, on GitHub and GitLab.
enum MarkdownText {
  /// A message, in which what stands in backticks is shown as code.
  static func sentence(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return escape(text) }
    return parts.enumerated().map { index, part in
      let escaped = escape(String(part))
      return index % 2 == 0 || part.isEmpty ? escaped : "<code>\(escaped)</code>"
    }.joined()
  }

  /// Each character that means something as itself. A name behind `@` stays one that nobody is told of, a reference and
  /// an address stay text: an invisible space stands in them.
  static func escape(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(TerminalText.escape(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      // GitHub looks for formulas before it reads Markdown.
      case "$": result.append(contentsOf: "&#36;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~":
        result.append("\\")
        result.append(scalar)
      case "@":
        result.append(contentsOf: "@&#8203;".unicodeScalars)
      case "#" where ("0"..."9").contains(next):
        result.append(contentsOf: "#&#8203;".unicodeScalars)
      case ":" where next == "/":
        result.append(contentsOf: ":&#8203;".unicodeScalars)
      case "." where endsInWorldWideWeb(result):
        result.append(contentsOf: "&#8203;.".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func endsInWorldWideWeb(_ text: String.UnicodeScalarView) -> Bool {
    let last = text.suffix(3)
    return last.count == 3 && last.allSatisfy { $0 == "w" || $0 == "W" }
  }
}
