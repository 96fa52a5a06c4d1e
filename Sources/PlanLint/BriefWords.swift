/// The words of a text, told apart on its bytes: runs of letters and digits, whatever their case. What a new plan leaves
/// in `<…>` is no text of anybody's. In scripts without spaces each character is a word.
struct BriefWords {
  /// How many words people would count: two characters of a script without spaces count as one.
  static func count(in text: String) -> Int {
    var words = 0
    var alone = 0
    walk(text, keepingHints: true) { _, isAlone in
      if isAlone { alone += 1 } else { words += 1 }
    }
    return words + alone / 2
  }

  /// A number for every four words in a row (FNV-1a): texts with the same wording have the same ones. Without those
  /// that stand twice.
  static func shingles(of text: String) -> Set<UInt64> {
    var shingles: Set<UInt64> = []
    eachShingle(of: text) { shingles.insert($0) }
    return shingles
  }

  /// The same one after another, and those that stand twice as often as they stand.
  static func eachShingle(of text: String, _ visit: (UInt64) -> Void) {
    var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var words = 0
    walk(text, keepingHints: false) { hash, _ in
      words += 1
      if words >= 4 {
        var shingle: UInt64 = 0
        for hash in [last.0, last.1, last.2, hash] {
          shingle = (shingle ^ hash) &* 0x9E37_79B9_7F4A_7C15
          shingle ^= shingle >> 29
        }
        visit(shingle)
      }
      last = (last.1, last.2, hash)
    }
  }

  /// - Parameter visit: Gets a number that stands for the word, and whether it is a character of a script without
  ///   spaces.
  private static func walk(
    _ text: String, keepingHints: Bool, _ visit: (UInt64, Bool) -> Void
  ) {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var hash = start
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func end(alone: Bool = false) {
      if hash != start { visit(hash, alone) }
      hash = start
    }
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "<") where !keepingHints:
          end()
          if let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) { index = close }
        case 0x41...0x5A: add(byte | 0x20)
        case 0x30...0x39, 0x61...0x7A, 0x80...0xBF, 0xC3...0xE1, 0xF0...0xFF: add(byte)
        case 0xE3...0xED:
          end()
          for byte in bytes[index..<min(bytes.count, index + 3)] { add(byte) }
          end(alone: true)
          index += 2
        case 0xC2, 0xE2, 0xEE, 0xEF:
          // Signs and punctuation: `·`, `–`, `…`, full-width forms.
          end()
          index += byte == 0xC2 ? 1 : 2
        case UInt8(ascii: "'"), UInt8(ascii: "_"): break
        default: end()
        }
        index += 1
      }
      end()
    }
  }
}
