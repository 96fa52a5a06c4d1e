import PlanSource

/// A piece of YAML as text, with its place: what `no`, `on` and `1e3` are is for the key's type to say.
struct YamlNode {
  enum Kind {
    case scalar(String)
    case list([YamlNode])
    case map([Entry])
  }

  struct Entry {
    let key: String
    let keySpan: Span
    let value: YamlNode
  }

  let kind: Kind
  let span: Span
  /// Written between braces or brackets, where a comma divides.
  var isFlow = false

  /// The text of a scalar; nil for lists, maps and empty values.
  var text: String? {
    if case .scalar(let text) = kind, !text.isEmpty { return text }
    return nil
  }

  /// Nothing behind the colon, or `~`, or `null`.
  var isEmpty: Bool {
    if case .scalar(let text) = kind { return text.isEmpty }
    return false
  }

  /// What it is, for a message.
  var noun: String {
    switch kind {
    case .scalar: "text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

extension YamlNode.Entry {
  /// `000` behind `acv: 320,`: three digits, perhaps with more groups or a unit, and no value.
  var isRestOfAmount: Bool {
    value.isEmpty && key.utf8.count >= 3
      && key.utf8.prefix(3).allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// Why YAML could not be taken.
enum YamlFault: Error {
  /// Not YAML: what libyaml says, and where.
  case invalid(problem: String, at: Span)
  /// An anchor, an alias, a tag or a second document.
  case forbidden(what: String, at: Span)
}
