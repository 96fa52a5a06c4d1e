import Mustache
import Synchronization

/// Pages of one template as literal text with gaps, so that thousands of them cost the engine one walk.
///
/// A template asks of text and markup only whether there is any, so all pages with the same fields empty and the same
/// flags set are the same text around their values.
final class Skeletons: Sendable {
  private let library: MustacheLibrary
  private let known = Mutex<[String: Skeleton]>([:])

  /// - Parameter library: The templates, printing without an escape.
  init(_ library: MustacheLibrary) { self.library = library }

  /// The bytes of a page; nil when it has lists, whose items each have a shape of their own.
  func render<Page: View>(_ name: String, _ view: Page) -> [UInt8]? {
    var values: [FieldValue] = []
    values.reserveCapacity(Page.fields.count)
    var key = name + " "
    for field in Page.fields {
      if case .view = field.kind { return nil }
      let value = field.read(view)
      key += value.isThere ? "1" : "0"
      values.append(value)
    }
    if let skeleton = known.withLock({ $0[key] }) { return skeleton.fill(values) }
    let shape = Shape(Page.fields.map(\.name), values)
    let skeleton = Skeleton(library.render(shape, withTemplate: name) ?? "")
    known.withLock { $0[key] = skeleton }
    return skeleton.fill(values)
  }
}

/// A page with a mark in the place of each value.
private final class Shape: MustacheParent {
  private var marks: [String: Any] = [:]

  init(_ names: [String], _ values: [FieldValue]) {
    for (index, (name, value)) in zip(names, values).enumerated() where marks[name] == nil {
      if case .flag(let flag) = value {
        marks[name] = flag
      } else {
        marks[name] = TextValue(renderText: value.isThere ? "\u{1}\(index)\u{2}" : "")
      }
    }
  }

  func child(named name: String) -> Any? { marks[name] }
}

/// Literal text and, behind each piece of it, the index of the value that follows.
private struct Skeleton: Sendable {
  private var pieces: [(text: [UInt8], value: Int?)] = []

  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: 1), let close = rest[open...].firstIndex(of: 2) {
      let number = Int(String(decoding: rest[(open + 1)..<close], as: UTF8.self))
      pieces.append((Array(rest[..<open]), number))
      rest = rest[(close + 1)...]
    }
    pieces.append((Array(rest), nil))
  }

  func fill(_ values: [FieldValue]) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(values.reduce(8192) { $0 + $1.size })
    for piece in pieces {
      page.append(contentsOf: piece.text)
      guard let index = piece.value, values.indices.contains(index) else { continue }
      switch values[index] {
      case .text(let text): Escape.append(text, to: &page)
      case .html(let html): html.append(to: &page)
      case .flag, .views: break
      }
    }
    return page
  }
}

extension FieldValue {
  /// What a template sees of it beside its text.
  fileprivate var isThere: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .flag(let flag): flag
    case .views: true
    }
  }

  /// Bytes, about.
  fileprivate var size: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .html(let html): html.count
    case .flag, .views: 0
    }
  }
}
