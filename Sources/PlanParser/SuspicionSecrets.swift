import PlanModel

// Passwords, tokens and keys.

extension SuspicionWalk {
  /// What services call their tokens: AWS, GitHub, Slack, Stripe and the like, and signed JSON.
  func isToken(_ word: Range<Int>) -> Bool {
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
    // SK is a land, and a house too.
    case "sk-": return Self.isRandom(bytes[word].dropFirst(3))
    default:
      let rest = bytes[word].dropFirst(prefix.utf8.count)
      return rest.count >= 12 && rest.contains(where: Self.isDigit)
        && rest.contains(where: Self.isLetter)
    }
  }

  /// Where a token ends that goes on behind dots: signed JSON has three parts.
  func tokenEnd(from start: Int) -> Int {
    var end = start
    while end + 1 < bytes.count, bytes[end] == 0x2E, Self.isWord(bytes[end + 1]) {
      end += 1
      while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    }
    return end
  }

  func isPrivateKey(at index: Int) -> Bool {
    // Tables are full of hyphens.
    guard index + 5 < bytes.count, bytes[index + 5] == UInt8(ascii: "B"),
      starts(with: "-----BEGIN ", at: index)
    else { return false }
    let line = bytes[index...].prefix(64).prefix { $0 != 0x0A }
    return String(decoding: line, as: UTF8.self).contains("PRIVATE KEY")
  }

  /// `password: hunter22`, `the password is hunter22`: behind a colon or an equals sign a run that is no plain word.
  mutating func checkValue(behind word: Range<Int>, isPassword: Bool) -> Int {
    var index = word.upperBound
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "*") {
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x3A || bytes[index] == 0x3D {
      index += 1
    } else if isPassword, starts(with: "is ", at: index) {
      index += 3
    } else {
      return word.upperBound
    }
    while index < bytes.count, [0x20, 0x22, 0x27, 0x2A, 0x60].contains(bytes[index]) { index += 1 }
    var end = index
    while end < bytes.count, bytes[end] > 0x20, !"|\"'`,;)]}*".utf8.contains(bytes[end]) {
      end += 1
    }
    let value = bytes[index..<end]
    guard !starts(with: "http", at: index),
      isPassword ? Self.isPassword(value) : Self.isRandom(value)
    else { return word.upperBound }
    // None of it is to be seen, whatever sign stands in it.
    while end < bytes.count, bytes[end] > 0x20, !"|\"'`".utf8.contains(bytes[end]) { end += 1 }
    add(.secret, index..<end, shown: 4)
    return end
  }

  /// `https://maya:hunter22@host`.
  mutating func checkLogin(before sign: Int) {
    let least = max(0, sign - 80)
    var start = sign
    while start > least, bytes[start - 1] > 0x20, !"/\"'<>|()[]@".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    guard start >= 3, starts(with: "://", at: start - 3),
      let colon = bytes[start..<sign].firstIndex(of: 0x3A), sign - colon > 4,
      bytes[(colon + 1)..<sign].contains(where: Self.isDigit)
    else { return }
    add(.secret, (colon + 1)..<sign, shown: 4)
  }

  /// Six characters with letters and two digits. A number with its unit is none, nor are words and numbers that are
  /// joined, such as `1Password-vault`, unless they look made up.
  private static func isPassword(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 6, value.contains(where: isLetter), value.count(where: isDigit) >= 2
    else { return false }
    if value.drop(while: isDigit).allSatisfy(isLetter), value.first.map(isDigit) == true {
      return false
    }
    let isJoined = value.contains(where: isJoint)
    return !isJoined || value.contains { "!$^".utf8.contains($0) } || isRandom(value)
  }

  /// Whether letters and digits change so often that nobody reads words in it; a UUID too.
  private static func isRandom(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 16 else { return false }
    let parts = value.split(whereSeparator: isJoint)
    if parts.contains(where: { $0.count >= 12 && changes($0) >= 4 }) { return true }
    let bare = parts.joined()
    return bare.count >= 20 && bare.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
      && parts.reduce(0) { $0 + changes($1) } >= 4
  }

  private static func changes(_ part: ArraySlice<UInt8>) -> Int {
    zip(part, part.dropFirst()).count { isDigit($0) != isDigit($1) }
  }

  /// What joins words to a name: `erp-migration`, `vault/prod`.
  private static func isJoint(_ byte: UInt8) -> Bool { "-_./:".utf8.contains(byte) }
}
