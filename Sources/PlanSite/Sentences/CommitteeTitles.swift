import PlanMetrics
import PlanModel

/// What the committee map shows: who is missing, and how those who are there stand to us.
enum CommitteeTitles {
  static func title(_ facts: AccountFacts) -> String {
    remarks.said(of: facts, limit: 1).first ?? "The buying committee"
  }

  static let remarks: [Remark<AccountFacts, String>] = [
    Remark("nobody", 100) { facts in
      guard facts.present.isEmpty else { return nil }
      return facts.plan.contacts.isEmpty ? "Nobody is known yet" : "Everybody we knew has left"
    },
    Remark("missing role", 90) { facts in
      guard let role = facts.missing.first else { return nil }
      let count = facts.missing.count
      return count == 1
        ? "Nobody on the map is \(Wording.part(role))"
        : "\(Wording.capital(Wording.spelled(count))) roles that the tier asks for are not on the map"
    },
    Remark("authority against us", 80) { facts in
      let high = facts.present.map(\.contact).filter { $0.authority?.value == .high }
      let against = high.filter(\.isAgainst)
      let with = facts.present.count { isWith($0.contact) }
      guard !against.isEmpty, with > 0, high.count(where: isWith) < against.count else {
        return nil
      }
      let start =
        "\(Wording.capital(Wording.spelled(with))) \(Wording.verb(with, "is", "are")) with us"
      let opposed = against.count { $0.stance?.value == .opponent }
      let how =
        opposed == against.count ? "against us" : opposed == 0 ? "sceptical" : "not with us"
      if high.count == 1 { return "\(start), but the one with high authority is \(how)" }
      let who =
        against.count < high.count
        ? "\(Wording.spelled(against.count)) of \(Wording.spelled(high.count))"
        : Wording.all(against.count)
      return "\(start), but \(who) with high authority "
        + "\(Wording.verb(against.count, "is", "are")) \(how)"
    },
    Remark("decider unread", 70) { facts in
      let unread = facts.present.filter { pair in
        pair.contact.decides && (pair.contact.stance.map { $0.value == .unknown } ?? true)
      }
      guard let first = unread.first?.contact else { return nil }
      return unread.count == 1
        ? "We do not know how \(facts.calledWithin(first)) stands to us"
        : "We do not know how \(Wording.spelled(unread.count)) of those who decide stand to us"
    },
    Remark("deciders not with us", 65) { facts in
      let deciders = facts.present.filter(\.contact.decides)
      let with = facts.present.filter { isWith($0.contact) }
      guard !deciders.isEmpty, !with.isEmpty, !with.contains(where: \.contact.decides) else {
        return nil
      }
      let friends = Wording.capital(Wording.spelled(with.count))
      return "\(friends) \(Wording.verb(with.count, "is", "are")) with us, and none of them decides"
    },
    Remark("with and against", 60) { facts in
      let against = facts.present.filter(\.contact.isAgainst)
      let with = facts.present.count { isWith($0.contact) }
      guard !against.isEmpty else { return nil }
      let friends =
        with == 0
        ? "Nobody is"
        : "\(Wording.capital(Wording.spelled(with))) \(Wording.verb(with, "is", "are"))"
      let opposed = against.count { $0.contact.stance?.value == .opponent }
      let parts = [
        (opposed, "against"), (against.count - opposed, "sceptical"),
      ].filter { $0.0 > 0 }.map { count, word in
        "\(Wording.spelled(count)) \(Wording.verb(count, "is", "are")) \(word)"
      }
      return "\(friends) with us, \(parts.joined(separator: " and "))"
    },
    Remark("all with us", 50) { facts in
      let read = facts.present.filter { pair in
        pair.contact.stance.map { $0.value != .unknown } ?? false
      }
      guard read.count > 1, read.allSatisfy({ isWith($0.contact) }) else { return nil }
      return read.count == facts.present.count
        ? "Everybody on the map is with us" : "Everybody whose stance we know is with us"
    },
    Remark("counts", 10) { facts in
      guard !facts.present.isEmpty else { return nil }
      let people = Wording.spelled(facts.present.count, "person", "people")
      let functions = Set(
        facts.present.compactMap { $0.contact.function.map { ContactName.key($0.value) } })
      return "\(Wording.capital(people)) "
        + (functions.isEmpty
          ? "on the map, no function written"
          : "in \(Wording.spelled(functions.count, "function"))")
    },
  ]

  private static func isWith(_ contact: Contact) -> Bool {
    contact.stance?.value == .advocate || contact.stance?.value == .supporter
  }
}

extension Contact {
  /// A sceptic or an opponent.
  var isAgainst: Bool { stance?.value == .sceptic || stance?.value == .opponent }
}
