import PlanLint
import PlanSource

/// Tells what a change brought in from what was there before.
struct ChangeChoice {
  /// What was found before.
  let old: Compiler.Result
  /// The files that say something else than before.
  let changed: Set<String>
  /// Whether everything is asked for that stands in them.
  let showsChanged: Bool
  /// Whether the rules that look back could be asked of the other side.
  let knowsHistory: Bool
  let compiler: Compiler

  /// The findings that are asked for.
  func filter(_ result: Compiler.Result) -> Compiler.Result {
    var kept = result
    kept.changed = changed
    let known = known(result)
    let found = result.findings.indices.filter { index in
      let finding = result.findings[index]
      if showsChanged, changed.contains(finding.path) { return true }
      // What cannot be asked of the other side is not new.
      if !knowsHistory, Catalogue.rule(named: finding.rule)?.history == .needed { return false }
      return known[index].map { $0 < finding.level } ?? true
    }.map { result.findings[$0] }
    kept.findings = Linter.arrange(found + compiler.checkChange(result, since: old.roster))
    return kept
  }

  /// The level that each finding had before; nil for one that was not there. Of several alike, those are the same whose
  /// lines read the same; else they are taken in their order. A plan whose file has another name is the same plan.
  private func known(_ result: Compiler.Result) -> [Level?] {
    let findings = result.findings
    let ids = result.roster.earlierIDs(old.roster)
    let before = Dictionary(grouping: old.findings) { Likeness($0) }
    var known = [Level?](repeating: nil, count: findings.count)
    var lines = (old: Lines(old.sources), new: Lines(result.sources))
    let groups = Dictionary(grouping: findings.indices) { Likeness(findings[$0], before: ids) }
    for (likeness, group) in groups {
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

  /// - Parameter ids: Earlier ids of accounts by those of today.
  init(_ finding: Finding, before ids: [String: String] = [:]) {
    let account = finding.account.map { ids[$0] ?? $0 }
    (rule, place, key) = (finding.rule, account ?? finding.path, finding.key)
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
