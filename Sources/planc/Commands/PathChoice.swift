import PlanSource

/// Finds the plans that PATHS name.
struct PathChoice {
  private let workspace: Workspace
  private let here: String

  init(_ workspace: Workspace, _ here: String) {
    self.workspace = workspace
    self.here = here
  }

  /// The named plans, each once, by path; all plans when none is named.
  func files(_ paths: [String]) throws(Fault) -> [PlanFile] {
    if paths.isEmpty { return workspace.plans() }
    var chosen: [String: PlanFile] = [:]
    for path in paths {
      for file in try files(path) { chosen[file.path] = file }
    }
    return chosen.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func files(_ path: String) throws(Fault) -> [PlanFile] {
    let absolute = located(path)
    guard let kind = Disk.kind(absolute, following: true) ?? Disk.kind(absolute) else {
      let known = workspace.plans().map(\.path)
      let near = Nearest.guess(path, among: known) ?? nearestName(path, known)
      throw Fault(
        "there is no plan \(path)",
        help: near.map { "did you mean `\($0)`?" } ?? "`planc lint` without paths reads all plans")
    }
    guard let relative = relative(absolute),
      relative == "plans" || relative.hasPrefix("plans/") || relative.isEmpty
    else {
      if let file = linked(absolute) { return [file] }
      throw Fault(
        "\(path) is not among the plans of \(workspace.root)",
        help: "plans are read from \(workspace.root)/plans; `-C DIR` names another program")
    }
    if kind == .folder {
      let prefix = relative.isEmpty ? "" : relative + "/"
      return workspace.plans().filter { $0.path.hasPrefix(prefix) }
    }
    if kind == .link || Disk.kind(absolute) == .link {
      return workspace.plans().filter { $0.path == relative }
    }
    guard relative.hasSuffix(".md") else {
      throw Fault("\(path) is no plan: its name does not end in .md")
    }
    return [PlanFile(path: relative, fault: nil)]
  }

  /// As typed from the current folder; where nothing is there, from the program's root.
  private func located(_ path: String) -> String {
    let typed = Path.absolute(path, from: here)
    if Disk.kind(typed) != nil { return typed }
    let inRoot = Path.absolute(path, from: workspace.root)
    return Disk.kind(inRoot) != nil ? inRoot : typed
  }

  private func relative(_ absolute: String) -> String? {
    if let relative = Path.relative(absolute, to: workspace.root) { return relative }
    // The way here may lead over a link.
    guard let folder = try? Disk.resolve(Path.parent(absolute)).get() else { return nil }
    return Path.relative(folder + "/" + Path.name(absolute), to: workspace.root)
  }

  /// The plan that is the same file, where links lead to it on another way.
  private func linked(_ absolute: String) -> PlanFile? {
    guard let real = try? Disk.resolve(absolute).get() else { return nil }
    return workspace.plans().first { file in
      (try? Disk.resolve(workspace.root + "/" + file.path).get()) == real
    }
  }

  private func nearestName(_ path: String, _ known: [String]) -> String? {
    let names = known.map(Path.name)
    return Nearest.guess(Path.name(path), among: names).flatMap { name in
      known.first { Path.name($0) == name }
    }
  }
}
