import PlanModel
import PlanSource

/// What a deal's Stage says beyond the four words that end it: stages are text of the CRM, and CRMs have their own.
enum DealStage {
  private enum Verdict {
    /// It says nothing of an end, or is written as the format has it.
    case silent
    /// It is plainly won or lost.
    case means(String)
    /// It may have ended, and nobody can tell how.
    case unclear(String)
  }

  /// The stage; one that plainly ended the deal is read as `won` or `lost`, and the finding stays.
  static func read(_ written: Written?, _ binder: Binder) -> Located<String>? {
    guard let written else { return nil }
    switch verdict(written.text) {
    case .silent: return binder.text(written)
    case .means(let word):
      binder.report(
        InvalidValue.finding(
          written.text, of: written.field.name,
          isNo: "no stage that planc knows to end a deal; read as `\(word)`", at: written.span,
          why: "money that is decided counts in no pipeline, and a deal is decided once its stage "
            + "is `won` or `lost`",
          help: "write `\(word)`, and what else is to be said in a column of its own or in prose",
          row: written.field.row))
      return Located(word, at: written.span)
    case .unclear(let help):
      binder.reject(
        written, isNo: "no stage that tells whether the deal was won, lost or neither", help: help)
      return nil
    }
  }

  private static let over = "write `won` or `lost`, and why in a column of its own or in prose"
  private static let open = "write `won` or `lost` if it ended, else the step it has reached"

  private static func verdict(_ text: String) -> Verdict {
    if Opportunity.outcome(of: text) != .open { return .silent }
    if let word = misspelt(Nearest.fold(text)) { return .means(word) }
    return (mayHold(Array(text.utf8)) ? spoken(text) : nil) ?? .silent
  }

  // MARK: Words

  private static let ends: Set<String> = ["won", "lost"]
  private static let others: Set<String> = ["closed", "dead", "abandoned", "disqualified"]
  private static let starts = ["won", "lost", "closed", "dead", "abandoned", "disqualified"].map {
    Array($0.utf8)
  }
  /// What says that it did not come to that yet.
  private static let notYet: Set<String> = [
    "yet", "nearly", "almost", "if", "when", "until", "till", "before", "be", "soon", "close", "to",
    "will", "can", "could", "being",
  ]
  private static let negations: Set<String> = [
    "not", "no", "never", "isn't", "neither", "un", "non",
  ]
  /// What may stand beside the word without changing what it says.
  private static let fillers: Set<String> = [
    "closed", "close", "deal", "opportunity", "stage", "status", "is", "was", "and", "finally",
  ]
  private static let behind: Set<String> = [
    "to", "on", "by", "for", "against", "in", "due", "because", "after", "with", "at", "from", "as",
    "without", "through", "via", "since",
  ]
  /// `Won over the CFO`: what was won is no deal.
  private static let objects: Set<String> = [
    "over", "the", "a", "an", "our", "their", "his", "her",
  ]

  /// A glance at the bytes: most stages hold none of the words.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      let first = bytes[index] | 0x20
      guard index == 0 || !isLetter(bytes[index - 1]) else { return false }
      return starts.contains { start in
        first == start[0] && index + start.count <= bytes.count
          && zip(bytes[index...], start).allSatisfy { $0 | 0x20 == $1 }
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// Nil when none of the words stands in it.
  private static func spoken(_ text: String) -> Verdict? {
    // What stands between marks is said for itself: `6 - Closed Won`, `EMEA: lost (price)`.
    let parts = text.lowercased().replacing("’", with: "'").split {
      !$0.isLetter && !$0.isWhitespace && $0 != "'"
    }.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.filter { !$0.isEmpty }
    let words = parts.flatMap(\.self)
    let said = Set(words.filter(ends.contains))
    let isShort = words.count <= 4
    guard !said.isEmpty || words.contains(where: others.contains) else { return nil }
    let before = words.prefix { !ends.contains($0) && !others.contains($0) }
    if words.contains("yet") || before.contains(where: notYet.contains) { return .silent }
    let isDenied = before.contains(where: negations.contains)
    guard let word = said.first else {
      return isShort && !isDenied ? .unclear(over) : .silent
    }
    guard said.count == 1, !isDenied else { return isShort ? .unclear(open) : .silent }
    let part = parts.first { $0.contains(word) } ?? []
    switch isPlain(word, in: part) {
    case true? where isShort || part == parts[0]: return .means(word)
    case false?: return isShort ? .unclear(open) : .silent
    default: return .silent
    }
  }

  /// Whether a part says nothing but won or lost, and to whom or why; nil where something else was won.
  private static func isPlain(_ word: String, in part: [String]) -> Bool? {
    guard let index = part.firstIndex(of: word) else { return nil }
    let before = part[..<index].filter { !fillers.contains($0) }
    let after = part[(index + 1)...].drop { fillers.contains($0) }
    if let next = after.first, objects.contains(next) { return nil }
    return before.isEmpty && (after.first.map(behind.contains) ?? true)
  }

  // MARK: Letters

  /// `won`, `lost` or the two with `closed` with a letter twice, or with one edit where they are long enough.
  private static func misspelt(_ letters: [UInt8]) -> String? {
    guard let first = letters.first, (4...11).contains(letters.count) else { return nil }
    // Most stages begin otherwise.
    guard first == UInt8(ascii: "w") || first == UInt8(ascii: "l") || first == UInt8(ascii: "c")
    else { return nil }
    for word in ["won", "lost"] {
      let wanted = Array(word.utf8)
      let isNear =
        letters.count <= 5
        && Set(letters) == Set(wanted) && Nearest.distance(letters, wanted, limit: 1) == 1
      let long = Array("closed\(word)".utf8)
      if isNear || letters.count >= 8 && Nearest.distance(letters, long, limit: 1) == 1 {
        return word
      }
    }
    return nil
  }
}
