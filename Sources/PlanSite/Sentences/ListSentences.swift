import PlanMetrics
import PlanModel

/// Whether the list is the right one, as the page of the list says it.
struct ListFacts: Sendable {
  /// Nil without an `icp` in the settings.
  let ranking: Ranking?
  let accounts: Int
  let capacities: [(tier: Tier, capacity: Capacity)]
  /// Active accounts that `exclude` names.
  let excluded: Int
}

enum ListSentences {
  static let clauses: [Remark<ListFacts, HTML>] = [
    Remark("moves", 5) { list in
      guard let ranking = list.ranking, !ranking.rows.isEmpty else { return nil }
      let moves = ranking.moves
      let (up, down) = (moves.count(where: \.isPromoted), moves.count(where: \.isDemoted))
      if moves.isEmpty { return "every account stands in the tier that its score gives" }
      let count: HTML = """
        <a href="#moves">\(Wording.grouped(moves.count)) of \
        \(Wording.count(ranking.rows.count, "account"))</a> \(Wording.verb(moves.count, "scores", "score"))
        """
      let their = moves.count == 1 ? "its" : "their"
      if down == 0 { return count + " above the cut line of \(their) tier" }
      if up == 0 { return count + " below the cut line of \(their) tier" }
      return count
        + " past a cut line, \(Wording.grouped(up)) above and \(Wording.grouped(down)) below their tier"
    },
    Remark("full", 4) { list in
      guard
        let over = list.capacities.first(where: { $0.capacity.room.map { $0 < 0 } ?? false }),
        let room = over.capacity.room
      else { return nil }
      return """
        <a href="#capacity">tier \(over.tier.rawValue)</a> holds \
        \(Wording.count(-room, "account")) too many
        """
    },
    Remark("excluded", 3) { list in
      guard list.excluded > 0 else { return nil }
      return """
        <a href="#excluded">\(Wording.count(list.excluded, "account"))</a> \
        \(Wording.verb(list.excluded, "is", "are")) not to be worked
        """
    },
    Remark("incomplete", 2) { list in
      guard let count = list.ranking?.incomplete.count, count > 0 else { return nil }
      return """
        <a href="#facts">\(Wording.count(count, "account"))</a> \(Wording.verb(count, "lacks", "lack")) a \
        fact of the profile
        """
    },
    Remark("room", 1) { list in
      let limited = list.capacities.filter { $0.capacity.room != nil }
      guard !limited.isEmpty, limited.allSatisfy({ $0.capacity.room ?? 0 >= 0 }) else { return nil }
      return "no tier holds more accounts than it may"
    },
  ]

  /// `5 of 22 accounts score past a cut line, 2 above and 3 below their tier; 4 accounts lack a fact of the profile.`
  static func lead(_ list: ListFacts, all: [Account]) -> HTML {
    guard list.accounts > 0 else { return NoAccount.sentence(all) }
    guard list.ranking != nil else {
      return """
        Nobody can say yet whether this is the right list: without <code>icp</code> in planc.yml no account has a \
        score.
        """
    }
    return clauses.said(of: list, limit: 3).joined(by: "; ").capital + "."
  }

  /// `Two accounts to promote, three to demote`.
  static func moves(_ moves: [Ranking.Row]) -> String {
    let (up, down) = (moves.count(where: \.isPromoted), moves.count(where: \.isDemoted))
    guard up + down > 0 else { return "No score is past a cut line" }
    if down == 0 { return "\(Wording.capital(Wording.spelled(up, "account"))) to promote" }
    if up == 0 { return "\(Wording.capital(Wording.spelled(down, "account"))) to demote" }
    return
      "\(Wording.capital(Wording.spelled(up, "account"))) to promote, \(Wording.spelled(down)) to demote"
  }

  /// The picture's title: which tier's accounts lie where the lines do not put them.
  static func plot(_ ranking: Ranking) -> String {
    let ones = ranking.rows.filter { $0.account.tier == .one }
    let above = ones.count { $0.scored == .one }
    guard !ones.isEmpty else {
      let worthy = ranking.rows.count { $0.scored == .one }
      return worthy == 0
        ? "No account scores for tier 1"
        : "\(Wording.capital(Wording.spelled(worthy, "account"))) \(Wording.verb(worthy, "scores", "score")) for tier 1, which is empty"
    }
    if above == ones.count {
      return ones.count == 1
        ? "The one tier-1 account scores for its tier"
        : "\(Wording.capital(Wording.all(above))) tier-1 accounts score for their tier"
    }
    if above == 0 {
      return ones.count == 1
        ? "The one tier-1 account scores below its line"
        : "\(Wording.capital(Wording.none(of: ones.count))) tier-1 accounts scores for its tier"
    }
    return
      "\(Wording.capital(Wording.spelled(above))) of \(Wording.spelled(ones.count)) tier-1 accounts "
      + "\(Wording.verb(above, "scores", "score")) for their tier"
  }

  /// `Four accounts lack a fact; employees is missing most often, three times`.
  static func facts(_ incomplete: [Ranking.Row]) -> String {
    guard !incomplete.isEmpty else { return "Every fact of the profile is known" }
    var counts: [String: Int] = [:]
    for row in incomplete { for fact in row.missing { counts[fact, default: 0] += 1 } }
    let base =
      "\(Wording.capital(Wording.spelled(incomplete.count, "account"))) "
      + "\(Wording.verb(incomplete.count, "lacks", "lack")) a fact of the profile"
    let most = counts.values.max() ?? 0
    let facts = counts.filter { $0.value == most }.keys.sorted()
    guard facts.count == 1, most > 1, let fact = facts.first else { return base }
    return base + "; \(fact) is missing most often"
  }

  /// `Tier 1 has room for one, tier 2 for 21, tier 3 for 394`.
  static func capacity(_ capacities: [(tier: Tier, capacity: Capacity)]) -> String {
    let limited = capacities.compactMap { tier, capacity in capacity.room.map { (tier, $0) } }
    guard !limited.isEmpty else { return "No tier has a limit" }
    let over = limited.filter { $0.1 < 0 }
    if let (tier, room) = over.first {
      let rest = over.count > 1 ? ", and \(over.count == 2 ? "another tier" : "others") too" : ""
      return "Tier \(tier.rawValue) holds \(Wording.spelled(-room, "account")) too many\(rest)"
    }
    let open = limited.filter { $0.1 > 0 }
    guard !open.isEmpty else { return "Every tier is full" }
    let parts = open.enumerated().map { index, part in
      "\(index == 0 ? "Tier" : "tier") \(part.0.rawValue) \(index == 0 ? "has room for" : "for") \(Wording.spelled(part.1))"
    }
    return parts.joined(separator: ", ")
  }
}
