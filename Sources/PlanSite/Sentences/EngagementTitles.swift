import PlanMetrics
import PlanModel

/// What the engagement time line shows: who is silent, and whether answers come.
enum EngagementTitles {
  static func title(_ facts: AccountFacts) -> String {
    remarks.said(of: facts, limit: 1).first ?? "Touches by contact"
  }

  static let remarks: [Remark<AccountFacts, String>] = [
    Remark("nobody answers", 95) { facts in
      guard facts.account.engaged == 0 else { return nil }
      guard let last = facts.present.compactMap(\.measure.lastEngaged).max() else {
        return "Nobody has answered yet"
      }
      return "The last answer came \(Wording.count(facts.today - last, "day")) ago"
    },
    Remark("deciders silent", 90) { facts in
      let deciders = facts.present.count(where: \.contact.decides)
      guard deciders > 1, facts.quietDeciders.count == deciders, facts.account.engaged > 0 else {
        return nil
      }
      return "The people who decide are the people we do not hear from"
    },
    Remark("decider silent", 80) { facts in
      guard let (contact, measure) = facts.quietDeciders.first else { return nil }
      return Wording.capital(facts.silence(contact, measure))
    },
    Remark("fewer answers", 60) { facts in
      let halves = halves(facts)
      guard halves.before >= 4, halves.last * 2 <= halves.before else { return nil }
      return "\(Wording.capital(Wording.spelled(halves.last, "answer"))) in the last "
        + "\(halves.days) days, after \(Wording.spelled(halves.before)) in the "
        + "\(halves.days) before"
    },
    Remark("more answers", 50) { facts in
      let halves = halves(facts)
      guard halves.last >= 4, halves.last >= halves.before * 2 else { return nil }
      return "\(Wording.capital(Wording.spelled(halves.last))) answers in the last "
        + "\(halves.days) days, after \(Wording.spelled(halves.before)) in the "
        + "\(halves.days) before"
    },
    Remark("counts", 10) { facts in
      let (engaged, known) = (facts.account.engaged, facts.present.count)
      guard engaged > 0 else { return nil }
      let next =
        facts.nextPlay.map {
          "the next touch is planned for "
            + ($0.date.value == facts.today ? "today" : facts.figures.day($0.date.value))
        } ?? "nothing is planned"
      let who =
        known == 1
        ? "The one person we know"
        : engaged == known
          ? "\(Wording.capital(Wording.all(known))) people"
          : "\(Wording.capital(Wording.spelled(engaged))) of \(Wording.spelled(known)) people"
      return "\(who) answered \(facts.inWindow); \(next)"
    },
  ]

  /// Answers in the later half of the window, and in the earlier one.
  private static func halves(_ facts: AccountFacts) -> (last: Int, before: Int, days: Int) {
    let days = (facts.measures.window ?? 90) / 2
    let answered = facts.measures.touches.filter(\.isAnswered).map { facts.today - $0.day }
    return (
      answered.count { $0 < days }, answered.count { (days..<(2 * days)).contains($0) }, days
    )
  }
}
