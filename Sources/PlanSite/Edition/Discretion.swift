import PlanModel

/// Takes out of texts what no reader outside may see, wherever somebody wrote it: our people, other accounts, those of
/// theirs who left, comments and tags.
///
/// A text is read once, word by word; `NameBook` knows which words are names, and how they may be written.
struct Discretion: Sendable {
  private var everybody = NameBook()
  /// Names in scripts that put no space between words.
  private var joined: [(name: String, stand: NameBook.Stand)] = []
  /// Names of the plan whose texts are read.
  private var own = NameBook()
  private var path = ""
  /// Contacts who left, by key.
  private var gone: Set<String> = []

  init(_ model: SiteModel) {
    let program = model.program
    for id in model.input.portfolio.people(in: { _ in true }).sorted() {
      let person = program.people?[id]
      for name in [id, person?.name].compactMap({ $0 }) {
        everybody.add(person: name, .ours)
        if Self.isUnspaced(name) { joined.append((name, .ours)) }
      }
      if let email = person?.email { everybody.add(whole: email, .ours) }
    }
    for plan in model.input.portfolio.plans {
      for name in plan.strangers { everybody.add(person: name, .ours) }
      everybody.add(whole: plan.account.value, .other, path: plan.path)
      everybody.add(id: plan.id, path: plan.path)
      if let domain = plan.domain?.value { everybody.add(whole: domain, .other, path: plan.path) }
    }
  }

  /// The same for texts of one plan: its account and its contacts keep their names, unless they left.
  func about(_ plan: Plan) -> Discretion {
    var same = self
    same.path = plan.path
    for name in [plan.account.value, plan.domain?.value].compactMap({ $0 }) {
      same.own.add(whole: name, .kept)
    }
    for contact in plan.contacts {
      same.own.add(person: contact.name.value, contact.hasLeft ? .former : .kept)
      if contact.hasLeft { same.gone.insert(contact.key) }
    }
    for contact in plan.contacts where !contact.hasLeft { same.gone.remove(contact.key) }
    return same
  }

  /// Of the contacts that a cell names those who have not left.
  func staying(_ contacts: [Located<String>?]) -> [String] {
    contacts.compactMap { $0?.value }.filter { !gone.contains(ContactName.key($0)) }
  }

  /// The text without what is not for readers outside.
  func text(_ written: String) -> String {
    let text = OutwardText.withoutHTML(written)
    // What nobody sees between two letters hides no name; where it hides none, it stays.
    let visible = OutwardText.visible(text)
    return withoutNames(withoutAddresses(isClean(visible) ? text : visible))
  }

  /// Whether nothing is to be taken out of an address, however often its percents are undone.
  func allows(address: String) -> Bool {
    ([address] + OutwardText.readings(of: address)).allSatisfy(isClean)
  }

  private func isClean(_ text: String) -> Bool {
    withoutNames(OutwardText.withoutHTML(text)) == text
  }

  /// The text without addresses in which a name stands, also written in percents.
  private func withoutAddresses(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ":") }) else {
      return text
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        let isAllowed =
          word.contains("://")
          ? allows(address: String(word))
          : !word.utf8.contains(UInt8(ascii: "%"))
            || OutwardText.readings(of: word).allSatisfy(isClean)
        return isAllowed ? String(word) : "a link"
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func withoutNames(_ written: String) -> String {
    var text = written
    for (name, stand) in joined { text = text.replacing(name, with: stand.rawValue) }
    let words = Word.all(in: text)
    var result = ""
    var end = text.startIndex
    var index = 0
    while index < words.count {
      let (stand, count) = match(words[index...], in: text)
      if stand != .kept {
        var start = words[index].text.startIndex
        if text[end..<start].last == "@" { start = text.index(before: start) }
        result += text[end..<start] + stand.rawValue
        end = words[index + count - 1].text.endIndex
      }
      index += count
    }
    return result + text[end...]
  }

  /// What stands for the words that a text goes on with, and how many of them are done with.
  private func match(_ words: ArraySlice<Word>, in text: String) -> (NameBook.Stand, Int) {
    guard let first = words.first else { return (.kept, 1) }
    let before = text[..<first.text.startIndex].suffix(2)
    if before.last == "@", before.count == 1 || !(before.first.map(Word.isLetter) ?? false) {
      return (.ours, Self.lengthOfID(words, in: text))
    }
    if let found = best(words, in: text) { return found }
    if words.beginsWithTitle(in: text),
      let (stand, count) = best(words.dropFirst(), in: text, isTitled: true)
    {
      return (stand, count + 1)
    }
    return (.kept, 1)
  }

  /// The longest name that these words begin with.
  ///
  /// - Parameter isTitled: Whether a title or an initial stands before it, so that it is a person's.
  private func best(
    _ words: ArraySlice<Word>, in text: String, isTitled: Bool = false
  ) -> (NameBook.Stand, Int)? {
    guard let first = words.first else { return nil }
    let lengths = everybody.lengths(from: first.key) + own.lengths(from: first.key)
    for length in lengths.sorted(by: >) where length <= words.count {
      let some = words.prefix(length)
      let key = some.map(\.key).joined(separator: " ")
      let found = (everybody.names(of: key) + own.names(of: key)).filter { name in
        (name.path == nil || name.path != path) && !(isTitled && name.stand == .other)
          && some.isWritten(name.form, in: text, isTitled: isTitled)
      }
      guard let best = found.max(by: { $0.rank < $1.rank }), some.isOne(in: text) else { continue }
      return (best.stand, length)
    }
    return nil
  }

  /// `maya.chen` behind an `@`.
  private static func lengthOfID(_ words: ArraySlice<Word>, in text: String) -> Int {
    var count = 1
    for (word, next) in zip(words, words.dropFirst()) {
      guard [".", "-", "_"].contains(text[word.text.endIndex..<next.text.startIndex]) else {
        break
      }
      count += 1
    }
    return count
  }

  private static func isUnspaced(_ text: String) -> Bool {
    text.count > 1 && text.unicodeScalars.contains { (0x2E80...0xD7AF).contains($0.value) }
  }
}
