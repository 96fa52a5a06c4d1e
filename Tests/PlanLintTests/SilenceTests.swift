import PlanLint
import PlanSource
import Testing

/// What the rules say of accounts that hear nothing from us, beyond their examples.
struct SilenceTests {
  private static let unanswered = "signals/unanswered"
  private static let quiet = "plays/gone-quiet"

  private func plan(
    stage: String = "engaged", keys: String = "", lastEngaged: String = "", signals: [String] = [],
    plays: [String] = []
  ) -> String {
    var text = "---\naccount: Northwind\ntier: 1\nstage: \(stage)\n\(keys)---\n"
    if !lastEngaged.isEmpty {
      text +=
        "## Buying committee\n\n| Name | Role | Last engaged |\n| --- | --- | --- |\n| Ann Lee | legal | \(lastEngaged) |\n\n"
    }
    if !signals.isEmpty {
      text += "## Signals\n\n| Date | Kind | Signal | Strength |\n| --- | --- | --- | --- |\n"
      for (number, day) in signals.enumerated() {
        text += "| \(day) | first-party | Visit \(number + 1) | high |\n"
      }
      text += "\n"
    }
    if !plays.isEmpty {
      text += "## Plays\n\n| Date | Play | Channel | Outcome |\n| --- | --- | --- | --- |\n"
      for play in plays { text += "| \(play) |\n" }
    }
    return text
  }

  /// Somebody answered us after the signal: we were in touch, whatever Plays says.
  @Test(arguments: [("2026-11-19", 0), ("2026-11-02", 0), ("2026-11-01", 1)])
  func anAnswerIsATouch(_ day: String, _ count: Int) {
    let text = plan(lastEngaged: day, signals: ["2026-11-02"])
    #expect(SmallProgram(text).findings(of: Self.unanswered).count == count)
  }

  /// Neither our banner nor their own visit is us talking to them.
  @Test(arguments: [("ads", 1), ("web", 1), ("email", 0)])
  func anAdAnswersNoSignal(_ channel: String, _ count: Int) {
    let text = plan(
      signals: ["2026-11-02"],
      plays: ["2026-11-01 | Call | call |", "2026-11-10 | It | \(channel) |"])
    #expect(SmallProgram(text).findings(of: Self.unanswered).count == count)
  }

  @Test func sayingNothingForAWeekIsOneMistake() {
    let text = plan(
      signals: ["2026-11-06", "2026-11-02", "2026-11-03", "2026-11-19"],
      plays: ["2026-11-01 | Call | call |"])
    let found = SmallProgram(text).findings(of: Self.unanswered)
    #expect(
      found.map(\.message) == [
        "`Visit 2` and 2 other strong signals: nobody was in touch in the 18 days since; 1 working "
          + "day is agreed"
      ])
    #expect(found.first?.notes.map(\.text) == ["Visit 3 (2026-11-03) and Visit 1 (2026-11-06)"])
  }

  /// What is long past is no call for today, and of an account that went quiet that is said.
  @Test func anOldSilenceIsSaidOnce() {
    let old = plan(stage: "unaware", signals: ["2024-11-02"])
    #expect(SmallProgram(old).findings(of: Self.unanswered).isEmpty)
    let quiet = plan(signals: ["2026-10-20"], plays: ["2026-10-19 | Call | call |"])
    #expect(SmallProgram(quiet).findings(of: Self.unanswered).isEmpty)
    #expect(SmallProgram(quiet).findings(of: Self.quiet).count == 1)
    let alone = SmallProgram(quiet, settings: "rules: { plays/gone-quiet: off }\n")
    #expect(alone.findings(of: Self.unanswered).count == 1)
  }

  @Test func aScoreReachesItsThreshold() throws {
    let text =
      "---\naccount: Northwind\ntier: 1\n---\n## Buying committee\n\n| Name | Role | Last engaged |\n| --- | --- | --- |\n"
      + "| Ann Lee | legal | |\n\n## Plays\n\n| Date | Play | Channel | Contact | Outcome |\n"
      + "| --- | --- | --- | --- | --- |\n| 2026-11-17 | Tour | meeting | Ann Lee | fine |\n"
    let settings = "engagement: { mqa: 10 }\n"
    #expect(
      SmallProgram(text, settings: settings).findings(of: Self.unanswered).map(\.message) == [
        "the engagement score reached 10 (an mqa has 10): nobody was in touch in the 3 days since; "
          + "1 working day is agreed"
      ])
    let answered = text.replacing("legal | |", with: "legal | 2026-11-19 |")
    #expect(SmallProgram(answered, settings: settings).findings(of: Self.unanswered).isEmpty)
  }

  /// Days without a touch count from when the account came on the list or reached its stage.
  @Test(arguments: [
    ("listed: 2026-10-30\n", 0), ("listed: 2026-10-29\n", 1), ("stage-since: 2026-10-30\n", 0),
  ])
  func aNewAccountHasItsDays(_ keys: String, _ count: Int) {
    #expect(SmallProgram(plan(keys: keys)).findings(of: Self.quiet).count == count)
    let touched = plan(keys: keys, plays: ["2026-05-02 | Call | call |"])
    #expect(SmallProgram(touched).findings(of: Self.quiet).count == count)
  }

  @Test(arguments: [("2026-10-30", 0), ("2026-10-29", 1)])
  func aPlanThatIsNewToGitHasItsDays(_ day: String, _ count: Int) {
    let text = plan()
    let program = SmallProgram(
      [("plans/northwind.md", text)],
      history: [.init(day, by: "maya@example.com", text, path: "plans/northwind.md")])
    #expect(program.findings(of: Self.quiet).count == count)
  }

  @Test func saysWhatToAddWhereThereAreNoPlays() {
    let row = "such as `| 2026-11-20 | <what we do> | call |`"
    #expect(
      SmallProgram(plan()).findings(of: Self.quiet).map(\.help) == [
        "reach out, and add a section `## Plays` with a table `| Date | Play | Channel |` and a row, "
          + row
      ])
    let signal = SmallProgram(plan(stage: "unaware", signals: ["2026-11-17"]))
    #expect(
      signal.findings(of: Self.unanswered).map(\.help) == [
        "be in touch today, and add a section `## Plays` with a table `| Date | Play | Channel |` and "
          + "a row, " + row
      ])
  }
}
