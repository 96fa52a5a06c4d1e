import PlanModel
import PlanSource

/// Fixes for what was read otherwise than it is written.
extension Binder {
  /// Writes another word where a text stands; nil where the file has it in other bytes (behind an escape), or where the
  /// new word would have to be escaped itself.
  ///
  /// - Parameters:
  ///   - isSafe: Whether it stands for the same thing without a doubt.
  ///   - dividing: Whether commas may stand in it.
  func rewriting(
    _ text: String, as new: String, at span: Span, isSafe: Bool = true, dividing: Bool = false
  ) -> Fix? {
    guard !isFull, text != new, !new.isEmpty, Self.isPlain(new, dividing: dividing) else {
      return nil
    }
    let place = find(text, in: span)
    guard source.bytes[place.start..<place.end].elementsEqual(text.utf8) else { return nil }
    // An apostrophe would close what one opened.
    if new.utf8.contains(UInt8(ascii: "'")), place.start > 0,
      source.bytes[place.start - 1] == UInt8(ascii: "'")
    {
      return nil
    }
    return Fix("write `\(new)`", isSafe: isSafe, [Edit(place, new)])
  }

  /// Writes the word as which a text is read; without one, though not safely, the only one that is near.
  func mending(_ written: Written, as sure: String?, among words: [String]) -> Fix? {
    guard let word = sure ?? Nearest.only(written.text, among: words) else { return nil }
    return rewriting(written.text, as: word, at: written.span, isSafe: sure != nil)
  }

  /// Makes the heading in a line an H2 or H3, or writes another title behind its marks.
  func retitling(
    _ text: String, as title: String, level: Int, at span: Span
  ) -> Fix? {
    let bytes = source.bytes
    var marks = span.start
    while marks < span.end, bytes[marks] == UInt8(ascii: "#") { marks += 1 }
    let count = marks - span.start
    guard count > 0, !isFull else { return nil }
    var edits: [Edit] = []
    let isTight = marks < span.end && bytes[marks] != 0x20 && bytes[marks] != 0x09
    if count != level || isTight {
      let wanted = String(repeating: "#", count: level) + (isTight ? " " : "")
      edits.append(Edit(Span(span.start, marks), wanted))
    }
    if !Nearest.isSame(text, title) {
      guard let words = rewriting(text, as: title, at: Span(marks, span.end)) else { return nil }
      edits += words.edits
    }
    let written = String(repeating: "#", count: level) + " " + title
    return edits.isEmpty ? nil : Fix("write `\(written)`", edits)
  }

  /// Whether a text stands for itself in a cell, in a heading and in YAML.
  static func isPlain(_ text: String, dividing: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "@"
        || first.properties.generalCategory == .currencySymbol, last != " "
    else { return false }
    if !dividing, first == "@" { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case " ", ".", "-", "_", "/", "'", "0"..."9": true
      case ",", "@": dividing
      default:
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
          || scalar.properties.generalCategory == .nonspacingMark
      }
    }
  }
}
