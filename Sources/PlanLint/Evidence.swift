import PlanModel
import PlanSource

/// What the plans were before, for the rules that look back.
public struct Evidence: Sendable {
  /// What git knows of the program; nil where it knows nothing, or nobody asked.
  public var program: ProgramHistory?
  /// What it knows of each plan, by path, with what is not committed yet.
  public var plans: [String: PlanHistory] = [:]
  /// Plans as they stood when a score must have been past its line already, by path.
  public var earlier: [String: Plan] = [:]
  /// The plans that a change is compared with.
  public var before: Portfolio?

  public init() {}
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
