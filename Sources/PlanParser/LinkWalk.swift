import PlanModel
import PlanSource

/// Looks at every link and image of a plan's text.
enum LinkWalk {
  private static let textSchemes = ["http", "https", "mailto", "tel"]
  private static let keySchemes = ["http", "https", "mailto"]

  /// Reports links that leave the program or hide a scheme.
  ///
  /// - Returns: The relative links.
  static func check(_ document: Document, _ binder: Binder) -> [Located<String>] {
    var relative: [Located<String>] = []
    var places = Places(binder)
    InlineWalk.walk(document) { inline, span in
      let url: String
      switch inline {
      case .link(let address, _, _): url = address
      case .image(let address, _, _): url = address
      default: return
      }
      let place = places.nextAddress(url, in: span)
      switch target(of: url, from: binder.source.path) {
      case .page, .web: return
      case .unsafe: binder.report(UnsafeLink.finding(url, at: place, allowed: textSchemes))
      case .outside: binder.report(LinkOutside.finding(url, at: place))
      case .file(let path): relative.append(Located(path, at: place))
      }
    }
    return relative
  }

  /// Whether an address of `links:` may be shown; reports it when not.
  static func checkAddress(_ written: Written, _ binder: Binder) -> Bool {
    if let scheme = scheme(of: written.text), keySchemes.contains(scheme) { return true }
    binder.report(UnsafeLink.finding(written.text, at: written.span, allowed: keySchemes))
    return false
  }

  private enum Target {
    /// Within the page: `#brief`.
    case page
    case web
    case unsafe
    /// Leaves the program.
    case outside
    /// A path relative to the program's root.
    case file(String)
  }

  private static func target(of url: String, from path: String) -> Target {
    let bytes = Array(url.utf8)
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .unsafe }
    if bytes.isEmpty || bytes.first == UInt8(ascii: "#") { return .page }
    if let scheme = scheme(of: url) { return textSchemes.contains(scheme) ? .web : .unsafe }
    let straight = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    if straight.starts(with: Array("//".utf8)) { return .unsafe }
    let pathBytes = straight.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    if pathBytes.isEmpty { return .page }
    var parts =
      pathBytes.first == UInt8(ascii: "/")
      ? [] : path.split(separator: "/").dropLast().map(String.init)
    for part in decoded(pathBytes).split(separator: "/") where part != "." {
      if part == ".." {
        if parts.popLast() == nil { return .outside }
      } else {
        parts.append(String(part))
      }
    }
    return .file(parts.joined(separator: "/"))
  }

  /// The scheme in lower case: letters, digits, `+`, `-`, `.` before the first colon.
  private static func scheme(of url: String) -> String? {
    let text = url.trimmingSpaces.lowercased()
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first, (0x61...0x7A).contains(first),
      scheme.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
      })
    else { return nil }
    return String(scheme)
  }

  private static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    let all = Array(bytes)
    var index = 0
    while index < all.count {
      if all[index] == UInt8(ascii: "%"), index + 2 < all.count,
        let byte = UInt8(String(decoding: all[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(all[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Finds the places of texts that come in the order of the file, each behind the one before it.
struct Places {
  private let binder: Binder
  private var block = Span(0, 0)
  private var rest = Span(0, 0)

  init(_ binder: Binder) { self.binder = binder }

  /// Where the text stands next in a block; the whole block when it is written otherwise.
  mutating func next(_ text: String, in span: Span) -> Span {
    if span != block { (block, rest) = (span, span) }
    let found = binder.find(text, in: rest)
    // A link around an image comes before it and ends behind it.
    guard found != rest else { return binder.find(text, in: block) }
    rest = Span(found.end, rest.end)
    return found
  }

  /// Where an address stands next in a block; with entities or escapes in it, what is behind the next `](`.
  mutating func nextAddress(_ address: String, in span: Span) -> Span {
    if span != block { (block, rest) = (span, span) }
    guard binder.find(address, in: rest) == rest else { return next(address, in: span) }
    let open = binder.find("](", in: rest)
    let bytes = binder.source.bytes[open.end..<rest.end].prefix { ![0x20, 0x29].contains($0) }
    guard open != rest, bytes.contains(where: { [0x26, 0x5C].contains($0) }) else {
      return next(address, in: span)
    }
    rest = Span(bytes.endIndex, rest.end)
    return Span(open.end, bytes.endIndex)
  }
}

/// Visits all inlines of a document, each with the span of the cell or block it stands in.
enum InlineWalk {
  static func walk(_ document: Document, _ visit: (Inline, Span) -> Void) {
    if let title = document.title { walk(title, document.titleSpan, visit) }
    for section in document.sections {
      walk(section.title, section.heading, visit)
      walk(section.blocks, visit)
    }
  }

  private static func walk(_ blocks: [Block], _ visit: (Inline, Span) -> Void) {
    for block in blocks {
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): walk(inlines, block.span, visit)
      case .list(let list): for item in list.items { walk(item.blocks, visit) }
      case .quote(let inner): walk(inner, visit)
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { walk(cell.inlines, cell.span, visit) }
        }
      case .html(let html): visit(.html(html), block.span)
      case .code, .rule: continue
      }
    }
  }

  private static func walk(_ inlines: [Inline], _ span: Span, _ visit: (Inline, Span) -> Void) {
    for inline in inlines {
      visit(inline, span)
      switch inline {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner), .image(_, _, let inner):
        walk(inner, span, visit)
      case .text, .code, .softBreak, .lineBreak, .html: continue
      }
    }
  }
}
