import PlanReport
import PlanSource

/// Finds the plans that PATHS name.
struct PathChoice {
  private let workspace: Workspace
  private let here: String
  /// Made when a path needs it, once: a single plan is found without looking at all.
  private var known: Survey?

  /// - Parameter here: Where the command was called: what is typed begins there.
  init(_ workspace: Workspace, _ here: String) {
    self.workspace = workspace
    self.here = here
  }

  /// What PATHS name.
  struct Choice {
    /// Each once, by path.
    fileprivate(set) var files: [PlanFile] = []
    /// The folders below which there is no plan, as they were typed.
    fileprivate(set) var empty: [String] = []
    /// Files below these folders that are none of the plans, for their name alone.
    fileprivate(set) var lookalikes: [String] = []
  }

  /// The named plans; all plans when none is named.
  mutating func choose(_ paths: [String]) throws(Fault) -> Choice {
    if paths.isEmpty {
      let all = survey()
      return Choice(files: all.plans, lookalikes: all.lookalikes)
    }
    var chosen: [String: PlanFile] = [:]
    var choice = Choice()
    var lookalikes: Set<String> = []
    for path in paths {
      let found = try choose(path)
      for file in found.files { chosen[file.path] = file }
      choice.empty += found.empty
      lookalikes.formUnion(found.lookalikes)
    }
    choice.files = chosen.values.sorted { $0.path.precedes($1.path) }
    choice.lookalikes = lookalikes.sorted()
    return choice
  }

  private mutating func choose(_ path: String) throws(Fault) -> Choice {
    try Blank.refuse(path, "a PATH", help: "`planc lint` without paths reads all plans")
    let absolute = located(path)
    guard let kind = Disk.kind(absolute, following: true) ?? Disk.kind(absolute) else {
      throw missing(path, absolute)
    }
    guard let relative = relative(absolute) else { return try linked(path, absolute) }
    if kind == .file, fault(relative) == nil,
      (try? Disk.resolve(absolute).get()) == workspace.root + "/" + relative
    {
      return Choice(files: [PlanFile(path: relative, fault: nil)])
    }
    // Folders and links: what all plans say is there, is there.
    let all = survey()
    let files = all.files.filter {
      Path.isSame($0.path, orBelow: relative) || Path.isSame(relative, orBelow: $0.path)
    }
    if !files.isEmpty || kind == .folder && Self.leftOut(relative) == nil {
      return Choice(
        files: files, empty: files.isEmpty ? [path] : [],
        lookalikes: all.lookalikes.filter { Path.isSame($0, orBelow: relative) })
    }
    throw fault(relative).map { Fault("\(shown(path)) \($0.message)", help: $0.help) }
      ?? outside(path)
  }

  /// The path that a plan on standard input has in the program: it need not be there yet.
  mutating func path(ofInput name: String) throws(Fault) -> String {
    let flag = "--stdin-filename"
    let stem = Path.name(name).prefix { $0 != "." }.drop { $0 == "_" }
    let id = New.id(of: String(stem))
    func help(in folder: String) -> String {
      "write its path in the program: `\(flag) \(folder)/\(id.isEmpty ? "northwind" : id).md`"
    }
    try Blank.refuse(name, flag, help: help(in: "plans"))
    let places = [here, workspace.root].map { Path.absolute(name, from: $0) }
    let inPlans = places.filter { relative($0) != nil }
    let place =
      places.first { Disk.kind($0) != nil } ?? inPlans.first { Disk.kind(Path.parent($0)) != nil }
      ?? inPlans.first
    guard let place, let path = relative(place) ?? pathOfLinked(place) else {
      throw Fault(
        "\(flag) \(shown(name)) is not among the plans of \(workspace.root)",
        help: help(in: "plans"))
    }
    if let fault = fault(path) {
      let folder = Self.leftOut(path) == nil && path.contains("/") ? Path.parent(path) : "plans"
      throw Fault(
        "\(flag) \(shown(name)) \(fault.message)", help: help(in: folder))
    }
    return path
  }

