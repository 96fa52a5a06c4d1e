import PlanLint
import PlanModel
import PlanParser
import PlanSource

/// What git knows of a program's plans.
struct Past: Sendable {
  let reader: GitHistory
  let program: ProgramHistory

  /// What it knows of a plan. What differs from the last commit was edited today.
  func history(of source: SourceFile, on today: Day) -> PlanHistory? {
    guard let history = program.plan(at: source.path) else { return nil }
    // Before its first commit nothing is known of a plan, edited or not.
    guard history.first <= today else { return history }
    guard Fingerprint(of: source.bytes).value != history.head.raw else { return history }
    var reader = PrintReader()
    return history.including(reader.read(source.bytes), on: today)
  }

  /// The same up to another commit.
  func then(_ commit: String) async -> Past? {
    do throws(GitHistory.Absence) {
      return Past(reader: reader, program: try await reader.then(commit))
    } catch {
      return nil
    }
  }
}

extension Session {
  /// What git knows, if a rule asks; a notice where rules are left out for want of it.
  func past(_ selection: Selection, _ cache: CacheFolder?) async -> Past? {
    let rules = Rules.readingHistory(selection, in: program)
    guard !rules.isEmpty else { return nil }
    let options = options
    do throws(GitHistory.Absence) {
      // Nobody is asked what a look at the folders tells.
      guard workspace.isInRepository else { throw .outside }
      let reader = try await GitHistory(
        of: workspace, cache: cache,
        parallel: Parallel(jobs: options.threads, quiet: options.quiet)
      ) { options.note($0) }
      return Past(reader: reader, program: try await reader.now())
    } catch {
      let names = rules.filter { $0.history == .needed }.map(\.name).sorted()
      if !names.isEmpty {
        options.note(
          "notice: rules that need git are left out (\(names.joined(separator: ", "))): \(error.why)"
        )
      }
      return nil
    }
  }
}
