import PlanMetrics
import PlanModel
import PlanSource

/// The active accounts by what they are worth working, beside the cut lines of the tiers.
struct Ranking: Sendable {
  struct Row: Sendable {
    let account: Account
    let score: AccountScore
    /// The tier that the score alone would give.
    let scored: Tier
    /// Points past the line that it would cross: 0 where it stands in its tier.
    let past: Double
    /// A year, at most.
    let ceiling: Money?
    /// Facts of `icp:` that the plan does not know.
    let missing: [String]
    /// Contacts whom somebody of ours knew before.
    let warm: Int

    var isPromoted: Bool { scored < account.tier }
    var isDemoted: Bool { scored > account.tier }
    var isMoved: Bool { scored != account.tier }
  }

  /// By score, then the larger ceiling, then the plan's id.
  let rows: [Row]

  /// Nil without an `icp` in the settings.
  init?(_ model: SiteModel) {
    let program = model.program
    guard program.icp != nil else { return nil }
    rows = model.active.compactMap { account -> (row: Row, id: String)? in
      let plan = model.plan(of: account)
      guard let score = account.score else { return nil }
      let scored = score.tier(in: program)
      let row = Row(
        account: account, score: score, scored: scored,
        past: Self.past(score.total, from: account.tier, to: scored, program.score),
        ceiling: plan.potential.ceiling?.value,
        missing: score.known < score.criteria
          ? AccountScore.missingFacts(of: plan, in: program) : [],
        warm: plan.contacts.count { !$0.hasLeft && !$0.knownBy.isEmpty })
      return (row, plan.id)
    }.sorted { left, right in
      if left.row.score.total != right.row.score.total {
        return left.row.score.total > right.row.score.total
      }
      let (first, second) = (left.row.ceiling ?? .zero, right.row.ceiling ?? .zero)
      return first != second ? first > second : left.id.precedes(right.id)
    }.map(\.row)
  }

  /// The points beyond the line next to the tier in which the account stands.
  private static func past(
    _ score: Double, from tier: Tier, to scored: Tier, _ lines: ScoreSettings
  ) -> Double {
    guard scored != tier else { return 0 }
    if scored < tier { return score - (tier == .three ? lines.second : lines.first) }
    return (tier == .one ? lines.first : lines.second) - score
  }

  /// Promotions, then demotions; each by how far they are past the line.
  var moves: [Row] {
    rows.filter(\.isMoved).stably { left, right in
      left.isPromoted != right.isPromoted ? left.isPromoted : left.past > right.past
    }
  }

  /// Those of which a fact is missing; the most missing first.
  var incomplete: [Row] {
    rows.filter { !$0.missing.isEmpty }.stably { $0.missing.count > $1.missing.count }
  }
}

extension Double {
  /// Rounded half up to a whole number, as scores are shown.
  var points: Int { Int((self + 0.5).rounded(.down)) }
}
