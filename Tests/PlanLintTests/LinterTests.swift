import PlanLint
import PlanModel
import PlanSource
import Testing

/// What the linter makes of the rules' findings: which are withheld, and what they weigh.
struct LinterTests {
  private let people = "people: { maya.chen: { name: Maya Chen } }\n"

  // MARK: One mistake, one finding

  @Test func withholdsWhatHangsOnAnUnreadableValue() {
    let plan = "---\naccount: Northwind\ntier: 3\nowner: nobody.known\n---\n"
    let program = SmallProgram(plan, settings: people)
    #expect(program.levels(of: "structure/unknown-person") == [.error])
    #expect(program.findings(of: "list/no-owner").isEmpty)
  }

  @Test(arguments: ["off", "warning", "info"])
  func reportsItAfterAllWhileTheValuesOwnFindingIsNoError(_ level: String) {
    let plan = "---\naccount: Northwind\ntier: 3\nowner: nobody.known\n---\n"
    let program = SmallProgram(
      plan, settings: people + "rules: { structure/unknown-person: \(level) }\n")
    #expect(program.findings(of: "list/no-owner").count == 1)
  }

  @Test func reportsItAfterAllWhenTheValuesRuleIsNotSelected() {
    let plan = "---\naccount: Northwind\ntier: 3\nowner: nobody.known\n---\n"
    let program = SmallProgram(
      [("plans/northwind.md", plan)], settings: people, selection: Selection(select: ["list"]))
    #expect(program.findings.map(\.rule) == ["list/no-owner"])
  }

