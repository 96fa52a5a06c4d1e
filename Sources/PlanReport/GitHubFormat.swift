import PlanSource

/// Workflow commands of GitHub Actions, which annotate the lines of a pull request; the worst come first, and of these
/// what the change touches.
enum GitHubFormat {
  /// GitHub shows so many annotations of a level for a step, and drops the others without a word.
  private static let shown = 10

  static func write(_ report: Report) -> String {
    let levels = [Level.error, .warning, .info].map { level in
      let findings = report.findings.filter { $0.finding.level == level }
      // What the change touches comes first.
      let isTouched = { report.changed.contains(($0 as PlacedFinding).finding.path) }
      return (level, findings.filter(isTouched) + findings.filter { !isTouched($0) })
    }
    let isWhole = levels.allSatisfy { $0.1.count <= shown }
    var text = ""
    var rest: [String] = []
    for (level, findings) in levels {
      // The line about the rest takes the place of a notice.
      let room = level == .info && !isWhole ? shown - 1 : shown
      for placed in findings.prefix(room) { text += command(placed, report) }
      let left = findings.count - room
      if left > 0 { rest.append("\(left) more \(level.rawValue)\(left == 1 ? "" : "s")") }
    }
    if rest.isEmpty { return text }
    let list = rest.dropLast().joined(separator: ", ") + (rest.count > 1 ? " and " : "")
    return text + "::notice title=planc::\(list)\(rest[rest.count - 1]) without an annotation, "
      + "for GitHub shows ten of a level: `planc lint` lists them all\n"
  }

  private static func command(_ placed: PlacedFinding, _ report: Report) -> String {
    let finding = placed.finding
    var values = ["file=" + path(report.prefix + finding.path), "line=\(placed.start.line)"]
    if placed.excerpt != nil {
      values.append("endLine=\(placed.end.line)")
      // Columns are for one line only.
      if placed.start.line == placed.end.line {
        values += ["col=\(placed.start.column)", "endColumn=\(placed.end.column)"]
      }
    }
    values.append("title=" + property(TerminalText.escape(finding.rule)))
    let lines = [finding.message] + placed.notes + ["why: \(finding.why)", "help: \(finding.help)"]
    let message = lines.map(TerminalText.escape).joined(separator: "\n")
    return "::\(name(of: finding.level)) \(values.joined(separator: ","))::\(data(message))\n"
  }

  private static func name(of level: Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info, .off: "notice"
    }
  }

  /// A path as it is on the disk, but for what a log must not show.
  private static func path(_ path: String) -> String {
    let scalars = path.unicodeScalars.map { scalar in
      switch scalar {
      case "\r", "\n", "\t": String(scalar)
      default: TerminalText.escape(String(scalar))
      }
    }
    return property(scalars.joined())
  }

  /// What stands behind the second `::`, in GitHub's own escapes.
  private static func data(_ text: String) -> String { escape(text) { "%\r\n".contains($0) } }

  /// The value of a property.
  private static func property(_ text: String) -> String {
    escape(text) { "%\r\n:,".contains($0) }
  }

  private static func escape(
    _ text: String, where isSpecial: (Unicode.Scalar) -> Bool
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSpecial(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: ("%" + (digits.count < 2 ? "0" : "") + digits).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension String {
  /// By scalars: a line end with a mark behind it is a line end.
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
