import PlanModel
import PlanSource

/// Who and when in a part of a task's parenthesis that is not in the format's form, but can be meant only one way.
extension TaskPart {
  /// A name behind `@`, one of ours without it, or either behind a word and a colon: `owner: maya.chen`.
  static func named(_ part: Written, _ binder: Binder) -> Piece? {
    let text = part.text[...]
    if text.utf8.first == UInt8(ascii: "@") {
      guard text.utf8.contains(0x20) else { return nil }
      let name = withoutRemark(text.dropFirst()).trimmingSpaces
      if let id = binder.program.person(named: name) { return Piece(kind: .person, text: id) }
      return binder.isContact(name) ? Piece(kind: .contact, text: name) : nil
    }
    if let colon = text.firstIndex(of: ":"), let piece = labelled(text, at: colon, binder) {
      return piece
    }
    return ours(withoutRemark(text), binder).map { Piece(kind: .person, text: $0) }
  }

  private static func labelled(
    _ text: Substring, at colon: String.Index, _ binder: Binder
  ) -> Piece? {
    let label = text[..<colon].lowercased()
    guard !dueWords.contains(label), !doneWords.contains(label), label.allSatisfy(\.isLetter)
    else { return nil }
    let name = withoutRemark(text[text.index(after: colon)...].trimmingSpaces[...])
    if name.first == "@", name.count > 1, !name.contains(where: \.isWhitespace) {
      return Piece(kind: .person, text: String(name.dropFirst()))
    }
    if binder.isContact(name) { return Piece(kind: .contact, text: name) }
    return ours(name, binder).map { Piece(kind: .person, text: $0) }
  }

  /// The id of one of ours, or of the one who nearly has such an id; nil for a name of theirs.
  private static func ours(_ name: String, _ binder: Binder) -> String? {
    guard let people = binder.program.people, !binder.isContact(name) else { return nil }
    if people.index(forKey: name) != nil { return name }
    if let id = binder.program.person(named: name) { return id }
    guard !name.contains(where: \.isWhitespace), binder.nearestContact(name).sure == nil else {
      return nil
    }
    return binder.nearest(name, among: binder.program.personIDs).sure
  }

  /// What a part says that is not in the format's form, nor nearly: semicolons divide it as commas would.
  static func divided(_ part: Written, _ binder: Binder) -> [Piece] {
    let texts = part.text.split(separator: ";").map(\.trimmingSpaces).filter { !$0.isEmpty }
    guard texts.count > 1 else { return guessed(pieces(of: part.text), binder) }
    return texts.flatMap { text in
      let one = Written(text: text, span: part.span, field: part.field)
      return (wellFormed(one, binder) ?? named(one, binder)).map { [$0] }
        ?? guessed(pieces(of: text), binder)
    }
  }

  /// With those of ours who lack their `@`, and a word before a day as what it must be: `dew 2026-12-10`.
  static func guessed(_ pieces: [Piece], _ binder: Binder) -> [Piece] {
    guard pieces.contains(where: { $0.kind == .contact }) else { return pieces }
    var pieces = pieces
    if pieces.count == 2, pieces[0].kind == .contact, pieces[1].kind == .day,
      !pieces[0].text.contains(" "), !binder.isContact(pieces[0].text),
      ours(pieces[0].text, binder) == nil, binder.nearestContact(pieces[0].text).guess == nil
    {
      let kind = dayWord(pieces[0].text)
      return [Piece(kind: kind ?? .day, text: pieces[1].text)]
    }
    for index in pieces.indices where pieces[index].kind == .contact {
      if let id = ours(pieces[index].text, binder) {
        pieces[index] = Piece(kind: .person, text: id)
      }
    }
    return pieces
  }

  /// What a word was meant as that is at most two edits from one of `due` and `done`, and further from the other.
  private static func dayWord(_ word: String) -> Piece.Kind? {
    let letters = Nearest.fold(word)
    let (due, done) = (Array("due".utf8), Array("done".utf8))
    let toDue = Nearest.distance(letters, due, limit: 3)
    let toDone = Nearest.distance(letters, done, limit: 3)
    guard toDue != toDone, min(toDue, toDone) <= 2 else { return nil }
    // `day` and `end` have as few edits as `dew`, and less in common.
    let isDue = toDue < toDone
    guard Set(letters).intersection(isDue ? due : done).count >= 2, letters.first == due[0] else {
      return nil
    }
    return isDue ? .due : .done
  }
}
