import PlanModel

/// The months as plans have them: in English, and in the languages that offices nearby speak.
enum Months {
  private static let names: [[String]] = [
    ["january", "januar", "jänner", "janvier", "enero", "gennaio", "januari", "janeiro"],
    ["february", "februar", "février", "febrero", "febbraio", "februari", "fevereiro"],
    ["march", "märz", "maerz", "mars", "marzo", "maart", "mrt", "março", "marts"],
    ["april", "avril", "abril", "aprile"],
    ["may", "mai", "mayo", "maggio", "mei", "maio", "maj"],
    ["june", "juni", "juin", "junio", "giugno", "junho"],
    ["july", "juli", "juillet", "julio", "luglio", "julho"],
    ["august", "août", "agosto", "augustus", "augusti"],
    ["september", "sept", "septembre", "septiembre", "settembre", "setembro"],
    ["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    ["november", "novembre", "noviembre", "novembro"],
    ["december", "dezember", "décembre", "diciembre", "dicembre", "dezembro"],
  ].map { $0.map(plain) }

  /// 1 to 12 for the one month whose name begins with a word of three letters and more, with or without its accents.
  static func number(_ word: String) -> Int? {
    let word = plain(word)
    guard word.utf8.count >= 3 else { return nil }
    let found = names.indices.filter { names[$0].contains { $0.hasPrefix(word) } }
    return found.count == 1 ? found[0] + 1 : nil
  }

  /// Lower case without marks.
  private static func plain(_ word: String) -> String {
    word.lowercased().map { PlainLetter.forms(of: $0)[0] }.joined()
  }
}
