import PlanLint
import PlanModel
import PlanReport
import PlanSource

/// What a run did not look for: of that, nobody knows whether it is gone.
struct Unasked {
  private let program: Program
  /// Whether git could not be asked.
  private let isWithoutPast: Bool
  /// Whether a segment could not be read, which keeps findings of other files back.
  private let lacksSegment: Bool
  /// Plans by the name that a fingerprint has for them, where some of their findings are kept back.
  private let unclear: Set<String>
  private let paths: [String: String]

  init(_ result: Compiler.Result) {
    program = result.roster.program
    isWithoutPast = result.roster.history == nil
    lacksSegment = !program.segments.isWhole
    let roster = result.roster
    let leftOut = roster.duplicates.map(\.plan).filter { roster.leftOut.contains($0.path) }
    let kept =
      leftOut + roster.plans.filter { !$0.doubts.isEmpty || $0.writtenStatus == .paused }
    unclear = Set(
      (kept.map(\.id) + result.unread.flatMap { [$0, SourceFile(path: $0, bytes: []).stem] })
        .map(TerminalText.escape))
    paths = Dictionary(
      result.roster.plans.map { (TerminalText.escape($0.id), $0.path) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a finding was not looked for.
  ///
  /// - Parameter line: Its fingerprint: the rule, the account or the path, and what else tells it from others.
  func holds(_ line: String) -> Bool {
    let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let rule = Catalogue.rule(named: String(words[0])) else { return false }
    let rest = words[1]
    if lacksSegment || (isWithoutPast && rule.history != .none) { return true }
    // A path may hold spaces.
    if unclear.contains(where: { rest == $0 || rest.hasPrefix($0 + " ") }) { return true }
    let account = String(rest.prefix { $0 != " " })
    let path = paths[account] ?? account
    return program.level(of: rule.name, standard: rule.level, in: path) == .off
  }
}
