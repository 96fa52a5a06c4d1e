import PlanParser
import PlanSource

/// The files of a program, on disk or as they were committed.
protocol FileTree: Sendable {
  /// `planc.yml`, if there is one.
  var settings: SourceFile? { get }
  /// All segments, by path.
  var segments: [PlanFile] { get }
  /// The bytes of a plan or segment; a finding when they are not to be had.
  func read(_ file: PlanFile) -> Result<SourceFile, Unreadable>
  /// Whether a path of the program exists.
  func exists(_ path: String) -> Bool
}

/// Why a file could not be read, as a finding at its path.
struct Unreadable: Error {
  let finding: Finding
}

/// The files of a program at a commit.
struct Snapshot: FileTree {
  private var files: [String: [UInt8]] = [:]
  private var links: [String: String] = [:]
  private var folders: Set<String> = []

  /// Whether planc reads a file, and does not only ask whether it is there.
  static func isSource(_ path: String) -> Bool {
    path == "planc.yml" || path.hasPrefix("plans/") || path.hasPrefix("segments/")
  }

  /// A file of which only the name matters.
  mutating func add(_ path: String) { add([], at: path, isLink: false) }

  /// - Parameter isLink: Whether the bytes are the path that a symbolic link leads to.
  mutating func add(_ bytes: [UInt8], at path: String, isLink: Bool) {
    if isLink {
      links[path] = String(decoding: bytes, as: UTF8.self)
      files[path] = nil
    } else {
      files[path] = bytes
    }
    var folder = Path.parent(path)
    while folder != ".", folders.insert(folder).inserted { folder = Path.parent(folder) }
  }

  var settings: SourceFile? {
    bytes(of: "planc.yml").map { SourceFile(path: "planc.yml", bytes: $0) }
  }

  /// All plans, by path.
  var plans: [PlanFile] { texts(below: "plans/") }
  /// All segments, by path.
  var segments: [PlanFile] { texts(below: "segments/") }

  private func texts(below folder: String) -> [PlanFile] {
    (Array(files.keys) + links.keys)
      .filter { path in
        path.hasPrefix(folder) && path.hasSuffix(".md")
          && !path.split(separator: "/").contains { Survey.leavesOut($0) }
      }
      .sorted { $0.precedes($1) }
      .map { PlanFile(path: $0, fault: nil) }
  }

  func read(_ file: PlanFile) -> Result<SourceFile, Unreadable> {
    guard let bytes = bytes(of: file.path) else {
      return .failure(
        Unreadable(finding: Workspace.unreadable(file.path, "the link leads nowhere")))
    }
    return .success(SourceFile(path: file.path, bytes: bytes))
  }

  func exists(_ path: String) -> Bool {
    bytes(of: path) != nil || folders.contains(path) || links[path] != nil
  }

  /// The bytes of a file, behind at most one link.
  func bytes(of path: String) -> [UInt8]? { files[path] ?? target(of: path).flatMap { files[$0] } }

  /// Where the links lead to.
  var targets: [String] { links.keys.compactMap(target) }

  private func target(of path: String) -> String? {
    guard let target = links[path] else { return nil }
    return Path.relative(Path.absolute(target, from: Path.parent("/" + path)), to: "/")
  }
}
