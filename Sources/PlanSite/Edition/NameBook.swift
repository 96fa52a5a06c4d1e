import PlanModel

/// Names that are looked for in texts, by all their words at once: marks on letters are put aside, and case as far as
/// the words can be nothing else.
struct NameBook: Sendable {
  /// What is written instead of a name.
  enum Stand: String, Sendable {
    case ours = "our team"
    case other = "another company"
    case former = "a former colleague"
    /// The name itself.
    case kept = ""
  }

  /// How a name is written where it is one.
  enum Form: Sendable, Equatable {
    /// In any case.
    case any
    /// With a capital letter: in small ones its words are everyday words.
    case raised
    /// To the letter.
    case exact(String)
    /// The last part of somebody's name, alone: with a capital letter.
    case family
    /// Such a part that is an everyday word: only behind a title or an initial.
    case titled
  }

  struct Name: Sendable {
    let stand: Stand
    let form: Form
    /// The plan of the account whose name it is.
    let path: String?

    /// Of two names of the same words: our people stay in the house, and an account has its own name.
    var rank: Int {
      let isPart = form == .family || form == .titled
      return switch stand {
      case .ours: isPart ? 1 : 6
      case .kept: isPart ? 2 : 5
      case .former: 4
      case .other: 3
      }
    }
  }

  /// By their words.
  private var names: [String: [Name]] = [:]
  /// How many words the names have that begin with a word.
  private var lengths: [String: [Int]] = [:]

  /// How many words the names have that begin with this one, without order.
  func lengths(from word: String) -> [Int] { lengths[word] ?? [] }

  /// The names of these words, whatever their form.
  func names(of words: String) -> [Name] { names[words] ?? [] }

  private mutating func add(
    _ words: [String], _ stand: Stand, _ form: Form?, path: String? = nil
  ) {
    guard let first = words.first, let form else { return }
    let key = words.joined(separator: " ")
    // Of two plans one is another account's, whoever reads.
    guard names(of: key).count(where: { $0.stand == stand && $0.form == form }) < 2 else { return }
    names[key, default: []].append(Name(stand: stand, form: form, path: path))
    if !lengths(from: first).contains(words.count) {
      lengths[first, default: []].append(words.count)
    }
  }
}

// MARK: Names of accounts and of people

extension NameBook {
  /// What is written whole, with or without spaces: the name of an account, a domain, an address.
  mutating func add(whole text: String, _ stand: Stand, path: String? = nil) {
    for words in [text] + Self.jointSpellings(of: text) {
      for words in Self.spellings(of: words) {
        add(words, stand, Self.form(of: words, in: text), path: path)
        addJoined(words, stand, path: path)
      }
    }
  }

  /// What people write for `&`, and `&` for it.
  private static let joints = ["and", "und", "et", "en", "och", "og", "y", "e", "ja", "i"]

  /// `Brouwer and Zoon`, `Brouwer und Zoon` and so on of `Brouwer & Zoon`, and the other way round.
  private static func jointSpellings(of text: String) -> [String] {
    let words = text.split(separator: " ")
    guard
      let place = words.indices.dropFirst().dropLast().first(where: { index in
        ["&", "+"].contains(words[index]) || joints.contains(words[index].lowercased())
      })
    else { return [] }
    return (["&"] + joints).map { joint in
      (words[..<place] + [joint[...]] + words[(place + 1)...]).joined(separator: " ")
    }
  }

  /// The id of an account, which is known by its small letters and hyphens.
  mutating func add(id: String, path: String) {
    let words = Word.all(in: id).map(\.key)
    if words.count == 1, id.count < 3 || EverydayWords.contains(id) { return }
    add(words, .other, .exact(id), path: path)
  }

  /// The name or id of a person: also with other words first, without spaces, and its last part alone.
  mutating func add(person text: String, _ stand: Stand) {
    for words in Self.spellings(of: text) {
      let isOne = words.count == 1 && stand == .former
      let form: Form? = isOne ? .raised : Self.form(of: words, in: text)
      add(words, stand, form)
      addJoined(words, stand)
      guard (2...4).contains(words.count) else { continue }
      for start in 1..<words.count {
        add(Array(words[start...] + words[..<start]), stand, form)
      }
    }
    if stand != .former { addFamily(text, stand) }
  }

