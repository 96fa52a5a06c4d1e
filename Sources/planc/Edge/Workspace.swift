import Glibc
import PlanParser
import PlanReport
import PlanSource

/// A plan's file, found and not read yet.
struct PlanFile: Sendable {
  /// Relative to the program's root.
  let path: String
  /// Why it cannot be a plan, if that was seen while looking for it.
  let fault: Finding?
}

/// The folder of a program.
struct Workspace: FileTree {
  /// Without symbolic links.
  let root: String
  /// `planc.yml`, if there is one.
  let settings: SourceFile?

  /// Opens the program in a folder.
  init(root: String) throws(Fault) {
    self.root = root
    let path = root + "/planc.yml"
    guard Disk.kind(path) != nil else {
      settings = nil
      return
    }
    // Findings quote the file: what stands elsewhere on the machine is nobody's business.
    if let real = try? Disk.resolve(path).get(),
      Path.relative(real, to: Self.repository(above: root) ?? root) == nil
    {
      throw Fault(
        "planc.yml is a link out of the program, to \(TerminalText.escape(real))",
        help: "put the file itself into the program's folder")
    }
    switch Disk.read(path, limit: Guard.maximumBytes + 1) {
    case .success(let bytes): settings = SourceFile(path: "planc.yml", bytes: bytes)
    case .failure(let code):
      throw Fault(
        "cannot read", path, code.number,
        help: code.number == EISDIR
          ? "planc.yml must be a file; rename the folder"
          : "see that planc.yml is a file you may read")
    }
  }

  /// The nearest folder, from `start` upwards, that holds `planc.yml`, else the nearest that holds `plans/`; nothing
  /// above the git root is looked at.
  static func find(from start: String) -> String? {
    var holder: String?
    var folder = start
    while true {
      if Disk.kind(folder + "/planc.yml", following: true) != nil { return folder }
      if holder == nil, Disk.kind(folder + "/plans", following: true) == .folder { holder = folder }
      if Disk.kind(folder + "/.git") != nil || folder == "/" { return holder }
      folder = Path.parent(folder)
    }
  }

  /// Whether a folder holds `planc.yml` or `plans/`.
  static func isProgram(_ folder: String) -> Bool {
    Disk.kind(folder + "/planc.yml", following: true) != nil
      || Disk.kind(folder + "/plans", following: true) == .folder
  }

  /// The git root: the nearest folder above the program, or its own, that holds `.git`.
  var repository: String? { Self.repository(above: root) }

  static func repository(above folder: String) -> String? {
    var folder = folder
    while Disk.kind(folder + "/.git") == nil {
      if folder == "/" { return nil }
      folder = Path.parent(folder)
    }
    return folder
  }

  /// Whether git may know the program's folder.
  var isInRepository: Bool { World.variable("GIT_DIR") != nil || repository != nil }

  /// The program's folder below the git root, with a `/` behind it; empty when they are the same or there is no git.
  var prefix: String {
    guard let folder = repository, let path = Path.relative(root, to: folder), !path.isEmpty
    else { return "" }
    return path + "/"
  }

  /// Refuses a file to write that is a source of the program: no source file is changed unless asked.
  func refuseSource(_ path: String, _ what: String = "--output-file") throws(Fault) {
    let absolute = Path.absolute(path, from: try World.currentFolder())
    let folder = (try? Disk.resolve(Path.parent(absolute)).get()) ?? Path.parent(absolute)
    let real = (try? Disk.resolve(absolute).get()) ?? folder + "/" + Path.name(absolute)
    guard let relative = Path.relative(real, to: root) else { return }
    let isSource =
      relative == "planc.yml"
      || ["plans/", "segments/", "templates/"].contains(where: relative.hasPrefix)
    if isSource {
      throw Fault(
        "\(what) \(path) would replace a source of the program",
        help: "name a file outside plans/, segments/ and templates/, such as findings.txt")
    }
  }

  /// Whether a path of the program exists.
  func exists(_ path: String) -> Bool { Disk.kind(root + "/" + path, following: true) != nil }

  /// The bytes of a plan; a finding when the system does not hand them over.
  func read(_ file: PlanFile) -> Result<SourceFile, Unreadable> {
    if let fault = file.fault { return .failure(Unreadable(finding: fault)) }
    switch Disk.read(root + "/" + file.path, limit: Guard.maximumBytes + 1) {
    case .success(let bytes): return .success(SourceFile(path: file.path, bytes: bytes))
    case .failure(let code):
      return .failure(Unreadable(finding: Self.unreadable(file.path, code.reason)))
    }
  }

  static func unreadable(_ path: String, _ reason: String) -> Finding {
    var finding = ReadingRules.unreadableFile(reason)
    finding.path = path
    return finding
  }
}
