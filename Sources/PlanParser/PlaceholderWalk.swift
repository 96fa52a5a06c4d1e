import PlanModel
import PlanSource

/// Looks for text of the template that was left in.
enum PlaceholderWalk {
  /// - Parameter root: The front matter, whose keys count but those that are the author's own.
  static func check(_ document: Document, _ root: YamlNode? = nil, _ binder: Binder) {
    guard mayHold(binder.source.bytes) else { return }
    // A value that was rejected has its finding already.
    let rejected = binder.findings.compactMap(\.span)
    if case .map(let entries)? = root?.kind {
      for entry in entries where !entry.key.hasPrefix("x-") {
        check(entry.value, isName: Self.names.contains(entry.key), rejected, binder)
      }
    }
    var places = Places(binder)
    InlineWalk.walk(document) { inline, span in
      guard !binder.isFull else { return }
      let text: String
      switch inline {
      case .text(let string), .html(let string): text = string
      default: return
      }
      for found in placeholders(in: text) {
        let at = places.next(found, in: span)
        guard !rejected.contains(where: { $0.contains(at) && $0.count <= at.count + 2 }) else {
          continue
        }
        binder.report(Placeholder.finding(found, at: at))
      }
    }
  }

  /// Keys whose text somebody chose: a company may be called Todo, and a tag so.
  private static let names: Set<String> = ["account", "tags", "links", "buying-centers"]
  private static let words: Set<String> = ["todo", "tbd", "tbc"]

  /// Looks for values that are a placeholder and nothing else.
  private static func check(
    _ node: YamlNode, isName: Bool, _ rejected: [Span], _ binder: Binder
  ) {
    switch node.kind {
    case .map(let entries):
      for entry in entries { check(entry.value, isName: isName, rejected, binder) }
    case .list(let items):
      for item in items { check(item, isName: isName, rejected, binder) }
    case .scalar(let text):
      guard isPlaceholder(text), !isName || text.first == "<" || isWord(text[...]),
        !rejected.contains(where: { $0.contains(node.span) }), !binder.isFull
      else { return }
      binder.report(Placeholder.finding(text, at: node.span))
    }
  }

  /// Whether a text is a placeholder and nothing else: `TBD`, `Todo`, `<owner>`.
  static func isPlaceholder(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "<"): text == "<>" || brackets(in: text) == [text[...]]
    case UInt8(ascii: "T"), UInt8(ascii: "t"):
      text.utf8.count <= 4 && words.contains(text.lowercased())
    default: false
    }
  }

  /// Whether a word is one in any text.
  private static func isWord(_ word: Substring) -> Bool {
    word == "TODO" || word == "TBD" || word == "tbd"
  }

  /// A glance at the bytes: most plans hold none of them. Of each word it stops only at two letters that are rare.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      func letter(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] | 0x20 : 0 }
      var last: UInt16 = 0
      for index in bytes.indices {
        last = last << 8 | UInt16(bytes[index] | 0x20)
        switch last {
        // `tb`, behind it `d` or `c`.
        case 0x7462: if [0x64, 0x63].contains(letter(index + 1)) { return true }
        // `od` within `todo`.
        case 0x6F64: if letter(index - 2) == 0x74, letter(index + 1) == 0x6F { return true }
        // `em` at the end of the first word of lorem ipsum.
        case 0x656D: if letter(index - 2) == 0x72, letter(index + 1) == 0x20 { return true }
        default: if bytes[index] == 0x3C { return true }
        }
      }
      return false
    }
  }

  /// In the order of the text.
  private static func placeholders(in text: String) -> [String] {
    guard mayHold(Array(text.utf8)) else { return [] }
    var found = brackets(in: text)
    let words = text.split { !$0.isLetter && !$0.isNumber }
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if isWord(word) { found.append(word) }
      if word.lowercased() == "lorem", next.lowercased() == "ipsum" { found.append(word) }
    }
    return found.sorted { $0.startIndex < $1.startIndex }.map(String.init)
  }

  private static let tags: Set<String> = [
    "a", "abbr", "b", "big", "blockquote", "br", "center", "cite", "code", "dd", "del", "details",
    "div", "dl", "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html",
    "i",
    "iframe", "img", "input", "ins", "kbd", "li", "link", "mark", "meta", "object", "ol", "p",
    "picture",
    "pre", "q", "s", "samp", "script", "small", "source", "span", "strong", "style", "sub",
    "summary",
    "sup", "svg", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "video",
    "wbr",
  ]

  /// `<what the board wants>`: words between brackets that are no tag of HTML.
  private static func brackets(in text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let isAlone = open == text.startIndex || !text[text.index(before: open)].isLetter
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(where: { $0 == ">" || $0 == "<" }), rest[close] == ">"
      else {
        continue
      }
      let inner = rest[..<close]
      let name = inner.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if isAlone, let first = inner.first, first.isLetter || first == "…", inner.count <= 120,
        !tags.contains(name), !inner.contains("="), !inner.contains(":")
      {
        found.append(text[open...close])
      }
      rest = rest[close...]
    }
    return found
  }
}
