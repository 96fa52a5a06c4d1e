/// Words as `Nearest.fold` leaves them, compared letter by letter.
enum Letters {
  /// How many letters there are: what is no ASCII takes several bytes.
  static func count(_ folded: [UInt8]) -> Int {
    isPlain(folded) ? folded.count : characters(folded).count
  }

  /// Edits between two words, in letters; more than `limit` for opposites.
  static func edits(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    let edits =
      isPlain(left) && isPlain(right)
      ? Nearest.distance(left, right, limit: limit)
      : Nearest.distance(characters(left), characters(right), limit: limit)
    return edits <= limit && isOpposite(left, right, edits) ? limit + 1 : edits
  }

  private static func isPlain(_ folded: [UInt8]) -> Bool { folded.allSatisfy { $0 < 0x80 } }

  private static func characters(_ folded: [UInt8]) -> [Character] {
    Array(String(decoding: folded, as: UTF8.self))
  }

  private static let negations = ["no", "not", "non", "un", "in", "dis", "ex"].map {
    Array($0.utf8)
  }
  private static let opposites = [("won", "lost"), ("best", "worst")].map {
    (Array($0.utf8), Array($1.utf8))
  }

  /// Whether the words differ by what turns one into its contrary: `no supporter`, `inactive`, `closed lost`.
  private static func isOpposite(_ left: [UInt8], _ right: [UInt8], _ edits: Int) -> Bool {
    guard edits > 0 else { return false }
    for negation in negations {
      // Without it they have less between them, so that it is the difference.
      for (long, short) in [(left, right), (right, left)]
      where long.starts(with: negation) && !short.starts(with: negation) {
        let rest = Array(long.dropFirst(negation.count))
        if Nearest.distance(rest, short, limit: edits) < edits { return true }
      }
    }
    return opposites.contains { one, other in
      [(left, right), (right, left)].contains { a, b in
        a.starts(with: one) && b.starts(with: other)
          || a.suffix(one.count).elementsEqual(one) && b.suffix(other.count).elementsEqual(other)
      }
    }
  }
}
