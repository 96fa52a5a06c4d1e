import PlanSource

/// What tells a finding from others in its file, whatever stands above it.
struct Mark: Hashable {
  let rule: String
  let key: String

  init(_ finding: Finding) { (rule, key) = (finding.rule, finding.key) }

  /// How often each is there.
  static func count(_ findings: [Finding]) -> [Mark: Int] {
    findings.reduce(into: [:]) { $0[Mark($1), default: 0] += 1 }
  }
}

/// A fix that was not put in, for it would have brought out what nobody had found before.
struct Refusal {
  let finding: Finding
  /// The rules that would have found something.
  let rules: Set<String>
}

/// Mends one plan until nothing is left to mend. Pure: it is told how a text is checked.
struct PlanMender {
  /// What came of it.
  struct Outcome {
    var source: SourceFile
    /// Findings that were mended.
    var count = 0
    var refusals: [Refusal] = []
  }

  /// Whether a finding may be mended.
  let isWanted: (Finding) -> Bool
  /// All findings of a text of this plan.
  let check: (SourceFile) -> [Finding]
  /// No plan is looked at more often.
  private static let maximumRounds = 200

  init(isWanted: @escaping (Finding) -> Bool, check: @escaping (SourceFile) -> [Finding]) {
    self.isWanted = isWanted
    self.check = check
  }

  /// - Parameter findings: Those in the source as it is.
  func mend(_ source: SourceFile, _ findings: [Finding]) -> Outcome {
    var outcome = Outcome(source: source)
    var skipped: Set<Mark> = []
    var left = findings.filter(isWanted)
    var known = Mark.count(check(source))
    var size = Int.max
    for _ in 0..<Self.maximumRounds where !left.isEmpty {
      let part = Array(left.prefix(size))
      let (bytes, applied) = FixApplier.apply(part.compactMap(\.fix), to: outcome.source.bytes)
      let next = SourceFile(path: source.path, bytes: bytes)
      let after = check(next)
      let counts = Mark.count(after)
      let fresh = counts.filter { $0.value > known[$0.key, default: 0] }
      // What is not found in this plan alone, a waiver of a rule over all, is judged later.
      let isLess = applied.allSatisfy { known[Mark(part[$0])] == nil } || counts.total < known.total
      if fresh.isEmpty, isLess, bytes != outcome.source.bytes {
        outcome.source = next
        outcome.count += applied.count
        known = counts
        left = after.filter { isWanted($0) && !skipped.contains(Mark($0)) }
        size = size > Int.max / 2 ? size : size * 2
      } else if part.count > 1 {
        size = part.count / 2
      } else {
        let finding = part[0]
        skipped.insert(Mark(finding))
        left.removeAll { skipped.contains(Mark($0)) }
        if !fresh.isEmpty {
          outcome.refusals.append(Refusal(finding: finding, rules: Set(fresh.keys.map(\.rule))))
        }
      }
    }
    return outcome
  }
}

extension [Mark: Int] {
  fileprivate var total: Int { values.reduce(0, +) }
}
