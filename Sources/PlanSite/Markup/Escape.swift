/// Makes text harmless in markup, between tags and in quoted attributes.
///
/// It works on bytes: a quote that a combining mark follows is one `Character`, which is not `"`, and would pass an
/// escaper of Characters.
enum Escape {
  /// Whether a byte has to be looked at: the five signs of HTML, what may begin a control character or a
  /// noncharacter, which no page may hold.
  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0xC2, 0xEF, 0xF0...0xFF: true
    case 0x00...0x1F: byte != 0x09 && byte != 0x0A
    default: false
    }
  }

  /// Appends the text with `& < > " '` written as entities and control characters replaced.
  static func append(_ text: String, to markup: inout [UInt8]) {
    let isAppended: Bool? = text.utf8.withContiguousStorageIfAvailable { bytes in
      if bytes.contains(where: needsCare) { return false }
      markup.append(contentsOf: bytes)
      return true
    }
    if isAppended == true { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup.append(contentsOf: "&amp;".utf8)
      case "<": markup.append(contentsOf: "&lt;".utf8)
      case ">": markup.append(contentsOf: "&gt;".utf8)
      case "\"": markup.append(contentsOf: "&quot;".utf8)
      case "'": markup.append(contentsOf: "&#39;".utf8)
      case "\t": markup.append(0x09)
      case "\n": markup.append(0x0A)
      case "\r": markup.append(0x20)
      default:
        let allowed: Unicode.Scalar = isAllowed(scalar.value) ? scalar : "\u{FFFD}"
        markup.append(contentsOf: allowed.utf8)
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
