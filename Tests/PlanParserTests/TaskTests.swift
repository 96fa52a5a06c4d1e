import PlanModel
import PlanSource
import Testing

/// The mutual action plan and the reviews: tasks with who and when.
struct TaskTests {
  private func tasks(_ list: String, body: String = committee) -> (SmallPlan, [ActionTask]) {
    let small = SmallPlan(body: body + "## Mutual action plan\n\n" + list)
    return (small, small.plan?.actionPlan?.items ?? [])
  }

  /// A link of that name further on, which cmark takes for a tick.
  @Test func onlyTheBoxTicks() {
    let (_, tasks) = tasks(
      "- [ ] see [x](https://x.example) now (@maya.chen, Ann Lee, due 2026-12-10)\n- [X] b (@maya.chen, Ann Lee, due 2026-12-10)\n"
    )
    #expect(tasks.map(\.isDone) == [false, true])
  }

  @Test func readsWhoAndWhenInAnyOrder() {
    let (small, tasks) = tasks(
      """
      - [x] Security review passed (@maya.chen, Ann Lee, due 2026-10-15, done 2026-10-12)
      - [ ] Board approves (due 2026-12-10, Raj Iyer, ann lee, @tom.fox, @maya.chen)
      """)
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == ["Security review passed", "Board approves"])
    #expect(tasks.map(\.isDone) == [true, false])
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"], ["tom.fox", "maya.chen"]])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Ann Lee"], ["Raj Iyer", "Ann Lee"]])
    #expect(tasks.map { $0.due?.value.description } == ["2026-10-15", "2026-12-10"])
    #expect(tasks.map { $0.done?.value.description } == ["2026-10-12", nil])
    #expect(small.written(tasks[1].contacts[1]) == "ann lee")
    #expect(small.written(tasks[1].people[0]) == "tom.fox")
    #expect(small.written(tasks[0].done) == "2026-10-12")
    #expect(small.written(tasks[0].text) == "Security review passed")
  }

  @Test(arguments: [
    "Read it (see appendix)", "Read it (Ann Lee)", "Read it", "Read (due) it",
    "Do (a) then b (overdue)",
  ])
  func otherParenthesesAreText(_ text: String) {
    let (small, tasks) = tasks("- [ ] \(text)\n")
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == [text])
    #expect(tasks.map(\.people.isEmpty) == [true])
  }

  @Test(arguments: [
    (
      "- [ ] Board approves (@maya.chen, ↓@Raj Iyer, due 2026-12-10)",
      "write `Raj Iyer`: a name of theirs stands without `@`"
    ),
    ("- [ ] Board approves ↓(@maya.chen, Raj Iyer, due 2026-12-10", "write `)` at its end"),
    (
      "- [ ] ↓Board approves @maya.chen, Raj Iyer, due 2026-12-10",
      "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`"
    ),
    (
      "- [ ] ↓Board approves [@maya.chen, Raj Iyer, due 2026-12-10]",
      "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`"
    ),
    (
      "↓- [] Board approves (@maya.chen)",
      "write `- [ ] Board approves (@maya.chen)` on a line of its own"
    ),
    ("↓-[ ] Board approves", "write `- [ ] Board approves` on a line of its own"),
    ("↓- [*] Board approves", "write `- [ ] Board approves` on a line of its own"),
    (
      "↓[x] xenon review (@maya.chen)",
      "write `- [x] xenon review (@maya.chen)` on a line of its own"
    ),
    ("↓[ X ] Board", "write `- [x] Board` on a line of its own"),
    ("↓[]", "write what is to be done: `- [ ] Sign (@ours, Theirs, due 2026-12-10)`"),
    (
      "↓- Board approves (@maya.chen, due 2026-12-10)",
      "write `- [ ] Board approves (@maya.chen, due …` on a line of its own"
    ),
    (
      "↓- Legal\n  - [ ] Contract (@maya.chen, due 2026-12-10)",
      "write `- [ ] Legal` on a line of its own"
    ),
    (
      "- [ ] ↓Board (@maya.chen, Raj Iyer (CFO), due 2026-12-10", "write `)` at its end"
    ),
    ("- [ ] ↓Board (Raj Iyer due 2026-12-10", "write `)` at its end"),
    ("- [ ] ↓Board (@maya.chen, Raj Iyer (CFO)", "write `)` at its end"),
    (
      "- [ ] ↓Board (see appendix) @maya.chen, Raj Iyer, due 2026-12-10",
      "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`"
    ),
    (
      "- [ ] ↓Board @maya.chen, Raj Iyer",
      "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`"
    ),
    (
      "- [ ] ↓Sign the contract by 2026-12-10 (see appendix)",
      "write who and when in parentheses at its end: `(@ours, Theirs, due 2026-12-10)`"
    ),
    (
      "- [ ] Board (@maya.chen, ↓@Raj Iyer (CFO), due 2026-12-10)",
      "write `Raj Iyer`: a name of theirs stands without `@`"
    ),
    ("- [ ] Board (Raj Iyer, ↓by 2026-12-10)", "write `due 2026-12-10`"),
  ])
  func nearTasksAreNamed(_ line: String, _ help: String) throws {
    let (small, _) = tasks(
      "- [ ] Sign (@maya.chen, due 2026-12-01)\n\nText between.\n\n"
        + line.replacing("↓(", with: "(") + "\n")
    #expect(small.rules == ["invalid-value"], "\(small.findings.map(\.message))")
    #expect(small.findings.first?.help == help)
    if let mark = small.marks.first { #expect(small.findings.first?.span?.start == mark) }
  }

  @Test(arguments: [
    "We meet on Fridays.", "- Board meets in March", "[Note] read it", "- [ ] Ask Ann, then Raj",
    "- [ ] Mail to a@b.example", "- [ ] Ask @maya.chen, then decide", "- Board\n  - Oslo",
    "- [ ] Compare 2026-12-10, the day of the vote, with theirs", "- [ ] Board (@maya.chen (AE))",
    "- [ ] Board\nwho meets [x] in March",
  ])
  func otherTextStaysText(_ line: String) {
    let (small, _) = tasks("- [ ] One (@maya.chen, Ann Lee, due 2026-12-10)\n\n\(line)\n")
    #expect(small.rules == [])
  }

  /// Markdown takes such a line for more of the task above, whose who and when it would change.
  @Test(arguments: ["-[ ]", "[x]", "[ ]", "[]", "-[x]", "+[ ]"])
  func aBoxInATasksTextIsATaskThatWasLost(_ box: String) {
    let (small, tasks) = tasks(
      """
      - [ ] Sign the frame
        contract (@maya.chen, Ann Lee, due 2026-12-01)
      ↓\(box) Board (Raj Iyer, due 2026-12-10)
      ↓\(box) Legal
      reads
      - [ ] Pay
      """)
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    let mark = box.contains("x") ? "- [x]" : "- [ ]"
    #expect(
      small.findings.map(\.help) == [
        "write `\(mark) Board (Raj Iyer, due …` on a line of its own",
        "write `\(mark) Legal reads` on a line of its own",
      ])
    #expect(tasks.map(\.text.value) == ["Sign the frame contract", "Pay"])
    #expect(tasks.first?.people.map(\.value) == ["maya.chen"])
    #expect(tasks.first?.contacts.map(\.value) == ["Ann Lee"])
    #expect(tasks.first?.due?.value.description == "2026-12-01")
    #expect(small.plan?.doubts.isEmpty == false)
  }

  @Test func aLongPartIsCutInTheMessage() throws {
    let (small, _) = tasks(
      "- [ ] Sign (@maya.chen, ↓due \(String(repeating: "x ", count: 5_000)))\n")
    #expect(small.rules == ["unknown-contact"])
    #expect(small.places == small.marks)
    let finding = try #require(small.findings.first)
    #expect(finding.message.hasSuffix("x …` in the task is not in the buying committee"))
    #expect(finding.message.count < 200)
    #expect(finding.help.count < 300)
  }

  @Test func eachLineOfAParagraphIsNamed() {
    let (small, tasks) = tasks("Our steps:\n↓[ ] Board\n↓[x] Legal\n")
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(tasks.isEmpty)
  }

  @Test func aStepWithoutABoxIsNamed() {
    let (small, tasks) = tasks(
      """
      - [ ] Sign (@maya.chen, due 2026-12-01)
        ↓- Draft (@tom.fox, due 2026-11-01)
        ↓- [] Read it
        - a remark
      """)
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(tasks.map(\.steps.isEmpty) == [true])
  }

  @Test func aRemarkBehindANameIsNoEnd() {
    let (small, tasks) = tasks(
      "- [ ] Board approves (@maya.chen, Raj Iyer (CFO), due 2026-12-10)\n")
    #expect(small.rules == [])
    #expect(tasks.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
    #expect(tasks.map { $0.due?.value.description } == ["2026-12-10"])
  }

  @Test func aNameOfOursBehindAnAtIsTheirId() {
    let small = SmallPlan(
      body: committee + "## MAP\n\n- [ ] Sign (@Maya Chen, Ann Lee, due 2026-12-10)\n",
      settings: "people: { maya.chen: { name: Maya Chen } }\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.findings.first?.help == "write `@maya.chen`")
    #expect(small.plan?.actionPlan?.items.first?.people.map(\.value) == ["maya.chen"])
  }

  @Test func theLastParenthesisCounts() {
    let (small, tasks) = tasks("- [ ] Review (the second) of it (@maya.chen, due 2026-12-10)\n")
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == ["Review (the second) of it"])
  }

  @Test(arguments: [
    ("@maya.chen, Ann Lee, due ↓12/10/2026", "invalid-value"),
    ("@maya.chen, ↓Nobody Known, due 2026-12-10", "unknown-contact"),
    ("@maya.chen, done ↓soon", "invalid-value"),
  ])
  func reportsWhatItCannotRead(_ details: String, _ rule: String) {
    let (small, tasks) = tasks("- [ ] Board approves (\(details))\n")
    #expect(small.rules == [rule])
    #expect(small.places == small.marks)
    #expect(tasks.count == 1)
  }

  /// Each near form with what it is read as: one finding at the part, which says what to type.
  @Test(arguments: [
    ("@maya.chen, Ann Lee, ↓due: 2026-12-01", "due 2026-12-01"),
    ("@maya.chen, Ann Lee, ↓Due:2026-12-01", "due 2026-12-01"),
    ("@maya.chen, Ann Lee, ↓due by 2026-12-01", "due 2026-12-01"),
    ("@maya.chen, Ann Lee, ↓by 2026-12-01", "due 2026-12-01"),
    ("@maya.chen, Ann Lee, ↓until: 2026-12-01", "due 2026-12-01"),
    ("↓@maya.chen due 2026-12-01, Ann Lee", "@maya.chen, due 2026-12-01"),
    ("↓@maya.chen Ann Lee, due 2026-12-01", "@maya.chen, Ann Lee"),
    ("↓@maya.chen; Ann Lee; due 2026-12-01", "@maya.chen, Ann Lee, due 2026-12-01"),
    ("↓@maya.chen and ann  lee by 2026-12-01", "@maya.chen, ann lee, due 2026-12-01"),
    ("@maya.chen, ↓Ann Lee due on 2026-12-01", "Ann Lee, due 2026-12-01"),
    ("@maya.chen, ↓due 2026-12-01 Ann Lee", "due 2026-12-01, Ann Lee"),
  ])
  func readsANearFormAndSaysSo(_ details: String, _ meant: String) {
    let (small, tasks) = tasks("- [ ] Board approves (\(details))\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.message.hasSuffix("read as `\(meant)`") == true)
    #expect(small.findings.first?.help == "write `\(meant)`")
    #expect(tasks.map { $0.due?.value.description } == ["2026-12-01"])
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"]])
    if !meant.contains("ann lee") {
      #expect(tasks.map { $0.contacts.map(\.value) } == [["Ann Lee"]])
    }
    #expect(small.plan?.doubts.isEmpty == true)
  }

  @Test(arguments: [
    ("@maya.chen, ↓done", "write `done` and the day: `done 2026-11-20`"),
    ("@maya.chen, ↓due", "write `due` and the day: `due 2026-11-20`"),
    ("@maya.chen, Ann Lee ↓done", "write `done` and the day: `done 2026-11-20`"),
    (
      "@maya.chen, ↓2026-12-01", "write `due 2026-12-01` or `done 2026-12-01`, whichever is meant"
    ),
    ("@maya.chen, ↓2026/12/13", "write `2026-12-13`, with `due` or `done` before it"),
    ("@maya.chen, by ↓13 Dec 2026", "write `2026-12-13`"),
    ("@maya.chen due ↓13.12.2026", "write `2026-12-13`"),
  ])
  func aDayThatIsNotSaidIsNoContact(_ details: String, _ help: String) {
    let (small, tasks) = tasks("- [x] Board approves (\(details))\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help == help)
    #expect(tasks.map { $0.people.map(\.value) } == [["maya.chen"]])
    #expect(tasks.first?.due == nil && tasks.first?.done == nil)
    #expect(small.plan?.doubts.isEmpty == false)
  }

  @Test(arguments: ["By Nguyen", "Dee Due", "Until Ek", "Team 7"])
  func aNameIsAName(_ name: String) {
    let (small, tasks) = tasks(
      "- [ ] Sign (@maya.chen, \(name), due 2026-12-01)\n",
      body: "## Contacts\n\n| Name | Role |\n|-|-|\n| \(name) | legal |\n\n")
    #expect(small.rules == [])
    #expect(tasks.first?.contacts.map(\.value) == [name])
    let (unknown, _) = self.tasks("- [ ] Sign (@maya.chen, ↓\(name), due 2026-12-01)\n")
    #expect(unknown.rules == ["unknown-contact"])
    #expect(unknown.places == unknown.marks)
  }

  @Test func theFirstOfTwoDaysCounts() throws {
    let (small, tasks) = tasks(
      "- [x] Sign (@maya.chen, due 2026-12-01, ↓due 2026-12-08, done 2026-11-02, ↓done 2026-11-03)\n"
    )
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(tasks.first?.due?.value.description == "2026-12-01")
    #expect(tasks.first?.done?.value.description == "2026-11-02")
    let note = try #require(small.findings.first?.notes.first)
    #expect(small.text(note.place?.span) == "2026-12-01")
  }

  @Test(arguments: [".", " .", "...", ""])
  func aFullStopBehindTheParenthesisChangesNothing(_ stop: String) {
    let (small, tasks) = tasks("- [ ] Sign (@maya.chen, Ann Lee, due 2026-12-01)\(stop)\n")
    #expect(small.rules == [])
    #expect(tasks.map(\.text.value) == ["Sign"])
    #expect(tasks.map { $0.due?.value.description } == ["2026-12-01"])
  }

  @Test(arguments: [
    "Sign ↓(@maya.chen, due 2026-12-01) in Oslo", "Sign ↓(Ann Lee, due 2026-12-01) (see appendix)",
    "↓(@maya.chen) signs",
  ])
  func aParenthesisInsideTheTaskIsReported(_ text: String) {
    let (small, tasks) = tasks("- [ ] \(text)\n")
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.findings.first?.help.hasSuffix("to the end of the task") == true)
    #expect(tasks.map(\.people.isEmpty) == [true])
  }

  @Test func unknownPeopleOfOurs() {
    let small = SmallPlan(
      body: "## MAP\n\n- [ ] Approve (@↓zoe, due 2026-12-10)\n",
      settings: "people: { maya.chen: { name: Maya Chen } }\n")
    #expect(small.rules == ["unknown-person"])
    #expect(small.places == small.marks)
  }

  @Test func stepsInheritWhoAndWhen() throws {
    let (small, tasks) = tasks(
      """
      - [ ] Legal agrees (@maya.chen, Ann Lee, due 2026-12-10)
        - [x] Draft sent (@tom.fox)
        - [ ] Draft read (Raj Iyer, due 2026-12-01)
          - [ ] Twice
        - a remark
      """)
    #expect(small.rules == [])
    #expect(tasks.count == 1)
    let steps = tasks[0].steps
    #expect(steps.map { $0.people.map(\.value) } == [["tom.fox"], ["maya.chen"]])
    #expect(steps.map { $0.contacts.map(\.value) } == [["Ann Lee"], ["Raj Iyer"]])
    #expect(steps.map { $0.due?.value.description } == ["2026-12-10", "2026-12-01"])
    #expect(steps[1].steps.map { $0.due?.value.description } == ["2026-12-01"])
    #expect(steps[1].steps.map { $0.contacts.map(\.value) } == [["Raj Iyer"]])
  }

  @Test func headingsAreMilestones() {
    let (_, tasks) = tasks("- [ ] a\n\n### Pilot\n\n- [ ] b\n\n#### Week 1\n\n- [ ] c\n")
    #expect(tasks.map { $0.milestone?.value } == [nil, "Pilot", "Week 1"])
    #expect(tasks.allSatisfy { $0.opportunity == nil })
  }

  @Test func withSeveralDealsTheirHeadingsAreDeals() {
    let deals = """
      ## Deals

      | Opportunity | Stage |
      | --- | --- |
      | Big deal | proposal |
      | Small | proposal |


      """
    let (small, tasks) = tasks(
      "### BIG  deal\n\n- [ ] a\n\n#### Pilot\n\n- [ ] b\n\n### ↓Other\n\n- [ ] c\n\n### Text\n\n"
        + "None.\n\n### ↓Bigg deal\n\n- [ ] d\n", body: deals)
    #expect(tasks.map { $0.opportunity?.value } == ["BIG  deal", "BIG  deal", nil, "Big deal"])
    #expect(tasks.map { $0.milestone?.value } == [nil, "Pilot", "Other", nil])
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(
      small.findings.map(\.message) == [
        "`Other` in a heading of Mutual action plan is not in Opportunities",
        "`Bigg deal` in a heading of Mutual action plan is not in Opportunities; read as `Big deal`",
      ])
  }

  @Test func besideDealsThatEndedHeadingsMayBeMilestones() {
    let deals =
      "## Deals\n\n| Opportunity | Stage |\n|-|-|\n| Big deal | won |\n| Small | proposal |\n\n"
    let (small, tasks) = tasks("### Pilot\n\n- [ ] a\n", body: deals)
    #expect(small.rules == [])
    #expect(tasks.map { $0.milestone?.value } == ["Pilot"])
  }

  @Test func aListWithoutBoxesIsNoPlan() {
    let (small, tasks) = tasks("- call them\n- and them (@maya.chen)\n")
    #expect(small.rules == ["missing-table"])
    #expect(tasks.isEmpty)
  }

  @Test func aPromiseWithoutABoxIsNamed() {
    let small = SmallPlan(
      body: committee + """
        ## Reviews

        - 2026-11-02: stay on course
          ↓- Call the board (@maya.chen, Ann Lee, due 2026-12-01)
          - they were content
        - 2026-08-02: widen
          ↓[ ] Call the board
        """)
    #expect(small.rules == ["invalid-value", "invalid-value"])
    #expect(small.places == small.marks)
    #expect(small.plan?.reviews?.items.map(\.decided.value) == ["stay on course", "widen"])
  }

  @Test func reviewsBeginWithADayAndPromiseTasks() throws {
    let small = SmallPlan(
      body: committee + """
        ## QBRs

        - 2026-11-02: stay on course
          - [ ] Call the board (@maya.chen, Ann Lee, due 2026-12-01)
        - 2026-08-02 – widen
        - 2026-05-02, nothing
        - ↓Last spring: everything
        - 2026-02-02
        """)
    #expect(small.rules == ["invalid-value"])
    #expect(small.places == small.marks)
    let reviews = try #require(small.plan?.reviews?.items)
    #expect(
      reviews.map(\.day.value.description)
        == ["2026-11-02", "2026-08-02", "2026-05-02", "2026-02-02"])
    #expect(reviews.map(\.decided.value) == ["stay on course", "widen", "nothing", ""])
    #expect(reviews[0].promises.map(\.text.value) == ["Call the board"])
    #expect(small.written(reviews[0].day) == "2026-11-02")
    #expect(small.written(reviews[0].decided) == "stay on course")
  }
}
