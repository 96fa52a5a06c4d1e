import PlanModel
import PlanParser
import PlanReport
import PlanSource

/// Reads what git knows of a program's plans, and keeps it from run to run.
actor GitHistory {
  /// Why there is none, for a notice.
  struct Absence: Error {
    let why: String

    static let outside = Absence(why: "this folder is in no git repository")
    static func refused(_ workspace: Workspace) -> Absence {
      Absence(
        why: "git refuses this repository; if it belongs to another user, \(Git.trust(workspace)) "
          + "opens it")
    }
  }

  private let folder: String
  private let cache: CacheFolder?
  private let parallel: Parallel
  private let note: @Sendable (String) -> Void
  /// The commit that is checked out.
  private let head: String
  private let prefix: [UInt8]
  /// What is kept holds only where this is the same.
  private let basis: [UInt8]
  /// What contents say that were read already.
  private var prints: [String: PlanPrint] = [:]

  /// What is kept for the commit that is checked out, and for the one that it is compared with.
  enum Slot: String {
    case head = "history"
    case base = "history-base"
  }

  /// Opens the history of a program.
  ///
  /// - Parameter note: Told when the history cannot be kept, or how plans stood on a day cannot be read.
  init(
    of workspace: Workspace, cache: CacheFolder?, parallel: Parallel,
    note: @escaping @Sendable (String) -> Void
  ) async throws(Absence) {
    let folder = workspace.root
    let question = ["rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD"]
    let answer: (isFine: Bool, bytes: [UInt8])
    do throws(Fault) { answer = try await Git.ask(question, in: folder) } catch {
      throw Absence(why: "git cannot be run here")
    }
    let lines = answer.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    guard lines.count >= 2, let first = lines.first, let last = lines.last else {
      throw .refused(workspace)
    }
    guard answer.isFine else { throw Absence(why: "nothing is committed yet") }
    guard !first.elementsEqual("true".utf8) else {
      throw Absence(
        why: "history was cut off when it was fetched; `git fetch --unshallow` fetches the rest")
    }
    self.folder = folder
    self.cache = cache
    self.parallel = parallel
    self.note = note
    head = String(decoding: last, as: UTF8.self)
    prefix = Array(lines.dropFirst().dropLast().joined(separator: [0x0A]))
    let mailmap = workspace.repository.flatMap { try? Disk.read($0 + "/.mailmap").get() } ?? []
    basis = prefix + [0] + mailmap
  }

  /// The history up to the commit that is checked out.
  func now() async throws(Absence) -> ProgramHistory { try await history(of: head, .head) }

  /// The history up to another commit.
  func then(_ commit: String) async throws(Absence) -> ProgramHistory {
    try await history(of: commit, .base)
  }

  private func history(of commit: String, _ slot: Slot) async throws(Absence) -> ProgramHistory {
    do throws(Fault) {
      let kept = cache?.read(slot.rawValue).flatMap { HistoryFile($0) }
      var base: HistoryFile?
      if let kept, kept.basis == basis {
        if kept.commit == commit { return kept.history }
        if try await isAncestor(kept.commit, of: commit) { base = kept }
      }
      let history = try await walk(to: commit, from: base)
      keep(HistoryFile(commit: commit, basis: basis, history: history), slot)
      return history
    } catch {
      throw Absence(why: error.message)
    }
  }

  private func keep(_ file: HistoryFile, _ slot: Slot) {
    guard let cache else { return }
    do throws(Fault) { try cache.write(slot.rawValue, file.bytes) } catch {
      note("notice: what git said is not kept for the next run: \(error.message)")
    }
  }

  private func isAncestor(_ commit: String, of other: String) async throws(Fault) -> Bool {
    guard commit.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return false }
    return try await Git.ask(["merge-base", "--is-ancestor", commit, other], in: folder).isFine
  }

  /// Adds what came after `base` to it.
  private func walk(
    to commit: String, from base: HistoryFile?
  ) async throws(Fault) -> ProgramHistory {
    // All commits of all branches; of a merge only what neither side had. What settings of git could change is said.
    let words =
      ["log", "-z", "--raw", "-c", "--no-abbrev", "-M", "-l1000", "--root", "--full-history"]
      + ["--topo-order", "--reverse", "--no-follow", "--no-relative", "--no-color", "--no-notes"]
      + ["--no-show-signature", HistoryLog.format, "--end-of-options", commit]
      + (base.map { ["^" + $0.commit] } ?? []) + ["--", "plans"]
    let log = HistoryLog(try await said(words), below: prefix)
    var history = base?.history ?? ProgramHistory()
    guard !log.entries.isEmpty else { return history }
    let touched = Set(log.entries.map(\.path))
    let heads = try await contents(of: commit).filter { touched.contains($0.key) }
    let ids = log.entries.sorted { $0.path < $1.path }
      .flatMap { $0.olds.compactMap { $0 } + [$0.new].compactMap { $0 } }
    try await read(ids + heads.values)
    for entry in log.entries {
      for change in HistoryLog.changes(of: entry, { prints[$0] }) { history.add(change) }
    }
    history.settle(heads.compactMapValues { prints[$0] })
    return history
  }

  /// The names of the contents of the plans at a commit.
  private func contents(of commit: String) async throws(Fault) -> [String: String] {
    let listing = try await said(["ls-tree", "-r", "-z", "--end-of-options", commit, "plans/"])
    var contents: [String: String] = [:]
    for line in listing.split(separator: 0) {
      guard let tab = line.firstIndex(of: 0x09), line.starts(with: "100".utf8) else { continue }
      let words = line[..<tab].split(separator: 0x20)
      guard words.count == 3, let path = HistoryLog.plan(line[(tab + 1)...]) else { continue }
      contents[path] = String(decoding: words[2], as: UTF8.self)
    }
    return contents
  }

  private func said(_ words: [String], _ input: [UInt8] = []) async throws(Fault) -> [UInt8] {
    let answer = try await Git.ask(words, in: folder, input: input)
    guard answer.isFine else {
      throw Fault("git \(words[0]) says no; `git fsck` tells what is wrong")
    }
    return answer.bytes
  }

  /// Plans as this branch had them at the end of a day; without those that were not there.
  ///
  /// - Parameter plans: The path of each, and those at which it may have been then.
  func files(_ plans: [(now: String, then: [String])], on day: Day) async -> [SourceFile] {
    let asked = plans.flatMap { plan in plan.then.map { (now: plan.now, then: $0) } }
      .filter { !$0.then.utf8.contains(0x0A) }
    guard !asked.isEmpty else { return [] }
    do throws(Fault) {
      let end = (day.number + 1) * 86_400 - 1
      let question = ["rev-list", "-1", "--first-parent", "--min-age=\(end)", head]
      let commit = try await said(question).prefix { $0 != 0x0A }
      guard !commit.isEmpty else { return [] }
      var input: [UInt8] = []
      for (_, path) in asked {
        input.append(contentsOf: commit)
        input.append(UInt8(ascii: ":"))
        input.append(contentsOf: prefix)
        input.append(contentsOf: path.utf8)
        input.append(0x0A)
      }
      var rest = try await said(["cat-file", "--batch"], input)[...]
      var files: [SourceFile] = []
      for (path, _) in asked {
        guard let end = rest.firstIndex(of: 0x0A) else { break }
        let words = rest[..<end].split(separator: 0x20)
        rest = rest[(end + 1)...]
        guard words.count == 3, words[1].elementsEqual("blob".utf8),
          let size = Int(String(decoding: words[2], as: UTF8.self)), size < rest.count
        else { continue }
        if files.last?.path != path {
          files.append(SourceFile(path: path, bytes: Array(rest.prefix(size))))
        }
        rest = rest.dropFirst(size + 1)
      }
      return files
    } catch {
      // Of a plan that is not known then, nothing is said.
      note("notice: how plans stood on \(day) is not known: \(error.message)")
      return []
    }
  }

  // MARK: Contents

  /// Reads contents that were not read yet, in parts of bounded size, several at a time.
  private func read(_ ids: [String]) async throws(Fault) {
    var seen: Set<String> = []
    let wanted = ids.filter { prints[$0] == nil && seen.insert($0).inserted }
    guard !wanted.isEmpty else { return }
    let parts = Self.divide(wanted, by: try await sizes(of: wanted), among: parallel.jobs)
    var results: [Result<[(String, PlanPrint)], Fault>] = []
    let folder = folder
    await withTaskGroup(of: Result<[(String, PlanPrint)], Fault>.self) { group in
      var next = 0
      while next < min(parallel.jobs, parts.count) {
        let part = parts[next]
        group.addTask { await Self.prints(of: part, in: folder) }
        next += 1
      }
      for await result in group {
        results.append(result)
        if next < parts.count {
          let part = parts[next]
          group.addTask { await Self.prints(of: part, in: folder) }
          next += 1
        }
      }
    }
    for result in results { for (id, print) in try result.get() { prints[id] = print } }
  }

  private func sizes(of ids: [String]) async throws(Fault) -> [Int] {
    let answer = try await said(
      ["cat-file", "--batch-check=%(objectsize)"], Self.lines(ids))
    let sizes = answer.split(separator: 0x0A).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard sizes.count == ids.count, !sizes.contains(nil) else {
      throw Fault("the repository does not hold all of its past (a partial clone?)")
    }
    return sizes.compactMap { $0 }
  }

  private static func lines(_ ids: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for id in ids { bytes += Array(id.utf8) + [0x0A] }
    return bytes
  }

  private static let largestPart = 16 << 20

  private static func divide(_ ids: [String], by sizes: [Int], among jobs: Int) -> [[String]] {
    let limit = min(largestPart, sizes.reduce(0, +) / (2 * jobs) + 1)
    var parts: [[String]] = [[]]
    var size = 0
    for (id, bytes) in zip(ids, sizes) {
      if size > limit {
        parts.append([])
        size = 0
      }
      parts[parts.count - 1].append(id)
      size += bytes
    }
    return parts
  }

  private static func prints(
    of ids: [String], in folder: String
  ) async -> Result<[(String, PlanPrint)], Fault> {
    do throws(Fault) {
      let answer = try await Git.ask(["cat-file", "--batch"], in: folder, input: lines(ids))
      var reader = PrintReader()
      var prints: [(String, PlanPrint)] = []
      var rest = answer.bytes[...]
      for id in ids {
        // `4b825d… blob 1234\n`, the bytes, a line end.
        guard let end = rest.firstIndex(of: 0x0A),
          let size = rest[..<end].split(separator: 0x20).last
            .flatMap({ Int(String(decoding: $0, as: UTF8.self)) }),
          size < rest.endIndex - end - 1
        else { throw Fault("the repository does not hold all of its past (a partial clone?)") }
        prints.append((id, reader.read(Array(rest[(end + 1)..<(end + 1 + size)]))))
        rest = rest[(end + 2 + size)...]
      }
      return .success(prints)
    } catch {
      return .failure(error)
    }
  }
}
