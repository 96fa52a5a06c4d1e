import PlanModel
import PlanSource

/// What one plan was before, for the rules that look back.
public struct PlanPast: Sendable {
  /// What git knows of it, with what is not committed yet; nil where it knows nothing, or nobody asked.
  public var history: PlanHistory?
  /// The plan as it stood when a score must have been past its line already.
  public var earlier: Plan?

  public init(history: PlanHistory? = nil, earlier: Plan? = nil) {
    self.history = history
    self.earlier = earlier
  }
}

extension Rules {
  /// The rules that read history, and are wanted and not off.
  public static func readingHistory(_ selection: Selection, in program: Program) -> [RuleInfo] {
    all.filter { rule in
      guard rule.history != .none, selection.includes(rule.name) else { return false }
      let levels =
        [program.levels[rule.name] ?? rule.level]
        + program.overrides.compactMap { $0.levels[rule.name] }
      return levels.contains { $0 != .off }
    }
  }
}

extension Linter {
  /// For how long a score must have been past a cut line.
  public static var daysBeyondCutLine: Int { CutLine.days }
}
