import PlanModel
import PlanSource

/// Something private about a person that has no place in a repository.
struct PersonalData: PlanRule {
  static let about = RuleInfo(
    name: "privacy/personal-data", level: .warning, isPrivate: true,
    summary: "Private phone numbers and mail addresses, birthdays, health or political notes.",
    why:
      "the plan is read by many and kept for ever, and the customer may ask what is written about them",
    mend:
      "Delete it, and keep it where access is limited, if it must be kept at all. It guesses: a waiver "
      + "lets it be.",
    examples: [
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        Mail her at ↓ann.lee@gmail.com, she reads it in the evening.
        """),
      .bad(
        """
        ---
        account: Northwind
        tier: 3
        ---
        Ann: mobile ↓+49 171 2345678. ↓Birthday 3 May. ↓She is on sick leave until June.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        Office: +49 89 2345678, ann.lee@northwind.example. The plant has its 50th birthday in 2027.
        """),
      .good(
        """
        ---
        account: Northwind
        tier: 3
        ---
        Their mobile team of 12 people. She is sick of the old system; it has cost 2 people.
        """),
    ])
  static let reads: [Topic] = []

  func check(_ plan: Plan, in context: PlanContext) -> [Finding] {
    plan.suspicions.compactMap { suspicion in
      guard let what = Self.what(suspicion) else { return nil }
      return finding(
        at: suspicion.text.span, "`\(suspicion.text.value)` looks like \(what)",
        help: "delete it; what must be kept belongs where only those who need it can read it",
        key: suspicion.key)
    }
  }

  private static func what(_ suspicion: Suspicion) -> String? {
    switch suspicion.kind {
    case .mailAddress: "a private mail address"
    case .phone: "a private phone number"
    case .birthday: "somebody's birthday"
    case .health: "a note about somebody's health"
    case .belief: "a note about somebody's beliefs"
    case .secret: nil
    }
  }
}
