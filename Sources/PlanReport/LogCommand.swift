/// Finds what CI systems obey wherever it stands in a line of a log: `##[error]` (GitHub), `##vso[…]` (Azure),
/// `##teamcity[…]`.
struct LogCommand {
  private var hashes = 0
  /// Whether two hashes, and perhaps a word, have just been read.
  private var isAwaited = false

  /// Whether this scalar, the next one of a text, is the bracket of a command.
  mutating func begins(at scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#":
      hashes += 1
      isAwaited = hashes > 1
      return false
    case "a"..."z", "A"..."Z":
      hashes = 0
      return false
    default:
      let begins = isAwaited && scalar == "["
      (hashes, isAwaited) = (0, false)
      return begins
    }
  }

  static func isIn(_ text: String) -> Bool {
    var last: UInt8 = 0
    return text.utf8.contains { byte in
      defer { last = byte }
      return byte == UInt8(ascii: "#") && last == byte
    }
  }
}
