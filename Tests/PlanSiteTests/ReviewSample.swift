import PlanModel

@testable import PlanSite

/// Reviews of small accounts on 20 November 2026.
enum ReviewSample {
  static let settings = """
    people:
      maya.chen: { name: Maya Chen, role: ae }
      vera.holm: { name: Vera Holm, role: executive }
    """

  /// A plan of tier 1, owned and sponsored, reviewed on 21 August.
  static func plan(
    _ sections: String, facts: String = "stage: aware\nowner: maya.chen\nsponsor: vera.holm",
    reviewed: String? = "2026-08-21", tier: Int = 1
  ) -> String {
    let day = reviewed.map { "reviewed: \($0)\n" } ?? ""
    return "---\naccount: Northwind\ntier: \(tier)\n\(facts)\n\(day)---\n\n\(sections)\n"
  }

  static func review(
    _ sections: String, facts: String = "stage: aware\nowner: maya.chen\nsponsor: vera.holm",
    reviewed: String? = "2026-08-21", tier: Int = 1
  ) -> ReviewFacts {
    let text = plan(sections, facts: facts, reviewed: reviewed, tier: tier)
    let model = Sample(text, settings: settings).model
    return ReviewFacts(model, model.accounts[0])
  }

  static func deals(_ rows: String...) -> String {
    table("Opportunities", "Opportunity | Amount | Stage | Close | Created", rows)
  }

  static func contacts(_ rows: String...) -> String {
    table("Buying committee", "Name | Role | Stance | Last engaged | Status", rows)
  }

  static func plays(_ rows: String...) -> String {
    table("Plays", "Date | Play | Channel | Contact | By | Outcome", rows)
  }

  static func signals(_ rows: String...) -> String {
    table("Signals", "Date | Kind | Signal | Strength | Source | Action", rows)
  }

  static func whitespace(_ rows: String...) -> String {
    table(
      "Whitespace", "Offering | Buying center | Status | Potential | Next step | By | Until", rows)
  }

  static func risks(_ rows: String...) -> String {
    table("Risks", "Risk | Severity | Mitigation | Owner", rows)
  }

  static func objectives(_ rows: String...) -> String {
    table("Objectives", "Objective | Target | Current | By", rows)
  }

  static func tasks(_ items: String...) -> String {
    "## Mutual action plan\n\n" + items.map { "- \($0)\n" }.joined() + "\n"
  }

  static func reviews(_ items: String...) -> String {
    "## Reviews\n\n" + items.map { "- \($0)\n" }.joined() + "\n"
  }

  private static func table(_ title: String, _ columns: String, _ rows: [String]) -> String {
    let rule = columns.split(separator: "|").map { _ in "---" }.joined(separator: " | ")
    return "## \(title)\n\n| \(columns) |\n| \(rule) |\n"
      + rows.map { "| \($0) |\n" }.joined() + "\n"
  }
}
