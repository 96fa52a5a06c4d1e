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
      mended.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

  /// - Parameters:
  ///   - result: The program as it is.
  ///   - reported: The findings that may be mended.
  ///   - compile: Compiles it with other texts of some plans.
  func mend(
    _ result: Compiler.Result, reported: [Finding],
    compile: ([String: SourceFile]) async -> Compiler.Result
  ) async -> Outcome {
    var outcome = Outcome(result: result)
    var wanted = Set(reported.filter(mayMend).map(Spot.init))
    // Each round leaves less; what one plan alone cannot show is seen in the next.
    while !wanted.isEmpty {
      let round = await mendPlans(outcome.result, wanted)
      for refusal in round.flatMap(\.refusals) {
        wanted.remove(Spot(refusal.finding))
        outcome.notices.append(notice(refusal, in: outcome.result))
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
    outcome.notices.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return outcome
  }

  private func mayMend(_ finding: Finding) -> Bool {
    guard let fix = finding.fix, finding.path != Program.path else { return false }
    return fix.isSafe || allowsUnsafe
  }

  private func mendPlans(
    _ result: Compiler.Result, _ wanted: Set<Spot>
  ) async -> [PlanMender.Outcome] {
    let found = result.findings.filter { mayMend($0) && wanted.contains(Spot($0)) }
    let byPath = Dictionary(grouping: found, by: \.path)
    let paths = byPath.keys.sorted()
    return await compiler.parallel.map("Mending plans", paths.count) { index in
      let path = paths[index]
      guard let source = result.sources[path] else {
        return PlanMender.Outcome(source: SourceFile(path: path, bytes: []))
      }
      let mender = PlanMender(
        isWanted: { mayMend($0) && wanted.contains(Spot($0)) }, check: compiler.findings)
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

  private func notice(_ refusal: Refusal, in result: Compiler.Result) -> String {
    let finding = refusal.finding
    let index = LineIndex(result.sources[finding.path]?.bytes ?? [])
    let line = index.line(at: finding.span?.start ?? 0)
    return
      "notice: \(finding.path):\(line) is left as it is: to \(finding.fix?.title ?? "mend it") "
      + "would bring out " + Self.list(Array(refusal.rules))
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

  func read(_ file: PlanFile) -> Result<SourceFile, Unreadable> {
    texts[file.path].map { .success($0) } ?? files.read(file)
  }

  func exists(_ path: String) -> Bool { files.exists(path) }
}
