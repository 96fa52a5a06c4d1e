import PlanMetrics
import PlanModel

/// An account's score beside the lines that its tier is cut by.
struct ScoreState: Sendable {
  let total: Double
  let tier: Tier
  let lines: ScoreSettings

  /// The line that the score is measured against: the highest that it reaches, else that of the account's tier, else
  /// tier 2's.
  var line: (tier: Tier, from: Double) {
    if total >= lines.first || tier == .one { return (.one, lines.first) }
    return (.two, lines.second)
  }

  /// Points above the line, as whole numbers show them.
  var over: Int { Int(total.rounded()) - Int(line.from.rounded()) }
}

/// What the score shows, and what the signals do.
enum ScoreTitles {
  static func title(_ score: ScoreState) -> String {
    remarks.said(of: score, limit: 1).first ?? "Score \(Int(score.total.rounded()))"
  }

  static let remarks: [Remark<ScoreState, String>] = [
    Remark("above its tier", 90) { score in
      guard score.line.tier < score.tier, score.total >= score.line.from else { return nil }
      return "\(measured(score)), and the account is in tier \(score.tier.rawValue)"
    },
    Remark("measured", 50) { score in measured(score) },
  ]

  private static func measured(_ score: ScoreState) -> String {
    let (tier, from) = score.line
    let head = "Score \(Int(score.total.rounded())): "
    let points = Wording.spelled(abs(score.over), "point")
    if score.total >= from {
      return head
        + (score.over == 0 ? "on" : "\(points) over") + " the cut line of tier \(tier.rawValue)"
    }
    return head + (score.over == 0 ? "just" : points) + " short of tier \(tier.rawValue)"
  }

  static func title(_ signals: [Signal]) -> String {
    signalRemarks.said(of: signals, limit: 1).first ?? "Signals"
  }

  static let signalRemarks: [Remark<[Signal], String>] = [
    Remark("none with an action", 90) { signals in
      guard !signals.isEmpty, signals.allSatisfy({ $0.action == nil }) else { return nil }
      return signals.count == 1
        ? "No action is written beside the one signal"
        : "No action is written beside any of \(Wording.spelled(signals.count)) signals"
    },
    Remark("some without an action", 80) { signals in
      let open = signals.count { $0.action == nil }
      guard open > 0, open < signals.count else { return nil }
      return
        "\(Wording.capital(Wording.spelled(open))) of \(Wording.spelled(signals.count)) signals "
        + "\(Wording.verb(open, "has", "have")) no action"
    },
    Remark("all with an action", 50) { signals in
      guard !signals.isEmpty, signals.allSatisfy({ $0.action != nil }) else { return nil }
      return signals.count == 1
        ? "The one signal has an action"
        : "\(Wording.capital(Wording.all(signals.count))) signals have an action"
    },
  ]
}
