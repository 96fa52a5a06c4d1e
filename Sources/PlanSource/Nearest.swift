/// Finds the word that somebody meant.
public enum Nearest {
  /// Edits between two texts: insertions, deletions, substitutions, and swaps of neighbours (optimal string alignment).
  ///
  /// Stops counting at `limit` and then returns `limit + 1`.
  public static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
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
  /// no other is as near. Case, spaces, hyphens and underscores do not count.
  public static func sure(_ word: String, among candidates: [String]) -> String? {
    let same = Set(candidates.filter { isSame($0, word) })
    if same.count == 1 { return same.first }
    let folded = fold(word)
    let limit = folded.count >= 10 ? 2 : folded.count >= 5 ? 1 : 0
    guard limit > 0, folded.count <= 64 else { return nil }
    var found: Set<String> = []
    for candidate in candidates where distance(folded, fold(candidate), limit: limit) <= limit {
      found.insert(candidate)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The nearest candidate for a "did you mean", if any is near enough to be worth naming; the first of equals.
  public static func guess(_ word: String, among candidates: [String]) -> String? {
    let folded = fold(word)
    guard !folded.isEmpty, folded.count <= 64 else { return nil }
    let limit = max(1, min(3, (folded.count + 1) / 3))
    var best: (word: String, cost: Int)?
    for candidate in candidates {
      let cost = distance(folded, fold(candidate), limit: limit)
      // A word of which no letter is left is no neighbour.
      if cost <= limit, cost < folded.count, cost < best?.cost ?? Int.max {
        best = (candidate, cost)
      }
    }
    return best?.word
  }

  /// The one candidate at most two edits away that is nearer than all others, for a word of four letters and more of
  /// which something is known besides: that it stands for one of them.
  public static func only(_ word: String, among candidates: [String]) -> String? {
    guard let best = guess(word, among: candidates) else { return nil }
    let letters = fold(word)
    let cost = distance(letters, fold(best), limit: 2)
    guard letters.count >= 4, cost <= 2 else { return nil }
    let isAlone = candidates.allSatisfy {
      $0 == best || distance(letters, fold($0), limit: cost) > cost
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

  /// Whether two words are the same when case, spaces, hyphens and underscores do not count.
  public static func isSame(_ left: String, _ right: String) -> Bool {
    // Most words differ in their first letter.
    if let a = left.utf8.first.flatMap(folded), let b = right.utf8.first.flatMap(folded), a != b {
      return false
    }
    var rest = right.utf8.makeIterator()
    for byte in left.utf8 {
      guard let wanted = folded(byte) else { continue }
      var found: UInt8?
      while found == nil, let next = rest.next() { found = folded(next) }
      if found != wanted { return false }
    }
    while let next = rest.next() { if folded(next) != nil { return false } }
    return true
  }

  /// Lower-case letters without spaces, hyphens and underscores: how words and headings are compared.
  public static func fold(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.utf8.count)
    for byte in word.utf8 { if let byte = folded(byte) { bytes.append(byte) } }
    return bytes
  }

  /// A letter in lower case; nil for what does not count.
  private static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x20, 0x2D, 0x5F, 0x09: nil
    case 0x41...0x5A: byte + 32
    default: byte
    }
  }
}
