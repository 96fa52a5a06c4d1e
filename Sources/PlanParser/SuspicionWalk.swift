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
    let bytes = bytes
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "-") {
          index = checkKey(at: index)
        } else if Self.isWord(byte) {
          let start = index
          while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
          index = max(index, check(start..<index))
        } else {
          if byte == UInt8(ascii: "@") {
            checkMail(at: index)
            checkLogin(before: index)
          }
          index += 1
        }
        if found.count >= Self.most { return }
      }
    }
  }

  /// Looks for a private key that begins here; where to go on.
  private mutating func checkKey(at index: Int) -> Int {
    guard isPrivateKey(at: index) else { return index + 1 }
    // The line begins every key alike; what is behind it tells them apart.
    let whole = index..<min(index + 160, bytes.count)
    add(.secret, index..<min(index + 32, bytes.count), shown: 4, of: whole)
    return index + 33
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

  /// Two letters and the length rule nearly all words out, and cost nothing.
  private func mayBeKnown(_ word: Range<Int>) -> Bool {
    guard word.count >= 2 else { return false }
    let second = bytes[word.lowerBound + 1] | 0x20
    func begins(_ first: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
      bytes[word.lowerBound] | 0x20 == UInt8(ascii: first) && second == UInt8(ascii: next)
    }
    switch word.count {
    case 2: return begins("h", "e") || begins("p", "w")
    case 3:
      return begins("s", "h") || begins("h", "e") || begins("h", "i") || begins("k", "e")
        || begins("p", "w") || begins("m", "o") || begins("d", "o")
    case 4:
      return begins("h", "o") || begins("c", "e") || begins("b", "o") || begins("b", "d")
        || begins("s", "i")
    case 5:
      return begins("t", "o") || begins("b", "i") || begins("b", "-") || begins("h", "a")
    case 6...8, 10:
      return begins("p", "a") || begins("p", "r") || begins("s", "e") || begins("a", "p")
        || begins("m", "o") || begins("b", "i") || begins("g", "e")
    default: return false
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
    if byte >= 0x80 { return true }
    // A bit for each of them: `-` and digits below 64, letters and `_` above.
    let words: UInt64 = byte < 64 ? 0x03FF_2000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return words >> UInt64(byte & 63) & 1 == 1
  }

  func lower(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  func starts(with text: String, at index: Int) -> Bool {
    index + text.utf8.count <= bytes.count
      && bytes[index..<(index + text.utf8.count)].elementsEqual(text.utf8)
  }
}
