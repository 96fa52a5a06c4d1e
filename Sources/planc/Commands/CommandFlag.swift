import ArgumentParser
import PlanSource

/// A flag of a command, as its help shows it.
struct CommandFlag {
  /// `-q` and `--quiet`.
  let names: [String]
  /// What its value is called; nil when it takes none.
  let value: String?
  /// The values that there are, if they are few.
  let values: [String]
  let about: String

  /// The flags and arguments in the help of a command.
  static func all(of command: ParsableCommand.Type) -> [CommandFlag] {
    // So wide that no description is broken.
    let help = Planc.helpMessage(for: command, includeHidden: false, columns: 10_000)
    var flags: [CommandFlag] = []
    let lines = help.split(separator: "\n").map(String.init)
    for (index, line) in lines.enumerated() where line.hasPrefix("  -") {
      var label = line.dropFirst(2)
      var about = lines.indices.contains(index + 1) ? lines[index + 1][...] : ""
      if let gap = firstGap(in: label) {
        about = label[gap...]
        label = label[..<gap]
      }
      flags.append(CommandFlag(String(label), String(about.drop { $0 == " " })))
    }
    return flags
  }

  /// Where the description begins: behind two spaces, or one where the label is as wide as its column.
  private static func firstGap(in label: Substring) -> Substring.Index? {
    if let close = label.firstIndex(of: ">") {
      let end = label.index(after: close)
      return end == label.endIndex ? nil : end
    }
    return label.firstRange(of: "  ")?.lowerBound
  }

  private init(_ label: String, _ about: String) {
    let words = label.split(separator: " ").map(String.init)
    names = words.filter { $0.hasPrefix("-") }.map { $0.filter { $0 != "," } }
    value = words.first { $0.hasPrefix("<") }.map { $0.filter { $0 != "<" && $0 != ">" } }
    guard let list = about.firstRange(of: "(values: ") else {
      (values, self.about) = ([], about)
      return
    }
    let inner = about[list.upperBound...].prefix { $0 != ")" && $0 != ";" }
    values = inner.split(separator: ",").map { String($0.filter { $0 != " " }) }
    self.about = String(about[..<list.lowerBound])
  }

  /// What it is about, as a part of a sentence.
  var clause: String {
    let text = about.hasSuffix(".") ? about.dropLast() : about[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Whether a name, perhaps with its value behind it, is this flag's.
  func isNamed(_ text: String) -> Bool { names.contains(String(text.prefix { $0 != " " })) }

  /// `it takes full, concise, json or json-lines`; nil when its values are not counted.
  var takes: String? {
    guard let last = values.last, values.count > 1 else { return nil }
    return "it takes " + values.dropLast().joined(separator: ", ") + " or " + last
  }
}

// MARK: What somebody meant

extension CommandFlag {
  /// Whether some command has a flag of this name.
  static func isOfAnyCommand(_ name: String) -> Bool {
    Planc.configuration.subcommands.contains { all(of: $0).contains { $0.isNamed(name) } }
  }

  /// The nearest flag, as a help line: `--json` is a value of one, `--format` a part of its name.
  static func near(_ typed: String, _ flags: [CommandFlag]) -> String? {
    let word = typed.drop { $0 == "-" }.prefix { $0 != "=" }
    let names = flags.flatMap(\.names).filter { $0.hasPrefix("--") }
    if let near = nearWord("--" + word, among: names) { return "did you mean `\(near)`?" }
    for flag in flags where flag.values.contains(String(word)) {
      return "did you mean `\(flag.names.last ?? "") \(word)`?"
    }
    return nil
  }

  /// The nearest word, or the one of which this is a part: `won` of `closed-won`.
  static func nearWord(_ typed: String, among words: [String]) -> String? {
    let part = Substring(typed.drop { $0 == "-" })
    return Nearest.guess(typed, among: words)
      ?? words.first { !part.isEmpty && $0.split(separator: "-").contains(part) }
  }
}
