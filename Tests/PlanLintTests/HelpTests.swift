import PlanModel
import PlanSource
import Testing

/// What a help line says to type fits the plan: its own columns, its own people.
struct HelpTests {
  private func help(_ rule: String, _ plan: String, settings: String = "") throws -> String {
    let found = SmallProgram("---\naccount: Northwind\n" + plan, settings: settings)
      .findings(of: rule)
    return try #require(found.first).help
  }

  @Test func rowsHaveTheColumnsOfThePlan() throws {
    let committee = "## Buying committee\n\n| Name | Title | Role (list) | Floor |\n|-|-|-|-|\n"
    let plan = "tier: 1\nstage: aware\n---\n" + committee + "| Ann Lee | CFO | champion | 3 |\n"
    #expect(
      try help("committee/missing-role", plan).hasSuffix("`| <their name> | | economic-buyer |`"))
    #expect(
      try help("committee/too-few-contacts", plan).contains("`| <their name> | | <their role> |`")
    )
    let plays = plan + "\n## Plays\n\n| Date | Channel | Play | By |\n|-|-|-|-|\n"
    #expect(
      try help("plays/nothing-planned", plays).hasSuffix(
        "`| 2026-12-04 | meeting | <what we do> |`"))
    #expect(try help("plays/gone-quiet", plays).hasSuffix("| call | <what we do> |`"))
    let whitespace =
      "tier: 3\n---\n## Whitespace\n\n| Status | Product | Note | Region |\n|-|-|-|-|\n"
      + "| open | Core | | EMEA |\n"
    #expect(
      try help("whitespace/unmapped", whitespace, settings: "offerings: [Core, Robots]\n")
        .contains("`| open | Robots | | EMEA |`"))
  }

  @Test func aColumnThatTheRowNeedsIsAdded() throws {
    let whitespace = "## Whitespace\n\n| Region | Offering | Status | Note |\n|-|-|-|-|\n"
    #expect(
      try help("whitespace/too-few", "tier: 1\nstage: opportunity\n---\n" + whitespace)
        == "add a column `Potential` and a row to Whitespace for each thing still to sell, such as "
        + "`| <to whom> | <what we could sell> | open | | 120k |`")
    let meddpicc =
      "\n## MEDDPICC\n\n| Element | Score |\n|-|-|\n| Identified pain | 2 |\n| Metrics | 2 |\n"
    #expect(
      try help(
        "opportunity/meddpicc-gap",
        "tier: 3\n---\n" + Self.deals + "| Core | 300k | demo |\n" + meddpicc
      ).hasPrefix(
        "ask, then write who told us what, in a column `Evidence`: `| identified pain | 2 | <"))
  }

  @Test func aTableThatIsNotThereHasTheColumnsOfTheExample() throws {
    #expect(
      try help("plays/nothing-planned", "tier: 1\n---\n")
        == "add a section `## Plays` with a table `| Date | Play | Channel | Contact |` and the next "
        + "play, such as `| 2026-12-04 | <what we do> | meeting | <their name> |`")
  }

  @Test func missingRolesOfAPodStandInOneLine() throws {
    let settings =
      "people:\n  tom.fox: { name: Tom Fox, role: sdr }\n  ola.berg: { name: Ola Berg, role: marketing }\n"
    let found = SmallProgram("---\naccount: Northwind\ntier: 1\n---\n", settings: settings)
      .findings(of: "pod/incomplete")
    #expect(
      found.map(\.help)
        == Array(
          repeating: "add `pod: { sdr: tom.fox, marketing: ola.berg }`, the ids of those who do it",
          count: 2))
  }

  private static let deals = "## Opportunities\n\n| Opportunity | Amount | Stage |\n|-|-|-|\n"

  @Test func aStageWithoutADealGoesBackToTheOneThatThePlanShows() throws {
    let head = "tier: 3\nstage: opportunity\n---\n"
    let rule = "opportunity/stage-mismatch"
    #expect(
      try help(rule, head)
        == "add a section `## Opportunities` with a table `| Opportunity | Amount | Stage | Close |` "
        + "and the deal, or go back to `stage: unaware`")
    #expect(
      try help(rule, head + Self.deals + "| <what the deal is called> | | discovery |\n")
        == "write the deal into Opportunities, as `| <the deal> | | <its stage> |`, or go back to "
        + "`stage: unaware`")
    #expect(
      try help(rule, head + Self.deals + "| Core | | lost |\n")
        == "go back to `stage: unaware`, or add the open deal to Opportunities")
  }

  @Test func nobodyIsMadeUp() throws {
    let plan = "tier: 1\nowner: maya.chen\n---\n" + Self.deals + "| Core | 300k | demo |\n"
    #expect(
      try help("opportunity/no-mutual-action-plan", plan)
        == "add a section `## Mutual action plan` with the steps agreed, such as "
        + "`- [ ] Signed (@maya.chen, due 2026-12-20)`, each with the name of a contact of theirs")
    let tasks = "\n## Mutual action plan\n\n- [ ] Sign (@maya.chen, due 2026-12-01)\n"
    #expect(
      try help("map/one-sided", plan + tasks)
        == "agree who of theirs does it with us, add them to Buying committee, and write the name "
        + "behind `@maya.chen`")
  }
}