  @Test func withholdsOnlyTheRowOfTheUnreadableValue() {
    let program = SmallProgram(
      """
      ---
      account: Northwind
      tier: 3
      ---
      ## Whitespace

      | Offering | Buying center | Status | Owner | Next step | By |
      | --- | --- | --- | --- | --- | --- |
      | Core | EMEA | pursuing | maya.chen | Plant tour | 12/11/2026 |
      | Core | APAC | pursuing | maya.chen | Plant tour | |
      """)
    #expect(program.levels(of: "structure/invalid-value") == [.error])
    #expect(
      program.findings(of: "whitespace/no-next-step").map(\.message)
        == ["Core in APAC is pursued without a day"])
  }

  @Test func withholdsOnlyTheTaskOfTheUnreadableDay() {
    let text = """
      ---
      account: Northwind
      tier: 3
      ---
      ## Mutual action plan

      - [ ] Sign (@maya.chen, due 2026-11-01)
        - [ ] Price it (@maya.chen, due 2026-10-01)
      - [ ] Review (@maya.chen, due 12/11/2026)
      - [ ] Meet (@maya.chen)

      """
    let program = SmallProgram(text)
    #expect(
      program.findings(of: "map/overdue").map(\.key).sorted() == ["sign", "sign / price it"])
    #expect(program.findings(of: "map/undated").map(\.key) == ["meet"])
    // A deal that may be lost makes all of them unsure.
    let deals =
      "\n## Opportunities\n\n| Opportunity | Stage |\n| --- | --- |\n| Core | closed lst |\n"
    #expect(SmallProgram(text + deals).findings(of: "map/overdue").isEmpty)
  }

  @Test func withholdsOnlyThePodRoleOfTheUnreadablePerson() {
    let program = SmallProgram(
      "---\naccount: Northwind\ntier: 1\npod: { sdr: nobody.known }\n---\n", settings: people)
    #expect(program.findings(of: "pod/incomplete").map(\.key) == ["marketing"])
  }

  @Test func saysOnceThatNobodyIsKnown() {
    let rules = SmallProgram(
      "---\naccount: Northwind\ntier: 1\nstage: opportunity\n---\n"
    ).findings.map(\.rule).filter { $0.hasPrefix("committee/") }
    #expect(
      rules == [
        "committee/missing-role", "committee/missing-role", "committee/missing-role",
        "committee/too-few-contacts",
      ])
  }

  @Test func saysThatTooFewAreEngagedWhenTooFewContactsIsOff() {
    let program = SmallProgram(
      "---\naccount: Northwind\ntier: 1\nstage: opportunity\n---\n",
      settings: "rules: { committee/too-few-contacts: off }\n")
    #expect(program.levels(of: "committee/too-few-engaged") == [.error])
    #expect(program.levels(of: "committee/too-few-functions") == [.warning])
  }

  // MARK: Status

  @Test func softensErrorsOfADraftButNotOfStructure() {
    let program = SmallProgram(
      """
      ---
      account: Northwind
      tier: 3
      stage: engaged
      status: draft
      ---
      See [the offer](offer.pdf).
      """)
    #expect(program.levels(of: "committee/too-few-contacts") == [.warning])
    #expect(program.levels(of: "structure/broken-link") == [.error])
  }

  @Test(arguments: ["paused", "retired"])
  func checksOnlyTheStructureOfWhatIsNotWorked(_ status: String) {
    let program = SmallProgram(
      """
      ---
      account: Northwind
      tier: 1
      stage: engaged
      status: \(status)
      ---
      See [the offer](offer.pdf).
      """)
    #expect(program.findings.map(\.rule) == ["structure/broken-link"])
  }

  // MARK: Grace

  /// Tier 1 asks for a review every 35 days; the grace is 14.
  @Test(arguments: [(45, Level.warning), (49, .warning), (50, .error), (55, .error)])
  func warnsDuringTheGraceAndBlocksAfterIt(_ days: Int, _ level: Level) throws {
    let reviewed = try #require(Day(Example.today)) - days
    let plan = "---\naccount: Northwind\ntier: 1\nstage: unaware\nreviewed: \(reviewed)\n---\n"
    #expect(SmallProgram(plan).levels(of: "freshness/review-overdue") == [level])
    #expect(
      SmallProgram(plan, settings: "limits: { grace: 0 }\n").levels(of: "freshness/review-overdue")
        == [.error])
    #expect(
      SmallProgram(plan, settings: "rules: { freshness/review-overdue: info }\n")
        .levels(of: "freshness/review-overdue") == [.info])
  }

  @Test(arguments: [(100, Level.warning), (110, .error)])
  func warnsWhileSomebodyHasOnlyJustGoneQuiet(_ days: Int, _ level: Level) throws {
    let engaged = try #require(Day(Example.today)) - days
    let plan = """
      ---
      account: Northwind
      tier: 2
      stage: mqa
      ---
      ## Buying committee

      | Name | Role | Last engaged |
      | --- | --- | --- |
      | Ann Lee | champion | \(engaged) |
      """
    #expect(SmallProgram(plan).levels(of: "committee/too-few-engaged") == [level])
  }

  // MARK: Levels and selection

  @Test func takesTheLastOverrideThatMatches() {
    let plan = "---\naccount: Northwind\ntier: 3\n---\n"
    let settings = """
      rules: { list/no-owner: info }
      overrides:
        - { plans: "plans/apac/**", rules: { list/no-owner: error } }
        - { plans: "plans/apac/japan/*", rules: { list/no-owner: warning } }
      """
    let program = SmallProgram(
      [
        ("plans/emea/a.md", plan), ("plans/apac/b.md", plan), ("plans/apac/japan/c.md", plan),
      ], settings: settings)
    #expect(program.levels(of: "list/no-owner") == [.error, .warning, .info])
  }

  @Test func runsWhatIsSelectedAndNotWhatIsIgnored() {
    let plan = "---\naccount: Northwind\ntier: 1\nstage: aware\n---\n"
    func rules(_ selection: Selection) -> Set<String> {
      Set(SmallProgram([("plans/northwind.md", plan)], selection: selection).findings.map(\.rule))
    }
    #expect(
      rules(Selection(select: ["sponsor", "list/no-owner"])) == [
        "sponsor/missing", "list/no-owner",
      ])
    #expect(rules(Selection(select: ["list"], ignore: ["list/no-owner"])).isEmpty)
    #expect(rules(Selection()).contains("brief/missing-part"))
    #expect(!rules(Selection(ignore: ["brief"])).contains("brief/missing-part"))
  }

  @Test func tellsAccountAndTier() throws {
    let program = SmallProgram("---\naccount: Northwind\ntier: 2\n---\n")
    let finding = try #require(program.findings(of: "list/no-owner").first)
    #expect(finding.account == "northwind")
    #expect(finding.tier == 2)
    #expect(finding.path == "plans/northwind.md")
  }

  // MARK: Fingerprints

  @Test func aFingerprintWithoutAKeyEndsWithTheAccount() throws {
    let program = SmallProgram("---\naccount: Northwind\ntier: 2\n---\n")
    let finding = try #require(program.findings(of: "list/no-owner").first)
    #expect(finding.fingerprint == "list/no-owner northwind")
  }

  @Test func fingerprintsAreUniqueAndSurviveALineAbove() {
    let head = "---\naccount: Northwind\ntier: 1\nstage: opportunity\nowner: maya.chen\n"
    let body = """
      ---
      ## Brief

      See [one](a.pdf), [two](b.pdf) and [two again](b.pdf).

      ## Buying committee

      | Name | Role | Stance | Last engaged | Reports to |
      | --- | --- | --- | --- | --- |
      | Ann Lee | champion | opponent | 2027-01-01 | Raj Iyer |
      | Raj Iyer | economic buyer | blocker | 2027-01-01 | Ann Lee |

      ## Whitespace

      | Offering | Buying center | Status | Until |
      | --- | --- | --- | --- |
      | Core | EMEA | pursuing | |
      | Core | EMEA | pursuing | |
      | Core | APAC | blocked | |
      | Core | Americas | competitor | 2026-12-01 |
      """
    let plain = SmallProgram(head + body).findings
    let edited = SmallProgram(
      head + "x-note: a line above\n"
        + body.replacing("| Ann Lee | ch", with: "| Zoë Ek | legal | | | |\n| Ann Lee | ch")
    ).findings.filter { !$0.key.hasPrefix("zoë") }
    let prints = plain.map(\.fingerprint)
    #expect(prints.count > 15)
    #expect(Set(prints).count == prints.count)
    #expect(Set(edited.map(\.fingerprint)) == Set(prints))
  }

  @Test func ordersFindingsByPathAndPlace() {
    let plan = "---\naccount: Northwind\ntier: 1\nstage: aware\n---\n"
    let findings = SmallProgram([("plans/b.md", plan), ("plans/a.md", plan)]).findings
    let sorted = findings.sorted(by: Finding.isOrdered).map(\.fingerprint)
    #expect(findings.map(\.fingerprint) == sorted)
    #expect(findings.map(\.path).first == "plans/a.md")
    #expect(findings.map(\.path).last == "plans/b.md")
  }

  @Test func aRuleThatNobodyHearsSilencesNoOther() {
    func plan(_ waivers: String = "") -> String {
      """
      ---
      account: Northwind
      tier: 3
      stage: opportunity
      \(waivers)---
      ## Buying committee

      | Name | Role |
      | --- | --- |
      | Ann Lee | champion |

      ## Opportunities

      | Opportunity | Stage |
      | --- | --- |
      | Core rollout | Proposal |
      """
    }
    let (few, thin) = ("committee/too-few-engaged", "opportunity/thin-coverage")
    let both = SmallProgram(plan())
    #expect(both.levels(of: few) == [.error] && both.levels(of: thin) == [])
    let waiver =
      "waivers: [{ rule: \(few), until: 2026-12-31, reason: new buyer, by: maya.chen }]\n"
    let files = [("plans/northwind.md", plan())]
    for alone in [
      SmallProgram(plan(waiver)),
      SmallProgram(files, selection: Selection(select: ["opportunity"])),
      SmallProgram(files, selection: Selection(ignore: ["committee"])),
    ] {
      #expect(alone.levels(of: few) == [] && alone.levels(of: thin) == [.warning])
    }
  }

  /// The same of rules about one thing that is missing: what is waived silences nothing else.
  @Test func aWaivedLackHidesNoOther() {
    func plan(_ rule: String?) -> String {
      let waiver = rule.map {
        "waivers: [{ rule: \($0), until: 2026-12-31, reason: new buyer, by: maya.chen }]\n"
      }
      return """
        ---
        account: Northwind
        tier: 1
        stage: opportunity
        \(waiver ?? "")---
        ## Buying committee

        | Name | Role | Function | Last engaged |
        | --- | --- | --- | --- |
        | Ann Lee | champion | IT | 2026-11-10 |

        ## Whitespace

        | Offering | Buying center | Status | Potential | Owner | Next step | By |
        | --- | --- | --- | --- | --- | --- | --- |
        | Core | EMEA | pursuing | | maya.chen | | 2026-11-01 |
        | Core | APAC | open | | | | |
        | Core | US | open | | | | |

        ## Opportunities

        | Opportunity | Stage |
        | --- | --- |
        | Core rollout | Proposal |
        """
    }
    for (lack, hidden) in [
      ("committee/too-few-contacts", "committee/too-few-engaged"),
      ("committee/too-few-contacts", "committee/too-few-functions"),
      ("whitespace/too-few", "whitespace/no-potential"),
      ("whitespace/no-next-step", "whitespace/overdue"),
    ] {
      let plain = SmallProgram(plan(nil))
      #expect(!plain.levels(of: lack).isEmpty && plain.levels(of: hidden).isEmpty, "\(lack)")
      #expect(!SmallProgram(plan(lack)).levels(of: hidden).isEmpty, "\(lack)")
      let alone = Selection(select: [hidden])
      #expect(
        !SmallProgram([("plans/northwind.md", plan(nil))], selection: alone).levels(of: hidden)
          .isEmpty, "\(hidden)")
    }
  }
}
