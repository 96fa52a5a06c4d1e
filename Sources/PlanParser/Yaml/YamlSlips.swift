import PlanModel
import PlanSource

extension YamlNode.Entry {
  /// `{sdr:tom.fox}` as `{sdr: tom.fox}`, with a finding: in braces a colon divides only before a space, and without
  /// one all of it is a key of nothing. Every other entry as it is.
  func withItsSpace(_ place: String, _ binder: Binder) -> Self {
    guard value.isEmpty, value.span.count == 0, let colon = key.firstIndex(of: ":"),
      binder.text(keySpan) == key
    else { return self }
    let (name, text) = (String(key[..<colon]), String(key[key.index(after: colon)...]))
    guard !name.isEmpty, !text.isEmpty, !text.hasPrefix("//") else { return self }
    let start = keySpan.start + name.utf8.count + 1
    binder.report(
      InvalidValue.finding(
        key, of: place, isNo: "without a space behind its colon; read as `\(name): \(text)`",
        at: keySpan, help: "write `\(name): \(text)`",
        fix: Fix("write `\(name): \(text)`", [Edit(Span(start, start), " ")])))
    return Self(
      key: name, keySpan: Span(keySpan.start, start - 1),
      value: YamlNode(kind: .scalar(text), span: Span(start, keySpan.end)))
  }
}

extension Binder {
  private static let quotes: Set<Character> = ["“", "”", "„", "‟", "‘", "’", "‚"]

  /// A text without the quotes of a word processor around it, with a finding: to YAML they are part of it.
  func withoutQuotes(_ written: Written) -> Written {
    guard let first = written.text.first, let last = written.text.last,
      Self.quotes.contains(first), Self.quotes.contains(last), written.text.count > 2
    else { return written }
    let text = written.text.dropFirst().dropLast().trimmingSpaces
    guard !text.isEmpty, !text.contains(where: Self.quotes.contains) else { return written }
    let isPlain = Self.isPlain(text, dividing: false)
    report(
      InvalidValue.finding(
        written.text, of: written.field.name,
        isNo: "in quotes that are none to YAML; read as `\(text)`", at: written.span,
        help: isPlain ? "write `\(text)`" : "write `\"\(text)\"`", row: written.field.row,
        fix: isPlain && self.text(written.span) == written.text
          ? Fix("write `\(text)`", [Edit(written.span, text)]) : nil))
    return Written(
      text: text, span: find(text, in: written.span), field: written.field,
      currency: written.currency)
  }
}
