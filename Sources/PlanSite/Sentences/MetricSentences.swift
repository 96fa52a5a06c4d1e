import PlanMetrics
import PlanModel

/// What the page of metrics says.
enum MetricSentences {
  /// What the lead may say, as clauses.
  static let clauses: [Remark<(Metrics, Figures), HTML>] = [
    Remark("penetration", 5) { metrics, _ in
      let share = metrics.penetration
      guard share.whole > 0 else { return nil }
      if share.whole == 1 {
        return share.part == 1
          ? "the one account has an open deal" : "the one account has no open deal"
      }
      if share.part == 0 {
        return "none of \(Wording.grouped(share.whole)) accounts has an open deal"
      }
      return """
        <a href="#pipeline">\(share.text) accounts</a> \(Wording.verb(share.part, "has", "have")) an open deal
        """
    },
    Remark("reach", 4) { metrics, _ in
      let share = metrics.reach
      guard share.whole > 1 else { return nil }
      if share.part == share.whole {
        return "somebody is engaged in <a href=\"#compared\">each</a>"
      }
      if share.part == 0 { return "nobody is engaged in any" }
      return "somebody is engaged in <a href=\"#compared\">\(Wording.grouped(share.part))</a>"
    },
    Remark("rate", 3) { metrics, _ in
      let rate = metrics.deals.winRate
      guard rate.whole > 0 else { return nil }
      if rate.whole == 1 {
        return "the one deal that ended in four quarters was \(rate.part == 1 ? "won" : "lost")"
      }
      return """
        <a href="#revenue">\(rate.text) deals</a> that ended in four quarters \
        \(Wording.verb(rate.part, "was", "were")) won
        """
    },
    Remark("slipped", 2) { metrics, figures in
      let slipped = metrics.deals.slipped
      guard slipped.deals > 0 else { return nil }
      let money = slipped.money > .zero ? ", \(figures.money(slipped.money))," : ""
      return """
        <a href="#pipeline">\(Wording.count(slipped.deals, "deal"))</a>\(money) \
        \(Wording.verb(slipped.deals, "has", "have")) slipped
        """
    },
  ]

  /// `9 of 22 accounts have an open deal; somebody is engaged in 21; 2 of 4 deals that ended in four quarters were won.`
  static func lead(_ metrics: Metrics, all: [Account], _ figures: Figures) -> HTML {
    guard metrics.summary.accounts > 0 else { return NoAccount.sentence(all) }
    return clauses.said(of: (metrics, figures), limit: 3).joined(by: "; ").capital + "."
  }

  /// `The tiers differ most in meeting rate: 7 of 7, 8 of 9 and 1 of 6`.
  static func compared(_ tiers: [Metrics]) -> String {
    let spreads = ShareMetric.compared.compactMap {
      metric -> (metric: ShareMetric, spread: Double)? in
      let shares = tiers.compactMap { metric.share(of: $0).ratio }
      guard shares.count > 1, let least = shares.min(), let most = shares.max() else { return nil }
      return (metric, most - least)
    }
    guard let widest = spreads.max(by: { $0.spread < $1.spread }) else {
      return "Only one tier holds accounts"
    }
    guard widest.spread >= 0.1 else { return "The tiers do as well as each other" }
    let shares = tiers.map { widest.metric.share(of: $0) }.filter { $0.whole > 0 }.map(\.text)
    return "The tiers differ most in \(widest.metric.title.lowercased()): \(Wording.list(shares))"
  }

  /// `€1.20M of the €3.60M is committed`.
  static func pipeline(_ deals: DealMetrics, _ figures: Figures) -> String {
    let total = deals.pipeline.money
    guard deals.pipeline.deals > 0 else {
      return deals.slipped.deals > 0 ? "No deal is open that has not slipped" : "No deal is open"
    }
    guard total > .zero else { return "No open deal says its amount" }
    let committed = deals.forecast[.commit]?.money ?? .zero
    let unsaid = deals.forecast[nil]?.money ?? .zero
    if unsaid == total { return "No open deal says how sure its owner is" }
    if committed == .zero { return "None of the \(figures.money(total)) is committed" }
    if committed == total { return "All \(figures.money(total)) is committed" }
    return "\(figures.money(committed)) of the \(figures.money(total)) is committed"
  }

  /// `Sales brought in €2.40M of the €3.60M`.
  static func source(_ deals: DealMetrics, _ figures: Figures) -> String {
    let total = deals.pipeline.money
    let said = deals.source.filter { $0.key != nil && $0.value.money > .zero }
    guard total > .zero else { return "No pipeline to ascribe" }
    let most = said.values.map(\.money).max() ?? .zero
    let first = said.filter { $0.value.money == most }
    guard first.count == 1, let top = first.first?.key ?? nil else {
      return said.isEmpty
        ? "No open deal says who brought it in" : "Several brought in as much as each other"
    }
    let name = Wording.capital(top.spoken)
    return most == total
      ? "\(name) brought in all \(figures.money(total))"
      : "\(name) brought in \(figures.money(most)) of the \(figures.money(total))"
  }

  /// `Two of four deals were won in the last four quarters`.
  static func revenue(_ deals: DealMetrics) -> String {
    let rate = deals.winRate
    guard rate.whole > 0 else {
      return deals.earlier > 0
        ? "No deal that began on the list ended in the last four quarters"
        : "No deal ended in the last four quarters"
    }
    if rate.whole == 1 {
      return
        "The one deal that ended in the last four quarters was \(rate.part == 1 ? "won" : "lost")"
    }
    if rate.part == rate.whole {
      let all = Wording.capital(Wording.all(rate.whole))
      return "\(all) deals that ended in the last four quarters were won"
    }
    let won = rate.part == 0 ? "None" : Wording.capital(Wording.spelled(rate.part))
    return
      "\(won) of \(Wording.spelled(rate.whole)) deals that ended in the last four quarters "
      + "\(Wording.verb(rate.part, "was", "were")) won"
  }

  /// `Somebody engaged holds the purse in 9 of 22 accounts`.
  static func roles(_ metrics: Metrics) -> String {
    let share = metrics.coverage(of: .economicBuyer)
    guard share.whole > 0 else { return "No account is active" }
    if share.part == share.whole {
      return share.whole == 1
        ? "An economic buyer is engaged in the one account"
        : "An economic buyer is engaged in \(Wording.all(share.whole)) accounts"
    }
    return share.part == 0
      ? "No economic buyer is engaged"
      : "An economic buyer is engaged in \(share.text) accounts"
  }
}
