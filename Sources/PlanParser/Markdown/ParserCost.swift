import PlanSource

/// What the Markdown parser would pay for a file beyond its length: the inputs of quadratic cost that no count of single
/// bytes gives away. Where it adds up to more than half a second or 20 MB of copies, the plan is refused.
///
/// Measured with libcmark-gfm 0.29.0.gfm.6. A row of n cells costs n² steps; the rule below a table's header has all of
/// the paragraph above it walked again for each of its lines; each `www.` of a word has the rest of the word read; each
/// address after the first has the rest of its line copied; each use of a link's definition has it copied.
struct ParserCost {
  /// About nanoseconds.
  private static let maximumTime = 300_000_000
  /// Bytes.
  private static let maximumCopies = 20_000_000
  /// The square of its length stays below each of the limits.
  private static let smallest = 4096
  /// Nanoseconds for each pair of cells in a row.
  private static let pair = 12

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The paragraph or table that the line stands in, from its first line on.
  private var lines = 0
  private var length = 0
  private var pairs = 0
  private var isDefinition = false

  private var tables = 0
  private var words = 0
  private var addresses = 0
  private var longestDefinition = 0

  /// What is too costly, and the line where it came to light; nil when nothing is.
  static func excess(in bytes: [UInt8]) -> (message: String, at: Span)? {
    // No cost grows faster than the square: a small file need not be looked at.
    guard bytes.count > smallest else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var cost = ParserCost(bytes: buffer)
      let brackets = buffer.count { $0 == UInt8(ascii: "[") }
      var start = 0
      while start < buffer.count {
        var end = start
        while end < buffer.count, buffer[end] != 0x0A, buffer[end] != 0x0D { end += 1 }
        cost.add(start, end)
        if let message = cost.excess(brackets: brackets) {
          return (message, Span(start, min(end, start + 80)))
        }
        start = end + 1
      }
      return nil
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func excess(brackets: Int) -> String? {
    if tables > Self.maximumTime {
      return "a table is too wide, or the text directly above one too long, to be read"
    }
    if words > Self.maximumTime { return "a word with many `www.` is too long to be read" }
    if addresses > Self.maximumCopies { return "long lines hold too many `@` to be read" }
    if brackets * longestDefinition > Self.maximumCopies {
      return "a link's definition is too long for the \(brackets) `[` of the plan"
    }
    return nil
  }

  private mutating func add(_ start: Int, _ end: Int) {
    if Guard.isBlank(bytes, start, end) {
      (lines, length, pairs, isDefinition) = (0, 0, 0, false)
      return
    }
    let line = look(start, end)
    addresses += min(line.marks, 1000) * (end - start)
    let ownPairs = line.pipes * line.pipes * Self.pair
    tables += ownPairs
    if line.mayBeRule { tables += lines * length + pairs }
    lines += 1
    length += end - start + 1
    pairs += ownPairs
    if line.hasDefinition { isDefinition = true }
    if isDefinition { longestDefinition = max(longestDefinition, length) }
  }

  /// One walk over a line: its pipes, its `@`, whether it can be a table's rule and whether it holds `]:`. What its words
  /// cost is added up on the way.
  private mutating func look(
    _ start: Int, _ end: Int
  ) -> (pipes: Int, marks: Int, mayBeRule: Bool, hasDefinition: Bool) {
    var (pipes, marks) = (0, 0)
    var (dashes, colons, others) = (0, 0, 0)
    var hasDefinition = false
    var (word, hosts) = (0, 0)
    for index in start..<end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"): colons += 1
      case UInt8(ascii: ">"), 0x20, 0x09, 0x0B, 0x0C: break
      default: others += 1
      }
      if byte == UInt8(ascii: "@") { marks += 1 }
      if byte == UInt8(ascii: ":"), index > start, bytes[index - 1] == UInt8(ascii: "]") {
        hasDefinition = true
      }
      if byte == 0x20 || byte == 0x09 {
        words += hosts * word
        (word, hosts) = (0, 0)
      } else {
        word += 1
        if byte == UInt8(ascii: "."), index >= start + 3, bytes[index - 1] == UInt8(ascii: "w"),
          bytes[index - 2] == UInt8(ascii: "w"), bytes[index - 3] == UInt8(ascii: "w")
        {
          hosts += 1
        }
      }
    }
    words += hosts * word
    let mayBeRule = others == 0 && dashes > 0 && pipes + colons > 0
    return (pipes, marks, mayBeRule, hasDefinition)
  }
}
