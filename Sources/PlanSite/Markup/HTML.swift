/// Markup of our own making.
///
/// What is written in a literal is markup; what is interpolated is text and gets escaped, unless it is markup itself:
/// `let cell: HTML = "<td>\(name)</td>"` is safe whatever the name is. Attributes are always quoted.
struct HTML: Sendable, Equatable {
  private var bytes: [UInt8]

  init() { bytes = [] }

  /// The markup as it goes into a page.
  var source: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }
  /// Bytes.
  var count: Int { bytes.count }

  func append(to page: inout [UInt8]) { page.append(contentsOf: bytes) }

  /// Appends markup of our own.
  mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text, escaped.
  mutating func write(text: String) { Escape.append(text, to: &bytes) }

  /// With a capital where its text begins.
  var capital: HTML {
    var html = self
    var isTag = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag {
        if (0x61...0x7A).contains(byte) { html.bytes[index] = byte - 0x20 }
        break
      }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return html
  }

  static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }

  static func += (left: inout HTML, right: HTML) {
    if left.bytes.isEmpty { left = right } else { left.bytes.append(contentsOf: right.bytes) }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { bytes = Array(value.utf8) }
  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 12)
    }

    mutating func appendLiteral(_ literal: String) {
      var literal = literal
      literal.withUTF8 { bytes.append(contentsOf: $0) }
    }
    mutating func appendInterpolation(_ text: String) { Escape.append(text, to: &bytes) }
    mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
    mutating func appendInterpolation(_ number: Int) { HTML.append(number, to: &bytes) }
    /// A coordinate: one digit behind the point, none where it is 0.
    mutating func appendInterpolation(_ number: Double) { HTML.append(number, to: &bytes) }
  }

  private static func append(_ number: Double, to bytes: inout [UInt8]) {
    let tenths = Int((min(max(number, -1e9), 1e9) * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    HTML.append(abs(tenths) / 10, to: &bytes)
    guard tenths % 10 != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    HTML.append(abs(tenths) % 10, to: &bytes)
  }

  /// Appends a coordinate: one digit behind the point, none where it is 0.
  mutating func write(_ number: Double) { HTML.append(number, to: &bytes) }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    guard (0..<10_000).contains(number) else {
      return bytes.append(contentsOf: String(number).utf8)
    }
    for power in [1000, 100, 10] where number >= power {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
    }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}

extension Sequence<HTML> {
  /// One after the other, with something between them.
  func joined(by separator: HTML = HTML()) -> HTML {
    var sum = HTML()
    for (index, html) in enumerated() {
      if index > 0 { sum += separator }
      sum += html
    }
    return sum
  }
}
