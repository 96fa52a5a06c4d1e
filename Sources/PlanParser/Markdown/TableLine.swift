import PlanSource

/// Finds cells in a line of a table, as GitHub Flavored Markdown divides it.
enum TableLine {
  /// The cells' texts without the spaces around them. A pipe behind a backslash divides nothing.
  static func cells(_ bytes: [UInt8], _ line: Span) -> [Span] {
    var cells: [Span] = []
    var index = line.start
    if index < line.end, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < line.end {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < line.end {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(bytes, Span(start, index)))
        start = index + 1
      }
      index += 1
    }
    let rest = trimmed(bytes, Span(start, line.end))
    if rest.count > 0 || cells.isEmpty { cells.append(rest) }
    return cells
  }

  /// Whether the line is the rule below a table's header.
  static func isRule(_ bytes: [UInt8], _ line: Span) -> Bool {
    var dashes = 0
    for byte in bytes[line.start..<line.end] {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09: continue
      default: return false
      }
    }
    return dashes > 0
  }

  /// The first dash of another kind in a line of dashes that a word processor corrected: `| — | –- |`; nil when the line
  /// is none.
  static func foreignDash(_ line: String) -> Character? {
    let dashes: Set<Character> = ["–", "—", "―", "−", "‐", "‑"]
    let isRule = line.allSatisfy { "|-: \t".contains($0) || dashes.contains($0) }
    return isRule ? line.first(where: dashes.contains) : nil
  }

  /// The span without spaces and tabs at its ends.
  static func trimmed(_ bytes: [UInt8], _ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Span(start, end)
  }
}
