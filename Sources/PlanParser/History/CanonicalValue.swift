import PlanModel
import PlanSource

/// One spelling for all spellings of a value.
enum CanonicalValue {
  enum Kind {
    case text, money, list
    /// Of a vocabulary, or several with commas between.
    case word
    /// Of a contact, or several with commas between.
    case name

    init(ofColumn name: String, in kind: SectionKind?) {
      switch (kind, name) {
      case (_, "Potential"), (_, "Amount"): self = .money
      case (_, "Role"), (_, "Stance"), (_, "Influence"), (_, "Authority"), (_, "Status"),
        (_, "Forecast"), (_, "Element"), (_, "Channel"), (_, "Kind"), (_, "Strength"),
        (_, "Severity"), (.plays, "Stage"), (.opportunities, "Source"), (.plays, "Content"):
        self = .word
      case (.committee, "Name"), (_, "Reports to"), (_, "Contact"), (_, "Contacts"): self = .name
      case (_, "By"), (_, "Known by"): self = .list
      default: self = .text
      }
    }

    init(ofKey path: String) {
      switch path {
      case "stage", "status", "motion", "potential.strategic": self = .word
      case "potential.acv", "potential.ceiling": self = .money
      default: self = .text
      }
    }
  }

  static func write(_ text: String, as kind: Kind) -> String {
    switch kind {
    case .text: text
    case .money: MoneyReader.canonical(text) ?? text
    case .list: parts(text).sorted().joined(separator: ",")
    case .word:
      parts(text).map { String(decoding: Nearest.fold($0), as: UTF8.self) }.sorted()
        .joined(separator: ",")
    case .name: parts(text).map(ContactName.key).sorted().joined(separator: ",")
    }
  }

  private static func parts(_ text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return [text] }
    return text.split(separator: ",").map(\.trimmingSpaces)
  }
}

extension CanonicalForm {
  /// The front matter's values by their keys, in an order of their own; without what is empty and without `reviewed`.
  mutating func add(_ node: YamlNode, at path: String = "") {
    switch node.kind {
    case .scalar(let text): addWords(CanonicalValue.write(text, as: .init(ofKey: path)))
    case .list(let items):
      add(UInt8(ascii: "["))
      let prints = items.map { item in
        var form = CanonicalForm(nil)
        form.add(item, at: path)
        return form.print.value
      }
      for print in prints.sorted() { add(number: print) }
      add(UInt8(ascii: "]"))
    case .map(let entries):
      let prefix = path.isEmpty ? "" : path + "."
      for entry in entries.sorted(by: { $0.key < $1.key })
      where says(entry.value, at: prefix + entry.key) {
        addWords(entry.key)
        add(entry.value, at: prefix + entry.key)
      }
      add(UInt8(ascii: "}"))
    }
  }

  /// Whether a key says something: an empty value, and what holds without it, say nothing.
  private func says(_ value: YamlNode, at path: String) -> Bool {
    switch value.kind {
    case .list(let items) where items.isEmpty: return false
    case .map(let entries) where entries.isEmpty: return false
    default: break
    }
    return !value.isEmpty && path != "reviewed"
      && !(path == "status" && value.text?.trimmingSpaces == "active")
  }
}
