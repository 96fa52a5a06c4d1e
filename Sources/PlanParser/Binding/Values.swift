import PlanModel
import PlanSource

/// Texts as what the format has them for.
extension Binder {
  /// What somebody wrote; a placeholder says nothing. That it was left in is reported of the whole text.
  func text(_ written: Written?) -> Located<String>? {
    guard let written else { return nil }
    guard !PlaceholderWalk.isPlaceholder(written.text) else {
      doubt(written.field, Placeholder.about)
      return nil
    }
    return Located(written.text, at: written.span)
  }

  /// Whether a value is text of the template that nobody filled in; that is reported.
  func isLeftOver(_ written: Written) -> Bool {
    guard PlaceholderWalk.isPlaceholder(written.text) else { return false }
    if !isFull { report(Placeholder.value(written)) }
    doubt(written.field, Placeholder.about)
    return true
  }

  func day(_ written: Written?) -> Located<Day>? {
    guard let written else { return nil }
    if let day = Day(written.text) { return Located(day, at: written.span) }
    if isLeftOver(written) { return nil }
    let form = DayGuess.form(for: written.text)
    reject(
      written, isNo: "no day", help: DayGuess.help(for: written.text),
      fix: form.flatMap {
        rewriting(written.text, as: $0.text, at: written.span, isSafe: $0.isSafe)
      })
    return nil
  }

  func money(_ written: Written?) -> Located<Money>? {
    guard let written else { return nil }
    switch MoneyReader.read(written.text, in: program, or: written.currency) {
    case .success(let money): return Located(money, at: written.span)
    case .failure(let fault):
      let form = MoneyGuess.form(for: written.text, in: program)
      reject(
        written, isNo: fault.expected, help: form.map { "write `\($0.text)`" } ?? fault.help,
        fix: form.flatMap {
          rewriting(written.text, as: $0.text, at: written.span, isSafe: $0.isSafe)
        })
      return nil
    }
  }

  func number(_ written: Written?, in range: ClosedRange<Int>) -> Located<Int>? {
    guard let written else { return nil }
    if let number = Int(written.text), range.contains(number) {
      return Located(number, at: written.span)
    }
    reject(
      written, isNo: "no number from \(range.lowerBound) to \(range.upperBound)",
      help: range.count > 12
        ? "write a whole number from \(range.lowerBound) to \(range.upperBound)"
        : "write \(range.map(String.init).joined(separator: ", "))")
    return nil
  }

  /// A word of a vocabulary; one with a single near neighbour is read as that, and the finding stays.
  func word<Word: Vocabulary>(_ written: Written?, as type: Word.Type = Word.self) -> Located<Word>?
  {
    guard let written else { return nil }
    if let word = Word(reading: written.text) { return Located(word, at: written.span) }
    guard !isFull else {
      doubt(written.field, InvalidValue.about)
      return nil
    }
    if isLeftOver(written) { return nil }
    let (sure, near) = nearest(written.text, among: Word.words)
    let choices = Word.words.joined(separator: ", ")
    report(
      InvalidValue.finding(
        written.text, of: written.field.name,
        isNo: "no \(Word.noun)\(readAs(sure))", at: written.span,
        help: near.map { "write `\($0)` (the words are \(choices))" } ?? Word.help(
          for: written.text)
          ?? "write one of \(choices)",
        row: written.field.row, fix: mending(written, as: sure, among: Word.words)))
    guard let word = sure.flatMap(Word.init(reading:)) else {
      doubt(written.field, InvalidValue.about)
      return nil
    }
    return Located(word, at: written.span)
  }

  func words<Word: Vocabulary>(_ written: Written?, as type: Word.Type = Word.self) -> [Located<
    Word
  >] {
    list(written) { Word(reading: $0) != nil }.compactMap { word($0, as: Word.self) }
  }
}

extension String {
  /// Without spaces, tabs and line ends at both ends.
  var trimmingSpaces: String { self[...].trimmingSpaces }
}

extension Substring {
  /// Without spaces, tabs and line ends at both ends.
  var trimmingSpaces: String {
    guard let first = utf8.first, let last = utf8.last else { return "" }
    // Most texts begin and end with a visible ASCII character: nothing to look up.
    if (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) { return String(self) }
    var (start, end) = (startIndex, endIndex)
    // Spaces among visible ASCII are spaces by their bytes; one before a mark that combines is not.
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while start < end, isSpace(utf8[start]) { start = utf8.index(after: start) }
    while start < end, isSpace(utf8[utf8.index(before: end)]) { end = utf8.index(before: end) }
    if start == end { return "" }
    if utf8[start] < 0x80, utf8[utf8.index(before: end)] < 0x80 { return String(self[start..<end]) }
    (start, end) = (startIndex, endIndex)
    while start < end, self[start].isWhitespace { start = index(after: start) }
    while start < end, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[start..<end])
  }
}
