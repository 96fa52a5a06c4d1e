import Mustache

/// What a template can see: a value with named fields and nothing else.
protocol View: Sendable {
  /// Every name that a template may use.
  static var fields: [Field<Self>] { get }
}

/// A view on its way into a template. A class, because the engine casts what it is given at each name it looks up, and
/// each cast would copy a whole view.
final class Shown<Shape: View>: MustacheParent, Sendable {
  private let view: Shape

  init(_ view: Shape) { self.view = view }

  func child(named name: String) -> Any? {
    for field in Shape.fields where field.name == name { return field.get(view) }
    return nil
  }
}

/// A name that a template may use, and what stands behind it.
struct Field<Owner: Sendable>: Sendable {
  let name: String
  let kind: FieldKind
  let get: @Sendable (Owner) -> Any?

  /// Text, escaped; as a section: whether there is any.
  static func text(_ name: String, _ get: @escaping @Sendable (Owner) -> String) -> Field {
    Field(name: name, kind: .text) { TextValue(renderText: get($0)) }
  }

  static func number(_ name: String, _ get: @escaping @Sendable (Owner) -> Int) -> Field {
    Field(name: name, kind: .text) { TextValue(renderText: String(get($0))) }
  }

  /// Markup, which needs `{{{name}}}`; as a section: whether there is any.
  static func html(_ name: String, _ get: @escaping @Sendable (Owner) -> HTML) -> Field {
    Field(name: name, kind: .html) { get($0) }
  }

  static func flag(_ name: String, _ get: @escaping @Sendable (Owner) -> Bool) -> Field {
    Field(name: name, kind: .flag) { get($0) }
  }

  static func list<Item: View>(
    _ name: String, _ get: @escaping @Sendable (Owner) -> [Item]
  ) -> Field {
    Field(name: name, kind: .view(Item.self)) { get($0).map(Shown.init) }
  }

  /// A nested view; nothing when nil.
  static func view<Item: View>(
    _ name: String, _ get: @escaping @Sendable (Owner) -> Item?
  ) -> Field {
    Field(name: name, kind: .view(Item.self)) { owner in
      if let item = get(owner) { Shown(item) } else { TextValue(renderText: "") }
    }
  }

  /// The same field of something that has this owner.
  func lifted<Whole: Sendable>(
    _ part: @escaping @Sendable (Whole) -> Owner
  ) -> Field<Whole> {
    Field<Whole>(name: name, kind: kind) { [get] in get(part($0)) }
  }
}

/// What a field is to the checker.
enum FieldKind: Sendable {
  case text, html, flag
  /// A list of views, or one.
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
