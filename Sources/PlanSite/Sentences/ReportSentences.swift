/// What the page of findings says of groups and owners.
enum ReportSentences {
  /// `Seven of 20 errors are about buying committees`.
  static func groups(_ counts: [FindingCount]) -> String {
    guard let first = counts.first else { return "Nothing was found" }
    let topic = RuleWords.topic(of: first.name)
    if counts.count == 1 { return "All findings are about \(topic)" }
    let errors = counts.map(\.errors).reduce(0, +)
    guard errors > 0 else { return "No finding is an error" }
    guard counts[1].errors < first.errors else {
      return
        "\(Wording.count(errors, "error")) in \(Wording.spelled(counts.count { $0.errors > 0 })) groups"
    }
    if first.errors == errors {
      return errors == 1
        ? "The one error is about \(topic)"
        : "\(Wording.capital(Wording.all(errors))) errors are about \(topic)"
    }
    return
      "\(Wording.capital(Wording.spelled(first.errors))) of \(Wording.spelled(errors)) errors "
      + "\(Wording.verb(first.errors, "is", "are")) about \(topic)"
  }

  /// `Marco Bellandi’s plans carry 11 of 20 errors`.
  ///
  /// - Parameter name: The name of one of our people.
  static func owners(_ counts: [FindingCount], name: (String) -> String) -> String {
    let errors = counts.map(\.errors).reduce(0, +)
    guard let first = counts.first else { return "No finding is about an account" }
    guard errors > 0 else { return "No plan carries an error" }
    guard counts.count == 1 || counts[1].errors < first.errors else {
      let owners = counts.count { $0.errors > 0 && !$0.name.isEmpty }
      return "\(Wording.count(errors, "error")) with \(Wording.spelled(owners, "owner"))"
    }
    let whose =
      first.name.isEmpty ? "Plans that nobody owns carry" : "The plans of \(name(first.name)) carry"
    if first.errors == errors {
      return errors == 1
        ? "\(whose) the one error" : "\(whose) \(Wording.all(errors)) errors"
    }
    return "\(whose) \(Wording.spelled(first.errors)) of \(Wording.spelled(errors)) errors"
  }
}
