/// What a link in a plan may lead to.
enum Links {
  /// The address, with what no address may hold written in percent, if it is of http, https or mailto; else nil.
  static func outside(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    switch scheme {
    case "http", "https":
      guard bytes.count > colon + 3, bytes[colon + 1] == UInt8(ascii: "/"),
        bytes[colon + 2] == UInt8(ascii: "/")
      else { return nil }
      let rest = bytes[(colon + 3)...]
      let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
      guard isHost(rest[..<end]) else { return nil }
      return scheme + "://" + String(decoding: rest[..<end], as: UTF8.self) + encoded(rest[end...])
    case "mailto":
      let rest = bytes[(colon + 1)...]
      guard rest.contains(UInt8(ascii: "@")), rest.first != UInt8(ascii: "/") else { return nil }
      return scheme + ":" + encoded(rest)
    default: return nil
    }
  }

  /// Whether an address names a scheme, or leaves the site in another way.
  static func isRelative(_ url: String) -> Bool {
    let bytes = Array(url.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\") else {
      return false
    }
    let head = bytes.prefix { !"/?#".utf8.contains($0) }
    return !head.contains(UInt8(ascii: ":")) && !head.contains(UInt8(ascii: "\\"))
  }

  /// The file that a relative link in a plan leads to, from the program's root; nil when it leads out of it.
  static func resolve(_ url: String, from path: String) -> String? {
    guard isRelative(url) else { return nil }
    let target = url.prefix { $0 != "#" && $0 != "?" }
    guard !target.isEmpty else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(decoded(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// A path as a part of an address: `#` and `?` in file names are text.
  static func encoded(path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
    }.map { encoded(Array($0.utf8)[...]) }.joined(separator: "/")
  }

  private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return false }
    if parts.count == 2 {
      guard let port = Int(String(decoding: parts[1], as: UTF8.self)), (1...65535).contains(port)
      else { return false }
    }
    return host.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    } && host.first != 0x2E && host.contains { (0x41...0x7A).contains($0) || $0 == 0x2E }
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    var hasFragment = false
    for index in bytes.indices {
      let byte = bytes[index]
      let isKept: Bool
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: isKept = true
      case UInt8(ascii: "#"):
        isKept = !hasFragment
        hasFragment = true
      case UInt8(ascii: "%"):
        isKept =
          index + 2 < bytes.endIndex && nibble(bytes[index + 1]) != nil
          && nibble(bytes[index + 2]) != nil
      default: isKept = "-._~:/?@!$&'()*+,;=".utf8.contains(byte)
      }
      if isKept {
        out.append(byte)
      } else {
        out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// The text with its percents undone.
  static func decoded(_ part: Substring) -> String {
    let bytes = Array(part.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = nibble(bytes[index + 1]),
        let low = nibble(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
