import PlanSource

/// Mends one plan until nothing is left to mend. Pure: it is told how a text is checked.
struct PlanMender {
  /// A fix that was not put in.
  struct Refusal {
    /// Where its finding is now.
    var stay: Stay
    let title: String
    /// The rules that would have found something; none where the finding itself would have stayed.
    let rules: Set<String>
  }

  /// What came of it.
  struct Outcome {
    var source: SourceFile
    /// Findings that were mended.
    var count = 0
    var refusals: [Refusal] = []
    /// Where the findings are now that are left as they are.
    var stays: Set<Stay> = []
  }

  /// Whether a finding may be mended, wherever it is.
  let mayMend: (Finding) -> Bool
  /// The findings that are to be mended.
  let wanted: Set<Mark>
  /// Those among them that are left as they are.
  let stays: Set<Stay>
  /// All findings of a text of this plan, those too that are withheld.
  let check: (SourceFile) -> [Finding]
  /// So many texts are tried to tell the fixes that bring something out from the others; the rest is left as it is.
  private static let maximumTrials = 60

  /// - Parameter findings: Those in the source as it is.
  func mend(_ source: SourceFile, _ findings: [Finding]) -> Outcome {
    var outcome = Outcome(source: source, stays: stays)
    var known = Tally(check(source))
    var left = findings.filter { isWanted($0, outcome.stays) }
    var trials = Self.maximumTrials
    while !left.isEmpty {
      var choice = Choice(trials: trials) { trial($0, of: outcome.source, known) }
      choice.choose(among: left)
      trials = choice.trials
      for refused in choice.refused {
        let stay = Stay(refused.finding)
        outcome.stays.insert(stay)
        outcome.refusals.append(
          Refusal(
            stay: stay, title: refused.finding.fix?.title ?? "mend it", rules: refused.rules))
      }
      guard let best = choice.best else { break }
      outcome.source = best.source
      outcome.count += best.mended.count
      outcome.stays = Set(outcome.stays.map { best.moving($0) })
      for index in outcome.refusals.indices {
        outcome.refusals[index].stay = best.moving(outcome.refusals[index].stay)
      }
      known = Tally(best.found)
      left = best.found.filter { isWanted($0, outcome.stays) }
    }
    return outcome
  }

  private func isWanted(_ finding: Finding, _ stays: Set<Stay>) -> Bool {
    !finding.isWithheld && mayMend(finding) && wanted.contains(Mark(finding))
      && !stays.contains(Stay(finding))
  }

  /// Puts fixes in. What they bring out is mended with them where all of it can be.
  private func trial(_ findings: [Finding], of source: SourceFile, _ known: Tally) -> Trial {
    var trial = Trial(source: source)
    var next = findings
    repeat {
      trial.put(in: next, check)
      trial.fresh = known.fresh(trial.found)
      next = trial.fresh.allSatisfy(mayMend) ? trial.fresh : []
    } while !next.isEmpty && trial.steps.count < 4
    // What is not found in this plan alone, a waiver of a rule over all, is judged later.
    let isLess =
      trial.mended.allSatisfy { !known.isReported(Mark($0)) }
      || Tally(trial.found).total < known.total
    trial.isGood = trial.fresh.isEmpty && isLess && trial.source.bytes != source.bytes
    return trial
  }
}

/// Chooses the fixes that can be put in together, with as few trials as it can.
private struct Choice {
  /// How many more trials there are to tell fixes apart.
  var trials: Int
  let attempt: ([Finding]) -> Trial
  /// The best text so far.
  private(set) var best: Trial?
  private(set) var refused: [(finding: Finding, rules: Set<String>)] = []
  private var taken: [Finding] = []

  init(trials: Int, _ attempt: @escaping ([Finding]) -> Trial) {
    self.trials = trials
    self.attempt = attempt
  }

  /// Tries all at once. Where something new comes out, it mostly lies at the fix that brought it out; else the fixes are
  /// divided.
  mutating func choose(among findings: [Finding]) {
    var rest = findings
    while !rest.isEmpty {
      let trial = attempt(rest)
      guard !trial.isGood else {
        best = trial
        return
      }
      trials -= 1
      let blamed = trials > 0 ? trial.blamed(among: rest) : [:]
      guard !blamed.isEmpty else { return divide(rest, failed: trial) }
      refused += blamed.sorted { $0.key < $1.key }.map { (rest[$0.key], $0.value) }
      rest = rest.indices.filter { blamed[$0] == nil }.map { rest[$0] }
    }
  }

  /// - Parameter failed: What came of all of them.
  private mutating func divide(_ findings: [Finding], failed: Trial) {
    guard findings.count > 1, trials > 0 else {
      let rules = Set(failed.fresh.map(\.rule))
      refused += findings.map { ($0, rules) }
      return
    }
    for half in [findings.prefix(findings.count / 2), findings.dropFirst(findings.count / 2)] {
      trials -= 1
      let trial = attempt(taken + half)
      if trial.isGood {
        taken += half
        best = trial
      } else {
        divide(Array(half), failed: trial)
      }
    }
  }
}
