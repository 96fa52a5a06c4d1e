/// Makes text harmless in markup, between tags and in quoted attributes.
///
/// It works on bytes: a quote that a combining mark follows is one `Character`, which is not `"`, and would pass an
/// escaper of Characters.
enum Escape {
  /// The entity of a sign of HTML.
  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// Whether a byte may begin a control character or a noncharacter, which no page may hold.
  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x7F, 0xC2, 0xEF, 0xF0...0xFF: true
    case 0x00...0x1F: byte != 0x09 && byte != 0x0A
    default: false
    }
  }

  /// Appends the text with `& < > " '` written as entities and control characters replaced.
  static func append(_ text: String, to markup: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        let byte = bytes[index]
        if byte > 0x3E, byte < 0x7F { continue }
        if let entity = entity(byte) {
          markup.append(contentsOf: bytes[start..<index])
          entity.withUTF8Buffer { markup.append(contentsOf: $0) }
          start = index + 1
        } else if needsCare(byte) {
          markup.append(contentsOf: bytes[start..<index])
          return append(scalars: String(decoding: bytes[index...], as: UTF8.self), to: &markup)
        }
      }
      markup.append(contentsOf: bytes[start...])
    }
  }

  private static func append(scalars text: String, to markup: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": markup.append(0x09)
      case "\n": markup.append(0x0A)
      case "\r": markup.append(0x20)
      default:
        if scalar.value < 0x7F, let entity = entity(UInt8(scalar.value)) {
          entity.withUTF8Buffer { markup.append(contentsOf: $0) }
        } else {
          let allowed: Unicode.Scalar = isAllowed(scalar.value) ? scalar : "\u{FFFD}"
          markup.append(contentsOf: allowed.utf8)
        }
      }
    }
  }

  /// The text, escaped.
  static func text(_ text: String) -> String {
    var markup: [UInt8] = []
    append(text, to: &markup)
    return String(decoding: markup, as: UTF8.self)
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    if value < 0x20 || (0x7F...0x9F).contains(value) { return false }
    return value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(value)
  }
}
