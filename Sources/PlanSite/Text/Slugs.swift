/// File names made from text: small letters, digits and hyphens, each given once.
struct Slugs {
  private var taken: Set<String> = []
  /// How far the numbering of a slug has come, so that a thousand collisions do not cost a million tries.
  private var reached: [String: Int] = [:]

  /// Gives every id a name, in order: ids that are kebab-case keep theirs, whatever stands before them.
  static func names(for ids: [String], fallback: String) -> [String] {
    var slugs = Slugs()
    var names = [String?](repeating: nil, count: ids.count)
    for (index, id) in ids.enumerated() where isKebab(id) && !slugs.taken.contains(id) {
      slugs.taken.insert(id)
      names[index] = id
    }
    return zip(ids, names).map { id, name in name ?? slugs.unique(slug(id, fallback: fallback)) }
  }

  /// `base`, or `base-2`, `base-3` … where that is given away.
  mutating func unique(_ base: String) -> String {
    if taken.insert(base).inserted { return base }
    var number = reached[base] ?? 2
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    reached[base] = number + 1
    return "\(base)-\(number)"
  }

  /// Whether an id can be a file name as it is.
  static func isKebab(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard !bytes.isEmpty, bytes.count <= 100 else { return false }
    return bytes.indices.allSatisfy { index in
      switch bytes[index] {
      case 0x61...0x7A, 0x30...0x39: true
      case 0x2D: index > 0 && index + 1 < bytes.count && bytes[index - 1] != 0x2D
      default: false
      }
    }
  }

  /// Letters and digits of ASCII, hyphens for the rest.
  static func slug(_ text: String, fallback: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte + 32)
      case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
      default: if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
      }
      if bytes.count == 80 { break }
    }
    if bytes.last == 0x2D { bytes.removeLast() }
    return bytes.isEmpty ? fallback : String(decoding: bytes, as: UTF8.self)
  }
}
