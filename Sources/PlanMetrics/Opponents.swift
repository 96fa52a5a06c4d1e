import PlanModel

extension Contact {
  /// Whether they are an opponent or a blocker.
  public var isAgainst: Bool { stance?.value == .opponent || holds(.blocker) }
}

extension Plan {
  /// Opponents and blockers who are still there, and whom no risk, objective or planned play names: by their whole
  /// name, or by a family name that nobody else of the committee has.
  public func unhandledOpponents(on today: Day) -> [Contact] {
    let against = contacts.filter { !$0.hasLeft && $0.isAgainst }
    guard !against.isEmpty else { return [] }
    let named = NameFinder(against.map(\.name.value) + families(of: against))
      .found(in: texts(on: today))
    return against.enumerated().filter { !named[$0.offset] && !named[$0.offset + against.count] }
      .map(\.element)
  }

  /// The last word of each name, where it is long enough to be one and nobody else of the committee has it; else empty.
  private func families(of against: [Contact]) -> [String] {
    func words(_ contact: Contact) -> [Substring] { contact.key.split(separator: " ") }
    var counts: [Substring: Int] = [:]
    for contact in contacts {
      for word in words(contact) { counts[word, default: 0] += 1 }
    }
    return against.map { contact in
      guard let family = words(contact).last, family.count(where: \.isLetter) >= 3,
        counts[family] == 1
      else { return "" }
      return String(family)
    }
  }

  /// What is written about what stands in our way, and what we mean to do.
  private func texts(on today: Day) -> [String] {
    let risks = (risks?.items ?? []).flatMap { [$0.risk, $0.mitigation] }
    let objectives = (objectives?.items ?? []).flatMap { [$0.text, $0.contact] }
    let planned = (plays?.items ?? []).filter { $0.isPlanned(on: today) }
    return (risks + objectives + planned.map(\.play) + planned.flatMap(\.contacts))
      .compactMap { $0?.value }
  }
}
