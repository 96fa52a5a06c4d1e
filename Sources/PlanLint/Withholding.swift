import PlanModel
import PlanSource

/// Tells which findings of a rule hang on a value that could not be read: they are held back while the value's own
/// finding is reported as an error. One mistake, one finding.
struct Withholding {
  /// Whether some value that the rule reads could not be read.
  private var isDoubtful = false
  /// Whether that concerns all rows.
  private var isWide = false
  private var rows: Set<Span> = []

  /// - Parameters:
  ///   - topics: What the rule reads.
  ///   - doubts: Those that are reported themselves.
  init(reads topics: [Topic], _ doubts: [Doubt]) {
    for doubt in doubts {
      for topic in topics where topic.touches(doubt.topic) {
        isDoubtful = true
        // A rule that reads a whole section hangs on all of its rows.
        if case .section = topic { isWide = true }
        if let row = doubt.row { rows.insert(row) } else { isWide = true }
      }
    }
  }

  func holds(_ finding: Finding) -> Bool {
    isWide || (isDoubtful && (finding.row.map(rows.contains) ?? true))
  }
}
