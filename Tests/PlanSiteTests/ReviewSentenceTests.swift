import PlanModel
import Testing

@testable import PlanSite

/// What the review of an account says first, and its titles.
@Suite struct ReviewSentenceTests {
  private func lead(_ sections: String, reviewed: String? = "2026-11-12") -> String {
    ReviewSentences.lead(ReviewSample.review(sections, reviewed: reviewed)).source
  }

  @Test func theLeadBeginsWithTheMoney() {
    func money(_ rows: String...) -> String {
      let text = rows.map { "| \($0) |\n" }.joined()
      let head = "## Opportunities\n\n| Opportunity | Amount | Stage | Close |\n| - | - | - | - |\n"
      return String(lead(rows.isEmpty ? "" : head + text).prefix { $0 != "." })
    }
    #expect(money() == "No deal is open")
    #expect(money("P | 640k | Offer | 2027-01-29") == "$640k closes in 70 days")
    #expect(money("P | 640k | Offer | 2026-11-21") == "$640k closes tomorrow")
    #expect(money("P | 640k | Offer | 2026-11-20") == "$640k closes today")
    #expect(money("P | 640k | Offer | 2026-11-19") == "$640k should have closed 1 day ago")
    #expect(money("P | 640k | Offer | ") == "$640k is open, without a close day")
    #expect(money("P | | Offer | 2027-01-29") == "A deal without an amount closes in 70 days")
    #expect(
      money("P | 1k | Offer | 2027-01-29", "Q | 2k | Offer | 2026-12-20")
        == "$3k is open in two deals, the first closes in 30 days")
    #expect(
      money("P | | Offer | 2027-01-29", "Q | | Offer | 2026-12-20")
        == "Two deals without an amount are open, the first closes in 30 days")
    let cell = ReviewSample.whitespace("Core | EMEA | open | 5k | Ask | | ")
    #expect(lead(cell).hasPrefix("No deal is open; $5k is left to sell."))
  }

  @Test func theLeadGoesOnWithWhatMovedAndWhatIsBroken() {
    let sections =
      ReviewSample.tasks("[x] Trial (@maya.chen, Ann, done 2026-11-13)")
      + "## Reviews\n\n- 2026-10-01: go\n  - [ ] Pay (due 2026-11-01)\n"
    #expect(
      lead(sections)
        == "No deal is open. Since 12 November one task of the action plan was done; the one promise is broken."
    )
    #expect(lead("") == "No deal is open. Nothing is dated since 12 November.")
    #expect(
      lead("", reviewed: nil) == "No deal is open. In the last quarter no touch was logged.")
  }

  @Test func theTitleOfWhatMovedCounts() {
    func title(_ sections: String, facts: String? = nil) -> String {
      let facts = facts ?? "stage: aware\nowner: maya.chen"
      return ReviewSentences.movement(
        ReviewSample.review(sections, facts: facts, reviewed: "2026-11-12"))
    }
    #expect(title("") == "Nothing in the plan is dated since 12 November")
    #expect(
      title(ReviewSample.tasks("[x] A (done 2026-11-13)", "[x] B (done 2026-11-13)"))
        == "Two tasks done since 12 November")
    #expect(
      title("", facts: "stage: aware\nstage-since: 2026-11-13")
        == "No deal, task or person moved since 12 November")
    let many =
      ReviewSample.deals(
        "P | | won | 2026-11-13 | ", "Q | | lost | 2026-11-13 | ", "R | | Offer | | 2026-11-13",
        "S | | Offer | 2026-11-13 | ")
      + ReviewSample.signals("2026-11-13 | first-party | Visit | low | Site | ")
    #expect(
      title(many)
        == "One deal won, one deal lost, one deal past its close day, one new deal and 1 other since 12 November"
    )
  }

  @Test func theTitleOfTheObjectives() {
    func title(_ rows: String...) -> String {
      let text =
        rows.isEmpty
        ? "" : "## Objectives\n\n| Objective | Target | Current | By |\n| - | - | - | - |\n"
      let review = ReviewSample.review(text + rows.map { "| \($0) |\n" }.joined())
      return ReviewSentences.objectives(review.plan.objectives?.items ?? [], on: review.today)
    }
    #expect(title() == "No objective is written")
    #expect(title("A | 4 | 2 | ") == "One objective, and its target")
    #expect(title("A | 4 | 2 | ", "B | x | y | ") == "Two objectives, each with its target")
    #expect(title("A | 4 | 2 | ", "B | | y | ") == "Two objectives, one without a target")
    #expect(title("A | 4 | 2 | 2026-11-19") == "One objective, one past its day")
    #expect(title("A | 4 | 2 | 2026-11-20") == "One objective, and its target")
    // What stands at its target is late for nobody.
    #expect(title("A | 4 | 4 | 2026-11-19") == "One objective, one at its target")
    #expect(
      title("A | 4 | 4 | ", "B | 4 | 4 | ", "C | 4 | 2 | 2026-11-19", "D | 4 | 2 | 2026-11-19")
        == "Four objectives, two at their target and two past their day")
  }

  @Test func theTitleOfTheActionPlan() {
    func title(_ items: String...) -> String {
      let text =
        ReviewSample.contacts("Ann | coach | | | ") + "## Mutual action plan\n\n"
        + items.map { "- \($0)\n" }.joined()
      return ReviewSentences.actionPlan(ReviewSample.review(items.isEmpty ? "" : text))
    }
    #expect(title() == "No step is agreed with them yet")
    #expect(title("[x] A") == "The one step of the action plan is done")
    #expect(title("[x] A", "[x] B") == "Every step of the action plan is done")
    #expect(title("[ ] A (@maya.chen, Ann)") == "One step to do, without a day")
    #expect(
      title("[ ] A (@maya.chen, Ann, due 2026-12-01)") == "One step to do, by 1 December")
    #expect(
      title("[ ] A (@maya.chen, Ann)", "[ ] B (@maya.chen, Ann)")
        == "Two steps to do, none with a day")
    #expect(
      title("[ ] A (@maya.chen, Ann, due 2026-11-01)", "[ ] B (@maya.chen, due 2026-12-01)")
        == "Two steps to do, the last by 1 December; one is late and one names nobody of theirs")
    #expect(
      title("[ ] A (@maya.chen, due 2026-11-01)", "[ ] B (@maya.chen, due 2026-11-02)")
        == "Two steps to do; two are late and two name nobody of theirs")
  }

  @Test func theTitleOfTheRisks() {
    func title(_ rows: String...) -> String {
      let text = "## Risks\n\n| Risk | Severity | Mitigation |\n| - | - | - |\n"
      let review = ReviewSample.review(text + rows.map { "| \($0) |\n" }.joined())
      return ReviewSentences.risks(review.plan.risks?.items ?? [])
    }
    #expect(title() == "No risk is written")
    #expect(title("A | low | B") == "One risk, with an answer")
    #expect(title("A | high | ") == "One risk, severe, without an answer")
    #expect(
      title("A | high | B", "A | low | B") == "Two risks, one of them severe; each has an answer")
    #expect(title("A | high | ", "A | high | ") == "Two risks, all severe; none has an answer")
    #expect(title("A | low | ", "A | low | B") == "Two risks; one has no answer")
  }
}

