/// A tag of a template.
struct Tag: Equatable {
  enum Kind: Equatable {
    case variable, markup, section, inverted, close, partial, comment
    /// Any other sign that Mustache knows, and that these templates do not use.
    case other(String)
  }

  let kind: Kind
  let name: String
  /// From 1.
  let line: Int
}

/// Finds the tags of a template, without the library, which does not tell.
enum TagScanner {
  /// The tags in their order. A tag that is not closed ends the scan with `unclosed`, its line.
  static func scan(_ bytes: [UInt8]) -> (tags: [Tag], unclosed: Int?) {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var tags: [Tag] = []
    var line = 1
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A { line += 1 }
      guard bytes[index] == open, index + 1 < bytes.count, bytes[index + 1] == open else {
        index += 1
        continue
      }
      index += 2
      var end = index
      while end + 1 < bytes.count, bytes[end] != close || bytes[end + 1] != close { end += 1 }
      guard end + 1 < bytes.count else { return (tags, line) }
      var content = bytes[index..<end]
      var next = end + 2
      let isTriple = content.first == open
      if isTriple {
        guard next < bytes.count, bytes[next] == close else { return (tags, line) }
        next += 1
        content = content.dropFirst()
      }
      tags.append(tag(content, isTriple: isTriple, line: line))
      line += bytes[index..<end].count { $0 == 0x0A }
      index = next
    }
    return (tags, nil)
  }

  private static func tag(_ content: ArraySlice<UInt8>, isTriple: Bool, line: Int) -> Tag {
    func name(_ bytes: ArraySlice<UInt8>) -> String {
      let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
      let trimmed = bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
      return String(decoding: Array(trimmed), as: UTF8.self)
    }
    if isTriple { return Tag(kind: .markup, name: name(content), line: line) }
    let rest = content.dropFirst()
    switch content.first {
    case UInt8(ascii: "&"): return Tag(kind: .markup, name: name(rest), line: line)
    case UInt8(ascii: "#"): return Tag(kind: .section, name: name(rest), line: line)
    case UInt8(ascii: "^"): return Tag(kind: .inverted, name: name(rest), line: line)
    case UInt8(ascii: "/"): return Tag(kind: .close, name: name(rest), line: line)
    case UInt8(ascii: ">"): return Tag(kind: .partial, name: name(rest), line: line)
    case UInt8(ascii: "!"): return Tag(kind: .comment, name: "", line: line)
    case UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "<"):
      let sign = String(decoding: content.prefix(1), as: UTF8.self)
      return Tag(kind: .other(sign), name: name(rest), line: line)
    default: return Tag(kind: .variable, name: name(content), line: line)
    }
  }
}
