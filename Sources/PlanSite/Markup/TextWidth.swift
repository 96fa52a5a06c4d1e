/// How wide text will be, without its font: a guess on the safe side, by classes of letters as a wide sans (DejaVu, Verdana) has
/// them.
enum TextWidth {
  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "l", "j", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]",
      " ":
      0.36
    case "m", "w", "M", "W", "@", "%", "—", "…": 1
    case "+", "−", "×", "=", "<", ">", "#", "&", "~", "↑", "↓", "→": 0.84
    case "D", "G", "H", "N", "O", "Q", "U": 0.78
    case "A"..."Z": 0.70
    case "0"..."9", "€", "$", "£", "¥", "₹", "a", "b", "d", "e", "g", "h", "n"..."q", "u": 0.64
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{2066}"..."\u{2069}": 0
    case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
      "\u{F900}"..."\u{FAFF}", "\u{FF00}"..."\u{FF60}", "\u{1F000}"..."\u{3FFFF}":
      1.05
    default: !scalar.isASCII && scalar.properties.isUppercase ? 0.74 : 0.6
    }
  }

  /// In pixels, at a font size in pixels.
  static func of(_ text: String, size: Double = 12, bold: Bool = false) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars { sum += em(scalar) }
    return sum * size * (bold ? 1.1 : 1)
  }

  /// The text, cut with an ellipsis where it is wider than `width`.
  static func clip(_ text: String, to width: Double, size: Double = 12, bold: Bool = false)
    -> String
  {
    // No byte is wider than 1.16 em, bold included: most texts are short and need no measuring.
    if Double(text.utf8.count) * size * 1.16 <= width { return text }
    let pixels = size * (bold ? 1.1 : 1)
    let room = width / pixels
    let dots = em("…")
    var sum = 0.0
    // The end of the longest part that leaves room for the dots.
    var kept = text.startIndex
    for index in text.indices {
      for scalar in text[index].unicodeScalars { sum += em(scalar) }
      if sum > room {
        while kept > text.startIndex, text[text.index(before: kept)] == " " {
          kept = text.index(before: kept)
        }
        // The dots belong to the text's own end, which is at its left where it runs to the left.
        let isTurned = text[..<kept].unicodeScalars.last.map(Wording.isRightToLeft) ?? false
        return text[..<kept] + (isTurned ? "…\u{200F}" : "…")
      }
      if sum + dots <= room { kept = text.index(after: index) }
    }
    return text
  }

  /// The text in lines no wider than `width`, the last one cut if there are more than `lines`.
  static func wrap(_ text: String, to width: Double, lines: Int, size: Double = 12) -> [String] {
    // One line of it is most often enough.
    if Double(text.utf8.count) * size * 1.16 <= width { return text.isEmpty ? [] : [text] }
    var wrapped: [String] = []
    var line = ""
    var used = 0.0
    for word in text.split(whereSeparator: \.isWhitespace).prefix(60) {
      let more = of(String(word), size: size)
      if line.isEmpty {
        line = String(word)
        used = more
      } else if used + em(" ") * size + more <= width {
        line += " " + word
        used += em(" ") * size + more
      } else {
        wrapped.append(line)
        line = String(word)
        used = more
      }
    }
    if !line.isEmpty { wrapped.append(line) }
    guard wrapped.count > lines, lines > 0 else {
      return wrapped.map { clip($0, to: width, size: size) }
    }
    let rest = wrapped[(lines - 1)...].joined(separator: " ")
    return (wrapped.prefix(lines - 1) + [rest]).map { clip($0, to: width, size: size) }
  }
}
