import PlanMetrics
import PlanModel

/// A segment or a tier, beside the whole program.
struct GroupFacts: Sendable {
  /// In the middle of a sentence: `tier 1`, `Regulated goods`.
  let name: String
  let metrics: Metrics
  let total: Metrics
  let figures: Figures
  /// Whether somebody of ours answers for it; nil where nobody has to.
  var isOwned: Bool?
}

/// What the pages of segments and tiers say.
enum GroupSentences {
  /// What a segment's lead may say, as clauses.
  static let clauses: [Remark<GroupFacts, HTML>] = [
    Remark("deals", 5) { group in
      let summary = group.metrics.summary
      guard summary.accounts > 0 else { return nil }
      let money =
        summary.pipeline > .zero ? ", \(group.figures.money(summary.pipeline)) together" : ""
      let deals = summary.penetrated
      if summary.accounts == 1 {
        return deals == 1
          ? "the <a href=\"#accounts\">one account</a> has an open deal\(money)"
          : "the <a href=\"#accounts\">one account</a> has no open deal"
      }
      let all = "of \(Wording.grouped(summary.accounts)) accounts"
      if deals == 0 { return "<a href=\"#accounts\">none \(all)</a> has an open deal" }
      return """
        <a href="#accounts">\(Wording.grouped(deals)) \(all)</a> \(Wording.verb(deals, "has", "have")) an \
        open deal\(money)
        """
    },
    Remark("late", 4) { group in
      let late = group.metrics.summary.late
      guard late > 0 else { return nil }
      return "\(Wording.count(late, "review")) \(Wording.verb(late, "is", "are")) late"
    },
    Remark("owner", 3) { group in
      group.isOwned == false ? "nobody of ours answers for it" : nil
    },
    Remark("unreached", 2) { group in
      let summary = group.metrics.summary
      let silent = summary.accounts - summary.reached
      guard silent > 0, summary.accounts > 1 else { return nil }
      return "nobody is engaged in \(Wording.grouped(silent)) of them"
    },
    Remark("reached", 1) { group in
      let summary = group.metrics.summary
      guard summary.accounts > 1, summary.reached == summary.accounts else { return nil }
      return "somebody is engaged in each"
    },
  ]

  /// `3 of 7 accounts have an open deal, €843k together; 2 reviews are late; somebody is engaged in each.`
  static func lead(_ group: GroupFacts) -> HTML {
    guard group.metrics.summary.accounts > 0 else {
      return "No active account is in \(group.name) yet."
    }
    return clauses.said(of: group, limit: 3).joined(by: "; ").capital + "."
  }

  /// How far a share must be from the program's to be worth saying, in hundredths.
  private static let gap = 10

  /// `Tier 1 is ahead in reach, 7 of 7, and behind in freshness, 5 of 7`.
  static func compared(_ group: GroupFacts) -> String {
    let name = Wording.capital(group.name)
    let differences = ShareMetric.compared.compactMap {
      metric -> (metric: ShareMetric, points: Int)? in
      guard let own = metric.share(of: group.metrics).ratio,
        let all = metric.share(of: group.total).ratio
      else { return nil }
      return (metric, Int(((own - all) * 100).rounded()))
    }
    guard !differences.isEmpty else { return "There is nothing to compare yet" }
    func say(_ metric: ShareMetric) -> String {
      "in \(metric.title.lowercased()), \(metric.share(of: group.metrics).text)"
    }
    let best = differences.max { $0.points < $1.points }.flatMap { $0.points >= gap ? $0 : nil }
    let worst = differences.min { $0.points < $1.points }.flatMap { $0.points <= -gap ? $0 : nil }
    switch (best, worst) {
    case (let best?, let worst?):
      return "\(name) is ahead \(say(best.metric)), and behind \(say(worst.metric))"
    case (let best?, nil): return "\(name) is ahead \(say(best.metric)), and behind in nothing"
    case (nil, let worst?): return "\(name) is behind \(say(worst.metric)), and ahead in nothing"
    case (nil, nil): return "\(name) does as the program does"
    }
  }

