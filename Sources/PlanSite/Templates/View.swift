import Mustache

/// What a template can see: a value with named fields and nothing else.
protocol View: Sendable {
  /// Every name that a template may use.
  static var fields: [Field<Self>] { get }
}

/// A view on its way into a template. A class, because the engine casts what it is given at each name it looks up, and
/// each cast would copy a whole view.
final class Shown<Shape: View>: MustacheParent {
  private let view: Shape
  private let pieces: Pieces

  init(_ view: Shape, _ pieces: Pieces) {
    self.view = view
    self.pieces = pieces
  }

  func child(named name: String) -> Any? {
    for field in Shape.fields where field.name == name { return field.read(view).shown(pieces) }
    return nil
  }
}

/// The markup of a page while its template is rendered. The engine gets a short mark for each piece, and the piece
/// itself is put in its place at the end: markup is most of a page, and each level of the template would copy it.
final class Pieces {
  private static let (open, close) = (UInt8(1), UInt8(2))
  private var all: [HTML] = []

  /// What stands for the markup: nothing when it is empty. Escaped text holds no control character, so no plan can
  /// write a mark.
  func mark(_ html: HTML) -> TextValue {
    guard !html.isEmpty else { return TextValue(renderText: "") }
    all.append(html)
    return TextValue(renderText: "\u{1}\(all.count - 1)\u{2}")
  }

  /// The rendered text with the pieces in their places.
  func fill(_ text: String) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(text.utf8.count + all.reduce(0) { $0 + $1.count })
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while let mark = bytes[start...].firstIndex(of: Self.open) {
        page.append(contentsOf: bytes[start..<mark])
        let end = bytes[mark...].firstIndex(of: Self.close) ?? mark
        let number = Int(String(decoding: bytes[mark..<end].dropFirst(), as: UTF8.self))
        if let number, all.indices.contains(number) { all[number].append(to: &page) }
        start = end + 1
      }
      page.append(contentsOf: bytes[start...])
    }
    return page
  }
}

/// A name that a template may use, and what stands behind it.
struct Field<Owner: Sendable>: Sendable {
  let name: String
  let kind: FieldKind
  let read: @Sendable (Owner) -> FieldValue

  /// Text, escaped; as a section: whether there is any.
  static func text(_ name: String, _ get: @escaping @Sendable (Owner) -> String) -> Field {
    Field(name: name, kind: .text) { .text(get($0)) }
  }

  static func number(_ name: String, _ get: @escaping @Sendable (Owner) -> Int) -> Field {
    Field(name: name, kind: .text) { .text(String(get($0))) }
  }

  /// Markup, which needs `{{{name}}}`; as a section: whether there is any.
  static func html(_ name: String, _ get: @escaping @Sendable (Owner) -> HTML) -> Field {
    Field(name: name, kind: .html) { .html(get($0)) }
  }

  static func flag(_ name: String, _ get: @escaping @Sendable (Owner) -> Bool) -> Field {
    Field(name: name, kind: .flag) { .flag(get($0)) }
  }

  static func list<Item: View>(
    _ name: String, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Field {
    Field(name: name, kind: .view(Item.self)) { owner in
      .views { pieces in get(owner).map { Shown($0, pieces) } }
    }
  }

  /// The same field of something that has this owner.
  func lifted<Whole: Sendable>(
    _ part: @escaping @Sendable (Whole) -> Owner
  ) -> Field<Whole> {
    Field<Whole>(name: name, kind: kind) { [read] whole in read(part(whole)) }
  }
}

/// What a field holds for one page.
enum FieldValue {
  case text(String)
  case html(HTML)
  case flag(Bool)
  case views((Pieces) -> [any MustacheParent])

  /// As the engine takes it.
  func shown(_ pieces: Pieces) -> Any? {
    switch self {
    case .text(let text): TextValue(renderText: text)
    case .html(let html): pieces.mark(html)
    case .flag(let flag): flag
    case .views(let views): views(pieces)
    }
  }
}

/// What a field is to the checker.
enum FieldKind: Sendable {
  case text, html, flag
  /// A list of views.
  case view(any View.Type)
}

extension View {
  /// The names and kinds of the fields, for the checker.
  static var kinds: [(name: String, kind: FieldKind)] { fields.map { ($0.name, $0.kind) } }
}

/// Text on its way into a template.
struct TextValue: MustacheCustomRenderable, MustacheParent {
  let renderText: String

  var isNull: Bool { renderText.isEmpty }
  func child(named: String) -> Any? { nil }
}
