import PlanMetrics
import PlanModel

/// The sentence that the home page begins with; its numbers lead to their sections.
enum HomeLead {
  /// - Parameter all: All accounts, active or not.
  static func sentence(
    _ summary: Summary, _ byTier: [Tier: Summary], _ pace: GoalPace, all: [Account],
    _ figures: Figures
  ) -> HTML {
    guard summary.accounts > 0 else { return NoAccount.sentence(all) }
    let goal = PaceSentences.lead(pace, figures)
    let late = lateText(summary)
    let parts = [money(summary, byTier, figures), people(summary, all), late].filter { !$0.isEmpty }
    let rest = parts.joined(by: "; ")
    return (goal.isEmpty ? goal : goal + ". ") + rest.capital + "."
  }

  private static func money(
    _ summary: Summary, _ byTier: [Tier: Summary], _ figures: Figures
  ) -> HTML {
    let total = summary.pipeline
    guard total > .zero else {
      let deals = summary.penetrated
      guard deals == 0 else {
        return
          "the open deals of \(Wording.count(deals, "account")) have no amount, or their day is past"
      }
      return "no deal is open in \(Wording.count(summary.accounts, "account"))"
    }
    let top = Tier.allCases.max { left, right in
      (byTier[left]?.pipeline ?? .zero) < (byTier[right]?.pipeline ?? .zero)
    }
    let part = top.flatMap { byTier[$0]?.pipeline } ?? .zero
    guard let top else { return "" }
    if part == total {
      return """
        All of the <a href="#money">\(figures.money(total))</a> pipeline is in tier \(top.rawValue)
        """
    }
    return """
      Tier \(top.rawValue) carries <a href="#money">\(figures.money(part)) of the \
      \(figures.money(total))</a> pipeline
      """
  }

  private static func people(_ summary: Summary, _ all: [Account]) -> HTML {
    let whom = HomeSentences.whom(all.filter { $0.isActive && $0.isSingleThreaded })
    let (single, deals) = (summary.singleThreadedDeals, summary.penetrated)
    guard deals > 0 else { return "" }
    let count = Wording.grouped(deals)
    if single == 0 {
      return deals == 1
        ? "the one account with an open deal does <a href=\"#depth\">not rest on one person</a>"
        : "<a href=\"#depth\">none of \(count) accounts</a> with an open deal rests on one person"
    }
    if deals == 1 {
      return "the one account with an open deal <a href=\"#depth\">rests on \(whom)</a>"
    }
    return """
      <a href="#depth">\(Wording.grouped(single)) of \(count) accounts</a> with an open deal \
      \(Wording.verb(single, "rests", "rest")) on \(whom)
      """
  }

  private static func lateText(_ summary: Summary) -> HTML {
    let reviewed = summary.accounts
    if summary.late == 0 {
      if summary.neverReviewed > 0 {
        if reviewed == 1 { return "the one <a href=\"#fresh\">plan</a> was never reviewed" }
        return """
          <a href="#fresh">\(Wording.grouped(summary.neverReviewed)) of \(Wording.grouped(reviewed)) \
          plans</a> \(Wording.verb(summary.neverReviewed, "was", "were")) never reviewed
          """
      }
      return "<a href=\"#fresh\">no review</a> is late"
    }
    if reviewed == 1 { return "the one <a href=\"#fresh\">review</a> is late" }
    return """
      <a href="#fresh">\(Wording.grouped(summary.late)) of \(Wording.grouped(reviewed)) reviews</a> \
      \(Wording.verb(summary.late, "is", "are")) late
      """
  }
}
