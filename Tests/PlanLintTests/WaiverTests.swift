import PlanLint
import PlanSource
import Testing

/// What plans waive is silent until its day, and counted.
struct WaiverTests {
  private func plan(
    _ waivers: String, status: String = "active", tier: String = "1", name: String = "Northwind"
  ) -> String {
    """
    ---
    account: \(name)
    tier: \(tier)
    stage: aware
    status: \(status)
    waivers:
    \(waivers)
    ---
    """
  }

  private func waiver(_ rule: String, until: String = "2026-12-31") -> String {
    "  - { rule: \(rule), until: \(until), reason: starts in January, by: maya.chen }"
  }

  @Test func silencesItsRuleAlone() {
    let without = SmallProgram(plan("  []"))
    let with = SmallProgram(plan(waiver("sponsor/missing")))
    #expect(without.waived == 0)
    #expect(with.waived == 1)
    #expect(without.levels(of: "sponsor/missing") == [.error])
    #expect(
      with.findings.map(\.rule) == without.findings.map(\.rule).filter { $0 != "sponsor/missing" })
  }

  @Test func isCountedByFinding() {
    // Two roles of the pod are missing.
    #expect(SmallProgram(plan(waiver("pod/incomplete"))).waived == 2)
  }

  @Test(arguments: [
    ("2026-11-20", 1, [Level]()), ("2026-11-19", 0, [.warning]), ("2026-11-06", 0, [.warning]),
    ("2026-11-05", 0, [.error]),
  ])
  func endsWithItsDay(_ until: String, _ waived: Int, _ expired: [Level]) {
    let program = SmallProgram(plan(waiver("sponsor/missing", until: until)))
    #expect(program.waived == waived)
    #expect(program.levels(of: "waiver/expired") == expired)
    #expect(program.levels(of: "sponsor/missing").isEmpty == (waived == 1))
  }

  // MARK: Past its day

  /// Nobody's merge is blocked by a date that passed over night.
  @Test(arguments: [
    ("2026-11-19", "", [Level.warning]), ("2026-11-06", "", [.warning]),
    ("2026-11-05", "", [.error]),
    ("2026-11-19", "limits: { grace: 0 }\n", [.error]),
    ("2026-11-19", "rules: { sponsor/missing: info }\n", [.info]),
  ])
  func whatComesBackIsAWarningDuringTheGrace(
    _ until: String, _ settings: String, _ levels: [Level]
  ) {
    let program = SmallProgram(plan(waiver("sponsor/missing", until: until)), settings: settings)
    #expect(program.levels(of: "sponsor/missing") == levels)
    #expect(program.waived == 0)
  }

  @Test(arguments: [
    ("2026-11-19", "; what it silenced is reported again, as a warning until 2026-12-03"),
    ("2026-11-05", "; what it silenced is reported again"),
  ])
  func saysWhatIsReportedAgain(_ until: String, _ end: String) throws {
    let program = SmallProgram(plan(waiver("sponsor/missing", until: until)))
    let finding = try #require(program.findings(of: "waiver/expired").first)
    #expect(finding.message.hasSuffix(" ago" + end), "\(finding.message)")
    #expect(finding.fix == nil)
  }

  /// Nothing is behind it when the fault is mended, or another waiver is in force.
  @Test func whatSilencesNothingGoes() throws {
    let old = waiver("sponsor/missing", until: "2026-10-01")
    let mended = plan(old).replacing("stage: aware", with: "stage: aware\nsponsor: vera.holm")
    let followed = plan(old + "\n" + waiver("sponsor/missing"))
    for (text, message) in [
      (mended, "ended 50 days ago and silences nothing: the rule finds nothing in this plan"),
      (
        followed, "ended 50 days ago and silences nothing: another one is in force until 2026-12-31"
      ),
    ] {
      let program = SmallProgram(text)
      let finding = try #require(program.findings(of: "waiver/expired").first)
      #expect(finding.message == "the waiver of `sponsor/missing` " + message)
      #expect(finding.help == "delete the waiver")
      #expect(finding.level == .error)
      #expect(finding.fix?.isSafe == true)
      #expect(program.levels(of: "sponsor/missing") == [])
      #expect(program.levels(of: "waiver/unused") == [])
    }
    #expect(SmallProgram(followed).waived == 1)
  }

  /// Where a rule was not asked, nobody knows what is behind its waiver.
  @Test func claimsNothingOfARuleThatWasNotAsked() throws {
    let text = plan(waiver("sponsor/missing", until: "2026-10-01"))
    for program in [
      SmallProgram([("plans/a.md", text)], selection: Selection(select: ["waiver"])),
      SmallProgram([("plans/a.md", text)], settings: "rules: { sponsor/missing: off }\n"),
    ] {
      let finding = try #require(program.findings(of: "waiver/expired").first)
      #expect(finding.message == "the waiver of `sponsor/missing` ended 50 days ago")
      #expect(finding.fix == nil)
    }
  }

  @Test func silencesFindingsOfThePortfolioInItsPlan() {
    let other = "---\naccount: Tailwind\ntier: 1\n---\n"
    let settings = "tiers: { 1: { maximum-accounts: 1 } }\n"
    let program = SmallProgram(
      [("plans/a.md", plan(waiver("list/over-capacity"))), ("plans/b.md", other)],
      settings: settings)
    // That one is about the program: no plan can waive it.
    #expect(program.levels(of: "list/over-capacity") == [.error])
    #expect(program.levels(of: "waiver/unused") == [.warning])
  }

  @Test(arguments: ["structure/placeholder", "waiver/too-far", "sponsor/missed-it", "nonsense"])
  func onlyARuleThatMayBeWaivedIsWaived(_ rule: String) {
    let program = SmallProgram(plan(waiver(rule) + "\n" + waiver("waiver/unused")))
    #expect(program.levels(of: "structure/invalid-value") == [.error, .error])
    #expect(program.waived == 0)
  }

  /// A slip is read as the rule that was meant, and mended.
  @Test func aRuleThatIsNearlyOneIsWaived() {
    let program = SmallProgram(plan(waiver("sponsor/mising")))
    #expect(program.levels(of: "structure/invalid-value") == [.error])
    #expect(
      program.findings(of: "structure/invalid-value").first?.help == "write `sponsor/missing`")
    #expect(program.waived == 1)
  }

  @Test(arguments: ["rule", "until", "reason", "by"])
  func allFourKeysAreNeeded(_ key: String) {
    let kept = ["rule: sponsor/missing", "until: 2026-12-31", "reason: later", "by: maya.chen"]
      .filter { !$0.hasPrefix(key) }
    let program = SmallProgram(plan("  - { \(kept.joined(separator: ", ")) }"))
    #expect(program.levels(of: "structure/missing-key") == [.error])
    #expect(program.levels(of: "sponsor/missing") == [.error])
    #expect(program.waived == 0)
  }

  /// Where a rule was not asked, nobody knows whether it would have found something.
  @Test func isUnusedOnlyWhereItsRuleWasAsked() {
    let text = plan(waiver("whitespace/overdue"), tier: "3")
    #expect(SmallProgram(text).levels(of: "waiver/unused") == [.warning])
    let files = [("plans/northwind.md", text)]
    let silent = [
      SmallProgram(files, selection: Selection(select: ["waiver"])),
      SmallProgram(files, selection: Selection(ignore: ["whitespace"])),
      SmallProgram(files, settings: "rules: { whitespace/overdue: off }\n"),
      SmallProgram(plan(waiver("whitespace/overdue"), status: "paused", tier: "3")),
    ]
    for program in silent { #expect(program.levels(of: "waiver/unused") == []) }
  }
}
