import PlanModel

/// What the bridge map shows: who of ours carries the account, and which of theirs nobody reaches.
enum BridgeTitles {
  static func title(_ facts: AccountFacts) -> String {
    remarks.said(of: facts, limit: 1).first ?? "Who met whom"
  }

  static let remarks: [Remark<AccountFacts, String>] = [
    Remark("silence", 100) { facts in
      facts.touches.tried == 0 ? "No touch \(facts.inWindow)" : nil
    },
    Remark("unanswered", 95) { facts in
      let tried = facts.touches.tried
      guard tried > 0, facts.touches.answered == 0 else { return nil }
      return tried == 1
        ? "The one touch \(facts.inWindow) was not answered"
        : "\(Wording.capital(Wording.none(of: tried))) touches \(facts.inWindow) was answered"
    },
    Remark("carrier", 90, carrier),
    Remark("all on one of ours", 85) { facts in
      let all = facts.touches.answered
      guard all > 1, let top = most(facts), top.answered == all, let id = top.id else {
        return nil
      }
      let count = Wording.capital(Wording.all(all))
      return "\(count) answered touches are \(facts.model.program.name(of: id))’s"
    },
    Remark("all on one of theirs", 84) { facts in
      let heard = facts.present.filter { facts.touches[$0.contact].answered > 0 }
      guard facts.touches.answered > 1, facts.present.count > 1, heard.count == 1 else {
        return nil
      }
      return "Nobody but \(heard[0].contact.name.value) answers us"
    },
    Remark("unreached", 80, unreached),
    Remark("most on one of ours", 60) { facts in
      let all = facts.touches.answered
      guard all >= 4, let top = most(facts), top.answered * 2 > all, top.answered < all,
        let id = top.id
      else { return nil }
      return "\(facts.model.program.name(of: id)) carries \(Wording.spelled(top.answered)) of "
        + "\(Wording.spelled(all)) answered touches"
    },
    Remark("all reached", 50) { facts in
      let deciders = facts.present.filter(\.contact.decides)
      guard !deciders.isEmpty, deciders.allSatisfy(\.measure.isEngaged) else { return nil }
      return deciders.count == 1
        ? "The \(AccountFacts.deciding(deciders[0].contact)) answers us"
        : "Everybody who decides answers us"
    },
    Remark("counts", 10) { facts in
      let ours = facts.bridge.ours.count { $0.id != nil && $0.answered > 0 }
      let theirs = Set(facts.bridge.pairs.filter { $0.answered > 0 }.map(\.contact)).count
      guard ours > 0 else { return nil }
      return "\(Wording.capital(Wording.spelled(ours))) of ours reached "
        + "\(Wording.spelled(theirs)) of theirs \(facts.inWindow)"
    },
  ]

  /// Who of ours got most answers; the first of equals.
  private static func most(_ facts: AccountFacts) -> Bridge.Person? {
    let most = facts.bridge.ours.map(\.answered).max() ?? 0
    return most == 0 ? nil : facts.bridge.ours.first { $0.answered == most }
  }

  /// One of ours alone holds the line to somebody who decides, and tries another who does not answer.
  @Sendable private static func carrier(_ facts: AccountFacts) -> String? {
    let contacts = facts.plan.contacts
    for pair in facts.bridge.pairs
    where pair.answered > 0 && contacts[pair.contact].decides
      && facts.bridge.answered(by: pair.contact) == [pair.person]
    {
      guard let id = facts.bridge.ours[pair.person].id else { continue }
      let quiet = facts.bridge.pairs.first { other in
        other.person == pair.person && contacts[other.contact].decides
          && !facts.measures.contacts[other.contact].isEngaged
      }
      guard let quiet else { continue }
      return
        "\(facts.model.program.name(of: id)) carries \(facts.calledWithin(contacts[pair.contact])) "
        + "alone, and gets no answer from \(facts.calledWithin(contacts[quiet.contact]))"
    }
    return nil
  }

  @Sendable private static func unreached(_ facts: AccountFacts) -> String? {
    let deciders = facts.present.filter(\.contact.decides)
    let quiet = deciders.filter { !$0.measure.isEngaged }
    guard let first = quiet.first, facts.isLogWhole else { return nil }
    let who =
      quiet.count == 1
      ? facts.calledWithin(first.contact)
      : quiet.count == deciders.count
        ? "any of the \(Wording.spelled(deciders.count)) who decide"
        : "\(Wording.spelled(quiet.count)) of the \(Wording.spelled(deciders.count)) who decide"
    return "Nobody of ours has reached \(who) \(facts.inWindow)"
  }
}
