import PlanSource

/// Finds the plan or the folder of plans that somebody meant.
struct NearestPath {
  /// The plans and the folders above them, by path.
  private let paths: [String]

  /// - Parameter plans: The paths of all plans in the program.
  init(_ plans: [String]) {
    var paths = Set(plans)
    for plan in plans {
      var folder = Path.parent(plan)
      while folder != ".", paths.insert(folder).inserted { folder = Path.parent(folder) }
    }
    self.paths = paths.sorted()
  }

  /// The nearest path, if one is near enough to be worth naming: the same place with some names misspelt, else the same
  /// name, else a like one, at another place.
  func guess(_ typed: String) -> String? {
    let names = typed.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    guard let last = names.last else { return nil }
    return descend(names, from: nil) ?? descend(names, from: "plans")
      ?? nearest(last, among: paths.filter { !last.hasSuffix(".md") || $0.hasSuffix(".md") })
  }

  /// Walks down from a folder, name by name.
  private func descend(_ names: [String], from folder: String?) -> String? {
    var found = folder
    for name in names {
      let prefix = found.map { $0 + "/" } ?? ""
      let children = paths.filter {
        $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/")
      }
      guard let next = nearest(name, among: children) else { return nil }
      found = next
    }
    return found
  }

  /// The path whose last name is nearest; the first of equals.
  private func nearest(_ name: String, among paths: [String]) -> String? {
    let stem = Nearest.fold(Self.stem(name))
    guard !stem.isEmpty, stem.count <= 255 else { return nil }
    // Of a short name hardly anything would be left.
    let limit = stem.count < 3 ? 0 : stem.count < 6 ? 1 : stem.count < 10 ? 2 : 3
    var best: (path: String, cost: Int)?
    for path in paths {
      let cost = Nearest.distance(stem, Nearest.fold(Self.stem(Path.name(path))), limit: limit)
      if cost <= limit, cost < best?.cost ?? Int.max { best = (path, cost) }
    }
    return best?.path
  }

  /// The name without its ending.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
