import PlanLint
import PlanModel
import PlanSource

/// Mends plans by the fixes of their findings. A fix that would make a new finding anywhere is left out.
struct ProgramMender {
  let compiler: Compiler
  /// Whether what is only likely meant is written too.
  let allowsUnsafe: Bool

  /// What came of it; nothing is written yet.
  struct Outcome {
    /// The program as it would be.
    var result: Compiler.Result
    /// The plans that are another than before, by path.
    var mended: [String: SourceFile] = [:]
    var counts: [String: Int] = [:]
    /// What is to be said of fixes that were left out.
    var notices: [String] = []

    /// The paths of the plans that are another, in their order.
    var paths: [String] {
      mended.keys.sorted { $0.precedes($1) }
    }

    /// `7 faults in 3 files`.
    var summary: String {
      let faults = counts.values.reduce(0, +)
      return "\(faults) fault\(faults == 1 ? "" : "s") in \(mended.count) file"
        + (mended.count == 1 ? "" : "s")
    }
  }

  /// A finding of a file.
  private struct Spot: Hashable {
    let path: String
    let mark: Mark

    init(_ finding: Finding) { (path, mark) = (finding.path, Mark(finding)) }
  }

  /// A finding of a file, told from those with the same mark.
  private struct Instance: Hashable {
    let path: String
    let stay: Stay

    init(_ finding: Finding) { (path, stay) = (finding.path, Stay(finding)) }
  }

  /// - Parameters:
  ///   - result: The program as it is.
  ///   - reported: The findings that may be mended.
  ///   - compile: Compiles it with other texts of some plans.
  func mend(
    _ result: Compiler.Result, reported: [Finding],
    compile: ([String: SourceFile]) async -> Compiler.Result
  ) async -> Outcome {
    var outcome = Outcome(result: result)
    let asked = Set(reported.map(Instance.init))
    var wanted = Set(reported.filter(mayMend).map(Spot.init))
    var stays: [String: Set<Stay>] = [:]
    for finding in result.findings where mayMend(finding) && !asked.contains(Instance(finding)) {
      stays[finding.path, default: []].insert(Stay(finding))
    }
    // Each round leaves less; what one plan alone cannot show is seen in the next.
    while !wanted.isEmpty {
      let round = await mendPlans(outcome.result, wanted, stays)
      for plan in round {
        stays[plan.path] = plan.stays
        outcome.notices += Self.notices(plan)
      }
      var changed = round.filter { $0.source.bytes != outcome.result.sources[$0.path]?.bytes }
      guard !changed.isEmpty else { break }
      var next = await compile(outcome.texts(with: changed))
      while !changed.isEmpty, let fresh = Self.fresh(next, over: outcome.result) {
        var culprits = Set(changed.map(\.path)).intersection(fresh.map(\.path))
        if culprits.isEmpty { culprits = Set(changed.map(\.path)) }
        for path in culprits.sorted() {
          outcome.notices.append(
            "notice: \(path) is left as it is: mended, it would bring out "
              + Self.list(fresh.map { $0.mark.rule }))
        }
        wanted = wanted.filter { !culprits.contains($0.path) }
        changed.removeAll { culprits.contains($0.path) }
        next = await compile(outcome.texts(with: changed))
      }
      for plan in changed {
        outcome.mended[plan.path] = plan.source
        outcome.counts[plan.path, default: 0] += plan.count
      }
      outcome.result = next
    }
    outcome.notices.sort { $0.precedes($1) }
    return outcome
  }

  private func mayMend(_ finding: Finding) -> Bool {
    guard let fix = finding.fix, finding.path != Program.path else { return false }
    return fix.isSafe || allowsUnsafe
  }

  private func mendPlans(
    _ result: Compiler.Result, _ wanted: Set<Spot>, _ stays: [String: Set<Stay>]
  ) async -> [PlanMender.Outcome] {
    let found = result.findings.filter {
      mayMend($0) && wanted.contains(Spot($0))
        && stays[$0.path]?.contains(Stay($0)) != true
    }
    let byPath = Dictionary(grouping: found, by: \.path)
    let marks = Dictionary(grouping: wanted, by: \.path).mapValues { Set($0.map(\.mark)) }
    let paths = byPath.keys.sorted()
    var shared = compiler.shared()
    shared.linter.listsWithheld = true
    let all = shared
    return await compiler.parallel.map("Mending plans", paths.count) { index in
      let path = paths[index]
      guard let source = result.sources[path] else {
        return PlanMender.Outcome(source: SourceFile(path: path, bytes: []))
      }
      let mender = PlanMender(
        mayMend: mayMend, wanted: marks[path] ?? [], stays: stays[path] ?? [],
        check: { compiler.findings(of: $0, all) })
      return mender.mend(source, byPath[path] ?? [])
    }
  }

  /// The findings that were not there; nil when there are none.
  private static func fresh(_ new: Compiler.Result, over old: Compiler.Result) -> [Spot]? {
    var left = old.findings.reduce(into: [:]) { $0[Spot($1), default: 0] += 1 }
    let fresh = new.findings.map(Spot.init).filter { spot in
      left[spot, default: 0] -= 1
      return left[spot, default: 0] < 0
    }
    return fresh.isEmpty ? nil : fresh
  }

  /// What is to be said of the fixes that a plan was left without: a line for those that would bring out the same.
  private static func notices(_ plan: PlanMender.Outcome) -> [String] {
    let index = LineIndex(plan.source.bytes)
    return Dictionary(grouping: plan.refusals, by: \.rules).map { rules, refusals in
      let lines = Set(refusals.map { index.line(at: $0.stay.offset) }).sorted()
      let places =
        lines.prefix(3).map(String.init).joined(separator: ", ")
        + (lines.count > 3
          ? " and \(lines.count - 3) more line\(lines.count == 4 ? "" : "s")" : "")
      let titles = Set(refusals.map(\.title))
      let isOne = lines.count == 1
      let action = titles.count == 1 ? titles.first ?? "" : isOne ? "mend it" : "mend them"
      let effect =
        rules.isEmpty ? "would leave the finding there" : "would bring out " + list(Array(rules))
      return "notice: \(plan.path):\(places) "
        + (isOne ? "is left as it is" : "are left as they are") + ": to \(action) \(effect)"
    }
  }

  private static func list(_ rules: [String]) -> String {
    Set(rules).sorted().joined(separator: ", ")
  }
}

extension PlanMender.Outcome {
  fileprivate var path: String { source.path }
}

extension ProgramMender.Outcome {
  /// The texts of all plans that are another than on the disk.
  fileprivate func texts(with changed: [PlanMender.Outcome]) -> [String: SourceFile] {
    changed.reduce(into: mended) { $0[$1.source.path] = $1.source }
  }
}

/// A program with other texts of some plans.
struct MendedFiles: FileTree {
  let files: any FileTree
  let texts: [String: SourceFile]

  var settings: SourceFile? { files.settings }
  var segments: [PlanFile] {
    let known = files.segments
    let paths = Set(known.map(\.path))
    let new = texts.keys.filter { Segment.isOne($0) && !paths.contains($0) }
    return known + new.sorted().map { PlanFile(path: $0, fault: nil) }
  }

  func read(_ file: PlanFile) -> Result<SourceFile, Unreadable> {
    texts[file.path].map { .success($0) } ?? files.read(file)
  }

  func exists(_ path: String) -> Bool { files.exists(path) }
}
