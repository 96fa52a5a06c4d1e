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
