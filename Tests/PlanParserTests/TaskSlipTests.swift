import PlanModel
import PlanSource
import Testing

/// Tasks whose who and when is not where it belongs.
struct TaskSlipTests {
  private let ours = "people: { maya.chen: { name: Maya Chen }, tom.fox: { name: Tom Fox } }\n"

  private func tasks(_ list: String) -> (SmallPlan, [ActionTask]) {
    let small = SmallPlan(body: committee + "## MAP\n\n" + list, settings: ours)
    return (small, small.plan?.actionPlan?.items ?? [])
  }

  @Test(arguments: [
    "Board ↓(@maya.chen, Raj Iyer) (due 2026-12-10)",
    "Board ↓(due 2026-12-10) (@maya.chen, Raj Iyer)",
    "Board ↓(@maya.chen) (Raj Iyer) (due 2026-12-10)",
    "Board ↓(@maya.chen, due 2026-12-10) meets (@maya.chen, Raj Iyer)",
    "Board ↓(@maya.chen)\n  (Raj Iyer, due 2026-12-10)",
    "Board (see annex) ↓(@maya.chen, Raj Iyer) (due 2026-12-10).",
  ])
  func twoParenthesesAreReadAndReportedOnce(_ text: String) {
    let (small, tasks) = tasks("- [ ] \(text)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(tasks.map { Set($0.people.map(\.value)) } == [["maya.chen"]])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
    #expect(tasks.map { $0.due?.value.description } == ["2026-12-10"])
    #expect(small.findings.first?.help.hasPrefix("write one parenthesis at the end: `(") == true)
    #expect(small.findings.first?.help.contains("due 2026-12-10") == true)
  }

  @Test(arguments: [
    "@Maya Chen; Ann Lee; due 2026-12-01", "@maya.chen;Ann Lee; by 2026-12-01",
    "@maya.chen; Ann Lee, due 2026-12-01", "Maya Chen; Ann Lee; due: 2026-12-01",
  ])
  func semicolonsDivideToo(_ details: String) {
    let (small, tasks) = tasks("- [ ] Sign (↓\(details))\n")
    #expect(small.rules == ["invalid-value"], "\(small.findings.map(\.message))")
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.contains("`@maya.chen, Ann Lee") == true)
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"]])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Ann Lee"]])
    #expect(tasks.map { $0.due?.value.description } == ["2026-12-01"])
  }

  @Test func aDayBehindASemicolonHasItsOwnFinding() {
    let (small, tasks) = tasks("- [ ] Sign (@Maya Chen; Ann Lee; by ↓1.12.2026)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Ann Lee"]])
  }

  @Test func whatStandsInTwoParenthesesIsChecked() {
    let (small, _) = tasks("- [ ] Legal ↓(@↓maya.chn, ↓Bob Unknown) (due 2026-12-15)\n")
    #expect(small.rules == ["invalid-value", "unknown-person", "unknown-contact"])
    #expect(small.places == small.marks)
  }

  @Test(arguments: [
    "Send what was done (as done before) (@maya.chen, Raj Iyer, due 2026-12-10)",
    "Meet the buyer (Raj Iyer) (@maya.chen, Raj Iyer, due 2026-12-10)",
    "Pay the rest (due to law) (@maya.chen, Raj Iyer, due 2026-12-10)",
  ])
  func remarksBeforeItStayText(_ text: String) {
    let (small, tasks) = tasks("- [ ] \(text)\n")
    #expect(small.rules == [])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
  }

  @Test func aLineBelowATaskThatEndsLikeOneIsATaskThatWasLost() {
    let (small, tasks) = tasks(
      """
      - [ ] Board (@maya.chen, Raj Iyer, due 2026-12-10)
      ↓Legal reviews
      the terms (@maya.chen, Ann Lee, due 2026-11-10)
      """)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(
      small.findings.first?.help == "write `- [ ] Legal reviews the terms …` on a line of its own")
    #expect(tasks.map(\.text.value) == ["Board"])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
    #expect(tasks.map { $0.due?.value.description } == ["2026-12-10"])
  }

  @Test(arguments: [
    ("↓maya.chen, Raj Iyer", "@maya.chen"), ("↓Maya Chen, Raj Iyer", "@maya.chen"),
    ("↓owner: maya.chen, Raj Iyer", "@maya.chen"), ("↓Owner: @maya.chen, Raj Iyer", "@maya.chen"),
    ("↓maya.chn, Raj Iyer", "@maya.chen"), ("@maya.chen, ↓with: Raj Iyer", "Raj Iyer"),
  ])
  func oneOfOursWithoutAnAtIsRead(_ who: String, _ meant: String) {
    let (small, tasks) = tasks("- [ ] Board (\(who), due 2026-12-10)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.hasPrefix("write `\(meant)`") == true)
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"]])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
  }

  @Test func oneOfOursBesideADayIsRead() {
    let (small, tasks) = tasks("- [ ] Board (↓maya.chen due 2026-12-10, Raj Iyer)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"]])
  }

  @Test(
    arguments: [
      ("↓dew 2026-12-10", "write `due 2026-12-10`", "2026-12-10"),
      ("↓donw 2026-11-10", "write `done 2026-11-10`", nil),
      ("ETA ↓2026-12-10", "write `due 2026-12-10` or `done 2026-12-10`, whichever is meant", nil),
    ] as [(String, String, String?)])
  func anUnknownWordBeforeADayHasOneFinding(_ part: String, _ help: String, _ due: String?) {
    let (small, tasks) = tasks("- [ ] Board (@maya.chen, Raj Iyer, \(part))\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    #expect(tasks.map { $0.due?.value.description } == [due])
    #expect(tasks.first?.people.map(\.value) == ["maya.chen"])
  }

  @Test func aWordThatIsNoNameIsNotToBeAContact() {
    let (small, _) = tasks("- [ ] Board (@maya.chen, ↓waiting, due 2026-12-10)\n")
    #expect(small.rules == ["unknown-contact"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.contains("their role") == false)
  }

  @Test func oneOfOursIsNeverToBeAContact() {
    let small = SmallPlan(
      body: committee
        + "## Plays\n\n| Date | Play | Channel | Contact |\n|-|-|-|-|\n| 2026-11-02 | a | call | ↓tom.fox |\n",
      settings: ours)
    #expect(small.rules == ["unknown-contact"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.contains("their role") == false)
  }

  @Test func aRemarkBehindANameInAHeadingIsNoName() {
    let small = SmallPlan(body: committee + "### Ann Lee (CIO)\n\n- Pain: late trucks\n")
    #expect(small.rules == [])
    #expect(small.plan?.committee?.items.first?.pain?.value == "late trucks")
  }

  @Test func aBulletThatEndsWithItsDayIsATaskThatWasLost() {
    let (small, _) = tasks(
      "- [ ] Board (@maya.chen, Raj Iyer, due 2026-12-10)\n↓- Legal review: Ann Lee, due 2026-12-10\n- Remark\n"
    )
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
  }

  @Test(arguments: ["1st Dec 2026", "Dec 1st, 2026", "1 Dec 2026"])
  func aDayInWordsIsGuessed(_ day: String) {
    let small = SmallPlan("---\naccount: N\ntier: 1\nreviewed: ↓\(day)\n---\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == "write `2026-12-01`")
  }
}
