import PlanModel
import PlanSource

/// Lists whose dashes lack the space behind them: to YAML they are one text.
extension YamlMap {
  /// The items of such a list, with one finding; nil for everything else.
  func dashed(_ key: String, of field: Field, _ binder: Binder) -> [Located<String>]? {
    guard let node = node(key), !node.isFlow else { return nil }
    var items: [Located<String>] = []
    var fault: Located<String>?
    switch node.kind {
    case .map: return nil
    case .scalar:
      let lines = lines(of: node, binder)
      // Behind the key, on its line, a dash may belong to the text.
      guard let end = self.key(key)?.end, lines.allSatisfy({ $0.value.hasPrefix("-") }),
        binder.lines.line(at: end) < binder.lines.line(at: node.span.start)
      else { return nil }
      (items, fault) = (lines, lines.first)
    case .list(let nodes):
      for node in nodes {
        guard case .scalar = node.kind else { return nil }
        let lines = lines(of: node, binder)
        guard lines.count > 1, lines.dropFirst().allSatisfy({ $0.value.hasPrefix("-") }) else {
          if let text = node.text { items.append(Located(text, at: node.span)) }
          continue
        }
        items += lines
        fault = fault ?? lines[1]
      }
    }
    guard let fault else { return nil }
    items = items.map { Located($0.value.drop { $0 == "-" }.trimmingSpaces, at: $0.span) }
      .filter { !$0.value.isEmpty }
    let meant = items.map(\.value).joined(separator: ", ")
    binder.report(
      InvalidValue.finding(
        fault.value, of: field.name, isNo: "no item of a list; read as `[\(meant)]`",
        at: fault.span,
        help: "write `- \(fault.value.drop { $0 == "-" })`, with a space behind the dash"))
    return items
  }

  /// The lines of a text without quotes, each where it stands.
  private func lines(of node: YamlNode, _ binder: Binder) -> [Located<String>] {
    guard node.span.count > 0 else { return [] }
    let text = binder.text(node.span)
    guard text.contains("-"), let first = text.first, first != "\"", first != "'" else { return [] }
    var rest = node.span
    return text.split(whereSeparator: \.isNewline).map(\.trimmingSpaces).filter { !$0.isEmpty }.map
    {
      let span = binder.find($0, in: rest)
      rest = Span(min(span.end, node.span.end), node.span.end)
      return Located($0, at: span)
    }
  }
}
