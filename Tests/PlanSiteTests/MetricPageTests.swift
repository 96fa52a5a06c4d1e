import PlanMetrics
import PlanModel
import PlanSource
import Testing

@testable import PlanSite

/// The pages of metrics, definitions and findings.
@Suite struct MetricPageTests {
  private func model(_ plans: [String], settings: String = "") -> SiteModel {
    Sample(plans.enumerated().map { ("p\($0.offset)", $0.element) }, settings: settings).model
  }

  private func plan(_ deals: String..., keys: String = "", tier: Int = 1) -> String {
    "---\naccount: A\ntier: \(tier)\n\(keys)\n---\n## Opportunities\n\n"
      + "| Opportunity | Stage | Amount | Close | Created | Forecast | Source |\n|-|-|-|-|-|-|-|\n"
      + deals.map { "| \($0) |\n" }.joined()
  }

  private func lead(_ plans: String...) -> String {
    let model = model(plans)
    return MetricSentences.lead(model.breakdown.total, all: model.accounts, model.figures).source
      .replacing(/<[^>]*>/, with: "")
  }

  @Test func theLead() {
    #expect(lead().hasPrefix("There is no active account yet"))
    #expect(lead(plan()) == "The one account has no open deal.")
    #expect(lead(plan("B | proposal")) == "The one account has an open deal.")
    #expect(
      lead(plan("B | proposal"), plan())
        == "1 of 2 accounts has an open deal; nobody is engaged in any.")
    #expect(
      lead(plan(), plan()) == "None of 2 accounts has an open deal; nobody is engaged in any.")
    #expect(
      lead(plan("B | won | 1k | 2026-11-01"))
        == "The one account has no open deal; the one deal that ended in four quarters was won.")
    #expect(
      lead(plan("B | won | 1k | 2026-11-01", "C | lost | | 2026-11-01"))
        == "The one account has no open deal; 1 of 2 deals that ended in four quarters was won.")
    #expect(
      lead(plan("B | proposal | 10k | 2026-11-19"))
        == "The one account has an open deal; 1 deal, $10k, has slipped.")
  }

  @Test func titles() {
    func deals(_ rows: String...) -> DealMetrics {
      let text =
        "---\naccount: A\ntier: 1\n---\n## Opportunities\n\n"
        + "| Opportunity | Stage | Amount | Close | Created | Forecast | Source |\n|-|-|-|-|-|-|-|\n"
        + rows.map { "| \($0) |\n" }.joined()
      return model([text]).breakdown.total.deals
    }
    let figures = model([]).figures
    func pipeline(_ deals: DealMetrics) -> String { MetricSentences.pipeline(deals, figures) }
    #expect(pipeline(deals()) == "No deal is open")
    #expect(pipeline(deals("A | p | 1k | 2026-11-19")) == "No deal is open that has not slipped")
    #expect(pipeline(deals("A | p | | ")) == "No open deal says its amount")
    #expect(pipeline(deals("A | p | 10k | ")) == "No open deal says how sure its owner is")
    #expect(pipeline(deals("A | p | 10k | | | commit")) == "All $10k is committed")
    #expect(
      pipeline(deals("A | p | 10k | | | commit", "B | p | 30k | | | pipeline"))
        == "$10k of the $40k is committed")
    #expect(pipeline(deals("A | p | 10k | | | pipeline")) == "None of the $10k is committed")
    func source(_ deals: DealMetrics) -> String { MetricSentences.source(deals, figures) }
    #expect(source(deals()) == "No pipeline to ascribe")
    #expect(source(deals("A | p | 10k")) == "No open deal says who brought it in")
    #expect(source(deals("A | p | 10k | | | | sales")) == "Sales brought in all $10k")
    #expect(
      source(deals("A | p | 10k | | | | sales", "B | p | 5k | | | | partner"))
        == "Sales brought in $10k of the $15k")
    #expect(
      source(deals("A | p | 10k | | | | sales", "B | p | 10k | | | | partner"))
        == "Several brought in as much as each other")
    #expect(MetricSentences.revenue(deals()) == "No deal ended in the last four quarters")
    #expect(
      MetricSentences.revenue(deals("A | lost | | 2026-11-01"))
        == "The one deal that ended in the last four quarters was lost")
  }

  @Test func tiersAreCompared() {
    func title(_ plans: String...) -> String {
      let tiers = model(plans).breakdown.tiers
      return MetricSentences.compared(Tier.allCases.compactMap { tiers[$0] })
    }
    #expect(title(plan()) == "Only one tier holds accounts")
    #expect(
      title(
        plan("B | p", keys: "reviewed: 2026-11-01"), plan(keys: "reviewed: 2026-11-01", tier: 2)
      )
      .hasPrefix("The tiers differ most in"))
  }

  /// A tier-1 clock is 365 days.
  @Test func aWinRateBeforeTheFirstClockSaysSinceWhenItSpeaks() throws {
    let young = plan("B | won | 1k | 2026-11-01", keys: "listed: 2026-06-01")
    let pages = try Sample([("a", young)]).site()
    let page = try #require(pages["metrics.html"])
    #expect(page.contains("from 1 Jun 2027"))
    let old = try Sample([("a", young.replacing("2026-06-01", with: "2025-06-01"))]).site()
    #expect(try !#require(old["metrics.html"]).contains("from 1 Jun"))
    #expect(try #require(old["metrics.html"]).contains("1 of 1"))
  }

  @Test func sharesStandWithTheirCounts() throws {
    let page = try #require(try Sample(Sample.rich).site()["metrics.html"])
    #expect(page.contains("1 of 1") && page.contains("–"))
    for id in [
      "scorecard", "compared", "stages", "metrics", "roles", "pipeline", "revenue", "needs",
    ] {
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(page.contains("Awareness") && page.contains("needs CRM data"))
  }

  @Test func theRhythmIsTheProgramsOwn() {
    var program = Program()
    #expect(Dimension.pipeline.rhythm(in: program) == .monthly)
    program.cadence = [Cadence(meeting: "Pipeline", rhythm: .biweekly)]
    #expect(Dimension.pipeline.rhythm(in: program) == .biweekly)
    #expect(Dimension.revenue.rhythm(in: program) == .quarterly)
  }

  // MARK: Definitions

  @Test func windowsInWords() throws {
    func words(_ settings: String) -> String {
      DefinitionWords.windows(model([], settings: settings).program)
    }
    #expect(words("") == "in the last 90 days, in tier 3 in the last 180 days")
    #expect(words("tiers: { 3: { engagement-window: 90 } }\n") == "in the last 90 days")
    #expect(
      words("tiers: { 1: { engagement-window: none }, 2: { engagement-window: 1 } }\n")
        == "at any time, in tier 2 in the last 1 day, in tier 3 in the last 180 days")
  }

  @Test(arguments: [
    (10.0, "10"), (0.15, "0.15"), (1.5, "1.5"), (1234.567, "1,234.57"), (0.05, "0.05"),
  ])
  func numbers(_ number: Double, _ text: String) {
    #expect(DefinitionWords.number(number) == text)
  }

  @Test func decayInWords() {
    var settings = EngagementSettings()
    #expect(
      DefinitionWords.decay(settings)
        == "A meeting counts 10 points, and half of that 30 days later")
    settings.weights[.meeting] = 0
    settings.halfLife = 1
    #expect(
      DefinitionWords.decay(settings)
        == "An executive counts 12 points, and half of that a day later")
    for channel in Channel.allCases { settings.weights[channel] = 0 }
    #expect(DefinitionWords.decay(settings) == "No touch counts any points")
  }

  @Test func governanceStandsWithTheDefinitions() throws {
    let settings = """
      program-sponsors: [vera]
      goals: { revenue: 4M, fiscal-year: 2026 }
      definitions: { sales-ready: engaged with a champion }
      cadence: { pod: weekly }
      """
    let page = try #require(try Sample([], settings: settings).site()["definitions.html"])
    #expect(page.contains("The program is to win $4.00M in fiscal 2026"))
    #expect(page.contains("One word that sales and marketing agreed on"))
    #expect(page.contains("engaged with a champion") && page.contains("weekly"))
    let bare = try #require(try Sample([]).site()["definitions.html"])
    #expect(bare.contains("Nobody set a goal yet") && bare.contains("No word is our own yet"))
    #expect(bare.contains("40 points</a> make it an mqa."))
  }

  // MARK: Findings

  private func count(_ name: String, _ errors: Int, _ warnings: Int = 0) -> FindingCount {
    FindingCount(name: name, errors: errors, warnings: warnings, files: 1)
  }

  /// The kind of error that is named is the only one that comes so often.
  @Test(arguments: [
    ([(3, 0), (1, 9)], ". Three errors are of one kind: a rule 0."), ([(2, 0), (2, 0)], "."),
    ([(1, 0)], "."), ([(0, 9)], "."), ([(2, 0)], ". Two errors are of one kind: a rule 0."),
  ])
  func theLeadOfTheFindings(_ rules: [(Int, Int)], _ end: String) {
    let counts = rules.enumerated().map { index, rule in
      var count = FindingCount(name: "\(index)")
      (count.errors, count.warnings) = rule
      return count
    }
    let lead = ReportView.sentence(
      errors: 3, warnings: 0, all: 3, files: 2, plans: 2, active: 2, counts,
      finds: { "A rule \($0)." }
    ).source.replacing(/<[^>]*>/, with: "")
    #expect(lead == "3 errors and 0 warnings in 2 files" + end)
  }

  @Test func findingsByGroupAndOwner() {
    #expect(ReportSentences.groups([]) == "Nothing was found")
    #expect(
      ReportSentences.groups([count("map", 1)]) == "All findings are about mutual action plans")
    #expect(
      ReportSentences.groups([count("map", 0, 2), count("pod", 0, 1)]) == "No finding is an error")
    #expect(
      ReportSentences.groups([count("map", 1), count("pod", 0, 1)])
        == "The one error is about mutual action plans")
    #expect(
      ReportSentences.groups([count("map", 3), count("pod", 1)])
        == "Three of four errors are about mutual action plans")
    #expect(ReportSentences.groups([count("map", 2), count("pod", 2)]) == "4 errors in two groups")
    func owners(_ counts: FindingCount...) -> String {
      ReportSentences.owners(counts, name: { $0.uppercased() })
    }
    #expect(owners() == "No finding is about an account")
    #expect(owners(count("a", 0, 1)) == "No plan carries an error")
    #expect(owners(count("a", 1)) == "The plans of A carry the one error")
    #expect(
      owners(count("", 2), count("a", 1)) == "Plans that nobody owns carry two of three errors")
    #expect(owners(count("a", 1), count("b", 1)) == "2 errors with two owners")
  }

  @Test func theReportCountsByOwner() throws {
    let plans = [
      ("a", "---\naccount: A\ntier: 3\nowner: maya\n---\n"),
      ("b", "---\naccount: B\ntier: 3\n---\n"),
    ]
    let findings = ["plans/a.md", "plans/a.md", "plans/b.md", "planc.yml"].map { path in
      Finding(Sample.rule, path: path, at: nil, "fault")
    }
    let page = try #require(
      try Sample(plans, findings: findings, rules: [Sample.rule]).site()["report.html"])
    #expect(page.contains("The plans of maya carry two of three errors"))
    #expect(page.contains("<a href=\"people/maya.html\">maya</a>"))
    #expect(page.contains("committee/<wbr>missing-role"))
  }
}