  private mutating func survey() -> Survey {
    if let known { return known }
    let survey = workspace.survey()
    known = survey
    return survey
  }
}

// MARK: Places

extension PathChoice {
  /// As typed from the current folder; where nothing is there, from the program's root.
  private func located(_ path: String) -> String {
    let typed = Path.absolute(path, from: here)
    if Disk.kind(typed) != nil { return typed }
    let inRoot = Path.absolute(path, from: workspace.root)
    return Disk.kind(inRoot) != nil ? inRoot : typed
  }

  /// The path in the program, if it is `plans/` or `segments/`, lies below them, or is the root, which is written as
  /// nothing.
  private func relative(_ absolute: String) -> String? {
    if let path = Path.relative(absolute, to: workspace.root), isKnown(path) { return path }
    let parent = Disk.reach(Path.parent(absolute))
    return [parent + "/" + Path.name(absolute), Disk.reach(absolute)].lazy
      .compactMap { Path.relative($0, to: workspace.root) }
      .first(where: isKnown)
  }

  private func isKnown(_ path: String) -> Bool {
    path.isEmpty || Path.isSame(path, orBelow: "plans") || Path.isSame(path, orBelow: "segments")
  }

  /// The plans that are the same file, or lie in the same folder, where links lead to it on another way.
  private mutating func linked(_ path: String, _ absolute: String) throws(Fault) -> Choice {
    guard let real = try? Disk.resolve(absolute).get(),
      let inRoot = Path.relative(real, to: workspace.root), !inRoot.isEmpty
    else { throw outside(path) }
    let root = workspace.root
    let files = survey().files.filter { file in
      (try? Disk.resolve(root + "/" + file.path).get()).map { Path.isSame($0, orBelow: real) }
        ?? false
    }
    if files.isEmpty { throw outside(path) }
    return Choice(files: Disk.kind(real) == .folder ? files : [files[0]])
  }

  private mutating func pathOfLinked(_ absolute: String) -> String? {
    (try? linked(absolute, absolute))?.files.first?.path
  }

  private func outside(_ path: String) -> Fault {
    Fault(
      "\(shown(path)) is not among the plans of \(workspace.root)",
      help: "plans are read from \(workspace.root)/plans; `-C DIR` names another program")
  }

  private mutating func missing(_ path: String, _ absolute: String) -> Fault {
    let plans = survey().files.map(\.path)
    let near = NearestPath(plans).guess(relative(absolute) ?? path)
    return Fault(
      "there is no plan \(path.hasSuffix(".md") ? "" : "and no folder ")\(shown(path))",
      help: near.map { "did you mean `\(shown($0))`?" }
        ?? "`planc lint` without paths reads all plans")
  }
}

// MARK: Names

extension PathChoice {
  /// A name as it can be printed: a file's own may hold a line end, and a log then reads a line of its own.
  private func shown(_ name: String) -> String { TerminalText.escape(name) }

  /// Why a file below `plans/` is none of the plans, and what to call it.
  private struct NameFault {
    let message: String
    let rename: String?
    var help: String? { rename.map { "rename it to \(TerminalText.escape($0))" } }
  }

  private func fault(_ relative: String) -> NameFault? {
    if let part = Self.leftOut(relative) {
      let parts = relative.split(separator: "/").map { name in
        Survey.leavesOut(name) ? String(name.drop { $0 == "_" || $0 == "." }) : String(name)
      }
      return NameFault(
        message: "is left out: `\(shown(String(part)))` begins with `\(part.prefix(1))`",
        rename: parts.contains("") ? nil : parts.joined(separator: "/"))
    }
    guard !relative.hasSuffix(".md") else { return nil }
    return NameFault(
      message: "is no plan: its name does not end in .md",
      rename: Lookalike.rename(relative, in: workspace))
  }

  /// The part of a path for which it is left out, with all below it.
  private static func leftOut(_ relative: String) -> Substring? {
    relative.split(separator: "/").first { Survey.leavesOut($0) }
  }
}
