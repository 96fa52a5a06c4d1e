/// A pattern of paths: `*` is any run without `/`, `**` any run, `**/` any folders or none, `?` one byte without `/`.
public struct Glob: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    case one, many, all, folders
  }
  private let tokens: [Token]

  /// What other patterns give a meaning and this one does not.
  public static let unread: Set<Character> = ["[", "]", "{", "}", "\\"]

  public init(_ pattern: String) {
    func isStart(_ tokens: [Token]) -> Bool {
      if case .byte(let last)? = tokens.last { return last == UInt8(ascii: "/") }
      if case .folders? = tokens.last { return true }
      return tokens.isEmpty
    }
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
        if bytes.first == UInt8(ascii: "/"), isStart(tokens) {
          bytes.removeFirst()
          tokens.append(.folders)
        } else {
          tokens.append(.all)
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
      case .many:
        for index in 0...bytes.count {
          let goesOn = index > 0 && next[index - 1] && bytes[index - 1] != UInt8(ascii: "/")
          next[index] = reached[index] || goesOn
        }
      case .all:
        for index in 0...bytes.count {
          next[index] = reached[index] || index > 0 && next[index - 1]
        }
      case .folders:
        var isInside = false
        for index in 0...bytes.count {
          let ends = isInside && bytes[index - 1] == UInt8(ascii: "/")
          next[index] = reached[index] || ends
          if reached[index] { isInside = true }
        }
      }
      reached = next
    }
    return reached[bytes.count]
  }
}
