import PlanReport
import Subprocess

/// The git repository that a program lies in, asked through the `git` command.
struct Git: Sendable {
  /// The program's folder.
  let folder: String
  /// Whether history was cut off when it was fetched.
  let isShallow: Bool

  /// Opens the repository of a program.
  init(of workspace: Workspace) async throws(Fault) {
    folder = workspace.root
    let question = ["rev-parse", "--is-shallow-repository"]
    guard let answer = try await Self.bytes(question, in: folder) else {
      if workspace.isInRepository {
        throw Fault(
          "git refuses the repository of \(TerminalText.escape(folder))",
          help: "it is damaged, or belongs to another user and \(Self.trust(workspace)) is needed; "
            + "`git status` says which")
      }
      throw Fault(
        "\(TerminalText.escape(folder)) is in no git repository",
        help: "`git init` and a commit begin one; without --changed and --new no history is needed")
    }
    isShallow = answer.starts(with: "true".utf8)
  }

  /// How git is told to open a repository of somebody else's, such as one that a container was given.
  static func trust(_ workspace: Workspace) -> String {
    let root = TerminalText.escape(workspace.repository ?? workspace.root)
    return "`git config --global --add safe.directory \(root)`"
  }

  /// The commit of a revision; nil when there is none of that name.
  func commit(_ revision: String) async throws(Fault) -> String? {
    try await run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])?
      .trimmed
  }

  /// The last commit that two have in common; nil when none is known.
  func mergeBase(_ left: String, _ right: String) async throws(Fault) -> String? {
    try await run(["merge-base", left, right])?.trimmed
  }

  /// The branch that changes are merged into: what the remote calls its head, else the first of the usual names.
  func defaultBranch() async throws(Fault) -> String? {
    if let head = try await run(["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"])?
      .trimmed
    {
      return head
    }
    for name in ["origin/main", "origin/master", "main", "master"] {
      if try await commit(name) != nil { return name }
    }
    return nil
  }

  /// The program as it was committed.
  func snapshot(of commit: String) async throws(Fault) -> Snapshot {
    let listing = try await Self.bytes(
      ["ls-tree", "-r", "-z", commit], in: folder)
    guard let listing else {
      throw Fault("git cannot list the files of \(commit)", help: "`git fsck` tells what is wrong")
    }
    var snapshot = Snapshot()
    var blobs: [String: Blob] = [:]
    for line in listing.split(separator: 0) {
      // `100644 blob 4b825d…\tplans/northwind.md`
      guard let tab = line.firstIndex(of: 0x09) else { continue }
      let words = line[..<tab].split(separator: 0x20)
      guard words.count == 3, words[1].elementsEqual("blob".utf8) else { continue }
      let path = String(decoding: line[(tab + 1)...], as: UTF8.self)
      blobs[path] = Blob(id: words[2], isLink: words[0].elementsEqual("120000".utf8))
      snapshot.add(path)
    }
    try await add(blobs.filter { Snapshot.isSource($0.key) }, to: &snapshot, commit)
    let targets = Set(snapshot.targets)
    try await add(blobs.filter { targets.contains($0.key) }, to: &snapshot, commit)
    return snapshot
  }

  /// What git holds at a path.
  private struct Blob {
    let id: ArraySlice<UInt8>
    let isLink: Bool
  }

  /// Reads files in one go.
  private func add(
    _ blobs: [String: Blob], to snapshot: inout Snapshot, _ commit: String
  ) async throws(Fault) {
    let wanted = Array(blobs)
    guard !wanted.isEmpty else { return }
    let input = wanted.flatMap { $0.value.id + [0x0A] }
    guard let output = try await Self.bytes(["cat-file", "--batch"], in: folder, input: input)
    else {
      throw Fault("git cannot read the files of \(commit)", help: "`git fsck` tells what is wrong")
    }
    var rest = output[...]
    for (path, blob) in wanted {
      // `4b825d… blob 1234\n`, the bytes, a line end.
      guard let end = rest.firstIndex(of: 0x0A),
        let words = rest[..<end].split(separator: 0x20).last,
        let size = Int(String(decoding: words, as: UTF8.self)), end + 1 + size < rest.endIndex
      else {
        throw Fault(
          "git has no content for \(TerminalText.escape(path)) at \(commit)",
          help: "`git fetch` fetches what is missing, `git fsck` tells what is wrong")
      }
      snapshot.add(Array(rest[(end + 1)..<(end + 1 + size)]), at: path, isLink: blob.isLink)
      rest = rest[(end + 2 + size)...]
    }
  }

  /// What git prints; nil when it says no.
  private func run(_ arguments: [String]) async throws(Fault) -> String? {
    try await Self.bytes(arguments, in: folder).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func bytes(
    _ arguments: [String], in folder: String, input: [UInt8] = []
  ) async throws(Fault) -> [UInt8]? {
    let answer = try await ask(arguments, in: folder, input: input)
    return answer.isFine ? answer.bytes : nil
  }

  /// What git prints, and whether it says yes.
  static func ask(
    _ arguments: [String], in folder: String, input: [UInt8] = []
  ) async throws(Fault) -> (isFine: Bool, bytes: [UInt8]) {
    var changes: [Environment.Key: String?] = ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"]
    // Where git finds the repository by itself, what a hook says of it would move the top of the tree.
    if Workspace.repository(above: folder) != nil {
      let said: [Environment.Key] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"]
      for name in said { changes[name] = .some(nil) }
    }
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments),
        environment: .inherit.updating(changes),
        input: .array(input), output: .bytes(limit: 1 << 31), error: .discarded)
      guard case .exited(0) = result.terminationStatus else {
        return (false, result.standardOutput)
      }
      return (true, result.standardOutput)
    } catch {
      throw Fault(
        "cannot run git: \(error)",
        help: "install git, or leave --changed and --new out: they compare with its history")
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(prefix { $0 != "\n" }) }
}
