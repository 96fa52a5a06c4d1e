/// Files that would be plans if they were called otherwise, such as `plans/Northwind.MD`.
enum Lookalike {
  /// What to call one, nothing that is there already; nil for a file that does not look like a plan.
  static func rename(_ path: String, in workspace: Workspace) -> String? {
    guard let stem = Survey.stem(ofLookalike: Path.name(path)) else { return nil }
    let id = New.id(of: stem)
    let start = Path.parent(path) + "/" + (id.isEmpty ? stem : id)
    var name = start + ".md"
    var number = 2
    while workspace.exists(name) {
      name = "\(start)-\(number).md"
      number += 1
    }
    return name
  }
}
