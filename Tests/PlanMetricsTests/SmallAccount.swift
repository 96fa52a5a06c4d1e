import PlanMetrics
import PlanModel
import PlanParser
import PlanSource
import Testing

/// A plan that a test writes down, measured on 20 November 2026.
struct SmallAccount {
  static let today = Day(number: 20_777)
  let plan: Plan
  let program: Program
  let measures: PlanMeasures

  /// - Parameters:
  ///   - keys: Lines of the front matter beside account and tier.
  ///   - tier: 1 to 3.
  init(
    _ body: String = "", keys: String = "", tier: Int = 1, settings: String = "",
    on day: Day = today
  ) throws {
    let source = { (path: String, text: String) in SourceFile(path: path, bytes: Array(text.utf8)) }
    let program = SettingsReader.read(source("planc.yml", settings), rules: []).program
    let text = "---\naccount: Northwind\ntier: \(tier)\n\(keys)\n---\n\(body)\n"
    let reading = PlanReader.read(
      source("plans/northwind.md", text), in: program)
    self.program = program
    plan = try #require(reading.plan)
    measures = PlanMeasures(of: plan, in: program, on: day)
  }

  /// A committee of one, with this `Last engaged` and status, and plays.
  init(
    ann lastEngaged: String = "", status: String = "", plays: [String] = [], keys: String = "",
    tier: Int = 1, settings: String = ""
  ) throws {
    var body = "## Buying committee\n\n| Name | Role | Last engaged | Status |\n|-|-|-|-|\n"
    body += "| Ann Lee | champion | \(lastEngaged) | \(status) |\n\n"
    body += "## Plays\n\n| Date | Play | Channel | Contact | Outcome | By |\n|-|-|-|-|-|-|\n"
    body += plays.map { "| \($0) |\n" }.joined()
    try self.init(body, keys: keys, tier: tier, settings: settings)
  }

  var ann: PlanMeasures.ContactMeasure {
    get throws { try #require(measures.contacts.first) }
  }
}
