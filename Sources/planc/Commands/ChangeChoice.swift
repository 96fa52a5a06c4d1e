import PlanLint
import PlanSource

/// Tells what a change brought in from what was there before.
struct ChangeChoice {
  /// What was found before.
  let old: Compiler.Result
  /// The plans of which everything is asked for.
  let changed: Set<String>
  /// Whether the rules that look back could be asked of the other side.
  let knowsHistory: Bool
  let compiler: Compiler

  /// The findings that are asked for.
  func filter(_ result: Compiler.Result) -> Compiler.Result {
    var kept = result
    let known = known(result.findings, result.sources)
    let found = result.findings.indices.filter { index in
      let finding = result.findings[index]
      if changed.contains(finding.path) { return true }
      // What cannot be asked of the other side is not new.
      if !knowsHistory, Catalogue.rule(named: finding.rule)?.history == .needed { return false }
      return known[index].map { $0 < finding.level } ?? true
    }.map { result.findings[$0] }
    kept.findings = Linter.arrange(found + compiler.checkChange(result, since: old.roster))
    return kept
  }

  /// The level that each finding had before; nil for one that was not there. Of several alike, those are the same whose
  /// lines read the same; else they are taken in their order.
  private func known(
    _ findings: [Finding], _ sources: [String: SourceFile]
  ) -> [Level?] {
    let before = Dictionary(grouping: old.findings, by: Likeness.init)
    var known = [Level?](repeating: nil, count: findings.count)
    var lines = (old: Lines(old.sources), new: Lines(sources))
    for (likeness, group) in Dictionary(grouping: findings.indices, by: { Likeness(findings[$0]) })
    {
      var olds = before[likeness] ?? []
      var news = group
      if !olds.isEmpty, news.count > olds.count {
        let texts = olds.map { lines.old.text(of: $0) }
        var left = Dictionary(grouping: olds.indices, by: { texts[$0] })
        var paired: Set<Int> = []
        news.removeAll { index in
          guard let first = left[lines.new.text(of: findings[index])]?.popLast() else {
            return false
          }
          known[index] = olds[first].level
          paired.insert(first)
          return true
        }
        olds = olds.indices.filter { !paired.contains($0) }.map { olds[$0] }
      }
      for (index, old) in zip(news, olds) { known[index] = old.level }
    }
    return known
  }
}

/// What a fingerprint says without the number of findings that are alike.
private struct Likeness: Hashable {
  let rule: String
  let place: String
  let key: String

  init(_ finding: Finding) {
    (rule, place, key) = (finding.rule, finding.account ?? finding.path, finding.key)
  }
}

/// The lines of some files, each divided once.
private struct Lines {
  private let sources: [String: SourceFile]
  private var indexes: [String: LineIndex] = [:]

  init(_ sources: [String: SourceFile]) { self.sources = sources }

  /// The line that a finding begins in.
  mutating func text(of finding: Finding) -> [UInt8] {
    guard let source = sources[finding.path], let span = finding.span else { return [] }
    let index = indexes[finding.path] ?? LineIndex(source.bytes)
    indexes[finding.path] = index
    let line = index.span(ofLine: index.line(at: span.start))
    return Array(source.bytes[line.start..<line.end])
  }
}
