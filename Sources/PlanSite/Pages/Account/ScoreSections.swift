import PlanMetrics
import PlanModel

extension AccountSections {
  /// The account score; nil while the settings have no `icp`.
  var score: SectionBlock? {
    let program = facts.model.program
    guard let score = facts.score else { return nil }
    let state = ScoreState(total: score.total, tier: plan.tier.value, lines: program.score)
    let all = Wording.count(score.criteria, "criterion", "criteria")
    let known =
      score.known < score.criteria
      ? "Fit is known in \(score.known) of \(all)"
      : score.criteria == 1 ? "The one criterion of fit is known" : "All \(all) of fit are known"
    let half = Wording.count(Int(AccountScore.intentHalfLife), "day")
    return SectionBlock(
      id: "score", title: ScoreTitles.title(state),
      note: "\(known); intent fades by half in \(half)", style: "c6",
      body: ScoreParts(score, facts).picture(citations).html)
  }

  /// Rows of the table of signals.
  private static let signalLimit = 8

  /// What told of intent; nil while nothing did.
  var signals: SectionBlock? {
    let signals = plan.signals?.items ?? []
    guard !signals.isEmpty else { return nil }
    let newest = signals.enumerated().sorted { left, right in
      (right.element.date.value, left.offset) < (left.element.date.value, right.offset)
    }.map(\.element)
    var table = DataTable("Signals", [.text("Signal"), .text("Strength"), .text("Action")])
    table.data = DataLinks(.signals, root: "../")
    for signal in newest.prefix(Self.signalLimit) {
      let day = citations.cite("\(figures.day(signal.date.value))", signal.row)
      let kind = signal.kind.map { "\($0.value.rawValue), " } ?? ""
      table.rows.append([
        "\(signal.signal.value)<br><span class=\"muted small\">\(kind)\(day)</span>",
        "\(signal.strength?.value.rawValue ?? "–")",
        signal.action.map { "\($0.value)" } ?? "<span class=\"muted\">nothing written</span>",
      ])
    }
    var note = "Newest first"
    let older = signals.count - Self.signalLimit
    if older > 0 { note += "; \(Wording.count(older, "older one")) in the plan" }
    let idle = signals.count { $0.source == nil }
    if idle > 0 {
      note += "; \(idle) without a source \(Wording.verb(idle, "counts", "count")) for nothing"
    }
    return SectionBlock(
      id: "signals", title: ScoreTitles.title(signals), note: note, style: "c6",
      body: "<div class=\"fig\">" + table.html + "</div>")
  }
}
