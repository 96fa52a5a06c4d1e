/// Letters as people write them on a keyboard that lacks their marks.
public enum PlainLetter {
  private static let others: [Character: [String]] = [
    "ä": ["a", "ae"], "ö": ["o", "oe"], "ü": ["u", "ue"], "ø": ["o", "oe"], "å": ["a", "aa"],
    "æ": ["ae", "a"], "œ": ["oe", "o"], "ß": ["ss", "s"], "ı": ["i"], "ł": ["l"], "đ": ["d", "dj"],
    "ð": ["d"], "þ": ["th"],
  ]

  /// What may stand for a lower-case letter, the shortest way first: `u` and `ue` for `ü`; the letter itself where it
  /// has no marks.
  public static func forms(of letter: Character) -> [String] {
    if let forms = others[letter] { return forms }
    guard !letter.isASCII, let first = letter.unicodeScalars.first else { return [String(letter)] }
    if first.isASCII { return [String(first)] }
    // `é` by its Unicode name: LATIN SMALL LETTER E WITH ACUTE.
    let words = (first.properties.name ?? "").split(separator: " ")
    guard words.starts(with: ["LATIN", "SMALL", "LETTER"]), words.count > 4, words[4] == "WITH",
      words[3].count == 1
    else { return [String(letter)] }
    return [words[3].lowercased()]
  }
}
