import PlanSource

/// Takes items out of a list of the front matter, and the key with the last of them.
struct ListRemoval {
  private let key: Span
  private let items: [Span]
  private let isFlow: Bool
  private let binder: Binder

  init(key: Span, _ node: YamlNode?, _ binder: Binder) {
    self.key = key
    self.binder = binder
    isFlow = node?.isFlow ?? false
    if case .list(let items)? = node?.kind {
      self.items = items.map(\.span)
    } else {
      items = []
    }
  }

  /// Removes whole lines; nil where something else stands in them. Only one item goes at a time, so that the last one
  /// takes the key along. Lines of comments above and below the item stay.
  func fix(removing item: Span, _ title: String) -> Fix? {
    guard let index = items.firstIndex(of: item), let last = items.last else { return nil }
    let isOnly = items.count == 1
    if isFlow, !isOnly {
      let span =
        item == last
        ? Span(items[index - 1].end, item.end) : Span(item.start, items[index + 1].start)
      return Fix(title, [Edit(span, "")], scope: key)
    }
    guard let start = isOnly ? keyStart : dash(of: item) else { return nil }
    let end = lineEnd(behind: isOnly && isFlow ? flowEnd(behind: item) : textEnd(of: item))
    let isAlone = index + 1 == items.count || items[index + 1].start >= end
    guard isAlone else { return nil }
    var edits = [Edit(Span(start, end), "")]
    if isOnly, !isFlow, let dash = dash(of: item) {
      let behindKey = lineEnd(behind: key.end)
      if behindKey < dash {
        edits = [Edit(Span(start, behindKey), ""), Edit(Span(dash, end), "")]
      }
    }
    return Fix(title, edits, scope: key)
  }

  /// Where the text of an item ends: for YAML the lines of comments behind it belong to it.
  private func textEnd(of item: Span) -> Int {
    var end = item.end
    while end > item.start {
      let line = binder.lines.span(ofLine: binder.lines.line(at: end - 1))
      let text = TableLine.trimmed(bytes, line)
      guard line.start > item.start, text.count == 0 || bytes[text.start] == UInt8(ascii: "#")
      else { break }
      end = line.start
    }
    return end
  }

  private var bytes: [UInt8] { binder.source.bytes }

  /// Where the line of the key begins; nil when it does not begin with it.
  private var keyStart: Int? {
    binder.lines.span(ofLine: binder.lines.line(at: key.start)).start == key.start ? key.start : nil
  }

  /// Where the line of an item's dash begins; nil when something else stands before it.
  private func dash(of item: Span) -> Int? {
    var index = item.start
    while index > key.end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index - 1]) { index -= 1 }
    guard index > key.end, bytes[index - 1] == UInt8(ascii: "-") else { return nil }
    let line = binder.lines.span(ofLine: binder.lines.line(at: index - 1))
    return TableLine.trimmed(bytes, Span(line.start, index)).start == index - 1 ? line.start : nil
  }

  /// Behind the bracket that closes a list.
  private func flowEnd(behind item: Span) -> Int {
    var index = item.end
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// Where the next line begins; the end itself when it is one.
  private func lineEnd(behind end: Int) -> Int {
    if end > 0, bytes[end - 1] == 0x0A { return end }
    let line = binder.lines.line(at: end)
    return line < binder.lines.count
      ? binder.lines.span(ofLine: line + 1).start : bytes.count
  }
}
