import PlanModel
import PlanSource

/// Whether what stands in a column or behind a key can be what its name is near to: `Contract` above `C-2231` is no
/// misspelt `Contact`, but a column of somebody's own.
extension Binder {
  /// Whether most of some cells are what a column takes. Of one that takes any text all are; of none nobody knows.
  func fits(_ cells: [String], _ column: Column, of kind: SectionKind) -> Bool {
    let count = cells.count { fits($0, column, of: kind) }
    return count > 0 && count * 2 >= cells.count
  }

  private func fits(_ text: String, _ column: Column, of kind: SectionKind) -> Bool {
    switch (kind, column.name) {
    case (.plays, "By"), (_, "Owner"): isPerson(text)
    case (_, "By"), (_, "Close"), (_, "Created"), (_, "Until"), (_, "Date"), (_, "Last engaged"),
      (_, "Amount"), (_, "Potential"):
      isNumbered(text)
    case (_, "Contact"), (_, "Contacts"): isNearlyContact(text)
    case (.committee, "Stance"): isWord(text, Stance.self)
    case (.committee, "Influence"), (.committee, "Authority"), (.signals, "Strength"),
      (.risks, "Severity"):
      isWord(text, Grade.self)
    case (.committee, "Status"): isWord(text, ContactStatus.self)
    case (.opportunities, "Forecast"): isWord(text, Forecast.self)
    case (.opportunities, "Source"): isWord(text, Origin.self)
    case (.plays, "Stage"): isWord(text, BuyingStage.self)
    default: true
    }
  }

  /// Whether a value is what a key of the front matter takes.
  func fits(_ value: YamlNode, key: String) -> Bool {
    guard let text = value.text else { return true }
    return switch key {
    case "stage": isWord(text, Stage.self)
    case "status": isWord(text, Status.self)
    case "motion": isWord(text, Motion.self)
    case "tier", "stage-since", "reviewed", "listed": isNumbered(text)
    default: true
    }
  }

  /// A day or an amount, in whatever form, has a digit.
  private func isNumbered(_ text: String) -> Bool { text.contains { $0.isNumber } }

  private func isWord<Word: Vocabulary>(_ text: String, _ type: Word.Type) -> Bool {
    Word(reading: text) != nil || Nearest.guess(text, among: Word.words) != nil
  }

  private func isPerson(_ text: String) -> Bool {
    guard let people = program.people else { return !isNumbered(text) }
    return text.split(separator: ",").map(\.trimmingSpaces).contains { name in
      people[name] != nil || program.person(named: name) != nil
        || nearest(name, among: program.personIDs).guess != nil
    }
  }

  private func isNearlyContact(_ text: String) -> Bool {
    guard knowsContacts else { return !isNumbered(text) }
    return text.split(separator: ",").map(\.trimmingSpaces).contains { name in
      isContact(name) || nearestContact(name).guess != nil
    }
  }
}
