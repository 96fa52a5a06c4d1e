import PlanModel
import PlanSource

/// One part of a task's parenthesis: `@maya.chen`, `Ann Lee`, `due 2026-12-10`, `done 2026-12-08`.
enum TaskPart {
  /// Reads a part into the task. What is nearly written so is read as it was meant, and reported.
  static func read(_ part: Written, into task: inout ActionTask, _ binder: Binder) {
    if let piece = wellFormed(part, binder) { return take(piece, part, into: &task, binder) }
    if let piece = named(part, binder) {
      binder.report(
        InvalidValue.finding(
          part.text, of: part.field.name, isNo: "read as `\(piece.written)`", at: part.span,
          help: "write `\(piece.written)`"
            + (piece.kind == .contact && part.text.hasPrefix("@")
              ? ": a name of theirs stands without `@`" : ""),
          row: part.field.row,
          // A near id is a guess.
          fix: binder.rewriting(
            part.text, as: piece.written, at: part.span,
            isSafe: [piece.text, binder.program.name(of: piece.text)]
              .contains { part.text.contains($0) }, dividing: true)))
      return take(piece, part, into: &task, binder)
    }
    let pieces = divided(part, binder)
    // A name, an id or a day that cannot be read has a finding of its own.
    let isPlain = pieces.count == 1 && (pieces[0].kind == .contact || pieces[0].kind == .person)
    if !isPlain, pieces.allSatisfy(\.isReadable) {
      let meant = pieces.map(\.written).joined(separator: ", ")
      binder.report(
        InvalidValue.finding(
          part.text, of: part.field.name,
          isNo: (pieces.count > 1 ? "not divided by commas; " : "") + "read as `\(meant)`",
          at: part.span, help: "write `\(meant)`", row: part.field.row,
          fix: binder.rewriting(
            part.text, as: meant, at: part.span,
            isSafe: pieces.allSatisfy { isKnown($0, binder) }, dividing: true)))
    }
    for piece in pieces { take(piece, part, into: &task, binder) }
  }

  /// Whether a text ends with somebody of ours or with a day that is `due` or `done`, in the format's form or nearly.
  static func endsWithWhoOrWhen(_ text: String) -> Bool {
    // `due by the 2026-12-01` is as long as it gets.
    let end = text.split(separator: " ").suffix(4).joined(separator: " ")
    guard let last = pieces(of: end).last else { return false }
    return switch last.kind {
    case .person: !last.text.isEmpty && !last.text.contains(" ")
    case .due, .done: last.isReadable
    case .contact, .day: false
    }
  }

  /// Whether a part is the word and a day, and nothing else.
  static func isDay(_ part: String, behind word: String) -> Bool {
    // Most parts are told apart by their first letter.
    guard part.utf8.first.map({ $0 | 0x20 }) == word.utf8.first,
      part.utf8.count > word.utf8.count, part.prefix(word.count).lowercased() == word
    else { return false }
    let rest = part.dropFirst(word.count)
    return rest.first == " " && Day(rest.trimmingSpaces) != nil
  }

  struct Piece {
    /// `day` stands alone: nobody can tell whether it is due or done.
    enum Kind { case person, contact, due, done, day }
    let kind: Kind
    /// An id, a name, or what should be a day; empty when there is none.
    var text: String

    var isReadable: Bool {
      switch kind {
      case .person, .contact: true
      case .due, .done: Day(text) != nil
      case .day: false
      }
    }
    /// As the format has it.
    var written: String {
      switch kind {
      case .person: "@\(text)"
      case .contact, .day: text
      case .due: "due \(text)"
      case .done: "done \(text)"
      }
    }
    /// Whether more words may belong to its day.
    var wantsDay: Bool { (kind == .due || kind == .done) && !isReadable && !isDayLike(text) }
  }

