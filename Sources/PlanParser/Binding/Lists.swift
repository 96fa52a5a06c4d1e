import PlanSource

/// Several values in one cell or behind one key.
extension Binder {
  /// The parts of `a, b`, each with its place.
  func list(_ written: Written?) -> [Written] {
    guard let written else { return [] }
    guard written.text.utf8.contains(UInt8(ascii: ",")) else { return [written] }
    var rest = written.span
    return written.text.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let text = Substring(part).trimmingSpaces
      guard !text.isEmpty else { return nil }
      let span = find(text, in: rest)
      if span != rest { rest = Span(span.end, rest.end) }
      return Written(text: text, span: span, field: written.field)
    }
  }

  /// The parts of `a, b`; those of `a; b` and `a and b`, with a finding, where they are known and the whole is not.
  func list(_ written: Written?, knowing isKnown: (String) -> Bool) -> [Written] {
    list(written).flatMap { part in
      guard Self.mayBeDivided(part.text), !isKnown(part.text) else { return [part] }
      var rest = part.text[...]
      for divider in Self.dividers { rest = rest.replacing(divider, with: ",")[...] }
      let texts = rest.split(separator: ",").map(\.trimmingSpaces).filter { !$0.isEmpty }
      guard texts.count > 1, texts.allSatisfy(isKnown) else { return [part] }
      let meant = texts.joined(separator: ", ")
      report(
        InvalidValue.finding(
          part.text, of: part.field.name, isNo: "not divided by commas; read as `\(meant)`",
          at: part.span, help: "write `\(meant)`", row: part.field.row,
          fix: rewriting(part.text, as: meant, at: part.span, dividing: true)))
      return texts.map {
        Written(text: $0, span: find($0, in: part.span), field: part.field)
      }
    }
  }

  /// What people write between two names instead of a comma.
  private static let dividers = [";", "/", "&", "+", " and "]

  /// Most texts hold none of them, which their bytes tell.
  private static func mayBeDivided(_ text: String) -> Bool {
    var spaces = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20: spaces += 1
      case 0x26, 0x2B, 0x2F, 0x3B: return true
      default: continue
      }
    }
    return spaces > 1 && text.contains(" and ")
  }
}
