import PlanModel
import PlanSource

/// Looks for secrets and for private facts about people: one walk over the bytes, which stops only at words that could
/// begin one.
struct SuspicionWalk {
  private let bytes: [UInt8]
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
        if byte == UInt8(ascii: "@") { checkMail(at: index) }
        if byte == UInt8(ascii: "-"), isPrivateKey(at: index) {
          add(.secret, index..<min(index + 32, bytes.count), shown: 4)
          index += 32
        }
        index += 1
      }
    }
  }

  /// A word of letters, digits, `_` and `-`; where to go on when it began something longer.
  private mutating func check(_ word: Range<Int>) -> Int {
    if word.count >= 16, isToken(word) {
      add(.secret, word, shown: 4)
      return word.upperBound
    }
    guard mayBeKnown(word) else { return word.upperBound }
    switch lower(word) {
    case "password", "passwort", "passwd", "passphrase", "pwd": return checkValue(behind: word, 6)
    case "token", "secret", "apikey", "api_key", "api-key", "key":
      return checkValue(behind: word, 16)
    case "private", "mobile", "cell", "handy", "home", "mob": return checkPhone(behind: word)
    case "birthday", "geburtstag", "dob", "birth", "born": return checkBirthday(word)
    case "he", "she", "his", "her": return checkPhrase(behind: word)
    default: return word.upperBound
    }
  }

  /// First letter and length rule nearly all words out, and cost nothing.
  private func mayBeKnown(_ word: Range<Int>) -> Bool {
    switch (bytes[word.lowerBound] | 0x20, word.count) {
    case (0x70, 3), (0x70, 6...8), (0x70, 10), (0x74, 5), (0x73, 3), (0x73, 6), (0x61, 6...7),
      (0x6B, 3), (0x6D, 3), (0x6D, 6), (0x63, 4), (0x68, 2...5), (0x62, 4...5), (0x62, 8),
      (0x64, 3), (0x67, 10):
      true
    default: false
    }
  }

  private mutating func add(_ kind: Suspicion.Kind, _ range: Range<Int>, shown: Int = .max) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let cut = text.count > shown ? text.prefix(shown) + "…" : text
    found.append(Suspicion(kind, Located(cut, at: Span(range.lowerBound, range.upperBound))))
  }
}

// MARK: Secrets

extension SuspicionWalk {
  /// What services call their tokens: AWS, GitHub, Slack, Stripe and the like, and signed JSON.
  private func isToken(_ word: Range<Int>) -> Bool {
    let prefixes = [
      "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-", "xoxb-", "xoxp-",
      "xoxa-", "xoxs-", "sk_live_", "rk_live_", "sk-", "AIza", "eyJ",
    ]
    guard let prefix = prefixes.first(where: { starts(with: $0, at: word.lowerBound) }) else {
      return false
    }
    switch prefix {
    case "AKIA", "ASIA":
      return word.count == 20 && bytes[word].allSatisfy { Self.isUpper($0) || Self.isDigit($0) }
    case "eyJ": return starts(with: ".eyJ", at: word.upperBound)
    default:
      let rest = bytes[word].dropFirst(prefix.utf8.count)
      return rest.count >= 12 && rest.contains(where: Self.isDigit)
        && rest.contains(where: Self.isLetter)
    }
  }

  private func isPrivateKey(at index: Int) -> Bool {
    guard starts(with: "-----BEGIN ", at: index) else { return false }
    let line = bytes[index...].prefix(64).prefix { $0 != 0x0A }
    return String(decoding: line, as: UTF8.self).contains("PRIVATE KEY")
  }

  /// `password: hunter22`: behind a colon or an equals sign a run that is no plain word.
  private mutating func checkValue(behind word: Range<Int>, _ least: Int) -> Int {
    var index = word.upperBound
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "*") {
      index += 1
    }
    guard index < bytes.count, bytes[index] == 0x3A || bytes[index] == 0x3D else {
      return word.upperBound
    }
    index += 1
    while index < bytes.count, [0x20, 0x22, 0x27, 0x2A, 0x60].contains(bytes[index]) { index += 1 }
    var end = index
    while end < bytes.count, bytes[end] > 0x20, !"|\"'`,;)]}*".utf8.contains(bytes[end]) {
      end += 1
    }
    let value = bytes[index..<end]
    guard value.count >= least, value.contains(where: Self.isDigit),
      value.contains(where: Self.isLetter), !starts(with: "http", at: index)
    else { return word.upperBound }
    add(.secret, index..<end, shown: 4)
    return end
  }
}

// MARK: Private facts

