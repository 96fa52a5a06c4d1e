/// Texts of a plan as they are read, not as they are written.
enum OutwardText {
  /// A text without HTML, which a cell and a task still hold: comments go with what stands in them, tags with their
  /// attributes.
  static func withoutHTML(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var result = ""
    var rest = text[...]
    var isCut = false
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      if let end = end(of: rest) {
        if isBreak(rest[..<end]) { result += " " }
        rest = rest[end...]
        isCut = true
      } else {
        result += "<"
        rest = rest.dropFirst()
      }
    }
    guard isCut else { return text }
    result += rest
    while result.last == " " { result.removeLast() }
    return result
  }

  /// Where the comment, tag or declaration ends that a text begins with; nil when it begins with none.
  private static func end(of text: Substring) -> String.Index? {
    if text.hasPrefix("<!--") {
      return text.dropFirst(4).firstRange(of: "-->")?.upperBound ?? text.endIndex
    }
    let inner = text.dropFirst()
    guard let first = inner.first else { return nil }
    let isTag = isLetter(first) || first == "/" && inner.dropFirst().first.map(isLetter) ?? false
    guard isTag || first == "!" || first == "?" else { return nil }
    var quote: Character?
    var index = inner.startIndex
    while index < inner.endIndex {
      let sign = inner[index]
      index = inner.index(after: index)
      if let open = quote {
        if sign == open { quote = nil }
      } else if sign == ">" {
        return index
      } else if sign == "<" {
        return nil
      } else if isTag, sign == "\"" || sign == "'" {
        quote = sign
      }
    }
    return nil
  }

  private static func isLetter(_ sign: Character) -> Bool { sign.isASCII && sign.isLetter }

  /// `<br>` stands between words.
  private static func isBreak(_ tag: Substring) -> Bool {
    tag.dropFirst().prefix { isLetter($0) }.lowercased() == "br"
  }

  /// A text without what is not seen of it: soft hyphens, joiners, marks of direction.
  static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var visible = text.unicodeScalars
    visible.removeAll { $0.properties.isDefaultIgnorableCodePoint }
    return String(visible)
  }

  /// What an address says where its percents are undone, `+` as a space: once, and as often as somebody might; nothing
  /// when that changes nothing.
  static func readings(of address: some StringProtocol) -> [String] {
    var readings: [String] = []
    var last = String(address)
    while readings.count < 3 {
      let next = Links.decoded(last.replacing("+", with: " ")[...])
      if next == last { break }
      readings.append(next)
      last = next
    }
    return readings
  }

  /// A text without each outermost parenthesis that holds an `@`, `due` or `done`: who and when, wherever it stands.
  static func withoutWhoAndWhen(_ text: String) -> String {
    guard text.contains(where: { opening.contains($0) }) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(where: { opening.contains($0) }) {
      let end = closing(of: rest[open...])
      if saysWhoOrWhen(rest[open..<end]) {
        result += rest[..<open]
        while result.last == " " { result.removeLast() }
      } else {
        result += rest[..<end]
      }
      rest = rest[end...]
    }
    result += rest
    return String(result.drop { $0 == " " })
  }

  private static let opening: Set<Character> = ["(", "（"]
  private static let closing: Set<Character> = [")", "）"]

  /// Behind the parenthesis that closes the first of a text; its end where none does.
  private static func closing(of text: Substring) -> String.Index {
    var depth = 0
    for index in text.indices {
      if opening.contains(text[index]) { depth += 1 }
      guard closing.contains(text[index]) else { continue }
      depth -= 1
      if depth == 0 { return text.index(after: index) }
    }
    return text.endIndex
  }

  private static func saysWhoOrWhen(_ text: Substring) -> Bool {
    text.contains("@")
      || text.split { !$0.isLetter }.contains { ["due", "done"].contains($0.lowercased()) }
  }
}
