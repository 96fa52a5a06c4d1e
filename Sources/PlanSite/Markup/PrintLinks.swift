/// A page of a folder of the site as it is printed.
///
/// A PDF keeps links as whole addresses, and those of the page being printed lead into a folder that nobody else has:
/// they are made to lead to where the site is published, or nowhere. Links inside the page stay.
enum PrintLinks {
  /// - Parameter base: `site.base-url`; empty for nowhere in particular.
  static func settle(_ page: [UInt8], base: String) -> [UInt8] {
    let mark = Array("<a href=\"../".utf8)
    let site = Links.outside(base).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let link = site.map { Array("<a href=\"\(Escape.text($0))".utf8) }
    var settled: [UInt8] = []
    settled.reserveCapacity(page.count)
    var rest = page[...]
    while let start = rest.firstIndex(of: mark[0]) {
      settled += rest[..<start]
      rest = rest[start...]
      guard rest.starts(with: mark) else {
        settled.append(mark[0])
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(mark.count)
      if let link {
        settled += link
      } else {
        settled += Array("<a".utf8)
        rest = rest.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      }
    }
    return settled + rest
  }
}
