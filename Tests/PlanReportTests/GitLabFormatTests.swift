import Foundation
import PlanReport
import PlanSource
import Testing

/// Code quality of GitLab.
struct GitLabFormatTests {
  private struct Entry: Decodable {
    let description, rule, fingerprint, severity: String
    let location: Location

    private enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case rule = "check_name"
    }
  }

  private struct Location: Decodable {
    let path: String
    let lines: [String: Int]
  }

  private func entries(_ report: Report) throws -> [Entry] {
    let text = OutputFormat.gitlab.write(report)
    return try JSONDecoder().decode([Entry].self, from: Data(text.utf8))
  }

  @Test func holdsWhatGitLabReads() throws {
    var finding = Sample.finding("a\nb\n", at: "b")
    finding.fingerprint = "group/fault a"
    var report = Sample.report([Sample.place(finding, in: "a\nb\n")])
    let first = try #require(try entries(report).first)
    #expect(first.description == "a fault; help: Mend it.")
    #expect([first.rule, first.fingerprint] == ["group/fault", "group/fault a"])
    #expect(first.location.path == "plans/a.md")
    #expect(first.location.lines == ["begin": 2])
    report.prefix = "sales/"
    let below = try #require(try entries(report).first)
    #expect(below.location.path == "sales/plans/a.md")
    // Another program of the repository may have the same account.
    #expect(below.fingerprint == "sales/group/fault a")
    #expect(try entries(Sample.report([])).isEmpty)
  }

  @Test func levelsHaveTheirSeverities() throws {
    let levels = [Level.error, .warning, .info]
    let found = levels.map { Sample.place("a", at: "a", level: $0) }
    #expect(try entries(Sample.report(found)).map(\.severity) == ["major", "minor", "info"])
  }
}
