import PlanModel
import PlanSource

/// Looks for secrets and for private facts about people: one walk over the bytes, which stops only at words that could
/// begin one.
struct SuspicionWalk {
  let bytes: [UInt8]
  private var found: [Suspicion] = []
  /// More than this of one plan would not be read.
  private static let most = 50

  static func find(in bytes: [UInt8]) -> [Suspicion] {
    var walk = SuspicionWalk(bytes: bytes)
    walk.run()
    return walk.found
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    var index = 0
    while index < bytes.count, found.count < Self.most {
      let byte = bytes[index]
      if Self.isWord(byte), byte != UInt8(ascii: "-") {
        let end = wordEnd(from: index)
        index = max(end, check(index..<end))
      } else {
        if byte == UInt8(ascii: "@") {
          checkMail(at: index)
          checkLogin(before: index)
        }
        if byte == UInt8(ascii: "-"), isPrivateKey(at: index) {
          // The line begins every key alike; what is behind it tells them apart.
          let whole = index..<min(index + 160, bytes.count)
          add(.secret, index..<min(index + 32, bytes.count), shown: 4, of: whole)
          index += 32
        }
        index += 1
      }
    }
  }

  /// A word of letters, digits, `_` and `-`; where to go on when it began something longer.
  private mutating func check(_ word: Range<Int>) -> Int {
    if word.count >= 16, isToken(word) {
      let end = tokenEnd(from: word.upperBound)
      add(.secret, word.lowerBound..<end, shown: 4)
      return end
    }
    guard mayBeKnown(word) else { return word.upperBound }
    switch lower(word) {
    case "password", "passwort", "passwd", "passphrase", "pwd", "pw":
      return checkValue(behind: word, isPassword: true)
    case "token", "secret", "apikey", "api_key", "api-key", "key":
      return checkValue(behind: word, isPassword: false)
    case "private", "mobile", "cell", "handy", "home", "mob": return checkPhone(behind: word)
    case "birthday", "geburtstag", "dob", "birth", "born", "b-day", "bday":
      return checkBirthday(word)
    case "he", "she", "his", "her": return checkPhrase(behind: word)
    case "pregnant", "sick": return checkHealth(before: word)
    default: return word.upperBound
    }
  }

  /// First letter and length rule nearly all words out, and cost nothing.
  private func mayBeKnown(_ word: Range<Int>) -> Bool {
    switch (bytes[word.lowerBound] | 0x20, word.count) {
    case (0x70, 2...3), (0x70, 6...8), (0x70, 10), (0x74, 5), (0x73, 3...4), (0x73, 6),
      (0x61, 6...7),
      (0x6B, 3), (0x6D, 3), (0x6D, 6), (0x63, 4), (0x68, 2...5), (0x62, 4...5), (0x62, 8),
      (0x64, 3), (0x67, 10):
      true
    default: false
    }
  }

  /// - Parameters:
  ///   - shown: How many characters may be shown.
  ///   - whole: What tells it from another; the range itself when absent.
  mutating func add(
    _ kind: Suspicion.Kind, _ range: Range<Int>, shown: Int = .max, of whole: Range<Int>? = nil
  ) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let cut = text.count > shown ? text.prefix(shown) + "…" : text
    found.append(
      Suspicion(
        kind, Located(cut, at: Span(range.lowerBound, range.upperBound)),
        print: Fingerprint(of: bytes[whole ?? range]).value))
  }
}

// MARK: Bytes

extension SuspicionWalk {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    return end
  }

  func lower(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  func starts(with text: String, at index: Int) -> Bool {
    index + text.utf8.count <= bytes.count
      && bytes[index..<(index + text.utf8.count)].elementsEqual(text.utf8)
  }
}
