import PlanModel

/// Takes out of texts what no reader outside may see, wherever somebody wrote it: our people, other accounts, comments.
///
/// Names are compared word by word, whatever stands between the words; a name of one word also by its case, for it may
/// be a word like any other.
struct Discretion: Sendable {
  /// What is written instead.
  private enum Stand: String {
    case ours = "our team"
    case other = "another company"
    case kept = ""
  }

  private struct Name {
    let words: [String]
    let stand: Stand
    /// The plan of the account whose name it is.
    var path: String?

    /// Of two names of the same words: our people stay in the house, and an account has its own name.
    var rank: Int { stand == .ours ? 2 : stand == .kept ? 1 : 0 }
  }

  /// By their first words, at most two, in small letters: thousands of names may begin with the same one.
  private typealias Names = [String: [Name]]

  private let everybody: Names
  /// Names in scripts that put no space between words.
  private let joined: [(name: String, stand: Stand)]
  private var own: Names = [:]
  private var path = ""

  init(_ model: SiteModel) {
    var names: Names = [:]
    var joined: [(String, Stand)] = []
    func add(_ text: String?, _ stand: Stand, path: String? = nil) {
      guard let text else { return }
      if path == nil, Self.isUnspaced(text) { joined.append((text, stand)) }
      Self.add(text, stand, path: path, to: &names)
    }
    for id in model.paths.people.keys.sorted() {
      add(id, .ours)
      add(model.program.people?[id]?.name, .ours)
      add(model.program.people?[id]?.email, .ours)
    }
    for plan in model.input.portfolio.plans {
      add(plan.account.value, .other, path: plan.path)
      add(plan.domain?.value, .other, path: plan.path)
    }
    everybody = names
    self.joined = joined
  }

  /// The same for texts of one plan: its account and its contacts keep their names.
  func about(_ plan: Plan) -> Discretion {
    var same = self
    same.path = plan.path
    for name in [plan.account.value] + plan.contacts.map(\.name.value) {
      Self.add(name, .kept, path: nil, to: &same.own)
    }
    return same
  }

  /// The text without what is not for readers outside.
  func text(_ written: String) -> String {
    var text = Self.withoutComments(written)
    for (name, stand) in joined { text = text.replacing(name, with: stand.rawValue) }
    let words = Self.words(of: text)
    var result = ""
    var end = text.startIndex
    var index = 0
    while index < words.count {
      let (stand, count) = match(words[index...], in: text)
      if let stand {
        var start = words[index].startIndex
        if start > end, text[text.index(before: start)] == "@" { start = text.index(before: start) }
        result += text[end..<start] + stand.rawValue
        end = words[index + count - 1].endIndex
      }
      index += count
    }
    return result + text[end...]
  }

  /// What stands for the name that begins here, if it is one to take out, and how many words are done with.
  private func match(_ words: ArraySlice<Substring>, in text: String) -> (Stand?, Int) {
    guard let first = words.first else { return (nil, 1) }
    if first.startIndex > text.startIndex, text[text.index(before: first.startIndex)] == "@",
      first.startIndex == text.index(after: text.startIndex)
        || !Self.isLetter(text[text.index(first.startIndex, offsetBy: -2)])
    {
      return (.ours, Self.lengthOfID(words, in: text))
    }
    let found = [Self.key(words.prefix(1)), Self.key(words.prefix(2))]
      .flatMap { (everybody[$0] ?? []) + (own[$0] ?? []) }
      .filter { $0.path != path || path.isEmpty }
      .filter { Self.begins(words, with: $0.words, in: text) }
    guard
      let best = found.max(by: { ($0.words.count, $0.rank) < ($1.words.count, $1.rank) })
    else { return (nil, 1) }
    return (best.stand == .kept ? nil : best.stand, best.words.count)
  }

  /// `maya.chen` behind an `@`.
  private static func lengthOfID(_ words: ArraySlice<Substring>, in text: String) -> Int {
    var count = 1
    for (word, next) in zip(words, words.dropFirst()) {
      guard [".", "-", "_"].contains(text[word.endIndex..<next.startIndex]) else { break }
      count += 1
    }
    return count
  }

  private static func begins(
    _ words: ArraySlice<Substring>, with name: [String], in text: String
  ) -> Bool {
    guard words.count >= name.count, let first = words.first else { return false }
    if name.count == 1 { return first == name[0] }
    var last = first
    for (word, wanted) in zip(words, name) {
      if text.distance(from: last.endIndex, to: max(last.endIndex, word.startIndex)) > 3
        || word.lowercased() != wanted.lowercased()
      {
        return false
      }
      last = word
    }
    return true
  }

  private static func add(_ text: String, _ stand: Stand, path: String?, to names: inout Names) {
    let words = words(of: text).map(String.init)
    guard !words.isEmpty else { return }
    names[key(words.prefix(2)), default: []].append(Name(words: words, stand: stand, path: path))
  }

  private static func key(_ words: some Sequence<some StringProtocol>) -> String {
    words.map { $0.lowercased() }.joined(separator: " ")
  }

  /// The runs of letters and digits.
  private static func words(of text: String) -> [Substring] {
    text.split { !isLetter($0) }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func isUnspaced(_ text: String) -> Bool {
    text.count > 1 && text.unicodeScalars.contains { (0x2E80...0xD7AF).contains($0.value) }
  }

  /// Comments of HTML, which a cell's text still holds.
  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "<!--") {
      result += rest[..<open.lowerBound]
      rest = rest[(rest[open.upperBound...].firstRange(of: "-->")?.upperBound ?? rest.endIndex)...]
    }
    guard rest.startIndex > text.startIndex else { return text }
    result += rest
    while result.last == " " { result.removeLast() }
    return result
  }
}
