import PlanModel
import PlanSource

/// A task's text, divided into what is to be done and the last parenthesis, which says who and when.
struct TaskText {
  private(set) var what: String
  /// What the parenthesis holds; nil without one that says who or when.
  private(set) var details: String?

  init(_ text: String) {
    var bytes = text.utf8[...]
    // A full stop behind the parenthesis is none of the two.
    while let last = bytes.last, last == UInt8(ascii: ".") || last == 0x20 { bytes.removeLast() }
    what = text
    guard bytes.last == UInt8(ascii: ")"), let open = Self.opening(of: bytes) else { return }
    let inner = text[bytes.index(after: open)..<bytes.index(before: bytes.endIndex)]
    guard Self.isDetails(inner) else { return }
    (what, details) = (text[..<open].trimmingSpaces, String(inner))
  }

  /// It holds an `@`, `due` or `done`, or ends with a day that is nearly said so: `by 2026-12-01`.
  private static func isDetails(_ inner: Substring) -> Bool {
    if inner.utf8.contains(UInt8(ascii: "@")) { return true }
    return holdsMark(inner) || says(inner)
  }

  /// Whether `due` or `done` is one of the words.
  private static func holdsMark(_ text: Substring) -> Bool {
    var word: [UInt8] = []
    func isMark() -> Bool {
      word.elementsEqual("due".utf8) || word.elementsEqual("done".utf8)
    }
    for byte in text.utf8 {
      if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
        // No mark is longer, nor is the beginning of a longer word one.
        if word.count < 5 { word.append(byte | 0x20) }
      } else {
        if isMark() { return true }
        word.removeAll(keepingCapacity: true)
      }
    }
    return isMark()
  }

  /// Where the parenthesis begins that the text's last byte closes; another one may stand in it.
  private static func opening(of bytes: Substring.UTF8View) -> String.Index? {
    var depth = 0
    for index in bytes.indices.reversed() {
      if bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if bytes[index] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 { return index }
    }
    return bytes.lastIndex(of: UInt8(ascii: "("))
  }

  private static func says(_ text: Substring) -> Bool {
    text.split(separator: ",").contains { TaskPart.endsWithWhoOrWhen($0.trimmingSpaces) }
  }
}

extension TaskText {
  /// Whether a text ends with `due` or `done` and a day.
  static func endsWithDay(_ text: String) -> Bool {
    let end = text.split(separator: " ").suffix(2).joined(separator: " ")
    return TaskPart.isDay(end, behind: "due") || TaskPart.isDay(end, behind: "done")
  }
}

// MARK: Several parentheses

extension TaskText {
  /// What stands in parentheses before the last one and says who or when, or, among such, names only contacts of
  /// theirs; in the order of the text. Most tasks have none.
  mutating func takeOthers(_ binder: Binder) -> [String] {
    guard details != nil, what.utf8.contains(UInt8(ascii: "(")) else { return [] }
    let closed = parentheses().closed
    guard closed.contains(where: Self.names) else { return [] }
    let others = closed.filter { inner in
      Self.names(inner)
        || !inner.isEmpty
          && inner.split(separator: ",").allSatisfy { binder.isContact($0.trimmingSpaces) }
    }
    var rest = what[...]
    for other in others.reversed() {
      let (open, close) = (
        what.utf8.index(before: other.startIndex), what.utf8.index(after: other.endIndex)
      )
      rest = (rest[..<open].trimmingSpaces + " " + rest[close...].trimmingSpaces)[...]
    }
    what = rest.trimmingSpaces
    return others.map(String.init)
  }

  /// Whether a text says who or when, be it in a form that cannot be read: `@maya.chen due 12/10`.
  private static func names(_ text: Substring) -> Bool {
    if says(text) { return true }
    let words = text.split { $0.isWhitespace || $0 == "," || $0 == ":" }
    return zip(words, words.dropFirst() + [""]).contains { word, next in
      if word.first == "@" { return word.count > 1 }
      let isMark = ["due", "done"].contains(word.lowercased())
      return isMark && next.first?.isNumber == true
    }
  }
}

// MARK: Who and when outside the last parenthesis

extension TaskText {
  /// Reports who or when where it is only text: in a parenthesis that is not closed or does not end the task, or in none.
  func rejectFault(at span: Span, _ field: Field, _ binder: Binder) {
    guard what.utf8.contains(where: { $0 == UInt8(ascii: "@") || (0x30...0x39).contains($0) })
    else { return }
    let (closed, open, outside) = parentheses()
    if let open, Self.says(open) {
      binder.reject(
        Written(text: what, span: span, field: field),
        isNo: "a task whose parenthesis is not closed", help: "write `)` at its end")
    } else if let inner = closed.first(where: Self.says) {
      binder.reject(
        Written(text: "(\(inner))", span: binder.find("(\(inner))", in: span), field: field),
        isNo: "not at its end, so that it says neither who nor when",
        help: "move `(\(inner))` to the end of the task")
    } else if isBare(outside, binder) {
      binder.reject(
        Written(text: what, span: span, field: field), isNo: "a task without its parenthesis",
        help: "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`")
    }
  }

  /// Whether a text ends with who or when: with one of theirs only behind one of ours.
  private func isBare(_ outside: String, _ binder: Binder) -> Bool {
    let parts = outside.split { $0 == "," || $0 == "[" || $0 == "]" }.map(\.trimmingSpaces)
      .filter { !$0.isEmpty }
    guard let last = parts.last else { return false }
    if TaskPart.endsWithWhoOrWhen(last) { return true }
    return binder.isContact(last) && parts.contains(where: TaskPart.endsWithWhoOrWhen)
  }

  /// What the outermost parentheses hold, what stands behind the one that is never closed, and the rest.
  private func parentheses() -> (closed: [Substring], open: Substring?, outside: String) {
    var opened: [String.Index] = []
    var closed: [Range<String.Index>] = []
    for index in what.utf8.indices {
      if what.utf8[index] == UInt8(ascii: "(") { opened.append(index) }
      guard what.utf8[index] == UInt8(ascii: ")"), let open = opened.popLast() else { continue }
      while let last = closed.last, last.lowerBound > open { closed.removeLast() }
      closed.append(what.utf8.index(after: open)..<index)
    }
    var outside = ""
    var start = what.startIndex
    for range in closed {
      outside += what[start..<what.utf8.index(before: range.lowerBound)]
      start = what.utf8.index(after: range.upperBound)
    }
    outside += what[start...]
    return (
      closed.map { what[$0] }, opened.first.map { what[what.utf8.index(after: $0)...] }, outside
    )
  }
}
