import PlanModel

// Private facts about people.

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

  mutating func checkMail(at sign: Int) {
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

  /// What may stand between a label and its number.
  private static let phoneWords: Set<String> = [
    "number", "nummer", "no", "nr", "is", "phone", "telephone", "telefon", "tel", "cell", "mobile",
    "private",
  ]

  /// A phone number right behind `private` or `mobile`.
  mutating func checkPhone(behind word: Range<Int>) -> Int {
    var index = word.upperBound
    let limit = min(bytes.count, index + 30)
    while index < limit, !Self.isDigit(bytes[index]), bytes[index] != UInt8(ascii: "+") {
      if bytes[index] == 0x0A || bytes[index] == UInt8(ascii: "$") { return word.upperBound }
      index += 1
    }
    let between = lower(word.upperBound..<index).split { !$0.isLetter }
    guard between.allSatisfy({ Self.phoneWords.contains(String($0)) }) else {
      return word.upperBound
    }
    var (end, last) = (index, index)
    while end < bytes.count, end - index < 24,
      Self.isDigit(bytes[end]) || " +-/().".utf8.contains(bytes[end])
    {
      if Self.isDigit(bytes[end]) { last = end + 1 }
      end += 1
    }
    let isBracketed = index > 0 && bytes[index - 1] == UInt8(ascii: "(")
    guard Self.isPhone(bytes[index..<last], isBracketed: isBracketed) else {
      return word.upperBound
    }
    add(.phone, index..<last, shown: 4)
    return last
  }

  /// Seven digits behind a `+`, a 0 or a bracket, or three, three and four; no days, no years, no amount.
  private static func isPhone(_ text: ArraySlice<UInt8>, isBracketed: Bool) -> Bool {
    let groups = text.split { !isDigit($0) }
    guard let first = groups.first, groups.reduce(0, { $0 + $1.count }) >= 7 else { return false }
    let isAmerican = groups.map(\.count) == [3, 3, 4]
    let begins =
      text.first == UInt8(ascii: "+") || (first.first == 0x30 && first.count > 1)
      || (isBracketed && first.count == 3) || isAmerican
    func isYear(_ group: ArraySlice<UInt8>) -> Bool {
      group.count == 4 && (group.starts(with: "19".utf8) || group.starts(with: "20".utf8))
    }
    let isDays = groups.contains(where: isYear) && groups.allSatisfy { isYear($0) || $0.count <= 2 }
    let isAmount = groups.last.map { $0.elementsEqual("000".utf8) } ?? false
    return begins && !isDays && !isAmount
  }

  /// `birthday 3 May`, `date of birth: 1971-05-03`, `born on 3 May`; not `the 50th birthday of the plant`.
  mutating func checkBirthday(_ word: Range<Int>) -> Int {
    let before = lower(max(0, word.lowerBound - 12)..<word.lowerBound)
    let name = lower(word)
    if name == "birth", !before.hasSuffix("date of ") { return word.upperBound }
    if name == "born" {
      // A company is born too.
      let words = before.split { !$0.isLetter }.suffix(2)
      let isSaid = words.last.map { ["was", "were", "is", "are", "been"].contains($0) } ?? false
      if isSaid, words.first != "he", words.first != "she" { return word.upperBound }
    }
    if ["th ", "st ", "nd ", "rd ", "company ", "company's "].contains(where: before.hasSuffix) {
      return word.upperBound
    }
    guard let end = dayEnd(behind: word.upperBound) else { return word.upperBound }
    add(.birthday, word.lowerBound..<end, shown: word.count)
    return end
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "januar", "februar", "märz", "mai", "juni", "juli", "oktober",
    "dezember", "okt", "dez",
  ]
  private static let dayWords: Set<String> = ["is", "on", "the", "am", "ist", "was"]

  /// Where a day ends that follows at once: `3 May`, `May 3`, `3.5.`, `1971-05-03`.
  private func dayEnd(behind start: Int) -> Int? {
    let text = String(decoding: bytes[start..<min(bytes.count, start + 40)], as: UTF8.self)
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
    let words = line.split { " :*|()".contains($0) }.drop {
      Self.dayWords.contains($0.lowercased())
    }
    guard let first = words.first else { return nil }
    let second = words.dropFirst().first
    func isMonth(_ word: Substring) -> Bool {
      Self.months.contains(word.prefix(while: \.isLetter).lowercased())
    }
    func isDay(_ word: Substring) -> Bool {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      let rest = word.dropFirst(digits.count).lowercased()
      return (1...2).contains(digits.count)
        && ["", ".", ",", "st", "nd", "rd", "th"].contains(rest)
    }
    let numbers = first.split { "./-,;".contains($0) }
    let isWritten =
      (numbers.count == 3 || (numbers.count == 2 && first.hasSuffix(".")))
      && numbers.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    var last = first
    if !isWritten {
      guard let second, (isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second))
      else { return nil }
      last = second
    }
    let length = line.utf8.distance(from: line.startIndex, to: last.endIndex)
    return min(start + length, bytes.count)
  }

  private static let health = [
    "is pregnant", "is seriously ill", "was diagnosed with", "is on sick leave", "is off sick",
  ]
  /// Things that a company may have too, in front of another noun: `her cancer centre`.
  private static let illnesses = [
    "has cancer", "has burnout", "cancer", "illness", "pregnancy", "burnout", "miscarriage",
    "chemotherapy",
  ]
  private static let behindIllness: Set<String> = [
    "is", "was", "has", "and", "since", "in", "until", "will", "came", "means", "again", "or",
  ]
  private static let beliefs = [
    "is a republican", "is a democrat", "is a christian", "is catholic", "is a catholic",
    "is muslim", "is a muslim", "is jewish", "is gay", "is lesbian", "religion", "political views",
    "party membership", "sexuality", "votes republican", "votes democrat", "votes labour",
    "votes conservative", "votes tory", "votes green",
  ]

  /// What follows `he`, `she`, `his` and `her`.
  mutating func checkPhrase(behind word: Range<Int>) -> Int {
    var start = word.upperBound
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start > word.upperBound, start < bytes.count,
      "ivwhpcbmrs".utf8.contains(bytes[start] | 0x20)
    else { return word.upperBound }
    let rest = lower(start..<min(bytes.count, start + 36))
    func length(_ phrases: [String]) -> Int? {
      phrases.first {
        rest.hasPrefix($0) && rest.dropFirst($0.count).first?.isLetter != true
      }?.utf8.count
    }
    func endsThere(_ length: Int) -> Bool {
      let next = rest.utf8.dropFirst(length)
      if next.first == UInt8(ascii: "-") { return false }
      let word = next.drop { $0 == 0x20 }.prefix { Self.isLetter($0) }
      return word.isEmpty || next.first != 0x20
        || Self.behindIllness.contains(String(decoding: word, as: UTF8.self))
    }
    let ill = length(Self.health) ?? length(Self.illnesses).flatMap { endsThere($0) ? $0 : nil }
    if let ill {
      add(.health, word.lowerBound..<(start + ill))
      return start + ill
    }
    if let length = length(Self.beliefs) {
      add(.belief, word.lowerBound..<(start + length))
      return start + length
    }
    return word.upperBound
  }

  /// `Ann Lee is pregnant`, `Ann Lee is on sick leave`: behind a first and a last name.
  mutating func checkHealth(before word: Range<Int>) -> Int {
    let verbs = lower(word) == "sick" ? [" is on ", " is off "] : [" is "]
    let text = bytes[..<word.lowerBound]
    guard let verb = verbs.first(where: { text.suffix($0.utf8.count).elementsEqual($0.utf8) })
    else {
      return word.upperBound
    }
    var start = word.lowerBound - verb.utf8.count
    for isLast in [true, false] {
      if !isLast {
        guard start > 0, bytes[start - 1] == 0x20 else { return word.upperBound }
        start -= 1
      }
      let end = start
      while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
      guard start < end, Self.isUpper(bytes[start]) || bytes[start] >= 0x80 else {
        return word.upperBound
      }
    }
    add(.health, start..<word.upperBound)
    return word.upperBound
  }
}
