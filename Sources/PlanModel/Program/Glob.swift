/// A pattern of paths: `*` is any run without `/`, `**` any run, `?` one byte without `/`.
public struct Glob: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    case one, many, all
  }
  private let tokens: [Token]

  public init(_ pattern: String) {
    var tokens: [Token] = []
    var bytes = Array(pattern.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "?"): tokens.append(.one)
      case UInt8(ascii: "*"):
        guard bytes.first == byte else {
          tokens.append(.many)
          continue
        }
        bytes.removeFirst()
        tokens.append(.all)
        // `a/**/b` matches `a/b` too.
        if bytes.first == UInt8(ascii: "/"), tokens.count == 1 || bytes.count > 1 {
          bytes.removeFirst()
        }
      default: tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
  }

  /// Whether the whole path matches. Time grows with pattern times path, whatever they hold.
  public func matches(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    // reached[i]: the tokens read so far can match the first i bytes.
    var reached = [true] + Array(repeating: false, count: bytes.count)
    for token in tokens {
      var next = Array(repeating: false, count: bytes.count + 1)
      switch token {
      case .byte(let byte):
        for index in bytes.indices where reached[index] && bytes[index] == byte {
          next[index + 1] = true
        }
      case .one:
        for index in bytes.indices where reached[index] && bytes[index] != UInt8(ascii: "/") {
          next[index + 1] = true
        }
      case .many, .all:
        for index in 0...bytes.count {
          if reached[index] { next[index] = true }
          guard index > 0, next[index - 1] else { continue }
          if case .all = token {
            next[index] = true
          } else if bytes[index - 1] != UInt8(ascii: "/") {
            next[index] = true
          }
        }
      }
      reached = next
    }
    return reached[bytes.count]
  }
}
