import ArgumentParser
import PlanLint
import PlanModel
import PlanParser
import PlanReport
import PlanSource

/// Which part of the findings a pull request is asked about.
struct ChangeOptions: ParsableArguments {
  /// What a missing REV stands for: the commit where the branch left the default branch.
  private static let standard = "merge-base"
  /// The options that may stand without a value.
  private static let names = ["--changed", "--new"]

  @Option(
    help: ArgumentHelp(
      "Report findings in plans that changed since a revision, and new ones elsewhere; without REV, "
        + "since the branch left the default branch.", valueName: "rev"))
  var changed: String?

  @Option(
    help: ArgumentHelp(
      "Report only findings that a revision did not have; without REV, the commit where the branch "
        + "left the default branch.", valueName: "rev"))
  var new: String?

  var isAsked: Bool { changed != nil || new != nil }

  func validate() throws {
    guard changed == nil || new == nil else {
      throw Fault(
        "--changed and --new each choose what is reported",
        help: "use --new for what the change brought in, --changed for all of the plans it touched")
    }
  }

  /// The command line with the revision that `--new` and `--changed` mean when none stands behind them.
  static func completed(_ arguments: [String]) -> [String] {
    arguments.enumerated().map { index, word in
      guard names.contains(word) else { return word }
      let next = index + 1 < arguments.count ? arguments[index + 1] : "-"
      return next.hasPrefix("-") ? "\(word)=\(standard)" : word
    }
  }

  /// Tells the findings that are asked for; nil when all are.
  ///
  /// - Parameter result: The program as it is.
  func choice(_ result: Compiler.Result, of compiler: Compiler, in session: Session) async throws
    -> ChangeChoice?
  {
    guard let revision = changed ?? new else { return nil }
    let git = try await Git(of: session.workspace)
    let commit = try await commit(revision, in: git)
    session.options.note("notice: compared with \(commit.prefix(10))")
    let before = try await git.snapshot(of: commit)
    let past = await compiler.past?.then(commit)
    let old = await Self.read(before, compiler, past, session)
    return ChangeChoice(
      old: old, changed: Set(result.sources.keys.filter { isChanged($0, before, result) }),
      showsChanged: changed != nil, knowsHistory: past != nil, compiler: compiler)
  }

  /// Whether a file says something else than it did; git may have turned its line ends.
  private func isChanged(
    _ path: String, _ before: Snapshot, _ result: Compiler.Result
  ) -> Bool {
    guard let old = before.bytes(of: path), let new = result.sources[path]?.bytes else {
      return true
    }
    return !old.lazy.filter { $0 != 0x0D }.elementsEqual(new.lazy.filter { $0 != 0x0D })
  }

  /// What was found at a commit, on the same day, with what git knew then.
  private static func read(
    _ before: Snapshot, _ compiler: Compiler, _ past: Past?, _ session: Session
  ) async -> Compiler.Result {
    var program = session.program
    if let settings = before.settings {
      let (read, findings) = SettingsReader.read(settings, rules: Catalogue.names)
      if findings.isEmpty {
        program = read
      } else {
        session.options.note(
          "notice: planc.yml could not be read as it was then; the plans of then are read with today's"
        )
      }
    } else {
      program = Program()
      program.rules = Catalogue.names
    }
    let then = Compiler(
      files: before, program: program, today: compiler.today, selection: compiler.selection,
      parallel: compiler.parallel, past: past)
    return await then.lint(before.plans, isWhole: true)
  }

  // MARK: The revision

  private func commit(_ revision: String, in git: Git) async throws -> String {
    if revision != Self.standard {
      if let commit = try await git.commit(revision) { return commit }
      throw Fault(
        "git knows no revision `\(TerminalText.escape(revision))`",
        help: Disk.kind(revision) != nil
          ? "--changed and --new read all plans and go without PATHS; leave the path out"
          : "`git log --oneline` lists commits, `git branch -a` branches" + shallowHint(git))
    }
    guard try await git.commit("HEAD") != nil else {
      throw Fault("there is no commit yet to compare with", help: "commit the plans first")
    }
    // GitLab says it outright; where it runs on the merge of both, it names the target's side of that.
    for name in ["CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA"] {
      if let base = World.variable(name), !base.isEmpty, let known = try await git.commit(base),
        let commit = try await git.mergeBase("HEAD", known)
      {
        return commit
      }
    }
    let target = try await target(in: git)
    guard let known = try await git.commit(target),
      let commit = try await git.mergeBase("HEAD", known)
    else {
      throw Fault(
        "no commit is known that this branch and \(TerminalText.escape(target)) have in common",
        help: "name a revision: `--new REV`" + shallowHint(git))
    }
    return commit
  }

  /// The branch that the change is to be merged into.
  private func target(in git: Git) async throws -> String {
    // GitHub's pull requests and its merge queue, then GitLab's merge requests.
    let targets = [
      ("GITHUB_BASE_REF", World.variable("GITHUB_BASE_REF")),
      ("GITHUB_REF_NAME", World.variable("GITHUB_REF_NAME").flatMap(Self.queued)),
      (
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        World.variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
      ),
    ]
    for (name, branch) in targets {
      guard let branch, !branch.isEmpty else { continue }
      for name in ["origin/" + branch, branch] where try await git.commit(name) != nil {
        return name
      }
      throw Fault(
        "the target branch `\(TerminalText.escape(branch))` (\(name)) was not fetched",
        help: git.isShallow
          ? "history was cut off: `git fetch --unshallow` fetches all of it; in GitHub Actions "
            + "`fetch-depth: 0` does"
          : "fetch it: `git fetch origin \(TerminalText.escape(branch))`; in GitHub Actions `fetch-depth: 0` does"
      )
    }
    if let branch = World.variable("CI_DEFAULT_BRANCH"), !branch.isEmpty {
      for name in ["origin/" + branch, branch] where try await git.commit(name) != nil {
        return name
      }
    }
    guard let branch = try await git.defaultBranch() else {
      throw Fault(
        "no default branch is known: neither origin's head nor main nor master",
        help: "name a revision: `--new REV`" + shallowHint(git))
    }
    return branch
  }

  /// The branch that a merge queue of GitHub is for: `gh-readonly-queue/main/pr-12-4b825d`.
  private static func queued(_ name: String) -> String? {
    let beginning = "gh-readonly-queue/"
    guard name.hasPrefix(beginning), let end = name.range(of: "/pr-", options: .backwards) else {
      return nil
    }
    return String(name[name.index(name.startIndex, offsetBy: beginning.count)..<end.lowerBound])
  }

  private func shallowHint(_ git: Git) -> String {
    git.isShallow ? "; history was cut off: `git fetch --unshallow` fetches the rest" : ""
  }
}
