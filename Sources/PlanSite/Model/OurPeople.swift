import PlanModel

extension Portfolio {
  /// The ids of everybody of ours whom the settings, a segment or a plan names, whatever for.
  ///
  /// - Parameter isRead: Whether a plan is looked into.
  func people(in isRead: (Plan) -> Bool) -> Set<String> {
    var ids = Set(program.personIDs).union(program.sponsors)
    func add(_ people: [Located<String>]) {
      for person in people { ids.insert(person.value) }
    }
    for segment in program.segments.all {
      add([segment.owner, segment.marketing].compactMap { $0 })
      for play in segment.plays?.items ?? [] { add(play.by) }
    }
    for plan in plans where isRead(plan) { plan.eachOfOurs(add) }
    return ids
  }
}

extension Plan {
  /// Hands over whoever of ours the plan names: every value that is an id of `people:`.
  fileprivate func eachOfOurs(_ add: ([Located<String>]) -> Void) {
    add([owner, sponsor].compactMap { $0 } + listedBy)
    add((pod?.members ?? []).map(\.person) + waivers.map(\.by))
    add((objectives?.items ?? []).compactMap(\.owner))
    for contact in contacts { add([contact.owner].compactMap { $0 } + contact.knownBy) }
    add((whitespace?.items ?? []).compactMap(\.owner))
    for task in actionPlan?.items ?? [] { task.eachOfOurs(add) }
    for play in plays?.items ?? [] { add(play.by) }
    add((risks?.items ?? []).compactMap(\.owner))
    for review in reviews?.items ?? [] {
      for promise in review.promises { promise.eachOfOurs(add) }
    }
  }
}

extension ActionTask {
  fileprivate func eachOfOurs(_ add: ([Located<String>]) -> Void) {
    add(people)
    for step in steps { step.eachOfOurs(add) }
  }
}
