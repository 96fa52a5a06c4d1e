import PlanModel
import PlanSource

/// Lists of texts, and one text where a list belongs.
extension YamlMap {
  /// A list of texts, or one text; nil when the key is absent or empty. `a, b` without brackets is read as two, with a
  /// finding.
  func list(_ key: String) -> [Located<String>]? {
    if let items = dashed(key, of: field(key), binder) { return items }
    return texts(key).map { $0.map { Located($0.text, at: $0.span) } }
  }

  /// The texts of a list. `a, b` and `a; b` without brackets are read as two, with a finding.
  func texts(_ key: String) -> [Written]? {
    guard let all = written(key) else { return nil }
    guard all.count == 1, let one = all.first, isPlain(node(key)),
      one.text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
    else { return all }
    let items = items(of: one)
    guard !items.isEmpty else { return all }
    let meant = "[\(items.map(\.text).joined(separator: ", "))]"
    binder.report(
      InvalidValue.finding(
        one.text, of: one.field.name, isNo: "no list; read as `\(meant)`", at: one.span,
        help: "write `\(key): \(meant)`; in quotes it is one text",
        fix: bracketing(one, items)))
    return items
  }

  /// The parts of a text, without a bracket that closes what nothing opened.
  private func items(of one: Written) -> [Written] {
    var text = one.text[...]
    if text.last == "]", !text.contains("[") { text = text.dropLast() }
    var rest = one.span
    return text.split { $0 == "," || $0 == ";" }.map(\.trimmingSpaces).filter { !$0.isEmpty }.map {
      let span = binder.find($0, in: rest)
      if span != rest { rest = Span(span.end, rest.end) }
      return Written(text: $0, span: span, field: one.field)
    }
  }

  /// Puts a text in brackets, if each part of it stands for itself there.
  private func bracketing(_ one: Written, _ items: [Written]) -> Fix? {
    guard binder.text(one.span) == one.text,
      items.allSatisfy({ Binder.isPlain($0.text, dividing: false) })
    else { return nil }
    let meant = "[\(items.map(\.text).joined(separator: ", "))]"
    return Fix("write `\(meant)`", [Edit(one.span, meant)])
  }

  /// A list of names, each once whatever its case and hyphens; a second one is reported.
  func names(_ key: String) -> [Located<String>]? {
    guard let all = list(key) else { return nil }
    var first: [[UInt8]: Located<String>] = [:]
    return all.filter { name in
      let folded = Nearest.fold(name.value)
      guard let one = first[folded] else {
        first[folded] = name
        return true
      }
      binder.report(
        DuplicateKey.item(
          name.value, of: path + key, at: name.span,
          first: (one.value, binder.place(one.span))))
      return false
    }
  }

  /// Whether a value is a text without quotes.
  private func isPlain(_ node: YamlNode?) -> Bool {
    guard let node, case .scalar = node.kind, node.span.count > 0 else { return false }
    let first = binder.source.bytes[node.span.start]
    return first != UInt8(ascii: "\"") && first != UInt8(ascii: "'")
  }

  /// The scalars of a list, or the one scalar; nil when the key is absent or empty.
  func written(_ key: String) -> [Written]? {
    guard let node = node(key) else { return nil }
    guard case .list(let items) = node.kind else {
      return scalar(node, field(key), expected: "no list").map { [$0] }
    }
    return items.compactMap { scalar($0, field(key)) }
  }
}
