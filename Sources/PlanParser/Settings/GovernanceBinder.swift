import PlanModel
import PlanSource

/// Reads who stands behind the program, what it is to bring, what its words mean and when it meets.
extension SettingsBinder {
  func readGovernance(_ map: YamlMap) {
    readSponsors(map)
    readGoals(map)
    program.definitions = entries(map, "definitions", example: "sales-ready: engaged").compactMap {
      entry, written in
      guard !written.text.isEmpty else {
        binder.reject(
          key(of: entry, in: "definitions"), isNo: "not explained: nothing stands behind it",
          help: "write what it means behind the colon; in braces a text with a comma stands in "
            + "quotes")
        return nil
      }
      return Definition(word: entry.key, text: written.text)
    }
    program.cadence = entries(map, "cadence", example: "pipeline: monthly").compactMap {
      entry, written in
      guard !written.text.isEmpty else {
        binder.reject(
          key(of: entry, in: "cadence"), isNo: "without a rhythm",
          help: "write one behind the colon: \(Rhythm.words.joined(separator: ", "))")
        return nil
      }
      return binder.word(written, as: Rhythm.self).map {
        Cadence(meeting: entry.key, rhythm: $0.value)
      }
    }
  }

  private func readSponsors(_ map: YamlMap) {
    let named = map.names("program-sponsors") ?? []
    program.sponsors = named.map(\.value)
    guard let people = program.people else { return }
    for id in named where people[id.value] == nil {
      let near =
        program.person(named: id.value) ?? binder.nearest(id.value, among: program.personIDs).guess
      binder.report(
        UnknownPerson.finding(
          id.value, of: "`program-sponsors`", at: id.span, near: near, isSure: false, fix: nil))
    }
  }

  private func readGoals(_ map: YamlMap) {
    guard let node = map.node("goals") else { return }
    guard case .map = node.kind else {
      return reject(
        node, "goals", isNo: "no map",
        help: "write `goals: { pipeline: 12M, revenue: 4M, fiscal-year: 2027 }`")
    }
    let before = binder.findings.count
    let inner = YamlMap(
      node, knowing: ["pipeline", "revenue", "fiscal-year"], allowsOwn: false, binder,
      path: "goals.", dividedAmounts: true)
    let year = binder.number(inner["fiscal-year"], in: 2000...2999)?.value
    let goals = Goals(
      pipeline: goal(inner, "pipeline"), revenue: goal(inner, "revenue"), fiscalYear: year)
    if goals.pipeline != nil || goals.revenue != nil {
      program.goals = goals
    } else if binder.findings.count == before {
      reject(
        node, "goals", isNo: "without an amount",
        help: "write at least one of `pipeline` and `revenue`, such as `pipeline: 12M`")
    }
  }

  private func goal(_ map: YamlMap, _ key: String) -> Money? {
    guard let node = map.node(key), let money = money(node, "goals.\(key)") else { return nil }
    if money > .zero { return money }
    reject(
      node, "goals.\(key)", isNo: "no goal",
      help: "write an amount above zero, or delete `\(key)`")
    return nil
  }

  /// The keys of a map in its order, each with the text behind it; empty where nothing stands.
  private func entries(
    _ map: YamlMap, _ key: String, example: String
  ) -> [(YamlNode.Entry, Written)] {
    guard let node = map.node(key) else { return [] }
    guard case .map(let all) = node.kind else {
      reject(node, key, isNo: "no map", help: "write `\(key): { \(example) }`")
      return []
    }
    return all.compactMap { written in
      let entry = node.isFlow ? written.withItsSpace("`\(key)`", binder) : written
      let path = "\(key).\(entry.key)"
      let field = Field(name: "`\(path)`", topic: .key(path))
      if entry.value.isEmpty {
        return (entry, Written(text: "", span: entry.keySpan, field: field))
      }
      return map.scalar(entry.value, field).map { (entry, $0) }
    }
  }

  /// The key itself, as what is wrong.
  private func key(of entry: YamlNode.Entry, in map: String) -> Written {
    Written(
      text: entry.key, span: entry.keySpan, field: Field(name: "`\(map)`", topic: .key(map)))
  }
}