  /// `Chen` of `Maya Chen`, of `maya.chen` and of `Chen, Maya`.
  private mutating func addFamily(_ text: String, _ stand: Stand) {
    let comma = text.firstIndex(of: ",") ?? text.endIndex
    let parts = text[..<comma].split { $0 == " " || $0 == "." || $0 == "_" }
    guard let last = parts.last, parts.count > 1 || comma < text.endIndex else { return }
    for words in Self.spellings(of: String(last)) {
      // `Smith-Jones` whole, and each half.
      for part in words.count > 1 ? [words] + words.map({ [$0] }) : [words] {
        guard part.joined().count > 2 else { continue }
        add(part, stand, part.allSatisfy(EverydayWords.contains) ? .titled : .family)
      }
    }
  }

  private mutating func addJoined(_ words: [String], _ stand: Stand, path: String? = nil) {
    let joined = words.joined()
    guard words.count > 1, joined.count > 4, !EverydayWords.contains(joined) else { return }
    add([joined], stand, .any, path: path)
  }

  /// The form of a whole name; nil where it is too short to be told from any other word.
  private static func form(of words: [String], in text: String) -> Form? {
    if words.count == 1, words[0].count < 3 {
      let word = Word.all(in: text).first?.text ?? ""
      return Word.isSmall(word) ? nil : .exact(String(word))
    }
    return words.allSatisfy(EverydayWords.contains) ? .raised : .any
  }

  /// The words of a name without marks: `jurgen kloss`, `juergen kloss`.
  private static func spellings(of text: String) -> [[String]] {
    let words = Word.all(in: text)
    let short = words.map(\.key)
    let long = words.map { Word.fold($0.text, long: true) }
    return short.isEmpty ? [] : short == long ? [short] : [short, long]
  }
}

/// A run of letters and digits in a text.
struct Word: Sendable {
  /// What stands before a name, as keys.
  static let titles: Set<String> = [
    "dhr", "doctor", "don", "dona", "dr", "frau", "herr", "hr", "madame", "mevr", "miss", "mme",
    "monsieur", "mr", "mrs", "ms", "mw", "mx", "prof", "professor", "senor", "senora", "sig",
    "signor", "signora", "sir",
  ]

  let text: Substring
  /// In small letters without marks.
  let key: String

  static func all(in text: String) -> [Word] {
    text.split { !isLetter($0) }.map { Word(text: $0, key: fold($0)) }
  }

  static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// Whether nothing in it is a capital letter, and something might be.
  static func isSmall(_ text: Substring) -> Bool {
    text.contains(where: \.isLowercase) && !text.contains(where: \.isUppercase)
  }

  /// In small letters, each without its marks.
  ///
  /// - Parameter long: Whether marks are written as letters: `ue` for `ü`, not `u`.
  static func fold(_ word: Substring, long: Bool = false) -> String {
    let small = word.lowercased()
    guard small.utf8.contains(where: { $0 >= 0x80 }) else { return small }
    return small.reduce(into: "") { text, letter in
      let forms = PlainLetter.forms(of: letter)
      let form = long ? forms.max { $0.count < $1.count } : forms.first
      text += form ?? String(letter)
    }
  }
}

extension ArraySlice<Word> {
  /// Whether no more than three signs stand between any two.
  func isOne(in text: String) -> Bool {
    zip(self, dropFirst()).allSatisfy { word, next in
      text[word.text.endIndex..<next.text.startIndex].prefix(4).count <= 3
    }
  }

  /// Whether a name of these words is written in a form of it.
  ///
  /// - Parameter isTitled: Whether a title or an initial stands before it.
  func isWritten(_ form: NameBook.Form, in text: String, isTitled: Bool) -> Bool {
    guard let first, let last else { return false }
    switch form {
    case .any: return true
    case .raised: return !Word.isSmall(last.text)
    case .exact(let name): return text[first.text.startIndex..<last.text.endIndex] == name
    case .family: return !Word.isSmall(first.text)
    case .titled: return isTitled && first.text.first?.isUppercase ?? false
    }
  }

  /// Whether the first is a title or an initial of the name behind it: `Ms Chen`, `M. Chen`, `O'Brien`.
  func beginsWithTitle(in text: String) -> Bool {
    guard count > 1, let first else { return false }
    let gap = text[first.text.endIndex..<self[startIndex + 1].text.startIndex]
    guard [" ", ".", ". ", "'", "’"].contains(gap) else { return false }
    return first.text.count == 1 ? !Word.isSmall(first.text) : Word.titles.contains(first.key)
  }
}
