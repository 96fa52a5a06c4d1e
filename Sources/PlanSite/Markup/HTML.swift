import Mustache

/// Markup of our own making.
///
/// What is written in a literal is markup; what is interpolated is text and gets escaped, unless it is markup itself:
/// `let cell: HTML = "<td>\(name)</td>"` is safe whatever the name is. Attributes are always quoted.
struct HTML: Sendable, Equatable {
  /// The markup as it goes into a page.
  private(set) var source: String

  init() { source = "" }

  var isEmpty: Bool { source.isEmpty }

  static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }

  static func += (left: inout HTML, right: HTML) { left.source += right.source }
}

extension HTML: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { source = value }
  init(stringInterpolation: Interpolation) { source = stringInterpolation.markup }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 12)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { Escape.append(text, to: &markup) }
    mutating func appendInterpolation(_ html: HTML) { markup += html.source }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    /// A coordinate: one digit behind the point, none where it is 0.
    mutating func appendInterpolation(_ number: Double) { HTML.append(number, to: &markup) }
  }

  fileprivate static func append(_ number: Double, to markup: inout String) {
    let tenths = Int((min(max(number, -1e9), 1e9) * 10).rounded())
    if tenths < 0 { markup += "-" }
    markup += String(abs(tenths) / 10)
    if tenths % 10 != 0 { markup += ".\(abs(tenths) % 10)" }
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

/// In a template: as it is in `{{{name}}}`.
extension HTML: MustacheCustomRenderable, MustacheParent {
  var renderText: String { source }
  var isNull: Bool { source.isEmpty }
  func child(named: String) -> Any? { nil }
}
