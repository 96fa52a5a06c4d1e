import PlanLint
import PlanSource
import Testing

/// What rules tell people to do: it can be done, it helps, and it is said once.
struct AdviceTests {
  private func front(_ tier: Int = 3, _ keys: String = "") -> String {
    "---\naccount: Northwind\ntier: \(tier)\n\(keys)---\n"
  }

  /// Six who never answered must not hide the one who decides and went quiet.
  @Test func namesWhoWentQuietAndWhoDecidesFirst() {
    let never = (1...6).map { "| N\($0) Never | end user | |\n" }.joined()
    let text =
      front(1, "stage: mqa\n")
      + "## Buying committee\n\n| Name | Role | Last engaged |\n| --- | --- | --- |\n" + never
      + "| Mia Ott | legal | 2026-03-01 |\n| Raj Iyer | economic buyer | 2026-06-01 |\n"
    let found = SmallProgram(text).findings(of: "committee/too-few-engaged")
    #expect(
      found.first?.notes.map(\.text) == [
        "Raj Iyer since 2026-06-01, Mia Ott since 2026-03-01, N1 Never never, N2 Never never, "
          + "N3 Never never and 3 others"
      ])
    #expect(found.first?.help == "plan a play with Raj Iyer, or log the last answer in Plays")
    let deal =
      text.replacing("stage: mqa", with: "stage: opportunity")
      + "\n## Opportunities\n\n| Opportunity | Stage |\n| --- | --- |\n| Core | Proposal |\n"
    let thin = SmallProgram(deal, settings: "rules: { committee/too-few-engaged: off }\n")
      .findings(of: "opportunity/thin-coverage")
    #expect(thin.first?.notes.first?.text.hasPrefix("Raj Iyer since 2026-06-01, Mia Ott") == true)
  }

  /// People are called by their family names.
  @Test(arguments: [
    ("Iyer blocks", 0), ("raj iyer", 0), ("the Iyer's team", 0), ("Iyers block", 1),
    ("Raj blocks", 1),
    ("Xu blocks", 1),
  ])
  func aFamilyNameIsEnough(_ risk: String, _ count: Int) {
    let text =
      front()
      + "## Buying committee\n\n| Name | Role |\n| --- | --- |\n| Raj Iyer | blocker |\n\n## Risks\n\n"
      + "| Risk |\n| --- |\n| \(risk) |\n"
    let rule = "committee/unhandled-blocker"
    #expect(SmallProgram(text).findings(of: rule).count == count)
    let two = text.replacing(
      "| Raj Iyer | blocker |", with: "| Raj Iyer | blocker |\n| Mia Iyer | legal |")
    #expect(SmallProgram(two).findings(of: rule).count == (risk == "raj iyer" ? 0 : 1))
    let short = text.replacing("Raj Iyer", with: "Li Xu")
    #expect(SmallProgram(short).findings(of: rule).count == 1)
  }

  @Test func noDayOfTheAccountLiesAhead() {
    let text =
      front(3, "listed: 2027-05-05\nstage: opportunity\nstage-since: 2027-01-01\n")
      + "## Opportunities\n\n| Opportunity | Stage | Created | Close |\n| --- | --- | --- | --- |\n"
      + "| Core | Proposal | 2027-11-01 | 2027-02-01 |\n"
    #expect(
      SmallProgram(text).findings(of: "structure/date-in-future").map(\.message) == [
        "`listed` is 2027-05-05, 166 days after today",
        "`stage-since` is 2027-01-01, 42 days after today",
        "Created of `Core` is 2027-11-01, 346 days after today",
      ])
  }

  /// A deal that nobody ends is asked for all, two quarters after it began.
  @Test(arguments: [("2026-05-20", 0), ("2026-05-19", 1)])
  func aDealWithoutACloseIsAskedForAllAfterTwoQuarters(_ created: String, _ count: Int) {
    let text =
      front() + "## Opportunities\n\n| Opportunity | Stage | Created |\n| --- | --- | --- |\n"
      + "| Core | Proposal | \(created) |\n"
    let found = SmallProgram(text).findings(of: "opportunity/meddpicc-gap")
    #expect(found.count == count)
    #expect(
      found.allSatisfy {
        $0.message
          == "`Core` has been open for 185 days without a close day, and 8 of 8 MEDDPICC elements that should be "
          + "known by now are not"
      }, "\(found.map(\.message))")
  }

  private func cells(_ rows: String...) -> SmallProgram {
    SmallProgram(
      front(2, "stage: closed-won\n")
        + "## Whitespace\n\n| Offering | Buying center | Status | Potential | Owner | Next step | By | Until |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        + rows.map { "| Core | \($0) |\n" }.joined(),
      settings: "tiers: { 2: { minimum-whitespace: 2 } }\n")
  }

  @Test func aPursuedCellIsOneMistake() {
    let program = cells(
      "EMEA | pursuing | 1k | | | 2026-11-01 |", "APAC | pursuing | 1k | maya | Call | 2026-11-01 |"
    )
    #expect(
      program.findings(of: "whitespace/no-next-step").map(\.message) == [
        "Core in EMEA is pursued without an owner, a next step and a day that lies ahead"
      ])
    #expect(program.findings(of: "whitespace/overdue").map(\.key) == ["core in apac"])
    #expect(
      cells("EMEA | pursuing | 1k | maya | | 2026-11-01 |").findings(of: "whitespace/overdue")
        .isEmpty)
  }

  /// A missing potential is said by the rule of the cell, unless potentials are all that is missing.
  @Test func aMissingPotentialIsSaidOnce() {
    let few = cells("EMEA | open | | | | |")
    #expect(few.findings(of: "whitespace/too-few").map(\.notes) == [[]])
    #expect(few.findings(of: "whitespace/no-potential").count == 1)
    let enough = cells("EMEA | open | | | | |", "APAC | open | 1k | | | |")
    #expect(enough.findings(of: "whitespace/too-few").map(\.notes.count) == [1])
    #expect(enough.findings(of: "whitespace/no-potential").isEmpty)
  }

  /// What is to be done before a contract ends is to be done before that day.
  @Test(arguments: [
    ("2027-02-01", "By (`2026-12-04`), before they renew"),
    ("2026-11-25", "By (`2026-11-24`), before they renew"),
    ("2026-11-21", "By (`2026-11-20`), before they renew"),
    ("2026-11-20", "ask today whether they renew"),
  ])
  func theStepLiesBeforeTheEnd(_ until: String, _ advice: String) {
    let found = cells("EMEA | competitor | | | | | \(until)").findings(
      of: "whitespace/window-opening")
    #expect(
      found.count == 1 && found.allSatisfy { $0.help.contains(advice) }, "\(found.map(\.help))")
  }

  @Test func aStageThatIsNotWrittenIsNotCorrected() {
    let text =
      front(2, "stage: opportunity\n")
      + "## Plays\n\n| Date | Play | Channel | Content |\n| --- | --- | --- | --- |\n"
      + "| 2026-12-02 | Mail | email | industry-briefing |\n"
    let settings =
      "content: { awareness: { 2: [industry-briefing] }, decision: { 2: [reference-call] } }\n"
    #expect(
      SmallProgram(text, settings: settings).findings(of: "plays/wrong-stage").map(\.help) == [
        "send `reference-call`, or write where this reader is into Stage: `awareness` (add the column if "
          + "there is none)"
      ])
  }

  @Test func oneIsWrittenAsOne() {
    let task = front() + "## Mutual action plan\n\n- [ ] Sign (@maya.chen, due 2026-12-10)\n"
    #expect(
      SmallProgram(task).findings(of: "map/one-sided").map(\.message) == [
        "the only open task names no contact of theirs"
      ])
    let review = front(3, "reviewed: 2026-11-10\n")
    let settings = "tiers: { 3: { review-every: 1 } }\n"
    #expect(
      SmallProgram(review, settings: settings).findings(of: "freshness/review-overdue").map(
        \.message)
        == ["last reviewed 10 days ago; tier 3 asks for a review every day"])
    #expect(
      SmallProgram(front(3, "stage: aware\n"), settings: settings)
        .findings(of: "freshness/never-reviewed").map(\.message)
        .allSatisfy { $0.hasSuffix("a review every day") })
  }
}
