/// A place in a file as people count it.
public struct Position: Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// In Unicode scalars, from 1.
  public let column: Int
  /// The same in UTF-16 code units, which SARIF and editors count.
  public let utf16Column: Int

  /// - Parameter utf16Column: The column itself when there is no character beyond U+FFFF before it.
  public init(line: Int, column: Int, utf16Column: Int? = nil) {
    self.line = line
    self.column = column
    self.utf16Column = utf16Column ?? column
  }
}

/// Where the lines of a file begin, for turning byte offsets into lines and columns.
///
/// A line ends at LF, CRLF or a lone CR.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Walks the bytes once.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32)
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index < buffer.count {
        // Eight bytes without a line's end are passed over at once.
        while index + 8 <= buffer.count,
          !Self.mayEnd(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
        }
        guard index < buffer.count else { break }
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D, index == buffer.count || buffer[index] != 0x0A {
          starts.append(index)
        }
      }
    }
    self.starts = starts
  }

  /// Whether one of eight bytes is LF or CR: it leaves a zero, and only a zero borrows from its highest bit.
  private static func mayEnd(_ bytes: UInt64) -> Bool {
    let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (lf, cr) = (bytes ^ (ones &* 0x0A), bytes ^ (ones &* 0x0D))
    return (((lf &- ones) & ~lf) | ((cr &- ones) & ~cr)) & highest != 0
  }

  /// The number of lines; an empty file has one.
  public var count: Int { starts.count }

  /// The line (from 1) that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (from 1) without its line end; empty for a line that is not there.
  public func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= starts.count else { return Span(bytes.count, bytes.count) }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// Line and column of a byte offset. A byte order mark at the start of the file takes no column.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    var column = 1
    var index = starts[line - 1]
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = min(3, offset) }
    var pairs = 0
    while index < offset {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      if bytes[index] >= 0xF0 { pairs += 1 }
      index += 1
    }
    return Position(line: line, column: column, utf16Column: column + pairs)
  }

  /// The same, counted on from a place at or before `offset`, so that a long line is walked once for many findings.
  public func position(
    of offset: Int, after known: (offset: Int, position: Position)
  ) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    guard known.offset > 0, known.offset <= offset, known.position.line == line(at: offset) else {
      return position(of: offset)
    }
    var column = known.position.column
    var pairs = known.position.utf16Column - column
    for byte in bytes[known.offset..<offset] where byte & 0xC0 != 0x80 {
      column += 1
      if byte >= 0xF0 { pairs += 1 }
    }
    return Position(
      line: known.position.line, column: column, utf16Column: column + pairs)
  }
}
