import PlanSource

/// A code quality report of GitLab: what a merge request shows beside its lines.
enum GitLabFormat {
  static func write(_ report: Report) -> String {
    JSONFormat.encode(
      report.findings.map { Entry($0, report) },
      [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
  }

  private struct Entry: Encodable {
    let description: String
    let rule: String
    let fingerprint: String
    let severity: String
    let location: Location

    private enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case rule = "check_name"
    }

    init(_ placed: PlacedFinding, _ report: Report) {
      let finding = placed.finding
      description = "\(finding.message); help: \(finding.help)"
      rule = finding.rule
      // Two programs of one repository may have the same account.
      fingerprint = report.prefix + finding.fingerprint
      severity =
        switch finding.level {
        case .error: "major"
        case .warning: "minor"
        case .info, .off: "info"
        }
      location = Location(
        path: report.prefix + finding.path, lines: Lines(begin: placed.start.line))
    }
  }

  private struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  private struct Lines: Encodable {
    let begin: Int
  }
}
