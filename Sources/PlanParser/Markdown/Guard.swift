import PlanSource

/// Looks at a file's bytes before any parser sees them.
///
/// The Markdown parser has inputs of quadratic cost; the limits keep every plan, of any content, cheap to read.
public enum Guard {
  /// A longer file is refused; the edge need not read more than one byte beyond.
  public static let maximumBytes = 1 << 20
  static let maximumMarks = 10_000
  static let maximumCells = 50_000
  static let maximumDepth = 100
  /// The bytes that start a costly search, or take much memory, when they are many.
  static let costly: [UInt8] = Array("[<)@~".utf8)

  /// Why a file is too large to be read, and where; nil when it is not.
  static func excess(in bytes: [UInt8]) -> (message: String, at: Span)? {
    if bytes.count > maximumBytes {
      return ("the plan is larger than \(maximumBytes) bytes, the most that is read", Span(0, 0))
    }
    return marks(in: bytes) ?? shape(of: bytes) ?? ParserCost.excess(in: bytes)
  }

  private static func marks(in bytes: [UInt8]) -> (message: String, at: Span)? {
    var counts = [Int](repeating: 0, count: 256)
    bytes.withUnsafeBufferPointer { for byte in $0 { counts[Int(byte)] += 1 } }
    for mark in costly where counts[Int(mark)] > maximumMarks {
      let first = bytes.firstIndex(of: mark) ?? 0
      let character = Character(UnicodeScalar(mark))
      return (
        "the plan has \(counts[Int(mark)]) `\(character)`; at most \(maximumMarks) are read",
        Span(first, first + 1)
      )
    }
    return nil
  }

  /// Walks the lines: how many cells the tables would have, how deep quotes and lists nest.
  private static func shape(of bytes: [UInt8]) -> (message: String, at: Span)? {
    bytes.withUnsafeBufferPointer { bytes in
      var cells = 0
      var columns = 0
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let line = prefix(bytes, start, end)
        if line.depth > maximumDepth {
          return (
            "block quotes or lists are nested \(line.depth) deep; at most \(maximumDepth) are read",
            Span(start, min(end, start + 80))
          )
        }
        if isBlank(bytes, start, end) {
          columns = 0
        } else if let found = delimiters(bytes, line.text, end), found > columns {
          columns = found
        } else if columns > 0 {
          // A second rule below the first is a row like any other.
          cells += columns
          if cells > maximumCells {
            return (
              "the tables have more than \(maximumCells) cells (each row counts the header's "
                + "\(columns) columns)", Span(start, min(end, start + 80))
            )
          }
        }
        start = end + 1
      }
      return nil
    }
  }

  /// Where a line's text begins behind quote and list marks, and how many of these nest.
  private static func prefix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (text: Int, depth: Int) {
    var index = start
    var spaces = 0
    var marks = 0
    while index < end {
      switch bytes[index] {
      case 0x20: spaces += 1
      case 0x09: spaces += 4
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isSpace(bytes, index + 1, end) else { return (index, depth(spaces, marks)) }
        marks += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var next = index + 1
        while next < end, (0x30...0x39).contains(bytes[next]) { next += 1 }
        guard next < end, bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: ")"),
          isSpace(bytes, next + 1, end)
        else { return (index, depth(spaces, marks)) }
        marks += 1
        index = next
      default: return (index, depth(spaces, marks))
      }
      index += 1
    }
    return (index, depth(spaces, marks))
  }

  /// Whether a space, a tab or the line's end stands there: what makes a mark an item of a list.
  private static func isSpace(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool {
    index == end || bytes[index] == 0x20 || bytes[index] == 0x09
  }

  /// Whether the line ends a paragraph or table: nothing stands in it but spaces and marks of quotes.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }

  private static func depth(_ spaces: Int, _ marks: Int) -> Int {
    marks == 0 ? 0 : marks + max(0, spaces - marks) / 2
  }

  /// The number of columns when the line can be the rule below a table's header.
  static func delimiters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var columns = 0
    var dashes = 0
    var pipes = 0
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"):
        pipes += 1
        if dashes > 0 { columns += 1 }
        dashes = 0
      // Beside a dash a colon is enough to tell the rule of a table from that of a heading.
      case UInt8(ascii: ":"): pipes += 1
      case 0x20, 0x09, 0x0B, 0x0C: continue
      default: return nil
      }
    }
    if dashes > 0 { columns += 1 }
    return pipes > 0 && columns > 0 ? columns : nil
  }

  /// The offset of the first byte that is not UTF-8 or is NUL, if there is one.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == 0 { return index }
          index += 1
          continue
        }
        guard let length = sequenceLength(bytes, index) else { return index }
        index += length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence at `index` (Unicode 16, table 3-7), or nil.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for next in index + 2..<max(index + 2, index + length)
    where !(0x80...0xBF).contains(bytes[next]) {
      return nil
    }
    return length
  }
}
