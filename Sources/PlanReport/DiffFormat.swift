/// What would change in a file, as `git apply` and `patch -p1` read it.
public struct UnifiedDiff: Sendable {
  private let path: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  /// Lines around a change that are shown with it.
  private static let context = 3

  /// - Parameter path: Relative to the program's root.
  public init(path: String, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.old = Self.lines(old)
    self.new = Self.lines(new)
  }

  /// The bytes of a patch: every line as the file has it.
  public var bytes: [UInt8] {
    rows.flatMap { row -> [UInt8] in
      var bytes = Array(row.mark.utf8) + row.line
      if row.line.last != 0x0A { bytes += Array("\n\\ No newline at end of file\n".utf8) }
      return bytes
    }
  }

  /// The same for a terminal: what a plan says can do nothing there.
  public func text(_ palette: Palette) -> String {
    rows.map { row in
      var line = row.line
      while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
      let text = row.mark + TerminalText.escape(String(decoding: line, as: UTF8.self))
      return palette.change(row.kind, text) + "\n"
    }.joined()
  }

  /// What a line of a diff is.
  enum Kind { case header, range, kept, removed, added }

  private struct Row {
    let kind: Kind
    let line: ArraySlice<UInt8>

    var mark: String {
      switch kind {
      case .header, .range: ""
      case .kept: " "
      case .removed: "-"
      case .added: "+"
      }
    }
  }

  private var rows: [Row] {
    let changes = LineDiff.changes(from: old, to: new)
    guard !changes.isEmpty else { return [] }
    var rows = [
      row(.header, "--- " + Self.name("a/" + path)), row(.header, "+++ " + Self.name("b/" + path)),
    ]
    var hunk: [LineDiff.Change] = []
    for change in changes {
      if let last = hunk.last, change.old.lowerBound - last.old.upperBound > 2 * Self.context {
        rows += self.rows(of: hunk)
        hunk = []
      }
      hunk.append(change)
    }
    return rows + self.rows(of: hunk)
  }

  private func rows(of hunk: [LineDiff.Change]) -> [Row] {
    guard let first = hunk.first, let last = hunk.last else { return [] }
    let start = max(0, first.old.lowerBound - Self.context)
    let end = min(old.count, last.old.upperBound + Self.context)
    let newStart = first.new.lowerBound - (first.old.lowerBound - start)
    let newEnd = last.new.upperBound + (end - last.old.upperBound)
    var rows = [
      row(.range, "@@ -\(Self.range(start..<end)) +\(Self.range(newStart..<newEnd)) @@")
    ]
    var next = start
    for change in hunk {
      rows += old[next..<change.old.lowerBound].map { Row(kind: .kept, line: $0) }
      rows += old[change.old].map { Row(kind: .removed, line: $0) }
      rows += new[change.new].map { Row(kind: .added, line: $0) }
      next = change.old.upperBound
    }
    return rows + old[next..<end].map { Row(kind: .kept, line: $0) }
  }

  private func row(_ kind: Kind, _ text: String) -> Row {
    Row(kind: kind, line: Array((text + "\n").utf8)[...])
  }

  /// `3,7`: the first line and how many; of no lines the one before them.
  private static func range(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    return start < bytes.count ? lines + [bytes[start...]] : lines
  }

  /// A path as git writes it: in quotes where it holds what a terminal or a parser would trip over, and with a tab
  /// behind it where it holds a space.
  private static func name(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar != "\"" && scalar != "\\" && !TerminalText.isUnsafe(scalar)
    }
    if isPlain, TerminalText.escape(path) == path { return path.contains(" ") ? path + "\t" : path }
    let quoted = path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return "\\" + String(Unicode.Scalar(byte))
      case 0x20...0x7E where byte != UInt8(ascii: "[") && byte != UInt8(ascii: "#"):
        return String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return "\"" + quoted.joined() + "\""
  }
}

extension Palette {
  func change(_ kind: UnifiedDiff.Kind, _ text: String) -> String {
    switch kind {
    case .header: bold(text)
    case .range: blue(text)
    case .kept: text
    case .removed: level(.error, text)
    case .added: paint(text, "32")
    }
  }
}
