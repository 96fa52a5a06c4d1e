import PlanSource

/// Colours of a terminal, or none.
public struct Palette: Sendable {
  private let isColored: Bool

  /// No escape sequences at all.
  public static let plain = Palette(isColored: false)
  /// The terminal's own colours, so that its theme decides.
  public static let colored = Palette(isColored: true)

  func bold(_ text: String) -> String { paint(text, "1") }
  func blue(_ text: String) -> String { paint(text, "34") }

  func level(_ level: Level, _ text: String) -> String {
    switch level {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .info, .off: paint(text, "1;36")
    }
  }

  func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Text from a plan, safe for a terminal and for the log of a CI.
public enum TerminalText {
  /// Control, bidirectional and line-separator characters as `\u{…}`, and the bracket of a `LogCommand`; a tab as a
  /// space.
  public static func escape(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var result = String.UnicodeScalarView()
    var command = LogCommand()
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else if command.begins(at: scalar) || isUnsafe(scalar) {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A glance at the bytes: most texts are visible ASCII without the beginning of a `LogCommand`.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var last: UInt8 = 0
      for byte in bytes {
        if byte < 0x20 || byte >= 0x7F || byte == 0x23 && last == 0x23 { return false }
        last = byte
      }
      return true
    } ?? false
  }

  /// The same characters of a JSON text as JSON writes them, `\uXXXX`; what it reads as stays. Line ends are kept: an
  /// encoder leaves none in a string.
  static func escapeInJSON(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x7F }) || LogCommand.isIn(text) else { return text }
    var result = String.UnicodeScalarView()
    var command = LogCommand()
    for scalar in text.unicodeScalars {
      if command.begins(at: scalar) || scalar.value >= 0x7F && isUnsafe(scalar) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
          result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
        }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// How a scalar takes part in a line of the terminal: as itself, or as its escape.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar == "\t" { return 1 }
    if isUnsafe(scalar) { return 4 + String(scalar.value, radix: 16).utf8.count }
    return DisplayWidth.of(scalar)
  }

  /// Whether a scalar is printed as its number.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069,
      0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
