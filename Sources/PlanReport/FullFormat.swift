import PlanSource

/// A finding for people: what, where, why, and what to type instead.
enum FullFormat {
  /// Longer lines are shown in part.
  private static let maximumWidth = 100

  static func write(_ placed: PlacedFinding, _ palette: Palette) -> String {
    let finding = placed.finding
    let number = String(placed.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let bar = palette.blue("|")
    let path = TerminalText.escape(finding.path)
    var text =
      palette.level(finding.level, "\(finding.level.rawValue)[\(finding.rule)]")
      + palette.bold(": \(TerminalText.escape(finding.message))") + "\n"
    text += "\(margin)\(palette.blue("-->")) \(path):\(placed.start.line):\(placed.start.column)\n"
    if let excerpt = placed.excerpt {
      let shown = window(placed, excerpt)
      let label = finding.label.isEmpty ? "" : " " + TerminalText.escape(finding.label)
      text += "\(margin) \(bar)\n"
      text += "\(palette.blue(number)) \(bar) \(shown.line)".trimmingEnd + "\n"
      text +=
        "\(margin) \(bar) \(shown.indent)\(palette.level(finding.level, shown.carets + label))\n"
      text += "\(margin) \(bar)\n"
    }
    let fix = finding.fix.map { "fix: \($0.title)" + ($0.isSafe ? "" : ", with --unsafe-fixes") }
    for line in placed.notes + ["why: \(finding.why)", "help: \(finding.help)"]
      + (fix.map { [$0] } ?? [])
    {
      let escaped = TerminalText.escape(line)
      let colon = escaped.firstIndex(of: ":") ?? escaped.startIndex
      text +=
        "\(margin) \(palette.blue("=")) \(palette.bold(String(escaped[..<colon])))\(escaped[colon...])\n"
    }
    return text
  }

  /// The part of the line around the finding, and the carets below it.
  private static func window(
    _ placed: PlacedFinding, _ excerpt: Excerpt
  ) -> (line: String, indent: String, carets: String) {
    let scalars = Array(excerpt.text.unicodeScalars)
    let from = min(placed.start.column - excerpt.column, scalars.count)
    let sameLine = placed.end.line == placed.start.line
    let end = sameLine ? min(placed.end.column - excerpt.column, scalars.count) : scalars.count
    let to = max(end, from)
    var first = 0
    if from > maximumWidth * 3 / 4 { first = from - maximumWidth / 4 }
    let last = min(scalars.count, first + maximumWidth)
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return TerminalText.escape(String(view))
    }
    func width(_ part: ArraySlice<Unicode.Scalar>) -> Int {
      text(part).unicodeScalars.reduce(0) { $0 + TerminalText.width($1) }
    }
    let line =
      (first > 0 ? "…" : "") + text(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    let indent = width(scalars[first..<min(from, last)]) + (first > 0 ? 1 : 0)
    let carets = max(1, width(scalars[min(from, last)..<min(to, last)]))
    return (line, String(repeating: " ", count: indent), String(repeating: "^", count: carets))
  }
}

/// A finding in a line: `path:line:column: level[rule] message`.
enum ConciseFormat {
  static func write(_ placed: PlacedFinding, _ palette: Palette, to text: inout String) {
    let finding = placed.finding
    text += TerminalText.escape(finding.path)
    text += ":\(placed.start.line):\(placed.start.column): "
    text += palette.level(finding.level, finding.level.rawValue + "[" + finding.rule + "]")
    text += finding.fix?.isSafe == true ? " [*] " : " "
    text += TerminalText.escape(finding.message)
    text += "\n"
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var view = self[...]
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
