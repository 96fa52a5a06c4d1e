import PlanModel
import PlanSource

/// Texts of the front matter that a `#` cuts, as `North` of `North #1 wind`: behind a space it begins a comment, and
/// people write remarks as `# remark`. They are read whole, each with a finding.
struct CutTexts {
  /// Of these also what is left is no text by itself: `account: #1 Steel`.
  private static let texts: Set<String> = ["account", "segment", "tags", "buying-centers"]
  /// What stands in these holds no space, so that behind it there is a remark; alone it can be none.
  private static let words: Set<String> = ["domain", "crm-id"]

  private let binder: Binder
  /// Each `#` that begins a comment and nothing that looks like a remark.
  private let marks: Set<Int>

  /// The front matter as it was meant.
  static func mended(_ root: YamlNode?, _ binder: Binder) -> YamlNode? {
    guard let root, case .map(let entries) = root.kind else { return root }
    let marks = marks(in: binder.source.bytes, behind: root.span)
    guard !marks.isEmpty else { return root }
    let cut = CutTexts(binder: binder, marks: marks)
    let mended = entries.map { entry in
      let isText = texts.contains(entry.key) || words.contains(entry.key)
      guard isText || entry.key == "fit" || entry.key == "waivers" else { return entry }
      return cut.mended(entry, key: entry.key, isWord: words.contains(entry.key))
    }
    return YamlNode(kind: .map(mended), span: root.span, isFlow: root.isFlow)
  }

  /// Most front matters hold none, which their bytes tell.
  private static func marks(in bytes: [UInt8], behind span: Span) -> Set<Int> {
    bytes.withUnsafeBufferPointer { bytes in
      var marks: Set<Int> = []
      var index = max(span.start, 1)
      while index + 1 < bytes.count, index < span.end || bytes[index] != 0x0A {
        if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09,
          ![0x20, 0x09, 0x0A, 0x0D, 0x23, 0x21].contains(bytes[index + 1])
        {
          marks.insert(index)
        }
        index += 1
      }
      return marks
    }
  }

  private func mended(
    _ entry: YamlNode.Entry, key: String, isWord: Bool = false
  ) -> YamlNode.Entry {
    YamlNode.Entry(
      key: entry.key, keySpan: entry.keySpan,
      value: mended(entry.value, "\(entry.key): ", key: key, isWord: isWord))
  }

  /// - Parameters:
  ///   - start: What stands before the value: `account: `.
  ///   - key: The key of the front matter.
  private func mended(
    _ node: YamlNode, _ start: String, key: String, isWord: Bool = false
  ) -> YamlNode {
    // In brackets a `#` leaves them open, which is another fault.
    guard !node.isFlow else { return node }
    switch node.kind {
    case .map(let entries):
      let mended = entries.map { entry in
        key == "fit" || entry.key == "reason" ? self.mended(entry, key: key) : entry
      }
      return YamlNode(kind: .map(mended), span: node.span, isFlow: node.isFlow)
    case .list(let items):
      let mended = items.map { self.mended($0, "- ", key: key) }
      return YamlNode(kind: .list(mended), span: node.span, isFlow: node.isFlow)
    case .scalar(let text):
      guard text.isEmpty || !isWord, let whole = whole(node) else { return node }
      let items =
        ["tags", "buying-centers"].contains(key) && start != "- "
        ? whole.value.split(separator: ",").map(\.trimmingSpaces).filter { !$0.isEmpty } : []
      let quoted =
        items.count > 1
        ? "[\(items.map { $0.contains("#") ? Self.quoted($0) : $0 }.joined(separator: ", "))]"
        : Self.quoted(whole.value)
      binder.report(
        InvalidValue.finding(
          whole.value, of: "`\(start == "- " ? key : String(start.dropLast(2)))`",
          isNo: "cut at `#`, which begins a comment behind a space; read whole", at: whole.span,
          help: "quote it: `\(start)\(quoted)`"))
      guard items.count > 1 else { return YamlNode(kind: .scalar(whole.value), span: whole.span) }
      let nodes = items.map {
        YamlNode(kind: .scalar($0), span: binder.find($0, in: whole.span))
      }
      return YamlNode(kind: .list(nodes), span: whole.span)
    }
  }

  /// A text with what stands behind the `#` that cuts it; nil where none does.
  private func whole(_ node: YamlNode) -> Located<String>? {
    let bytes = binder.source.bytes
    if node.span.count > 0, [0x22, 0x27].contains(bytes[node.span.start]) { return nil }
    var index = node.span.end
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard marks.contains(index) else { return nil }
    let start = node.span.count > 0 ? node.span.start : index
    let line = binder.lines.span(ofLine: binder.lines.line(at: index))
    var text = binder.text(Span(start, line.end))
    if let remark = text.firstRange(of: " # ") { text = String(text[..<remark.lowerBound]) }
    text = text.trimmingSpaces
    return Located(text, at: Span(start, start + text.utf8.count))
  }

  private static func quoted(_ text: String) -> String {
    text.contains { $0 == "\"" || $0 == "\\" }
      ? "'\(text.replacing("'", with: "''"))'" : "\"\(text)\""
  }
}