  /// A part that is written as the format has it; what stands in parentheses behind a name is a remark.
  static func wellFormed(_ part: Written, _ binder: Binder) -> Piece? {
    if part.text.utf8.first == UInt8(ascii: "@") {
      let id = withoutRemark(part.text.dropFirst())
      let isPlain = id.utf8.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: ";") }
      return !isPlain && id.contains { $0.isWhitespace || $0 == ";" }
        ? nil : Piece(kind: .person, text: id)
    }
    if isDay(part.text, behind: "due") {
      return Piece(kind: .due, text: part.text.dropFirst(3).trimmingSpaces)
    }
    if isDay(part.text, behind: "done") {
      return Piece(kind: .done, text: part.text.dropFirst(4).trimmingSpaces)
    }
    if binder.isContact(part.text) { return Piece(kind: .contact, text: part.text) }
    let name = withoutRemark(part.text[...])
    return binder.isContact(name) ? Piece(kind: .contact, text: name) : nil
  }

  /// Whether nobody else can be meant: `@Maya Chen` may be one of ours or two people.
  private static func isKnown(_ piece: Piece, _ binder: Binder) -> Bool {
    switch piece.kind {
    case .person: binder.program.people.map { $0[piece.text] != nil } ?? !piece.text.contains(" ")
    case .contact: binder.isContact(piece.text)
    case .due, .done, .day: true
    }
  }

  /// `Raj Iyer (CFO)` without what stands in parentheses.
  static func withoutRemark(_ text: Substring) -> String {
    guard text.utf8.last == UInt8(ascii: ")"),
      let open = text.utf8.firstIndex(of: UInt8(ascii: "("))
    else { return String(text) }
    return text[..<open].trimmingSpaces
  }

  private static func take(
    _ piece: Piece, _ part: Written, into task: inout ActionTask, _ binder: Binder
  ) {
    let written = Written(
      text: piece.text, span: binder.find(piece.text, in: part.span), field: part.field)
    switch piece.kind {
    case .person: if let person = binder.person(written) { task.people.append(person) }
    case .contact: if let contact = binder.contact(written) { task.contacts.append(contact) }
    case .due: set(&task.due, "due", written, part, binder)
    case .done: set(&task.done, "done", written, part, binder)
    case .day:
      let isDay = Day(piece.text) != nil
      binder.reject(
        written, isNo: isDay ? "neither `due` nor `done`" : "no day",
        help: isDay
          ? "write `due \(piece.text)` or `done \(piece.text)`, whichever is meant"
          : DayGuess.help(for: piece.text) + ", with `due` or `done` before it")
    }
  }

  /// The first of two days counts.
  private static func set(
    _ day: inout Located<Day>?, _ word: String, _ written: Written, _ part: Written,
    _ binder: Binder
  ) {
    if written.text.isEmpty {
      let bare = Written(text: word, span: binder.find(word, in: part.span), field: part.field)
      binder.reject(
        bare, isNo: "without a day", help: "write `\(word)` and the day: `\(word) 2026-11-20`")
    } else if let first = day {
      binder.report(
        InvalidValue.finding(
          part.text, of: part.field.name, isNo: "a second `\(word)`; the first counts",
          at: part.span, notes: [Note("first", "\(first.value)", at: binder.place(first.span))],
          help: "keep one of the two", row: part.field.row))
    } else {
      day = binder.day(written)
    }
  }
}

// MARK: Near forms

extension TaskPart {
  static let dueWords: Set<String> = ["due", "by", "until", "till", "before", "deadline"]
  static let doneWords: Set<String> = ["done", "finished", "completed", "closed"]
  /// What may stand between such a word and its day.
  private static let links: Set<String> = [
    "", "by", "on", "at", "until", "before", "date", "-", "–",
  ]
  private static let joints: Set<String> = ["and", "&", "+", "-", "–"]

  /// Divides a part that lacks its commas, and recognises `due: …`, `by …` and a day that stands alone.
  static func pieces(of part: String) -> [Piece] {
    // Nobody's name and day are as long; looking at each word with all before it would cost their square.
    guard part.utf8.count <= 400 else { return [Piece(kind: .contact, text: part)] }
    var pieces: [Piece] = []
    var isAfterJoint = false
    let words = part.split { $0.isWhitespace || $0 == ";" }.map(String.init)
    for (index, word) in words.enumerated() {
      let plain = word.filter { $0 != ":" && $0 != "=" }
      let next = index + 1 < words.count ? words[index + 1] : ""
      let last = pieces.last
      if word.hasPrefix("@") {
        pieces.append(Piece(kind: .person, text: String(word.dropFirst())))
      } else if let last, last.wantsDay, last.text.isEmpty, links.contains(plain.lowercased()) {
        continue
      } else if let kind = marker(plain, next, isFirst: index == 0) {
        pieces.append(Piece(kind: kind, text: ""))
      } else if let (kind, text) = markedDay(word) {
        pieces.append(Piece(kind: kind, text: text))
      } else if let last, last.wantsDay {
        pieces[pieces.count - 1].text += (last.text.isEmpty ? "" : " ") + word
      } else if isDayLike(word) {
        pieces.append(Piece(kind: .day, text: word))
      } else if let last, joins(word, last), last.kind == .contact || !isAfterJoint {
        pieces[pieces.count - 1].text += " " + word
      } else if words.count > 1, joints.contains(word.lowercased()) {
        isAfterJoint = true
        continue
      } else {
        pieces.append(Piece(kind: .contact, text: word))
      }
      isAfterJoint = false
    }
    return pieces
  }

  /// Whether a word goes on with a name, or with an id that was written with a space.
  private static func joins(_ word: String, _ last: Piece) -> Bool {
    switch last.kind {
    case .contact: true
    case .person: word.first?.isLowercase == true && !joints.contains(word)
    case .due, .done, .day: false
    }
  }

  /// What a word announces. `By` and its like may begin a name unless a day follows.
  private static func marker(_ word: String, _ next: String, isFirst: Bool) -> Piece.Kind? {
    let folded = word.lowercased()
    let isOurs = folded == "due" || folded == "done"
    let isSure = isFirst ? isOurs || word == folded : isOurs && word == folded && next.isEmpty
    let isFollowed = next.first?.isNumber == true || links.contains(next.lowercased())
    guard isSure || isFollowed && !next.isEmpty else { return nil }
    return dueWords.contains(folded) ? .due : doneWords.contains(folded) ? .done : nil
  }

  /// `due:2026-12-01`, without a space.
  private static func markedDay(_ word: String) -> (Piece.Kind, String)? {
    guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    let text = String(word[word.index(after: colon)...])
    return marker(String(word[..<colon]), text, isFirst: true).map { ($0, text) }
  }

  /// Three numbers with something between them.
  private static func isDayLike(_ word: String) -> Bool {
    word.first?.isNumber == true && word.split { !$0.isNumber }.count == 3
  }
}