  /// `Tier 1 has room for one more account`.
  static func capacity(_ tier: Tier, _ capacity: Capacity, over: Int) -> String {
    let name = "Tier \(tier.rawValue)"
    let owners =
      over == 0
      ? ""
      : "; \(Wording.spelled(over, "owner")) \(Wording.verb(over, "holds", "hold")) too many"
    guard let room = capacity.room else { return "\(name) has no limit\(owners)" }
    if room < 0 {
      return "\(name) holds \(Wording.spelled(-room, "account")) too many\(owners)"
    }
    if room == 0 { return "\(name) is full\(owners)" }
    return "\(name) has room for \(Wording.spelled(room)) more "
      + "\(room == 1 ? "account" : "accounts")\(owners)"
  }

  /// `The budget pays for eight of its seven accounts`.
  static func budget(_ capacity: Capacity, _ figures: Figures) -> String? {
    guard let budget = capacity.budget, let cost = capacity.cost, let funded = capacity.funded,
      capacity.accounts > 0
    else { return nil }
    let (money, each) = (figures.money(budget), figures.money(cost))
    let all = Wording.count(capacity.accounts, "account")
    if funded >= capacity.accounts {
      return capacity.accounts == 1
        ? "\(money) a year pays for the one account at \(each)"
        : "\(money) a year pays for all \(all) at \(each) each"
    }
    return "\(money) a year pays for \(Wording.grouped(funded)) of \(all) at \(each) each"
  }

  /// `Aubrac Santé has the most left to sell, €875k`.
  ///
  /// - Parameter accounts: Those with something left to sell, the most first.
  static func leftToSell(_ accounts: [Account], _ figures: Figures) -> String {
    guard let first = accounts.first else { return "No account has anything left to sell" }
    let money = figures.money(first.toSell)
    if accounts.count == 1 { return "\(first.name) has all of it, \(money)" }
    if accounts[1].toSell < first.toSell {
      return "\(first.name) has the most left to sell, \(money)"
    }
    let count = accounts.count { $0.toSell == first.toSell }
    return "\(Wording.capital(Wording.spelled(count))) accounts have \(money) each left to sell"
  }

  /// `Regulated goods holds €1.20M of the €3.60M pipeline`.
  static func segments(_ rows: [MoneyBars.Row], _ total: Money, _ figures: Figures) -> String {
    guard let top = rows.max(by: { $0.pipeline < $1.pipeline }), top.pipeline > .zero else {
      return "No segment has open pipeline"
    }
    if top.pipeline == total { return "\(top.name) holds all \(figures.money(total)) of pipeline" }
    return
      "\(top.name) holds \(figures.money(top.pipeline)) of the \(figures.money(total)) pipeline"
  }

  /// `8 of 22 accounts are in no segment; Regulated goods carries €1.20M of the €3.60M pipeline.`
  static func segmentsLead(
    segments: Int, unassigned: Int, accounts: Int, top: HTML?, _ pipeline: String, of total: String
  ) -> HTML {
    guard segments > 0 else {
      return
        "No active account is in a segment: <code>segment</code> in a plan’s front matter puts it in one."
    }
    var parts: [HTML] = []
    if let top { parts.append("\(top) carries \(pipeline) of the \(total) pipeline") }
    if unassigned > 0 {
      parts.append(
        "\(Wording.grouped(unassigned)) of \(Wording.count(accounts, "account")) \(Wording.verb(unassigned, "is", "are")) in no segment"
      )
    } else if accounts > 0 {
      parts.append(
        accounts == 1
          ? "the one account is in a segment"
          : "\(Wording.all(accounts)) accounts are in a segment")
    }
    guard !parts.isEmpty else {
      return "\(Wording.count(segments, "segment")), and no active account."
    }
    return parts.joined(by: "; ").capital + "."
  }
}
