/// A half-open range of bytes in one file.
///
/// Everything below a printed message works on bytes; lines and columns are computed only when somebody reads them.
public struct Span: Hashable, Comparable, Sendable {
  private let low: UInt32
  private let high: UInt32

  /// The offset of the first byte.
  public var start: Int { Int(low) }
  /// The offset behind the last byte.
  public var end: Int { Int(high) }
  /// The number of bytes.
  public var count: Int { end - start }

  /// A span of `start..<end`, in bytes; offsets beyond 4 GiB and reversed ends are clamped.
  public init(_ start: Int, _ end: Int) {
    low = UInt32(clamping: start)
    high = UInt32(clamping: max(start, end))
  }

  public static func < (left: Span, right: Span) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: Span) -> Bool { low <= other.low && other.high <= high }
}

/// A span in a named file, for a note that points elsewhere.
public struct Place: Hashable, Sendable {
  /// The file's path, relative to the program's root.
  public let path: String
  public let span: Span

  public init(path: String, span: Span) {
    self.path = path
    self.span = span
  }
}

/// The bytes of one file as they were read, once.
public struct SourceFile: Sendable {
  /// Relative to the program's root, with `/` between its parts.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The file's name without folders and without its last ending: `plans/west/northwind.md` gives `northwind`.
  public var stem: String {
    let path = path.utf8
    let name =
      path.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return String(Substring(name))
    }
    return String(Substring(name[..<dot]))
  }
}
