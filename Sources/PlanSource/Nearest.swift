/// Finds the word that somebody meant.
public enum Nearest {
  /// Edits between two texts: insertions, deletions, substitutions, and swaps of neighbours (optimal string alignment).
  ///
  /// Stops counting at `limit` and then returns `limit + 1`.
  public static func distance<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], limit: Int
  ) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      var best = i + 1
      for (j, b) in right.enumerated() {
        var cost = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
        best = min(best, cost)
      }
      if best > limit { return limit + 1 }
      before = last
      last = row
    }
    return last[right.count]
  }

  /// The one candidate that is the same, or one edit away (words of five letters and more) or two (of ten and more), if
  /// no other is as near. Case, spaces, hyphens and underscores do not count, and opposites are never near.
  public static func sure(_ word: String, among candidates: [String]) -> String? {
    let same = Set(candidates.filter { isSame($0, word) })
    if same.count == 1 { return same.first }
    let folded = fold(word)
    let letters = Letters.count(folded)
    let limit = letters >= 10 ? 2 : letters >= 5 ? 1 : 0
    guard limit > 0, letters <= 64 else { return nil }
    var found: Set<String> = []
    for candidate in candidates
    where Letters.edits(folded, fold(candidate), limit: limit) <= limit {
      found.insert(candidate)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The nearest candidate for a "did you mean", if any is near enough to be worth naming; the first of equals.
  public static func guess(_ word: String, among candidates: [String]) -> String? {
    let folded = fold(word)
    let letters = Letters.count(folded)
    guard letters > 0, letters <= 64 else { return nil }
    let limit = max(1, min(3, (letters + 1) / 3))
    var best: (word: String, cost: Int)?
    for candidate in candidates {
      let cost = Letters.edits(folded, fold(candidate), limit: limit)
      // A word of which half is another is no neighbour: `se` is not `ae`.
      if cost <= limit, cost * 2 < letters, cost < best?.cost ?? Int.max {
        best = (candidate, cost)
      }
    }
    return best?.word
  }

  /// The one candidate at most two edits away that is nearer than all others, for a word of four letters and more of
  /// which something is known besides: that it stands for one of them.
  public static func only(_ word: String, among candidates: [String]) -> String? {
    guard let best = guess(word, among: candidates) else { return nil }
    let folded = fold(word)
    let cost = Letters.edits(folded, fold(best), limit: 2)
    guard Letters.count(folded) >= 4, cost <= 2 else { return nil }
    let isAlone = candidates.allSatisfy {
      $0 == best || Letters.edits(folded, fold($0), limit: cost) > cost
    }
    return isAlone ? best : nil
  }

  /// The nearest name of a rule, which is written `group/rule`: also for one without its group, with another's, or cut
  /// short. A name that only lacks its end is the shortest that begins so.
  public static func named(_ word: String, among names: [String]) -> String? {
    let tail = tail(of: word)
    let tails = names.filter { $0.utf8.contains(slash) }.map { (name: $0, tail: Self.tail(of: $0)) }
    let same = tails.filter { isSame($0.tail, tail) }
    let hasGroup = tail.utf8.count < word.utf8.count
    if !hasGroup, same.count == 1 { return same[0].name }
    if let near = guess(word, among: names) { return near }
    guard fold(tail).count >= 3 else { return nil }
    let whole = names.filter { hasGroup || !$0.utf8.contains(slash) }
    if let longer = shortest(whole.filter { begins($0, with: word) }) { return longer }
    if same.count == 1 { return same[0].name }
    if !hasGroup,
      let longer = shortest(tails.filter { begins($0.tail, with: word) }.map(\.name))
    {
      return longer
    }
    let near = guess(tail, among: tails.map(\.tail))
    return tails.first { $0.tail == near }?.name
  }

  private static let slash = UInt8(ascii: "/")

  private static func tail(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static func begins(_ name: String, with start: String) -> Bool {
    fold(name).starts(with: fold(start))
  }

  private static func shortest(_ names: [String]) -> String? {
    names.min { $0.utf8.count < $1.utf8.count }
  }

  /// A text in lower case with one space for each run of spaces and hyphens: how phrases are compared.
  public static func phrase(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return phraseOfAll(text)
      case 0x09...0x0D, 0x20, 0x2D: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      case 0x41...0x5A: bytes.append(byte + 32)
      default: bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func phraseOfAll(_ text: String) -> [UInt8] {
    let words = text.lowercased().split {
      $0.isWhitespace || "-\u{2010}\u{2011}\u{2013}".contains($0)
    }
    return Array(words.joined(separator: " ").utf8)
  }

  /// Whether two words are the same when case, spaces, hyphens and underscores do not count.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    // Most words differ in their first letter.
    if let a = left.utf8.first, let b = right.utf8.first, !mayDivide(a), !mayDivide(b),
      let a = folded(a), let b = folded(b), a != b
    {
      return false
    }
    var rest = right.utf8.makeIterator()
    for byte in left.utf8 {
      if mayDivide(byte) { return fold(left) == fold(right) }
      guard let wanted = folded(byte) else { continue }
      var found: UInt8?
      while found == nil, let next = rest.next() {
        if mayDivide(next) { return fold(left) == fold(right) }
        found = folded(next)
      }
      if found != wanted { return false }
    }
    while let next = rest.next() {
      if mayDivide(next) { return fold(left) == fold(right) }
      if folded(next) != nil { return false }
    }
    return true
  }

  /// Lower-case letters without spaces, hyphens and underscores: how words and headings are compared.
  public static func fold(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      if mayDivide(byte) { return foldAll(word) }
      if let byte = folded(byte) { bytes.append(byte) }
    }
    return bytes
  }

  /// Word processors write spaces and hyphens that do not break, and dashes for hyphens.
  private static func foldAll(_ word: String) -> [UInt8] {
    let all = Array(word.utf8)
    var (bytes, index): ([UInt8], Int) = ([], 0)
    while index < all.count {
      let rest = all[index...]
      if rest.starts(with: [0xC2, 0xA0]) {
        index += 2
      } else if rest.starts(with: [0xE2, 0x80]), index + 2 < all.count,
        [0x90, 0x91, 0x93, 0xAF].contains(all[index + 2])
      {
        index += 3
      } else {
        if let byte = folded(all[index]) { bytes.append(byte) }
        index += 1
      }
    }
    return bytes
  }

  /// Whether one of those spaces or dashes may begin here.
  private static func mayDivide(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 }

  /// A letter in lower case; nil for what does not count.
  private static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x20, 0x2D, 0x5F, 0x09: nil
    case 0x41...0x5A: byte + 32
    default: byte
    }
  }
}
