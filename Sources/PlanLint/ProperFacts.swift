/// What makes a text about somebody, whoever that is: numbers, and names within a sentence.
enum ProperFacts {
  /// Whether there is one. A year is none, nor is what stands in capitals only (IT, ERP), nor the account's own name.
  /// Texts in scripts without capitals cannot be judged, and count as having one.
  static func stand(in text: String, besides account: String) -> Bool {
    let own = Set(words(account).map { $0.text.lowercased() })
    for word in words(withoutHints(text)) {
      if isNumber(word.text) { return true }
      guard let first = word.text.unicodeScalars.first else { continue }
      let properties = first.properties
      if properties.isAlphabetic, !properties.isLowercase, !properties.isUppercase { return true }
      guard properties.isUppercase, !word.beginsSentence, word.text.count > 1,
        word.text.dropFirst().contains(where: \.isLowercase),
        !own.contains(word.text.lowercased())
      else { continue }
      return true
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

  /// A word with a digit in it that is no year.
  private static func isNumber(_ word: Substring) -> Bool {
    guard word.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let isYear =
      word.count == 4 && (word.hasPrefix("20") || word.hasPrefix("19")) && Int(word) != nil
    return !isYear
  }

  private static func words(_ text: String) -> [(text: Substring, beginsSentence: Bool)] {
    var words: [(Substring, Bool)] = []
    var beginsSentence = true
    var start: String.Index?
    func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    var index = text.startIndex
    while true {
      let character = index < text.endIndex ? text[index] : nil
      if let character, isPart(character) {
        if start == nil { start = index }
      } else {
        if let first = start {
          words.append((text[first..<index], beginsSentence))
          beginsSentence = false
          start = nil
        }
        if let character, ".!?:;\n\"“”„«»(–—".contains(character) { beginsSentence = true }
      }
      guard index < text.endIndex else { return words }
      index = text.index(after: index)
    }
  }
}
