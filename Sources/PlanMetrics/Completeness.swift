import PlanModel

extension Share {
  /// Filled fields of a plan, of those that its tier asks for at its stage.
  ///
  /// The fields: an owner; a day of review where there is a cadence; a sponsor where one is required; each pod role, each
  /// part of the brief (the segment's count) and each role that is required; and, as one field each, the contacts and
  /// the cells of whitespace that are asked for.
  public static func fields(of plan: Plan, _ measures: PlanMeasures, in program: Program) -> Share {
    let (settings, stage) = (program[plan.tier.value], measures.stage)
    var share = Share()
    func ask(_ isFilled: Bool) { share += Share(isFilled ? 1 : 0, of: 1) }
    ask(plan.owner != nil)
    if measures.reviewEvery != nil { ask(measures.lastReview != nil) }
    if settings.sponsor.value(at: stage) == .required { ask(plan.sponsor != nil) }
    let pod = plan.pod?.members ?? []
    for role in settings.requiredPod.all(at: stage) {
      ask(pod.contains { $0.role.value == role })
    }
    let parts = settings.requiredBrief.all(at: stage)
    if !parts.isEmpty {
      let written = (plan.brief?.parts ?? []).filter { !$0.isEmpty }.map(\.kind.value)
      let inherited = program.inheritedParts(of: plan)
      for part in parts { ask(written.contains(part) || inherited.contains(part)) }
    }
    let present = plan.contacts.filter { !$0.hasLeft }
    for role in settings.requiredRoles.all(at: stage) {
      ask(present.contains { $0.holds(role) })
    }
    if let least = settings.minimumContacts.value(at: stage), least > 0 {
      ask(present.count >= least)
    }
    if let least = settings.minimumWhitespace.value(at: stage), least > 0 {
      let cells = plan.whitespace?.items ?? []
      ask(cells.count { $0.isToSell && $0.potential != nil } >= least)
    }
    return share
  }
}