/// Figures of objectives that can be drawn.
@Suite struct ProgressTests {
  @Test(arguments: [
    ("4", 4.0, " "), ("9.4%", 9.4, " %"), ("€1.2M", 1_200_000, "€ "), ("€640k", 640_000, "€ "),
    ("1,400 crates", 1400, " crates"), ("9,4 %", 9.4, " %"), ("12 m", 12, " m"),
    ("-3 points", -3, " points"), ("about 20", 20, "about "), ("1,234,567", 1_234_567, " "),
  ])
  func aNumberHasAUnit(_ text: String, _ value: Double, _ unit: String) throws {
    let number = try #require(Progress.Number(text))
    #expect(number.value == value)
    #expect(number.unit == unit)
  }

  @Test(arguments: ["", "not counted yet", "3 of 5", "2026-11-30", "10-12", "Q3 12", "1.2.3"])
  func severalNumbersAreNone(_ text: String) {
    #expect(Progress.Number(text) == nil)
  }

  @Test(arguments: [
    ("2", "4", true), ("2%", "4", false), ("€2k", "€1M", true), ("2k", "4M", false),
    ("", "4", false),
  ])
  func onlyNumbersOfOneUnitAreDrawn(_ current: String, _ target: String, _ isDrawn: Bool) {
    let text = ReviewSample.objectives("A | \(target) | \(current) | ")
    let objective = ReviewSample.review(text).plan.objectives?.items.first
    #expect((objective.flatMap { Progress(of: $0) } != nil) == isDrawn)
  }
}
