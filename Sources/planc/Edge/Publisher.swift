import CFile
import Glibc
import PlanReport
import PlanSite

/// Writes a site whole or not at all: into a folder beside the target, then swapped in one step.
///
/// What a host or a person keeps in the target (`kept`) is in both folders before the swap, so a crash at any moment
/// leaves it in place. What is left of a crash is a folder beside the target that the next build removes.
struct Publisher {
  /// What stays in the target.
  static let kept = [".git", ".gitignore", "CNAME", ".nojekyll"]
  /// By which planc knows a target of its own.
  static let marker = ".planc-site"

  private let target: String
  private let staging: String
  /// The edition that is written; nil for the site itself.
  private let edition: String?

  /// - Parameters:
  ///   - target: Where the site goes.
  ///   - root: The program's root, which must not be swapped away.
  ///   - edition: What is written, when it is not the site itself.
  ///   - force: Whether a target with other things in it may be replaced.
  init(target: String, root: String, edition: String?, force: Bool) throws(Fault) {
    let resolved = Disk.reach(target)
    self.target = resolved
    self.edition = edition
    staging = Path.parent(resolved) + "/.\(Path.name(resolved)).planc-new"
    try refuseSources(root)
    guard Disk.kind(resolved) != nil else { return }
    guard Disk.kind(resolved) == .folder else {
      let what = Disk.kind(resolved) == .link ? "a link that leads nowhere" : "a file, not a folder"
      throw Fault("\(target) is \(what)", help: "name another folder with -o")
    }
    switch Disk.names(in: resolved) {
    case .failure(let code): throw Fault("cannot read the folder", target, code.number)
    case .success(let names):
      let other = names.map(\.name).filter { !Self.kept.contains($0) }
      if !other.isEmpty, !other.contains(Self.marker), !force {
        throw Fault(
          "\(target) holds files that planc did not write, such as \(TerminalText.escape(other[0]))",
          help: "name another folder with -o, or replace what is there with --force")
      }
      if other.contains(Self.marker), !force { try refuseOtherReaders(target) }
    }
  }

  /// What is handed to a customer and what is for ourselves never change places unasked.
  private func refuseOtherReaders(_ given: String) throws(Fault) {
    let path = target + "/" + Self.marker
    let help = "name another folder with -o, or replace what is there with --force"
    let bytes: [UInt8]
    switch Disk.read(path, limit: Self.longestMarker + 1) {
    case .success(let read): bytes = read
    case .failure(let code):
      throw Fault("cannot tell who the folder is for: cannot read", path, code.number, help: help)
    }
    guard bytes.count <= Self.longestMarker else {
      throw Fault(
        "cannot tell who the folder is for: \(TerminalText.escape(path)) is larger than planc "
          + "writes it", help: help)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let found = lines.first { $0.hasPrefix(Self.editionMark) }.map {
      String($0.dropFirst(Self.editionMark.count))
    }
    guard found != edition else { return }
    let what = found.map { "the edition \(TerminalText.escape($0))" } ?? "the site for yourselves"
    throw Fault("\(given) holds \(what)", help: help)
  }

  /// In bytes.
  private static let longestMarker = 1 << 12

  /// Before an edition's name in the marker.
  private static let editionMark = "edition: "

  private var markerText: String {
    "written by planc; replaced whole by each build\n"
      + (edition.map { Self.editionMark + $0 + "\n" } ?? "")
  }

  /// A target that holds plans, or lies among them, would take them away.
  private func refuseSources(_ root: String) throws(Fault) {
    let sources = ["plans", "segments", "templates", ".git"].map { Disk.reach(root + "/" + $0) }
    let holds = ([root] + sources).first { Path.isSame($0, orBelow: target) }
    if let source = holds ?? sources.first(where: { Path.isSame(target, orBelow: $0) }) {
      throw Fault(
        "the site cannot be written to \(target): it would replace \(source)",
        help: "name a folder of its own with -o, such as -o site")
    }
  }

  /// Renders and writes all files, then swaps.
  ///
  /// - Parameter complete: Adds to the new folder before it is swapped in; where that fails, nothing is.
  func write(
    _ files: [OutputFile], _ parallel: Parallel,
    completing complete: (_ folder: String) async throws -> Void = { _ in }
  ) async throws {
    let parent = Path.parent(target)
    try Disk.makeFolders(parent)
    let lock = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw Fault("cannot open the folder", parent, errno) }
    defer { close(lock) }
    try wait(for: lock, of: parent, parallel)
    try Disk.remove(staging)
    do {
      try await stage(files, parallel)
      try await complete(staging)
      try keep()
      try swap()
    } catch {
      try? Disk.remove(staging)
      throw error
    }
    // What the swap brought here is the old site.
    try Disk.remove(staging)
  }

  /// Builds into one folder go one after the other; the last one's site stays.
  private func wait(for lock: Int32, of folder: String, _ parallel: Parallel) throws(Fault) {
    if flock(lock, LOCK_EX | LOCK_NB) == 0 { return }
    if errno == EWOULDBLOCK, !parallel.quiet {
      World.note("another build is writing into \(folder); waiting until it is done")
    }
    while flock(lock, LOCK_EX) != 0 {
      if errno != EINTR { throw Fault("cannot lock the folder", folder, errno) }
    }
  }

  private func stage(_ files: [OutputFile], _ parallel: Parallel) async throws {
    try Disk.makeFolder(staging)
    let folders = Set(files.map { Path.parent($0.path) }).filter { $0 != "." }
    for folder in folders.sorted() { try Disk.makeFolders(staging + "/" + folder) }
    let staging = staging
    _ = try await parallel.map("Writing pages", files.count) { index in
      try Disk.create(staging + "/" + files[index].path, files[index].render())
    }
    try Disk.create(staging + "/" + Self.marker, Array(markerText.utf8))
  }

  /// Puts what stays into the new folder as well, by hard links where the file system has them.
  private func keep() throws(Fault) {
    for name in Self.kept where Disk.kind(target + "/" + name) != nil {
      try copy(target + "/" + name, to: staging + "/" + name)
    }
  }

  private func copy(_ from: String, to: String) throws(Fault) {
    switch Disk.kind(from) {
    case .folder:
      try Disk.makeFolder(to)
      switch Disk.names(in: from) {
      case .failure(let code): throw Fault("cannot read the folder", from, code.number)
      case .success(let names):
        for name in names { try copy(from + "/" + name.name, to: to + "/" + name.name) }
      }
    case nil: return
    default:
      if link(from, to) == 0 { return }
      guard errno == EPERM || errno == EXDEV || errno == EMLINK || errno == EOPNOTSUPP else {
        throw Fault("cannot keep", from, errno)
      }
      switch Disk.read(from) {
      case .success(let bytes): try Disk.create(to, bytes)
      case .failure(let code): throw Fault("cannot keep", from, code.number)
      }
    }
  }

  private func swap() throws(Fault) {
    let isThere = Disk.kind(target) != nil
    let code = isThere ? planc_swap(staging, target) : planc_move(staging, target)
    guard code != 0 else { return }
    throw Fault(
      "cannot put the site into", target, code,
      help: code == EBUSY
        ? "it is a mount point; name a folder inside it, such as -o \(target)/site"
        : "see that you may write to the folder \(Path.parent(target))")
  }
}
