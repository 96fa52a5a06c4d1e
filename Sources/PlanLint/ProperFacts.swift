/// What makes a text about somebody, whoever that is: numbers, names within a sentence, and what does not happen
/// everywhere.
enum ProperFacts {
  /// Whether there is one. A year is none, nor is a quarter or a small number that stands alone, what stands in capitals
  /// only (IT, ERP), a word of any business in capitals, nor the account's own name. Texts in scripts without capitals cannot be judged, and count as having one.
  static func stand(in text: String, besides account: String) -> Bool {
    lazy var own = Set(Words(account).map { $0.text.lowercased() })
    for word in Words(withoutHints(text)) {
      if isFigure(word) { return true }
      guard let first = word.text.unicodeScalars.first else { continue }
      let properties = first.properties
      if properties.isAlphabetic, !properties.isLowercase, !properties.isUppercase { return true }
      if properties.isLowercase, word.text.utf8.count >= 4, events.contains(String(word.text)) {
        return true
      }
      guard properties.isUppercase, !word.beginsSentence, word.text.count > 1,
        word.text.dropFirst().contains(where: \.isLowercase)
      else { continue }
      let lower = word.text.lowercased()
      if !own.contains(lower), !general.contains(lower) { return true }
    }
    return false
  }

  /// Without what a new plan leaves in `<…>`.
  static func withoutHints(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var kept = ""
    var isHint = false
    for character in text {
      if character == "<" { isHint = true }
      if !isHint { kept.append(character) }
      if character == ">" { isHint = false }
    }
    return kept
  }

  /// A word with a digit in it that says how much or which one: no year, no quarter, no `10x`, no `1st`, and no number
  /// below ten without a sign.
  private static func isFigure(_ word: Word) -> Bool {
    guard word.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let text = word.text.lowercased()
    if let number = Int(text) {
      let isYear = text.count == 4 && (text.hasPrefix("20") || text.hasPrefix("19"))
      return !isYear && (number >= 10 || text.count > 1 || word.hasUnit)
    }
    let rest = text.drop { $0.isASCII && $0.isNumber }
    let isFraction = rest.count > 1 && rest.hasPrefix(".")
    if isFraction { return !rest.hasSuffix(".0") }
    let isQuarter = text.count == 2 && (text.hasPrefix("q") || text.hasPrefix("h"))
    return !isQuarter && !["x", "st", "nd", "rd", "th"].contains(rest)
  }

  private struct Word {
    let text: Substring
    let beginsSentence: Bool
    /// Whether a percent sign or a currency stands beside it.
    let hasUnit: Bool
  }

  private static func isMeasured(_ number: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<number.lowerBound].last ?? " "
    let behind = text[number.upperBound...].first { $0 != " " } ?? " "
    return "$€£¥₹".contains(before) || "%‰$€£¥₹".contains(behind)
  }

  /// The words of a text, one after the other: the first that counts is enough.
  private struct Words: Sequence, IteratorProtocol {
    private let text: String
    private var index: String.Index
    private var beginsSentence = true

    init(_ text: String) { (self.text, index) = (text, text.startIndex) }

    mutating func next() -> Word? {
      while index < text.endIndex, !isPart(nil) {
        if ".!?:;\n\"“”„«»(–—".contains(text[index]) { beginsSentence = true }
        index = text.index(after: index)
      }
      guard index < text.endIndex else { return nil }
      let first = index
      while index < text.endIndex, isPart(first) { index = text.index(after: index) }
      defer { beginsSentence = false }
      return Word(
        text: text[first..<index], beginsSentence: beginsSentence,
        hasUnit: text[first].isNumber && isMeasured(first..<index, in: text))
    }

    /// Whether the character here belongs to the word that began at `start`. A point between digits is a part of their
    /// number.
    private func isPart(_ start: String.Index?) -> Bool {
      let character = text[index]
      if character.isLetter || character.isNumber { return true }
      let next = text.index(after: index)
      guard character == ".", let start, next < text.endIndex, text[next].isNumber else {
        return false
      }
      return text[start..<index].allSatisfy(\.isNumber)
    }
  }
}