extension SuspicionWalk {
  private static let freeMail: Set<String> = [
    "gmail.com", "googlemail.com", "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.co.uk", "ymail.com",
    "hotmail.com", "hotmail.de", "hotmail.fr", "hotmail.co.uk", "outlook.com", "live.com",
    "msn.com",
    "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de",
    "t-online.de", "freenet.de", "aol.com", "proton.me", "protonmail.com", "qq.com", "163.com",
    "126.com", "naver.com", "orange.fr", "free.fr", "wanadoo.fr", "laposte.net", "libero.it",
    "virgilio.it", "mail.ru", "yandex.ru", "seznam.cz", "wp.pl", "onet.pl", "telia.com",
    "bluewin.ch",
    "btinternet.com", "comcast.net", "rediffmail.com",
  ]

  private mutating func checkMail(at sign: Int) {
    var start = sign
    while start > 0, Self.isWord(bytes[start - 1]) || ".+%".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    var end = sign + 1
    while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == 0x2E { end += 1 }
    while end > sign, bytes[end - 1] == 0x2E { end -= 1 }
    guard start < sign, sign - start <= 64, end - sign <= 64,
      Self.freeMail.contains(lower((sign + 1)..<max(end, sign + 1)))
    else { return }
    add(.mailAddress, start..<end, shown: 3)
  }

  /// Eight digits or more, soon behind `private` or `mobile`.
  private mutating func checkPhone(behind word: Range<Int>) -> Int {
    var index = word.upperBound
    let limit = min(bytes.count, index + 30)
    while index < limit, !Self.isDigit(bytes[index]), bytes[index] != UInt8(ascii: "+") {
      if bytes[index] == 0x0A || bytes[index] == UInt8(ascii: "$") { return word.upperBound }
      index += 1
    }
    var (end, digits, last) = (index, 0, index)
    while end < bytes.count, digits < 16,
      Self.isDigit(bytes[end]) || " +-/().".utf8.contains(bytes[end])
    {
      if Self.isDigit(bytes[end]) { (digits, last) = (digits + 1, end + 1) }
      end += 1
    }
    // A day is eight digits too.
    let isDay =
      Day(String(decoding: bytes[index..<min(index + 10, bytes.count)], as: UTF8.self)) != nil
    guard digits >= 8, !isDay else { return word.upperBound }
    add(.phone, index..<last, shown: 4)
    return last
  }

  /// `birthday 3 May`, `date of birth: 1971-05-03`, `born on 3 May`; not `the 50th birthday of the plant`.
  private mutating func checkBirthday(_ word: Range<Int>) -> Int {
    let before = String(
      decoding: bytes[max(0, word.lowerBound - 9)..<word.lowerBound], as: UTF8.self
    )
    .lowercased()
    let name = lower(word)
    if name == "birth", !before.hasSuffix("date of ") { return word.upperBound }
    if name == "born", !starts(with: " on ", at: word.upperBound) { return word.upperBound }
    if ["th ", "st ", "nd ", "rd "].contains(where: before.hasSuffix) { return word.upperBound }
    let limit = min(bytes.count, word.upperBound + 24)
    let rest = bytes[word.upperBound..<limit].prefix { $0 != 0x0A && $0 != 0x7C }
    guard let digit = rest.firstIndex(where: Self.isDigit) else { return word.upperBound }
    add(.birthday, word)
    return digit
  }

  private static let health = [
    "is pregnant", "is seriously ill", "has cancer", "was diagnosed with", "is on sick leave",
    "is off sick", "has burnout", "cancer", "illness", "pregnancy", "burnout", "miscarriage",
    "chemotherapy",
  ]
  private static let beliefs = [
    "votes ", "voted for", "is a republican", "is a democrat", "is a christian", "is catholic",
    "is a catholic", "is muslim", "is a muslim", "is jewish", "is gay", "is lesbian", "religion",
    "political views", "politics", "party membership", "sexuality",
  ]

  /// What follows `he`, `she`, `his` and `her`.
  private mutating func checkPhrase(behind word: Range<Int>) -> Int {
    var start = word.upperBound
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start > word.upperBound, start < bytes.count,
      "ivwhpcbmrs".utf8.contains(bytes[start] | 0x20)
    else { return word.upperBound }
    let rest = lower(start..<min(bytes.count, start + 20))
    func length(_ phrases: [String]) -> Int? {
      phrases.first {
        guard rest.hasPrefix($0) else { return false }
        return $0.hasSuffix(" ") || rest.dropFirst($0.count).first?.isLetter != true
      }?.utf8.count
    }
    if let length = length(Self.health) {
      add(.health, word.lowerBound..<(start + length))
      return start + length
    }
    if let length = length(Self.beliefs) {
      add(.belief, word.lowerBound..<(start + length))
      return start + length
    }
    return word.upperBound
  }
}

// MARK: Bytes

extension SuspicionWalk {
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    return end
  }

  private func lower(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private func starts(with text: String, at index: Int) -> Bool {
    index + text.utf8.count <= bytes.count
      && bytes[index..<(index + text.utf8.count)].elementsEqual(text.utf8)
  }
}
