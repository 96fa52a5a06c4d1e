import PlanReport

/// GitHub Actions, as a step that runs in it sees it.
enum GitHubActions {
  /// GitHub refuses the summary of a step from 1 MiB on.
  private static let maximumBytes = (1 << 20) - 1

  static var isRunning: Bool { World.variable("GITHUB_ACTIONS") == "true" }

  /// Adds the findings to the summary of the step, as far as they fit.
  static func summarize(_ report: Report) throws(Fault) {
    guard let path = World.variable("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    let size = Disk.size(path)
    let room = maximumBytes - size - 1
    guard room > 1024 else {
      World.note("notice: the summary of the step is full; the findings are not in it")
      return
    }
    // What stands there already may lack the end of its last line.
    let gap = size == 0 ? "" : "\n"
    try Disk.append(path, Array((gap + report.markdown(below: room)).utf8))
  }
}
