/// Writes JSON, on bytes.
enum JSONText {
  /// Appends a string with its quotes.
  ///
  /// Beyond what JSON asks for, `<` and the line separators of Unicode are written as `\u…`, so that the text is a
  /// literal of a script too, wherever it stands.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(quote)
    text.withUTF8 { source in
      var start = 0
      for index in source.indices {
        let byte = source[index]
        guard byte < 0x20 || byte == quote || byte == slash || byte == 0x3C || byte == 0xE2 else {
          continue
        }
        let isSeparator =
          byte == 0xE2 && index + 2 < source.count && source[index + 1] == 0x80
          && source[index + 2] & 0xFE == 0xA8
        if byte == 0xE2, !isSeparator { continue }
        bytes.append(contentsOf: source[start..<index])
        start = index + (isSeparator ? 3 : 1)
        switch byte {
        case quote, slash: bytes += [slash, byte]
        case 0x0A: bytes += "\\n".utf8
        case 0x09: bytes += "\\t".utf8
        case 0xE2: bytes += (source[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
        default: bytes += [slash, 0x75, 0x30, 0x30, digit(byte >> 4), digit(byte & 15)]
        }
      }
      bytes.append(contentsOf: source[start...])
    }
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let slash = UInt8(ascii: "\\")

  private static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 0x30 + nibble : 0x57 + nibble
  }
}
