import PlanParser
import PlanSource

/// What stands below `plans/` and `segments/`.
struct Survey: Sendable {
  /// All plans, by path.
  let plans: [PlanFile]
  /// All segments, by path.
  let segments: [PlanFile]
  /// Plans and segments.
  var files: [PlanFile] { plans + segments }
  /// Files that look like plans and are none by their name, such as `plans/a.markdown`; by path.
  let lookalikes: [String]
}

extension Survey {
  /// Whether a file or folder of this name, and what is below it, is left out.
  static func leavesOut(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("_") || name.hasPrefix(".")
  }

  /// The name without an ending that says Markdown, in any case; nil for `.md` itself and for all else.
  static func stem(ofLookalike name: String) -> String? {
    guard !name.hasSuffix(".md"), let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return nil
    }
    let ending = name[name.index(after: dot)...].lowercased()
    guard ["md", "markdown", "mdown", "mkd", "mkdn"].contains(ending) else { return nil }
    return String(name[..<dot])
  }
}

extension Workspace {
  /// Looks for plans and segments in their folders and those below.
  func survey() -> Survey {
    let (plans, segments) = (walk("plans"), walk("segments"))
    return Survey(
      plans: plans.files, segments: segments.files,
      lookalikes: plans.lookalikes + segments.lookalikes)
  }

  /// All plans, by path.
  func plans() -> [PlanFile] { walk("plans").files }

  /// All segments, by path.
  var segments: [PlanFile] { walk("segments").files }

  private func walk(_ folder: String) -> (files: [PlanFile], lookalikes: [String]) {
    var walk = PlanWalk(root: root)
    switch Disk.kind(root + "/" + folder) {
    case nil: break
    case .link: walk.follow(folder, [])
    default: walk.visit(folder, above: [])
    }
    return (
      walk.files.sorted(byBytesOf: { $0.path }),
      walk.lookalikes.sorted { $0.precedes($1) }
    )
  }
}

/// Looks for plans or segments in a folder and those below it. Links are followed inside the program and never in a circle.
private struct PlanWalk {
  let root: String
  private(set) var files: [PlanFile] = []
  private(set) var lookalikes: [String] = []

  init(root: String) { self.root = root }

  /// - Parameter above: The folders that led here, without links.
  mutating func visit(_ folder: String, above: [String]) {
    let real: String
    switch Disk.resolve(root + "/" + folder) {
    case .success(let path): real = path
    case .failure(let code): return refuse(folder, code.reason)
    }
    if above.contains(real) { return refuse(folder, "the link leads back to a folder above it") }
    switch Disk.names(in: root + "/" + folder) {
    case .failure(let code): refuse(folder, code.reason)
    case .success(let names):
      for name in names where !Survey.leavesOut(name.name) {
        visit(name, in: folder, above + [real])
      }
    }
  }

  private mutating func visit(_ name: Disk.Name, in folder: String, _ above: [String]) {
    let path = folder + "/" + name.name
    let isPlan = path.hasSuffix(".md")
    guard name.isText else {
      if isPlan || name.kind == .folder { refuse(path, "its name is not UTF-8") }
      return
    }
    switch name.kind ?? Disk.kind(root + "/" + path) {
    case .folder: visit(path, above: above)
    case .link: follow(path, above)
    default: add(path)
    }
  }

  mutating func follow(_ path: String, _ above: [String]) {
    switch Disk.resolve(root + "/" + path) {
    case .failure(let code): refuse(path, code.reason)
    case .success(let real):
      if Path.relative(real, to: root) == nil {
        var finding = ReadingRules.symbolicLink(to: real)
        finding.path = path
        files.append(PlanFile(path: path, fault: finding))
      } else if Disk.kind(real) == .folder {
        visit(path, above: above)
      } else {
        add(path)
      }
    }
  }

  private mutating func add(_ path: String) {
    if path.hasSuffix(".md") {
      files.append(PlanFile(path: path, fault: nil))
    } else if Survey.stem(ofLookalike: Path.name(path)) != nil {
      lookalikes.append(path)
    }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    files.append(PlanFile(path: path, fault: Workspace.unreadable(path, reason)))
  }
}
